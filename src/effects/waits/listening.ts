import { listening } from '../../knowledge/event-words.ts';
import type { Call } from '../../syntax/facts.ts';

/** Whether a call begins to listen, as far as its name tells. */
export function mayListen({ callee }: Call): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && listening.has(callee.property);
}
