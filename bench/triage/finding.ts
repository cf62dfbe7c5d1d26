import type { Verdict } from '../suites/findings.ts';

/** A finding in a public repository. Nothing of the repository's code goes into a list that is kept: `message` is for whoever judges. */
export interface Finding {
	/** `owner/name` on GitHub. */
	readonly repository: string;
	readonly commit: string;
	readonly path: string;
	readonly line: number;
	readonly rule: string;
	readonly message?: string;
}

export interface Judged extends Finding {
	readonly verdict: Verdict;
	readonly reason: string;
}

export const keyOf = ({ repository, path, line, rule, message }: Finding): string =>
	`${repository} ${path}:${line} ${rule} ${message ?? ''}`;
