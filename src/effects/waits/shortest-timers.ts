import { turnGlobals } from '../../knowledge/at-once.ts';
import { soleValue } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, ModuleFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { memberNameOf } from '../member-functions.ts';
import { holds } from '../../syntax/spans.ts';
import { valuesIn } from '../value-parts.ts';

/** Milliseconds after which a timer runs, as far as they are written down; 0 where nothing is said. */
export function lengthOf({ args: [, ms] }: Call, facts: ModuleFacts): number | undefined {
	if (ms === undefined) return 0;
	const value = soleValue(facts, ms) ?? ms;
	return value.kind === 'literal' && typeof value.value === 'number' ? value.value : undefined;
}

/**
 * Whether a timer that is set no later than a wait begins always runs before the wait is over, however slow the machine is: it is shorter, and what it runs is written
 * there and calls nothing that was handed over, behind which more may be put off. Of an interval, that holds for its first turn, which must be the only one that the wait
 * is long enough for.
 */
export function comesBefore(timer: Call, wait: number, facts: ModuleFacts): boolean {
	const ms = lengthOf(timer, facts);
	const [callback] = timer.args;
	if (ms === undefined || ms === 0 || ms >= wait || callback?.kind !== 'function') return false;
	const isOnce = timer.callee.kind === 'global' && timer.callee.name === 'setTimeout';
	const settles = functionsWithin(facts, callback).some(({ calls }) => calls.some(call => isHanded(call.callee, callback, facts)));
	return (isOnce || wait < 2 * ms) && !settles;
}

/** Whether a function is a parameter of one of those around another. */
function isHanded(callee: Value, inside: Span, { bindings, functions }: ModuleFacts): boolean {
	if (callee.kind !== 'reference') return false;
	return (bindings[callee.binding]?.definitions ?? []).some(each => {
		const owner = each.kind === 'parameter' ? functions[each.function] : undefined;
		return owner !== undefined && !holds(inside, owner);
	});
}

const turns = new WeakMap<ModuleFacts, boolean>();

/** Whether a module mentions what puts off to the same turn, so that a timer of no length stands in for it where there is none. */
export function standsInForTurn(facts: ModuleFacts): boolean {
	const isTurn = (value: Value): boolean => value.kind === 'global' && (turnGlobals.has(value.name) || value.name === 'queueMicrotask');
	const known = turns.get(facts) ?? facts.functions.some(each => [...valuesIn(each, facts)].some(isTurn));
	turns.set(facts, known);
	return known;
}

/** Functions of a module that what a timer runs may lead to. */
const maxReached = 60;

/**
 * Whether what a timer runs may set another: it is not written there, or leads, by what it mentions of variables and of members of one object, to a function of the
 * module that sets one.
 */
export function setsAnother(timer: Call, facts: ModuleFacts): boolean {
	const [callback] = timer.args;
	if (callback?.kind !== 'function') return true;
	const reached = new Set(functionsWithin(facts, callback));
	for (const each of reached) {
		if (reached.size > maxReached || each.calls.some(call => isTimer(call))) return true;
		for (const value of valuesIn(each, facts))
			for (const mentioned of functionsNamed(value, facts))
				for (const inside of functionsWithin(facts, mentioned)) reached.add(inside);
	}
	return false;
}

/** Whether a call sets a timer of the platform by its name. */
export function isTimer({ callee }: Call): boolean {
	return callee.kind === 'global' && (callee.name === 'setTimeout' || callee.name === 'setInterval');
}

function functionsNamed(value: Value, facts: ModuleFacts): readonly FunctionFacts[] {
	if (value.kind === 'reference')
		return (facts.bindings[value.binding]?.definitions ?? []).flatMap(each =>
			each.kind === 'value' && each.value.kind === 'function' ? (facts.functions[each.value.function] ?? []) : [],
		);
	if (value.kind !== 'member' || value.object.kind === 'member') return [];
	return facts.functions.filter(
		each => (memberNameOf(facts, each) ?? (each.form === 'method' ? each.name : undefined)) === value.property,
	);
}
