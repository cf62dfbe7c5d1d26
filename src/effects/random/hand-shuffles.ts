import type { Site } from '../../project/model.ts';
import type { FunctionFacts, MemberValue, Value, Write } from '../../syntax/facts.ts';
import { shufflersOf } from './shuffling.ts';
import type { Knowing } from '../knowing.ts';

/** How a function shuffles a list. */
export interface HandShuffle {
	/** The variable that holds the list. */
	readonly list: number;
	/** The draw, or the places of which one was drawn. */
	readonly drawn: readonly Site<Value>[];
	/** The list is the function's first parameter, and so that of its caller. */
	readonly inPlace: boolean;
}

/** A shuffle written by hand: elements that a loop puts into each other's places (Fisher and Yates), or a list sorted by a random comparison. */
export function handShuffleOf(knowing: Knowing, { module, fact, frame }: Site<FunctionFacts>): HandShuffle | undefined {
	const found = swappedIn(fact)[0] ?? sortedIn(knowing, { module, fact, frame });
	if (found === undefined) return undefined;
	const inPlace = fact.parameters[0]?.binding === found.list;
	return inPlace || fact.returns.some(({ value }) => isOf(value, found.list))
		? { list: found.list, drawn: found.drawn.map(each => ({ module, fact: each, frame })), inPlace }
		: undefined;
}

interface Found {
	readonly list: number;
	readonly drawn: readonly Value[];
}

/** Two writes to places of one list in the same round of a loop. */
function swappedIn({ writes, regions }: FunctionFacts): readonly Found[] {
	const places = writes.flatMap(write => {
		const list = listOf(write);
		return list === undefined || write.region === undefined || regions[write.region]?.kind !== 'loop'
			? []
			: [{ ...list, region: write.region }];
	});
	return places.flatMap((one, index) =>
		places
			.slice(index + 1)
			.filter(({ list, region }) => list === one.list && region === one.region)
			.map(other => ({ list: one.list, drawn: [one.key, other.key] })),
	);
}

/** `list[index] = …` */
function listOf({ target, operator }: Write): { readonly list: number; readonly key: Value } | undefined {
	if (operator !== '=' || !isPlace(target)) return undefined;
	const { object, property } = target;
	return object.kind === 'reference' && typeof property !== 'string' ? { list: object.binding, key: property } : undefined;
}

function isPlace(target: Write['target']): target is MemberValue {
	return target.kind === 'member' && typeof target.property !== 'string';
}

function sortedIn(knowing: Knowing, { module, fact, frame }: Site<FunctionFacts>): Found | undefined {
	for (const call of fact.calls) {
		const list = call.callee.kind === 'member' && call.callee.object.kind === 'reference' ? call.callee.object.binding : undefined;
		const [draw] = list === undefined ? [] : shufflersOf({ module, fact: call, frame }, knowing);
		if (list !== undefined && draw !== undefined) return { list, drawn: [draw.fact] };
	}
	return undefined;
}

function isOf(value: Value, binding: number): boolean {
	return value.kind === 'reference' && value.binding === binding;
}
