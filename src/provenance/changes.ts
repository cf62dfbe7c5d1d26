import { collections, keyedCollections } from '../knowledge/methods.ts';
import type { Site } from '../project/model.ts';
import type { Call, ClassFacts, Value } from '../syntax/facts.ts';
import { addedKeys, addedList, gatheringAt } from './gathering.ts';
import { type Lengthening, joining } from './lengthening.ts';
import type { Path, Root, Step } from './model.ts';
import { reached } from './roots.ts';
import { staticValue } from './static-value.ts';
import { type Walker, at, functionAt, settled, unknownRoot } from './walker.ts';

type Change = ClassFacts['changes'][number];

/** What a change of a part of what something holds brings into what is asked of that. `held` is what the whole of it is given. */
export function walkChange(walker: Walker, change: Change, path: Path, here: Site<Value>, held: () => readonly Value[]): Root[] {
	if (change.kind === 'member') return walkWritten(walker, change.into, change.value, path, here);
	return walker.mutation(change.method) === 'adds' ? walkAdded(walker, change, path, here, held) : [];
}

/** `x.a.b = value`: asked for `x.a.b.c` that is the value's `c`; asked for the parts of `x`, it is one of them. */
function walkWritten(walker: Walker, into: readonly string[], value: Value, path: Path, here: Site<Value>): Root[] {
	const rest = beyond(into, settled(path));
	return rest === undefined || into.length === 0 ? [] : walker.walk(at(value, here), rest);
}

/** What is asked of what stands at `into`: undefined where the path leads elsewhere. */
function beyond(into: readonly string[], asked: Path): Path | undefined {
	for (const [index, name] of into.entries()) {
		const step = asked[index];
		if (step?.kind === 'parts') return [step];
		const named = step?.kind === 'property' ? step.name : step?.kind === 'position' ? String(step.index) : undefined;
		if (named === undefined || (named !== name && name !== '*')) return undefined;
	}
	return asked.slice(into.length);
}

/** `xs.push(value)`: the value is one of the elements; `map.set(key, value)`: it is what the map has for the key. */
function walkAdded(
	walker: Walker,
	{ into, call, function: writer }: Extract<Change, { kind: 'method' }>,
	path: Path,
	here: Site<Value>,
	held: () => readonly Value[],
): Root[] {
	const asked = beyond(into, settled(path)) ?? [];
	const [first, ...rest] = asked;
	if (first === undefined) return [];
	if (first.kind === 'property' && isKeyed(call) && walker.looksUp(first.name))
		return into.length === 0 && held().some(isCollection) ? walkKept(walker, at(call, here), asked) : [];
	if (!takesAdded(walker, asked) || (first.kind === 'property' && walker.mutation(first.name) === 'adds' && !held().some(isList)))
		return [];
	const half =
		first.kind === 'element' && rest[0]?.kind === 'position' && isKeyed(call) && held().some(isCollection)
			? call.args[rest[0].index ?? -1]
			: undefined;
	if (half !== undefined) return walker.walk(at(half, here), rest.slice(1));
	const list = first.kind === 'property' && isKeyed(call) && walker.listsKeys(first.name) ? addedKeys(call) : addedList(call);
	const roots =
		first.kind === 'property'
			? walker.walk(at(list, here), asked)
			: call.args.flatMap(argument => walker.walk(at(argument, here), ofAdded(argument, first, rest)));
	return first.kind === 'element' ? roots : inPlace(walker, at(call, here), writer, first.kind === 'property' ? asked : [first], roots);
}

/** What is added, with what decides where it comes to stand. */
function inPlace(walker: Walker, call: Site<Call>, writer: number, taken: Path, roots: Root[]): Root[] {
	const facts = functionAt(call.module, writer);
	const gathered = facts === undefined ? undefined : gatheringAt(walker, call, facts, taken);
	if (gathered === undefined) return roots;
	return roots.length > 0 ? roots.map(root => reached(root, { gathered })) : [reached(unknownRoot(call), { gathered })];
}

/** What an assignment gives that makes a list, or a text, longer: where it adds to it is left open as where `push` adds is. */
export function walkLengthened(
	walker: Walker,
	{ call, writer, joined }: Lengthening,
	path: Path,
	here: Site<Value>,
	roots: Root[],
): Root[] {
	const asked = settled(path);
	const [first] = asked;
	if (first === undefined || first.kind === 'element' || (!joined && !takesAdded(walker, asked))) return roots;
	const taken = first.kind === 'property' ? asked : [first];
	return inPlace(walker, at(call, here), writer, joined ? [...joining(at(call, here)), ...taken] : taken, roots);
}

/** What is asked of something added, by what is asked of the list: of what is spread into it, the same. */
function ofAdded({ kind }: Value, first: Step, rest: Path): Path {
	if (first.kind === 'parts') return [first];
	return kind === 'spread' ? [first, ...rest] : rest;
}

/** Whether what is asked of a list depends on its elements: one of them, all of them, or what a method of the language makes of them. */
function takesAdded(walker: Walker, [first, second]: Path): boolean {
	if (first?.kind === 'property') return second?.kind === 'call' && walker.readsElements(first.name);
	return first?.kind === 'parts' || first?.kind === 'element' || first?.kind === 'position';
}

/** `map.set(key, value)` has two arguments where `set.add(value)` has one. */
function isKeyed({ args }: Call): boolean {
	return args.length === 2;
}

function isCollection(value: Value): boolean {
	return value.kind === 'call' && value.form === 'new' && value.callee.kind === 'global' && keyedCollections.has(value.callee.name);
}

/** Of the language: whatever else has a method that adds may give something else back. */
function isList(value: Value): boolean {
	return (
		value.kind === 'array' ||
		(value.kind === 'call' && value.form === 'new' && value.callee.kind === 'global' && collections.has(value.callee.name))
	);
}

/** `map.get(key)`: what was kept under that key, or under one that nobody can tell from it. */
function walkKept(walker: Walker, { fact: { args }, ...place }: Site<Call>, [, call, ...rest]: Path): Root[] {
	const [key, value] = args;
	const asked = call?.kind === 'call' ? call.site.fact.args[0] : undefined;
	if (call?.kind !== 'call' || key === undefined || value === undefined || asked === undefined) return [];
	const ask = (site: Site<Value>, further: Path = []): Root[] => walker.walk(site, further);
	const [kept, wanted] = [staticValue(ask, at(key, place)), staticValue(ask, at(asked, call.site))];
	return kept !== undefined && wanted !== undefined && kept !== wanted ? [] : walker.walk(at(value, place), rest);
}
