import type { Site } from '../../project/model.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { isNewPromise } from '../promise-classes.ts';
import { usesOf } from '../uses.ts';

/** `new Promise(resolve => { cache.set(key, 1); resolve(); })`: a promise that its executor has settled when the call returns, so that there is nothing to wait for. */
export function isSettledAtOnce({ module, fact }: Site<Call>): boolean {
	const [argument] = fact.args;
	const executor = isNewPromise(fact) && argument?.kind === 'function' ? functionAt(module, argument.function) : undefined;
	if (executor === undefined || executor.async || functionsWithin(module.facts, executor).length > 1) return false;
	const settlers = executor.parameters.flatMap(({ binding }) => binding ?? []);
	const isSettler = (value: Value): boolean => value.kind === 'reference' && settlers.includes(value.binding);
	const settling = executor.calls.filter(({ callee }) => isSettler(callee));
	return (
		settling.length > 0 &&
		settling.every(({ args }) => args.every(isPlain)) &&
		settlers.every(binding => usesOf(module, binding).length === 0)
	);
}

/** What is no promise. */
function isPlain({ kind }: Value): boolean {
	return kind === 'literal' || kind === 'template' || kind === 'operation' || kind === 'object' || kind === 'array';
}
