import { entered } from '../../provenance/frames.ts';
import type { RowMatch } from '../../provenance/match.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt, seenThrough } from '../../provenance/walker.ts';
import { anyCall } from '../../provenance/summary.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { beforeThen } from '../../syntax/promise-link.ts';
import type { RowOf } from '../model.ts';
import { mayListen } from './listening.ts';
import { isAlwaysMade, isAlwaysReached, isIdle, isMadeOrCaught, runsOnlyBy } from '../left-out.ts';
import { isClearedBehind, mayBeCalledOff } from './timer-handle.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';

/** A timer, or a promise that it settles. */
export type Ticking = RowMatch<RowOf<'timer'>> | RowMatch<RowOf<'sleep'>>;

export function isTimer(match: RowMatch): match is RowMatch<RowOf<'timer'>> {
	return match.row.effect === 'timer';
}

/**
 * The timer that alone settles `new Promise(…)`: its callback resolves, without a condition, and nothing else does. A promise that
 * an event can settle too is no sleep, nor is one whose timer only rejects, or may be called off; a signal that is not handed over does neither.
 */
export function timerOfPromise(knowing: Knowing, construction: Site<Call>): Ticking | undefined {
	const [argument] = construction.fact.args;
	if (argument === undefined) return undefined;
	const executor = knowing.provenance.roots(at(argument, construction)).find(root => root.kind === 'function' && root.path.length === 0);
	if (executor?.kind !== 'function') return undefined;
	const [resolve, reject] = executor.site.fact.parameters.map(({ binding }) => binding);
	const failures =
		reject === undefined
			? []
			: [...usesOf(reject, executor.site)].filter(
					use => !isFailureAlone(use) && !isIdle(knowing, use.call, at(use.inside, executor.site)),
				);
	if (resolve === undefined) return undefined;
	const settling = [...usesOf(resolve, executor.site)].filter(
		use => !isIdle(knowing, use.call, at(use.inside, executor.site)) && !takesFailure(use),
	);
	const both = settling.flatMap(({ inside, argument }) =>
		argument === undefined && inside !== executor.site.fact && failures.some(use => use.inside === inside) ? [inside] : [],
	);
	const early = failures.filter(use => isMadeBefore(use, settling));
	if (!failures.every(use => early.includes(use) || (use.argument === undefined && both.includes(use.inside) && isOfMissing(use))))
		return undefined;
	const caught = [resolve, reject].flatMap(binding =>
		binding === undefined ? [] : [...usesOf(binding, executor.site)].flatMap(use => (isBehindTry(use) ? [use.inside] : [])),
	);
	return timerOfUses(knowing, executor.site, resolve, { hops: 0, both, caught, failing: early.flatMap(testOf) });
}

/**
 * The async function in the executor that alone settles `new Promise(…)`, behind what it awaits: `server.once('line', async () => { await sleep(10); resolve(); })`.
 * Whatever calls it, the promise takes at least as long as that.
 */
export function settlingFunctions(knowing: Knowing, construction: Site<Call>): readonly Site<FunctionFacts>[] {
	const [argument] = construction.fact.args;
	const [executor] = argument === undefined ? [] : knowing.provenance.roots(at(argument, construction));
	if (executor?.kind !== 'function' || executor.path.length > 0) return [];
	const [resolve, reject] = executor.site.fact.parameters.map(({ binding }) => binding);
	const failures = reject === undefined ? [] : [...usesOf(reject, executor.site)];
	const [only, ...others] = resolve === undefined ? [] : [...usesOf(resolve, executor.site)].filter(use => !takesFailure(use));
	if (only === undefined || others.length > 0 || only.argument !== undefined || !failures.every(isFailureAlone)) return [];
	const inside = at(only.inside, executor.site);
	const isBehind = only.inside.async && only.inside.awaits.length > 0 && only.inside.awaits.every(({ start }) => start < only.call.start);
	return isBehind && only.inside !== executor.site.fact && isAlwaysReached(knowing, only.call.region, inside) ? [inside] : [];
}

/** `if (status !== 200) { reject(…); return; }` in front of what sets the timer. */
function isMadeBefore({ inside, call, argument }: Use, settling: readonly Use[]): boolean {
	return (
		argument === undefined &&
		call.region !== undefined &&
		inside.regions[call.region]?.kind === 'then' &&
		settling.every(use => use.call.start > call.end && use.call.end <= inside.end && use.inside !== inside)
	);
}

/** `catch (error) { reject(error); }`, `finally { resolve(); }` */
function isBehindTry({ inside, call, argument }: Use): boolean {
	return argument === undefined && call.region !== undefined && ['catch', 'finally'].includes(inside.regions[call.region]?.kind ?? '');
}

function testOf({ inside, call }: Use): readonly Value[] {
	const test = call.region === undefined ? undefined : inside.regions[call.region]?.test;
	return test === undefined ? [] : [test];
}

/** The timer that alone calls a function of the executor, or what that function is called by. */
function timerOfUses(knowing: Knowing, executor: Site<FunctionFacts>, binding: number, way: Way): Ticking | undefined {
	const uses = [...usesOf(binding, executor)].filter(use => !isIdle(knowing, use.call, at(use.inside, executor)) && !takesFailure(use));
	const timers = uses.map(use => timerOfUse(knowing, executor, use, way));
	return timers.length > 0 && timers.every(timer => timer !== undefined) ? timers[0] : undefined;
}

/** `try { … } catch (error) { reject(error); }` around what the timer runs, `server.on('error', reject)`: nothing that is waited for. */
function isFailureAlone({ inside, call, argument }: Use): boolean {
	if (argument !== undefined) return isOfErrors(call);
	return (
		(call.region !== undefined && inside.regions[call.region]?.kind === 'catch') ||
		(inside.passedTo !== undefined && isOfErrors(inside.passedTo.call))
	);
}

/** `if (!ready) reject(…)`. What must not be there, `if (called) reject(…)`, is waited for in vain. */
function isOfMissing({ inside, call }: Use): boolean {
	const { kind, test } = (call.region === undefined ? undefined : inside.regions[call.region]) ?? {};
	const isNegation = test?.kind === 'operation' && test.operator === '!';
	return kind === 'then' ? test?.kind === 'operation' : !isNegation;
}

function isOfErrors(call: Call): boolean {
	const [event] = call.args;
	return (
		(call.callee.kind === 'member' && call.callee.property === 'catch') ||
		(mayListen(call) && event?.kind === 'literal' && event.value === 'error')
	);
}

export interface Use {
	readonly inside: FunctionFacts;
	readonly call: Call;
	/** The position at which the function is handed over; undefined where it is called. */
	readonly argument: number | undefined;
}

/** Calls of a variable, and calls that it is handed to, in a function and those inside it. */
export function* usesOf(binding: number, { module, fact }: Site<FunctionFacts>): Iterable<Use> {
	const isIt = (value: Value): boolean => value.kind === 'reference' && value.binding === binding;
	for (const inside of functionsWithin(module.facts, fact)) {
		for (const call of inside.calls) {
			if (isIt(call.callee)) yield { inside, call, argument: undefined };
			const argument = call.args.findIndex(isIt);
			if (argument !== -1) yield { inside, call, argument };
		}
		for (const { value } of inside.writes) {
			if (value === undefined || !isIt(value)) continue;
			// Kept somewhere: no row names a call of what is unknown.
			yield { inside, call: { ...anyCall.fact, start: value.start, end: value.end }, argument: 0 };
		}
	}
}

/** `.catch(resolve)` */
function takesFailure({ call: { callee }, argument }: Use): boolean {
	return argument === 0 && callee.kind === 'member' && callee.property === 'catch';
}

/** How many functions of the executor may stand between the timer and the promise. */
const maxHops = 2;

interface Way {
	readonly hops: number;
	/** Functions that settle the promise either way, whatever they find. */
	readonly both: readonly FunctionFacts[];
	/** Functions that settle it when something in them fails as well. */
	readonly caught: readonly FunctionFacts[];
	/** What is asked in front of the timer, where the promise fails at once if it holds. */
	readonly failing: readonly Value[];
}

function timerOfUse(knowing: Knowing, executor: Site<FunctionFacts>, { inside, call, argument }: Use, way: Way): Ticking | undefined {
	const { hops, both, caught, failing } = way;
	const site = at(inside, executor);
	if (argument !== undefined) return timerOf(knowing, { inside: site, failing, hops }, call, argument);
	if (
		inside === executor.fact ||
		(!isAlwaysMade(knowing, call, site, failing) &&
			!both.includes(inside) &&
			!(caught.includes(inside) && isMadeOrCaught(knowing, call, site)))
	)
		return undefined;
	if (inside.passedTo !== undefined) {
		const around = inside.parent === undefined ? undefined : functionAt(executor.module, inside.parent);
		return around === undefined
			? undefined
			: timerOf(knowing, { inside: at(around, executor), failing, hops }, inside.passedTo.call, inside.passedTo.argument);
	}
	const name = hops < maxHops ? nameOfFunction(inside, executor) : undefined;
	return name === undefined ? undefined : timerOfUses(knowing, executor, name, { ...way, hops: hops + 1 });
}

/** The variable that holds a function and nothing else. */
function nameOfFunction(fact: FunctionFacts, { module: { facts } }: Site<FunctionFacts>): number | undefined {
	const index = facts.functions.indexOf(fact);
	const found = facts.bindings.findIndex(
		({ definitions }) =>
			definitions.length === 1 &&
			definitions.some(
				each => each.kind === 'value' && each.path.length === 0 && each.value.kind === 'function' && each.value.function === index,
			),
	);
	return found === -1 ? undefined : found;
}

type Handed = Pick<Way, 'hops' | 'failing'> & { readonly inside: Site<FunctionFacts> };

function timerOf(knowing: Knowing, { inside, failing, hops }: Handed, call: Call, argument: number): Ticking | undefined {
	const callback = knowing.provenance
		.roots({ module: inside.module, fact: call.args[argument] ?? call.callee })
		.find(root => root.kind === 'function');
	const isOwn = (fact: FunctionFacts): boolean => callback?.kind === 'function' && callback.site.fact === fact;
	const before = beforeThen(call.callee);
	if (before !== undefined && argument === 0)
		return before.kind === 'call' && isAlwaysMade(knowing, call, inside, failing) ? sleepOf(knowing, at(before, inside)) : undefined;
	const isHarmless = (use: Call, fact: FunctionFacts): boolean =>
		isOwn(fact) || isClearedBehind(use, fact, call) || isIdle(knowing, use, at(fact, inside));
	if (
		!isAlwaysMade(knowing, call, inside, failing) ||
		mayBeCalledOff(inside.module, call, (use, fact) => isHarmless(use, fact) || runsOnlyBy(at(fact, inside), inside.fact, isHarmless))
	)
		return undefined;
	const timer = rowsOfCall(knowing, at(call, inside)).find(
		(match): match is RowMatch<RowOf<'timer'>> => isTimer(match) && match.row.callback === argument && match.row.repeats === undefined,
	);
	return timer ?? (hops < maxHops ? timerOfHelper(knowing, at(call, inside), argument, hops + 1) : undefined);
}

/** `const later = (run, ms) => setTimeout(run, ms)`: what a helper is handed, it hands to a timer and to nothing else. */
function timerOfHelper(knowing: Knowing, site: Site<Call>, argument: number, hops: number): Ticking | undefined {
	const [root, ...others] = knowing.provenance.roots(at(site.fact.callee, site));
	if (root?.kind !== 'function' || root.path.length > 0 || others.length > 0) return undefined;
	const binding = root.site.fact.parameters[argument]?.binding;
	const frame = entered(root.site, site, root.receiver);
	return binding === undefined || frame === undefined
		? undefined
		: timerOfUses(knowing, seenThrough(root.site, frame), binding, { hops, both: [], caught: [], failing: [] });
}

/** `sleep(10).then(resolve)` */
function sleepOf(knowing: Knowing, site: Site<Call>): RowMatch<RowOf<'sleep'>> | undefined {
	return rowsOfCall(knowing, site).find((match): match is RowMatch<RowOf<'sleep'>> => match.row.effect === 'sleep');
}
