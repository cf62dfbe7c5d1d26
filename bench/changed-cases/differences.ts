import type { ESLint, Linter } from 'eslint';
import MagicString from 'magic-string';
import { lintCase, type RuleCase } from '../../test/support/rule-case.ts';
import type { CaseFile } from './case-file.ts';
import type { Change } from './changes/change.ts';
import { lineBefore } from './places.ts';

/** What a change does to the reports of one case. */
export interface Difference {
	/** The changed text. */
	readonly text: string;
	/** Reports that nothing stands for any more: no report of the changed text stands in the same lines. */
	readonly lost: readonly Found[];
	/** Reports of the changed text that stand in the lines of no report from before. */
	readonly added: readonly Found[];
	/** Why the changed text cannot be read, which is a fault of the change. */
	readonly broken: string | undefined;
}

export interface Found {
	/** In the text as it was; undefined for what stands in nothing of it. */
	readonly line: number | undefined;
	readonly message: string;
}

/** Undefined where there is nothing to change. `reports` are those of the case as it is. */
export function differenceOf(
	ruleCase: RuleCase,
	file: CaseFile,
	reports: readonly Linter.LintMessage[],
	{ change, plugin }: { readonly change: Change; readonly plugin: ESLint.Plugin },
): Difference | undefined {
	const draft = { text: new MagicString(file.text), added: new Map<string, string>() };
	change(file, draft);
	const text = draft.text.toString();
	if (text === file.text) return undefined;
	const found = lintCase({ ...ruleCase, files: { ...ruleCase.files, [file.path]: text, ...Object.fromEntries(draft.added) } }, plugin);
	const broken = found.find(({ fatal }) => fatal)?.message;
	if (broken !== undefined) return { text, lost: [], added: [], broken };
	const mappings = draft.text.generateDecodedMap({ hires: true }).mappings;
	const now = found.map(({ line, column, message }) => ({ line: lineBefore(mappings, { line, column }), message }));
	const stands = (report: Linter.LintMessage, { line }: Found): boolean =>
		line !== undefined && line >= report.line && line <= (report.endLine ?? report.line);
	return {
		text,
		lost: reports.filter(report => !now.some(each => stands(report, each))),
		added: now.filter(each => !reports.some(report => stands(report, each))),
		broken: undefined,
	};
}
