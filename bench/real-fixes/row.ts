import { readFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';
import { type Cause, isCause } from './cause.ts';

/** Lines of a file as it was in one revision. */
export interface Place {
	readonly revision: string;
	readonly path: string;
	readonly first: number;
	readonly last: number;
}

/** One place in a test that a commit mended because the test was flaky. */
export interface Row {
	readonly id: string;
	/** `owner/name` on GitHub. */
	readonly repository: string;
	readonly cause: Cause;
	/** Why it was flaky, by the person who read the commit. */
	readonly reason: string;
	/** Whether who reads the code alone may find it. */
	readonly detectable: boolean;
	/** The commit speaks of isolation rather than of flakiness. */
	readonly weak: boolean;
	readonly before: Place;
	/** Undefined where the mended code is gone. */
	readonly after: Place | undefined;
	/** The mend took the cause away; otherwise it made it rarer, and a report is still right. */
	readonly cured: boolean;
}

/** The rows that the figures are about. */
export const devRows = packageFile('bench/real-fixes/dev.jsonl');

export function readRows(path: string): Row[] {
	const text = readFileSync(path, 'utf8');
	return text
		.trim()
		.split('\n')
		.map(line => rowOf(new Map(entriesOf(JSON.parse(line)))));
}

const entriesOf = (value: unknown): [string, unknown][] => (typeof value === 'object' && value !== null ? Object.entries(value) : []);

function rowOf(fields: ReadonlyMap<string, unknown>): Row {
	const text = (name: string): string => stringIn(fields, name);
	const line = (name: string): number => numberIn(fields, name);
	const cause = fields.get('cause');
	if (!isCause(cause)) throw new TypeError(`${text('id')}: there is no cause '${String(cause)}'`);
	return {
		id: text('id'),
		repository: text('repo'),
		cause,
		reason: text('one_line'),
		detectable: text('static_detectable') !== 'no',
		weak: fields.get('weak') === true,
		before: { revision: text('parent'), path: text('path'), first: line('line_start'), last: line('line_end') },
		after:
			typeof fields.get('post_path') === 'string'
				? { revision: text('sha'), path: text('post_path'), first: line('post_line_start'), last: line('post_line_end') }
				: undefined,
		cured: fields.get('post_still_smelly') !== true,
	};
}

function stringIn(fields: ReadonlyMap<string, unknown>, name: string): string {
	const value = fields.get(name);
	if (typeof value !== 'string') throw new TypeError(`a row has no text '${name}'`);
	return value;
}

function numberIn(fields: ReadonlyMap<string, unknown>, name: string): number {
	const value = fields.get(name);
	if (typeof value !== 'number') throw new TypeError(`a row has no number '${name}'`);
	return value;
}
