import type { Claim, Models, Scope } from '../models.ts';
import { claimOfText } from '../shown-claims.ts';
import { clockBehind } from './clock-behind.ts';
import type { ClockDependence } from './dependence.ts';

/**
 * How the real clock decides what an assertion says of a text that a component shows: `expect(screen.getByText('3 days left')).toBeVisible()`. What was
 * only just made, and is shown as that, stays so for as long as the test takes.
 */
export function shownReading(models: Models, scope: Scope, claim: Claim, generous: number): ClockDependence | undefined {
	const shown = claimOfText(models, scope, claim);
	const found = shown?.isTold === true ? clockBehind(models, scope, shown, generous) : undefined;
	return found?.kind === 'elapsed' ? undefined : found;
}
