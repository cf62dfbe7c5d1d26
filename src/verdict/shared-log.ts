import type { Assertion } from '../assertions/model.ts';
import type { Influence } from '../effects/model.ts';
import type { Witness } from '../effects/witness.ts';
import type { Module } from '../project/model.ts';
import { countedOutputBehind } from './counted-output.ts';
import type { Claim, Models } from './models.ts';
import { programLoggerBehind } from './program-loggers.ts';

/** The way to the captured output, open to other code, that an assertion is about. */
export function sharedLogBehind(models: Models, claim: Claim): Witness | undefined {
	const behind = claim.relation === 'length' ? models.effects.behind(claim.actual, [...claim.part, { kind: 'parts' }]) : models.behindActual(claim);
	return behind.find(influence => isSharedLog(influence, claim, models.module))?.witness ?? programLoggerBehind(models, claim) ?? countedOutputBehind(models, claim);
}

/**
 * Whether other code can add to captured output. A child process's standard output is its answer; a logger that was made for the test
 * is the test's own; and a claim about one piece, where it is handed over, says nothing of the others.
 */
function isSharedLog({ row, origin, source }: Influence, { site }: Assertion, home: Module): boolean {
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
