import { parseArgs } from 'node:util';

export interface Options {
	/** Numbers of generated test files, smallest first. */
	readonly sizes: readonly number[];
	/** How often each setup lints each suite, at most. */
	readonly runs: number;
}

export const usage = 'npm run bench -- [--sizes 100,1000] [--runs N] [--quick]';

const full: Options = { sizes: [100, 1_000, 5_000], runs: 3 };
const quick: Options = { sizes: [100, 200], runs: 1 };

/** Throws where the options say nothing that can be measured. */
export function readOptions(args: readonly string[]): Options {
	const { values } = parseArgs({ args: [...args], options: { sizes: { type: 'string' }, runs: { type: 'string' }, quick: { type: 'boolean' } } });
	const base = values.quick === true ? quick : full;
	const sizes = values.sizes?.split(',').map(size => countOf('--sizes', size)) ?? base.sizes;
	return { sizes: [...new Set(sizes)].sort((a, b) => a - b), runs: values.runs === undefined ? base.runs : countOf('--runs', values.runs) };
}

function countOf(option: string, text: string): number {
	const count = Number(text);
	if (!Number.isInteger(count) || count < 1) throw new RangeError(`${option}: ${text} is no whole number above zero`);
	return count;
}
