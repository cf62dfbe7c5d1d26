import { chainOf } from '../effects/value-parts.ts';
import type { Claim } from './models.ts';

/** What spies keep of their calls, and what asks them for one (Jest, Vitest, node:test; Sinon; Jasmine). */
const kept: ReadonlySet<string> = new Set(['mock', 'args', 'calls', 'callCount', 'calledOnce', 'calledTwice', 'calledThrice', 'firstCall', 'secondCall', 'thirdCall', 'lastCall', 'getCall']);

/** Whether an assertion asks a spy how often it was called, or for one of its calls by its place; not one that looks at all that it was called with. */
export function asksSpy({ relation, actual: { fact } }: Claim): boolean {
	if (relation === 'called-times' || relation === 'nth-called-with') return true;
	const callee = fact.kind === 'call' ? fact.callee : fact;
	const { root, path } = chainOf(callee);
	const words = [...path, ...(root.kind === 'call' ? chainOf(root.callee).path : [])];
	return words.some(word => kept.has(word)) && !(isWhole(words.at(-1)) && (relation === 'snapshot' || relation === 'deep-equal'));
}

/** `spy.mock.calls`, `spy.args`, and a list of what is taken from each. */
function isWhole(last: string | undefined): boolean {
	return last === 'calls' || last === 'args' || last === 'map';
}
