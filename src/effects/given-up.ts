import type { FunctionFacts } from '../syntax/facts.ts';
import { branches } from '../syntax/region-kinds.ts';

/** Whether a stretch of a function is skipped, or run again until something holds. */
export function mayBeGivenUp({ regions }: FunctionFacts, region: number | undefined): boolean {
	for (let index = region; index !== undefined; index = regions[index]?.parent) {
		const { kind, loop } = regions[index] ?? {};
		if ((kind !== undefined && branches.has(kind)) || loop?.form === 'while' || loop?.form === 'do-while') return true;
	}
	return false;
}
