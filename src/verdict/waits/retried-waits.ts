import { looksAgain } from '../../assertions/retry.ts';
import { handsElement } from '../../knowledge/page-words.ts';
import type { Site } from '../../project/model.ts';
import { callStep } from '../../provenance/walk-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { firstCalls, nextCalls } from './next-calls.ts';
import type { Wait } from './waits.ts';

/**
 * Whether whatever comes next behind a wait tries again by itself until it holds: assertions that the framework makes again, queries and
 * actions that wait for their element. The wait is on top of that, in every run.
 */
export function isRetriedBehind(models: Models, scope: Scope, { call, kind }: Wait): boolean {
	if (call === undefined || kind !== 'sleep') return false;
	if (call.fact.usage === 'receiver') return claimsOf(models, scope, call).some(({ retried, place }) => retried && place.start === call.fact.start && place.end > call.fact.end);
	const next = nextCalls(models, scope.body, call);
	return next !== undefined && next.length > 0 && next.every(each => isRetried(models, scope, each));
}

function isRetried(models: Models, scope: Scope, call: Site<Call>): boolean {
	const own = claimsOf(models, scope, call).filter(({ site }) => holds(call.fact, site.fact));
	if (own.length > 0) return own.every(({ retried }) => retried);
	const looking = models.provenance.origins(at(call.fact.callee, call)).some(({ from, steps }) => looksAgain({ from, steps: [...steps, callStep(call)] }));
	return looking && (!isHanding(call) || isRetriedInside(models, scope, call));
}

/** The assertions that stand in the same module, entered by the same calls. */
function claimsOf(models: Models, scope: Scope, { module, frame }: Site<Call>): readonly Claim[] {
	return models.assertionsIn(scope).filter(({ site }) => site.module === module && (site.frame === frame || site.frame?.call?.fact === frame?.call?.fact));
}

/** `cy.get('li').first().within(() => { … })` */
function isHanding({ fact: { callee } }: Site<Call>): boolean {
	return callee.kind === 'member' && callee.property === handsElement;
}

function isRetriedInside(models: Models, scope: Scope, call: Site<Call>): boolean {
	const callback = call.fact.args.at(-1);
	const inside = callback?.kind === 'function' ? functionAt(call.module, callback.function) : undefined;
	const first = inside === undefined ? undefined : firstCalls(models, scope.body, at(inside, call));
	return first !== undefined && first.length > 0 && first.every(each => isRetried(models, scope, each));
}
