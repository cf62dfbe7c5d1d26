import type { SharedWrite } from '../../effects/state/shared-writes.ts';
import type { Hook, Suite, TestCase } from '../../framework/model.ts';
import { suitesAround } from '../../framework/suite-draft.ts';
import type { Site } from '../../project/model.ts';
import type { FunctionFacts } from '../../syntax/facts.ts';
import { isCertain } from '../aftermath.ts';
import type { Models, Scope } from '../models.ts';
import type { PutBacks } from './put-backs.ts';

/** How far a change reaches: to the tests of a suite that is not over yet, or beyond the file where files share a process. */
export interface Extent {
	readonly suite: Suite;
	readonly beyond: boolean;
}

/** The tests that may run with a change which a test or hook leaves behind. */
export class Victims {
	readonly #models: Models;
	readonly #putBacks: PutBacks;

	constructor(models: Models, putBacks: PutBacks) {
		this.#models = models;
		this.#putBacks = putBacks;
	}

	/** Whether a later test outside of a suite may run with the change. */
	areOutside(scope: Scope, write: SharedWrite, suite: Suite): boolean {
		return this.#models.tests.some(test => comesBehind(test, scope) && !isIn(test, suite) && !this.#isImmune(test, scope, write));
	}

	/** The tests of the file within reach that may run with the change: those that do not always make or undo it themselves. */
	within(scope: Scope, write: SharedWrite, { suite }: Extent): readonly TestCase[] {
		const isSame = (each: Suite): boolean =>
			'phase' in scope ? each === scope.suite : each.call !== undefined && each.call === scope.call;
		return this.#models.tests.filter(test => {
			if (!comesBehind(test, scope) || !isIn(test, suite) || [...suitesAround(test.suite)].some(isSame)) return false;
			return !this.#isImmune(test, scope, write);
		});
	}

	/** Whether a test makes the change anew or undoes it, itself or in a hook that runs behind the change. */
	#isImmune(test: TestCase, scope: Scope, write: SharedWrite): boolean {
		const isBefore = (hook: Hook): boolean => hook.phase.endsWith('each') || (hook.phase === 'before-all' && !isIn(scope, hook.suite));
		const makesAnew = (body: Site<FunctionFacts>, deep: boolean): boolean =>
			this.#putBacks.in(body, deep).some(each => each.undoes(write) && isCertain(body, each.site));
		return makesAnew(test.body, false) || test.hooks.filter(isBefore).some(({ body }) => makesAnew(body, true));
	}
}

/** A test that does not run. */
export function isLeftOut({ modifiers }: TestCase): boolean {
	return modifiers.has('skip') || modifiers.has('todo');
}

function comesBehind(test: TestCase, scope: Scope): boolean {
	return test !== scope && !isLeftOut(test) && !isEarlier(test, scope);
}

function isIn(scope: Scope, suite: Suite): boolean {
	return [...suitesAround(scope.suite)].includes(suite);
}

/** Whether a test is over before the one that makes the change begins, as files are written. */
function isEarlier(test: TestCase, scope: Scope): boolean {
	return 'framework' in scope && test.concurrency === 'none' && test.call.start < scope.call.start;
}
