import type { Site } from '../../project/model.ts';
import type { Path } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Field } from '../record.ts';
import { Steps } from '../steps.ts';
import type { Knowing } from '../knowing.ts';

/** Numbers that are written down, and what they are put together to. */
export interface WrittenNumbers {
	readonly numbers: readonly { readonly value: number; readonly site: Site<Value> }[];
	/** They are added to one another: `let port = 9000; … port++`. */
	readonly isCounted: boolean;
}

const maxDepth = 8;

/** All numbers that a value can be, or is counted from, where nothing but the text of the project decides them; undefined where something else does. */
export function writtenNumbers({ provenance }: Knowing, { site, path }: Field): WrittenNumbers | undefined {
	const steps = new Steps(maxDepth);
	const numbers = new Map<Value, { readonly value: number; readonly site: Site<Value> }>();
	const seen = new Set<Value>();
	return isWritten(site, path, 0) ? { numbers: [...numbers.values()], isCounted: seen.size > 0 } : undefined;

	function isWritten(place: Site<Value>, further: Path, depth: number): boolean {
		if (!steps.take(depth)) return false;
		const roots = provenance.roots(place, further);
		return roots.length > 0 && roots.every(root => root.kind === 'made' && root.path.length === 0 && isNumber(root.site, depth));
	}

	function isNumber(made: Site<Value>, depth: number): boolean {
		const { fact } = made;
		if (fact.kind === 'literal') {
			if (typeof fact.value === 'number') numbers.set(fact, { value: fact.value, site: made });
			return typeof fact.value === 'number' || fact.value === undefined;
		}
		if (fact.kind !== 'operation' || (fact.operator !== '+' && fact.operator !== '-') || fact.operands.length !== 2) return false;
		if (seen.has(fact)) return true;
		seen.add(fact);
		return fact.operands.every(operand => isWritten(at(operand, made), [], depth + 1));
	}
}
