import type { FunctionFacts } from '../syntax/facts.ts';

const uncertain: ReadonlySet<string> = new Set(['then', 'else', 'case', 'catch']);

/** Whether a stretch of a function is skipped, or run again until something holds. */
export function mayBeGivenUp({ regions }: FunctionFacts, region: number | undefined): boolean {
	for (let index = region; index !== undefined; index = regions[index]?.parent) {
		const { kind, loop } = regions[index] ?? {};
		if ((kind !== undefined && uncertain.has(kind)) || loop?.form === 'while' || loop?.form === 'do-while') return true;
	}
	return false;
}
