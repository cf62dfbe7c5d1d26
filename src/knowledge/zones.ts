/** What dates show of an instant (ECMAScript 21.4.4, ECMA-402), and what the libraries of dates do. */

/** Parts of the calendar by the local clock. */
export const localParts: readonly string[] = ['getHours', 'getDate', 'getDay', 'getMonth', 'getFullYear'];

/** Texts by the local clock; `zoned` ones name the zone too. */
export const localTexts: ReadonlyMap<string, 'day' | 'time' | 'zoned'> = new Map([
	['toString', 'zoned'], ['toTimeString', 'zoned'], ['toDateString', 'day'], ['toLocaleString', 'time'], ['toLocaleTimeString', 'time'], ['toLocaleDateString', 'day'],
]);

/** Texts that are written as the locale has it, its first argument. */
export const localeTexts: readonly string[] = ['toLocaleString', 'toLocaleTimeString', 'toLocaleDateString'];

/** The instant itself, or how it is written in UTC. */
export const universal: readonly string[] = [
	'getTime', 'valueOf', 'toISOString', 'toJSON', 'toUTCString', 'getUTCHours', 'getUTCDate', 'getUTCDay', 'getUTCMonth', 'getUTCFullYear',
];

/** A library whose dates are chains. */
export interface DateLibrary {
	readonly from: readonly string[];
	/** The calls that make a date of their first argument, as dotted paths; the empty one calls the module. */
	readonly made: readonly string[];
	/** Whether a text of a day alone is read by the local clock. */
	readonly readsDaysLocally: boolean;
	readonly local: readonly string[];
	readonly universal: readonly string[];
	/** Steps that say which zone is meant. */
	readonly zoned: readonly string[];
	/** Options of a second argument that say which zone is meant; where there are none, a second argument says what is not known. */
	readonly zoneOptions?: readonly string[];
}

export const dateLibraries: readonly DateLibrary[] = [
	{
		from: ['dayjs', 'dayjs/esm', 'moment', 'moment-timezone'], made: [''], readsDaysLocally: true,
		local: ['format', 'hour', 'hours', 'date', 'day', 'toString', 'toLocaleString'], universal: ['toISOString', 'valueOf', 'unix', 'toJSON'],
		zoned: ['utc', 'tz', 'utcOffset', 'parseZone', 'zone', 'locale', 'isUTC'],
	},
	{
		from: ['luxon'], made: ['DateTime.fromISO', 'DateTime.fromMillis', 'DateTime.fromSQL', 'DateTime.fromJSDate', 'DateTime.fromSeconds'], readsDaysLocally: true,
		local: ['toFormat', 'hour', 'day', 'toISO', 'toISODate', 'toISOTime', 'toLocaleString', 'toSQL', 'toString'], universal: ['toMillis', 'toSeconds', 'valueOf', 'toUnixInteger'],
		zoned: ['setZone', 'toUTC', 'reconfigure', 'setLocale'], zoneOptions: ['zone', 'setZone'],
	},
];

/** Functions of a date that write it by the local clock. */
export const localFormatters: readonly { readonly from: readonly string[]; readonly names: readonly string[] }[] = [
	{ from: ['date-fns', 'date-fns/esm'], names: ['format', 'lightFormat', 'formatISO', 'getHours', 'getDate', 'getDay'] },
];

/** Messages that V8 words, and has worded otherwise, or other engines do. */
export const engineTexts: readonly RegExp[] = [/ in JSON at position \d/, /"(?:\.{3})? is not valid JSON/, /Cannot read propert(?:y '|ies of (?:undefined|null) \(reading)/, /Expected property name or '\}' in JSON/, /after property name in JSON/, /is not a function or its return value is not iterable/];
