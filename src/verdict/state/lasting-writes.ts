import { isFailure } from '../../effects/waits/raced-timers.ts';
import type { SharedWrite } from '../../effects/state/shared-writes.ts';
import type { Hook, OuterHook, Suite, TestCase } from '../../framework/model.ts';
import { suitesAround } from '../../framework/suite-draft.ts';
import { BySite } from '../../project/by-site.ts';
import type { Module, Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { type Aftermath, aftermathOf, functionsIn, isCertain, isInFinally, mayFailBetween, regionsAt, registeredIn } from '../aftermath.ts';
import { isTakenBefore } from './handed-fixtures.ts';
import { isHarmlessSpy, looksAt } from './harmless-spies.ts';
import type { Models, Scope } from '../models.ts';
import { type PutBackAt, isCarriedOn, isOf, putBacksIn } from './put-backs.ts';
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
	/**
	 * It changes nothing for others but what a spy remembers, and no other test of the file looks at that (no later one, where the end of the test puts it
	 * back), or the other tests that are about it set it themselves.
	 */
	readonly unseen: boolean;
}

/** Of several writes to the same state in one test or hook, the first. */
export function* lastingWrites(models: Models, asked: (write: SharedWrite, models: Models, scope: Scope) => boolean): Iterable<LastingWrite> {
	const search = new Search(models, asked);
	for (const scope of models.scopes) yield* search.in(scope);
}

/** How far a change reaches: to the tests of a suite that is not over yet, or beyond the file where files share a process. */
interface Extent {
	readonly suite: Suite;
	readonly beyond: boolean;
}

class Search {
	readonly #models: Models;
	readonly #putBacks = { deep: new BySite<FunctionFacts, readonly PutBackAt[]>(), own: new BySite<FunctionFacts, readonly PutBackAt[]>() };
	readonly #isShared: boolean;
	readonly #asked: (write: SharedWrite, models: Models, scope: Scope) => boolean;

	constructor(models: Models, asked: (write: SharedWrite, models: Models, scope: Scope) => boolean) {
		this.#models = models;
		this.#asked = asked;
		this.#isShared = models.framework.fileRun === 'one process';
	}

	*in(scope: Scope): Iterable<LastingWrite> {
		if ('phase' in scope ? scope.phase.startsWith('after') : isLeftOut(scope)) return;
		const writes = this.#models.effects.testWritesIn(scope.body).filter(write => this.#asked(write, this.#models, scope));
		const first = writes.filter((write, index) => !writes.slice(0, index).some(earlier => write.key === earlier.key || write.key.startsWith(`${earlier.key}.`)));
		if (first.length === 0) return;
		const aftermath = aftermathOf(scope, this.#models);
		for (const write of first.filter(each => !this.#isHelpersOwn(scope, each))) {
			const found = this.#left(scope, write, aftermath);
			if (found !== undefined) yield { scope, write, ...found };
		}
	}

	#left(scope: Scope, write: SharedWrite, aftermath: Aftermath): Omit<LastingWrite, 'scope' | 'write'> | undefined {
		if (this.#isDisposed(scope, write) || this.#endsItself(write) || this.#isPutBackAnyway(scope, write) || aftermath.each.some(body => this.#undoes(body, write))) return undefined;
		const later = this.#putBacksIn(scope.body).filter(each => !each.anew && each.site.start > write.site.start && each.undoes(write));
		if (later.some(({ site }) => isInFinally(scope.body, site))) return undefined;
		const inside = this.#nestedPutBack(scope, write);
		const putBack = later.at(-1)?.site ?? inside;
		if (putBack !== undefined && !mayFailBetween(scope, write.site, putBack, this.#models)) return undefined;
		const ends = aftermath.all.filter(({ body }) => this.#undoes(body, write));
		const resaved = ends.length > 0 && ends.every(({ body }) => this.#isResaved(scope, body, write));
		const anew = this.#madeAnewIn(scope, write);
		if (anew !== undefined && !this.#isSeenOutside(scope, write, anew)) return undefined;
		const extent: Extent = resaved || ends.length === 0 ? { suite: this.#models.framework.root, beyond: this.#isShared } : { suite: innermost(ends), beyond: false };
		if (!this.#hasVictim(scope, write, extent)) return putBack === undefined && ends.length === 0 && write.row === undefined && isTakenBefore(write, scope, this.#models) ? { left: 'before', putBack, unseen: true } : undefined;
		const left = putBack !== undefined ? 'end' : resaved ? 'resaved' : ends.length > 0 ? 'late' : 'never';
		const isLooker = (test: TestCase): boolean => test !== scope && (left !== 'end' || test.call.start >= scope.call.start) && !isLeftOut(test) && looksAt(test, write, this.#models);
		return { left, putBack, unseen: (isHarmlessSpy(write) && !this.#models.tests.some(isLooker)) || (left === 'never' && this.#isSetByOthers(scope, write)) };
	}

	/** Whether a helper may leave it out, or puts it back itself; an assertion that something throws may be handed a write that fails. */
	#isHelpersOwn({ body }: Scope, { origin, ...write }: SharedWrite): boolean {
		const { module, fact } = origin;
		const owner = module.facts.functions[fact.function];
		if (owner === undefined) return true;
		if (owner.passedTo !== undefined && throwing.test(nameOf(owner.passedTo.call, module))) return true;
		if ('callee' in fact && isMeantToFail({ module, fact: owner }, fact)) return true;
		if (module === body.module && fact.start >= body.fact.start && fact.end <= body.fact.end) return false;
		const inside = (helper: Site<FunctionFacts>): readonly PutBackAt[] => functionsIn(helper).flatMap(each => this.#putBacksIn(at(each, helper)));
		const undoes = (helper: Site<FunctionFacts>, after: number): boolean => inside(helper).some(each => each.site.start > after && each.undoes({ origin, ...write })) || registeredIn(helper, this.#models).some(body => this.#undoes(body, { origin, ...write }));
		const helper = { module, fact: owner };
		return !isCertain(helper, fact) || undoes(helper, fact.start) || helpersOn(origin).some(each => undoes(each.helper, each.after));
	}

	/** By the runner or its configuration, or by what a hook does around each test. */
	#isPutBackAnyway(scope: Scope, write: SharedWrite): boolean {
		const test = 'framework' in scope ? scope : this.#models.tests.find(each => [...suitesAround(each.suite)].includes(scope.suite));
		return test !== undefined && isOf(this.#models.framework.restoresAround(test).flatMap(({ what, by }) => (by.kind === 'hook' && isOfOtherSandbox(by.call, write, this.#models) ? [] : [what])), write);
	}

	/** The widest suite before whose tests a hook takes it away, whatever the tests did; the whole file where the hook gives it a value of its own, which then stays itself. */
	#madeAnewIn(scope: Scope, write: SharedWrite): Suite | undefined {
		const { root } = this.#models.framework;
		const inFile = 'framework' in scope ? [...suitesAround(scope.suite)].flatMap(suite => suite.hooks) : [];
		const hooks: readonly (OuterHook & { readonly suite?: Suite })[] = [...this.#models.framework.outerHooks, ...inFile];
		const suites = hooks.filter(({ phase }) => phase === 'before-each' || phase === 'around-each').flatMap(({ body, suite = root }) => {
			const undoing = this.#putBacksIn(body, true).filter(each => each.undoes(write) && isCertain(body, each.site));
			return undoing.length === 0 ? [] : [undoing.some(each => each.write?.value !== undefined) ? root : suite];
		});
		return suites.includes(root) ? root : suites.sort((one, other) => [...suitesAround(one)].length - [...suitesAround(other)].length)[0];
	}

	/** Whether a later test outside of a suite may run with the change. */
	#isSeenOutside(scope: Scope, write: SharedWrite, suite: Suite): boolean {
		return this.#models.tests.some(test => test !== scope && !isLeftOut(test) && !isEarlier(test, scope) && ![...suitesAround(test.suite)].includes(suite) && !this.#isImmune(test, scope, write));
	}

	/** `using clock = new FakeTime()`. */
	#isDisposed({ body: { module } }: Scope, { site }: SharedWrite): boolean {
		return module.facts.bindings.some(({ disposed, definitions }) => disposed === true && definitions.some(each => each.kind === 'value' && each.value.start <= site.start && site.end <= each.value.end));
	}

	/** A stand-in that puts the earlier one back when it is called: `console.log = line => { console.log = log; … }`. */
	#endsItself(write: SharedWrite): boolean {
		const { value } = write;
		return value !== undefined && this.#models.provenance.roots(value).some(root => root.kind === 'function' && root.path.length === 0 && this.#putBacksIn(root.site).some(each => each.undoes(write)));
	}

	#undoes(body: Site<FunctionFacts>, write: SharedWrite): boolean {
		return this.#putBacksIn(body).some(each => each.undoes(write)) || this.#putBacksIn(body, true).some(each => each.undoes(write));
	}

	#putBacksIn(body: Site<FunctionFacts>, deep = false): readonly PutBackAt[] {
		return this.#putBacks[deep ? 'deep' : 'own'].of(body, () => putBacksIn(body, this.#models, deep));
	}

	/** What a callback inside the test puts back. */
	#nestedPutBack({ body }: Scope, write: SharedWrite): Span | undefined {
		const nested = functionsWithin(body.module.facts, { start: write.site.end + 1, end: body.fact.end });
		for (const fact of nested) {
			const found = this.#putBacksIn({ module: body.module, fact }).find(each => each.undoes(write));
			if (found !== undefined) return found.site;
		}
		return undefined;
	}

	/** Whether what is put back in the end is a variable that the hook before each test saves the state into. */
	#isResaved(scope: Scope, body: Site<FunctionFacts>, write: SharedWrite): boolean {
		if (!('phase' in scope) || scope.phase !== 'before-each') return false;
		const own = scope.body.module.facts.functions.indexOf(scope.body.fact);
		return this.#putBacksIn(body, true).every(each => {
			const value = each.undoes(write) ? each.write?.value : undefined;
			if (value === undefined) return !each.undoes(write);
			const definitions = value.fact.kind === 'reference' ? (value.module.facts.bindings[value.fact.binding]?.definitions ?? []) : [];
			return definitions.some(each => each.kind === 'value' && each.function === own && each.start < write.site.start && (each.value.kind === 'member' || each.value.kind === 'global'));
		});
	}

	/** Whether a test within reach may run with the change: one that does not always make or undo it itself. */
	#hasVictim(scope: Scope, write: SharedWrite, { suite, beyond }: Extent): boolean {
		if (beyond) return true;
		return this.#models.tests.some(test => {
			if (test === scope || isLeftOut(test) || isEarlier(test, scope) || ![...suitesAround(test.suite)].includes(suite)) return false;
			if ([...suitesAround(test.suite)].some(each => ('phase' in scope ? each === scope.suite : each.call !== undefined && each.call === scope.call))) return false;
			return !this.#isImmune(test, scope, write);
		});
	}

	/** Whether other tests set it themselves: who looks at it does so, as far as the file tells. A clock is looked at by all. */
	#isSetByOthers(scope: Scope, write: SharedWrite): boolean {
		if ('phase' in scope || write.row?.target === 'clock' || isHarmlessSpy(write)) return false;
		return this.#models.tests.some(test => test !== scope && !isLeftOut(test) && this.#models.effects.testWritesIn(test.body).some(each => each.act === 'set' && each.key === write.key && !isCarriedOn(each, write)));
	}

	#isImmune(test: TestCase, scope: Scope, write: SharedWrite): boolean {
		const isBefore = (hook: Hook): boolean => hook.phase.endsWith('each') || (hook.phase === 'before-all' && ![...suitesAround(scope.suite)].includes(hook.suite));
		const makesAnew = (body: Site<FunctionFacts>, deep: boolean): boolean => this.#putBacksIn(body, deep).some(each => each.undoes(write) && isCertain(body, each.site));
		return makesAnew(test.body, false) || test.hooks.filter(isBefore).some(({ body }) => makesAnew(body, true));
	}
}

function isLeftOut({ modifiers }: TestCase): boolean {
	return modifiers.has('skip') || modifiers.has('todo');
}

/** Whether a test is over before the one that makes the change begins, as files are written. */
function isEarlier(test: TestCase, scope: Scope): boolean {
	return 'framework' in scope && test.concurrency === 'none' && test.call.start < scope.call.start;
}

function innermost(ends: Aftermath['all']): Suite {
	const depth = (suite: Suite): number => [...suitesAround(suite)].length;
	return ends.map(({ suite }) => suite).reduce((one, other) => (depth(other) > depth(one) ? other : one));
}

/** The functions that were entered on the way from a test to a write, that of the write itself left out, and where each went on. */
function helpersOn({ frame }: SharedWrite['origin']): readonly { readonly helper: Site<FunctionFacts>; readonly after: number }[] {
	const call = frame?.call;
	const outer = call?.frame;
	return outer === undefined || call === undefined ? [] : [{ helper: { module: outer.module, fact: outer.function }, after: call.fact.start }, ...helpersOn(call)];
}

/** `try { set('unknown', 1); assert.fail(); } catch {}`: had the call done anything, the test would fail. */
function isMeantToFail(body: Site<FunctionFacts>, { end }: Span): boolean {
	const [next] = body.fact.calls.filter(({ start }) => start >= end).sort((one, other) => one.start - other.start);
	return next !== undefined && isFailure(next) && regionsAt(body, { start: end, end: next.end }).some(({ kind }) => kind === 'try');
}

/** Words for assertions that something fails. */
const throwing = /throw|reject|raise/i;

function nameOf({ callee }: Call, { facts }: Module): string {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? callee.property : '';
	return callee.kind === 'reference' ? (facts.bindings[callee.binding]?.name ?? '') : '';
}
