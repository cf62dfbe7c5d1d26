import type { Span } from './facts.ts';

/** Whether a piece of text stands inside another one of the same module, or is all of it. */
export function holds(outer: Span, inner: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}
