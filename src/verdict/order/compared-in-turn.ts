import type { Influence } from '../../effects/model.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import type { Module, Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import { definitionsOf } from '../../syntax/definitions.ts';
import type { Definition, MemberValue, Value } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';
import { tellsElement } from './order-dependence.ts';

/**
 * What leaves open the order of a list whose elements are held against those of another, each at its place:
 * `rows.forEach((row, index) => expect(row.name).toBe(names[index]))`.
 */
export function comparedInTurn(models: Models, { actual, expected, relation, negated }: Claim): Influence[] {
	if (expected === undefined || negated || !tellsElement(relation)) return [];
	return [...inTurn(models, actual, expected), ...inTurn(models, expected, actual)];
}

function inTurn(models: Models, one: Site<Value>, other: Site<Value>): Influence[] {
	const { module, fact } = other;
	if (one.module !== module) return [];
	for (const picked of valuesInside(fact)) {
		const index =
			picked.kind === 'member' && typeof picked.property !== 'string' && picked.property.kind === 'reference'
				? picked.property.binding
				: undefined;
		const list = index === undefined || picked.kind !== 'member' ? undefined : listOf(module, index, one.fact);
		if (list !== undefined && picked.kind === 'member' && isSeveral(models, at(picked, other)))
			return ordersOf(models, at(list, one), at(picked.object, other));
	}
	return [];
}

/** The list that a loop or callback goes through, by its counter, where a value tells of the element. */
function listOf({ facts }: Module, counter: number, value: Value): Value | undefined {
	const mentioned = valuesInside(value).flatMap(each => definitionsOf(facts, each));
	const [definition, ...others] = facts.bindings[counter]?.definitions ?? [];
	if (definition === undefined || others.length > 0) return undefined;
	if (definition.kind === 'iteration')
		return isEntry(definition, 0) && mentioned.some(each => isEntry(each, 1) && each.value === definition.value)
			? listOfEntries(definition.value)
			: undefined;
	if (
		definition.kind !== 'parameter' ||
		definition.index !== 1 ||
		!mentioned.some(each => each.kind === 'parameter' && each.function === definition.function && each.index === 0)
	)
		return undefined;
	const { passedTo } = facts.functions[definition.function] ?? {};
	const callee = passedTo?.argument === 0 ? passedTo.call.callee : undefined;
	return callee?.kind === 'member' && typeof callee.property === 'string' && ['forEach', 'map', 'every'].includes(callee.property)
		? callee.object
		: undefined;
}

function isEntry(definition: Definition, index: number): definition is Extract<Definition, { kind: 'iteration' }> {
	const [first] = definition.kind === 'iteration' ? definition.path : [];
	return first?.kind === 'position' && first.index === index;
}

/** `rows` of `rows.entries()`. */
function listOfEntries(value: Value): Value | undefined {
	return value.kind === 'call' && value.callee.kind === 'member' && value.callee.property === 'entries' && value.args.length === 0
		? value.callee.object
		: undefined;
}

/** Whether the other list may have more than one element, which are not all the same. */
function isSeveral({ provenance }: Models, { fact, ...place }: Site<MemberValue>): boolean {
	const roots = provenance.roots(at(fact.object, place));
	return (
		roots.length > 0 &&
		roots.every(root => root.kind !== 'made' || root.site.fact.kind !== 'array' || root.site.fact.elements.length > 1)
	);
}

/** What leaves the order of a list open, but for what is behind the other list too. */
function ordersOf({ effects }: Models, list: Site<Value>, other: Site<Value>): Influence[] {
	const isOrder = ({ kind, picked }: Influence): boolean => kind === 'order' && !picked;
	const inside = [
		...effects.behind(list, [{ kind: 'element' }, { kind: 'parts' }]),
		...effects.behind(other, [{ kind: 'parts' }]),
	].filter(isOrder);
	return effects
		.behind(list, [{ kind: 'parts' }])
		.filter(each => isOrder(each) && !inside.some(({ source }) => source.fact === each.source.fact));
}
