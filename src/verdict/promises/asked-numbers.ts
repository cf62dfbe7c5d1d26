import { chainOf } from '../../effects/value-parts.ts';
import { spyRows } from '../../knowledge/assertions/spies.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim } from '../models.ts';

/** How many elements of a list, or calls of a spy, there have to be. */
export interface Asked {
	/** The variable that has them, of the module where it is asked, and where in it they are: `client` and `send` of a spy `client.send`. */
	readonly binding: number;
	readonly within: readonly string[];
	readonly number: number;
	/** What they have to be, where that is written out. */
	readonly elements: readonly Value[];
}

/** How many of something that comes one by one have to be there for an assertion to hold, where its text says so. */
export function askedBy({ actual, expected, relation, negated }: Claim): Asked | undefined {
	const held = heldBy(actual.fact);
	if (held === undefined || negated) return undefined;
	const { binding, path } = held;
	const fact = expected?.fact;
	const number = fact?.kind === 'literal' && typeof fact.value === 'number' ? fact.value : undefined;
	if (relation === 'called-times') return number === undefined ? undefined : { binding, within: path, number, elements: [] };
	const index = indexIn(path);
	if (index !== undefined) return relation === 'nothing' ? undefined : { binding, within: [], number: index + 1, elements: [] };
	if (path.length > 0) return undefined;
	if (relation === 'length') return number === undefined ? undefined : { binding, within: [], number, elements: [] };
	if ((relation !== 'deep-equal' && relation !== 'same-members') || fact?.kind !== 'array') return undefined;
	return fact.elements.some(({ kind }) => kind === 'spread')
		? undefined
		: { binding, within: [], number: fact.elements.length, elements: fact.elements };
}

/** How many are there at least when an assertion holds; undefined where its text does not say so. */
export function knownBy(claim: Claim, { elements, ...thing }: Asked): number | undefined {
	const { actual, expected, relation, negated } = claim;
	const path = readOf(actual.fact, thing);
	if (path === undefined) return undefined;
	const fact = expected?.fact;
	const number = fact?.kind === 'literal' && typeof fact.value === 'number' ? fact.value : undefined;
	if (negated) return (relation === 'length' || relation === 'called-times') && number === 0 ? 1 : undefined;
	if (counts(path))
		return relation === 'truthy' ? 1 : leastOf(relation === 'greater' ? '>' : relation === 'greater-or-equal' ? '>=' : '', number);
	if (relation === 'called' || (relation === 'truthy' && path.join('.') === called)) return 1;
	if (relation === 'contains' && path.length === 0) return fact === undefined ? undefined : placeAmong(fact, elements);
	return askedBy(claim)?.number;
}

/** How many are there at least when a number of them stands in a relation to another. */
export function leastOf(operator: string, number: number | undefined): number | undefined {
	if (number === undefined) return undefined;
	if (operator === '>') return number + 1;
	if (operator === '!==' || operator === '!=') return number === 0 ? 1 : undefined;
	return operator === '>=' || operator === '===' || operator === '==' ? number : undefined;
}

const called = 'called';
const numbers: ReadonlySet<string> = new Set([
	'length',
	...spyRows.flatMap(({ path, tells, from }) => (tells === 'count' && from === undefined ? [path] : [])),
]);

/** Whether what is read of a list or spy is how many there are. */
export function counts(path: readonly string[]): boolean {
	return numbers.has(path.join('.'));
}

/** How many there are at least when one of those that are asked for is there. */
function placeAmong(value: Value, elements: readonly Value[]): number | undefined {
	const isIt = (each: Value): boolean => each.kind === 'literal' && value.kind === 'literal' && each.value === value.value;
	const index = elements.every(({ kind }) => kind === 'literal') ? elements.findIndex(isIt) : -1;
	return index === -1 ? undefined : index + 1;
}

interface Held {
	readonly binding: number;
	/** What is read of it. */
	readonly path: readonly string[];
}

/** What a value reads of a list or spy: `length` of `seen.length`; undefined where it is about something else. */
export function readOf(value: Value, { binding, within }: Pick<Asked, 'binding' | 'within'>): readonly string[] | undefined {
	const held = heldBy(value);
	const isOfIt = held?.binding === binding && within.every((name, index) => held.path[index] === name);
	return isOfIt ? held.path.slice(within.length) : undefined;
}

/** The variable that a value is read from: `got` of `got[1].id`, and of `got.map(each => each.id)`, which has as many elements. */
function heldBy(value: Value): Held | undefined {
	const { root, path } = chainOf(value);
	if (root.kind === 'reference') return { binding: root.binding, path };
	if (root.kind !== 'call' || root.callee.kind !== 'member' || root.callee.property !== 'map') return undefined;
	const held = heldBy(root.callee.object);
	return held?.path.length === 0 ? { binding: held.binding, path } : undefined;
}

/** The place in a list that is read: 1 of `got[1].id`. */
function indexIn([first]: readonly string[]): number | undefined {
	return first !== undefined && /^\d+$/.test(first) ? Number(first) : undefined;
}
