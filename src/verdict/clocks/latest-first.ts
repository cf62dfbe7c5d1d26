import { comparingTexts, sortingMethods } from '../../knowledge/sorted-copies.ts';
import type { Site } from '../../project/model.ts';
import { functionAt } from '../../provenance/walker.ts';
import { chainOf, valuesInside } from '../../effects/value-parts.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';

/** The property that a call sorts a list by, the greatest one first: `list.sort((a, b) => b.at - a.at)`. Undefined for any other call. */
export function latestFirstKey({ module, fact: { callee, args } }: Site<Call>): string | undefined {
	const [compare, ...others] = args;
	const isSorting = callee.kind === 'member' && typeof callee.property === 'string' && sortingMethods.has(callee.property);
	const body = isSorting && others.length === 0 && compare?.kind === 'function' ? functionAt(module, compare.function) : undefined;
	const [only, ...more] = body?.returns ?? [];
	if (body === undefined || only === undefined || more.length > 0) return undefined;
	const [before, behind] = sidesOf(only.value);
	const [one, other] = [keyOf(body, before), keyOf(body, behind)];
	return one?.index === 1 && other?.index === 0 && one.key === other.key ? one.key : undefined;
}

/** The two sides of a comparison, the one that comes first when it is the greater one in front. */
function sidesOf(value: Value): readonly (Value | undefined)[] {
	if (value.kind === 'operation' && value.operator === '-') return value.operands;
	if (value.kind === 'call' && value.callee.kind === 'member' && value.callee.property === comparingTexts)
		return [value.callee.object, value.args[0]];
	if (value.kind !== 'choice' || value.test.kind !== 'operation' || !isOne(value.options)) return [];
	const { operator, operands } = value.test;
	return operator.startsWith('>') ? operands : operator.startsWith('<') ? operands.toReversed() : [];
}

/** `… ? 1 : -1` */
function isOne([yes, no]: readonly Value[]): boolean {
	return yes?.kind === 'literal' && yes.value === 1 && no !== undefined && no.kind !== 'choice';
}

/** The parameter that a side of a comparison looks at, and the one property that it takes of it. */
function keyOf({ parameters }: FunctionFacts, side: Value | undefined): { readonly index: number; readonly key: string } | undefined {
	for (const value of side === undefined ? [] : valuesInside(side)) {
		const { root, path } = value.kind === 'member' ? chainOf(value) : { root: value, path: [] };
		const index = root.kind === 'reference' ? parameters.findIndex(({ binding }) => binding === root.binding) : -1;
		const [key] = path;
		if (index !== -1 && key !== undefined) return { index, key };
	}
	return undefined;
}
