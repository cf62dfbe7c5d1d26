import type { ApiRow, EffectKind } from './knowledge/row.ts';

/** `settings.deflake` of an ESLint configuration. */
export interface Settings {
	/** Rows about APIs of your own, in the same shape as the plugin's. */
	readonly apis: readonly ApiRow[];
	/** Texts by path that stand for the whole file system: for playgrounds and tests. */
	readonly files: Readonly<Record<string, string>> | undefined;
	/** Whether the other test files of the package are looked at, for names that two of them take. */
	readonly projectIndex: boolean;
}

const names: ReadonlySet<string> = new Set(['apis', 'files', 'projectIndex']);
const known = new WeakMap<object, Settings>();

/** Reads the settings of a configuration. Throws a TypeError that names the place where they are not of the right shape. */
export function settingsOf(settings: Readonly<Record<string, unknown>>): Settings {
	const { deflake = {} } = settings;
	const answer = known.get(settings) ?? read(deflake);
	known.set(settings, answer);
	return answer;
}

function read(deflake: unknown): Settings {
	if (!isRecord(deflake)) throw mistake('', 'must be an object');
	const unknown = Object.keys(deflake).find(name => !names.has(name));
	if (unknown !== undefined) throw mistake(`.${unknown}`, `is no setting; there are ${[...names].join(', ')}`);
	const { apis = [], files, projectIndex = false } = deflake;
	if (!Array.isArray(apis)) throw mistake('.apis', 'must be an array of rows');
	if (typeof projectIndex !== 'boolean') throw mistake('.projectIndex', 'must be true or false');
	return { apis: apis.map(rowAt), files: filesOf(files), projectIndex };
}

/** Every effect of the row language; the compiler sees to that. */
const effects: Readonly<Record<EffectKind, true>> = {
	sleep: true,
	timer: true,
	deadline: true,
	clock: true,
	random: true,
	draw: true,
	order: true,
	log: true,
	'shared-write': true,
	store: true,
	take: true,
	empty: true,
	request: true,
	expensive: true,
	open: true,
	flow: true,
	calls: true,
	'ui-action': true,
	'ui-read': true,
	'ui-wait': true,
	'event-wait': true,
	promise: true,
	internal: true,
	alias: true,
};

function rowAt(row: unknown, index: number): ApiRow {
	const place = `.apis[${index}]`;
	if (!isRecord(row)) throw mistake(place, 'must be an object');
	const { path, from } = row;
	if (typeof path !== 'string') throw mistake(`${place}.path`, 'must be a string such as "now()"');
	if (!isFrom(from)) throw mistake(`${place}.from`, 'must be the name of a package, or an array of them');
	if (!isRow(row)) throw mistake(`${place}.effect`, `must be one of ${Object.keys(effects).join(', ')}`);
	return row;
}

/** What else a row of its effect may say is up to the row. */
function isRow(row: Readonly<Record<string, unknown>>): row is Readonly<Record<string, unknown>> & ApiRow {
	const { effect } = row;
	return typeof effect === 'string' && Object.hasOwn(effects, effect);
}

function isFrom(from: unknown): boolean {
	return typeof from === 'string' || (Array.isArray(from) && from.length > 0 && from.every(name => typeof name === 'string'));
}

function filesOf(files: unknown): Readonly<Record<string, string>> | undefined {
	if (files === undefined) return undefined;
	if (!isFiles(files)) throw mistake('.files', 'must be an object of texts by path');
	return files;
}

function isFiles(files: unknown): files is Readonly<Record<string, string>> {
	return isRecord(files) && Object.values(files).every(text => typeof text === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mistake(place: string, what: string): TypeError {
	return new TypeError(`settings.deflake${place} ${what}`);
}
