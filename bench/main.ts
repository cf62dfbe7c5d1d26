import { join } from 'node:path';
import { generatedSuite } from './generated-suite.ts';
import { measure, type Measured, profile, type Profiled } from './measure.ts';
import { type Options, readOptions, usage } from './options.ts';
import { report } from './report.ts';
import { shippedSuite, type Suite } from './suite.ts';
import { temporaryFolder } from './temporary-folder.ts';

const say = (what: string): void => void process.stderr.write(`${what}\n`);

function optionsOrEnd(): Options {
	try {
		return readOptions(process.argv.slice(2));
	} catch (error) {
		say(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
		process.exit(2);
	}
}

const { sizes, runs, preset } = optionsOrEnd();
const folder = temporaryFolder();
const suites: Suite[] = [shippedSuite, ...sizes.map(size => generatedSuite(size, join(folder, `generated-${size}`)))];

const measured: Measured[] = [];
for (const suite of suites) measured.push(await measure(suite, preset, runs, folder, say));
const profiled: Profiled[] = [];
for (const suite of [shippedSuite, ...suites.slice(-1)]) profiled.push(await profile(suite, preset, folder, say));

process.stdout.write(report(preset, measured, profiled));
