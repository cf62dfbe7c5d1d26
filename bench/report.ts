import { type Bound, boundsOf, isMet } from './bounds.ts';
import type { Measured, Profiled } from './measure.ts';
import { type Preset, setupNames } from './setups.ts';
import { table } from './table.ts';
import type { Timing } from './timing.ts';

/** Functions that are listed, hottest first. */
const listed = 25;

const figures = {
	'CPU s': ({ cpu }: Timing) => cpu,
	'CPU s, linting alone': ({ lintCpu }: Timing) => lintCpu,
	'wall s': ({ wall }: Timing) => wall,
	'peak MB': ({ peak }: Timing) => peak,
} as const;

export function report(preset: Preset, all: readonly Measured[], profiled: readonly Profiled[]): string {
	const bounds = boundsOf(all, profiled);
	const missed = bounds.filter(bound => !isMet(bound)).length;
	return [
		heading(
			`Whole runs, medians: parser only (a), with the rules of ${preset} (b), with them and what the last run kept (c), with eslint-plugin-jest (d)`,
		),
		timings(all),
		...profiled.flatMap(shares),
		heading('Bounds'),
		table(['', 'measured', 'at most', ''], bounds.map(row)),
		missed === 0
			? `All ${bounds.length} bounds are met.`
			: `${missed} of ${bounds.length} bounds ${missed === 1 ? 'is' : 'are'} missed.`,
		'',
	].join('\n');
}

const heading = (text: string): string => `\n${text}\n`;

const row = (bound: Bound): string[] => [
	bound.what,
	`${bound.figure.toFixed(2)}${bound.unit}`,
	`${bound.most}${bound.unit}`,
	isMet(bound) ? 'met' : 'MISSED',
];

function timings(all: readonly Measured[]): string {
	const rows = all.flatMap(({ suite, runs, timings: { parser, rules, kept, jest } }) =>
		Object.entries(figures).map(([name, of]) => [
			suite.name,
			String(rules.files),
			String(rules.findings),
			String(runs),
			name,
			...[parser, rules, kept, jest].map(timing => of(timing).toFixed(2)),
			(of(rules) / of(parser)).toFixed(2),
			(of(kept) / of(parser)).toFixed(2),
			(of(rules) / of(jest)).toFixed(2),
		]),
	);
	return table(['suite', 'files', 'findings', 'runs', 'median', ...setupNames, 'b/a', 'c/a', 'b/d'], rows);
}

function shares({ suite, insight, shares: { total, rooms, functions } }: Profiled): string[] {
	const milliseconds = insight.rules.reduce((sum, [, each]) => sum + each, 0);
	const part = (seconds: number, whole: number): string => `${((100 * seconds) / whole).toFixed(1)} %`;
	const falling = (entries: Iterable<readonly [string, number]>): (readonly [string, number])[] =>
		[...entries].sort(([, a], [, b]) => b - a);
	return [
		heading(`${suite.name}: rules (whichever asks a model first pays for it)`),
		table(
			['rule', 's', 'of all rules'],
			falling(insight.rules).map(([name, each]) => [name, (each / 1_000).toFixed(2), part(each, milliseconds)]),
		),
		heading(`${suite.name}: rooms (each with the libraries and built-ins that it calls), under the profiler`),
		table(
			['room', 's', 'of the run'],
			falling(rooms).map(([name, seconds]) => [name, seconds.toFixed(2), part(seconds, total)]),
		),
		heading(`${suite.name}: hottest functions of ours, and those that work for us, without what they call`),
		table(
			['function', 's', 'of the run'],
			falling(functions)
				.slice(0, listed)
				.map(([name, seconds]) => [name, seconds.toFixed(2), part(seconds, total)]),
		),
	];
}
