import type { Module, Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at, property } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { holds } from '../syntax/spans.ts';
import { optionObjects } from './registration.ts';

/** The functions at a key of an option object that a registration is handed. */
export function hookOption(provenance: Provenance, site: Site<Call>, key: string): readonly Site<FunctionFacts>[] {
	const objects: readonly Site<Value>[] = optionObjects(site).filter(({ fact }) => fact.kind === 'object');
	return objects
		.flatMap(object => provenance.roots(object, [property(key)]))
		.flatMap(root => (root.kind === 'function' && root.path.length === 0 ? [root.site] : []));
}

/** The function of the linted file that a function of the project, which defines the test, calls in it: `itWithServer('x', server => …)`, `itWithServer('x', { body(server) {} })`. */
export function innerBody(provenance: Provenance, body: Site<FunctionFacts>, linted: Module, via: Call): Site<FunctionFacts> | undefined {
	const nested = functionsWithin(body.module.facts, body.fact);
	for (const call of nested.flatMap(({ calls }) => calls)) {
		if (call.callee.kind !== 'reference' && call.callee.kind !== 'member') continue;
		for (const root of provenance.roots(at(call.callee, body))) {
			if (
				root.kind === 'function' &&
				root.path.length === 0 &&
				root.site.module === linted &&
				(holds(via, root.site.fact) || (call.callee.kind === 'reference' && root.site.fact.passedTo !== undefined)) &&
				!nested.includes(root.site.fact)
			)
				return root.site;
		}
	}
	return undefined;
}
