import type { Measured, Profiled } from './measure.ts';

export interface Bound {
	readonly what: string;
	readonly figure: number;
	readonly most: number;
	readonly unit: string;
}

export const isMet = ({ figure, most }: Bound): boolean => figure <= most;

const ratio = (what: string, figure: number, most: number): Bound => ({ what, figure, most, unit: '×' });

/** All that the plugin promises about its speed, and what was measured of it. */
export const boundsOf = (all: readonly Measured[], profiled: readonly Profiled[]): Bound[] => [
	...all.map(({ suite, timings }) => ratio(`${suite.name}: CPU against parser only`, timings.rules.cpu / timings.parser.cpu, 1.35)),
	...all.map(({ suite, timings }) =>
		ratio(`${suite.name}: CPU against parser only, with what the last run kept`, timings.kept.cpu / timings.parser.cpu, 1.35),
	),
	...all.map(({ suite, timings }) => ratio(`${suite.name}: CPU against eslint-plugin-jest`, timings.rules.cpu / timings.jest.cpu, 2)),
	...growth(all),
	...memory(all),
	...profiled.flatMap(parses),
];

/** What the rules add to a run, from one generated suite to the next, as if each had twice the files of the one before. */
function growth(all: readonly Measured[]): Bound[] {
	const generated = all.filter(({ suite }) => suite.helpers.length > 0);
	return generated.slice(1).flatMap((large, index) => {
		const small = generated[index];
		if (small === undefined) return [];
		const doublings = Math.log2(large.timings.parser.files / small.timings.parser.files);
		return [
			ratio(
				`${small.suite.name} → ${large.suite.name}: rules' time for twice the files`,
				(rulesTime(large) / rulesTime(small)) ** (1 / doublings),
				2,
			),
		];
	});
}

/** Below a hundredth of a second the clock says nothing. */
const rulesTime = ({ timings }: Measured): number => Math.max(timings.rules.lintCpu - timings.parser.lintCpu, 0.01);

function memory(all: readonly Measured[]): Bound[] {
	const largest = all.at(-1);
	if (largest === undefined) return [];
	return [
		{
			what: `${largest.suite.name}: memory above parser only`,
			figure: largest.timings.rules.peak - largest.timings.parser.peak,
			most: 200,
			unit: ' MB',
		},
	];
}

/** The modules that tests never reach are parsed not at all, and those that they share once. */
function parses({ suite, insight }: Profiled): Bound[] {
	if (insight.parses.length === 0) return [];
	const reached = insight.parses.filter(count => count > 0).length;
	return [
		ratio(`${suite.name}: parses of a shared module (${reached} of ${insight.parses.length} reached)`, Math.max(...insight.parses), 1),
	];
}
