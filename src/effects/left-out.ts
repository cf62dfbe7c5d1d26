import type { Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at, frameOf, functionAt } from '../provenance/walker.ts';
import type { Call, ChoiceValue, FunctionFacts, ModuleFacts, Region, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { regionsAround } from './loops.ts';
import { chainOf } from './value-parts.ts';

/** How many named functions may stand between a call and what leaves it out. */
const maxNames = 3;

/** What tells how conditions come out. */
interface Conditions {
	readonly provenance: Pick<Provenance, 'truthOf'>;
}

/**
 * Whether a call, made in `inside`, is never made because of an argument that the call of a function around it leaves out: it is a method of that
 * argument, it stands where that argument is asked for, or in a callback that only such a method is handed.
 */
export function isIdle(knowing: Conditions, call: Call, inside: Site<FunctionFacts>, names = 0): boolean {
	if (isLeftOut(call.callee, inside) || regionsAround(inside.fact, call.region).some(region => isPassedBy(knowing, region, inside)))
		return true;
	const { passedTo, parent } = inside.fact;
	const around = parent === undefined ? undefined : functionAt(inside.module, parent);
	if (isNeverMade(inside)) return true;
	if (around === undefined || names > maxNames) return false;
	return passedTo !== undefined
		? isIdle(knowing, passedTo.call, at(around, inside), names)
		: runsOnlyBy(inside, around, (use, fact) => fact === inside.fact || isIdle(knowing, use, at(fact, inside), names + 1));
}

/** `signal && (() => { … })`: a function that there is only with what is left out. */
function isNeverMade(inside: Site<FunctionFacts>): boolean {
	const index = inside.module.facts.functions.indexOf(inside.fact);
	const isIt = (value: Value): boolean => value.kind === 'function' && value.function === index;
	return choicesIn(inside.module.facts).some(
		({ operator, test, options }) => operator === '&&' && options.some(isIt) && asksFor(test, inside),
	);
}

const choices = new WeakMap<ModuleFacts, readonly ChoiceValue[]>();

/** The choices that variables of a module are given. */
function choicesIn(facts: ModuleFacts): readonly ChoiceValue[] {
	const known =
		choices.get(facts) ??
		facts.bindings.flatMap(({ definitions }) =>
			definitions.flatMap(each => (each.kind === 'value' && each.value.kind === 'choice' ? [each.value] : [])),
		);
	choices.set(facts, known);
	return known;
}

/** Whether a function that a variable holds is run, or handed on, by such calls alone. */
export function runsOnlyBy(
	{ module: { facts }, fact }: Site<FunctionFacts>,
	around: FunctionFacts,
	isSuch: (use: Call, inside: FunctionFacts) => boolean,
): boolean {
	const index = facts.functions.indexOf(fact);
	const name = facts.bindings.findIndex(({ definitions }) =>
		definitions.some(
			each => each.kind === 'value' && each.path.length === 0 && each.value.kind === 'function' && each.value.function === index,
		),
	);
	const isIt = (value: Value): boolean => value.kind === 'reference' && value.binding === name;
	const uses =
		name === -1
			? []
			: functionsWithin(facts, around).flatMap(inside =>
					inside.calls.filter(({ callee, args }) => isIt(callee) || args.some(isIt)).map(use => ({ use, inside })),
				);
	return uses.length > 0 && uses.every(({ use, inside }) => isSuch(use, inside));
}

/** Whether a call is made whenever its function runs, as far as the call of a function around it tells; an exit where one of `failing` holds is no obstacle. */
export function isAlwaysMade(knowing: Conditions, { region }: Call, inside: Site<FunctionFacts>, failing: readonly Value[]): boolean {
	return regionsAround(inside.fact, region).every(
		each => (each.kind === 'after-exit' && failing.some(test => test.start === each.test?.start)) || isEntered(knowing, each, inside),
	);
}

/** The same of a call in `try`, `catch` or `finally`, which together leave nothing out. */
export function isMadeOrCaught(knowing: Conditions, { region }: Call, inside: Site<FunctionFacts>): boolean {
	return regionsAround(inside.fact, region).every(
		each => each.kind === 'try' || each.kind === 'catch' || each.kind === 'finally' || isEntered(knowing, each, inside),
	);
}

/** The same of what is awaited or returned; `try` is no obstacle. */
export function isAlwaysReached(knowing: Conditions, region: number | undefined, inside: Site<FunctionFacts>): boolean {
	return regionsAround(inside.fact, region).every(each => each.kind === 'try' || isEntered(knowing, each, inside));
}

function isEntered({ provenance }: Conditions, { kind, test }: Region, inside: Site<FunctionFacts>): boolean {
	if (test === undefined || (kind !== 'then' && kind !== 'else' && kind !== 'after-exit')) return false;
	return (kind !== 'then' && asksFor(test, inside)) || provenance.truthOf(at(test, inside)) === (kind === 'then');
}

function isPassedBy({ provenance }: Conditions, { kind, test }: Region, inside: Site<FunctionFacts>): boolean {
	if (test === undefined || (kind !== 'then' && kind !== 'else' && kind !== 'after-exit')) return false;
	return (kind === 'then' && asksFor(test, inside)) || provenance.truthOf(at(test, inside)) === (kind !== 'then');
}

function asksFor(test: Value, site: Site<unknown>): boolean {
	return isLeftOut(test, site) || (test.kind === 'choice' && test.operator === '&&' && asksFor(test.test, site));
}

/** How many variables what is left out may go through. */
const maxHops = 3;

/** Whether a value is, or is a part of, an argument that the call of its function leaves out. */
function isLeftOut(value: Value, site: Site<unknown>, hops = 0): boolean {
	const { module, frame } = site;
	const { root } = chainOf(value);
	const [definition, ...others] =
		root.kind === 'reference' ? (module.facts.bindings[root.binding]?.definitions.filter(({ kind }) => kind !== 'method') ?? []) : [];
	if (
		definition === undefined ||
		others.length > 0 ||
		!('path' in definition) ||
		definition.path.some(step => step.default !== undefined)
	)
		return false;
	if (definition.kind === 'value' && hops < maxHops) return isLeftOut(withoutDefault(definition.value), site, hops + 1);
	if (definition.kind !== 'parameter' || definition.rest) return false;
	const owner = functionAt(module, definition.function);
	const call = owner === undefined ? undefined : frameOf(owner, frame)?.call;
	const standard = owner?.parameters[definition.index]?.default;
	if (call === undefined || (standard !== undefined && !isEmpty(standard)) || call.fact.args.some(({ kind }) => kind === 'spread'))
		return false;
	const argument = call.fact.args[definition.index];
	return argument === undefined || (hops < maxHops && argument.kind === 'reference' && isLeftOut(argument, call, hops + 1));
}

/** `options ?? {}` has no more in it than the options. */
function withoutDefault(value: Value): Value {
	if (value.kind !== 'choice' || (value.operator !== '??' && value.operator !== '||')) return value;
	return value.options.every(option => option === value.test || isEmpty(option)) ? value.test : value;
}

const isEmpty = (value: Value): boolean => value.kind === 'object' && value.entries.length === 0;
