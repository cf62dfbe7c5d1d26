import type { Influence } from '../../effects/model.ts';
import { textQueries } from '../../knowledge/page-words.ts';
import type { Site } from '../../project/model.ts';
import type { Path } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import { functionsAround } from '../../syntax/functions-within.ts';
import type { Claim, Models, Scope } from '../models.ts';
import type { ClockDependence } from './dependence.ts';
import { isOnlyClaimed } from './compared-readings.ts';
import { isRealClock } from './real-clock.ts';
import { isWithin, outermost } from './reading-order.ts';
import { isOfYear } from './year-readings.ts';
import { isInOwnText } from '../own-text.ts';

const parts: Path = [{ kind: 'parts' }];

const shown: ReadonlySet<Claim['relation']> = new Set(['identical', 'contains', 'deep-equal']);

/**
 * A reading of the test's own that a page is to show, or that one of its elements is looked for by: what the page shows is made from another
 * one. To look again is of no use then, for the test has read it once. A year is left out: two readings have the same one.
 */
export function shownTime(models: Models, scope: Scope, claim: Claim): ClockDependence | undefined {
	if (claim.negated || !isInOwnText(models, claim.site)) return undefined;
	const isCompared = claim.retried && claim.expected !== undefined && shown.has(claim.relation) && isTold(models, claim.actual);
	const texts = isCompared ? [claim.expected] : claim.relation === 'other' || claim.relation === 'truthy' ? textsIn(claim.actual) : [];
	if (texts.length === 0) return undefined;
	const clock = models.framework.clockAt(scope, claim.place.start);
	if (clock.stopped) return undefined;
	const reads = texts.filter(text => !isOfYear(models, text)).flatMap(text => clocksBehind(models, text));
	const read = reads.find(
		each =>
			isRealClock(each, clock) &&
			isReadOnce(scope, each) &&
			(isWithin(each, claim) || isOnlyClaimed(models, { ...each, source: outermost(each.source) })),
	);
	return read === undefined ? undefined : { kind: 'twice', read };
}

function clocksBehind({ effects }: Models, site: Site<Value>): readonly Influence[] {
	return effects.behind(site, parts).filter(({ kind }) => kind === 'clock');
}

/** Whether a subject is what a page tells, and no value that the test made from the clock as well. */
function isTold(models: Models, actual: Site<Value>): boolean {
	return clocksBehind(models, actual).length === 0;
}

/** The texts by which the elements are found that a value is asked of: `screen.getByText(text)`. */
function textsIn(site: Site<Value>): readonly Site<Value>[] {
	const { fact } = site;
	if (fact.kind === 'await') return textsIn(at(fact.value, site));
	if (fact.kind !== 'call' || fact.callee.kind !== 'member') return [];
	const { object, property } = fact.callee;
	const [text] = typeof property === 'string' && textQueries.has(property) ? fact.args : [];
	return [...(text === undefined ? [] : [at(text, site)]), ...textsIn(at(object, site))];
}

/** Whether the test itself reads it, or calls what does, and not a function that is called each time it is looked again. */
function isReadOnce({ body }: Scope, { source }: Influence): boolean {
	const { module, fact } = outermost(source);
	const [inside] = functionsAround(module.facts, fact);
	return module === body.module && inside === body.fact;
}
