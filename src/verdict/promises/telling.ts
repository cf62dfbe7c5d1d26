import { chainOf } from '../../effects/value-parts.ts';
import { silentGlobals } from '../../knowledge/global-objects.ts';
import type { Module } from '../../project/model.ts';
import type { Call, Span, Value } from '../../syntax/facts.ts';
import type { Claim } from '../models.ts';
import { holds } from '../../syntax/spans.ts';

/** Whether the functions inside a span let nobody know that they ran: they set nothing outside, and call nothing from there but to assert. */
export function tellsNobody({ facts }: Module, span: Span, claims: readonly Claim[]): boolean {
	const inside = facts.functions.filter(each => span.start <= each.start && each.end <= span.end);
	const isOwn = (binding: number): boolean =>
		holds(span, { start: facts.bindings[binding]?.start ?? -1, end: facts.bindings[binding]?.start ?? -1 });
	const asserting = new Set(
		claims.flatMap(({ site: { fact, module } }) => (module.facts === facts && fact.kind === 'call' ? bindingsOf(fact.callee) : [])),
	);
	const isQuiet = ({ callee, start, end }: Call): boolean => {
		if (claims.some(({ site: { fact } }) => holds(fact, { start, end }))) return true;
		const { root } = chainOf(callee);
		return (
			(root.kind === 'reference' && (isOwn(root.binding) || asserting.has(root.binding))) ||
			(root.kind === 'global' && silentGlobals.has(root.name)) ||
			root.kind === 'call' ||
			root.kind === 'literal' ||
			root.kind === 'array' ||
			root.kind === 'template'
		);
	};
	return inside.every(({ writes, calls }) => {
		return (
			calls.every(isQuiet) &&
			writes.every(({ target }) => {
				const { root } = chainOf(target);
				return root.kind === 'reference' && isOwn(root.binding);
			})
		);
	});
}

/** `assert` of `assert.equal(a, b)`, whose every function does nothing but to assert. */
function bindingsOf(callee: Value): readonly number[] {
	const { root } = chainOf(callee);
	return root.kind === 'reference' ? [root.binding] : [];
}
