import { readFileSync, writeFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';

const verdicts = ['right', 'arguable', 'wrong', 'unjudged'] as const;

/** What a person said who read the finding, the test and the code that it calls. */
export type Verdict = (typeof verdicts)[number];

export const isVerdict = (value: unknown): value is Verdict => verdicts.some(known => known === value);

/** A finding in a suite, one line in the list. */
export interface Judged {
	/** `package/path:line`. */
	readonly at: string;
	readonly rule: string;
	readonly verdict: Verdict;
	readonly reason: string;
}

export type Found = Pick<Judged, 'at' | 'rule'>;

const list = packageFile('bench/suites/findings.jsonl');

export function readFindings(): Judged[] {
	return readFileSync(list, 'utf8')
		.split('\n')
		.filter(line => line !== '')
		.map(line => {
			const finding: unknown = JSON.parse(line);
			if (!isJudged(finding)) throw new TypeError(`${list}: ${line} is no finding with a verdict (${verdicts.join(', ')})`);
			return finding;
		});
}

export function writeFindings(findings: readonly Judged[]): void {
	writeFileSync(list, findings.map(finding => `${JSON.stringify(finding)}\n`).join(''));
}

function isJudged(value: unknown): value is Judged {
	return (
		typeof value === 'object' &&
		value !== null &&
		'at' in value &&
		'rule' in value &&
		'reason' in value &&
		'verdict' in value &&
		isVerdict(value.verdict)
	);
}

const keyOf = ({ at, rule }: Found): string => `${at} ${rule}`;

/** What differs between the list and what is found today; nothing where all is as it was and somebody has judged it. */
export function differences(found: readonly Found[], known: readonly Judged[]): string[] {
	const [now, before] = [new Set(found.map(keyOf)), new Set(known.map(keyOf))];
	return [
		...[...now].filter(key => !before.has(key)).map(key => `new: ${key}`),
		...known.filter(finding => !now.has(keyOf(finding))).map(({ at, rule, verdict }) => `gone: ${at} ${rule} (it was ${verdict})`),
		...known.filter(({ verdict }) => verdict === 'unjudged').map(finding => `unjudged: ${keyOf(finding)}`),
	];
}

/** The list for what is found today: verdicts stay, what is new has none. */
export function updated(found: readonly Found[], known: readonly Judged[]): Judged[] {
	const judged = new Map(known.map(finding => [keyOf(finding), finding]));
	const now = new Map(found.map(({ at, rule }) => [keyOf({ at, rule }), { at, rule }]));
	return [...now].map(([key, finding]) => judged.get(key) ?? { ...finding, verdict: 'unjudged' as const, reason: '' }).sort(byPlace);
}

function byPlace(a: Found, b: Found): number {
	const [[fileA, lineA], [fileB, lineB]] = [placeOf(a), placeOf(b)];
	if (fileA !== fileB) return fileA < fileB ? -1 : 1;
	return lineA - lineB || (a.rule < b.rule ? -1 : 1);
}

function placeOf({ at }: Found): [file: string, line: number] {
	const colon = at.lastIndexOf(':');
	return [at.slice(0, colon), Number(at.slice(colon + 1))];
}
