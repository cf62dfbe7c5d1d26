import { PutBacks, isOf } from './put-backs.ts';
import { type Extent, Victims, isLeftOut } from './victims.ts';
import { isHelpersOwn } from './helper-writes.ts';
import type { SharedWrite } from '../../effects/state/shared-writes.ts';
import type { OuterHook, Suite, TestCase } from '../../framework/model.ts';
import { suitesAround } from '../../framework/suite-draft.ts';
import type { Site } from '../../project/model.ts';
import { definitionsOf } from '../../syntax/definitions.ts';
import type { FunctionFacts, Span } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { type Aftermath, aftermathOf, isCertain, isInFinally, mayFailBetween } from '../aftermath.ts';
import { isTakenBefore } from './handed-fixtures.ts';
import type { Models, Scope } from '../models.ts';
import { isOfOtherSandbox } from './sandboxes.ts';

/** A change of shared settings that other tests see once the test or hook that made it is over. */
export interface LastingWrite {
	readonly scope: Scope;
	readonly write: SharedWrite;
	/**
	 * `never`: nothing puts it back; `end`: only the end of the test does, which a failing assertion does not reach; `late`: only the
	 * end of the suite does; `resaved`: what the end of the suite puts back was saved anew before each test; `before`: nothing puts it back, and only
	 * tests in front of it look at it, which come behind it in another order.
	 */
	readonly left: 'never' | 'end' | 'late' | 'resaved' | 'before';
	/** What puts it back at the end of the test. */
	readonly putBack: Span | undefined;
	/** The tests of the file that may run with the change. */
	readonly victims: readonly TestCase[];
}

/** Of several writes to the same state in one test or hook, the first. */
export function* lastingWrites(
	models: Models,
	asked: (write: SharedWrite, models: Models, scope: Scope) => boolean,
): Iterable<LastingWrite> {
	const search = new Search(models, asked);
	for (const scope of models.scopes) yield* search.in(scope);
}

class Search {
	readonly #models: Models;
	readonly #putBacks: PutBacks;
	readonly #victims: Victims;
	readonly #isShared: boolean;
	readonly #asked: (write: SharedWrite, models: Models, scope: Scope) => boolean;

	constructor(models: Models, asked: (write: SharedWrite, models: Models, scope: Scope) => boolean) {
		this.#models = models;
		this.#asked = asked;
		this.#putBacks = new PutBacks(models);
		this.#victims = new Victims(models, this.#putBacks);
		this.#isShared = models.framework.fileRun === 'one process';
	}

	*in(scope: Scope): Iterable<LastingWrite> {
		if ('phase' in scope ? scope.phase.startsWith('after') : isLeftOut(scope)) return;
		const writes = this.#models.effects.testWritesIn(scope.body).filter(write => this.#asked(write, this.#models, scope));
		const first = writes.filter(
			(write, index) => !writes.slice(0, index).some(earlier => write.key === earlier.key || write.key.startsWith(`${earlier.key}.`)),
		);
		if (first.length === 0) return;
		const aftermath = aftermathOf(scope, this.#models);
		for (const write of first.filter(each => !isHelpersOwn(this.#models, this.#putBacks, scope, each))) {
			const found = this.#left(scope, write, aftermath);
			if (found !== undefined) yield { scope, write, ...found };
		}
	}

	#left(scope: Scope, write: SharedWrite, aftermath: Aftermath): Omit<LastingWrite, 'scope' | 'write'> | undefined {
		if (
			this.#isDisposed(scope, write) ||
			this.#endsItself(write) ||
			this.#isPutBackAnyway(scope, write) ||
			aftermath.each.some(body => this.#putBacks.undoes(body, write))
		)
			return undefined;
		const later = this.#putBacks.in(scope.body).filter(each => !each.anew && each.site.start > write.site.start && each.undoes(write));
		if (later.some(({ site }) => isInFinally(scope.body, site))) return undefined;
		const inside = this.#nestedPutBack(scope, write);
		const putBack = later.at(-1)?.site ?? inside;
		if (putBack !== undefined && !mayFailBetween(scope, write.site, putBack, this.#models)) return undefined;
		const ends = aftermath.all.filter(({ body }) => this.#putBacks.undoes(body, write));
		const resaved = ends.length > 0 && ends.every(({ body }) => this.#isResaved(scope, body, write));
		const anew = this.#madeAnewIn(scope, write);
		if (anew !== undefined && !this.#victims.areOutside(scope, write, anew)) return undefined;
		const extent: Extent =
			resaved || ends.length === 0
				? { suite: this.#models.framework.root, beyond: this.#isShared }
				: { suite: innermost(ends), beyond: false };
		const victims = this.#victims.within(scope, write, extent);
		if (!extent.beyond && victims.length === 0)
			return putBack === undefined && ends.length === 0 && write.row === undefined && isTakenBefore(write, scope, this.#models)
				? { left: 'before', putBack, victims }
				: undefined;
		const left = putBack !== undefined ? 'end' : resaved ? 'resaved' : ends.length > 0 ? 'late' : 'never';
		return { left, putBack, victims };
	}

	/** By the runner or its configuration, or by what a hook does around each test. */
	#isPutBackAnyway(scope: Scope, write: SharedWrite): boolean {
		const test = 'framework' in scope ? scope : this.#models.tests.find(each => [...suitesAround(each.suite)].includes(scope.suite));
		if (test === undefined) return false;
		const restored = this.#models.framework
			.restoresAround(test)
			.flatMap(({ what, by }) => (by.kind === 'hook' && isOfOtherSandbox(by.call, write, this.#models) ? [] : [what]));
		return isOf(restored, write);
	}

	/** The widest suite before whose tests a hook takes it away, whatever the tests did; the whole file where the hook gives it a value of its own, which then stays itself. */
	#madeAnewIn(scope: Scope, write: SharedWrite): Suite | undefined {
		const { root } = this.#models.framework;
		const inFile = 'framework' in scope ? [...suitesAround(scope.suite)].flatMap(suite => suite.hooks) : [];
		const hooks: readonly (OuterHook & { readonly suite?: Suite })[] = [...this.#models.framework.outerHooks, ...inFile];
		const suites = hooks
			.filter(({ phase }) => phase === 'before-each' || phase === 'around-each')
			.flatMap(({ body, suite = root }) => {
				const undoing = this.#putBacks.in(body, true).filter(each => each.undoes(write) && isCertain(body, each.site));
				return undoing.length === 0 ? [] : [undoing.some(each => each.write?.value !== undefined) ? root : suite];
			});
		return suites.includes(root)
			? root
			: suites.sort((one, other) => [...suitesAround(one)].length - [...suitesAround(other)].length)[0];
	}

	/** `using clock = new FakeTime()`. */
	#isDisposed({ body: { module } }: Scope, { site }: SharedWrite): boolean {
		return module.facts.bindings.some(
			({ disposed, definitions }) =>
				disposed === true &&
				definitions.some(each => each.kind === 'value' && each.value.start <= site.start && site.end <= each.value.end),
		);
	}

	/** A stand-in that puts the earlier one back when it is called: `console.log = line => { console.log = log; … }`. */
	#endsItself(write: SharedWrite): boolean {
		const { value } = write;
		return (
			value !== undefined &&
			this.#models.provenance
				.roots(value)
				.some(
					root =>
						root.kind === 'function' && root.path.length === 0 && this.#putBacks.in(root.site).some(each => each.undoes(write)),
				)
		);
	}

	/** What a callback inside the test puts back. */
	#nestedPutBack({ body }: Scope, write: SharedWrite): Span | undefined {
		const nested = functionsWithin(body.module.facts, { start: write.site.end + 1, end: body.fact.end });
		for (const fact of nested) {
			const found = this.#putBacks.in({ module: body.module, fact }).find(each => each.undoes(write));
			if (found !== undefined) return found.site;
		}
		return undefined;
	}

	/** Whether what is put back in the end is a variable that the hook before each test saves the state into. */
	#isResaved(scope: Scope, body: Site<FunctionFacts>, write: SharedWrite): boolean {
		if (!('phase' in scope) || scope.phase !== 'before-each') return false;
		const own = scope.body.module.facts.functions.indexOf(scope.body.fact);
		return this.#putBacks.in(body, true).every(each => {
			const value = each.undoes(write) ? each.write?.value : undefined;
			if (value === undefined) return !each.undoes(write);
			const definitions = definitionsOf(value.module.facts, value.fact);
			return definitions.some(
				each =>
					each.kind === 'value' &&
					each.function === own &&
					each.start < write.site.start &&
					(each.value.kind === 'member' || each.value.kind === 'global'),
			);
		});
	}
}

function innermost(ends: Aftermath['all']): Suite {
	const depth = (suite: Suite): number => [...suitesAround(suite)].length;
	return ends.map(({ suite }) => suite).reduce((one, other) => (depth(other) > depth(one) ? other : one));
}
