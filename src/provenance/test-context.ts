import { internRemote } from '../knowledge/browser-packages.ts';
import type { Module, Site } from '../project/model.ts';
import { isTestSupport } from '../project/test-support.ts';
import type { Call, FunctionFacts, ModuleFacts, Span, Value } from '../syntax/facts.ts';
import { isForIntern } from '../syntax/contexts-by-use.ts';
import { functionsAround } from '../syntax/functions-within.ts';
import type { Path, Root } from './model.ts';
import type { Walker } from './walker.ts';

/** What is put into `this.name`, by name, in functions that somebody else calls. */
const known = new WeakMap<ModuleFacts, ReadonlyMap<string, readonly Put[]>>();

interface Put {
	readonly value: Value;
	/** Where `this` is mentioned. */
	readonly place: Span;
}

/**
 * `this` in a function that is handed to a call is what the caller makes it. Runners make it the same for tests and hooks: what one function
 * puts there, `this.server = …`, another finds. Undefined where nothing says so; what modules that are imported put there counts, for hooks
 * stand in support files too.
 */
export function walkTestContext(walker: Walker, path: Path, from: Site<Value>): Root[] | undefined {
	const [first, ...rest] = path;
	if (first?.kind === 'property' && first.name === internRemote.member && isForIntern(from.module.facts))
		return [{ kind: 'origin', origin: { from: internRemote.from, steps: path }, at: from, conditions: [] }];
	if (first?.kind !== 'property' || !isHandedOver(from.module.facts, from.fact)) return undefined;
	const own = writesOf(from.module, first.name);
	const given = own.some(({ isChained }) => !isChained)
		? []
		: [...supporting(from.module, walker)].flatMap(module => writesOf(module, first.name));
	// `this` in the callback of a promise may be something else, so what a hook puts there says more.
	const writes = given.length > 0 ? given : own;
	return writes.length === 0 ? undefined : writes.flatMap(({ site }) => walker.walk(site, rest));
}

/** `isChained`: in a callback of a promise, whose `this` may be something else (`promise.bind({})`). */
interface Given {
	readonly site: Site<Value>;
	readonly isChained: boolean;
}

function writesOf(module: Module, name: string): Given[] {
	const writes = known.get(module.facts) ?? contextWrites(module.facts);
	known.set(module.facts, writes);
	return (writes.get(name) ?? []).map(({ value, place }) => ({
		site: { module, fact: value },
		isChained: functionOfThis(module.facts, place)?.passedTo?.call.callee.kind === 'member',
	}));
}

function contextWrites(facts: ModuleFacts): ReadonlyMap<string, readonly Put[]> {
	const found = new Map<string, Put[]>();
	const put = (name: string, value: Value, place: Span): void => {
		if (isHandedOver(facts, place)) found.set(name, [...(found.get(name) ?? []), { value, place }]);
	};
	for (const { target, operator, value } of facts.functions.flatMap(({ writes }) => writes)) {
		if (
			operator !== '=' ||
			value === undefined ||
			target.kind !== 'member' ||
			!isContext(target.object) ||
			typeof target.property !== 'string'
		)
			continue;
		put(target.property, value, target);
	}
	for (const call of facts.functions.flatMap(({ calls }) => calls)) for (const [name, value] of definedBy(call)) put(name, value, call);
	return found;
}

/** `Object.defineProperty(this, 'server', { value: server })`, `Object.assign(this, { server })`. */
function definedBy({ callee, args: [holder, second, third] }: Call): readonly (readonly [name: string, value: Value])[] {
	if (
		callee.kind !== 'member' ||
		callee.object.kind !== 'global' ||
		callee.object.name !== 'Object' ||
		holder === undefined ||
		!isContext(holder)
	)
		return [];
	const entries = (value: Value | undefined): readonly (readonly [string, Value])[] =>
		value?.kind === 'object'
			? value.entries.flatMap(entry =>
					entry.kind === 'property' && typeof entry.key === 'string' && entry.accessor === undefined
						? [[entry.key, entry.value] as const]
						: [],
				)
			: [];
	if (callee.property === 'assign') return entries(second);
	const [defined] = callee.property === 'defineProperty' ? entries(third).filter(([key]) => key === 'value') : [];
	return defined === undefined || second?.kind !== 'literal' || typeof second.value !== 'string' ? [] : [[second.value, defined[1]]];
}

function isContext(value: Value): boolean {
	return value.kind === 'this' && value.class === undefined;
}

/** Whether the function whose `this` it is was written as an argument: no method, and no constructor of the old style. */
function isHandedOver(facts: ModuleFacts, place: Span): boolean {
	const owner = functionOfThis(facts, place);
	return owner?.form === 'function' && owner.passedTo !== undefined;
}

/** The innermost function around a place that has a `this` of its own. */
export function functionOfThis(facts: ModuleFacts, place: Span): FunctionFacts | undefined {
	for (const each of functionsAround(facts, place)) if (each.form !== 'arrow' && each.form !== 'module') return each;
	return undefined;
}

/** How far support files are followed to those that they import. */
const maxHops = 3;

/** The modules that a test imports, and those that its support files import. */
function supporting(test: Module, walker: Walker): ReadonlySet<Module> {
	const found = new Set<Module>();
	let asked: readonly Module[] = [test];
	for (let hop = 0; hop < maxHops && asked.length > 0; hop++) {
		const next = asked.flatMap(module => importedBy(module, walker)).filter(module => module !== test && !found.has(module));
		for (const module of next) found.add(module);
		asked = next.filter(isTestSupport);
	}
	return found;
}

function importedBy({ facts, file }: Module, { project }: Walker): Module[] {
	return facts.sources
		.filter(source => source.startsWith('.'))
		.flatMap(source => {
			const resolution = project.resolve(source, file);
			return resolution.kind === 'file' ? (project.load(resolution.file) ?? []) : [];
		});
}
