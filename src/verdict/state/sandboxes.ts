import type { SharedWrite } from '../../effects/state/shared-writes.ts';
import { sinonName } from '../../knowledge/frameworks/sinon.ts';
import type { Site } from '../../project/model.ts';
import type { Origin } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Write } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/** Whether one of Sinon's sandboxes puts back only its own: `sandbox.restore()` leaves what `sinon.stub()` made, and `sinon.restore()` what a sandbox did. */
export function isOfOtherSandbox(restore: Site<Call>, { origin }: Pick<SharedWrite, 'origin'>, models: Models): boolean {
	const [one, other] = [sandboxOf(restore, models), sandboxOf(origin, models)];
	return one !== undefined && other !== undefined && one !== other;
}

/** `standard`: the one that the package itself is; `made`: one that is made of it. Undefined where nobody can tell. */
function sandboxOf({ fact, ...place }: Site<Call | Write>, { provenance }: Models): 'standard' | 'made' | undefined {
	if (!('callee' in fact)) return undefined;
	const kinds = new Set(provenance.origins(at(fact.callee, place)).map(kindOf));
	const [only] = kinds;
	return kinds.size === 1 ? only : undefined;
}

function kindOf({ from, steps }: Origin): 'standard' | 'made' | undefined {
	if (from !== sinonName) return undefined;
	return steps.some(({ kind }) => kind === 'call' || kind === 'construct') ? 'made' : 'standard';
}
