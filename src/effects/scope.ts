import type { Site } from '../project/model.ts';
import type { Call, FunctionFacts, Span } from '../syntax/facts.ts';

/** Whether a fact stands in the text of the function that was asked about, nested functions included. */
export function standsIn(scope: Site<FunctionFacts>, site: Site<Span>): boolean {
	return site.module === scope.module && site.fact.start >= scope.fact.start && site.fact.end <= scope.fact.end;
}

/**
 * Where to speak of a call in the text of the function that was asked about: of what a function inside it does that is called by its name, where it is called, and
 * of what it calls elsewhere `outer`.
 */
export function placeIn(scope: Site<FunctionFacts>, site: Site<Call>, outer: Span | undefined): Span | undefined {
	if (!standsIn(scope, site)) return outer;
	const { frame } = site;
	const isNamed =
		frame?.call !== undefined &&
		frame !== scope.frame &&
		frame.function.passedTo === undefined &&
		frame.call.fact.callee.kind !== 'function' &&
		standsIn(scope, frame.call);
	return isNamed ? (outer ?? site.fact) : site.fact;
}
