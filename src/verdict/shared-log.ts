import type { Assertion } from '../assertions/model.ts';
import type { Influence } from '../effects/model.ts';
import type { Module } from '../project/model.ts';

/**
 * Whether other code can add to captured output. A child process's standard output is its answer; a logger that was made for the test
 * is the test's own; and a claim about one piece, where it is handed over, says nothing of the others.
 */
export function isSharedLog({ row, origin, source }: Influence, { site }: Assertion, home: Module): boolean {
	if (row?.effect !== 'log' || row.stream === 'child-stdout') return false;
	if (row.piece === true) return source.module !== site.module || functionAround(source) !== functionAround(site);
	if (row.made !== true) return true;
	const making = origin?.steps.find(step => step.kind === 'call' || step.kind === 'construct')?.site;
	return making !== undefined && making.module !== home && making.frame === undefined;
}

/** Functions stand in source order: the last one around a place is the innermost. */
function functionAround({ module, fact }: Assertion['site']): unknown {
	return module.facts.functions.findLast(({ start, end }) => start <= fact.start && fact.end <= end);
}
