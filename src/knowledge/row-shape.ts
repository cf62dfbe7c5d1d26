import type { ApiRow, Bound, Condition, CostMeasure, Draws, EffectKind, LogRow, OrderRow, SharedWriteRow, TakeRow, UiReadRow } from './row.ts';

/** One field of a row: what it must be, in words, and whether a value is that. */
interface Field {
	readonly must: string;
	readonly holds: (value: unknown) => boolean;
	readonly needed: boolean;
}

type Fields = Readonly<Record<string, Field>>;

/** A field for each that the row type has, and no other; the compiler sees to that. */
type FieldsOf<Row> = { readonly [Name in Exclude<keyof Row, keyof typeof shared | 'effect'>]-?: Field };

const needed = (must: string, holds: Field['holds']): Field => ({ must, holds, needed: true });
const optional = (field: Field): Field => ({ ...field, needed: false });

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isIndex = (value: unknown): boolean => isNumber(value) && Number.isInteger(value) && value >= 0;
const isScalar = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value);
const isList = (of: Field['holds']) => (value: unknown): boolean => Array.isArray(value) && value.every(of);
const isOneOf = (...words: readonly string[]) => (value: unknown): boolean => isText(value) && words.includes(value);

/** An object with these entries and no others; those in `may` can be left out. */
const isShape = (must: Readonly<Record<string, Field['holds']>>, may: Readonly<Record<string, Field['holds']>> = {}) => (value: unknown): boolean =>
	isRecord(value)
	&& Object.entries(must).every(([name, holds]) => holds(value[name]))
	&& Object.entries(value).every(([name, entry]) => Object.hasOwn(must, name) || entry === undefined || (Object.hasOwn(may, name) && may[name]?.(entry) === true));

const isFlag = (value: unknown): boolean => value === true;
const isPlace = isShape({ argument: isIndex }, { key: isText });
const isArgument = isShape({ argument: isIndex });
const isNamePlace = isShape({ argument: isIndex }, { key: isText, call: isIndex, flag: isText });
const isAddress = isShape({ argument: isIndex }, { key: isText, call: isIndex, bare: isFlag, command: isFlag, selector: isFlag });
const isStepOrPlace = (value: unknown): boolean => isShape({ step: isIndex })(value) || isPlace(value);

const flag = optional(needed('must be true, or left out', isFlag));
const text = needed('must be a string', isText);
const texts = needed('must be an array of strings', isList(isText));
const index = needed('must be the number of an argument, counted from 0', isIndex);
const place = needed("must say where it is, such as { argument: 0 } or { argument: 1, key: 'delay' }", isPlace);
const table = optional(needed('must be a step of the path, { step: 0 }, or a place, { argument: 0 }', isStepOrPlace));

const word = <Word extends string>(words: Readonly<Record<Word, true>>): Field => {
	const names = Object.keys(words);
	return needed(`must be one of ${names.join(', ')}`, isOneOf(...names));
};

const unit = optional(word<'ms' | 's' | 'min'>({ ms: true, s: true, min: true }));

const isBound = (value: unknown): value is Bound =>
	isNumber(value) || isShape({ at: isList(isPlace) }, { standard: isNumber, times: isNumber, call: isIndex })(value);

const draws: Readonly<Record<Draws['of'], Field['holds']>> = {
	number: isShape({ of: isText, min: isBound, max: isBound }, { step: isNumber, open: isFlag, decimals: isNumber }),
	text: isShape({ of: isText, alphabet: isText, length: isBound }, { layout: isText }),
	base64: isShape({ of: isText, alphabet: isText, bytes: isBound }, { padded: isFlag }),
	words: isShape({ of: isText, min: isBound, max: isBound, words: isList(isText) }, { sentence: isFlag }),
	example: isShape({ of: isText, values: isList(isScalar), size: isNumber }),
	element: isShape({ of: isText, argument: isIndex }),
	order: isShape({ of: isText, argument: isIndex }),
};

const isDraws = (value: unknown): value is Draws => isRecord(value) && Object.entries(draws).some(([of, holds]) => value['of'] === of && holds(value));

type SqlWord = Extract<Condition, { readonly sql: unknown }>['sql'];

const sqlWords: Readonly<Record<SqlWord, true>> = { 'unordered-rows': true, 'narrowed-rows': true, sleep: true, insert: true, empties: true };

/** What a condition asks, beside the argument that it asks of. */
const questions: readonly Field['holds'][] = [
	isShape({ argument: isIndex, present: value => typeof value === 'boolean' }, { call: isIndex }),
	isShape({ argument: isIndex, has: isText }, { call: isIndex }),
	isShape({ argument: isIndex, joins: isText }, { call: isIndex, sortedIn: isText }),
	isShape({ argument: isIndex, in: isList(isScalar) }, { call: isIndex, key: isText }),
	isShape({ argument: isIndex, names: isText }, { call: isIndex, of: isText }),
	...['callable', 'data', 'asynchronous', 'looks', 'acts', 'number'].map(name => isShape({ argument: isIndex, [name]: isFlag }, { call: isIndex })),
	isShape({ argument: isIndex, sql: isOneOf(...Object.keys(sqlWords)) }, { call: isIndex }),
	isShape({ argument: isIndex, shell: isOneOf('sleep') }, { call: isIndex }),
	isShape({ chained: isList(isText) }, { call: isIndex }),
];

const isCondition = (value: unknown): value is Condition => questions.some(holds => holds(value));
const conditions = optional(needed("must be an array of conditions, such as { argument: 0, has: 'orderBy' }", isList(isCondition)));

/** Parts with dots between them, as `ApiRow.path` tells. */
const isPath = (path: string): boolean => /^(?:part(?:\.part)*)?$/.test(path.replace(/(?:new )?(?:\{[^{}]+\}|\[\]|[^\s.(){}[\]]+)?(?:\(\))*/g, part => (part === '' ? '' : 'part')));

/** What every row has. The last three are for rows of the plugin itself. */
const shared = {
	from: needed('must be the name of a package, or an array of them', value => isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isText))),
	path: needed('must be a string such as "now()"', value => isText(value) && isPath(value)),
	when: conditions,
	unless: conditions,
	see: optional(text),
	flaky: optional(text),
	steady: optional(text),
} as const;

const measures: Readonly<Record<CostMeasure, true>> = { bcrypt: true, 'argon2-memory': true, 'argon2-passes': true, scrypt: true, pbkdf2: true, rsa: true };
const streams: Readonly<Record<LogRow['stream'], true>> = { console: true, stdout: true, 'child-stdout': true, stderr: true, logger: true };
const tells: Readonly<Record<UiReadRow['tells'], true>> = { element: true, state: true, count: true, value: true, attribute: true, picture: true };
const taken: Readonly<Record<TakeRow['what'], true>> = { port: true, path: true, database: true, queue: true, bucket: true, topic: true, 'consumer group': true, dataset: true, resource: true };
const acts: Readonly<Record<TakeRow['act'], true>> = { listen: true, make: true, fill: true, write: true, remove: true, open: true };
const undoneBy: Readonly<Record<NonNullable<SharedWriteRow['undoneBy']>, true>> = {
	spies: true, calls: true, env: true, globals: true, clock: true, modules: true, properties: true, test: true, again: true, close: true,
};
const yields: Readonly<Record<OrderRow['yields'], true>> = { list: true, pick: true };

const shapes: { readonly [Kind in EffectKind]: FieldsOf<Extract<ApiRow, { effect: Kind }>> } = {
	sleep: { delay: optional(place), unit, blocking: flag, faked: flag, instead: optional(texts) },
	timer: { callback: index, delay: optional(place), unit, repeats: flag, faked: flag },
	deadline: { delay: place, unit },
	clock: { clock: word({ wall: true, monotonic: true }), elapsed: flag, unit: optional(word({ s: true, ns: true, hrtime: true })), distance: flag, calendar: flag, faked: flag },
	random: { collision: word({ never: true, possible: true }), seededBy: optional(texts), shape: optional(text), free: flag },
	draw: { draws: needed("must say what is drawn, such as { of: 'number', min: 0, max: 9, step: 1 }", isDraws) },
	order: { yields: word(yields), narrowedBy: conditions, embedded: flag, things: optional(text) },
	log: { stream: word(streams), piece: flag, made: flag },
	'shared-write': {
		target: text,
		reach: word({ process: true, machine: true }),
		act: word({ set: true, restore: true }),
		ifShared: optional(index),
		undoneBy: optional(word(undoneBy)),
	},
	store: { data: needed("must be a place, such as { argument: 0, key: 'data' }, or 'receiver'", value => value === 'receiver' || isPlace(value)), table },
	take: {
		what: word(taken),
		act: word(acts),
		names: needed('must be an array of places, such as [{ argument: 0 }]', isList(isNamePlace)),
		content: optional(place),
		remote: flag,
		handsOn: flag,
	},
	empty: { table: { ...table, must: `${table.must}, or 'all'`, holds: value => value === 'all' || isStepOrPlace(value) } },
	request: { to: needed('must be an array of places, such as [{ argument: 0 }]', isList(isAddress)), host: optional(text), browser: flag },
	expensive: { measure: word(measures), cost: needed('must be an array of places, such as [{ argument: 1 }]', isList(isPlace)), standard: optional(needed('must be a number', isNumber)) },
	open: {
		what: text,
		handle: optional(word({ result: true, receiver: true })),
		closedBy: texts,
		closers: optional(texts),
		unlessCalled: optional(texts),
		idle: optional(texts),
		ends: optional(texts),
		faked: flag,
	},
	flow: {
		carries: needed("must be an array of numbers of arguments, 'all' and 'receiver'", isList(value => isIndex(value) || value === 'all' || value === 'receiver')),
		gives: optional(index),
		as: optional(needed('must be values, entries, record or parsed', isOneOf('values', 'entries', 'record', 'parsed'))),
		member: optional(needed('must be { object: 0, name: 1 }', isShape({ object: isIndex, name: isIndex }))),
		iterates: flag,
		drops: optional(needed('must be an array of order, clock, random and log', isList(isOneOf('order', 'clock', 'random', 'log')))),
	},
	calls: {
		callback: needed("must be the number of an argument, 'last' or 'assigned'", value => isIndex(value) || value === 'last' || value === 'assigned'),
		key: optional(text),
		each: flag,
		runs: word({ now: true, elsewhere: true, later: true }),
		atOnce: optional(needed('must be a number, or where one stands', isBound)),
		ofEach: flag,
		overtakes: flag,
		queued: flag,
		parameters: optional(texts),
	},
	'ui-action': { loads: optional(word({ page: true, content: true })), reaches: optional(word({ page: true })), settles: optional(texts) },
	'ui-read': {
		of: needed("must be 'receiver', 'page' or { argument: 0 }", value => value === 'receiver' || value === 'page' || isArgument(value)),
		matcher: optional(text),
		contains: optional(text),
		tells: word(tells),
		awaits: optional(word({ element: true })),
	},
	'ui-wait': { element: flag },
	'event-wait': {
		on: needed("must be 'receiver', 'page' or { argument: 0 }", value => value === 'receiver' || value === 'page' || isArgument(value)),
		event: optional(needed('must be { argument: 0 }', isArgument)),
	},
	promise: { asserts: flag, inTurn: flag, ofCallback: optional(index), lazy: flag, heardFirst: flag },
	internal: {},
	alias: { to: text, in: optional(text), handed: optional(texts) },
};

/** What is wrong with something that should be a row: the field, and what it must be. Undefined where it is one. */
export function mistakeInRow(row: Readonly<Record<string, unknown>>): { readonly field: string; readonly must: string } | undefined {
	const base = firstMistake(row, { path: shared.path, from: shared.from });
	if (base !== undefined) return base;
	const { effect } = row;
	const own = Object.entries<Fields>(shapes).find(([kind]) => kind === effect)?.[1];
	if (own === undefined) return { field: 'effect', must: `must be one of ${Object.keys(shapes).join(', ')}` };
	const fields: Fields = { ...shared, ...own };
	const stranger = Object.keys(row).find(name => name !== 'effect' && !Object.hasOwn(fields, name));
	if (stranger !== undefined) return { field: stranger, must: `is nothing that a row of '${String(effect)}' has; there are ${Object.keys(own).concat('when', 'unless').join(', ')}` };
	return firstMistake(row, fields);
}

function firstMistake(row: Readonly<Record<string, unknown>>, fields: Fields): { readonly field: string; readonly must: string } | undefined {
	for (const [field, { must, holds, needed: isNeeded }] of Object.entries(fields)) {
		const value = row[field];
		if (value === undefined ? isNeeded : !holds(value)) return { field, must };
	}
	return undefined;
}
