import { enteredBy } from '../assertions/assertions.ts';
import type { Assertion } from '../assertions/model.ts';
import { valuesIn, valuesInside } from '../effects/value-parts.ts';
import type { Knowing } from '../effects/knowing.ts';
import { onlySleeps } from '../effects/waits/only-sleeps.ts';
import type { Module, Site } from '../project/model.ts';
import { at, functionAt } from '../provenance/walker.ts';
import type { Call, Span } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { holds } from '../syntax/spans.ts';
import type { Models, Scope } from './models.ts';
import { nextCalls } from './waits/next-calls.ts';
import type { Wait } from './waits/waits.ts';

/** Where an assertion itself stands, if functions of the linted file make it that are handed nothing: nothing but it can be at fault. */
export function ownPlace(assertion: Assertion, { body }: Scope, linted: Module): Span | undefined {
	const way = enteredBy(assertion, body);
	const isHere =
		assertion.site.module === linted &&
		way.length > 0 &&
		way.every(({ module, fact: { args } }) => module === linted && args.length === 0);
	return isHere ? assertion.site.fact : undefined;
}

/** A wait itself, where a function of the linted file does something and then waits for a length of its own: whoever calls it cannot wait for anything else. */
export function placeOfWait({ module, provenance, rows }: Models, scope: Scope, { site, call }: Wait): Span | undefined {
	const way = call === undefined ? [] : wayTo(call, scope);
	const start = way.findIndex(each => each.module === module && each.fact.start === site.start);
	const [first, ...inner] = start === -1 ? [] : way.slice(start);
	if (first === undefined) return undefined;
	let told = first;
	for (const next of inner) {
		if (next.module !== module || isTool({ provenance, rows }, told, next) || leansOnHanded(next)) break;
		told = next;
	}
	return told === first ? undefined : told.fact;
}

/** Whether the function where a wait is told of goes on itself behind it, whoever calls it. */
export function goesOnInside(models: Models, scope: Scope, { call }: Wait, told: Span): boolean {
	const { module } = models;
	const inside = module.facts.functions.findLast(each => holds(each, told));
	const next = call === undefined ? undefined : nextCalls(models, scope.body, call);
	const isInside = (each: Site<Call>): boolean =>
		wayTo(each, scope).some(({ module: from, fact }) => from === module && fact.start >= told.end && fact.end <= (inside?.end ?? 0));
	return next !== undefined && next.length > 0 && next.every(isInside);
}

/** The calls that lead from a test's own text to one, that one included. */
function wayTo(call: Site<Call>, { body }: Scope): readonly Site<Call>[] {
	const way = [call];
	for (let inner = call.frame; inner?.call !== undefined && inner !== body.frame; inner = inner.call.frame) way.unshift(inner.call);
	return way;
}

/** Whether a call, which leads to another, does nothing but wait: what it stands for is for its caller to say. */
function isTool(knowing: Knowing, call: Site<Call>, { module, fact: next, frame }: Site<Call>): boolean {
	const entered = frame?.function;
	if (entered !== undefined && functionsWithin(module.facts, entered).every(({ calls }) => calls.every(each => holds(next, each))))
		return true;
	const roots = knowing.provenance.roots(at(call.fact.callee, call));
	return roots.every(root => root.kind !== 'function' || root.path.length > 0 || onlySleeps(knowing, root.site));
}

/** Whether a call, or a function in it, has a parameter of the functions around it. */
function leansOnHanded({ module, fact }: Site<Call>): boolean {
	const inside = fact.args.flatMap(argument => (argument.kind === 'function' ? functionsWithin(module.facts, argument) : []));
	const values = [...fact.args, ...inside.flatMap(each => [...valuesIn(each, module.facts)])].flatMap(valuesInside);
	return values.some(
		value =>
			value.kind === 'reference' &&
			module.facts.bindings[value.binding]?.definitions.some(each => {
				const owner = each.kind === 'parameter' ? functionAt(module, each.function) : undefined;
				return owner !== undefined && holds(owner, fact);
			}) === true,
	);
}
