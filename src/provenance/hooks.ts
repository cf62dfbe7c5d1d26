import { type HookRow, hooks, mountEffects } from '../knowledge/hooks.ts';
import type { PackagePath } from '../knowledge/package-paths.ts';
import type { Site } from '../project/model.ts';
import type { Call, Definition, FunctionFacts, Value } from '../syntax/facts.ts';
import { conditionsOf, under } from './choices.ts';
import type { Path, Root, Step, Trail } from './model.ts';
import { type Pattern, matchPattern, parsePattern } from './pattern.ts';
import { reached } from './roots.ts';
import type { Ask } from './static-value.ts';
import { type Walker, at, property, settled, unknownRoot } from './walker.ts';

/** A row for each package that it is about. */
interface Known<Row extends PackagePath> {
	readonly row: Row;
	readonly from: string;
	readonly pattern: Pattern;
}

const held = byName(hooks);
const effects = byName(mountEffects);

function byName<Row extends PackagePath>(rows: readonly Row[]): ReadonlyMap<string, readonly Known<Row>[]> {
	const known = new Map<string, Known<Row>[]>();
	for (const row of rows)
		for (const from of [row.from].flat())
			for (const name of row.path.match(/\w+/g) ?? [])
				known.set(name, [...(known.get(name) ?? []), { row, from, pattern: parsePattern(row.path) }]);
	return known;
}

/** What a hook is handed that it hands back, and where in what it hands back that stands. */
export interface Held {
	readonly row: HookRow;
	readonly value: Site<Value>;
	/** The call of the function that it is handed, where it is one. */
	readonly call: Site<Call>;
	readonly path: Path;
}

/** The same for who works out values; undefined for other calls. */
export function heldBy(ask: Ask, site: Site<Call>): Held | undefined {
	const row = rowOf(ask, site, held);
	const value = row === undefined ? undefined : site.fact.args[row.argument];
	if (row === undefined || value === undefined) return undefined;
	return { row, value: at(value, site), call: at(inside(row, site.fact), site), path: row.under.map(property) };
}

/** What a hook holds for the component, or for the test, that it is called by: `useMemo(() => new Date())` is `new Date()`. Undefined for other calls. */
export function walkHook(walker: Walker, site: Site<Call>, path: Path): Root[] | undefined {
	const row = rowOf(rootsBy(walker), site, held);
	if (row === undefined) return undefined;
	const asked = row.under.length === 0 ? path : settled(path);
	const place = row.under.map(property);
	if (!place.every((step, index) => isSame(step, asked[index]))) return undefined;
	const further = asked.slice(place.length);
	const argument = site.fact.args[row.argument];
	const first = argument === undefined ? [] : walkFirst(walker, at(argument, site), further, row, site);
	return row.setter === undefined ? first : [...first, ...walkSet(walker, site, further, row.setter)];
}

function walkFirst(walker: Walker, argument: Site<Value>, path: Path, row: HookRow, site: Site<Call>): Root[] {
	const isCalled = row.gives === 'result' || (row.gives === 'first' && walker.walk(argument, []).some(({ kind }) => kind === 'function'));
	return walker.walk(argument, isCalled ? [{ kind: 'call', site: at(inside(row, site.fact), site) }, ...path] : path);
}

const calls = new WeakMap<Call, Call>();

/** The call of the function that a hook is handed. */
function inside({ handed }: HookRow, call: Call): Call {
	const known = calls.get(call);
	if (known !== undefined) return known;
	const options = handed === undefined ? undefined : call.args[handed.argument];
	const args =
		options?.kind === 'object'
			? options.entries.flatMap(entry => (entry.kind === 'property' && entry.key === handed?.property ? [entry.value] : []))
			: [];
	const made: Call = { ...call, args };
	calls.set(call, made);
	return made;
}

/** What is put in the place of the first value: nobody sees all of it where the function that does so is handed out, or waits for what somebody does. */
function walkSet(walker: Walker, site: Site<Call>, path: Path, index: number): Root[] {
	const { facts } = site.module;
	const setter = facts.bindings.findIndex(({ definitions: [only] }) => isTakenFrom(only, site.fact, index));
	if (setter === -1) return [];
	const owner = facts.functions[site.fact.function];
	const found = facts.functions.flatMap(writer =>
		writer.calls
			.filter(({ callee, args }) => isOf(callee, setter) && args.length > 0)
			.map(call => ({ call, writer: at(writer, site) })),
	);
	const set = found.map(each => ({ ...each, later: laterThan(walker, each) }));
	const isOpen =
		set.length === 0 || set.some(({ later }) => later === 'event') || owner?.returns.some(({ value }) => holds(value, setter)) === true;
	const roots = set.flatMap(({ call, writer, later }) =>
		under(conditionsOf(writer, call.region), marked(walkArgument(walker, at(call, site), path), later)),
	);
	return isOpen ? [...roots, ...marked([unknownRoot(site)], 'event')] : roots;
}

/** An effect sets it for sure where nothing decides whether it does. */
function laterThan(
	walker: Walker,
	{ call, writer }: { readonly call: Call; readonly writer: Site<FunctionFacts> },
): NonNullable<Trail['later']> {
	return call.region === undefined && runsAtMount(walker, writer, 0) ? 'effect' : 'event';
}

function walkArgument(walker: Walker, call: Site<Call>, path: Path): Root[] {
	const [value] = call.fact.args;
	if (value === undefined) return [];
	return walker.walk(at(value, call), value.kind === 'function' ? [{ kind: 'call', site: call }, ...path] : path);
}

function isOf(value: Value, binding: number): boolean {
	return value.kind === 'reference' && value.binding === binding;
}

/** Whether a value is a variable, or a list or object that is written down with it. */
function holds(value: Value, binding: number): boolean {
	const inside = value.kind === 'array' ? value.elements : value.kind === 'object' ? value.entries.map(entry => entry.value) : [value];
	return inside.some(each => isOf(each, binding));
}

function marked(roots: readonly Root[], later: NonNullable<Trail['later']>): Root[] {
	return roots.map(root => reached(root, { later: root.later ?? later }));
}

function isTakenFrom(definition: Definition | undefined, call: Call, index: number): boolean {
	if (definition?.kind !== 'value' || definition.value !== call || definition.path.length !== 1) return false;
	const [step] = definition.path;
	return step?.kind === 'position' && step.index === index;
}

/** How many functions of a component call one another. */
const deepest = 2;

/** Whether a function runs once the component is shown: an effect does, and what one calls. */
function runsAtMount(walker: Walker, site: Site<FunctionFacts>, depth: number): boolean {
	const { module, fact } = site;
	if (fact.async || depth > deepest) return false;
	if (fact.passedTo !== undefined)
		return fact.passedTo.argument === 0 && rowOf(rootsBy(walker), at(fact.passedTo.call, site), effects) !== undefined;
	const { functions, bindings } = module.facts;
	const index = functions.indexOf(fact);
	const name = bindings.findIndex(
		({ definitions: [only] }) => only?.kind === 'value' && only.value.kind === 'function' && only.value.function === index,
	);
	return (
		name !== -1 &&
		functions.some(caller => caller.calls.some(({ callee }) => isOf(callee, name)) && runsAtMount(walker, at(caller, site), depth + 1))
	);
}

function isSame(one: Step, other: Step | undefined): boolean {
	if (one.kind === 'property') return other?.kind === 'property' && other.name === one.name;
	return one.kind === 'position' && other?.kind === 'position' && other.index === one.index;
}

function rootsBy(walker: Walker): Ask {
	return site => walker.walk(site, []);
}

/** The row about what is called; its name is looked at first, which says of nearly all calls that there is none. */
function rowOf<Row extends PackagePath>(ask: Ask, site: Site<Call>, rows: ReadonlyMap<string, readonly Known<Row>[]>): Row | undefined {
	const known = rows.get(calledName(site));
	if (known === undefined || site.fact.form !== 'call') return undefined;
	const call: Step = { kind: 'call', site };
	for (const root of ask(at(site.fact.callee, site))) {
		if (root.kind !== 'origin') continue;
		const { from, steps } = root.origin;
		const found = known.find(
			each => each.from === from && matchPattern(each.pattern, { from, steps: [...steps, call] }, true) !== undefined,
		);
		if (found !== undefined) return found.row;
	}
	return undefined;
}

function calledName({ module: { facts }, fact: { callee } }: Site<Call>): string {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? callee.property : '';
	const binding = callee.kind === 'reference' ? facts.bindings[callee.binding] : undefined;
	const [definition] = binding?.definitions ?? [];
	return definition?.kind === 'import' ? definition.imported : (binding?.word ?? '');
}
