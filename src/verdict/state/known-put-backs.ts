import { knownPutBacks } from '../../knowledge/known-put-backs.ts';
import type { Site } from '../../project/model.ts';
import { matchPattern, parsePattern } from '../../provenance/pattern.ts';
import { callStep } from '../../provenance/walk-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

const rows = knownPutBacks.flatMap(row => [row.from].flat().map(from => ({ from, pattern: parsePattern(row.path) })));

/** The calls in a hook of which it is known what they put back, and that no variable of the project is among it: `cleanup()`, `vi.restoreAllMocks()`, `localStorage.clear()`. */
export function isOfOtherThings(models: Models, body: Site<FunctionFacts>): (call: Site<Call>) => boolean {
	const known = new Map(models.framework.putBackIn(body).map(({ call, what }) => [call.fact, what]));
	return call => {
		const kinds = known.get(call.fact);
		return kinds === undefined ? isOfRow(models, call) : !kinds.includes('modules');
	};
}

function isOfRow({ provenance }: Models, call: Site<Call>): boolean {
	const origins = provenance.origins(at(call.fact.callee, call)).map(({ from, steps }) => ({ from, steps: [...steps, callStep(call)] }));
	return (
		origins.length > 0 &&
		origins.every(origin =>
			rows.some(({ from, pattern }) => from === origin.from && matchPattern(pattern, origin)?.length === origin.steps.length),
		)
	);
}
