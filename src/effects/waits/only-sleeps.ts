import type { Site } from '../../project/model.ts';
import { dotted } from '../../provenance/match.ts';
import type { Root } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { isPure } from '../random/pure-functions.ts';
import { isOfSignal } from './timer-handle.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';
import { isPromiseClass } from '../promise-classes.ts';
import { valuesInside } from '../value-parts.ts';

/**
 * Whether a function does nothing but wait, compute how long, and listen for a signal that ends the wait: a tool of whoever calls it. One that then
 * gives what is kept elsewhere is no tool: it plays something slow.
 */
export function onlySleeps(knowing: Knowing, site: Site<FunctionFacts>, around: readonly Site<FunctionFacts>[] = []): boolean {
	if (around.some(({ fact }) => fact === site.fact)) return false;
	const inner = functionsWithin(site.module.facts, site.fact);
	const parameters = new Set(
		[
			...around.filter(outer => isInside(site, outer)).flatMap(({ module, fact }) => functionsWithin(module.facts, fact)),
			...inner,
		].flatMap(each => each.parameters.flatMap(({ binding }) => binding ?? [])),
	);
	return (
		!site.fact.returns.some(({ value }) => valuesInside(value).some(part => isKeptElsewhere(part, site))) &&
		inner.every(
			each =>
				each.writes.every(({ target }) => isOwnVariable(target, site)) &&
				each.calls.every(call => {
					const settles = ({ callee }: Call): boolean => callee.kind === 'reference' && parameters.has(callee.binding);
					if (
						isOfSignal(call, site.module) ||
						isChained(call) ||
						settles(call) ||
						(call.form === 'new' && call.outer !== undefined && settles(call.outer))
					)
						return true;
					const own = { module: site.module, fact: call };
					return (
						rowsOfCall(knowing, own).some(({ row }) => row.effect === 'sleep' || row.effect === 'timer') ||
						knowing.provenance
							.roots(at(call.callee, own))
							.some(
								root =>
									isPromiseClass(root) ||
									isGlobal(root, name => name === 'Promise.resolve' || name === 'Promise.reject' || isPure(name)) ||
									(root.kind === 'function' && onlySleeps(knowing, root.site, [...around, site])),
							)
					);
				}),
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

/** What is said to follow a promise. */
function isChained({ callee }: Call): boolean {
	return callee.kind === 'member' && (callee.property === 'then' || callee.property === 'catch' || callee.property === 'finally');
}

/** A variable that is declared inside the function. */
function isOwnVariable(target: Value, { module, fact }: Site<FunctionFacts>): boolean {
	const start = target.kind === 'reference' ? module.facts.bindings[target.binding]?.start : undefined;
	return start !== undefined && start >= fact.start && start < fact.end;
}

function isGlobal(root: Root, is: (name: string) => boolean): boolean {
	return root.kind === 'origin' && root.origin.from === 'global' && is(dotted(root.origin));
}
