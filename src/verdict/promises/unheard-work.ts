import type { Promised } from '../../effects/waits/promised.ts';
import { fileChanges, filePackages, changingPackages } from '../../knowledge/file-reads.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, Span } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { tellsNobody } from './telling.ts';
import { isToldByParameter } from './unheard-callbacks.ts';

/** A change of files that tells its end to a callback, which tells nobody: `fs.unlink(path, () => {})`. */
export function unheardWork(models: Models, scope: Scope, call: Site<Call>): Promised | undefined {
	const { args, usage, form } = call.fact;
	const last = args.at(-1);
	if (
		usage !== 'discarded' ||
		form !== 'call' ||
		args.length < 2 ||
		last?.kind !== 'function' ||
		('framework' in scope && isToldByParameter(scope.body))
	)
		return undefined;
	const callback = functionAt(call.module, last.function);
	const claims = models.assertionsIn(scope);
	if (callback === undefined || isAllThatIsClaimed(callback, claims) || !tellsNobody(call.module, callback, claims)) return undefined;
	for (const origin of models.provenance.origins(at(call.fact.callee, call))) {
		const step = origin.steps[0];
		const isChange = filePackages.has(origin.from)
			? origin.steps.length === 1 && step?.kind === 'property' && fileChanges.has(step.name)
			: changingPackages.has(origin.from) && origin.steps.length === 0;
		if (isChange)
			return {
				witness: { steps: [], api: step?.kind === 'property' ? step.name : origin.from },
				asserts: false,
				sleeps: false,
				handled: false,
			};
	}
	return undefined;
}

/** Such a test is told of as one that makes its assertions later. */
function isAllThatIsClaimed({ start, end }: Span, claims: readonly Claim[]): boolean {
	return claims.length > 0 && claims.every(({ place }) => start <= place.start && place.end <= end);
}
