import type { Suite } from '../../framework/model.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Call, Span } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Scope } from '../models.ts';

/**
 * Whether a wait is the last thing that a file of tests does: it ends a hook behind all of the tests, which claims nothing, and no other suite follows. No verdict is left
 * that could hang on it; it lets connections close, or keeps a runner from complaining of them.
 */
export function isLastOfFile(wait: Span, scope: Scope, sleeps: readonly Span[], claims: readonly Claim[]): boolean {
	if (!('phase' in scope) || scope.phase !== 'after-all' || claims.length > 0) return false;
	if (isOfTest(scope.suite, scope.call)) return false;
	const { calls, writes } = scope.body.fact;
	const behind = [...calls, ...writes].filter(({ start }) => start >= wait.end);
	return isLast(scope.suite) && behind.every(each => sleeps.some(sleep => holds(sleep, each)));
}

/** Whether no test and no suite of the file stands behind a suite. */
function isLast({ call, parent }: Suite): boolean {
	if (parent === undefined) return true;
	if (call === undefined) return false;
	return [...parent.tests, ...parent.suites].every(each => each.call === undefined || each.call.start <= call.start) && isLast(parent);
}

/** Whether a hook stands in a test, of which more may follow: `t.after(…)`. */
function isOfTest({ body, parent }: Suite, hook: Call): boolean {
	const around = functionAt(body.module, hook.function);
	return around !== body.fact || parent?.tests.some(test => test.body.fact === around) === true;
}
