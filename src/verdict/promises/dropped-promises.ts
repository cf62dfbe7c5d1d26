import { type Promised, promisedBy } from '../../effects/waits/promised.ts';
import type { Site } from '../../project/model.ts';
import { soleDefinition } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, Span } from '../../syntax/facts.ts';
import { isThen } from '../../syntax/promise-link.ts';
import { assertingChain } from './asserting-chains.ts';
import { isNested } from './awaited-lists.ts';
import { customarilyAwaited } from './customary-awaits.ts';
import { droppedByList } from './list-callbacks.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { commandOf } from './page-commands.ts';
import { promisedMatcher } from './promised-matchers.ts';
import { awaitedBySuite } from './suite-awaits.ts';
import { awaitedOfThing } from './thing-habits.ts';
import { unheardWork } from './unheard-work.ts';
import { userEventOf } from './user-events.ts';

/** What a call gives that nobody asks for. */
export interface DroppedPromise {
	readonly promised: Promised;
	/** The async callback whose promises they are: `forEach(async …)`. */
	readonly callback: FunctionFacts | undefined;
	/** Code of the project, or code that is not known, makes the promise: what the test asks for may be done before it first waits. */
	readonly mayBeAtOnce: boolean;
	/** It is no promise: a callback is told when the work is done, and tells nobody. */
	readonly ofCallback: boolean;
}

/** The promise that a call gives, or a list of them, by whatever tells that it is one: code, rows, types, the matcher, or the habit of the file or of the suite. */
export function droppedPromise(models: Models, scope: Scope, site: Site<FunctionFacts>, call: Site<Call>): DroppedPromise | undefined {
	const isAsked = call.fact.usage === 'awaited' || isNested(call.fact);
	const unheard = isAsked ? undefined : unheardWork(models, scope, call);
	if (unheard !== undefined) return { promised: unheard, callback: undefined, mayBeAtOnce: false, ofCallback: true };
	const known = isAsked
		? undefined
		: (promisedBy(models, call, inner => models.framework.isStubbed(inner, scope, call.fact.start)) ??
			userEventOf(models, call) ??
			commandOf(models, site, call));
	const promised = isAsked
		? undefined
		: (known ??
			promisedMatcher(models, scope, call) ??
			customarilyAwaited(models, call) ??
			assertingChain(models, scope, site, call.fact) ??
			(waits(scope, site) ? (awaitedBySuite(models, call) ?? awaitedOfThing(models, call)) : undefined));
	const isSchedule = promised?.sleeps === true && isThen(call.fact.callee);
	const mayBeAtOnce = known === undefined || known.witness.steps.length > 0;
	if (promised !== undefined)
		return (promised.handled && !holdsClaims(models, scope, call.fact)) || isSchedule
			? undefined
			: { promised, callback: undefined, mayBeAtOnce, ofCallback: false };
	const listed = droppedByList(models, call);
	return listed === undefined ? undefined : { ...listed, mayBeAtOnce: false, ofCallback: false };
}

/** Whether a function, or the test that it stands in, waits by `await`. */
function waits({ body }: Scope, { fact }: Site<FunctionFacts>): boolean {
	return fact.async || body.fact.async;
}

/** Whether assertions stand in functions inside a span that say more than that nothing failed. */
export function holdsClaims(models: Models, scope: Scope, span: Span): boolean {
	return models
		.assertionsIn(scope)
		.some(claim => claim.place.start > span.start && claim.place.end <= span.end && !tellsFailure(models, claim));
}

/** `write().catch(error => test.ifError(error))` asserts nothing but what has failed by then. */
function tellsFailure(models: Models, claim: Claim): boolean {
	const {
		actual: {
			fact,
			module: { facts },
		},
	} = claim;
	const only = soleDefinition(facts, fact);
	const callee = only?.kind === 'parameter' ? facts.functions[only.function]?.passedTo?.call.callee : undefined;
	return callee?.kind === 'member' && callee.property === 'catch' && models.claimsAbsence(claim);
}
