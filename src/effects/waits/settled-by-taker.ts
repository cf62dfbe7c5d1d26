import type { Site } from '../../project/model.ts';
import type { Value } from '../../syntax/facts.ts';
import { functionsAround } from '../../syntax/functions-within.ts';

/** `const later = deferred(); later.promise.then(…); later.resolve();`: who takes the promise settles it, and waits for nothing. */
export function settlesItself({ fact, module: { facts } }: Site<Value>): boolean {
	const [inside] = functionsAround(facts, fact);
	const holder = fact.kind === 'member' && fact.object.kind === 'reference' ? fact.object.binding : undefined;
	return (
		holder !== undefined &&
		inside?.calls.some(
			({ callee }) =>
				callee.kind === 'member' &&
				callee.object.kind === 'reference' &&
				callee.object.binding === holder &&
				settling.has(callee.property),
		) === true
	);
}

const settling: ReadonlySet<unknown> = new Set(['resolve', 'reject']);
