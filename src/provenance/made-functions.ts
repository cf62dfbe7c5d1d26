import { madeFunctions } from '../knowledge/frameworks/made-functions.ts';
import { stubbing } from '../knowledge/stub-words.ts';
import type { Root, Step } from './model.ts';
import { matchPattern, parsePattern } from './pattern.ts';

const patterns = madeFunctions.map(({ from, path }) => ({ from, pattern: parsePattern(path) }));

/** Whether a value is a function that a test made to stand in for others, or what makes one where a call of it follows. */
export function isMadeFunction(root: Root): boolean {
	if (root.kind !== 'origin') return false;
	const { origin } = root;
	return patterns.some(({ from, pattern }) => from.some(name => name === origin.from) && matchPattern(pattern, origin) !== undefined);
}

/** Whether a value is such a function itself, whatever was said behind it of what it gives: `vi.fn().mockResolvedValue(1)`. */
export function isStandIn(root: Root): boolean {
	if (root.kind !== 'origin') return false;
	const { origin } = root;
	return patterns.some(({ from, pattern }) => {
		const match = from.some(name => name === origin.from) ? matchPattern(pattern, origin) : undefined;
		return match !== undefined && origin.steps.slice(match.length).every(isSaid);
	});
}

/** A method that says what the function gives, and the call of it. */
function isSaid(step: Step, index: number): boolean {
	return index % 2 === 0 ? step.kind === 'property' && stubbing.test(step.name.replace(/Once$/, '')) : step.kind === 'call';
}
