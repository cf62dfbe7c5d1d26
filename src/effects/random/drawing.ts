import type { Bound, DrawRow } from '../../knowledge/row.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { type Drawing, unknown } from './samples.ts';

/** What a draw is told of its bounds, where `read` works out what the code says; undefined where it does not say all. */
export function drawingOf({ draws }: DrawRow, calls: readonly Site<Call>[], read: (value: Site<Value>) => unknown): Drawing | undefined {
	const argument = (index: number, call = calls.length - 1): unknown => {
		const made = calls[call];
		const value = made?.fact.args[index];
		return made === undefined || value === undefined ? undefined : read(at(value, made));
	};
	const bound = (asked: Bound | undefined): number | undefined =>
		typeof asked === 'number' ? asked : asked === undefined ? 0 : bounded(asked, argument);
	const [min, max, length] = [
		draws.of === 'number' || draws.of === 'words' ? bound(draws.min) : 0,
		draws.of === 'number' || draws.of === 'words' ? bound(draws.max) : 0,
		draws.of === 'text' ? bound(draws.length) : draws.of === 'base64' ? bound(draws.bytes) : 0,
	];
	if (min === undefined || max === undefined || length === undefined) return undefined;
	return { draws, min, max, length, list: draws.of === 'element' || draws.of === 'order' ? argument(draws.argument) : undefined };
}

/** What a call says of a bound, in the first of the places that says anything. */
function bounded(
	{ at: places, standard, times = 1, call }: Exclude<Bound, number>,
	argument: (index: number, call?: number) => unknown,
): number | undefined {
	for (const { argument: index, key } of places) {
		const value = argument(index, call);
		if (value === unknown) return undefined;
		const held: unknown = key === undefined ? value : value instanceof Map ? value.get(key) : undefined;
		if (typeof held === 'number') return held * times;
		if (held === unknown) return undefined;
	}
	return standard;
}
