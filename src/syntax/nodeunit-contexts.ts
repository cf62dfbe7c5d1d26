import { nodeunitEnd, nodeunitMethods } from '../knowledge/frameworks/nodeunit.ts';
import type { ModuleFacts } from './facts.ts';

const known = new WeakMap<ModuleFacts, ReadonlySet<number>>();

/** Variables that functions are handed first, make assertions with and end: `exports.saves = function (test) { test.ok(true); test.done() }`. */
export function nodeunitContexts(facts: ModuleFacts): ReadonlySet<number> {
	const found = known.get(facts) ?? contextsIn(facts);
	known.set(facts, found);
	return found;
}

function contextsIn({ functions, bindings }: ModuleFacts): ReadonlySet<number> {
	const called = functions.flatMap(({ calls }) => calls.flatMap(({ callee }) => (callee.kind === 'member' && callee.object.kind === 'reference' && typeof callee.property === 'string' ? [{ binding: callee.object.binding, method: callee.property }] : [])));
	const ended = new Set(called.filter(({ method }) => method === nodeunitEnd).map(({ binding }) => binding));
	const isFirst = (binding: number): boolean => bindings[binding]?.definitions.some(each => each.kind === 'parameter' && each.index === 0 && each.path.length === 0) === true;
	return new Set(called.flatMap(({ binding, method }) => (ended.has(binding) && nodeunitMethods.has(method) && isFirst(binding) ? [binding] : [])));
}
