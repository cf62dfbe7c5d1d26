import { type Promised, promisedBy } from '../../effects/waits/promised.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, ModuleFacts, Value } from '../../syntax/facts.ts';
import { isExpect } from '../expect-calls.ts';
import type { Models, Scope } from '../models.ts';

/**
 * `expect(transfer()).to.be.revertedWith('paused')`: a matcher of which nothing is known and that is handed a promise can tell nothing before that is settled, so
 * it gives a promise itself.
 */
export function promisedMatcher(models: Models, scope: Scope, { fact, module, frame }: Site<Call>): Promised | undefined {
	const asked = fact.usage === 'discarded' ? expectIn(fact, module.facts) : undefined;
	const [actual] = asked?.args ?? [];
	if (actual?.kind !== 'call' || models.assertionsIn(scope).some(({ place }) => place.start < fact.end && fact.start < place.end)) return undefined;
	const promised = promisedBy(models, at(actual, { module, frame }));
	return promised === undefined ? undefined : { ...promised, asserts: true };
}

/** The call of `expect` that a chain begins with. */
function expectIn(call: Call, facts: ModuleFacts): Call | undefined {
	let value: Value = call.callee;
	while (value.kind === 'member' || (value.kind === 'call' && !isExpect(value, facts))) value = value.kind === 'member' ? value.object : value.callee;
	return value.kind === 'call' ? value : undefined;
}
