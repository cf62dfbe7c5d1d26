import type { ApiRow } from './knowledge/row.ts';
import { isRecord, mistakeInRow } from './knowledge/row-shape.ts';

/** `settings.deflake` of an ESLint configuration. */
export interface Settings {
	/** Rows about APIs of your own, in the same shape as the plugin's. */
	readonly apis: readonly ApiRow[];
	/** Texts by path that stand for the whole file system: for playgrounds and tests. */
	readonly files: Readonly<Record<string, string>> | undefined;
	/** Whether the other test files of the package are looked at, for names that two of them take. */
	readonly projectIndex: boolean;
	/**
	 * Whether what was found in a file is kept on disk until the file, or one that its result depends on, changes: in `node_modules/.cache/deflake`, or
	 * in the folder that is named, relative to the working directory.
	 */
	readonly cache: boolean | string;
}

const names: ReadonlySet<string> = new Set(['apis', 'files', 'projectIndex', 'cache']);
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
	const { apis = [], files, projectIndex = false, cache = false } = deflake;
	if (!Array.isArray(apis)) throw mistake('.apis', 'must be an array of rows');
	if (typeof projectIndex !== 'boolean') throw mistake('.projectIndex', 'must be true or false');
	if (typeof cache !== 'boolean' && (typeof cache !== 'string' || cache === '')) throw mistake('.cache', 'must be true, false or the path of a folder');
	return { apis: apis.map(rowAt), files: filesOf(files), projectIndex, cache };
}

function rowAt(row: unknown, index: number): ApiRow {
	const place = `.apis[${index}]`;
	if (!isRecord(row)) throw mistake(place, 'must be an object');
	if (isRow(row)) return row;
	const { field, must } = mistakeInRow(row) ?? { field: 'effect', must: 'is missing' };
	throw mistake(`${place}.${field}`, must);
}

const isRow = (row: Readonly<Record<string, unknown>>): row is Readonly<Record<string, unknown>> & ApiRow => mistakeInRow(row) === undefined;

function filesOf(files: unknown): Readonly<Record<string, string>> | undefined {
	if (files === undefined) return undefined;
	if (!isFiles(files)) throw mistake('.files', 'must be an object of texts by path');
	return files;
}

function isFiles(files: unknown): files is Readonly<Record<string, string>> {
	return isRecord(files) && Object.values(files).every(text => typeof text === 'string');
}

function mistake(place: string, what: string): TypeError {
	return new TypeError(`settings.deflake${place} ${what}`);
}
