import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import { boundRows } from '../knowledge/frameworks/bounds.ts';
import type { BoundRow, Bounded, FrameworkName, OwnBound } from '../knowledge/frameworks/row.ts';
import type { Module, Site } from '../project/model.ts';
import { type Entry, entryAt } from '../provenance/entry.ts';
import { type Pattern, matchPattern, parsePattern } from '../provenance/pattern.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { callStep } from '../provenance/walk-value.ts';
import { at, functionAt } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../syntax/facts.ts';
import type { Hook, Suite, TestCase } from './model.ts';
import { packageNameOf } from './package-names.ts';
import { optionObjects } from './registration.ts';
import type { Said, Vocabulary } from './vocabulary.ts';

/** What test code says about how long something may take, or how often it is tried again. */
export interface Bound {
	readonly bounds: Bounded;
	/** What it is said of: a test, a hook, a suite, or whatever the call stands in or in front of. */
	readonly of: 'test' | 'hook' | 'suite' | 'all';
	/** The option or the call, in the linted file. */
	readonly at: Span;
	/** The call in the linted file that it is a part of. */
	readonly call: Call;
	/** What is given. */
	readonly value: Site<Value>;
	/** The test that it is said of alone. */
	readonly test: TestCase | undefined;
}

export interface BoundsOptions {
	readonly module: Module;
	readonly provenance: Provenance;
	readonly vocabulary: Vocabulary;
	readonly used: readonly FrameworkName[];
	readonly tests: readonly TestCase[];
	readonly hooks: readonly Hook[];
	readonly suites: readonly Suite[];
}

/** Everything that the linted file, and the functions of the project that define tests for it, say about bounds; in source order. */
export function boundsIn(options: BoundsOptions): readonly Bound[] {
	const { tests, hooks, suites, module } = options;
	const own = [
		...tests.flatMap(test => ownBounds(options, test.definition, test.call, test)),
		...hooks.filter(({ fixture }) => fixture === undefined).flatMap(hook => ownBounds(options, hook.definition, hook.call, undefined)),
		...suites.flatMap(({ call }) => (call === undefined ? [] : ownBounds(options, { module, fact: call }, call, undefined))),
	];
	const called = module.facts.functions.flatMap(({ calls }) =>
		calls.filter(mayBound).flatMap(fact => calledBounds(options, { module, fact })),
	);
	return [...own, ...called].sort((one, other) => one.at.start - other.at.start);
}

/** What a test, hook or suite is given among its own arguments. */
function ownBounds(options: BoundsOptions, site: Site<Call>, call: Call, test: TestCase | undefined): readonly Bound[] {
	if (site.fact.args.length < 2) return [];
	const said = options.vocabulary.said(site);
	const of = said === undefined ? undefined : said.role === 'test' || said.role === 'suite' ? said.role : 'hook';
	if (said === undefined || of === undefined) return [];
	return boundsOf(said, options).flatMap((bound): Bound[] => {
		const found = 'key' in bound ? optionAt(options, site, bound.key) : behindBody(site, said);
		if (found === undefined) return [];
		const value = 'key' in found.fact ? at(found.fact.value, found) : at(found.fact, found);
		return [{ bounds: bound.bounds, of, at: found.module === options.module ? found.fact : call, call, value, test }];
	});
}

/** WebdriverIO runs the tests of Mocha with arguments of its own. */
function boundsOf({ framework }: Said, { used }: BoundsOptions): readonly OwnBound[] {
	const spoken = framework === 'mocha' && used.includes('webdriverio') ? 'webdriverio' : framework;
	return frameworks[spoken].bounds ?? [];
}

function optionAt({ provenance }: BoundsOptions, site: Site<Call>, key: string): Site<Entry> | undefined {
	for (const object of optionObjects(site)) {
		const entry = entryAt(provenance.roots, object, [key]);
		if (entry !== undefined) return entry;
	}
	return undefined;
}

/** `it('x', body, 50)`, `beforeAll(body, 50)`. */
function behindBody(site: Site<Call>, { role }: Said): Site<Value> | undefined {
	const { args } = site.fact;
	const written = args.findLastIndex(({ kind }) => kind === 'function');
	const body = written === -1 ? (role === 'test' ? 1 : 0) : written;
	const value = args[body + 1];
	return value === undefined || value.kind === 'object' || value.kind === 'function' || value.kind === 'spread'
		? undefined
		: at(value, site);
}

interface Compiled {
	readonly row: BoundRow;
	readonly pattern: Pattern;
}

const compiled: readonly Compiled[] = boundRows.map(row => ({ row, pattern: parsePattern(row.path) }));
const byPackage: ReadonlyMap<string, readonly Compiled[]> = new Map(
	boundRows.flatMap(row => row.from).map(name => [name, compiled.filter(({ row }) => [row.from].flat().includes(name))]),
);
const names: ReadonlySet<string> = new Set(
	compiled.flatMap(({ pattern }) => [...(pattern.findLast(step => step.kind === 'property')?.names ?? [])]),
);
const contexts = Object.values(frameworks).flatMap(({ name, contextBounds }) =>
	contextBounds === undefined ? [] : [{ name, contextBounds }],
);
const contextNames: ReadonlySet<string> = new Set(contexts.flatMap(({ contextBounds }) => Object.keys(contextBounds)));

/** Cheap: a name that no row has is no bound. A call of a variable may be an import. */
function mayBound({ callee, args }: Call): boolean {
	if (args.length === 0) return false;
	return callee.kind === 'member'
		? typeof callee.property === 'string' && (names.has(callee.property) || contextNames.has(callee.property))
		: callee.kind === 'reference';
}

function calledBounds(options: BoundsOptions, site: Site<Call>): readonly Bound[] {
	const [first] = site.fact.args;
	const context = contextBound(options, site);
	if (context !== undefined)
		return first === undefined
			? []
			: [{ bounds: context, of: 'all', at: site.fact, call: site.fact, value: at(first, site), test: undefined }];
	return options.provenance.origins(at(site.fact.callee, site)).flatMap(({ from, steps }) => {
		const origin = { from: packageNameOf(from), steps: [...steps, callStep(site)] };
		const rows = byPackage.get(origin.from) ?? [];
		return rows.flatMap(({ row, pattern }) =>
			matchPattern(pattern, origin)?.length === origin.steps.length ? calledBound(options, site, row) : [],
		);
	});
}

function calledBound({ provenance, module }: BoundsOptions, site: Site<Call>, { bounds, at: place }: BoundRow): Bound[] {
	const argument = site.fact.args[place.argument];
	if (argument === undefined) return [];
	const base = { bounds, of: 'all', call: site.fact, test: undefined } as const;
	if (place.key === undefined) return [{ ...base, at: site.fact, value: at(argument, site) }];
	const entry = entryAt(provenance.roots, at(argument, site), place.key.split('.'));
	return entry === undefined
		? []
		: [{ ...base, at: entry.module === module ? entry.fact : site.fact, value: at(entry.fact.value, entry) }];
}

/** `this.timeout(50)` in a function that the framework calls. */
function contextBound({ vocabulary, used }: BoundsOptions, { fact, module }: Site<Call>): Bounded | undefined {
	const { callee } = fact;
	if (callee.kind !== 'member' || callee.object.kind !== 'this' || typeof callee.property !== 'string') return undefined;
	const { property } = callee;
	const row = contexts.find(({ name }) => used.includes(name) || (name === 'mocha' && used.includes('webdriverio')));
	const bounds = row === undefined || !Object.hasOwn(row.contextBounds, property) ? undefined : row.contextBounds[property];
	const owner = bounds === undefined ? undefined : ownerOfThis(module, functionAt(module, fact.function));
	return owner?.passedTo !== undefined && vocabulary.said({ module, fact: owner.passedTo.call }) !== undefined ? bounds : undefined;
}

/** Arrow functions have the `this` of the function around them. */
function ownerOfThis(module: Module, from: FunctionFacts | undefined): FunctionFacts | undefined {
	let current = from;
	while (current?.form === 'arrow' && current.parent !== undefined) current = functionAt(module, current.parent);
	return current;
}
