import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from '../cache-folder.ts';
import { type Cause, isCause } from './cause.ts';
import { devRows } from './row.ts';

export interface Options {
	/** The folder of clones. */
	readonly repositories: string;
	readonly cache: string;
	/** The file of rows. */
	readonly from: string;
	/** Only these rows; undefined for all. */
	readonly rows: ReadonlySet<string> | undefined;
	readonly cause: Cause | undefined;
	/** Where to write every row with its reports. */
	readonly json: string | undefined;
	/** Tell of each row that was missed. */
	readonly list: boolean;
	/** Lint again what was linted with this build before. */
	readonly fresh: boolean;
}

export const usage = `npm run eval -- --repos DIR [options]

DIR holds git clones as owner+name/repo, owner+name or owner/name; they need no work tree.

  --from FILE    rows of another file (default: dev.jsonl)
  --rows ID,…    only these rows
  --cause NAME   only rows of this cause
  --list         tell of each row that was missed
  --json FILE    write every row with its reports
  --cache DIR    keep trees and results here (default: the user's cache folder)
  --fresh        lint again what this build has linted before
`;

export function readOptions(args: readonly string[]): Options {
	const { values } = parseArgs({
		args: [...args],
		options: {
			repos: { type: 'string' },
			cache: { type: 'string' },
			from: { type: 'string' },
			rows: { type: 'string' },
			cause: { type: 'string' },
			json: { type: 'string' },
			list: { type: 'boolean' },
			fresh: { type: 'boolean' },
		},
	});
	if (values.repos === undefined) throw new TypeError('--repos is missing');
	if (values.cause !== undefined && !isCause(values.cause)) throw new TypeError(`--cause: there is no cause '${values.cause}'`);
	return {
		repositories: resolve(values.repos),
		cache: resolve(values.cache ?? join(cacheFolder, 'real-fixes')),
		from: values.from === undefined ? devRows : resolve(values.from),
		rows: values.rows === undefined ? undefined : new Set(values.rows.split(',')),
		cause: values.cause,
		json: values.json,
		list: values.list ?? false,
		fresh: values.fresh ?? false,
	};
}
