import { renderers, renderingPackages } from '../knowledge/rendering.ts';
import type { Module, Site } from '../project/model.ts';
import { isTestSupport } from '../project/test-support.ts';
import { entered } from '../provenance/frames.ts';
import { matchPattern, parsePattern } from '../provenance/pattern.ts';
import { callStep } from '../provenance/walk-value.ts';
import { at, seenThrough } from '../provenance/walker.ts';
import type { Call, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import type { Models, Scope } from './models.ts';

const rows = renderers.flatMap(row => [row.from].flat().map(from => ({ from, pattern: parsePattern(row.path) })));

const known = new WeakMap<Scope, readonly Site<Value>[]>();

/** The elements that are shown in a test: it renders them itself, a hook before it does, or a function for tests that one of them calls. */
export function renderedFor(models: Models, scope: Scope): readonly Site<Value>[] {
	const found = known.get(scope) ?? elementsIn(models, scope);
	known.set(scope, found);
	return found;
}

function elementsIn(models: Models, scope: Scope): readonly Site<Value>[] {
	const hooks = 'hooks' in scope ? scope.hooks.filter(({ phase }) => phase === 'before-each' || phase === 'before-all') : [];
	const runs = [...hooks, scope].map(({ body }) => body);
	const own = runs.flatMap(body => functionsWithin(body.module.facts, body.fact).flatMap(fact => fact.calls.map(call => at(call, body))));
	return own.flatMap(call => shownBy(models, call, 0));
}

/** How deep helpers are entered that render. */
const deepest = 3;

/** What a call renders, or what a function for tests does that it calls. */
function shownBy(models: Models, call: Site<Call>, depth: number): readonly Site<Value>[] {
	const element = elementOf(models, call);
	if (element !== undefined || depth === deepest) return element === undefined ? [] : [element];
	return models.provenance.roots(at(call.fact.callee, call)).flatMap(root => {
		if (root.kind !== 'function' || root.path.length > 0 || !isForTests(models, root.site.module)) return [];
		const frame = entered(root.site, call, root.receiver);
		const inside = frame === undefined ? undefined : seenThrough(root.site, frame);
		return inside === undefined ? [] : root.site.fact.calls.flatMap(fact => shownBy(models, at(fact, inside), depth + 1));
	});
}

/** The linted file, and others that exist for tests: what brings in a package that renders for tests is one. */
function isForTests({ module }: Models, other: Module): boolean {
	return other === module || isTestSupport(other) || other.facts.sources.some(source => renderingPackages.has(source));
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
