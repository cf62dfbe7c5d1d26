import { type RowMatch, matchRows } from '../provenance/match.ts';
import type { Provenance } from '../provenance/provenance.ts';
import type { Site } from '../project/model.ts';
import type { Rows } from '../provenance/rows.ts';
import { at } from '../provenance/walker.ts';
import { callStep } from '../provenance/walk-value.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import type { RowOf } from './model.ts';
import { mayBeCalledOff } from './timer-handle.ts';

/** What the search needs to know of the world. */
export interface Knowing {
	readonly provenance: Provenance;
	readonly rows: Rows;
}

const known = new WeakMap<Provenance, WeakMap<Call, readonly RowMatch[]>>();

/** The rows that hold for what a call calls, its whole path taken. */
export function rowsOfCall(knowing: Knowing, site: Site<Call>): readonly RowMatch[] {
	if (site.frame !== undefined) return readRows(knowing, site);
	const answers = known.get(knowing.provenance) ?? new WeakMap<Call, readonly RowMatch[]>();
	known.set(knowing.provenance, answers);
	const answer = answers.get(site.fact) ?? readRows(knowing, site);
	answers.set(site.fact, answer);
	return answer;
}

function readRows({ provenance, rows }: Knowing, site: Site<Call>): readonly RowMatch[] {
	return provenance.origins(at(site.fact.callee, site)).flatMap(origin => {
		const called = { from: origin.from, steps: [...origin.steps, callStep(site)] };
		return matchRows(rows, provenance.roots, called).filter(({ match, origin: canonical }) => match.length === canonical.steps.length);
	});
}

export function isTimer(match: RowMatch): match is RowMatch<RowOf<'timer'>> {
	return match.row.effect === 'timer';
}

/**
 * The timer that alone settles `new Promise(…)`: its callback resolves, without a condition, and nothing else does. A promise that
 * an event can settle too is no sleep, nor is one whose timer only rejects, or may be called off.
 */
export function timerOfPromise(knowing: Knowing, construction: Site<Call>): RowMatch<RowOf<'timer'>> | undefined {
	const [argument] = construction.fact.args;
	if (argument === undefined) return undefined;
	const executor = knowing.provenance.roots(at(argument, construction)).find(root => root.kind === 'function' && root.path.length === 0);
	if (executor?.kind !== 'function') return undefined;
	const [resolve, reject] = executor.site.fact.parameters.map(({ binding }) => binding);
	if (resolve === undefined || (reject !== undefined && ![...usesOf(reject, executor.site)].every(isOwnFailure))) return undefined;

	const uses = [...usesOf(resolve, executor.site)];
	const timers = uses.map(use => timerOfUse(knowing, executor.site, use));
	return timers.length > 0 && timers.every(timer => timer !== undefined) ? timers[0] : undefined;
}

/** `try { … } catch (error) { reject(error); }` around what the timer runs: no event of another's. */
function isOwnFailure({ inside, call, argument }: Use): boolean {
	return argument === undefined && call.region !== undefined && inside.regions[call.region]?.kind === 'catch';
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
			if (value !== undefined && isIt(value)) yield { inside, call: { ...emptyCall, start: value.start, end: value.end }, argument: 0 };
		}
	}
}

/** Stands for "kept somewhere": no row names it. */
const emptyCall: Call = {
	kind: 'call', form: 'call', callee: { kind: 'unknown', parts: [], start: 0, end: 0 }, args: [], usage: 'kept', outer: undefined, function: 0, region: undefined, start: 0, end: 0,
};

function timerOfUse(knowing: Knowing, executor: Site<FunctionFacts>, { inside, call, argument }: Use): RowMatch<RowOf<'timer'>> | undefined {
	if (argument !== undefined) return timerOf(knowing, executor, call, argument);
	if (inside === executor.fact || inside.passedTo === undefined || call.region !== undefined) return undefined;
	return timerOf(knowing, executor, inside.passedTo.call, inside.passedTo.argument);
}

function timerOf(knowing: Knowing, executor: Site<FunctionFacts>, call: Call, argument: number): RowMatch<RowOf<'timer'>> | undefined {
	if (call.region !== undefined || mayBeCalledOff(executor.module, call)) return undefined;
	return rowsOfCall(knowing, at(call, executor)).find((match): match is RowMatch<RowOf<'timer'>> => isTimer(match) && match.row.callback === argument && match.row.repeats === undefined);
}
