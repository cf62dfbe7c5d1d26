import { chainOf } from '../../effects/value-parts.ts';
import { firedEvents, userActions, userNames } from '../../knowledge/user-event.ts';
import type { Call } from '../../syntax/facts.ts';
import type { Scope } from '../models.ts';

/** The name of what a test calls. */
export function calledName({ callee }: Call, { body: { module } }: Scope): string {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? callee.property : '';
	return callee.kind === 'reference' ? (module.facts.bindings[callee.binding]?.word ?? '') : '';
}

/** `user.click(button)` */
export function isUserAct({ callee }: Call, { body: { module } }: Scope): boolean {
	if (callee.kind !== 'member' || typeof callee.property !== 'string' || !userActions.includes(callee.property)) return false;
	const { root } = chainOf(callee);
	return root.kind === 'reference' && userNames.test(module.facts.bindings[root.binding]?.name ?? '');
}

/** `fireEvent.click(button)`, `user.click(button)` */
export function isAct({ callee }: Call): boolean {
	return (
		callee.kind === 'member' &&
		typeof callee.property === 'string' &&
		(userActions.includes(callee.property) || firedEvents.has(callee.property))
	);
}
