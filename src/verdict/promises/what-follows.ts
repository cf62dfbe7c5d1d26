import { rowsOfCall } from '../../effects/knowing.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { isAboutError } from './claims-behind.ts';
import { isElse, isSettledChain } from './dropped-calls.ts';

/** A value that a function waits for, or gives to whoever called it. */
export interface Wait extends Span {
	readonly value: Value;
}

/** What comes after a call in its function, in source order: assertions, and what is waited for. */
export function whatFollows(models: Models, scope: Scope, { fact }: Site<FunctionFacts>, call: Call): readonly (Claim | Wait)[] {
	const isBehind = (each: Span): boolean => each.start >= call.end && !isElse(fact, call, each);
	const claims = models
		.assertionsIn(scope)
		.filter(({ place }, _, all) => isBehind(place) && place.end <= fact.end && !all.some(other => isAboutError(other, place)));
	const waits = [...fact.awaits, ...fact.returns.filter(({ value }) => value.kind !== 'literal')].filter(isBehind);
	return [...claims, ...waits].sort((one, other) => startOf(one) - startOf(other));
}

const startOf = (each: Claim | Wait): number => ('place' in each ? each.place.start : each.start);

/** Whether an assertion stands in a callback that somebody calls at a time of their own, perhaps once the work is done. */
export function isMadeLater(models: Models, { place }: Claim, site: Site<FunctionFacts>): boolean {
	const around = functionsWithin(site.module.facts, site.fact).filter(
		each => each !== site.fact && each.start <= place.start && place.end <= each.end,
	);
	return around.some(each => !runsAsPart(models, each, site));
}

/** Whether a function inside runs as a part of the one around it: `act(() => …)`, a callback of a chain that is waited for, of `map`. */
export function runsAsPart(models: Models, { passedTo }: FunctionFacts, site: Site<FunctionFacts>): boolean {
	if (passedTo === undefined) return false;
	const call = at(passedTo.call, site);
	if (call.fact.form === 'new') return false;
	if (rowsOfCall(models, call).some(({ row }) => row.effect === 'calls' && row.runs === 'now')) return true;
	return isSettledChain(passedTo.call);
}
