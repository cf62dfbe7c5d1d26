import { parseArgs } from 'node:util';
import { isPreset, type Preset, presets } from './setups.ts';

export interface Options {
	/** Numbers of generated test files, smallest first. */
	readonly sizes: readonly number[];
	/** How often each setup lints each suite, at most. */
	readonly runs: number;
	readonly preset: Preset;
}

export const usage = 'npm run bench -- [--sizes 100,1000] [--runs N] [--preset recommended|strict|all] [--quick]';

const full = { sizes: [100, 1_000, 5_000], runs: 3 };
const quick = { sizes: [100, 200], runs: 1 };

/** Throws where the options say nothing that can be measured. */
export function readOptions(args: readonly string[]): Options {
	const { values } = parseArgs({
		args: [...args],
		options: {
			sizes: { type: 'string' },
			runs: { type: 'string' },
			preset: { type: 'string', default: 'recommended' },
			quick: { type: 'boolean' },
		},
	});
	const base = values.quick === true ? quick : full;
	if (!isPreset(values.preset)) throw new RangeError(`--preset: ${values.preset} is none of ${presets.join(', ')}`);
	const sizes = values.sizes?.split(',').map(size => countOf('--sizes', size)) ?? base.sizes;
	return {
		sizes: [...new Set(sizes)].sort((a, b) => a - b),
		runs: values.runs === undefined ? base.runs : countOf('--runs', values.runs),
		preset: values.preset,
	};
}

function countOf(option: string, text: string): number {
	const count = Number(text);
	if (!Number.isInteger(count) || count < 1) throw new RangeError(`${option}: ${text} is no whole number above zero`);
	return count;
}
