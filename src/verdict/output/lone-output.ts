import type { Influence } from '../../effects/model.ts';
import { errorOutput } from '../../knowledge/event-words.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** Whether only what the test itself calls can have written the output of this process: nothing else runs before a test that never waits is over. */
export function isAlone(models: Models, scope: Scope, claim: Claim): boolean {
	return models.framework.isSynchronous(scope) && models.behindActual(claim).every(isOwn);
}

/** What a child writes to its standard error looks like what this process writes to its own. */
function isOwn({ row }: Influence): boolean {
	return row?.effect !== 'log' || row.stream !== errorOutput;
}
