import { readFileSync } from 'node:fs';
import { isVerdict } from '../suites/findings.ts';
import { table } from '../table.ts';
import type { Judged } from './finding.ts';

/** The findings of a list, one line of JSON each. */
export function readJudged(file: string): Judged[] {
	return readFileSync(file, 'utf8')
		.split('\n')
		.filter(line => line !== '')
		.map(line => {
			const finding: unknown = JSON.parse(line);
			if (!isJudged(finding)) throw new TypeError(`${file}: ${line} is no finding with a verdict`);
			return finding;
		});
}

const texts = ['repository', 'commit', 'path', 'rule', 'reason'] as const;

function isJudged(value: unknown): value is Judged {
	if (typeof value !== 'object' || value === null) return false;
	const fields = new Map(Object.entries(value));
	return (
		texts.every(name => typeof fields.get(name) === 'string') &&
		typeof fields.get('line') === 'number' &&
		isVerdict(fields.get('verdict'))
	);
}

/** How many of each rule are right, arguable and wrong, the rule with most first. */
export function figuresOf(findings: readonly Judged[]): string {
	const rules = [...new Set(findings.map(({ rule }) => rule))].map(rule => findings.filter(finding => finding.rule === rule));
	const rows = [...rules.sort((a, b) => b.length - a.length), findings].map(some => {
		const count = (wanted: string): string => String(some.filter(({ verdict }) => verdict === wanted).length);
		return [
			some === findings ? 'all' : (some[0]?.rule ?? ''),
			String(some.length),
			count('right'),
			count('arguable'),
			count('wrong'),
			count('unjudged'),
		];
	});
	return `${table(['rule', 'findings', 'right', 'arguable', 'wrong', 'unjudged'], rows)}\n`;
}
