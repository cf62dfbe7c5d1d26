import { promisedBy } from '../../effects/waits/promised.ts';
import { mayListen } from '../../effects/waits/listening.ts';
import { closings } from '../../knowledge/ending-words.ts';
import { beginningMethods } from '../../knowledge/event-words.ts';
import { timerGlobals } from '../../knowledge/schedules.ts';
import type { Module } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { doneOf } from '../../framework/endings.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { isThen } from '../../syntax/promise-link.ts';
import type { Models, Scope } from '../models.ts';
import { isOfExecutor } from './told-behind.ts';

/** A call that stands where a function is wanted: it is made at once. */
export interface EarlyCall {
	/** What is handed over. */
	readonly call: Call;
	/**
	 * - `early`: a chain takes it, and it is none of the others
	 * - `ends`: a chain takes it, and it ends the test
	 * - `called`: it ends the test, or settles the promise around it, and what calls back at the end of something takes it
	 */
	readonly kind: 'early' | 'ends' | 'called';
}

/** `load().then(done())`, `load().then(save())`, `load().then(expect(total).toBe(1))`, `server.listen(0, done())`: what was to come later comes first. */
export function* earlyCallsIn(models: Models): Iterable<EarlyCall> {
	const seen = new Set<Call>();
	for (const scope of models.scopes) {
		if (scope.body.module !== models.module) continue;
		const claims = new Set(models.assertionsIn(scope).map(({ site }) => site.fact));
		for (const call of callsIn(models, scope)) {
			const [argument] = call.args;
			if (argument?.kind !== 'call' || argument.form !== 'call' || !isThen(call.callee) || seen.has(argument)) continue;
			const ends = argument.args.length === 0 && isDone(scope, argument.callee);
			if (!ends && !claims.has(argument) && promisedBy(models, at(argument, scope.body)) === undefined) continue;
			seen.add(argument);
			yield { call: argument, kind: ends ? 'ends' : 'early' };
		}
		for (const argument of callsIn(models, scope).flatMap(call => calledBack(models, scope, call))) {
			if (!seen.has(argument)) yield { call: argument, kind: 'called' };
			seen.add(argument);
		}
	}
}

/** `server.close(done())`, `setTimeout(resolve(), 10)`, `socket.once('open', done())`. */
function calledBack({ module }: Models, scope: Scope, call: Call): readonly Call[] {
	const { callee, args } = call;
	const isTimer = callee.kind === 'global' && timerGlobals.has(callee.name);
	const place = isTimer
		? 0
		: mayListen(call)
			? 1
			: callee.kind === 'member' &&
				  typeof callee.property === 'string' &&
				  (closings.has(callee.property) || beginningMethods.has(callee.property))
				? args.length - 1
				: -1;
	const argument = args[place];
	if (argument?.kind !== 'call' || argument.form !== 'call' || argument.args.length > 0) return [];
	return isDone(scope, argument.callee) || isResolve(module, argument) ? [argument] : [];
}

/** `resolve()` of the promise around it. */
function isResolve(module: Module, { callee }: Call): boolean {
	return isOfExecutor(module, callee);
}

function callsIn({ module: { facts } }: Models, { body: { fact } }: Scope): Call[] {
	return functionsWithin(facts, fact).flatMap(({ calls }) => calls);
}

function isDone(scope: Scope, value: Value): boolean {
	return value.kind === 'reference' && value.binding === doneOf(scope);
}
