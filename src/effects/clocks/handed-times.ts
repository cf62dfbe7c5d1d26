import type { Site } from '../../project/model.ts';
import type { Value } from '../../syntax/facts.ts';
import { functionsAround } from '../../syntax/functions-within.ts';
import type { Influence } from '../model.ts';
import { holds } from '../../syntax/spans.ts';

/**
 * Of two readings that a function compares, whether the left one was handed to it and the right one is its own, which is then the later one; undefined
 * where it is not one of each.
 */
export function isHandedLeft(
	{ module, fact, frame }: Site<Value>,
	left: readonly Influence[],
	right: readonly Influence[],
): boolean | undefined {
	const [holder] = frame === undefined ? [] : functionsAround(module.facts, fact);
	if (holder === undefined || left.length === 0 || right.length === 0) return undefined;
	const isOwn = ({ source }: Influence): boolean => source.module === module && holds(holder, source.fact);
	if (right.every(isOwn) && !left.some(isOwn)) return true;
	return left.every(isOwn) && !right.some(isOwn) ? false : undefined;
}
