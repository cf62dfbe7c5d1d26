import type { Site } from '../project/model.ts';
import { placeOf } from '../provenance/match.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { deedsIn } from './deeds.ts';
import type { Deed, Reached } from './model.ts';
import type { Knowing } from './timer-promise.ts';

/** A timer whose callback decides a test: it makes an assertion, or it ends the test. */
export interface VerdictTimer extends Reached {
	/** Milliseconds, where they are known. */
	readonly ms: number | undefined;
	readonly faked: boolean;
}

export interface VerdictTimerOptions extends Knowing {
	readonly asserts: (site: Site<FunctionFacts>) => boolean;
}

const units = { ms: 1, s: 1_000, min: 60_000 } as const;

/** `done` is the binding of the callback that ends the test, if it has one. */
export function verdictTimersIn(options: VerdictTimerOptions, scope: Site<FunctionFacts>, done: number | undefined): VerdictTimer[] {
	return deedsIn(options, scope).flatMap(deed => {
		if (deed.kind !== 'timer' || deed.row.repeats === true || !decides(options, deed, scope, done)) return [];
		return [{ site: deed.site, witness: deed.witness, ms: lengthOf(options, deed), faked: deed.row.faked === true }];
	});
}

function decides({ provenance, asserts }: VerdictTimerOptions, { row, call }: Extract<Deed, { kind: 'timer' }>, scope: Site<FunctionFacts>, done: number | undefined): boolean {
	const callback = call.fact.args[row.callback];
	if (callback === undefined || call.module !== scope.module) return false;
	if (isDone(callback, done)) return true;
	return provenance.roots(at(callback, call)).some(root => {
		if (root.kind !== 'function' || root.path.length > 0 || root.site.module !== scope.module) return false;
		return !isGuard(root.site.fact, done) && (asserts(root.site) || root.site.fact.calls.some(({ callee, args }) => isDone(callee, done) && args.length === 0));
	});
}

function isDone(value: Value, done: number | undefined): boolean {
	return done !== undefined && value.kind === 'reference' && value.binding === done;
}

/** A timer that only fails is a time limit, and no wait: `setTimeout(() => done(new Error('too late')), 1000)`. */
function isGuard({ calls, throws }: FunctionFacts, done: number | undefined): boolean {
	if (throws.length > 0 && calls.every(call => call.form === 'new')) return true;
	const telling = calls.filter(call => call.form !== 'new');
	return telling.length > 0 && telling.every(call => (isDone(call.callee, done) && call.args.length > 0) || isFailure(call));
}

function isFailure({ callee }: Call): boolean {
	return (callee.kind === 'member' && callee.property === 'fail') || (callee.kind === 'global' && callee.name === 'fail');
}

function lengthOf({ provenance }: Knowing, { row, call }: Extract<Deed, { kind: 'timer' }>): number | undefined {
	if (row.delay === undefined || call.fact.args.length <= row.delay.argument) return 0;
	const found = placeOf(row.delay, call);
	const value = found === undefined ? undefined : staticValue(provenance.roots, found.site, found.path);
	return typeof value === 'number' ? value * units[row.unit ?? 'ms'] : undefined;
}
