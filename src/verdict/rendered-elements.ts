import { renderers } from '../knowledge/rendering.ts';
import type { Site } from '../project/model.ts';
import { matchPattern, parsePattern } from '../provenance/pattern.ts';
import { callStep } from '../provenance/walk-value.ts';
import { at } from '../provenance/walker.ts';
import type { Call, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import type { Models, Scope } from './models.ts';

const rows = renderers.flatMap(row => [row.from].flat().map(from => ({ from, pattern: parsePattern(row.path) })));

/** The elements that are shown in a test: it renders them itself, or a hook before it does. */
export function* renderedFor(models: Models, scope: Scope): Iterable<Site<Value>> {
	const hooks = 'hooks' in scope ? scope.hooks.filter(({ phase }) => phase === 'before-each' || phase === 'before-all') : [];
	const bodies = [...hooks, scope].flatMap(({ body }) => functionsWithin(body.module.facts, body.fact).map(fact => at(fact, body)));
	for (const body of bodies) for (const call of body.fact.calls) {
		const element = elementOf(models, at(call, body));
		if (element !== undefined) yield element;
	}
}

/** What a call renders. */
function elementOf({ provenance }: Models, call: Site<Call>): Site<Value> | undefined {
	const [element] = call.fact.args;
	if (element === undefined) return undefined;
	const isRenderer = provenance.origins(at(call.fact.callee, call)).some(({ from, steps }) => {
		const origin = { from, steps: [...steps, callStep(call)] };
		return rows.some(row => row.from === from && matchPattern(row.pattern, origin)?.length === origin.steps.length);
	});
	return isRenderer ? at(element, call) : undefined;
}
