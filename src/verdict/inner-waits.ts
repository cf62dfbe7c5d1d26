import type { Site } from '../project/model.ts';
import { entered } from '../provenance/frames.ts';
import { at, seenThrough } from '../provenance/walker.ts';
import type { Call, Value } from '../syntax/facts.ts';
import type { Models } from './models.ts';

/** What a function of the linted file waits for when a call runs it; nothing where the call may be of something else. */
export function innerWaits({ provenance, module }: Models, call: Site<Call>): readonly Site<Value>[] {
	const [root, ...others] = call.fact.form === 'call' ? provenance.roots(at(call.fact.callee, call)) : [];
	if (root?.kind !== 'function' || root.path.length > 0 || root.site.module !== module || root.site.fact.generator || others.length > 0)
		return [];
	const frame = entered(root.site, call, root.receiver);
	if (frame === undefined) return [];
	const inside = seenThrough(root.site, frame);
	const { awaits, returns } = root.site.fact;
	return [...awaits, ...returns.filter(({ value }) => value.kind !== 'literal')].map(({ value }) => at(value, inside));
}
