import type { Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import { at, frameOf, functionAt, seenThrough } from '../../provenance/walker.ts';
import { soleDefinition } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import type { Models, Scope } from '../models.ts';
import { renderedFor } from '../rendered-elements.ts';

/** How deep components stand in one another, and how many are looked at. */
const deepest = 4;
const most = 40;

/** An element that a test renders, and the components of the project that are shown for it, each seen through the element that shows it. */
export interface Rendering {
	readonly element: Site<Value>;
	readonly components: readonly Site<FunctionFacts>[];
}

const known = new WeakMap<Scope, readonly Rendering[]>();

/** What a test renders, or a hook of it. */
export function renderingsOf(models: Models, scope: Scope): readonly Rendering[] {
	const found = known.get(scope) ?? findRenderings(models, scope);
	known.set(scope, found);
	return found;
}

function findRenderings(models: Models, scope: Scope): readonly Rendering[] {
	return renderedFor(models, scope).map(site => {
		const element = written(site);
		const found: Site<FunctionFacts>[] = [];
		gather(models, elementsIn(element), found, 0);
		return { element, components: found };
	});
}

/** The element itself, where a helper that renders was handed it, or a variable holds it. */
function written(site: Site<Value>, hops = 0): Site<Value> {
	const { fact, module, frame } = site;
	const only = soleDefinition(module.facts, fact);
	if (only === undefined || hops > deepest) return site;
	if (only.kind === 'value' && only.path.length === 0) return written(at(only.value, site), hops + 1);
	const owner = only.kind === 'parameter' && only.path.length === 0 ? functionAt(module, only.function) : undefined;
	const call = owner === undefined ? undefined : frameOf(owner, frame)?.call;
	const argument = only.kind === 'parameter' ? call?.fact.args[only.index] : undefined;
	return call === undefined || argument === undefined ? site : written(at(argument, call), hops + 1);
}

function elementsIn(site: Site<Value>): readonly Site<Call>[] {
	return valuesInside(site.fact).flatMap(value => (value.kind === 'call' && value.form === 'jsx' ? [at(value, site)] : []));
}

function gather(models: Models, elements: readonly Site<Call>[], found: Site<FunctionFacts>[], depth: number): void {
	for (const element of elements) {
		if (element.fact.callee.kind === 'unknown' || depth > deepest) continue;
		for (const root of models.provenance.roots(at(element.fact.callee, element))) {
			if (root.kind !== 'function' || root.path.length > 0 || found.length >= most) continue;
			const frame = entered(root.site, element, root.receiver);
			if (frame === undefined) continue;
			const component = seenThrough(root.site, frame);
			found.push(component);
			const inside = functionsWithin(component.module.facts, component.fact).flatMap(({ calls }) => calls);
			gather(
				models,
				inside.filter(({ form }) => form === 'jsx').map(call => at(call, component)),
				found,
				depth + 1,
			);
		}
	}
}
