import { table } from '../table.ts';
import { rulesByCause } from './cause.ts';
import type { LintedFile } from './linted-file.ts';
import { isAsked, isNear, type Outcome } from './outcome.ts';

/** A table by cause, and what the whole run cost and said. */
export function figures(outcomes: readonly Outcome[]): string {
	const causes = Object.keys(rulesByCause).flatMap(cause => {
		const own = outcomes.filter(({ row }) => row.cause === cause);
		return own.length === 0 ? [] : [line(cause, own)];
	});
	const head = ['cause', 'rows', 'detectable', 'hits', '', 'recommended', '', 'any rule', '', 'silenced', 'of hits cured', ''];
	return [table(head, [...causes, line('all', outcomes)]), '', ...totals(outcomes), ''].join('\n');
}

function line(name: string, outcomes: readonly Outcome[]): string[] {
	const asked = outcomes.filter(isAsked);
	const count = (is: (outcome: Outcome) => boolean): number => asked.filter(is).length;
	const share = (figure: number): string[] => [String(figure), percent(figure, asked.length)];
	const told = count(({ isSilenced }) => isSilenced !== undefined);
	const silenced = count(({ isSilenced }) => isSilenced === true);
	return [
		name,
		String(outcomes.length),
		String(asked.length),
		...share(count(({ isHit }) => isHit)),
		...share(count(({ isRecommended }) => isRecommended)),
		...share(count(({ isNoticed }) => isNoticed)),
		String(silenced),
		String(told),
		percent(silenced, told),
	];
}

const percent = (part: number, whole: number): string => (whole === 0 ? '' : `${Math.round((100 * part) / whole)} %`);

function totals(outcomes: readonly Outcome[]): string[] {
	const tests = filesOf(outcomes);
	const linted = [
		...tests,
		...new Map(
			outcomes.flatMap(({ row, after }) =>
				row.after === undefined || after === undefined
					? []
					: [[`${row.repository} ${row.after.revision} ${row.after.path}`, after] as const],
			),
		).values(),
	];
	const lines = sum(tests, file => file.lines);
	const density = (of: (file: LintedFile) => number): string => ((1_000 * sum(tests, of)) / lines).toFixed(1);
	const seconds = (of: (file: LintedFile) => number): string => `${sum(tests, of).toFixed(1)} s`;
	const ratio = sum(tests, file => file.seconds.recommended) / sum(tests, file => file.seconds.parser);
	return [
		`${tests.length} files with ${lines} lines, before the fixes`,
		`reports in 1,000 lines: ${density(file => file.recommended.length)} with recommended, ${density(file => file.all.length)} with all`,
		`CPU: parser only ${seconds(file => file.seconds.parser)}, with recommended ${seconds(file => file.seconds.recommended)} (${ratio.toFixed(2)}×)`,
		`crashes in ${linted.length} files, before and after the fixes: ${sum(linted, file => file.crashes.length)}`,
		`files that the parser cannot read: ${linted.filter(file => file.unreadable !== undefined).length}`,
		...new Set(linted.flatMap(({ crashes }) => crashes)),
	];
}

const filesOf = (outcomes: readonly Outcome[]): LintedFile[] => [
	...new Map(outcomes.map(({ row, before }) => [`${row.repository} ${row.before.revision} ${row.before.path}`, before])).values(),
];

const sum = (files: readonly LintedFile[], of: (file: LintedFile) => number): number => files.reduce((total, file) => total + of(file), 0);

/** Lines around a missed place from which reports are told. */
const neighbourhood = 12;

/** Each row that could have been found and was not, and the reports around it. */
export function missed(outcomes: readonly Outcome[]): string {
	return outcomes
		.filter(outcome => isAsked(outcome) && !outcome.isHit)
		.map(({ row, before }) => {
			const { path, first, last } = row.before;
			const around = before.all.filter(finding => isNear(finding, row.before, neighbourhood));
			return [
				`${row.id}  ${row.cause}  ${row.repository} ${row.before.revision.slice(0, 10)} ${path}:${first}${last === first ? '' : `-${last}`}`,
				`    ${row.reason}`,
				...(before.unreadable === undefined ? [] : [`    cannot be parsed: ${before.unreadable}`]),
				...around.map(finding => `    near: ${finding.first} ${finding.rule}: ${finding.message}`),
				'',
			].join('\n');
		})
		.join('\n');
}
