import { writeFileSync } from 'node:fs';
import { evaluate } from './evaluate.ts';
import { figures, missed } from './figures.ts';
import { holdFolder } from './lock.ts';
import { type Options, readOptions, usage } from './options.ts';
import { readRows, type Row } from './row.ts';

function optionsOrEnd(): Options {
	try {
		const options = readOptions(process.argv.slice(2));
		holdFolder(options.cache);
		return options;
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
		process.exit(2);
	}
}

const options = optionsOrEnd();
const isChosen = ({ id, cause }: Row): boolean => (options.rows?.has(id) ?? true) && (options.cause ?? cause) === cause;
const outcomes = await evaluate(readRows(options.from).filter(isChosen), options, process.stderr);

if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(outcomes, undefined, '\t')}\n`);
if (options.list) process.stdout.write(`${missed(outcomes)}\n`);
process.stdout.write(figures(outcomes));
