import { relative, sep } from 'node:path';
import deflake from 'eslint-plugin-deflake';
import { lintSuite } from '../lint-suite.ts';
import { packageFile } from '../package-file.ts';
import { shippedSuite } from '../suite.ts';
import { differences, type Found, readFindings, updated, writeFindings } from './findings.ts';

const { plugins, rules } = deflake.configs.recommended;
const results = await lintSuite(shippedSuite, { plugins, rules }, false);
const folder = packageFile('node_modules');
const prefix = `${deflake.meta.namespace}/`;
const found: Found[] = results.flatMap(({ filePath, messages }) =>
	messages.flatMap(({ ruleId, line }) =>
		ruleId === null ? [] : [{ at: `${relative(folder, filePath).split(sep).join('/')}:${line}`, rule: ruleId.replace(prefix, '') }],
	),
);

if (process.argv.includes('--update')) writeFindings(updated(found, readFindings()));
const problems = differences(found, readFindings());
process.stdout.write(
	`${[...problems, `${found.length} findings in ${results.length} files of the suites, ${problems.length} differences`].join('\n')}\n`,
);
if (problems.length > 0) {
	process.stdout.write(
		'See bench/suites/findings.jsonl: npm run suites -- --update writes what is found; each new finding then needs a verdict and a reason.\n',
	);
	process.exitCode = 1;
}
