import { knownPutBacks } from '../../knowledge/known-put-backs.ts';
import type { Site } from '../../project/model.ts';
import { matchPattern, parsePattern } from '../../provenance/pattern.ts';
import { callStep } from '../../provenance/walk-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

const rows = knownPutBacks.flatMap(row => [row.from].flat().map(from => ({ from, pattern: parsePattern(row.path) })));

/** Whether it is known of a call what it puts back, and that no variable of the project is among it: `cleanup()`, `vi.restoreAllMocks()`, `localStorage.clear()`. */
export function putsBackOtherThings({ framework, provenance }: Models, call: Site<Call>): boolean {
	const kinds = framework.kindsPutBackBy(call);
	if (kinds.length > 0) return !kinds.includes('modules');
	const origins = provenance.origins(at(call.fact.callee, call)).map(({ from, steps }) => ({ from, steps: [...steps, callStep(call)] }));
	return origins.length > 0 && origins.every(origin => rows.some(({ from, pattern }) => from === origin.from && matchPattern(pattern, origin)?.length === origin.steps.length));
}
