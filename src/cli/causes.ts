import type { ESLint, Linter } from 'eslint';

export interface Finding {
	readonly file: string;
	readonly message: Linter.LintMessage;
	/** The line of code it stands on. */
	readonly code: string;
}

/** A rule, and everything it found. */
export interface Cause {
	/** Undefined for files that could not be read at all. */
	readonly rule: string | undefined;
	readonly findings: readonly Finding[];
}

/** The findings by cause: the most frequent first, what could not be read last. */
export function causesIn(results: readonly ESLint.LintResult[]): Cause[] {
	const findings = results.flatMap(result => {
		const lines = (result.output ?? result.source ?? '').split(/\r?\n/u);
		return result.messages.map(message => ({ file: result.filePath, message, code: lines[message.line - 1]?.trim() ?? '' }));
	});
	const rules = new Set(findings.map(ruleOf));
	return [...rules].map(rule => ({ rule, findings: findings.filter(finding => ruleOf(finding) === rule) })).sort(byWeight);
}

/** Without the name that the config gave the plugin. */
const ruleOf = ({ message }: Finding): string | undefined => message.ruleId?.replace(/^.*\//u, '');

function byWeight(a: Cause, b: Cause): number {
	if (a.rule === undefined || b.rule === undefined) return Number(a.rule === undefined) - Number(b.rule === undefined);
	return b.findings.length - a.findings.length || a.rule.localeCompare(b.rule);
}
