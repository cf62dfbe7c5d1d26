import { settlingMethods } from '../knowledge/promise-classes.ts';
import type { SettlingMethod } from '../knowledge/promise-classes.ts';
import type { Call, Value } from './facts.ts';

/** A link of a chain of promises. */
export interface PromiseLink {
	readonly method: SettlingMethod;
	/** What the link is called on. */
	readonly before: Value;
}

/** The link that a callee is by its name, `load().then`: whether what it is called on is a promise is not asked. */
export function promiseLinkOf(callee: Value | undefined): PromiseLink | undefined {
	if (callee?.kind !== 'member') return undefined;
	const method = settlingMethods.find(each => each === callee.property);
	return method === undefined ? undefined : { method, before: callee.object };
}

/** Whether a callee is `load().then`, by its name. */
export function isThen(callee: Value | undefined): boolean {
	return beforeThen(callee) !== undefined;
}

/** The promise that `.then` is called on, where a callee is that. */
export function beforeThen(callee: Value | undefined): Value | undefined {
	const link = promiseLinkOf(callee);
	return link?.method === 'then' ? link.before : undefined;
}

/** Whether a call is a link that takes a failure of what stands before: `.catch(…)`, or a second callback of `.then`. */
export function handlesFailure({ callee, args }: Call): boolean {
	const method = promiseLinkOf(callee)?.method;
	return method === 'catch' || (method === 'then' && args.length > 1);
}
