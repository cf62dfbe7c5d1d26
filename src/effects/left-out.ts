import type { Site } from '../project/model.ts';
import { frameOf, functionAt } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { regionsAround } from './loops.ts';
import { chainOf } from './value-parts.ts';

/**
 * Whether a call, made in `inside`, is never made because of an argument that the call of a function around it leaves out: it is a method of that
 * argument, it stands where that argument is asked for, or in a callback that such a method is handed.
 */
export function isIdle(call: Call, inside: Site<FunctionFacts>): boolean {
	if (isLeftOut(call.callee, inside) || regionsAround(inside.fact, call.region).some(({ kind, test }) => kind === 'then' && test !== undefined && asksFor(test, inside))) return true;
	const { passedTo, parent } = inside.fact;
	const around = parent === undefined ? undefined : functionAt(inside.module, parent);
	return passedTo !== undefined && around !== undefined && isIdle(passedTo.call, { ...inside, fact: around });
}

/** Whether a call is made whenever its function runs: what stands in its way asks for an argument that the call of a function around it leaves out. */
export function isAlwaysMade(call: Call, inside: Site<FunctionFacts>): boolean {
	return regionsAround(inside.fact, call.region).every(({ kind, test }) => (kind === 'after-exit' || kind === 'else') && test !== undefined && asksFor(test, inside));
}

function asksFor(test: Value, site: Site<unknown>): boolean {
	return isLeftOut(test, site) || (test.kind === 'choice' && test.operator === '&&' && asksFor(test.test, site));
}

/** Whether a value is, or is a part of, an argument that the call of its function leaves out. */
function isLeftOut(value: Value, { module, frame }: Site<unknown>): boolean {
	const { root } = chainOf(value);
	const [definition, ...others] = root.kind === 'reference' ? (module.facts.bindings[root.binding]?.definitions.filter(({ kind }) => kind !== 'method') ?? []) : [];
	if (definition?.kind !== 'parameter' || others.length > 0 || definition.rest || definition.path.some(step => step.default !== undefined)) return false;
	const owner = functionAt(module, definition.function);
	const call = owner === undefined ? undefined : frameOf(owner, frame)?.call;
	const standard = owner?.parameters[definition.index]?.default;
	const isEmpty = standard === undefined || (standard.kind === 'object' && standard.entries.length === 0);
	return isEmpty && call !== undefined && definition.index >= call.fact.args.length && call.fact.args.every(({ kind }) => kind !== 'spread');
}
