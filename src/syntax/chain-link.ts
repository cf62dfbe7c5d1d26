import type { Call, ModuleFacts, Span } from './facts.ts';
import { lineAt } from './lower.ts';

/** Of a call that ends a chain over several lines, its own link: where a reader looks for it. Any other place is itself. */
export function linkOf(facts: ModuleFacts, place: Span | Call): Span {
	if (!('callee' in place) || place.callee.kind !== 'member' || typeof place.callee.property !== 'string') return place;
	const { object, property, end } = place.callee;
	const start = end - property.length;
	return object.kind === 'call' && object.end < start && lineAt(facts, start) > lineAt(facts, place.start)
		? { start, end: place.end }
		: place;
}
