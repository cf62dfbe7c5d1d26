import type { Site } from '../project/model.ts';
import type { Origin } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';

/** What `new Promise(resolve => …)` settles with: the arguments of the calls of `resolve` inside. Undefined for any other API. */
export function resolvedValues({ from, steps }: Origin, provenance: Provenance): readonly Site<Value>[] | undefined {
	const [name, made] = steps;
	if (from !== 'global' || name?.kind !== 'property' || name.name !== 'Promise' || made?.kind !== 'construct' || made.site === undefined)
		return undefined;
	const [executor] = made.site.fact.args;
	if (executor === undefined) return [];
	return provenance.roots(at(executor, made.site)).flatMap(root => {
		const resolve = root.kind === 'function' && root.path.length === 0 ? root.site.fact.parameters[0]?.binding : undefined;
		if (root.kind !== 'function' || resolve === undefined) return [];
		const { module, fact, frame } = root.site;
		const inside = functionsWithin(module.facts, fact);
		const calls = inside.flatMap(each => each.calls.filter(({ callee }) => callee.kind === 'reference' && callee.binding === resolve));
		return calls.flatMap(({ args: [argument] }) =>
			argument === undefined || argument.kind === 'spread' ? [] : [{ module, fact: argument, frame }],
		);
	});
}
