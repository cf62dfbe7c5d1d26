/**
 * What members of the languages' and the libraries' dates tell of the instant that they are asked of: Date (ECMAScript 21.4.4),
 * Temporal, dayjs, moment, luxon, date-fns.
 */

/** Forms of the same instant. */
const same: ReadonlySet<string> = new Set([
	'getTime', 'valueOf', 'toISOString', 'toJSON', 'toString', 'toUTCString', 'toGMTString', 'unix', 'toDate', 'toJSDate', 'toISO', 'toMillis', 'toSeconds',
	'epochMilliseconds', 'epochNanoseconds', 'ts', 'utc', 'local', 'toUTC', 'toLocal', 'clone', 'tz', 'setZone',
]);

/** Another instant, as far from it as something else says. */
const moved = /^(?:add|sub|subtract|plus|minus|set|with|startOf|endOf|round)(?:[A-Z]|$)/;

/** Its parts, which come round again, or count no more than what a calendar has. */
const parts: ReadonlySet<string> = new Set(
	['hours', 'hour', 'minutes', 'minute', 'seconds', 'second', 'milliseconds', 'millisecond', 'day', 'date', 'month', 'weekday', 'dayOfWeek', 'dayOfYear', 'year', 'fullYear', 'isoWeekday', 'daysInMonth', 'quarter'].flatMap(name => {
		const upper = name.charAt(0).toUpperCase() + name.slice(1);
		return [name, `get${upper}`, `getUTC${upper}`];
	}),
);

/** How far it is from another. */
const distances = /^(?:diff|since|until|difference)(?:[A-Z]|$)/;

/** A decision. */
const decisions = /^(?:is[A-Z]|has[A-Z]|equals$)/;

export type ClockWord = 'same' | 'moved' | 'part' | 'distance' | 'decision' | 'other';

export function clockWord(name: string): ClockWord {
	if (same.has(name)) return 'same';
	if (moved.test(name)) return 'moved';
	if (parts.has(name)) return 'part';
	if (distances.test(name)) return 'distance';
	return decisions.test(name) ? 'decision' : 'other';
}
