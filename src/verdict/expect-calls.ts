import type { Call, ModuleFacts } from '../syntax/facts.ts';

/** Whether a call is one of `expect`, by its name: whose it is decides nothing, where it is asked only to quiet a rule or is handed a promise. */
export function isExpect({ callee }: Call, { bindings }: ModuleFacts): boolean {
	if (callee.kind === 'member') return callee.property === 'expect';
	return (callee.kind === 'reference' ? bindings[callee.binding]?.name : callee.kind === 'global' ? callee.name : undefined) === 'expect';
}
