import { table } from '../table.ts';
import type { Difference } from './differences.ts';

/** What one kind of change did. */
export interface Counts {
	readonly kind: string;
	/** Cases with reports, and those without, that the change could be made in. */
	reported: number;
	silent: number;
	reports: number;
	lost: number;
	/** Reports added to cases that have some, and to cases that are to have none. */
	added: number;
	raised: number;
	/** Changed texts that cannot be read. */
	broken: number;
}

export const noCounts = (kind: string): Counts => ({ kind, reported: 0, silent: 0, reports: 0, lost: 0, added: 0, raised: 0, broken: 0 });

/** Adds what a change did to a case that has so many reports as it is. */
export function count(counts: Counts, reports: number, { lost, added, broken }: Difference): void {
	if (broken !== undefined) {
		counts.broken += 1;
	} else if (reports === 0) {
		counts.silent += 1;
		counts.raised += added.length;
	} else {
		counts.reported += 1;
		counts.reports += reports;
		counts.lost += lost.length;
		counts.added += added.length;
	}
}

export function shown(all: readonly Counts[]): string {
	const rows = all.map(({ kind, reported, reports, lost, added, silent, raised, broken }) => [
		kind,
		...[reported, reports, lost, added, silent, raised, broken].map(String),
	]);
	return table(['change', 'cases with reports', 'reports', 'lost', 'added', 'silent cases', 'added', 'broken'], rows);
}
