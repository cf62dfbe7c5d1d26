import { isMatcherName } from '../../assertions/vocabulary.ts';
import { type Promised, promisedBy } from '../../effects/waits/promised.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, ModuleFacts, Value } from '../../syntax/facts.ts';
import { isExpect } from '../expect-calls.ts';
import type { Claim, Models, Scope } from '../models.ts';

/**
 * `expect(transfer()).to.be.revertedWith('paused')`: a matcher of which nothing is known and that is handed a promise can tell nothing before that is settled, so
 * it gives a promise itself.
 */
export function promisedMatcher(models: Models, scope: Scope, { fact, module, frame }: Site<Call>): Promised | undefined {
	const asked = fact.usage === 'discarded' ? expectIn(fact, module.facts) : undefined;
	const [actual] = asked?.args ?? [];
	if (actual?.kind !== 'call' || models.assertionsIn(scope).some(claim => isOf(claim, fact) && !isUnknown(claim))) return undefined;
	const promised = promisedBy(models, at(actual, { module, frame }));
	return promised === undefined ? undefined : { ...promised, asserts: true };
}

/** Whether an assertion is made by the call itself, and not by what it is handed. */
function isOf({ site: { fact } }: Claim, { start, end }: Call): boolean {
	return fact.start < end && start < fact.end;
}

/** Whether nothing is known of an assertion but that somebody has added its matcher. */
function isUnknown({ relation, matcher }: Claim): boolean {
	return relation === 'other' && !isMatcherName(matcher);
}

/** The call of `expect` that a chain begins with. */
function expectIn(call: Call, facts: ModuleFacts): Call | undefined {
	let value: Value = call.callee;
	while (value.kind === 'member' || (value.kind === 'call' && !isExpect(value, facts)))
		value = value.kind === 'member' ? value.object : value.callee;
	return value.kind === 'call' ? value : undefined;
}
