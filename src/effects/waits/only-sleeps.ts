import type { Module, Site } from '../../project/model.ts';
import { dotted } from '../../provenance/match.ts';
import type { Root } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value, Write } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { promiseLinkOf } from '../../syntax/promise-link.ts';
import { isPure } from '../random/pure-functions.ts';
import { isOfSignal } from './timer-handle.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';
import { isPromiseClass } from '../promise-classes.ts';
import { valuesInside } from '../value-parts.ts';

/** Whether a call or a write is left out of account. */
type LeavesOut = (deed: Call | Write) => boolean;

/**
 * Whether a function does nothing but wait, compute how long, and listen for a signal that ends the wait: a tool of whoever calls it. One that then
 * gives what is kept elsewhere is no tool: it plays something slow.
 */
export function onlySleeps(
	knowing: Knowing,
	site: Site<FunctionFacts>,
	around: readonly Site<FunctionFacts>[] = [],
	leavesOut: LeavesOut = () => false,
): boolean {
	if (around.some(({ fact }) => fact === site.fact)) return false;
	const inner = functionsWithin(site.module.facts, site.fact);
	const outer = around.filter(each => isInside(site, each)).flatMap(({ module, fact }) => functionsWithin(module.facts, fact));
	const all = [...outer, ...inner];
	const handed: Handed = {
		all: new Set(all.flatMap(each => each.parameters.flatMap(({ binding }) => binding ?? []))),
		failing: new Set(all.flatMap(each => (each.passedTo?.call.form === 'new' ? (each.parameters[1]?.binding ?? []) : []))),
	};
	const isOfWait = (call: Call): boolean =>
		leavesOut(call) || settles(call, handed, site.module) || isWait(knowing, at(call, site), [...around, site]);
	return (
		!site.fact.returns.some(({ value }) => valuesInside(value).some(part => isKeptElsewhere(part, site))) &&
		inner.every(
			({ writes, calls }) => writes.every(write => leavesOut(write) || isOwnVariable(write.target, site)) && calls.every(isOfWait),
		)
	);
}

/** What functions are handed, by its variables. */
interface Handed {
	readonly all: ReadonlySet<number>;
	/** What fails a promise: `reject`. */
	readonly failing: ReadonlySet<number>;
}

/** Whether a call settles a promise by what a function was handed, makes the reason why it fails, goes on with one, or is about the signal that ends the wait. */
function settles(call: Call, { all, failing }: Handed, module: Module): boolean {
	const isOf = ({ callee }: Call, variables: ReadonlySet<number>): boolean =>
		callee.kind === 'reference' && variables.has(callee.binding);
	const isHanded = (each: Call): boolean => isOf(each, all);
	const isReason = call.outer !== undefined && isOf(call.outer, call.form === 'new' ? all : failing);
	return isOfSignal(call, module) || promiseLinkOf(call.callee) !== undefined || isHanded(call) || isReason;
}

/** Whether a call sets a timer, makes a promise, computes something, or is one of a function that only waits. */
function isWait(knowing: Knowing, call: Site<Call>, around: readonly Site<FunctionFacts>[]): boolean {
	const own = { module: call.module, fact: call.fact };
	return (
		rowsOfCall(knowing, own).some(({ row }) => row.effect === 'sleep' || row.effect === 'timer') ||
		knowing.provenance
			.roots(at(call.fact.callee, own))
			.some(
				root =>
					isPromiseClass(root) ||
					isGlobal(root, name => name === 'Promise.resolve' || name === 'Promise.reject' || isPure(name)) ||
					(root.kind === 'function' && onlySleeps(knowing, root.site, around)),
			)
	);
}

/** Whether a function stands in another: it settles what that one was handed to settle. */
function isInside({ module, fact }: Site<FunctionFacts>, outer: Site<FunctionFacts>): boolean {
	return module === outer.module && outer.fact.start <= fact.start && fact.end <= outer.fact.end;
}

/** State that outlives a call of the function: of its object, or in a variable of the module that holds something made. */
function isKeptElsewhere(value: Value, { module: { facts }, fact }: Site<FunctionFacts>): boolean {
	if (value.kind === 'member') return value.object.kind === 'this' && fact.class !== undefined;
	if (value.kind !== 'reference') return false;
	const binding = facts.bindings[value.binding];
	const isOutside = binding?.start !== undefined && (binding.start < fact.start || binding.start >= fact.end);
	return (
		isOutside &&
		binding.definitions.some(
			each => each.kind === 'value' && each.path.length === 0 && (each.value.kind === 'object' || each.value.kind === 'array'),
		)
	);
}

/** A variable that is declared inside the function. */
function isOwnVariable(target: Value, { module, fact }: Site<FunctionFacts>): boolean {
	const start = target.kind === 'reference' ? module.facts.bindings[target.binding]?.start : undefined;
	return start !== undefined && start >= fact.start && start < fact.end;
}

function isGlobal(root: Root, is: (name: string) => boolean): boolean {
	return root.kind === 'origin' && root.origin.from === 'global' && is(dotted(root.origin));
}
