import type { Call } from '../syntax/facts.ts';

/** Methods that begin to listen: Node's EventEmitter, and EventTarget. */
const listening: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'addEventListener', 'addOnceListener', 'prependListener', 'prependOnceListener']);

/** Whether a call begins to listen, as far as its name tells. */
export function mayListen({ callee }: Call): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && listening.has(callee.property);
}
