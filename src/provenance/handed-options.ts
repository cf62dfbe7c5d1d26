import type { Site } from '../project/model.ts';
import type { Call, FunctionFacts, ModuleFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { entered } from './frames.ts';
import { parametersOf } from './match.ts';
import type { Path, Root } from './model.ts';
import type { Rows } from './rows.ts';
import type { Ask } from './static-value.ts';
import { type Walker, at } from './walker.ts';

/** Where a function is written as a property of an object that a call hands over: `run({ onEnd: () => {} })`. */
interface Option {
	readonly call: Call;
	readonly argument: number;
	readonly key: string;
}

/** What of which parameter is asked for where. */
interface Asked {
	readonly index: number;
	readonly path: Path;
	readonly from: Site<Value>;
}

/** What is handed to a parameter of a function that is itself handed over in an object: by an API, as its row says, or by the function of the project that takes it; nothing where that is not seen. */
export function walkOption(walker: Walker, rows: Rows, site: Site<FunctionFacts>, { index, path, from }: Asked): Root[] {
	const { module, fact, frame } = site;
	const option = optionOf(module.facts, fact);
	if (option === undefined) return [];
	const call: Site<Call> = { module, fact: option.call, frame: frame?.function === fact ? frame.lexical : frame };
	const ask: Ask = (value, further = []) => walker.walk(value, further);
	return walker.walk(at(option.call.callee, call), []).flatMap((root): Root[] => {
		if (root.kind === 'origin')
			return parametersOf(rows, ask, root.origin, call, option, index, path).map(origin => ({
				kind: 'origin',
				origin,
				at: from,
				conditions: [],
			}));
		const inside = root.kind === 'function' && root.path.length === 0 ? entered(root.site, call, root.receiver) : undefined;
		return inside === undefined || root.kind !== 'function'
			? []
			: walkTaker(walker, { ...root.site, frame: inside }, option.key, fact, { index, path });
	});
}

/** What the function that takes a function by its name hands to it. */
function walkTaker(
	walker: Walker,
	taker: Site<FunctionFacts>,
	key: string,
	fact: FunctionFacts,
	{ index, path }: Pick<Asked, 'index' | 'path'>,
): Root[] {
	return callsOf(walker, taker, key, fact).flatMap(({ args }) => {
		const value = args[index];
		return value === undefined || value.kind === 'spread'
			? []
			: walker.walk(at(value, taker), path).filter(({ kind }) => kind !== 'unknown');
	});
}

/** The calls, in a function and those inside it, of what a function that has such a name stands for there. */
function callsOf(walker: Walker, taker: Site<FunctionFacts>, key: string, fact: FunctionFacts): readonly Call[] {
	const { facts } = taker.module;
	const isIt = ({ callee }: Call): boolean =>
		nameOf(callee, facts) === key &&
		walker.walk(at(callee, taker), []).some(root => root.kind === 'function' && root.path.length === 0 && root.site.fact === fact);
	return functionsWithin(facts, taker.fact).flatMap(({ calls }) => calls.filter(isIt));
}

function nameOf(callee: Value, { bindings }: ModuleFacts): string | undefined {
	if (callee.kind === 'reference') return bindings[callee.binding]?.name;
	return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
}

function optionOf(facts: ModuleFacts, fact: FunctionFacts): Option | undefined {
	const options = known.get(facts) ?? readOptions(facts);
	known.set(facts, options);
	return options.get(fact);
}

const known = new WeakMap<ModuleFacts, ReadonlyMap<FunctionFacts, Option>>();

function readOptions({ functions }: ModuleFacts): ReadonlyMap<FunctionFacts, Option> {
	const found = new Map<FunctionFacts, Option>();
	for (const call of functions.flatMap(({ calls }) => calls)) {
		for (const [argument, value] of call.args.entries()) {
			for (const entry of value.kind === 'object' ? value.entries : []) {
				if (entry.kind !== 'property' || typeof entry.key !== 'string' || entry.value.kind !== 'function') continue;
				const written = functions[entry.value.function];
				if (written !== undefined) found.set(written, { call, argument, key: entry.key });
			}
		}
	}
	return found;
}
