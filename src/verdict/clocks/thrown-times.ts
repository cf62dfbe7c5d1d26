import type { Influence } from '../../effects/model.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import { codeCalled } from '../called-code.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { isOnlyCompared } from './compared-readings.ts';
import { behindExpected } from './compared-values.ts';
import { isRealClock } from './real-clock.ts';
import { isOfYear } from './year-readings.ts';

const failures: ReadonlySet<Claim['relation']> = new Set(['throws', 'rejects']);

/** A reading of the test's in the error that it expects, where the code that is to fail makes its errors from real readings of its own, or nobody sees it: ``expect(() => check(token)).toThrow(`over at ${now}`)``. */
export function thrownTime(models: Models, scope: Scope, claim: Claim): Influence | undefined {
	const { relation, negated, place, expected } = claim;
	if (!failures.has(relation) || negated || expected === undefined || scope.body.module !== models.module) return undefined;
	const clock = models.framework.clockAt(scope, place.start);
	const read = clock.stopped ? undefined : behindExpected(models, claim).find(each => isRealClock(each, clock));
	const code = read === undefined ? [] : codeCalled(models, scope.body, call => holds(place, call) && !holds(expected.fact, call));
	if (read !== undefined && code.length === 0) return isOnlyCompared(models, read) && !isOfYear(models, expected) ? read : undefined;
	const thrown = code.flatMap(site =>
		functionsWithin(site.module.facts, site.fact).flatMap(({ throws }) => throws.map(({ value }) => at(value, site))),
	);
	const own = thrown.filter(value => readings(models, value).some(each => isRealClock(each, clock)));
	return read !== undefined &&
		own.length > 0 &&
		(isOnlyCompared(models, read) || own.some(value => timesIn(models, expected) > givenIn(models, value)))
		? read
		: undefined;
}

function readings({ effects }: Models, site: Site<Value>): readonly Influence[] {
	return effects.behind(site, [{ kind: 'parts' }]).filter(({ kind }) => kind === 'clock');
}

function readsClock(models: Models, site: Site<Value>): boolean {
	return readings(models, site).length > 0;
}

/** How many times a text that is expected has in it. */
function timesIn(models: Models, site: Site<Value>): number {
	return partsOfText(site).filter(part => readsClock(models, part)).length;
}

/** How many parts of a text that the code makes are none of its own readings, so that a time which it was handed may stand there. */
function givenIn(models: Models, site: Site<Value>): number {
	return partsOfText(site).filter(part => part.fact.kind !== 'literal' && !readsClock(models, part)).length;
}

function partsOfText(site: Site<Value>): readonly Site<Value>[] {
	const text = valuesInside(site.fact).find(({ kind }) => kind === 'template');
	return text?.kind === 'template' ? text.parts.map(part => at(part, site)) : [];
}
