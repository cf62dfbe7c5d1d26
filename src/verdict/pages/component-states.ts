import { valuesIn } from '../../effects/value-parts.ts';
import { regionsAround } from '../../effects/loops.ts';
import { stateHooks } from '../../knowledge/rendering.ts';
import { timerName } from '../../knowledge/wait-words.ts';
import type { Site } from '../../project/model.ts';
import { matchPattern, parsePattern } from '../../provenance/pattern.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import { definitionsOf } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { promiseLinkOf } from '../../syntax/promise-link.ts';
import type { Models } from '../models.ts';

/** A state that a component keeps: `const [saved, setSaved] = useState(false)`. */
export interface ComponentState {
	/** The variable that holds it. */
	readonly binding: number;
	/** What it is at first; undefined where nobody can tell. */
	readonly initial: Value | undefined;
	/** All that sets it. */
	readonly settings: readonly Setting[];
}

/** A call that a component makes. */
export interface Done {
	readonly call: Call;
	readonly behind: readonly Before[];
}

/** One place that sets a state. */
export interface Setting extends Done {
	/** What to; undefined where nobody can tell. */
	readonly to: Value | undefined;
}

/** What is over before something is done: a promise that is awaited, or in whose callback it stands, or a timer. */
export interface Before {
	readonly kind: 'promise' | 'timer';
	readonly value: Value;
}

const hooks = stateHooks.flatMap(({ from, path }) => [from].flat().map(name => ({ name, pattern: parsePattern(path) })));

const nothing: Value = { kind: 'literal', value: undefined, start: 0, end: 0 };

const known = new WeakMap<Models, Map<FunctionFacts, readonly ComponentState[]>>();

/** The states of a component that nothing outside of it sets. */
export function statesOf(models: Models, component: Site<FunctionFacts>): readonly ComponentState[] {
	const answers = known.get(models) ?? new Map<FunctionFacts, readonly ComponentState[]>();
	known.set(models, answers);
	const found = answers.get(component.fact) ?? findStates(models, component);
	answers.set(component.fact, found);
	return found;
}

function findStates(models: Models, component: Site<FunctionFacts>): readonly ComponentState[] {
	const { module, fact } = component;
	const { bindings } = module.facts;
	return fact.calls.flatMap(call => {
		if (!isStateHook(models, at(call, component))) return [];
		const taken = (index: number): number =>
			bindings.findIndex(({ definitions }) =>
				definitions.some(
					each =>
						each.kind === 'value' &&
						each.value === call &&
						each.path.length === 1 &&
						each.path[0]?.kind === 'position' &&
						each.path[0].index === index,
				),
			);
		const [binding, setter] = [taken(0), taken(1)];
		const settings = binding === -1 || setter === -1 ? undefined : settingsBy(setter, component);
		return settings === undefined ? [] : [{ binding, initial: initialOf(component, call), settings }];
	});
}

/** Whether a function sets a state of a component in the turn in which it makes a call: nothing is awaited between the two, and whatever leads to the call leads there. */
export function setsStateBeside(models: Models, inside: Site<FunctionFacts>, call: Call): boolean {
	const { calls, awaits } = inside.fact;
	const around = regionsAround(inside.fact, call.region);
	return calls.some(each => {
		const [from, to] = each.start < call.start ? [each.end, call.start] : [call.end, each.start];
		return (
			setsState(models, inside, each) &&
			regionsAround(inside.fact, each.region).every(region => around.includes(region)) &&
			!awaits.some(({ end }) => end > from && end <= to)
		);
	});
}

/** `setSaved(true)`, where `const [saved, setSaved] = useState(false)`. */
function setsState(models: Models, inside: Site<FunctionFacts>, { callee }: Call): boolean {
	const definitions = definitionsOf(inside.module.facts, callee);
	return definitions.some(each => {
		const [step] = each.kind === 'value' ? each.path : [];
		return (
			each.kind === 'value' &&
			each.value.kind === 'call' &&
			step?.kind === 'position' &&
			step.index === 1 &&
			isStateHook(models, at(each.value, inside))
		);
	});
}

function isStateHook({ provenance }: Models, site: Site<Call>): boolean {
	return provenance
		.origins(at<Value>(site.fact, site))
		.some(origin =>
			hooks.some(({ name, pattern }) => name === origin.from && matchPattern(pattern, origin)?.length === origin.steps.length),
		);
}

/** What `useState` is handed, or what the function gives that it is handed. */
function initialOf({ module }: Site<FunctionFacts>, { args: [given] }: Call): Value | undefined {
	if (given?.kind !== 'function') return given ?? nothing;
	const [only, ...others] = functionAt(module, given.function)?.returns ?? [];
	return others.length === 0 ? only?.value : undefined;
}

/** Undefined where what sets the state is handed on to others. */
function settingsBy(setter: number, { module, fact: component }: Site<FunctionFacts>): readonly Setting[] | undefined {
	const { facts } = module;
	const isIt = (value: Value | undefined): boolean => value?.kind === 'reference' && value.binding === setter;
	const found: Setting[] = [];
	for (const inside of functionsWithin(facts, component)) {
		const harmless = new Set<Value>();
		for (const call of inside.calls) {
			const [first] = call.args;
			if (isIt(call.callee)) {
				harmless.add(call.callee);
				const to = first === undefined ? nothing : first.kind === 'function' ? undefined : first;
				found.push({ to, call, behind: waitsBefore(module, inside, call) });
			}
			if (first !== undefined && isIt(first) && settles(call)) {
				harmless.add(first);
				found.push({ to: undefined, call, behind: [...receiverOf(call), ...waitsBefore(module, inside, call)] });
			}
		}
		const values = [...valuesIn(inside, facts)];
		for (const list of values) if (list.kind === 'array') for (const element of list.elements) harmless.add(element);
		if (values.some(value => isIt(value) && !harmless.has(value))) return undefined;
	}
	return found;
}

function settles({ callee }: Call): boolean {
	return promiseLinkOf(callee) !== undefined;
}

function receiverOf({ callee }: Call): readonly Before[] {
	return callee.kind === 'member' ? [promise(callee.object)] : [];
}

/** What is over before a call is made, on each way there within the component. */
export function waitsBefore(module: Site<unknown>['module'], inside: FunctionFacts, call: Call): readonly Before[] {
	const around = regionsAround(inside, call.region);
	const awaited = inside.awaits.filter(
		({ end, region }) => end <= call.start && regionsAround(inside, region).every(each => each.kind === 'try' || around.includes(each)),
	);
	return [...awaited.map(({ value }) => promise(value)), ...callbackWaits(module, inside)];
}

/** What is over before a callback is called: the promise that it is handed to, and what stands before that; or the timer. */
function callbackWaits(module: Site<unknown>['module'], inside: FunctionFacts): readonly Before[] {
	const { passedTo, parent } = inside;
	const outer = parent === undefined ? undefined : functionAt(module, parent);
	if (passedTo === undefined || outer === undefined) return [];
	const { call } = passedTo;
	if (settles(call)) return [...receiverOf(call), ...waitsBefore(module, outer, call)];
	return isTimer(call) ? [{ kind: 'timer', value: call }, ...waitsBefore(module, outer, call)] : [];
}

function promise(value: Value): Before {
	return { kind: 'promise', value };
}

function isTimer({ callee }: Call): boolean {
	return (
		(callee.kind === 'global' && callee.name === timerName) ||
		(callee.kind === 'member' && callee.property === timerName && callee.object.kind === 'global')
	);
}
