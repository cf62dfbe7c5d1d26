import { holds } from '../../syntax/spans.ts';
import type { Influence } from '../model.ts';

/** Whether one reading is made behind another one, by where they stand in the same text; undefined where nobody can tell. */
export function isReadBehind(one: Influence, other: Influence): boolean | undefined {
	return isBehind(wayTo(one.source), wayTo(other.source));
}

/** The calls that lead to a reading, from the linted file on, and the reading itself. */
function wayTo(source: Influence['source']): readonly Influence['source'][] {
	const outer = source.frame?.call;
	return outer === undefined ? [source] : [...wayTo(outer), source];
}

/** Whether what one way leads to stands behind what the other leads to, where they part: what a call is handed is there before it. */
function isBehind(one: readonly Influence['source'][], other: readonly Influence['source'][]): boolean | undefined {
	const parting = one.findIndex(({ fact }, index) => fact !== other[index]?.fact);
	const [left, right] = [one[parting], other[parting]];
	if (left === undefined || right === undefined || left.module !== right.module) return undefined;
	return holds(left.fact, right.fact) || (!holds(right.fact, left.fact) && left.fact.start > right.fact.start);
}
