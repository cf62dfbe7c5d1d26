import { localParts } from '../knowledge/zones.ts';
import type { Site } from '../project/model.ts';
import type { Path } from '../provenance/model.ts';
import { at } from '../provenance/walker.ts';
import type { Call, ObjectValue, Value } from '../syntax/facts.ts';
import { type WrittenInstant } from './clocks/instants.ts';
import type { Knowing } from './knowing.ts';

/** Hours from UTC that people live at; a time at which all have the same day is rare, and mostly chosen for that. */
const offsets: readonly number[] = [-10, -8, -5, 0, 1, 5.5, 8, 10];
const hour = 3_600_000;

/** What a text shows of an instant: the month and year alone, the day, the time, the zone itself. */
export type Text = 'month' | 'day' | 'time' | 'zoned';

/** Options that do not say which parts of an instant are shown (https://tc39.es/ecma402/#sec-createdatetimeformat). */
const settings: ReadonlySet<string> = new Set(['timeZone', 'calendar', 'numberingSystem', 'localeMatcher', 'formatMatcher', 'hourCycle']);

/** What is asked for by the options that are the second argument; undefined where they do not say. */
export function textOfOptions({
	fact: {
		args: [, options],
	},
}: Site<Call>): Text | undefined {
	const given = options?.kind === 'object' ? options.entries.map(entry => (entry.kind === 'property' ? entry.key : undefined)) : [];
	const keys = given.filter(key => typeof key !== 'string' || !settings.has(key));
	if (keys.length === 0) return undefined;
	if (keys.some(key => key === 'timeZoneName')) return 'zoned';
	if (keys.some(key => typeof key === 'string' && ['hour', 'minute', 'second', 'timeStyle', 'hour12', 'dayPeriod'].includes(key)))
		return 'time';
	return keys.some(key => typeof key === 'string' && ['day', 'weekday', 'dateStyle'].includes(key)) ? 'day' : 'month';
}

/** Whether what a method or a text shows of an instant is not the same in all zones that people live in. */
export function isShownLocally(instant: WrittenInstant, name: string, text: Text | undefined): boolean {
	if (text === 'zoned' || name === 'getTimezoneOffset') return true;
	if (instant.by !== 'everywhere') return false;
	if (text === 'time') return true;
	if (text === 'day' || text === 'month') return differs(instant.ms, text === 'day' ? 'getDate' : 'getMonth');
	return localParts.includes(name) && differs(instant.ms, name);
}

/** Whether people of different zones see different values. */
function differs(ms: number, name: string): boolean {
	return new Set(offsets.map(offset => shownAt(ms, name, offset))).size > 1;
}

/** Whether two parts of the calendar are as far from one another in every zone: the years from one New Year to another. */
export function isMovedAlike(
	one: { readonly ms: number; readonly name: string },
	other: { readonly ms: number; readonly name: string },
): boolean {
	return new Set(offsets.map(offset => shownAt(one.ms, one.name, offset) - shownAt(other.ms, other.name, offset))).size === 1;
}

/** A part of the calendar, so many hours from UTC. */
function shownAt(ms: number, name: string, offset: number): number {
	const date = new Date(ms + offset * hour);
	switch (name) {
		case 'getHours':
			return date.getUTCHours();
		case 'getDate':
			return date.getUTCDate();
		case 'getDay':
			return date.getUTCDay();
		case 'getMonth':
			return date.getUTCMonth();
		default:
			return date.getUTCFullYear();
	}
}

/** Nothing is said there, or only that nothing is: by a parameter that is left out, too, or by a property that an object does not have. */
export function isOpen(knowing: Knowing, call: Site<Call>, index: number): boolean {
	const { args } = call.fact;
	if (args.slice(0, index + 1).some(({ kind }) => kind === 'spread')) return false;
	const argument = args[index];
	return argument === undefined || saysNothing(knowing, at(argument, call));
}

function saysNothing({ provenance }: Knowing, site: Site<Value>): boolean {
	const roots = provenance.roots(site);
	// A parameter that is left out is nothing at all.
	if (roots.length === 0) return site.fact.kind === 'reference' && site.frame?.call !== undefined;
	return roots.every(root => {
		if (root.kind !== 'made') return false;
		const { fact } = root.site;
		if (root.path.length > 0) return isLeftOut(fact, root.path);
		return (fact.kind === 'literal' && fact.value === undefined) || (fact.kind === 'array' && fact.elements.length === 0);
	});
}

/** A property that an object which is written down does not have. */
function isLeftOut(value: Value, [step, ...rest]: Path): boolean {
	return step?.kind === 'property' && rest.length === 0 && value.kind === 'object' && isWithout(value, step.name);
}

function isWithout({ entries }: ObjectValue, key: string): boolean {
	return entries.every(entry => entry.kind === 'property' && typeof entry.key === 'string' && entry.key !== key);
}

/** No such key is given, or nothing by it; what cannot be seen may have it. */
export function isOpenKey(knowing: Knowing, call: Site<Call>, index: number, key: string): boolean {
	if (isOpen(knowing, call, index)) return true;
	const argument = call.fact.args[index];
	const roots = argument === undefined ? [] : knowing.provenance.roots(at(argument, call));
	return (
		roots.length > 0 &&
		roots.every(root => {
			if (root.kind !== 'made' || root.path.length > 0 || root.site.fact.kind !== 'object') return false;
			const object = root.site.fact;
			const given = object.entries.findLast(entry => entry.kind === 'property' && entry.key === key);
			return given === undefined
				? isWithout(object, key)
				: object.entries.every(({ kind }) => kind === 'property') && saysNothing(knowing, at(given.value, root.site));
		})
	);
}

/** Such a key is seen to be given. */
export function hasKey({ fact: { args } }: Site<Call>, index: number, key: string): boolean {
	const argument = args[index];
	return argument?.kind === 'object' && argument.entries.some(entry => entry.kind === 'property' && entry.key === key);
}
