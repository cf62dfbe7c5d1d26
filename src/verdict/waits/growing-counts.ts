import { memberNameOf } from '../../effects/member-functions.ts';
import { chainOf, valuesIn, valuesInside } from '../../effects/value-parts.ts';
import { callingOff } from '../../knowledge/ending-words.ts';
import { repeatingTimers, timerGlobals } from '../../knowledge/schedules.ts';
import type { Module } from '../../project/model.ts';
import { isTestSupport } from '../../project/test-support.ts';
import type { Call, FunctionFacts, ModuleFacts, Value } from '../../syntax/facts.ts';
import { functionsAround, functionsWithin } from '../../syntax/functions-within.ts';
import { importedModules } from '../imported-modules.ts';
import type { Claim, Models } from '../models.ts';

/**
 * Whether a claim says exactly how many there are of what may go on growing: code that the test file imports, or its own, sets a timer that nothing
 * in it ends. Who looks now and then may never see that number.
 */
export function countsWhatGrows(models: Models, claim: Claim): boolean {
	return countsExactly(claim) && [models.module, ...importedModules(models)].some(module => goesOn(module, models.module));
}

function countsExactly({ relation, negated, expected }: Claim): boolean {
	if (negated) return false;
	if (relation === 'length' || relation === 'called-times') return true;
	const fact = expected?.fact;
	const isNumber = fact?.kind === 'literal' && typeof fact.value === 'number';
	return (relation === 'identical' || relation === 'deep-equal') && (isNumber || fact?.kind === 'array');
}

/** Whether a module sets a timer that runs again and again, or in the program one that sets itself anew: helpers of tests do so to look for something. */
function goesOn(module: Module, own: Module): boolean {
	const isOfProgram = module !== own && !isTestSupport(module);
	return module.facts.functions.some(({ calls }) =>
		calls.some(call => {
			const name = nameOf(call, module.facts);
			if (repeatingTimers.has(name)) return !endsItself(call, module.facts);
			return timerGlobals.has(name) && (isOfProgram || call.region === undefined) && setsItself(call, module.facts);
		}),
	);
}

/** `const ticking = setInterval(() => { if (isOver()) clearInterval(ticking); }, 10);` */
function endsItself({ args: [callback] }: Call, facts: ModuleFacts): boolean {
	return (
		callback?.kind === 'function' &&
		functionsWithin(facts, callback).some(({ calls }) => calls.some(call => callingOff.has(nameOf(call, facts))))
	);
}

/** `poll() { …; setTimeout(() => this.poll(), 10); }` */
function setsItself(timer: Call, facts: ModuleFacts): boolean {
	const [callback] = timer.args;
	if (callback === undefined) return false;
	const inside = callback.kind === 'function' ? functionsWithin(facts, callback).flatMap(each => [...valuesIn(each, facts)]) : [];
	const mentioned = [...valuesInside(callback), ...inside];
	return [...functionsAround(facts, timer)].some(each => mentioned.some(value => isNameOf(value, each, facts)));
}

function isNameOf(value: Value, fact: FunctionFacts, facts: ModuleFacts): boolean {
	if (value.kind === 'member') return value.property === memberNameOf(facts, fact);
	if (value.kind !== 'reference') return false;
	return (facts.bindings[value.binding]?.definitions ?? []).some(
		each => each.kind === 'value' && each.value.kind === 'function' && facts.functions[each.value.function] === fact,
	);
}

/** The last word of what is called. */
function nameOf({ callee }: Call, { bindings }: ModuleFacts): string {
	const { root, path } = chainOf(callee);
	const own = root.kind === 'global' ? root.name : root.kind === 'reference' ? bindings[root.binding]?.word : undefined;
	return path.at(-1) ?? own ?? '';
}
