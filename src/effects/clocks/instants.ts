import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import type { Knowing } from '../knowing.ts';

/** A time that the code writes down: the same instant everywhere, or whatever the local clock takes it for. */
export type WrittenInstant = { readonly by: 'everywhere'; readonly ms: number } | { readonly by: 'local clock' };

const zone = /(?:Z|GMT|UTC|\b[A-Z]{3,5}|[+-]\d\d:?\d\d)\s*(?:\([^)]*\))?$/;
const day = /^[+-]?\d{4,6}-\d\d(?:-\d\d)?$/;

/** What `new Date(…)`, or a library's call in its place, is handed; a day alone is read as UTC unless it is said to be read locally. */
export function writtenInstant(knowing: Knowing, call: Site<Call>, readsDaysLocally = false): WrittenInstant | undefined {
	const { roots } = knowing.provenance;
	const values = call.fact.args.map(argument => staticValue(roots, at(argument, call)));
	const [first, second] = values;
	if (call.fact.args.length > 1) return call.fact.form === 'new' && typeof first === 'number' && typeof second === 'number' ? { by: 'local clock' } : undefined;
	if (typeof first === 'number') return { by: 'everywhere', ms: first };
	if (typeof first === 'string') return ofText(first, readsDaysLocally);
	const [argument] = call.fact.args;
	return argument === undefined ? undefined : ofInner(knowing, call);
}

function ofText(text: string, readsDaysLocally: boolean): WrittenInstant | undefined {
	const ms = Date.parse(text);
	if (Number.isNaN(ms)) return undefined;
	if (zone.test(text) || (day.test(text) && !readsDaysLocally)) return { by: 'everywhere', ms };
	return /\d{4}/.test(text) ? { by: 'local clock' } : undefined;
}

/** `Date.UTC(…)`, or another date. */
function ofInner(knowing: Knowing, call: Site<Call>): WrittenInstant | undefined {
	const [argument] = call.fact.args;
	const [root, ...others] = argument === undefined ? [] : knowing.provenance.roots(at(argument, call));
	if (root?.kind !== 'origin' || others.length > 0 || root.origin.from !== 'global') return undefined;
	const [name, next, last, ...rest] = root.origin.steps;
	if (name?.kind !== 'property' || name.name !== 'Date' || rest.length > 0) return undefined;
	if (next?.kind === 'construct' && last === undefined) return next.site === undefined ? undefined : writtenInstant(knowing, next.site);
	if (next?.kind !== 'property' || next.name !== 'UTC' || last?.kind !== 'call') return undefined;
	const { site } = last;
	const [year = Number.NaN, ...parts] = site.fact.args.map(each => Number(staticValue(knowing.provenance.roots, at(each, site))));
	const ms = Date.UTC(year, ...parts);
	return Number.isNaN(ms) ? undefined : { by: 'everywhere', ms };
}
