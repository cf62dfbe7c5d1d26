import type { Sleep } from '../../effects/model.ts';
import { isJoin, isPromiseClass } from '../../effects/promise-classes.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { onlySleeps } from '../../effects/waits/only-sleeps.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/**
 * Whether a wait is the latency of something slow that a test plays: a function that does nothing but wait and then give a value that is written down,
 * where the test goes on with that value (`const load = async () => { await sleep(10); return 42; }; expect(await load()).toBe(42)`); or one that then keeps what it was handed. It is waited for by
 * itself, so nothing hangs on how long it takes. A function whose value nobody takes is a tool for waiting, whatever it gives.
 */
export function isLatency(models: Models, { body }: Scope, { call }: Sleep): boolean {
	let first = call;
	for (let frame = call?.frame; frame?.call !== undefined && frame !== body.frame; frame = frame.call.frame) {
		const entered = { module: frame.module, fact: frame.function, frame };
		if ((givesConstant(models, entered) && isTaken(models, frame.call)) || keepsGiven(models, entered)) return true;
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

/** Whether a function waits, and then does nothing but keep what it was handed, or what is written down: `async insert(row) { await sleep(5); this.rows.push(row); }` */
function keepsGiven(models: Models, site: Site<FunctionFacts>): boolean {
	const { awaits, calls, writes } = site.fact;
	const isBehind = ({ start }: Span): boolean => awaits.some(({ value }) => value.end <= start);
	const isGiven = (value: Value | undefined): boolean => value !== undefined && isPassedOn(value, site);
	const keeps = [
		...writes.filter(({ target, value }) => isKeptIn(target, site) && isGiven(value)),
		...calls.filter(
			call => adds(models, call) && call.callee.kind === 'member' && isKeptIn(call.callee.object, site) && call.args.every(isGiven),
		),
	];
	return keeps.length > 0 && keeps.every(isBehind) && onlySleeps(models, site, [], deed => keeps.some(keep => keep === deed));

	function isPassedOn(value: Value, { module: { facts } }: Site<FunctionFacts>): boolean {
		return valuesInside(value).every(part => {
			if (part.kind !== 'reference') return composing.has(part.kind);
			const definitions = facts.bindings[part.binding]?.definitions ?? [];
			return definitions.length > 0 && definitions.every(({ kind }) => kind === 'parameter');
		});
	}
}

function adds({ rows }: Models, { callee }: Call): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && rows.method(callee.property)?.mutates === 'adds';
}

/** A variable outside a function, or a property of its object. */
function isKeptIn(target: Value, { module: { facts }, fact }: Site<FunctionFacts>): boolean {
	if (target.kind === 'member') return target.object.kind === 'this';
	const start = target.kind === 'reference' ? facts.bindings[target.binding]?.start : undefined;
	return start !== undefined && (start < fact.start || start >= fact.end);
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
