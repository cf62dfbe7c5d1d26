import { promisedBy } from '../../effects/waits/promised.ts';
import { mayListen } from '../../effects/waits/listening.ts';
import { keeping, registering } from '../../knowledge/ending-words.ts';
import { standInNames } from '../../knowledge/acting-words.ts';
import { drivenPromises, makingHandlers, queuedWaits, queueingRunners, timerGlobals } from '../../knowledge/schedules.ts';
import { stubbing } from '../../knowledge/stub-words.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Region } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import { nameOfCallee } from './dropped-calls.ts';
import { callbackOfList } from './list-callbacks.ts';
import type { Models, Scope } from '../models.ts';
import { isToldByParameter } from './unheard-callbacks.ts';

/**
 * The calls of a test that are handed an async function which makes assertions behind an `await`, where the test waits for nothing from there on: whoever calls
 * the function, and whenever, what stands behind the `await` runs in a later turn (https://tc39.es/ecma262/#await), and the test is over by then.
 */
export function* lateCallbacksIn(models: Models): Iterable<Call> {
	const bodies = new Set(models.scopes.map(({ body }) => body.fact));
	for (const scope of models.scopes) {
		if (scope.body.module !== models.module || !endsByReturn(models, scope)) continue;
		for (const call of scope.body.fact.calls) {
			const callback = callbackOf(models, call);
			if (
				callback === undefined ||
				bodies.has(callback) ||
				waitsBehind(scope.body.fact, call) ||
				!claimsBehindAwait(models, scope, callback)
			)
				continue;
			if (mayKeep(models, scope, call) || isKnown(models, scope, call) || models.framework.clockAt(scope, call.start).timers)
				continue;
			yield call;
		}
	}
}

/** A test that is over when its function is. */
function endsByReturn({ module }: Models, scope: Scope): boolean {
	if (scope.body.fact.calls.some(({ callee }) => callee.kind === 'global' && queuedWaits.has(callee.name))) return false;
	return (
		'framework' in scope &&
		!queueingRunners.has(scope.framework) &&
		scope.wrappers.length === 0 &&
		scope.doneParameter === undefined &&
		!scope.ending.isLater &&
		!isToldByParameter(scope.body) &&
		!module.facts.sources.some(source => drivenPromises.test(source))
	);
}

/** The only function that a statement hands over, where it is async. */
function callbackOf({ module }: Models, { form, usage, args }: Call): FunctionFacts | undefined {
	const [only, ...others] = args.filter(({ kind }) => kind === 'function');
	if (form !== 'call' || usage !== 'discarded' || others.length > 0 || only?.kind !== 'function') return undefined;
	const callback = functionAt(module, only.function);
	return callback?.async === true && !callback.generator ? callback : undefined;
}

/** Whether a test waits for something behind a call, or comes by it again. */
function waitsBehind({ awaits, returns, regions, generator }: FunctionFacts, { start, region }: Call): boolean {
	return (
		generator ||
		[...awaits, ...returns.filter(({ value }) => value.kind !== 'literal')].some(each => each.end > start) ||
		isInLoop(regions, region)
	);
}

function isInLoop(regions: readonly Region[], region: number | undefined): boolean {
	const own = region === undefined ? undefined : regions[region];
	return own !== undefined && (own.kind === 'loop' || isInLoop(regions, own.parent));
}

/** Whether an assertion of the function itself stands behind its first `await`, which is not in a branch of its own. */
function claimsBehindAwait(models: Models, scope: Scope, { awaits, start, end }: FunctionFacts): boolean {
	const first = awaits.find(({ region }) => region === undefined);
	return first !== undefined && models.assertionsIn(scope).some(({ place }) => holds({ start, end }, place) && place.end > first.end);
}

/** Whether something keeps a function for later, for the end of the test, or as the answer of a stub: what calls it then may be waited for. */
function mayKeep({ module }: Models, { body }: Scope, call: Call): boolean {
	const { callee } = call;
	const name = nameOfCallee(call, module) || (callee.kind === 'global' ? callee.name : '');
	const context = body.fact.parameters[0]?.binding;
	const isOfContext = callee.kind === 'member' && callee.object.kind === 'reference' && callee.object.binding === context;
	return isOfContext || mayListen(call) || name === '' || keeps(name) || (callee.kind === 'global' && timerGlobals.has(name));
}

function keeps(name: string): boolean {
	return [registering, makingHandlers, stubbing, standInNames].some(words => words.test(name)) || keeping.has(name);
}

/** Whether the call is told of as a promise that nobody waits for. */
function isKnown(models: Models, scope: Scope, call: Call): boolean {
	const site = at(call, scope.body);
	return promisedBy(models, site) !== undefined || callbackOfList(models, site) !== undefined;
}
