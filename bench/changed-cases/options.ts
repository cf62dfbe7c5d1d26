import { parseArgs } from 'node:util';
import type { Change } from './changes/change.ts';
import { allChanges } from './changes/all-changes.ts';

export interface Options {
	/** The kinds of change that are made, by name. */
	readonly changes: readonly (readonly [name: string, change: Change])[];
	/** The rule whose cases are changed; undefined for all. */
	readonly rule: string | undefined;
	/** Tell of each case in which a report is lost or added. */
	readonly list: boolean;
}

export const usage = `npm run changed-cases -- [options]

Writes each case of the rules' tests in other words that mean the same, lints it again, and counts the reports that are lost or added.

  --only KIND,…  kinds of change (default: all; ${Object.keys(allChanges).join(', ')})
  --rule RULE    the cases of one rule
  --list         tell of each case that differs, with its changed text
`;

export function readOptions(args: readonly string[]): Options {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({ args: [...args], options: { only: text, rule: text, list: { type: 'boolean' } } });
	const names = values.only?.split(',') ?? Object.keys(allChanges);
	return {
		changes: names.map(name => {
			const change = Object.hasOwn(allChanges, name) ? allChanges[name] : undefined;
			if (change === undefined) throw new RangeError(`--only: ${name} is none of ${Object.keys(allChanges).join(', ')}`);
			return [name, change] as const;
		}),
		rule: values.rule,
		list: values.list ?? false,
	};
}
