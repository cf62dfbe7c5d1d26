import { acting, derived, looking } from '../knowledge/document-words.ts';
import type { Site } from '../project/model.ts';
import type { FunctionFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';

/** Whether a callback only looks at what the browser shows: by the names of what it calls, and it gives nothing that the browser itself keeps up to date. */
export function onlyLooks({ module, fact }: Site<FunctionFacts>): boolean {
	const inner = functionsWithin(module.facts, fact);
	return (
		!inner.some(({ returns }) => returns.some(({ value }) => isDerived(value))) &&
		inner.every(
			each =>
				!each.async &&
				each.writes.length === 0 &&
				each.calls.every(({ callee }) => {
					const name = callee.kind === 'member' ? callee.property : callee.kind === 'global' ? callee.name : undefined;
					return typeof name === 'string' && looking.has(name);
				}),
		)
	);
}

/** Whether a callback does something to what the browser shows, and gives nothing to wait for. */
export function onlyActs({ async: isAsync, calls, returns }: FunctionFacts): boolean {
	const isPromised = returns.some(({ value }) => value.kind === 'call' && value.form === 'new');
	return (
		!isAsync &&
		!isPromised &&
		calls.some(({ callee }) => callee.kind === 'member' && typeof callee.property === 'string' && acting.has(callee.property))
	);
}

/** Whether a value is a part of what the browser itself keeps up to date. */
function isDerived(value: Value): boolean {
	if (value.kind === 'operation') return value.operands.some(isDerived);
	if (value.kind === 'choice') return [value.test, ...value.options].some(isDerived);
	return value.kind === 'member' && ((typeof value.property === 'string' && derived.has(value.property)) || isDerived(value.object));
}
