import { valuesInside } from '../../effects/value-parts.ts';
import { storedTimes } from '../../knowledge/record-words.ts';
import { keepsOrder } from '../../knowledge/sorted-copies.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import { givenValue } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { isGiven, storesOf } from './raced-records.ts';
import { type Batch, batchesIn } from './side-by-side.ts';

/** What is expected in the order of times that records made at once may have in common. */
export interface SortedByTime {
	readonly claim: Claim;
	readonly key: string;
	/** Where the records are made, 1-based. */
	readonly line: number;
}

/** How far names are followed to what they were given. */
const maxDepth = 16;

/** Assertions of which the expected list is what a test made at once, sorted by the time at which it was stored, where the subject has come another way. */
export function* sortedByTime(models: Models, scope: Scope): Iterable<SortedByTime> {
	if (!models.effects.mayStore()) return;
	const batches = batchesIn(models, scope);
	if (batches.length === 0) return;
	for (const claim of models.assertionsIn(scope)) {
		const { expected, actual, relation, negated, retried } = claim;
		if (expected === undefined || negated || retried || relation !== 'deep-equal') continue;
		for (const { list, key } of sortsIn(expected, plain, 0)) {
			const batch = batches.find(each => holdsCall(list, each.call, 0));
			if (batch === undefined || holdsCall(actual, batch.call, 0) || !isLeftOpen(models, batch, key)) continue;
			yield { claim, key, line: lineAt(batch.call.module.facts, batch.call.fact.start) };
			break;
		}
	}
}

function isLeftOpen(models: Models, batch: Batch, key: string): boolean {
	const stores = storesOf(models, batch);
	return stores.length >= (batch.callback === undefined ? 2 : 1) && stores.every(store => !isGiven(models, store, key));
}

interface Sorted {
	readonly list: Site<Value>;
	readonly key: string;
}

/** What becomes of a sorted list on the way to what is expected. */
interface Use {
	/** Its elements are looked for in any order. */
	readonly isAnyOrder: boolean;
	/** Each says which place it has. */
	readonly isNumbered: boolean;
	/** The only property that is taken of them. */
	readonly taken: string | undefined;
}

const plain: Use = { isAnyOrder: false, isNumbered: false, taken: undefined };

/** The lists that are sorted by a stored time on the way to a value, and whose order then shows. */
function sortsIn(site: Site<Value>, use: Use, depth: number): readonly Sorted[] {
	const { fact } = site;
	const inside = (value: Value, inner = use): readonly Sorted[] => sortsIn(at(value, site), inner, depth + 1);
	if (depth > maxDepth) return [];
	switch (fact.kind) {
		case 'reference': {
			const given = givenTo(site);
			return given === undefined ? [] : sortsIn(given, use, depth + 1);
		}
		case 'await':
		case 'spread':
			return inside(fact.value);
		case 'object':
			return fact.entries.flatMap(({ value }) => inside(value));
		case 'array':
			return fact.elements.flatMap(each => inside(each));
		case 'call':
			return ofCall(at(fact, site), use, inside);
		default:
			return [];
	}
}

function ofCall(site: Site<Call>, use: Use, inside: (value: Value, use?: Use) => readonly Sorted[]): readonly Sorted[] {
	const {
		callee,
		args: [first],
	} = site.fact;
	const name =
		callee.kind === 'member' ? callee.property : callee.kind === 'reference' ? site.module.facts.bindings[callee.binding]?.word : '';
	if (first !== undefined && name === 'arrayContaining') return inside(first, { ...use, isAnyOrder: true });
	if (first !== undefined && name === 'objectContaining') return inside(first, use);
	if (callee.kind !== 'member') return first !== undefined && typeof name === 'string' && keepsOrder.has(name) ? inside(first) : [];
	const callback = first?.kind === 'function' ? functionAt(site.module, first.function) : undefined;
	if (name === 'map' && callback !== undefined)
		return inside(callee.object, {
			...use,
			isNumbered: use.isNumbered || callback.parameters.length > 1,
			taken: use.taken ?? takenBy(callback),
		});
	if (name === 'sort' && callback !== undefined) {
		const key = keyOf(callback);
		const shows = key !== use.taken && (use.isNumbered || !use.isAnyOrder);
		return key !== undefined && shows ? [{ list: at(callee.object, site), key }] : [];
	}
	return typeof name === 'string' && keepsOrder.has(name) ? inside(callee.object) : [];
}

/** The property that a callback gives of what it is handed. */
function takenBy({ returns }: FunctionFacts): string | undefined {
	const [only, ...others] = returns;
	return only?.value.kind === 'member' && typeof only.value.property === 'string' && others.length === 0
		? only.value.property
		: undefined;
}

/** The stored time that a comparison looks at, and nothing else of a record. */
function keyOf({ returns }: FunctionFacts): string | undefined {
	const [only, ...others] = returns;
	if (only === undefined || others.length > 0) return undefined;
	const values = valuesInside(only.value);
	const called = new Set<Value>(values.flatMap(value => (value.kind === 'call' ? [value.callee] : [])));
	const names = new Set(values.flatMap(value => (value.kind === 'member' && !called.has(value) ? [value.property] : [])));
	const [name] = names;
	return names.size === 1 && typeof name === 'string' && storedTimes.test(name) ? name : undefined;
}

/** Whether a value is made from what a call gives, by its own text and the variables that it mentions. */
function holdsCall(site: Site<Value>, call: Site<Call>, depth: number): boolean {
	return (
		depth <= maxDepth &&
		valuesInside(site.fact).some(fact => {
			const given = fact.kind === 'reference' ? givenTo(at(fact, site)) : undefined;
			return fact === call.fact || (given !== undefined && holdsCall(given, call, depth + 4));
		})
	);
}

function givenTo({ fact, ...place }: Site<Value>): Site<Value> | undefined {
	const given = givenValue(place.module.facts, fact);
	return given === undefined ? undefined : at(given, place);
}
