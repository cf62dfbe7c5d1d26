import { parseArgs } from 'node:util';
import { presetNames } from '../../src/preset.ts';

export interface Options {
	readonly preset: string;
	/** Tell of each flake that is missed, and of each report that is false. */
	readonly list: boolean;
}

export const usage = `npm run planted -- [options]

Lints four projects that were written to be judged by: people who had not seen the rules planted tests that can fail with nothing
broken, and beside them tests that only look like it, before they ran the plugin. The projects lie in bench/planted, a Markdown file
each, and need nothing installed. A comment above a line says what is there:

  // FLAKE 12: why it can fail         found, where a report stands near
  // SOUND 12: why it cannot           a report near it is false
  // WITHDRAWN 12: …                   of which it turned out that it was neither; not counted

A report belongs to the last mark within three lines above it, or else to the next one within eight lines below. Reports of requirements
and of code around the marks are not counted. What was read in these projects has been mended since, so that the figures tell whether
something was lost, and not what to expect of unseen suites.
With recommended it exits with 1 where a test that cannot fail is reported.

  --preset NAME  recommended, strict or all (default: recommended)
  --list         tell of each flake that is missed, and of each false report
`;

export function readOptions(args: readonly string[]): Options {
	const { values } = parseArgs({ args: [...args], options: { preset: { type: 'string' }, list: { type: 'boolean' } } });
	const { preset = 'recommended', list = false } = values;
	if (!presetNames.some(name => name === preset)) throw new RangeError(`--preset: there is none called ${preset}`);
	return { preset, list };
}
