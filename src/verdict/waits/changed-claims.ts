import { chainOf, valuesInside } from '../../effects/value-parts.ts';
import { takingAway } from '../../knowledge/ending-words.ts';
import { filePuts, fileReads } from '../../knowledge/file-reads.ts';
import { failingQueries } from '../../knowledge/query-words.ts';
import type { Module } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Span } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Claim, Scope } from '../models.ts';
import { isReset } from '../repeated-claims.ts';

/**
 * Whether a claim that nothing is there is about what was there in front of the wait: the wait is for its end, and who looks too early still
 * finds it. The claim is one of an absence; `isAbsence` asks that of another.
 */
export function awaitsEnd(claim: Claim, wait: Span, scope: Scope, claims: readonly Claim[], isAbsence: (claim: Claim) => boolean): boolean {
	if (claim.retried || claim.relation.includes('called') || isActedBefore(claim, wait, scope, claims)) return false;
	const about = nameOf(claim);
	if (about === undefined || isTakenAway(claim, wait, scope)) return about !== undefined;
	if (isLookedUp(about, wait, scope) || isPutThere(claim, wait, scope)) return true;
	const earlier = claims.findLast(each => each.place.end <= wait.start && nameOf(each) === about);
	return earlier !== undefined && saysPresence(earlier, claim, isAbsence) && !isChangedBetween(claim, earlier.place, scope);
}

/** `setTimeout(() => { stream.emit('end'); expect(stream.isOpen).toBe(false); }, 5)`: what the timer does itself ends it. */
function isActedBefore({ place }: Claim, wait: Span, { body: { module, fact } }: Scope, claims: readonly Claim[]): boolean {
	if (place.start < wait.start || place.end > wait.end) return false;
	const calls = functionsWithin(module.facts, fact).flatMap(each => each.calls);
	return calls.some(
		({ start, end, usage }) =>
			usage === 'discarded' &&
			start > wait.start &&
			end <= place.start &&
			!claims.some(each => each.place.start <= start && end <= each.place.end),
	);
}

/** What a claim is about; the queries of Testing Library look for the same, whether or not it has to be there. */
function nameOf({ actual }: Claim): string | undefined {
	return identityOf(actual, 'ways')?.replaceAll(/\.(?:find|get|query)(?=(?:All)?By[A-Z])/g, '.query');
}

/** The opposite of the later claim: `expect(open.size).toBe(1)` in front of `toBe(0)`. */
function saysPresence(earlier: Claim, { relation }: Claim, isAbsence: (claim: Claim) => boolean): boolean {
	if (isAbsence(earlier) || earlier.relation === 'snapshot') return false;
	if (earlier.relation === relation) return true;
	return isAbsence({ ...earlier, negated: !earlier.negated });
}

/** Whether what the claim looks at was emptied or set anew behind a place: nothing is there from then on. */
function isChangedBetween({ actual, place }: Claim, { end }: Span, { body: { fact } }: Scope): boolean {
	const between = ({ start }: Span): boolean => start > end && start < place.start;
	const variables = valuesInside(actual.fact).flatMap(value => (value.kind === 'reference' ? [value.binding] : []));
	return (
		fact.calls.some(call => between(call) && isReset(call)) ||
		fact.writes.some(
			write =>
				between(write) && valuesInside(write.target).some(value => value.kind === 'reference' && variables.includes(value.binding)),
		)
	);
}

/** `fireEvent.click(getByText('Close'))`: a look that fails where nothing is there. */
function isLookedUp(about: string, wait: Span, { body: { module, fact, frame } }: Scope): boolean {
	return fact.calls.some(
		call =>
			call.end <= wait.start &&
			isFailing(call) &&
			identityOf(at(call, { module, frame }), 'ways')?.replaceAll(/\.(?:find|get)(?=(?:All)?By[A-Z])/g, '.query') === about,
	);
}

/** `writeFileSync(dump, text); …; expect(existsSync(dump)).toBe(false)`: what must be gone is what the test itself has put there. */
function isPutThere({ actual: { fact, module, frame } }: Claim, wait: Span, { body }: Scope): boolean {
	const pathOf = ({ args: [path] }: Call): string | undefined =>
		path === undefined ? undefined : identityOf({ module, fact: path, frame }, 'ways');
	const paths = valuesInside(fact).flatMap(value =>
		value.kind === 'call' && isNamed(value, fileReads, module) ? (pathOf(value) ?? []) : [],
	);
	if (module !== body.module || paths.length === 0) return false;
	const before = functionsWithin(module.facts, body.fact).flatMap(({ calls }) => calls.filter(({ end }) => end <= wait.start));
	return before.some(call => isNamed(call, filePuts, module) && paths.includes(pathOf(call) ?? ''));
}

/** Whether a function is called by one of some names, that of its synchronous twin included. */
function isNamed({ callee }: Call, names: ReadonlySet<string>, { facts }: Module): boolean {
	const name =
		callee.kind === 'member' ? callee.property : callee.kind === 'reference' ? facts.bindings[callee.binding]?.word : undefined;
	return typeof name === 'string' && (names.has(name) || names.has(name.replace(/Sync$/, '')));
}

function isFailing({ callee }: Call): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && failingQueries.test(callee.property);
}

/**
 * `await disconnect(node, peer); await sleep(200); expect(node.getConnections().length).toBe(0)`: the last thing that is done in front of the wait
 * takes something away, and what it is done to is asked whether it is gone.
 */
function isTakenAway({ actual: { fact: looked, module } }: Claim, wait: Span, { body }: Scope): boolean {
	if (module !== body.module || !valuesInside(looked).some(({ kind }) => kind === 'call')) return false;
	const asked = valuesInside(looked).flatMap(value => (value.kind === 'reference' ? [value.binding] : []));
	const last = body.fact.calls.findLast(({ end, usage }) => end <= wait.start && (usage === 'discarded' || usage === 'awaited'));
	if (last === undefined) return false;
	const { root, path } = chainOf(last.callee);
	const name = path.at(-1) ?? (root.kind === 'reference' ? module.facts.bindings[root.binding]?.word : undefined);
	return (
		name !== undefined &&
		takingAway.test(name) &&
		[root, ...last.args].some(value => value.kind === 'reference' && asked.includes(value.binding))
	);
}
