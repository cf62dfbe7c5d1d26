import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Span } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** A step of a fake clock to shortly before what must not have happened, where the clock goes on with the real time as well. */
export interface ClockBrink {
	readonly place: Span;
	/** How many milliseconds are left. */
	readonly ms: number;
}

/** More is room that somebody left on purpose. */
const most = 50;

/** `await vi.advanceTimersByTimeAsync(limit - 1); expect(onTimeout).not.toHaveBeenCalled()`, behind something that the test waited for. */
export function* clockBrinks(models: Models): Iterable<ClockBrink> {
	for (const scope of models.scopes) {
		const { body } = scope;
		if (body.module !== models.module) continue;
		const steps = body.fact.calls.filter(call => models.framework.clockActOf(at(call, body)) === 'advance');
		for (const [index, step] of steps.entries()) {
			const ms = leftBy(models, scope, step);
			if (ms === undefined || !models.framework.clockAt(scope, step.start).running || !isBehindWait(models, scope, step)) continue;
			const next = steps[index + 1]?.start ?? body.fact.end;
			if (claimsNothing(models, scope, { start: step.end, end: next })) yield { place: step, ms };
		}
	}
}

/** The few milliseconds that a step falls short of a length: `limit - 1`, `999`. */
function leftBy({ provenance }: Models, { body }: Scope, { args: [length] }: Call): number | undefined {
	if (length?.kind === 'operation' && length.operator === '-') {
		const less = length.operands[1];
		const ms = less === undefined ? undefined : staticValue(provenance.roots, at(less, body));
		return typeof ms === 'number' && ms > 0 && ms <= most ? ms : undefined;
	}
	const isNearly = length?.kind === 'literal' && typeof length.value === 'number' && (length.value + 1) % 100 === 0;
	return isNearly ? 1 : undefined;
}

/** Whether the test has waited, in front of a step, for something else than steps of the clock. */
function isBehindWait({ framework }: Models, { body }: Scope, step: Call): boolean {
	return body.fact.awaits.some(
		({ end, value }) => end <= step.start && !(value.kind === 'call' && framework.clockActOf(at(value, body)) !== undefined),
	);
}

/** Whether the first assertion behind a step, and before the next one, says that something has not happened. */
function claimsNothing(models: Models, scope: Scope, { start, end }: Span): boolean {
	const [first] = models
		.assertionsIn(scope)
		.filter(({ place }) => place.start >= start && place.end <= end)
		.toSorted((one: Claim, other: Claim) => one.place.start - other.place.start);
	return first !== undefined && models.claimsAbsence(first);
}
