import { promisedBy } from '../../effects/waits/promised.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { doneOf } from '../../framework/endings.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/** A call that stands where a chain wants a function: it is made at once. */
export interface EarlyCall {
	/** What is handed to `then`. */
	readonly call: Call;
	/** It ends the test. */
	readonly ends: boolean;
}

/** `load().then(done())`, `load().then(save())`, `load().then(expect(total).toBe(1))`: what was to come later comes first. */
export function* earlyCallsIn(models: Models): Iterable<EarlyCall> {
	const seen = new Set<Call>();
	for (const scope of models.scopes) {
		if (scope.body.module !== models.module) continue;
		const claims = new Set(models.assertionsIn(scope).map(({ site }) => site.fact));
		for (const call of callsIn(models, scope)) {
			const [argument] = call.args;
			if (argument?.kind !== 'call' || argument.form !== 'call' || call.callee.kind !== 'member' || call.callee.property !== 'then' || seen.has(argument)) continue;
			const ends = argument.args.length === 0 && isDone(scope, argument.callee);
			if (!ends && !claims.has(argument) && promisedBy(models, at(argument, scope.body)) === undefined) continue;
			seen.add(argument);
			yield { call: argument, ends };
		}
	}
}

function callsIn({ module: { facts } }: Models, { body: { fact } }: Scope): Call[] {
	return functionsWithin(facts, fact).flatMap(({ calls }) => calls);
}

function isDone(scope: Scope, value: Value): boolean {
	return value.kind === 'reference' && value.binding === doneOf(scope);
}
