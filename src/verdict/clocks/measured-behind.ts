import type { Influence } from '../../effects/model.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { type MeasuredOptions, measuredDuration } from './measured-durations.ts';
import { isMovedBefore } from './moved-before.ts';
import { timedFlag } from './timed-flags.ts';

/** How long something took, where that decides an assertion which is made once, and the test has not moved one of the times itself. */
export function measuredBehind(models: Models, scope: Scope, claim: Claim, options: MeasuredOptions): Influence | undefined {
	if (claim.retried) return undefined;
	const found = measuredDuration(models, scope, claim, options) ?? timedFlag(models, scope, claim, options.generous);
	return found === undefined || isMovedBefore(models, scope, claim, options.generous) ? undefined : found;
}
