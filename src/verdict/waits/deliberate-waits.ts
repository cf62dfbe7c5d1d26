import type { Assertion } from '../../assertions/model.ts';
import type { Sleep } from '../../effects/model.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import type { Call, FunctionFacts, ModuleFacts, Span, Value } from '../../syntax/facts.ts';
import type { Scope } from '../models.ts';

type PlacedClaim = Assertion & { readonly place: Span };

/** Whether a wait is what the test is about, or moves the clock on: nothing has to be done by then. */
export function isDeliberate(sleep: Sleep, { body }: Scope, claims: readonly PlacedClaim[], readsClock: (call: Call) => boolean): boolean {
	const { fact, module } = body;
	return isPace(sleep.site, fact, claims) || (sleep.blocking && isAwaitedBehind(sleep.site, fact, module.facts)) || (sleep.ms !== undefined && sleep.ms <= tick && isBehindReading(sleep.site, fact, module.facts, claims, readsClock));
}

/** `for await (const row of rows) { await sleep(10); }`: how slow whoever takes the elements is. Where nothing is claimed between them, what is waited for is the end of them all. */
function isPace(wait: Span, { regions, awaits }: FunctionFacts, claims: readonly PlacedClaim[]): boolean {
	return regions.some(({ loop, start, end }) => {
		const isAround = loop?.iterable !== undefined && start <= wait.start && wait.end <= end && awaits.some(({ value }) => value === loop.iterable);
		return isAround && claims.every(({ place }) => place.start < start || place.start > end);
	});
}

/** `const answer = fetch(url); block(3000); await answer`: while nothing else can run, nothing gets done; the answer is waited for behind it. */
function isAwaitedBehind(block: Span, { awaits }: FunctionFacts, { bindings }: ModuleFacts): boolean {
	return awaits.some(({ value }) => value.kind === 'reference' && value.start > block.end && bindings[value.binding]?.definitions.every(each => each.kind === 'value' && each.value.kind === 'call' && each.value.end < block.start) === true);
}

/** Milliseconds of a wait that is too short for anything but the clock to move. */
const tick = 50;

/**
 * `const start = Date.now(); await sleep(10); await save(item); expect(item.savedAt > start)`: the wait keeps two times apart, and
 * stands right behind the earlier one; the work begins after it, and is waited for.
 */
function isBehindReading(wait: Span, { calls }: FunctionFacts, { bindings }: ModuleFacts, claims: readonly PlacedClaim[], readsClock: (call: Call) => boolean): boolean {
	const reading = calls.filter(({ end }) => end < wait.start).reduce<Call | undefined>((last, call) => (last === undefined || call.end > last.end ? call : last), undefined);
	if (reading === undefined || !readsClock(reading)) return false;
	const holder = bindings.findIndex(({ definitions }) => definitions.some(each => each.kind === 'value' && each.path.length === 0 && each.value === reading));
	const isIt = (value: Value): boolean => valuesInside(value).some(each => each.kind === 'reference' && each.binding === holder);
	const claim = claims.find(({ place, relation, actual, expected }) => place.start > wait.end && ordering.has(relation) && (isIt(actual.fact) || (expected !== undefined && isIt(expected.fact))));
	return holder !== -1 && claim !== undefined && calls.some(({ usage, start, end }) => usage === 'awaited' && start > wait.end && end < claim.place.start);
}

const ordering: ReadonlySet<Assertion['relation']> = new Set(['greater', 'greater-or-equal', 'less', 'less-or-equal']);
