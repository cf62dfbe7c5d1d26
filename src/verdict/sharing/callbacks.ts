import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { FunctionFacts } from '../../syntax/facts.ts';
import { functionsDirectlyIn } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/**
 * The functions that a test or hook hands over where it writes them: `connect(() => …)`, `server.on('close', () => …)`. It is for them to run, whoever calls them.
 * Functions that are kept under a name are not among them: they run with what they are called with. Nor are tests inside the test, which are asked for themselves.
 */
export function callbacksIn({ framework }: Models, { body }: Scope): readonly Site<FunctionFacts>[] {
	const own = new Set([...framework.tests, ...framework.hooks, ...framework.suites].map(each => each.body.fact));
	const inside = (fact: FunctionFacts): readonly FunctionFacts[] =>
		functionsDirectlyIn(body.module.facts, fact)
			.filter(each => each.passedTo !== undefined && !own.has(each))
			.flatMap(each => [each, ...inside(each)]);
	return inside(body.fact).map(fact => at(fact, body));
}
