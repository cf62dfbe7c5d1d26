import { madeFunctions } from '../knowledge/frameworks/made-functions.ts';
import type { Root } from './model.ts';
import { matchPattern, parsePattern } from './pattern.ts';

const patterns = madeFunctions.map(({ from, path }) => ({ from, pattern: parsePattern(path) }));

/** Whether a value is a function that a test made to stand in for others, or what makes one where a call of it follows. */
export function isMadeFunction(root: Root): boolean {
	if (root.kind !== 'origin') return false;
	const { origin } = root;
	return patterns.some(({ from, pattern }) => from.some(name => name === origin.from) && matchPattern(pattern, origin) !== undefined);
}
