import { inspect } from 'node:util';

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

/** Reads the settings of a configuration. Throws a TypeError that names the place where they are not of the right shape, what stands there and what may, whoever rethrows it. */
export function settingsOf(settings: Readonly<Record<string, unknown>>): Settings {
	const { deflake = {} } = settings;
	const answer = known.get(settings) ?? read(deflake);
	known.set(settings, answer);
	return answer;
}

function read(deflake: unknown): Settings {
	if (!isRecord(deflake)) throw mustBe('', 'must be an object', deflake);
	const unknown = Object.keys(deflake).find(name => !names.has(name));
	if (unknown !== undefined) throw mistake(`.${unknown} is no setting; there are ${[...names].join(', ')}`);
	const { apis = [], files, projectIndex = false, cache = false } = deflake;
	if (!Array.isArray(apis)) throw mustBe('.apis', 'must be an array of rows', apis);
	if (typeof projectIndex !== 'boolean') throw mustBe('.projectIndex', 'must be true or false', projectIndex);
	if (typeof cache !== 'boolean' && (typeof cache !== 'string' || cache === ''))
		throw mustBe('.cache', 'must be true, false or the path of a folder', cache);
	return { apis: apis.map(rowAt), files: filesOf(files), projectIndex, cache };
}

function rowAt(row: unknown, index: number): ApiRow {
	const place = `.apis[${index}]`;
	if (!isRecord(row)) throw mustBe(place, 'must be an object', row);
	if (isRow(row)) return row;
	const { field, must } = mistakeInRow(row) ?? { field: 'effect', must: 'is missing' };
	throw mustBe(`${place}.${field}`, must, row[field]);
}

const isRow = (row: Readonly<Record<string, unknown>>): row is Readonly<Record<string, unknown>> & ApiRow =>
	mistakeInRow(row) === undefined;

function filesOf(files: unknown): Readonly<Record<string, string>> | undefined {
	if (files === undefined) return undefined;
	if (!isFiles(files)) throw mustBe('.files', 'must be an object of texts by path', files);
	return files;
}

function isFiles(files: unknown): files is Readonly<Record<string, string>> {
	return isRecord(files) && Object.values(files).every(text => typeof text === 'string');
}

const mustBe = (place: string, must: string, value: unknown): TypeError =>
	mistake(`${place} ${must}; it is ${value === undefined ? 'missing' : shown(value)}`);

/** How much of a value is shown, in UTF-16 code units. */
const longest = 80;

function shown(value: unknown): string {
	const text = inspect(value, { depth: 1, breakLength: Infinity, compact: true });
	return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/**
 * ESLint asks rules alone, so it is a rule that has to tell, and puts the rule's name before the message of whatever a rule throws. No rule is at fault here: what is put before
 * the message is left out. Where in the plugin it was thrown says nothing to whoever reads it, so the stack is the message alone.
 */
function mistake(what: string): TypeError {
	const own = `settings.deflake${what}`;
	let text = own;
	return Object.defineProperties(new TypeError(own), {
		message: {
			get: () => text,
			set: (told: unknown) => {
				text = own + String(told).split(own).slice(1).join(own);
			},
		},
		stack: { get: () => text },
	});
}
