import { skippingThrows } from '../knowledge/frameworks/shared-words.ts';
import type { Site } from '../project/model.ts';
import type { Origin } from '../provenance/model.ts';
import { at } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Span } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import type { Claim, Models, Scope } from './models.ts';
import { holds } from '../syntax/spans.ts';

export function isRun(scope: Scope): boolean {
	return !('modifiers' in scope) || (!scope.modifiers.has('skip') && !scope.modifiers.has('todo'));
}

/** Whether a test never gets to a place: it says in front of it that it is to be skipped from there on. */
export function isSkippedAt(scope: Scope, place: Span): boolean {
	if (!('framework' in scope) || !skippingThrows.has(scope.framework)) return false;
	const around = functionsWithin(scope.body.module.facts, scope.body.fact).filter(fact => holds(fact, place));
	return around.some(({ calls }) => calls.some(call => call.end <= place.start && call.region === undefined && isSkip(call)));
}

/** `test.skip(true, 'not yet')`, `this.skip()`. */
function isSkip({ callee, args: [first] }: Call): boolean {
	const isWord = callee.kind === 'member' && (callee.property === 'skip' || callee.property === 'fixme') && callee.object.kind !== 'call';
	return isWord && (first === undefined || (first.kind === 'literal' && first.value === true));
}

/** Whether the place stands in an assertion that something fails: what is expected to fail mostly does so early. */
export function expectsFailureAt(models: Models, scope: Scope, place: Span): boolean {
	return models.assertionsIn(scope).some(claim => isAboutFailure(claim) && holds(claim.place, place));
}

function isAboutFailure({ relation, negated }: Claim): boolean {
	return !negated && (relation === 'rejects' || relation === 'throws');
}

/** A call that a test reaches. */
interface ReachedCall {
	readonly api: Origin;
	readonly call: Site<Call>;
	/** In the test. */
	readonly site: Span;
	/** The functions on the way, where no frame of the call tells. */
	readonly through?: readonly Site<FunctionFacts>[];
}

/** Whether the API, or a function on the way to it, has a stub in its place. */
export function isReplaced({ framework }: Models, scope: Scope, { api, call, site, through = [] }: ReachedCall): boolean {
	if (framework.isStubbed(api, scope, site.start) || through.some(each => framework.isStubbed(each, scope, site.start))) return true;
	for (let frame = call.frame; frame !== undefined; frame = frame.call?.frame) {
		if (framework.isStubbed({ module: frame.module, fact: frame.function }, scope, site.start)) return true;
	}
	return false;
}

/** Whether what an assertion checks is what a stub gives back: `spyOn(timer, 'elapsed').mockReturnValue(5); expect(timer.elapsed()).toBe(5)`. */
export function isOfStub({ framework, provenance }: Models, scope: Scope, { actual, place }: Claim): boolean {
	if (actual.fact.kind !== 'call') return false;
	const asked = provenance
		.roots(at(actual.fact.callee, actual))
		.flatMap(root => (root.kind === 'function' && root.path.length === 0 ? [root.site] : []));
	return asked.some(site => framework.isStubbed(site, scope, place.start));
}
