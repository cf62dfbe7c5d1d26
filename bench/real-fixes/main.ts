import { writeFileSync } from 'node:fs';
import { evaluate } from './evaluate.ts';
import { figures, missed } from './figures.ts';
import { optionsOrEnd } from '../options-or-end.ts';
import { readOptions, usage } from './options.ts';
import { readRows, type Row } from './row.ts';

const options = optionsOrEnd(readOptions, usage);
const isChosen = ({ id, cause }: Row): boolean => (options.rows?.has(id) ?? true) && (options.cause ?? cause) === cause;
const outcomes = await evaluate(readRows(options.from).filter(isChosen), options, process.stderr);

if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(outcomes, undefined, '\t')}\n`);
if (options.list) process.stdout.write(`${missed(outcomes)}\n`);
process.stdout.write(figures(outcomes));
