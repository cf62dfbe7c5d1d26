import type { Sleep } from '../../effects/model.ts';
import { isJoin, isPromiseClass } from '../../effects/promise-classes.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { onlySleeps } from '../../effects/waits/only-sleeps.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/**
 * Whether a wait is the latency of something slow that a test plays: a function that does nothing but wait and then give a value that is written down,
 * where the test goes on with that value (`const load = async () => { await sleep(10); return 42; }; expect(await load()).toBe(42)`). It is waited for by
 * itself, so nothing hangs on how long it takes. A function whose value nobody takes is a tool for waiting, whatever it gives.
 */
export function isLatency(models: Models, { body }: Scope, { call }: Sleep): boolean {
	let first = call;
	for (let frame = call?.frame; frame?.call !== undefined && frame !== body.frame; frame = frame.call.frame) {
		if (givesConstant(models, { module: frame.module, fact: frame.function, frame }) && isTaken(models, frame.call)) return true;
		first = frame.call;
	}
	const inside = first === undefined ? undefined : functionAt(first.module, first.fact.function);
	return (
		first !== undefined &&
		inside?.passedTo !== undefined &&
		inside !== body.fact &&
		givesConstant(models, at(inside, first)) &&
		isTaken(models, at(inside.passedTo.call, first))
	);
}

function givesConstant(models: Models, site: Site<FunctionFacts>): boolean {
	const given = site.fact.returns.flatMap(({ value }) => givenBy(models, at(value, site)));
	return given.length > 0 && given.every(value => isConstant(models, value, site)) && onlySleeps(models, site);
}

/** What a promise settles with: `42` of `new Promise(resolve => setTimeout(() => resolve(42), 10))`, and of `sleep(10).then(() => 42)`. */
function givenBy(models: Models, site: Site<Value>): readonly Value[] {
	const {
		fact: value,
		module: { facts },
	} = site;
	if (value.kind !== 'call') return [value];
	const [callback] = value.args;
	const inside = callback?.kind === 'function' ? functionAt(site.module, callback.function) : undefined;
	if (inside === undefined) return [value];
	if (value.callee.kind === 'member' && value.callee.property === 'then') return inside.returns.map(each => each.value);
	const resolve = models.provenance.roots(at(value.callee, site)).some(isPromiseClass) ? inside.parameters[0]?.binding : undefined;
	const settling = functionsWithin(facts, inside).flatMap(({ calls }) => calls.filter(({ callee }) => isOf(callee, resolve)));
	return settling.length === 0 ? [value] : settling.flatMap(({ args: [first] }) => first ?? []);
}

function isOf(callee: Value, binding: number | undefined): boolean {
	return callee.kind === 'reference' && callee.binding === binding;
}

/** A value that is put together from what is written down and from parameters; one that is a parameter itself may be what the test works with, and nothing is no value. */
function isConstant({ provenance }: Models, value: Value, site: Site<FunctionFacts>): boolean {
	if (value.kind === 'literal' && (value.value === undefined || value.value === null)) return false;
	return valuesInside(value).every(part =>
		part.kind === 'reference' ? isWrittenDown(part) || isFromParameter(part) : composing.has(part.kind),
	);

	function isWrittenDown(part: Value): boolean {
		const roots = provenance.roots(at(part, site));
		return roots.length > 0 && roots.every(root => root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'literal');
	}

	function isFromParameter(part: Extract<Value, { kind: 'reference' }>): boolean {
		const definitions = site.module.facts.bindings[part.binding]?.definitions ?? [];
		return part !== value && definitions.length > 0 && definitions.every(each => each.kind === 'parameter');
	}
}

const composing: ReadonlySet<Value['kind']> = new Set(['literal', 'template', 'array', 'object', 'operation']);

/** Whether somebody goes on with what a call gives, be it through `await` or among others of `Promise.all`. */
function isTaken(models: Models, site: Site<Call>): boolean {
	const { fact: call, module } = site;
	if (call.outer !== undefined)
		return !models.provenance.roots(at(call.outer.callee, site)).some(isJoin) || isTaken(models, at(call.outer, site));
	const fact = functionAt(module, call.function);
	if (fact === undefined) return false;
	const isIn = (value: Value | undefined): boolean => value !== undefined && valuesInside(value).includes(call);
	if (fact.returns.some(({ value }) => isIn(value))) return site.frame?.call === undefined || isTaken(models, site.frame.call);
	return (
		fact.writes.some(({ value }) => isIn(value)) ||
		module.facts.bindings.some(({ definitions }) => definitions.some(each => each.kind === 'value' && isIn(each.value)))
	);
}
