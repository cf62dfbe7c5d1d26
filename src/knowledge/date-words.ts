/**
 * What members of the languages' and the libraries' dates tell of the instant that they are asked of: Date (ECMAScript 21.4.4),
 * Temporal, dayjs, moment, luxon, date-fns.
 */

/** Parts of the calendar that begin anew, and are counted as everybody counts them: months and days of the week are not. */
export const countedParts: ReadonlySet<string> = new Set(['getDate', 'getHours', 'getMinutes', 'getUTCDate', 'getUTCHours', 'getUTCMinutes']);

/** What tells the milliseconds of a date's second, which are 0 to 999. */
export const millisecondParts: ReadonlySet<string> = new Set(['getMilliseconds', 'getUTCMilliseconds', 'millisecond', 'milliseconds']);

/** What is called after the instant at which something happens, its words apart. */
export const instantNames = /(?:^| )(?:(?:[acm]|date)?time|now|time ?stamp|ts|date|since|until|start(?:ed)?|end(?:ed)?|(?:creat|modifi|updat|chang|receiv|expir|issu|finish|sav|publish|last us|last seen)(?:e?d|es)?(?: (?:at|on))?|last (?:modified|updated|changed|saved|seen|used))(?: (?:ms|millis))?$/;

/** What is signed, with the second in which it was. */
export const signedNames = /(?:token|jwt)$/i;

/** What tells the year of a date. */
export const yearParts: ReadonlySet<string> = new Set(['getFullYear', 'getUTCFullYear', 'year', 'getYear']);

/** Functions of numbers and dates whose result is the same kind of thing as their argument. */
export const keepsInstant: ReadonlySet<string> = new Set(['abs', 'ceil', 'floor', 'round', 'trunc', 'Number', 'BigInt', 'Date', 'parseInt', 'parseFloat', 'parse', 'max', 'min', 'String', 'default']);

/** Functions that make a whole number of another one (ECMAScript 21.3.2). */
export const roundingWords = ['floor', 'ceil', 'round', 'trunc'] as const;

/** What shows no more of an instant than its day. */
export const dayWords: ReadonlySet<string> = new Set(['date', 'day', 'getDate', 'getDay', 'toISODate']);

/** Methods of a date that tests stub, of which each tells a part of it, or all. */
export const stubbedParts: readonly string[] = ['getFullYear', 'getMonth', 'getDate', 'getDay', 'getHours', 'getMinutes', 'getTime', 'toISOString', 'valueOf'];

/** Methods that set a part of a date in place (ECMAScript 21.4.4.20 to 21.4.4.34). */
export const settingMethods = /^set(?:UTC)?[A-Z]/;

/**
 * Such methods by the parts that their arguments set, in their order. A month, or a day of the month, may be moved on by what else the date is.
 */
export const partsOfSettings: ReadonlyMap<string, readonly string[]> = new Map([
	['FullYear', ['FullYear']],
	['Hours', ['Hours', 'Minutes', 'Seconds', 'Milliseconds']],
	['Minutes', ['Minutes', 'Seconds', 'Milliseconds']],
	['Seconds', ['Seconds', 'Milliseconds']],
	['Milliseconds', ['Milliseconds']],
]);

/** The part of a date that a method tells: `UTCHours` of `getUTCHours` (ECMAScript 21.4.4.2 to 21.4.4.19). */
export const tellingPart = /^get((?:UTC)?[A-Z]\w*)$/;

/** What a method sets, and whether in UTC: `Hours` of `setUTCHours`. */
export const settingPart = /^set(UTC)?([A-Z]\w*)$/;

/** The class of dates, and its function that takes the same parts in UTC (ECMAScript 21.4.2.1, 21.4.3.4). */
export const dateClass = 'Date';
export const partsInUtc = 'Date.UTC';

/** Parts of a date that are the same in each year, but for the leap day: days of the week are not. */
export const besideYear: ReadonlySet<string> = new Set(['Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'].flatMap(part => [part, `UTC${part}`]));

/** Pairs of such methods that leave nothing of what a date was, by how many arguments each is handed then. */
export const wholeSettings: readonly (readonly { readonly method: string; readonly handed: number }[])[] = [
	[{ method: 'setFullYear', handed: 3 }, { method: 'setHours', handed: 4 }],
	[{ method: 'setUTCFullYear', handed: 3 }, { method: 'setUTCHours', handed: 4 }],
	[{ method: 'setTime', handed: 1 }],
];

/** Forms of the same instant. */
export const sameInstant: ReadonlySet<string> = new Set([
	'getTime', 'valueOf', 'toISOString', 'toJSON', 'toString', 'toUTCString', 'toGMTString', 'unix', 'toDate', 'toJSDate', 'toISO', 'toMillis', 'toSeconds',
	'epochMilliseconds', 'epochNanoseconds', 'ts', 'utc', 'local', 'toUTC', 'toLocal', 'clone', 'tz', 'setZone',
]);

/** Another instant, as far from it as something else says. */
export const movedInstant = /^(?:add|sub|subtract|plus|minus|set|with|startOf|endOf|round)(?:[A-Z]|$)/;

/** Its parts, which come round again, or count no more than what a calendar has. */
export const calendarParts: ReadonlySet<string> = new Set(
	['hours', 'hour', 'minutes', 'minute', 'seconds', 'second', 'milliseconds', 'millisecond', 'day', 'date', 'month', 'weekday', 'dayOfWeek', 'dayOfYear', 'year', 'fullYear', 'isoWeekday', 'daysInMonth', 'quarter'].flatMap(name => {
		const upper = name.charAt(0).toUpperCase() + name.slice(1);
		return [name, `get${upper}`, `getUTC${upper}`];
	}),
);

/** How far it is from another. */
export const distances = /^(?:diff|since|until|difference)(?:[A-Z]|$)/;

/** Distances that are counted from what they are asked of to what they are handed: in all others that is taken from it. */
export const towardsArgument = /^until/;

/** What one of a distance is in milliseconds, by the name of its unit, or of what tells it. */
export const distanceUnits: readonly (readonly [RegExp, number])[] = [
	[/milliseconds?$/i, 1],
	[/seconds?$/i, 1_000],
	[/minutes?$/i, 60_000],
	[/hours?$/i, 3_600_000],
	[/days?$/i, 86_400_000],
	[/weeks?$/i, 7 * 86_400_000],
	[/months?$/i, 30 * 86_400_000],
	[/quarters?$/i, 91 * 86_400_000],
	[/years?$/i, 365 * 86_400_000],
	[/^diff$/, 1],
];

/** Functions of numbers that leave no more than how far one is from zero. */
export const withoutSign = 'abs';

/** A decision. */
export const decisions = /^(?:is[A-Z]|has[A-Z]|equals$)/;

/** Decisions of which of two instants is the earlier one. */
export const orderings: ReadonlySet<string> = new Set(['isBefore', 'isAfter', 'isSameOrBefore', 'isSameOrAfter', 'isBetween']);

/** What a variable is called that holds the present, as far as a test is concerned. */
export const presentNames = /^(?:_?now|present|(?:current|present)_?(?:time|date|timestamp|moment|ts))(?:_?(?:ms|millis|iso|date|time|s|sec|seconds|utc))?$/i;

/** Parts of a date that are asked for and set by one name, the greater before the less; those in front of `year` are in none of the others. */
export const dateParts: readonly string[] = ['day', 'weekday', 'isoWeekday', 'year', 'month', 'date', 'hour', 'minute', 'second', 'millisecond'];

/** The method that sets all parts below a unit to their first. */
export const settingToStart = 'startOf';

/** Forms of an instant that stay the same for a while: a day in words, what a pattern leaves of it, a piece of its text. */
export const coarseForms = /^(?:format|toLocale|toDateString|toTimeString|toISODate|toISOTime|toPlain|toFormat|toRelative|startOf|endOf|calendar$|fromNow$|humanize$|slice$|substr|set(?:UTC)?(?:FullYear|Month|Date|Hours|Minutes)$)/;

/** Words of times that are not ten o'clock on a Monday morning in January, at which suggestions stop the date. */
export const otherTimes: readonly RegExp[] = [
	/\b(?:(?:after)?noon|pm|evening|(?:mid)?night|good ?night|weekend|(?:tues|wednes|thurs|fri|satur|sun)day|february|march|april|june|july|august|(?:sept|nov|dec)ember|october|spring|summer|autumn)s?\b/i,
	/\b(?:feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|tues?|wed|thu(?:rs)?|fri|sat|sun)\b/i,
	/\bMay\b/,
];

/** Names of days and months, as a calendar in English shows them. */
export const calendarNames = /\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/i;

/** Globals that only tell the time. */
export const clockGlobals: ReadonlySet<string> = new Set(['Date', 'performance']);
