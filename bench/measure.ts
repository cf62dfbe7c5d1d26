import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { answerOf } from './child.ts';
import { type Insight, isInsight } from './insight.ts';
import { type Shares, sharesOf } from './profile.ts';
import { type Preset, type SetupName, setupNames } from './setups.ts';
import type { Suite } from './suite.ts';
import { isTiming, medians, type Timing } from './timing.ts';

/** Of each setup the medians of its runs. */
export interface Measured {
	readonly suite: Suite;
	readonly runs: number;
	readonly timings: Readonly<Record<SetupName, Timing>>;
}

export interface Profiled {
	readonly suite: Suite;
	readonly insight: Insight;
	readonly shares: Shares;
}

/** Seconds after which a suite is not run once more, so that the benchmark ends in minutes on a slow machine. */
const patience = 90;

/** The setups take turns, so that whatever else the machine does meets all of them alike. */
export async function measure(suite: Suite, preset: Preset, runs: number, folder: string, say: (what: string) => void): Promise<Measured> {
	const timings: Record<SetupName, Timing[]> = { parser: [], rules: [], kept: [], jest: [] };
	const cache = mkdtempSync(join(folder, 'cache-'));
	say(`${suite.name}: a first run, for the next ones to find what it kept`);
	await answerOf('timed-child', ['kept', preset, cache], suite);
	const start = performance.now();
	const isPatient = (): boolean => performance.now() - start < patience * 1_000;
	for (let run = 1; run === 1 || (run <= runs && isPatient()); run++) {
		for (const name of setupNames) {
			say(`${suite.name}: ${name}, run ${run} of ${runs}`);
			const timing = await answerOf('timed-child', [name, preset, cache], suite);
			if (!isTiming(timing)) throw new TypeError('a timed child process sends a timing');
			timings[name].push(timing);
		}
	}
	return {
		suite,
		runs: timings.parser.length,
		timings: {
			parser: medians(timings.parser),
			rules: medians(timings.rules),
			kept: medians(timings.kept),
			jest: medians(timings.jest),
		},
	};
}

export async function profile(suite: Suite, preset: Preset, folder: string, say: (what: string) => void): Promise<Profiled> {
	say(`${suite.name}: profile`);
	const directory = mkdtempSync(join(folder, 'profile-'));
	const name = 'run.cpuprofile';
	const insight = await answerOf('profiled-child', [preset], suite, [
		'--cpu-prof',
		`--cpu-prof-dir=${directory}`,
		`--cpu-prof-name=${name}`,
	]);
	if (!isInsight(insight)) throw new TypeError('a profiled child process sends an insight');
	return { suite, insight, shares: sharesOf(join(directory, name)) };
}
