import { presenceMatchers } from '../../knowledge/assertions/matcher-words.ts';
import { failingQueries } from '../../knowledge/query-words.ts';
import { identityOf } from '../../provenance/identity.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Span } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { matcherOf, repeatsClaim } from '../repeated-claims.ts';
import { awaitsEnd } from './changed-claims.ts';
import { countsWhatGrows } from './growing-counts.ts';
import type { Wait } from './waits.ts';

/**
 * Whether trying the assertions behind a wait until they hold says as much as making them once behind it. Not where one of them may hold before the
 * wait already: it says that something is not there, or is still there, or came no more than once; nor where one of them
 * counts what may go on growing; nor where two waits with nothing but assertions between them say when something happens.
 */
export function isMendedByRetry(models: Models, scope: Scope, wait: Wait, waits: readonly Wait[]): boolean {
	const claims = models.assertionsIn(scope);
	const steps = stepsOf(scope, claims);
	const next = steps.find(({ start }) => start >= wait.site.end)?.start ?? Infinity;
	const run = claims.filter(({ place }) => place.start >= wait.site.end && place.start < next);
	if (waits.some(other => other !== wait && isNextTo(other, wait, steps, waits))) return false;
	return !run.some(claim => mayHoldBefore(models, scope, wait, claim) || countsWhatGrows(models, claim));
}

/** What a test does, its assertions apart. */
function stepsOf({ body: { fact } }: Scope, claims: readonly Claim[]): readonly Call[] {
	return fact.calls.filter(
		call => (call.usage === 'awaited' || call.usage === 'discarded') && !claims.some(({ place }) => holds(place, call)),
	);
}

function isNextTo({ site: one }: Wait, { site: other }: Wait, steps: readonly Call[], waits: readonly Wait[]): boolean {
	const [from, to] = [Math.min(one.end, other.end), Math.max(one.start, other.start)];
	return !steps.some(step => step.start >= from && step.end <= to && !waits.some(({ site }) => holds(site, step)));
}

function mayHoldBefore(models: Models, scope: Scope, { site }: Wait, claim: Claim): boolean {
	const claims = models.assertionsIn(scope);
	const isAbsence = (each: Claim): boolean => models.claimsAbsence(each);
	const before = claims.filter(({ place }) => place.end <= site.start);
	return (
		(isAbsence(claim) && !awaitsEnd(claim, site, scope, claims, isAbsence)) ||
		isOnce(claim, scope) ||
		isFoundBefore(claim, site, scope) ||
		repeatsClaim(claim, before, scope.body.fact)
	);
}

/** `toHaveBeenCalledTimes(1)`, and any count in a test whose title says that no more may come: a later call would go unseen. */
function isOnce({ relation, negated, expected }: Claim, scope: Scope): boolean {
	if (negated || (relation !== 'called-times' && relation !== 'length')) return false;
	const isOne =
		relation === 'called-times' && (expected === undefined || (expected.fact.kind === 'literal' && expected.fact.value === 1));
	return isOne || ('title' in scope && noMore.test(scope.title ?? ''));
}

const noMore = /\b(?:once|only|single|no more|debounc\w*|throttl\w*|dedup\w*|at most)\b/i;

/** `const alert = screen.getByRole('alert'); await sleep(60); expect(alert).toBeInTheDocument()`: what is asked for was there before the wait. */
function isFoundBefore(claim: Claim, wait: Span, { body: { module, fact, frame } }: Scope): boolean {
	const name = saysPresence(claim) ? lookedFor(identityOf(claim.actual, 'ways')) : undefined;
	return (
		name !== undefined &&
		fact.calls.some(
			call => call.end <= wait.start && isFailing(call) && lookedFor(identityOf(at(call, { module, frame }), 'ways')) === name,
		)
	);
}

function saysPresence(claim: Claim): boolean {
	if (claim.relation === 'other') return !claim.negated && presenceMatchers.has(matcherOf(claim) ?? '');
	return (claim.relation === 'truthy' && !claim.negated) || (claim.relation === 'nothing' && claim.negated);
}

function lookedFor(name: string | undefined): string | undefined {
	return name?.replaceAll(/\.(?:find|get|query)(?=(?:All)?By[A-Z])/g, '.query');
}

function isFailing({ callee }: Call): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && failingQueries.test(callee.property);
}
