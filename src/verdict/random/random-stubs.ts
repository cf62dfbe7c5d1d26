import { callsWithin } from '../../effects/stores/made-records.ts';
import type { Influence } from '../../effects/model.ts';
import { valuesIn } from '../../effects/value-parts.ts';
import { answering } from '../../knowledge/stub-words.ts';
import type { Site } from '../../project/model.ts';
import { dotted } from '../../provenance/match.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/** A stub of a generator that answers with a value which a generator drew. */
export interface RandomStub {
	readonly call: Site<Call>;
	readonly read: Influence;
}

/** Stubs of `Math.random` that leave its results to chance all the same: what follows from them differs from run to run. */
export function* randomStubs(models: Models, scope: Scope): Iterable<RandomStub> {
	for (const call of callsWithin(scope.body)) {
		const {
			callee,
			args: [value],
		} = call.fact;
		if (
			call.module !== models.module ||
			callee.kind !== 'member' ||
			typeof callee.property !== 'string' ||
			!answering.has(callee.property) ||
			value === undefined ||
			!isOfMath(models, at(callee, call)) ||
			isKnown(models, scope, at(value, call))
		)
			continue;
		const read = models.effects
			.behind(at(value, call))
			.find(
				influence =>
					influence.kind === 'random' && influence.measured !== true && !models.isControlled(influence, scope, call.fact),
			);
		if (read !== undefined) yield { call, read };
	}
}

/** `stub(Math, 'random').returns`, `spyOn(Math, 'random').and.returnValue` */
function isOfMath({ provenance }: Pick<Models, 'provenance'>, { fact, ...place }: Site<Call['callee']>): boolean {
	if (fact.kind === 'member') return isOfMath({ provenance }, at(fact.object, place));
	const [object, name] = fact.kind === 'call' ? fact.args : [];
	if (object === undefined || name?.kind !== 'literal' || name.value !== 'random') return false;
	return provenance.origins(at(object, place)).some(origin => origin.from === 'global' && dotted(origin) === 'Math');
}

/** A test has the answer in a variable, and works out with it what is to come of it; what a hook works out goes anywhere. */
function isKnown({ tests }: Models, scope: Scope, { module, fact }: Site<Value>): boolean {
	const { body } = scope;
	if (fact.kind !== 'reference' || body.module !== module || !tests.some(test => test === scope)) return false;
	const mentioned = functionsWithin(module.facts, body.fact).flatMap(each => [...valuesIn(each, module.facts)]);
	return mentioned.some(value => value.kind === 'reference' && value.binding === fact.binding && value.start !== fact.start);
}
