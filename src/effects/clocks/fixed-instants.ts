import type { Site } from '../../project/model.ts';
import type { Root } from '../../provenance/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { LiteralValue, Value } from '../../syntax/facts.ts';
import type { Knowing } from '../knowing.ts';

/** Fixed times before this have passed for good, and those after the other come when nobody runs today's tests. */
const bombs = { from: Date.UTC(2025, 0, 1), soon: Date.UTC(2050, 0, 1), to: Date.UTC(2100, 0, 1) };

/** Numbers below count something, and those above are seconds or milliseconds since 1970. */
const smallest = { seconds: 100_000_000, milliseconds: 100_000_000_000 };

/** A time that is written down, in milliseconds: a number, a text, or a date made from one. */
export function fixedInstant(knowing: Knowing, site: Site<Value>): number | undefined {
	const [instant, ...others] = fixedInstants(knowing, site);
	return others.length === 0 ? instant : undefined;
}

/** The times that are written down for something that may be each of them, such as an element of a list; none where one of them is not known. */
export function fixedInstants({ provenance }: Knowing, site: Site<Value>): readonly number[] {
	const instants = provenance.roots(site).flatMap(root => ofRoot(provenance, root));
	return instants.every(instant => instant !== undefined) ? instants : [];
}

function ofRoot(provenance: Provenance, root: Root): readonly (number | undefined)[] {
	if (root.kind === 'made') return [root.path.length === 0 ? instantOf(staticValue(provenance.roots, root.site)) : undefined];
	if (root.kind !== 'origin') return [undefined];
	const made = root.origin.steps.flatMap(step =>
		(step.kind === 'call' || step.kind === 'construct') && step.site !== undefined ? [step.site] : [],
	)[0];
	if (made === undefined) return [undefined];
	const [year, month] = made.fact.args.map(argument => staticValue(provenance.roots, at(argument, made)));
	if (typeof year === 'number') return [typeof month === 'number' ? Date.UTC(year, month) : year];
	const [written] = made.fact.args;
	return written === undefined
		? [undefined]
		: textsAt(provenance, at(written, made)).map(text => (text === undefined ? undefined : parsed(text)));
}

function textsAt({ roots }: Provenance, site: Site<Value>): readonly (string | undefined)[] {
	return roots(site).map(root => {
		const text = root.kind === 'made' && root.path.length === 0 ? staticValue(roots, root.site) : undefined;
		return typeof text === 'string' ? text : undefined;
	});
}

function instantOf(value: LiteralValue['value']): number | undefined {
	if (typeof value === 'string') return parsed(value);
	if (typeof value !== 'number') return undefined;
	return value === 0 || value >= smallest.milliseconds ? value : value >= smallest.seconds ? value * 1_000 : undefined;
}

function parsed(text: string): number | undefined {
	const time = /^\d{4}-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(time) ? undefined : time;
}

/** Whether a fixed time will pass while the tests are in use. */
export function isTimeBomb(instant: number): boolean {
	return instant >= bombs.from && instant < bombs.to;
}

/** Whether a time at which a length comes to its bound is one that will pass before long: what somebody takes for a bound that is never reached lies farther off. */
export function isSoonPast(instant: number): boolean {
	return instant >= bombs.from && instant < bombs.soon;
}
