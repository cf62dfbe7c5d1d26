import type { Module, Site } from '../project/model.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import type { Path, Root } from './model.ts';
import type { Rows } from './rows.ts';
import { type Walker, at, property } from './walker.ts';

/**
 * What a test is handed as a fixture that the project declares is what the fixture's function uses:
 * `test.extend({ login: async ({ page }, use) => { await use(new LoginPage(page)); } })`. Empty where nothing says so.
 */
export function walkFixture(walker: Walker, callees: readonly Root[], index: number, path: Path): Root[] {
	const [first, ...rest] = path;
	if (index !== 0 || first?.kind !== 'property') return [];
	return firstDeclared(walker, extensionsIn(callees), first.name, rest);
}

/** What the first of several declarations of a fixture uses, taken apart by `rest`. */
function firstDeclared(walker: Walker, extensions: readonly Site<Call>[], name: string, rest: Path): Root[] {
	for (const extension of extensions) {
		const found = declared(walker, extension, name).flatMap(root =>
			root.kind === 'function' && root.path.length === 0 ? used(walker, root.site, rest) : [],
		);
		if (found.length > 0) return found.every(({ kind }) => kind !== 'unknown' && kind !== 'parameter') ? found : [];
	}
	return [];
}

/** The calls of `extend` that a test function went through, the last one first. */
function extensionsIn(callees: readonly Root[]): readonly Site<Call>[] {
	return callees.flatMap(root => {
		const steps = root.kind === 'origin' ? root.origin.steps : [];
		return steps
			.flatMap((step, at) => {
				const before = steps[at - 1];
				return step.kind === 'call' && before?.kind === 'property' && before.name === 'extend' ? [step.site] : [];
			})
			.toReversed();
	});
}

/** `name: fn`, `name: [fn, options]`. */
function declared(walker: Walker, call: Site<Call>, name: string): readonly Root[] {
	const [fixtures] = call.fact.args;
	if (fixtures?.kind !== 'object' && fixtures?.kind !== 'reference') return [];
	const roots = walker.walk(at(fixtures, call), [property(name)]);
	return roots.flatMap(root => {
		const [fn] = root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'array' ? root.site.fact.elements : [];
		return fn === undefined || root.kind !== 'made' ? [root] : walker.walk(at(fn, root.site), []);
	});
}

/** A fixture's function: what declares it, under which name. */
interface Declared {
	readonly call: Call;
	readonly name: string | undefined;
}

const extending = new WeakMap<Module['facts'], ReadonlyMap<number, Declared>>();

/** What a fixture's function is itself handed: the other fixtures that are declared with it, and those of what is extended. */
export function walkExtended(walker: Walker, rows: Rows, { module, fact }: Site<FunctionFacts>, path: Path, from: Site<Value>): Root[] {
	const known = extending.get(module.facts) ?? fixtureFunctions(module);
	extending.set(module.facts, known);
	const { call, name } = (known.size === 0 ? undefined : known.get(module.facts.functions.indexOf(fact))) ?? {};
	if (call?.callee.kind !== 'member') return [];
	const extended = walker.walk({ module, fact: call.callee.object }, []);
	const [first, ...rest] = path;
	const beside =
		first?.kind === 'property' && name !== undefined && first.name !== name
			? firstDeclared(walker, [{ module, fact: call }], first.name, rest)
			: [];
	const own = beside.length > 0 ? beside : walkFixture(walker, extended, 0, path);
	if (own.length > 0) return own;
	return extended.flatMap(root =>
		root.kind === 'origin'
			? [
					{
						kind: 'origin',
						origin: rows.canonical({ from: root.origin.from, steps: [property('fixtures'), ...path] }),
						at: from,
						conditions: [],
					},
				]
			: [],
	);
}

/** The functions of fixtures by their number. */
function fixtureFunctions({ facts: { functions } }: Module): ReadonlyMap<number, Declared> {
	const found = new Map<number, Declared>();
	for (const { calls } of functions)
		for (const call of calls) {
			const [fixtures] = call.args;
			if (fixtures?.kind !== 'object' || call.callee.kind !== 'member' || call.callee.property !== 'extend') continue;
			for (const entry of fixtures.entries) {
				const value = entry.value.kind === 'array' ? entry.value.elements[0] : entry.value;
				if (value?.kind === 'function')
					found.set(value.function, {
						call,
						name: entry.kind === 'property' && typeof entry.key === 'string' ? entry.key : undefined,
					});
			}
		}
	return found;
}

function used(walker: Walker, { module, fact, frame }: Site<FunctionFacts>, path: Path): readonly Root[] {
	const use = fact.parameters[1]?.binding;
	if (use === undefined) return [];
	const calls = functionsWithin(module.facts, fact).flatMap(each =>
		each.calls.filter(({ callee }) => callee.kind === 'reference' && callee.binding === use),
	);
	return calls.flatMap(({ args: [value] }) =>
		value === undefined || value.kind === 'spread' ? [] : walker.walk({ module, fact: value, frame }, path),
	);
}
