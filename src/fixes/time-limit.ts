import type { Span } from '../syntax/facts.ts';
import { type Edit, replace } from './edit.ts';

/** Milliseconds that only a hang takes. */
const plenty = '5000';

/** Gives a wait seconds in the place of milliseconds. */
export function withPlentyOfTime(number: Span | undefined): Edit | undefined {
	return number === undefined ? undefined : replace(number, plenty);
}
