import type { Span } from '../../syntax/facts.ts';
import type { Hook } from '../../framework/model.ts';
import { testsIn } from '../../framework/suite-draft.ts';
import type { Claim, Models } from '../models.ts';

/** That a spy was called, or that a call throws, is so at once or never: nothing runs between the call and the assertion. */
export function isSoAtOnce({ relation, negated }: Claim): boolean {
	return !negated && (isAboutSpy(relation) || relation === 'throws');
}

/** `assert.throws(load, error => { assert.match(error.message, /no/); … })` */
export function isAboutError({ relation, place }: Claim, { start, end }: Span): boolean {
	return relation === 'throws' && place.start < start && end <= place.end;
}

/** The assertions of the tests behind a hook, if none of these waits for anything and all they ask is how spies were called; none otherwise. */
export function spyClaimsBehind(models: Models, hook: Hook): readonly Claim[] {
	if (!hook.phase.startsWith('before')) return [];
	const tests = [...testsIn(hook.suite)];
	const claims = tests.map(test => models.assertionsIn(test));
	const isPlain = tests.every(
		({ body, doneParameter }) =>
			!body.fact.async && doneParameter === undefined && body.fact.returns.every(({ value }) => value.kind === 'literal'),
	);
	return isPlain && claims.every(made => made.length > 0 && made.every(({ relation }) => isAboutSpy(relation))) ? claims.flat() : [];
}

function isAboutSpy(relation: Claim['relation']): boolean {
	return relation === 'called' || relation === 'called-times' || relation === 'called-with' || relation === 'nth-called-with';
}
