import { orderedParts } from '../../assertions/order.ts';
import { shapeOf } from '../../assertions/shape.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { sortedCopies, sortingMethods } from '../../knowledge/sorted-copies.ts';
import { sortsNothing } from '../../provenance/idle-comparators.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** A sort that leaves each element where it was. */
export interface IdleSort {
	readonly call: Call;
	/** Its comparator never gives a number below zero; or it has none, and the elements are objects, whose texts are all the same. */
	readonly why: 'comparator' | 'objects';
}

/** Sorts of a test that sort nothing, where what they give is asserted in order: the test finds the list as it came from elsewhere. */
export function* idleSortsIn(models: Models, scope: Scope): Iterable<IdleSort> {
	const { module, provenance } = models;
	const { body } = scope;
	if (body.module !== module) return;
	const sorts = functionsWithin(module.facts, body.fact).flatMap(({ calls }) => calls.flatMap(call => sortOf(call) ?? []));
	for (const sort of sorts) {
		const why = sort.call.args.length === 0 ? 'objects' : sortsNothing(sort.call, module.facts) ? 'comparator' : undefined;
		if (why === undefined || isOwnList(models, sort.list)) continue;
		const isAsserted = models
			.assertionsIn(scope)
			.some(
				claim =>
					isOf(claim, models) &&
					orderedParts(claim, provenance).length > 0 &&
					(why === 'comparator' ? isMadeOf(models, claim, sort) : isItself(models, claim, sort) && areObjects(models, claim)),
			);
		if (isAsserted) yield { call: sort.call, why };
	}
}

interface Sort {
	readonly call: Call;
	readonly list: Value;
}

function sortOf(call: Call): Sort | undefined {
	const { callee } = call;
	return callee.kind === 'member' && typeof callee.property === 'string' && sortingMethods.has(callee.property)
		? { call, list: callee.object }
		: undefined;
}

/** A list that the test wrote down itself is in an order. */
function isOwnList({ module, provenance }: Models, list: Value): boolean {
	const roots = provenance.roots(at(list, { module }));
	return (
		roots.length > 0 &&
		roots.every(
			root =>
				root.kind === 'made' &&
				(root.site.fact.kind !== 'array' || root.path.length > 0 || root.site.fact.elements.every(({ kind }) => kind !== 'spread')),
		)
	);
}

function isOf({ actual, negated, retried }: Claim, { module }: Models): boolean {
	return actual.module === module && !negated && !retried;
}

/** Whether what is asserted is made of what the sort gives, and not sorted by another one on the way. */
function isMadeOf({ module }: Models, { actual, place }: Claim, { call, list }: Sort): boolean {
	if (place.end < call.end) return false;
	const held = new Set(holderOf(list, call));
	const isHanded = (value: Value): boolean => {
		const inside = valuesInside(value);
		return (
			inside.some(each => each === call || (each.kind === 'reference' && held.has(each.binding))) &&
			inside.every(each => each.kind !== 'call' || each === call || sortOf(each) === undefined)
		);
	};
	for (const [index, { definitions }] of module.facts.bindings.entries())
		if (definitions.some(each => each.kind === 'value' && isHanded(each.value))) held.add(index);
	return isHanded(actual.fact);
}

/** Whether the very list is asserted that the sort gives, which is known for a list: whatever else has a method `sort` may give what it likes. */
function isItself({ module, rows }: Models, { actual: { fact }, expected }: Claim, { call, list }: Sort): boolean {
	if (fact.kind === 'reference' && call.usage === 'discarded') return holderOf(list, call).includes(fact.binding);
	const { definitions = [] } = fact.kind === 'reference' ? (module.facts.bindings[fact.binding] ?? {}) : {};
	const isGiven = fact === call || definitions.some(each => each.kind === 'value' && each.path.length === 0 && each.value === call);
	const isSortedToo = expected?.fact.kind === 'call' && sortOf(expected.fact)?.list.kind === 'array';
	return isGiven && (isSortedToo || isCopying(call) || isList(list, rows));
}

/** What is written as a list, or what a method of lists gives. */
function isList(list: Value, rows: Models['rows']): boolean {
	if (list.kind === 'array') return true;
	const method = list.kind === 'call' && list.callee.kind === 'member' ? list.callee.property : undefined;
	return typeof method === 'string' && rows.method(method)?.result === 'mapped';
}

/** The variable that is sorted in place. */
function holderOf(list: Value, call: Call): readonly number[] {
	return list.kind === 'reference' && !isCopying(call) ? [list.binding] : [];
}

function isCopying({ callee }: Call): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && sortedCopies.has(callee.property);
}

function areObjects({ provenance }: Models, { expected }: Claim): boolean {
	const sorted = expected?.fact.kind === 'call' ? sortOf(expected.fact)?.list : undefined;
	const list = expected === undefined || sorted === undefined ? expected : at(sorted, expected);
	const shape = list === undefined ? undefined : shapeOf(list, provenance);
	return (
		shape?.kind === 'array' &&
		shape.elements.length > 1 &&
		shape.elements.every(element => shapeOf(element, provenance).kind === 'object')
	);
}
