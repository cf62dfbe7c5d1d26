import { instantMethods } from '../../knowledge/duration-words.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Knowing } from '../knowing.ts';

/** A time that the code writes down: the same instant everywhere, or whatever the local clock takes it for, in milliseconds as if that were in UTC. */
export interface WrittenInstant {
	readonly by: 'everywhere' | 'local clock';
	readonly ms: number;
}

const zone = /(?:Z|GMT|UTC|\b[A-Z]{3,5}|[+-]\d\d:?\d\d)\s*(?:\([^)]*\))?$/;
const day = /^[+-]?\d{4,6}-\d\d(?:-\d\d)?$/;

/** What `new Date(…)`, or a library's call in its place, is handed; a day alone is read as UTC unless it is said to be read locally. */
export function writtenInstant(knowing: Knowing, call: Site<Call>, readsDaysLocally = false): WrittenInstant | undefined {
	const { roots } = knowing.provenance;
	const values = call.fact.args.map(argument => staticValue(roots, at(argument, call)));
	const [first, second] = values;
	if (call.fact.args.length > 1)
		return call.fact.form === 'new' && typeof first === 'number' && typeof second === 'number'
			? { by: 'local clock', ms: Date.UTC(first, ...values.slice(1).map(Number)) }
			: undefined;
	if (typeof first === 'number') return { by: 'everywhere', ms: first };
	if (typeof first === 'string') return ofText(first, readsDaysLocally);
	const [argument] = call.fact.args;
	return argument === undefined ? undefined : ofInner(knowing, at(argument, call));
}

/** The instant that a number of milliseconds or a date stands for: `Date.UTC(2020, 0)`, `date`, `date.getTime()`. */
export function instantOf(knowing: Knowing, site: Site<Value>): WrittenInstant | undefined {
	const value = staticValue(knowing.provenance.roots, site);
	return typeof value === 'number' ? { by: 'everywhere', ms: value } : ofInner(knowing, site, true);
}

function ofText(text: string, readsDaysLocally: boolean): WrittenInstant | undefined {
	const ms = Date.parse(text);
	if (Number.isNaN(ms)) return undefined;
	if (zone.test(text) || (day.test(text) && !readsDaysLocally)) return { by: 'everywhere', ms };
	return /\d{4}/.test(text) ? { by: 'local clock', ms: ms - new Date(ms).getTimezoneOffset() * 60_000 } : undefined;
}

/** `Date.UTC(…)`, or another date; or the milliseconds that such a one tells. */
function ofInner(knowing: Knowing, value: Site<Value>, orTold = false): WrittenInstant | undefined {
	const [root, ...others] = knowing.provenance.roots(value);
	if (root?.kind !== 'origin' || others.length > 0 || root.origin.from !== 'global') return undefined;
	const [name, next, last, ...rest] = root.origin.steps;
	if (name?.kind !== 'property' || name.name !== 'Date') return undefined;
	const isTold = orTold && last?.kind === 'property' && instantMethods.has(last.name) && rest.length === 1 && rest[0]?.kind === 'call';
	if (rest.length > 0 && !isTold) return undefined;
	if (next?.kind === 'construct' && (last === undefined || isTold))
		return next.site === undefined ? undefined : writtenInstant(knowing, next.site);
	if (next?.kind !== 'property' || next.name !== 'UTC' || last?.kind !== 'call') return undefined;
	const { site } = last;
	const [year = Number.NaN, ...parts] = site.fact.args.map(each => Number(staticValue(knowing.provenance.roots, at(each, site))));
	const ms = Date.UTC(year, ...parts);
	return Number.isNaN(ms) ? undefined : { by: 'everywhere', ms };
}
