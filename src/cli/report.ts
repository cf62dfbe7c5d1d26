import { styleText } from 'node:util';
import type { ESLint, Linter } from 'eslint';
import deflake from '../index.ts';
import { type Cause, causesIn, type Finding } from './causes.ts';
import { counted } from './counted.ts';
import { pathFrom } from './session.ts';

export interface ReportOptions {
	readonly cwd: string;
	readonly color: boolean;
}

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'underline';

/** The findings as a person reads them: by cause, each with its line of code, the way to the cause, and what could be done. */
export function report(results: readonly ESLint.LintResult[], { cwd, color }: ReportOptions): string {
	const paint = (style: Style, text: string): string => (color ? styleText(style, text, { validateStream: false }) : text);
	const causes = causesIn(results);
	return [...causes.map(cause => section(cause, cwd, paint)), summary(causes, results.length, paint)].join('\n');
}

type Paint = (style: Style, text: string) => string;

function section({ rule, findings }: Cause, cwd: string, paint: Paint): string {
	const title = rule ?? 'not readable';
	const about = rule === undefined ? 'files that cannot be parsed' : deflake.rules[rule]?.meta?.docs?.description;
	const heading = `${paint('bold', title)} (${findings.length})${about === undefined ? '' : `: ${about}`}`;
	return [heading, '', ...findings.map(finding => entry(finding, cwd, paint))].join('\n');
}

function entry({ file, message, code }: Finding, cwd: string, paint: Paint): string {
	const place = paint('underline', pathFrom(cwd, file) + positionOf(message));
	const severity = message.severity === 2 ? paint('red', 'error') : paint('yellow', 'warning');
	const mends = (message.suggestions ?? []).map(({ desc }) => `    → ${desc}`);
	return [
		`  ${place} ${severity}`,
		...(code === '' ? [] : [`    ${paint('dim', shortened(code))}`]),
		`    ${message.message}`,
		...mends,
		'',
	].join('\n');
}

/** Some parsers do not say where they gave up. */
function positionOf({ line, column }: Linter.LintMessage): string {
	return Number.isInteger(line) ? `:${line}:${Number.isInteger(column) ? Math.max(column, 1) : 1}` : '';
}

/** Longest line of code that is printed, in UTF-16 code units; control characters in it are shown as dots. */
const longest = 160;

function shortened(code: string): string {
	const printable = code.replace(/[^\P{Cc}\t]/gu, '·');
	return printable.length > longest ? `${printable.slice(0, longest)}…` : printable;
}

function summary(causes: readonly Cause[], files: number, paint: Paint): string {
	const findings = causes.flatMap(cause => cause.findings);
	if (findings.length === 0) return `Nothing found in ${counted(files, 'file')}.\n`;
	const touched = new Set(findings.map(({ file }) => file)).size;
	const shares = causes.map(cause => `${cause.findings.length} ${cause.rule ?? 'not readable'}`).join(', ');
	return `${paint('bold', `${counted(findings.length, 'finding')} in ${touched} of ${counted(files, 'file')}`)}: ${shares}.\n`;
}
