import { namesCause } from './cause.ts';
import type { Finding, LintedFile } from './linted-file.ts';
import type { Place, Row } from './row.ts';

/** One row, and what the plugin said of it. */
export interface Outcome {
	readonly row: Row;
	readonly before: LintedFile;
	/** Undefined where the mended code is gone, or there was no hit before. */
	readonly after: LintedFile | undefined;
	/** A rule for the cause reports there. */
	readonly isHit: boolean;
	/** Some rule reports there. */
	readonly isNoticed: boolean;
	/** A rule for the cause reports there with the preset `recommended`. */
	readonly isRecommended: boolean;
	/** No rule for the cause reports where the mended code stands; undefined where that tells nothing. */
	readonly isSilenced: boolean | undefined;
}

/** Lines between a report and the marked ones, at most. */
const near = 2;

export const isNear = ({ first }: Finding, place: Place, distance: number): boolean =>
	first >= place.first - distance && first <= place.last + distance;

export function outcomeOf(row: Row, before: LintedFile, after: LintedFile | undefined): Outcome {
	const hits = (findings: readonly Finding[], place: Place): boolean =>
		findings.some(finding => isNear(finding, place, near) && namesCause(finding.rule, row.cause));
	const isHit = hits(before.all, row.before);
	return {
		row,
		before,
		after,
		isHit,
		isNoticed: before.all.some(finding => isNear(finding, row.before, near)),
		isRecommended: hits(before.recommended, row.before),
		isSilenced: isHit && row.cured && row.after !== undefined && after !== undefined ? !hits(after.all, row.after) : undefined,
	};
}

/** Whether a row counts where the plugin is asked what it found: who reads the code alone may find it, and the commit speaks of flakiness. */
export const isAsked = ({ row }: Outcome): boolean => row.detectable && !row.weak;
