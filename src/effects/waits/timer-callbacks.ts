import { callsIn } from './test-ends.ts';
import type { Site } from '../../project/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { type DeedOptions, deedsIn } from '../deeds.ts';
import type { Deed, Reached, RowOf } from '../model.ts';
import { standsIn } from '../scope.ts';

/** A timer that a test sets, or code that it calls. */
export interface Started extends Reached {
	readonly row: RowOf<'timer'>;
	readonly call: Site<Call>;
	/** The test is known to run it: an assertion in its callback is no stub's. */
	readonly reached: boolean;
}

/** Whether a timer runs the function that sets it again: `function check(done) { …; setTimeout(() => check(done), 10); }`. */
export function goesRound(provenance: Provenance, { row, call }: Pick<Started, 'row' | 'call'>): boolean {
	const callback = call.fact.args[row.callback];
	const run = callback?.kind === 'function' ? functionAt(call.module, callback.function) : undefined;
	const called =
		run === undefined
			? [callback].filter(value => value !== undefined)
			: callsIn({ module: call.module, fact: run }).map(({ callee }) => callee);
	return called.some(value =>
		provenance.roots(at(value, call)).some(root => root.kind === 'function' && root.site.fact !== run && standsIn(root.site, call)),
	);
}

/** The functions that a timer runs, and those of the test that a helper calls then, unless that sets the timer again: what it is handed ends a poll. */
export function callbacksOf(provenance: Provenance, { row, call }: Started, scope: Site<FunctionFacts>): readonly Site<FunctionFacts>[] {
	const callback = call.fact.args[row.callback];
	if (callback === undefined) return [];
	const run = provenance
		.roots(at(callback, call))
		.flatMap(root => (root.kind === 'function' && root.path.length === 0 ? [root.site] : []));
	return goesRound(provenance, { row, call }) ? run : [...run, ...run.flatMap(site => handedTo(provenance, site, scope))];
}

/** Functions of the test that a function of a helper calls because the helper was handed them: `later(() => { … })`. */
function handedTo(
	provenance: Provenance,
	{ module, fact, frame }: Site<FunctionFacts>,
	scope: Site<FunctionFacts>,
): readonly Site<FunctionFacts>[] {
	if (frame === undefined) return [];
	const called = functionsWithin(module.facts, fact).flatMap(({ calls }) =>
		calls.flatMap(({ callee }) =>
			callee.kind === 'reference' && module.facts.bindings[callee.binding]?.kind === 'parameter' ? [callee] : [],
		),
	);
	return called
		.flatMap(callee => provenance.roots({ module, fact: callee, frame }))
		.flatMap(root => (root.kind === 'function' && root.path.length === 0 && standsIn(scope, root.site) ? [root.site] : []));
}

/** The timers that a function sets, or code that it calls: whatever they run is run. */
export function startedIn(options: DeedOptions, site: Site<FunctionFacts>): readonly Started[] {
	return deedsIn(options, site, 'timer')
		.filter(isTimerDeed)
		.map((deed): Started => ({ ...deed, reached: true }));
}

function isTimerDeed(deed: Deed): deed is Extract<Deed, { kind: 'timer' }> {
	return deed.kind === 'timer';
}
