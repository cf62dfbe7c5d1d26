import type { Site } from '../project/model.ts';
import type { FunctionFacts, Span } from '../syntax/facts.ts';

/** Whether a fact stands in the text of the function that was asked about, nested functions included. */
export function standsIn(scope: Site<FunctionFacts>, site: Site<Span>): boolean {
	return site.module === scope.module && site.fact.start >= scope.fact.start && site.fact.end <= scope.fact.end;
}
