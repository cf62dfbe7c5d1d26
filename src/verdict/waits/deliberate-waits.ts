import type { Assertion } from '../../assertions/model.ts';
import type { Sleep } from '../../effects/model.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import type { Call, FunctionFacts, ModuleFacts, Span, Value } from '../../syntax/facts.ts';
import type { Scope } from '../models.ts';

type PlacedClaim = Assertion & { readonly place: Span };

/** Whether a wait is what the test is about, or moves the clock on: nothing has to be done by then. */
export function isDeliberate(sleep: Sleep, { body }: Scope, claims: readonly PlacedClaim[], readsClock: (call: Call) => boolean): boolean {
	const { fact, module } = body;
	return (
		isPace(sleep.site, body, claims) ||
		isMeasured(sleep.site, body, claims, readsClock) ||
		(sleep.blocking && isAwaitedBehind(sleep.site, fact, module.facts)) ||
		(sleep.ms !== undefined && sleep.ms <= tick && isBehindReading(sleep.site, fact, module.facts, claims, readsClock))
	);
}

/** `sleep.spec.ts` is about `sleep.ts`, which does nothing but wait: how long it does so is what is tested. */
export function isSubject({ only, witness: { steps } }: Sleep, { body: { module } }: Scope): boolean {
	const first = steps.find(({ file }) => file !== module.path);
	const nameOf = (path: string): string | undefined =>
		path
			.split('/')
			.at(-1)
			?.split('.')[0]
			?.replace(/[-_](?:tests?|spec)$/, '');
	return only && first !== undefined && nameOf(first.file) === nameOf(module.path);
}

/**
 * `for await (const row of rows) { await sleep(10); }`: how slow whoever takes the elements is. Where nothing is claimed between them, what is waited for is
 * the end of them all; where each is claimed something about as it comes, and the wait is the last thing done with it, it is the next one.
 */
function isPace(wait: Span, { fact, module }: Site<FunctionFacts>, claims: readonly PlacedClaim[]): boolean {
	const { regions, awaits, calls, writes } = fact;
	return regions.some(({ loop, start, end }) => {
		const iterable = loop?.iterable;
		if (iterable === undefined || wait.start < start || wait.end > end || !awaits.some(({ value }) => value === iterable)) return false;
		const inside = claims.filter(({ place }) => place.start >= start && place.end <= end);
		const isLast = ![...calls, ...writes].some(each => each.start >= wait.end && each.end <= end);
		return (
			inside.length === 0 ||
			(isLast &&
				inside.every(
					({ actual, place }) =>
						place.end <= wait.start && actual.module === module && isAboutElement(actual.fact, iterable, module.facts),
				))
		);
	});
}

function isAboutElement(claimed: Value, iterable: Value, { bindings }: ModuleFacts): boolean {
	return valuesInside(claimed).some(
		each =>
			each.kind === 'reference' &&
			bindings[each.binding]?.definitions.some(definition => definition.kind === 'iteration' && definition.value === iterable) ===
				true,
	);
}

/** `const answer = fetch(url); block(3000); await answer`: while nothing else can run, nothing gets done; the answer is waited for behind it. */
function isAwaitedBehind(block: Span, { awaits }: FunctionFacts, { bindings }: ModuleFacts): boolean {
	return awaits.some(
		({ value }) =>
			value.kind === 'reference' &&
			value.start > block.end &&
			bindings[value.binding]?.definitions.every(
				each => each.kind === 'value' && each.value.kind === 'call' && each.value.end < block.start,
			) === true,
	);
}

/** Milliseconds of a wait that is too short for anything but the clock to move. */
const tick = 50;

/**
 * `const start = Date.now(); await sleep(10); await save(item); expect(item.savedAt > start)`: the wait keeps two times apart, and
 * stands right behind the earlier one; the work begins after it, and is waited for.
 */
function isBehindReading(
	wait: Span,
	{ calls }: FunctionFacts,
	{ bindings }: ModuleFacts,
	claims: readonly PlacedClaim[],
	readsClock: (call: Call) => boolean,
): boolean {
	const holder = holderOfReading(wait, calls, bindings, readsClock);
	const isIt = (value: Value): boolean => valuesInside(value).some(each => each.kind === 'reference' && each.binding === holder);
	const claim = claims.find(
		({ place, relation, actual, expected }) =>
			place.start > wait.end && ordering.has(relation) && (isIt(actual.fact) || (expected !== undefined && isIt(expected.fact))),
	);
	return (
		holder !== undefined &&
		claim !== undefined &&
		calls.some(({ usage, start, end }) => usage === 'awaited' && start > wait.end && end < claim.place.start)
	);
}

/** The variable that keeps what the clock said right in front of a wait. */
function holderOfReading(
	wait: Span,
	calls: readonly Call[],
	bindings: ModuleFacts['bindings'],
	readsClock: (call: Call) => boolean,
): number | undefined {
	const reading = calls
		.filter(({ end }) => end < wait.start)
		.reduce<Call | undefined>((last, call) => (last === undefined || call.end > last.end ? call : last), undefined);
	if (reading === undefined || !readsClock(reading)) return undefined;
	const holder = bindings.findIndex(({ definitions }) =>
		definitions.some(each => each.kind === 'value' && each.path.length === 0 && each.value === reading),
	);
	return holder === -1 ? undefined : holder;
}

/** `const start = Date.now(); await pause(50); const took = Date.now() - start; expect(took).toBeGreaterThan(45)`: how long the wait takes is all that is asserted. */
function isMeasured(
	wait: Span,
	{ module: { facts }, fact: { calls } }: Site<FunctionFacts>,
	claims: readonly PlacedClaim[],
	readsClock: (call: Call) => boolean,
): boolean {
	const holder = holderOfReading(wait, calls, facts.bindings, readsClock);
	const behind = claims.filter(({ place }) => place.start > wait.end);
	const isStart = (value: Value | undefined): boolean => value?.kind === 'reference' && value.binding === holder;
	const isLength = (value: Value): boolean =>
		valuesInside(value).some(each => each.kind === 'operation' && each.operator === '-' && isStart(each.operands[1]));
	const isOfLength = ({ actual: { fact, module } }: PlacedClaim): boolean => {
		const [given] = fact.kind === 'reference' && module.facts === facts ? (facts.bindings[fact.binding]?.definitions ?? []) : [];
		return isLength(given?.kind === 'value' ? given.value : fact);
	};
	return holder !== undefined && behind.length > 0 && behind.every(isOfLength);
}

const ordering: ReadonlySet<Assertion['relation']> = new Set(['greater', 'greater-or-equal', 'less', 'less-or-equal']);
