import { isCaught } from '../../assertions/retry.ts';
import { type Promised, promisedBy } from '../../effects/waits/promised.ts';
import { chainOf } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { nameOf } from '../customs.ts';
import { customarilyAwaited } from './customary-awaits.ts';
import type { Claim, Models } from '../models.ts';

/**
 * An assertion that nothing is thrown, about a function that gives a promise or drops one: what fails later is seen by nobody, in a test that no callback ends. Where the
 * function throws at once what it finds wrong, that is what is asserted.
 */
export interface Unthrown {
	readonly place: Span;
	readonly promised: Promised;
	/** What gives the promise, as a sentence names it: `` `load` ``, or `what is called` where that is more than a name. */
	readonly name: string;
}

export function* unthrownIn(models: Models): Iterable<Unthrown> {
	for (const scope of models.scopes) {
		if (scope.body.module !== models.module || scope.ending.isLater) continue;
		for (const claim of models.assertionsIn(scope)) {
			const callback = asksForNoThrow(claim) ? callbackOf(claim, models) : undefined;
			const found =
				callback === undefined || models.framework.clockAt(scope, claim.place.start).timers
					? undefined
					: promisedIn(callback, models);
			if (found !== undefined) yield { place: claim.place, ...found };
		}
	}
}

/** `expect(…).not.toThrow()` as a statement of its own; what `resolves` says is waited for, or reported as an assertion. */
function asksForNoThrow({ relation, negated, site: { fact } }: Claim): boolean {
	return relation === 'throws' && negated && fact.kind === 'call' && fact.usage === 'discarded' && !isUnwrapped({ site: { fact } });
}

function isUnwrapped({ site: { fact } }: { readonly site: { readonly fact: Value } }): boolean {
	return fact.kind === 'call' && chainOf(fact.callee).path.some(name => name === 'resolves' || name === 'rejects');
}

function callbackOf({ actual }: Claim, { module }: Models): Site<FunctionFacts> | undefined {
	const { fact } = actual;
	const callback = fact.kind === 'function' && actual.module === module ? functionAt(module, fact.function) : undefined;
	return callback === undefined ? undefined : at(callback, actual);
}

/** What the function gives back, or drops. */
function promisedIn(callback: Site<FunctionFacts>, models: Models): Omit<Unthrown, 'place'> | undefined {
	const { calls } = callback.fact;
	for (const call of calls) {
		if (call.usage !== 'discarded' && call.usage !== 'returned' && call.usage !== 'awaited') continue;
		const promised = promisedBy(models, at(call, callback)) ?? customarilyAwaited(models, at(call, callback));
		if (
			promised !== undefined &&
			!promised.handled &&
			!promised.asserts &&
			promised.lazy !== true &&
			promised.ofSuite !== true &&
			!neverFails(at(call, callback), models) &&
			!throwsAtOnce(at(call, callback), models) &&
			!isThrownElsewhere(call, models)
		)
			return { promised, name: shownName(nameOf(call.callee, models.module)) };
	}
	return undefined;
}

function shownName(name: string | undefined): string {
	return name === undefined ? 'what is called' : `\`${name}\``;
}

/** Whether all that an async function of the project does stands in a `try` whose `catch` throws nothing again: its promise never fails, so that there is nothing to see. */
function neverFails(call: Site<Call>, { provenance }: Models): boolean {
	const roots = provenance.roots(at(call.fact.callee, call));
	return (
		roots.length > 0 &&
		roots.every(root => root.kind === 'function' && root.path.length === 0 && root.site.fact.async && catchesAll(root.site.fact))
	);
}

function catchesAll(fact: FunctionFacts): boolean {
	const { calls, awaits, throws, regions } = fact;
	const isInCatch = ({ region }: Call): boolean => region !== undefined && regions[region]?.kind === 'catch';
	return (
		awaits.length > 0 &&
		[...awaits, ...throws].every(({ region }) => isCaught(fact, region)) &&
		calls.every(call => isCaught(fact, call.region) || isInCatch(call))
	);
}

/** How many functions deep a check is looked for that throws. */
const maxDepth = 2;

/** Whether a function that is not async has a check that throws before it gives its promise, or calls one: `checkId(id); return request(id)`. */
function throwsAtOnce(call: Site<Call>, models: Models, depth = 0): boolean {
	return models.provenance.roots(at(call.fact.callee, call)).some(root => {
		if (root.kind !== 'function' || root.path.length > 0 || root.site.fact.async || root.site.fact.generator) return false;
		const { fact } = root.site;
		return (
			fact.throws.some(({ region }) => !isCaught(fact, region)) ||
			(depth < maxDepth &&
				fact.calls.some(inner => !isCaught(fact, inner.region) && throwsAtOnce(at(inner, root.site), models, depth + 1)))
		);
	});
}

/** Whether the file asserts elsewhere that the same call throws: then it does so at once, and not by its promise. */
function isThrownElsewhere({ callee }: Call, models: Models): boolean {
	const name = nameOf(callee, models.module);
	return (
		name !== undefined &&
		models.scopes.some(scope =>
			models.assertionsIn(scope).some(claim => {
				if (claim.relation !== 'throws' || claim.negated || isUnwrapped(claim)) return false;
				const { calls, async } = callbackOf(claim, models)?.fact ?? { calls: [], async: true };
				return !async && calls.some(each => nameOf(each.callee, models.module) === name);
			}),
		)
	);
}
