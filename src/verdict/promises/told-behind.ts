import type { Module, Site } from '../../project/model.ts';
import { soleDefinition } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import type { Scope } from '../models.ts';
import { isNewPromise } from '../../effects/promise-classes.ts';

/**
 * Whether a callback says at once, right behind a call, that its part is done: `save(); done();` ends the test, `connect(); added.resolve();` settles
 * what the test waits for. What the call began is none of that.
 */
export function toldBehind(scope: Scope, site: Site<FunctionFacts>, dropped: Call): 'left' | 'raced' | undefined {
	const { fact } = site;
	if (fact === scope.body.fact || fact.awaits.some(({ start }) => start > dropped.end)) return undefined;
	for (const next of fact.calls) {
		if (next.start < dropped.end || next.region !== dropped.region || next.usage !== 'discarded') continue;
		if (next.args.length === 0 && next.callee.kind === 'reference' && scope.ending.tells(next)) return 'left';
		if (next.args.length < 2 && settles(next, site)) return 'raced';
	}
	return undefined;
}

/** `resolve()` of the promise around it, `deferred.resolve()`. */
function settles({ callee }: Call, { module }: Site<FunctionFacts>): boolean {
	if (callee.kind === 'member')
		return callee.property === 'resolve' && (callee.object.kind === 'reference' || callee.object.kind === 'member');
	return isOfExecutor(module, callee);
}

/** Whether a variable is the `resolve` of a promise that is made. */
export function isOfExecutor({ facts }: Module, value: Value): boolean {
	const only = soleDefinition(facts, value);
	if (only?.kind !== 'parameter' || only.index !== 0) return false;
	const around = facts.functions[only.function]?.passedTo?.call;
	return around !== undefined && isNewPromise(around);
}
