import type { Influence } from '../effects/model.ts';
import type { Module } from '../project/model.ts';

/**
 * Whether other code can add to captured output. A child process's standard output is its answer; a logger that was made for the test
 * is the test's own.
 */
export function isSharedLog({ row, origin }: Influence, home: Module): boolean {
	if (row?.effect !== 'log' || row.stream === 'child-stdout') return false;
	if (row.made !== true) return true;
	const making = origin?.steps.find(step => step.kind === 'call' || step.kind === 'construct')?.site;
	return making !== undefined && making.module !== home && making.frame === undefined;
}
