import { chainOf, valuesInside } from '../../effects/value-parts.ts';
import { askingNames } from '../../knowledge/acting-words.ts';
import { givingUp, openStates } from '../../knowledge/ending-words.ts';
import { retriedLooks } from '../../knowledge/query-words.ts';
import { identityOf } from '../../provenance/identity.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import { soleDefinition } from '../../syntax/definitions.ts';
import type { Call, ModuleFacts, Span, Value, Write } from '../../syntax/facts.ts';
import { functionsAround } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import { isExpect } from '../expect-calls.ts';
import type { Claim, Scope } from '../models.ts';

type PlacedClaim = Claim & { readonly place: Span };

/**
 * Whether a claim behind a wait says that something is as it was in front of it: it is compared with what the same reading gave before, or
 * it is about a variable that nothing but the code in front of the wait, in the same function, ever sets. Who looks too early finds it so.
 */
export function isUnchanged(claim: Claim, wait: Span, scope: Scope): boolean {
	return (
		comparesReadings(claim, wait, scope) ||
		isSetBefore(claim, wait, scope.body.module.facts) ||
		isConditionOf(claim, wait, scope) ||
		isStillOpen(claim, wait, scope)
	);
}

/** `search.cancel(); await sleep(100); expect(search.state).toBe('pending')`: what was called off in front of the wait must not get any further. */
function isStillOpen({ expected, relation, negated }: Claim, wait: Span, { body: { fact } }: Scope): boolean {
	const said = expected?.fact.kind === 'literal' ? expected.fact.value : undefined;
	const isOpen = !negated && (relation === 'identical' || relation === 'deep-equal') && typeof said === 'string' && openStates.has(said);
	const last = isOpen ? fact.calls.findLast(call => isStep(call) && call.end <= wait.start) : undefined;
	return last !== undefined && callsOff(last);
}

/** `query.abort()`, `setEnabled(false)` */
function callsOff({ callee, args }: Call): boolean {
	const isOff = args.some(argument => argument.kind === 'literal' && argument.value === false);
	return isOff || (callee.kind === 'member' && typeof callee.property === 'string' && givingUp.has(callee.property));
}

/** `if (list.length === 5) setTimeout(() => { assert.strictEqual(list.length, 5); }, 100)` */
function isConditionOf(
	{ actual, expected, relation, negated, part }: Claim,
	wait: Span,
	{
		body: {
			module: { facts },
		},
	}: Scope,
): boolean {
	if (
		negated ||
		part.length > 0 ||
		expected?.fact.kind !== 'literal' ||
		actual.module.facts !== facts ||
		(relation !== 'identical' && relation !== 'deep-equal' && relation !== 'length')
	)
		return false;
	const [name, { value }] = [identityOf(actual, 'ways'), expected.fact];
	const [holder] = functionsAround(facts, wait);
	const asked = (holder?.regions ?? []).filter(({ kind, start, end }) => kind === 'then' && start <= wait.start && wait.end <= end);
	return (
		name !== undefined &&
		asked.some(({ test }) => {
			if (test?.kind !== 'operation' || (test.operator !== '===' && test.operator !== '==')) return false;
			const [left, right] = test.operands;
			const subject =
				relation === 'length' ? (left?.kind === 'member' && left.property === 'length' ? left.object : undefined) : left;
			return (
				subject !== undefined &&
				right?.kind === 'literal' &&
				right.value === value &&
				identityOf(at(subject, actual), 'ways') === name
			);
		})
	);
}

/** `const entry = await handle(order); await sleep(50); expect(entry.status).to.equal('skipped')`: what was given in front of the wait. */
export function isOfAnswer({ actual: { fact, module }, expected }: Claim, wait: Span): boolean {
	const [{ root }, isPart] = [chainOf(fact), fact.kind === 'member'];
	const given = soleDefinition(module.facts, root);
	return (
		isPart &&
		expected?.fact.kind === 'literal' &&
		given?.kind === 'value' &&
		given.value.kind === 'await' &&
		given.value.end <= wait.start
	);
}

/** `const size = view.getSize(); …; await sleep(10); expect(view.getSize()).toEqual(size)` */
function comparesReadings({ actual, expected, relation, negated }: Claim, wait: Span, { body }: Scope): boolean {
	if (expected === undefined || negated || (relation !== 'identical' && relation !== 'deep-equal')) return false;
	const [variable] = valuesInside(expected.fact).filter(value => value.kind === 'reference');
	const kept =
		variable?.kind === 'reference' && (expected.frame === undefined || expected.frame === body.frame)
			? expected.module.facts.bindings[variable.binding]?.definitions
			: undefined;
	const isBefore =
		kept?.length === 1 &&
		kept.every(
			each =>
				each.kind === 'value' &&
				each.value.end <= wait.start &&
				[each.value, ...valuesInside(each.value)].some(({ kind }) => kind === 'call'),
		);
	const name = isBefore ? identityOf(expected, 'ways') : undefined;
	return name !== undefined && name === identityOf(actual, 'ways');
}

/** A number, a text or the like; objects are filled elsewhere. `let calls = 0; run(() => { calls++; setTimeout(() => { assert.equal(calls, 1); done(); }, 50); })`: a second call must not come. */
function isSetBefore({ actual: { fact, module } }: Claim, wait: Span, facts: ModuleFacts): boolean {
	if (fact.kind !== 'reference' || module.facts !== facts) return false;
	const { definitions = [] } = facts.bindings[fact.binding] ?? {};
	if (!definitions.every(each => each.kind === 'value' && (each.value.kind === 'literal' || each.value.kind === 'operation')))
		return false;
	const [holder] = functionsAround(facts, wait);
	const changes = facts.functions.flatMap(each =>
		each.writes
			.filter(({ target }) => target.kind === 'reference' && target.binding === fact.binding)
			.map(write => ({ write, inside: each })),
	);
	return (
		changes.length > 0 &&
		changes.every(({ write, inside }) => inside === holder && write.region === undefined && write.end <= wait.start)
	);
}

/** `await screen.findByText('saved'); await sleep(50); await screen.findByText('saved')`: the same is looked for in front and behind, and nothing else is done. */
export function looksTwice(wait: Span, { body: { module, fact, frame } }: Scope): boolean {
	const steps = fact.calls.filter(isStep);
	const [before, after] = [steps.findLast(({ end }) => end <= wait.start), steps.find(({ start }) => start >= wait.end)];
	if (before === undefined || after === undefined || !isLook(after)) return false;
	const name = identityOf(at<Value>(after, { module, frame }), 'ways');
	return (
		name !== undefined &&
		name === identityOf(at<Value>(before, { module, frame }), 'ways') &&
		!steps.some(({ start }) => start > after.end)
	);
}

/**
 * Whether the very steps that the test takes behind a wait, up to the last assertion in front of the next one, are those that it has taken right in front of it:
 * `await request(app).get('/').expect(200, 'a'); await sleep(50); await request(app).get('/').expect(200, 'a')`. What is asserted held without the wait.
 */
export function asksAgain(
	wait: Span,
	claims: readonly PlacedClaim[],
	waits: readonly Span[],
	{ body: { module, fact, frame } }: Scope,
): boolean {
	const next = Math.min(...waits.map(({ start }) => start).filter(start => start > wait.start));
	const last = Math.max(...claims.map(({ place }) => place.end).filter(end => end > wait.end && end <= next));
	const inOrder = fact.calls.filter(isStep).toSorted((one, other) => one.start - other.start || other.end - one.end);
	const behind = inOrder.filter(({ start, end }) => start >= wait.end && end <= last);
	const before = inOrder.filter(({ end }) => end <= wait.start).slice(-behind.length);
	const isKept = ({ value }: Write): boolean => [...before, ...behind].some(step => isGivenBy(value, step));
	const isChanged = fact.writes.some(write => write.start >= (before[0]?.start ?? 0) && write.start < last && !isKept(write));
	const names = [before, behind].map(steps => namesOf(steps, { module, frame }));
	const isAlone = !inOrder.some(step => holds(step, wait) && step.end - step.start > wait.end - wait.start);
	const isAsked = behind.every(step => isAsking(step, claims, { module, fact }));
	return (
		behind.length > 0 && isAlone && isAsked && !isChanged && !names.flat().includes(undefined) && names[0]?.join() === names[1]?.join()
	);
}

/** Whether a step asks how something is, or only asserts it, as far as names tell. */
function isAsking(
	step: Span,
	claims: readonly PlacedClaim[],
	{ module: { facts }, fact: { calls } }: Pick<Scope['body'], 'module' | 'fact'>,
): boolean {
	const others = calls.filter(call => holds(step, call) && !isExpect(call, facts) && !claims.some(({ site }) => site.fact === call));
	return others.length === 0 || others.some(({ callee }) => askingNames.test(chainOf(callee).path.at(-1) ?? wordOf(callee, facts)));
}

function wordOf(callee: Value, { bindings }: ModuleFacts): string {
	return callee.kind === 'reference' ? (bindings[callee.binding]?.word ?? '') : callee.kind === 'global' ? callee.name : '';
}

/** What steps are, one after the other; what one gives is known by its place among them. */
function namesOf(steps: readonly Call[], { module, frame }: Pick<Site<Value>, 'module' | 'frame'>): readonly (string | undefined)[] {
	const { bindings } = module.facts;
	const kept = steps.map(step =>
		bindings.flatMap(({ definitions }, index) =>
			definitions.some(each => each.kind === 'value' && isGivenBy(each.value, step)) ? [index] : [],
		),
	);
	return steps.map(step => {
		const name = identityOf(at<Value>(step, { module, frame }), 'ways');
		return name?.replaceAll(/#(\d+)/g, (all, index: string) => {
			const place = kept.findIndex(each => each.includes(Number(index)));
			return place === -1 ? all : `#of ${place}`;
		});
	});
}

/** `await step`, and the step itself. */
function isGivenBy(value: Value | undefined, step: Call): boolean {
	return value === step || (value?.kind === 'await' && value.value === step);
}

/**
 * `await expect.element(dialog).toBeVisible(); await row.click(); await sleep(50); await expect.element(dialog).toHaveAttribute('data-state', 'open')`: what is looked
 * for again and again behind a wait is there already, so that trying again waits for nothing.
 */
export function looksForSame(run: readonly PlacedClaim[], wait: Span, claims: readonly PlacedClaim[]): boolean {
	const found = claims
		.filter(({ place, retried, negated, relation }) => place.end <= wait.start && retried && !negated && relation !== 'throws')
		.map(nameOf);
	return (
		run.every(({ retried }) => retried) &&
		run.some(claim => !claim.negated && claim.relation !== 'throws' && found.includes(nameOf(claim) ?? ''))
	);
}

const nameOf = ({ actual }: PlacedClaim): string | undefined => identityOf(actual, 'ways');

/** What tries again until it holds: it is awaited for that alone. */
function isLook({ callee, usage }: Call): boolean {
	return usage === 'awaited' && callee.kind === 'member' && typeof callee.property === 'string' && retriedLooks.test(callee.property);
}

function isStep({ usage, region }: Call): boolean {
	return region === undefined && (usage === 'awaited' || usage === 'discarded');
}
