import { globalName } from '../../syntax/global-name.ts';
import type { Site } from '../../project/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { handedCall } from '../handed-calls.ts';
import { at, frameOf, functionAt } from '../../provenance/walker.ts';
import type { Call, Definition, FunctionFacts, ReferenceValue, Region, Value } from '../../syntax/facts.ts';

/** Values that are made the same way so many times. */
export interface Repeat {
	readonly value: Site<Value>;
	readonly times: number;
}

/** A variable that a loop adds to: what it starts from, and how it is added. */
export interface Accumulation extends Repeat {
	readonly start: Site<Value>;
	/** `sum`: what is there comes first, `+`; `sum-before`: the new one does; `list`: it is put into a list; `set`: into a set. */
	readonly how: 'sum' | 'sum-before' | 'list' | 'set';
}

/** The number that a value is; undefined where it is none that can be told. */
type NumberOf = (site: Site<Value>) => number | undefined;

/** Lists that are made longer than this say nothing more. */
const longest = 5_000;

/** What is called: a function that is written on the spot, or what is handed over by its name. */
export type Called =
	{ readonly kind: 'function'; readonly site: Site<FunctionFacts> } | { readonly kind: 'named'; readonly site: Site<Call> };

/** What is called so many times, whatever it is handed. */
export interface RepeatedCall {
	readonly called: Called;
	readonly times: number;
}

/** One callback for each place of a list: `Array.from({ length: 100 }, makeId)`, `[...Array(100)].map(() => makeId())`, `_.times(100, makeId)`. */
export function repeatOf(site: Site<Call>, provenance: Provenance, numberOf: NumberOf): RepeatedCall | undefined {
	const { callee, args } = site.fact;
	if (callee.kind !== 'member' || site.fact.form !== 'call') return undefined;
	const handed = callee.property === 'multiple' ? args[0] : args.at(-1);
	const times = handed === undefined ? undefined : timesOf(site, numberOf);
	const called = handed === undefined || times === undefined ? undefined : calledBack(provenance, at(handed, site), site);
	return called === undefined || times === undefined ? undefined : { called, times };
}

function calledBack(provenance: Provenance, callback: Site<Value>, call: Site<Call>): Called | undefined {
	const site = callback.fact.kind === 'function' ? callbackAt(provenance, callback) : undefined;
	if (site !== undefined) return { kind: 'function', site };
	const handed = handedCall(callback, call);
	return handed === undefined ? undefined : { kind: 'named', site: handed };
}

/** The one function that a callback is, written on the spot or by its name. */
export function callbackAt({ roots }: Provenance, site: Site<Value>): Site<FunctionFacts> | undefined {
	const { fact } = site;
	const written = fact.kind === 'function' ? functionAt(site.module, fact.function) : undefined;
	if (written !== undefined) return written.generator ? undefined : at(written, site);
	const [root, ...others] = fact.kind === 'reference' || fact.kind === 'member' ? roots(site) : [];
	return root?.kind === 'function' && root.path.length === 0 && others.length === 0 && !root.site.fact.generator ? root.site : undefined;
}

function timesOf(site: Site<Call>, numberOf: NumberOf): number | undefined {
	const {
		callee,
		args: [first, second],
	} = site.fact;
	if (callee.kind !== 'member' || first === undefined) return undefined;
	if (callee.property === 'map' || callee.property === 'forEach') return bounded(placesOf(at(callee.object, site), numberOf));
	if (second === undefined) return undefined;
	if (callee.property === 'multiple') return bounded(countIn(at(second, site), 'count', numberOf));
	if (globalName(callee) === 'Array.from') return bounded(placesOf(at(first, site), numberOf));
	return callee.property === 'times' ? bounded(numberOf(at(first, site))) : undefined;
}

/** The number that an object says under a name. */
function countIn({ fact, ...place }: Site<Value>, key: string, numberOf: NumberOf): number | undefined {
	const entry = fact.kind === 'object' ? fact.entries.find(each => each.kind === 'property' && each.key === key) : undefined;
	return entry === undefined ? undefined : numberOf(at(entry.value, place));
}

/** How many places there are, by what `numberOf` lets pass for a number of them: `{ length: 100 }`, `Array(100)`, `[...Array(100)]`, `Array(100).fill()`. */
function placesOf(site: Site<Value>, numberOf: NumberOf): number | undefined {
	const { fact } = site;
	if (fact.kind === 'object') return countIn(site, 'length', numberOf);
	if (fact.kind === 'array') {
		const [only] = fact.elements;
		if (fact.elements.length === 1 && only?.kind === 'spread') return placesOf(at(only.value, site), numberOf);
		return fact.elements.some(({ kind }) => kind === 'spread') ? undefined : fact.elements.length;
	}
	if (fact.kind !== 'call') return undefined;
	const {
		callee,
		args: [length],
	} = fact;
	if (callee.kind === 'member' && (callee.property === 'fill' || callee.property === 'keys'))
		return placesOf(at(callee.object, site), numberOf);
	if (callee.kind === 'member' && callee.property === 'from' && length !== undefined && fact.args.length === 1)
		return placesOf(at(length, site), numberOf);
	return callee.kind === 'global' && callee.name === 'Array' && length !== undefined ? numberOf(at(length, site)) : undefined;
}

function bounded(times: number | undefined): number | undefined {
	return times !== undefined && Number.isInteger(times) && times > 0 && times <= longest ? times : undefined;
}

type Given = Extract<Definition, { kind: 'value' }>;
type Asked = Extract<Definition, { kind: 'method' }>;

/** What one loop of so many rounds adds to a variable that began with something: `text += letter()`, `list.push(draw())`, `set.add(draw())`. */
export function accumulationOf(
	site: Site<ReferenceValue>,
	definitions: readonly Definition[],
	numberOf: NumberOf,
): Accumulation | undefined {
	const [first, second, ...others] = definitions.filter(each => each.kind !== 'value' || each.value.kind !== 'instance');
	if (first?.kind !== 'value' || first.path.length > 0 || second === undefined || others.length > 0) return undefined;
	if (second.kind !== 'value' && second.kind !== 'method') return undefined;
	const owner = functionAt(site.module, second.function);
	const added = second.kind === 'value' ? addedTo(second, site.fact.binding) : putInto(second);
	const region = owner === undefined || second.region === undefined ? undefined : owner.regions[second.region];
	if (
		owner === undefined ||
		first.function !== second.function ||
		added === undefined ||
		region === undefined ||
		region.parent !== undefined
	)
		return undefined;
	const frame = frameOf(owner, site.frame);
	const place: Site<FunctionFacts> = { module: site.module, fact: owner, frame };
	const times = bounded(roundsOf(region, place, numberOf));
	return times === undefined ? undefined : { start: at(first.value, place), value: at(added.value, place), times, how: added.how };
}

function addedTo({ value, path }: Given, binding: number): { readonly value: Value; readonly how: Accumulation['how'] } | undefined {
	const [left, right] = path.length === 0 && value.kind === 'operation' && value.operator === '+' ? value.operands : [];
	const isIt = (each: Value): boolean => each.kind === 'reference' && each.binding === binding;
	if (left === undefined || right === undefined) return undefined;
	return isIt(left) ? { value: right, how: 'sum' } : isIt(right) ? { value: left, how: 'sum-before' } : undefined;
}

function putInto({ method, into, call }: Asked): { readonly value: Value; readonly how: Accumulation['how'] } | undefined {
	const [value, ...others] = call.args;
	if (value === undefined || value.kind === 'spread' || others.length > 0 || into.length > 0) return undefined;
	return method === 'push' ? { value, how: 'list' } : method === 'add' ? { value, how: 'set' } : undefined;
}

/** How often a loop runs that counts up from nought: `i < 1000`; from one, `i <= 1000`. */
function roundsOf({ kind, loop, test }: Region, place: Site<FunctionFacts>, numberOf: NumberOf): number | undefined {
	if (
		kind !== 'loop' ||
		loop?.form !== 'for' ||
		loop.leaves ||
		test?.kind !== 'operation' ||
		(test.operator !== '<' && test.operator !== '<=')
	)
		return undefined;
	const [counter, bound] = test.operands;
	if (counter?.kind !== 'reference' || bound === undefined) return undefined;
	const [start] = place.module.facts.bindings[counter.binding]?.definitions ?? [];
	const from = start?.kind === 'value' && start.value.kind === 'literal' ? start.value.value : undefined;
	const to = numberOf(at(bound, place));
	return typeof from !== 'number' || to === undefined ? undefined : to - from + (test.operator === '<' ? 0 : 1);
}
