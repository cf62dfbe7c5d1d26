import deflake from 'eslint-plugin-deflake';
import { Progress } from '../../src/cli/progress.ts';
import { lintCase } from '../../test/support/rule-case.ts';
import { optionsOrEnd } from '../options-or-end.ts';
import { packageFile } from '../package-file.ts';
import { readCase } from './case-file.ts';
import { count, noCounts, shown } from './counts.ts';
import { type Difference, differenceOf } from './differences.ts';
import { readOptions, usage } from './options.ts';
import { type ToldCase, toldCases } from './told-cases.ts';

/** One case that differs, for a reader: what is lost and added, and the changed text. */
function told(kind: string, { rule, title }: ToldCase, { text, lost, added, broken }: Difference): string {
	const of = (what: string, found: Difference['lost']): string[] =>
		found.map(({ line, message }) => `  ${what}${line === undefined ? '' : ` in line ${line}`}: ${message}`);
	const lines = [...of('lost', lost), ...of('added', added), ...(broken === undefined ? [] : [`  broken: ${broken}`])];
	return lines.length === 0
		? ''
		: [`${kind}  ${rule}  ${title}`, ...lines, ...text.split('\n').map(line => `    ${line}`), '', ''].join('\n');
}

const options = optionsOrEnd(readOptions, usage);
const cases = await toldCases(packageFile('.'), options.rule);
const progress = new Progress(process.stderr, cases.length, 'changing cases');
const changes = options.changes.map(([kind, change]) => ({ change, counts: noCounts(kind) }));
for (const [index, each] of cases.entries()) {
	progress.report(index, each.title);
	const file = readCase(each);
	if (file === undefined) continue;
	const reports = lintCase(each, deflake);
	for (const { change, counts } of changes) {
		const difference = differenceOf(each, file, reports, { change, plugin: deflake });
		if (difference === undefined) continue;
		count(counts, reports.length, difference);
		if (options.list) process.stdout.write(told(counts.kind, each, difference));
	}
}
progress.end();
process.stdout.write(`${shown(changes.map(({ counts }) => counts))}\n`);
