import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Knowing } from '../knowing.ts';

/** Fixed times before this have passed for good, and those after the other come when nobody runs today's tests. */
const bombs = { from: Date.UTC(2025, 0, 1), to: Date.UTC(2100, 0, 1) };

/** Numbers below count something, and those above are seconds or milliseconds since 1970. */
const smallest = { seconds: 100_000_000, milliseconds: 100_000_000_000 };

/** A time that is written down, in milliseconds: a number, a text, or a date made from one. */
export function fixedInstant({ provenance }: Knowing, site: Site<Value>): number | undefined {
	const value = staticValue(provenance.roots, site);
	if (typeof value === 'number')
		return value === 0 || value >= smallest.milliseconds ? value : value >= smallest.seconds ? value * 1_000 : undefined;
	if (typeof value === 'string') return parsed(value);
	const [root, ...others] = provenance.roots(site);
	if (root?.kind !== 'origin' || others.length > 0) return undefined;
	const made = root.origin.steps.flatMap(step =>
		(step.kind === 'call' || step.kind === 'construct') && step.site !== undefined ? [step.site] : [],
	)[0];
	if (made === undefined) return undefined;
	const [first, second] = made.fact.args.map(argument => staticValue(provenance.roots, at(argument, made)));
	if (typeof first === 'string') return parsed(first);
	if (typeof first !== 'number') return undefined;
	return typeof second === 'number' ? Date.UTC(first, second) : first;
}

function parsed(text: string): number | undefined {
	const time = /^\d{4}-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(time) ? undefined : time;
}

/** Whether a fixed time will pass while the tests are in use. */
export function isTimeBomb(instant: number): boolean {
	return instant >= bombs.from && instant < bombs.to;
}
