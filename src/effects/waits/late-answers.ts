import type { Site } from '../../project/model.ts';
import { isTestSupport } from '../../project/test-support.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';

/**
 * Whether a timer is the latency of a function that a test hands to the code under test: what it runs calls back what that function was given to call.
 * `const run = wrap((data, callback) => { setTimeout(() => { assert.equal(data, 1); callback(); done(); }, 20); })`
 */
export function answersLate(provenance: Pick<Provenance, 'roots'>, timer: Site<Call>, { module, fact }: Site<FunctionFacts>): boolean {
	const handed = functionAt(timer.module, timer.fact.function);
	const taker = handed?.passedTo?.call;
	if (handed === undefined || taker === undefined || taker.form === 'new' || timer.module !== module) return false;
	const own = new Set(handed.parameters.flatMap(({ binding }) => binding ?? []));
	const answers = functionsWithin(module.facts, fact).some(({ calls }) =>
		calls.some(({ callee }) => callee.kind === 'reference' && own.has(callee.binding)),
	);
	return (
		answers &&
		provenance
			.roots(at(taker.callee, timer))
			.some(
				root =>
					root.kind === 'function' && root.path.length === 0 && root.site.module !== module && !isTestSupport(root.site.module),
			)
	);
}
