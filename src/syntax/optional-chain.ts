import type { Value } from './facts.ts';

/** Whether a chain ends early where there is nothing: `a?.b.c`. */
export function mayStop(value: Value): boolean {
	if (value.kind === 'call') return mayStop(value.callee);
	return value.kind === 'member' && (value.optional === true || mayStop(value.object));
}
