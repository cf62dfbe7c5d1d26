import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ESLint, Linter } from 'eslint';
import { optionsOrEnd } from '../options-or-end.ts';
import { packageFile } from '../package-file.ts';
import { table } from '../table.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type Mark, markOf, marksIn } from './marks.ts';
import { readOptions, usage } from './options.ts';
import { layOut, type Project, projects } from './project.ts';

interface Report {
	readonly path: string;
	readonly line: number;
	readonly text: string;
}

/** What the command reports in a folder, by the preset. */
function reportsIn(directory: string, preset: string): readonly Report[] {
	const args = [packageFile('dist/cli.js'), '--no-cache', '--exit-zero', '--preset', preset, '--format', 'json', '.'];
	const output = execFileSync(process.execPath, args, {
		cwd: directory,
		encoding: 'utf8',
		maxBuffer: 2 ** 28,
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const results: unknown = JSON.parse(output);
	return listOf(results)
		.filter(isResult)
		.flatMap(({ filePath, messages }) =>
			listOf(messages)
				.filter(isMessage)
				.map(({ line, message }) => ({ path: relative(directory, filePath).split(sep).join('/'), line, text: message })),
		);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isResult = (value: unknown): value is Pick<ESLint.LintResult, 'filePath' | 'messages'> =>
	typeof value === 'object' && value !== null && 'filePath' in value && 'messages' in value && typeof value.filePath === 'string';

const isMessage = (value: unknown): value is Pick<Linter.LintMessage, 'line' | 'message'> =>
	typeof value === 'object' && value !== null && 'line' in value && 'message' in value && typeof value.line === 'number';

/** How many of a project's marks of each kind there are, and which of them have a report. */
function count(
	project: Project,
	directory: string,
	preset: string,
): { readonly marks: readonly Mark[]; readonly reported: ReadonlyMap<Mark, Report> } {
	mkdirSync(directory);
	layOut(project, directory);
	const marks = project.files.flatMap(({ path, code }) => marksIn(path, code));
	const reported = new Map<Mark, Report>();
	for (const report of reportsIn(directory, preset)) {
		const mark = markOf(marks, report.path, report.line);
		if (mark !== undefined) reported.set(mark, report);
	}
	return { marks, reported };
}

const { preset, list } = optionsOrEnd(readOptions, usage);
const folder = temporaryFolder();
const rows: (readonly [string, number, number, number, number])[] = [];
for (const project of projects()) {
	const { marks, reported } = count(project, join(folder, project.name), preset);
	const [flakes, sound] = [marks.filter(({ kind }) => kind === 'FLAKE'), marks.filter(({ kind }) => kind === 'SOUND')];
	const [found, wrong] = [flakes, sound].map(some => some.filter(mark => reported.has(mark)));
	rows.push([project.name, flakes.length, found?.length ?? 0, sound.length, wrong?.length ?? 0]);
	for (const mark of list ? marks : []) {
		const report = reported.get(mark);
		if ((report === undefined) === (mark.kind === 'FLAKE'))
			process.stdout.write(
				`${project.name} ${mark.path}:${mark.line} ${mark.text}\n${report === undefined ? '' : `\t${report.line} ${report.text}\n`}`,
			);
	}
}
const sum = (column: 1 | 2 | 3 | 4): string => String(rows.reduce((all, row) => all + row[column], 0));
process.stdout.write(
	`${table(['project', 'flakes', 'found', 'sound', 'reported'], [...rows.map(row => row.map(String)), ['all', sum(1), sum(2), sum(3), sum(4)]])}\n`,
);
if (preset === 'recommended' && sum(4) !== '0') {
	process.stderr.write('A test that cannot fail is reported with `recommended`: npm run planted -- --list says which.\n');
	process.exitCode = 1;
}
