import { calledBy } from '../effects/called-bodies.ts';
import type { Site } from '../project/model.ts';
import { at } from '../provenance/walker.ts';
import type { Call, FunctionFacts } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import type { Models } from './models.ts';

/** How deep calls are followed. */
const maxDepth = 3;
/** How many functions are looked at. */
const maxFunctions = 40;

/** The functions of other modules that a function of the linted file calls behind a place, those that they call included; each on its own. */
export function codeCalledBehind(models: Models, { module, fact }: Site<FunctionFacts>, place: number): readonly Site<FunctionFacts>[] {
	return codeCalled(models, { module, fact }, call => call.end >= place);
}

/** The same of the calls of a function that are asked for. */
export function codeCalled(
	models: Models,
	{ module, fact }: Site<FunctionFacts>,
	isAsked: (call: Call) => boolean,
): readonly Site<FunctionFacts>[] {
	const found = new Map<FunctionFacts, Site<FunctionFacts>>();
	const look = (from: Site<FunctionFacts>, depth: number): void => {
		for (const call of functionsWithin(from.module.facts, from.fact).flatMap(({ calls }) => calls)) {
			if (depth > maxDepth || found.size >= maxFunctions || (depth === 0 && !isAsked(call))) continue;
			for (const root of models.provenance.roots(at(call.callee, from))) {
				const called = calledBy(root);
				if (called === undefined || found.has(called.fact) || found.size >= maxFunctions) continue;
				const site = { module: called.module, fact: called.fact };
				if (called.module !== module) found.set(called.fact, site);
				if (called.module !== from.module || !functionsWithin(from.module.facts, from.fact).includes(called.fact))
					look(site, depth + 1);
			}
		}
	};
	look({ module, fact }, 0);
	return [...found.values()];
}
