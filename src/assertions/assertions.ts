import { timerGlobals } from '../knowledge/schedules.ts';
import type { Module, Site } from '../project/model.ts';
import { entered } from '../provenance/frames.ts';
import type { Origin, Root } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { callStep } from '../provenance/walk-value.ts';
import { at, seenThrough } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { functionsDirectlyIn, functionsWithin } from '../syntax/functions-within.ts';
import { MayAssert } from './may-assert.ts';
import type { Assertion } from './model.ts';
import { normalForm } from './normal-form.ts';
import { offerOf } from './offered.ts';
import { canBeCalled, isPolled, retriedBy, retriesArgument } from './retry.ts';
import { isTestCode } from './test-code.ts';
import { throwsForCaller, thrownAssertions } from './thrown.ts';
import { type AssertionOptions, assertionAt } from './written.ts';

/** What the tests of one file claim. */
export interface Assertions {
	/** The assertions written in a function and in the functions inside it, in source order. */
	in(site: Site<FunctionFacts>, isApart?: IsApart): readonly Assertion[];
	/**
	 * Those too that the project's functions make which it calls, however deep: such an assertion stands in the other function, and
	 * `enteredBy` tells the way there.
	 */
	within(site: Site<FunctionFacts>, isApart?: IsApart): readonly Assertion[];
}

/** Functions inside that are asked for on their own, such as a subtest's. */
export type IsApart = (facts: FunctionFacts) => boolean;

/** How many calls of the project's functions are entered for one question. */
const maxEntered = 200;
const maxDepth = 5;

/** How many of the ways in which one call may enter one function are looked at: `context = createContext()` in each of many tests. */
const maxVariants = 3;

export function createAssertions(provenance: Provenance, options: AssertionOptions = {}): Assertions {
	const terms = new Map<Module, Pick<Terms, 'options' | 'mayAssert'>>();
	const termsOf = (home: Module): Pick<Terms, 'options' | 'mayAssert'> => {
		const { isTestCode: isOther = isTestCode } = options;
		const own: AssertionOptions = { ...options, isTestCode: module => module === home || isOther(module) };
		const known = terms.get(home) ?? { options: own, mayAssert: new MayAssert(home, provenance, own) };
		terms.set(home, known);
		return known;
	};
	const collect = (start: Site<FunctionFacts>, follows: boolean, isApart: IsApart = () => false): readonly Assertion[] => {
		const search = new Search({ provenance, start, follows, isApart, ...termsOf(start.module) });
		search.visit(start, { retried: false, throws: true });
		return search.found.toSorted((one, other) => startOf(one, start) - startOf(other, start));
	};
	return {
		in: (site, isApart) => collect(site, false, isApart),
		within: (site, isApart) => collect(site, true, isApart),
	};
}

/**
 * The calls of the project's functions that lead from the test's body to the assertion, the test's own first; empty where the test makes it
 * itself, be the test handed to a helper that defines it or not.
 */
export function enteredBy({ site }: Assertion, body: Site<FunctionFacts>): readonly Site<Call>[] {
	const calls: Site<Call>[] = [];
	for (let inner = site.frame; inner?.call !== undefined && inner !== body.frame; inner = inner.call.frame) calls.unshift(inner.call);
	return calls;
}

function startOf(assertion: Assertion, body: Site<FunctionFacts>): number {
	return (enteredBy(assertion, body)[0] ?? assertion.site).fact.start;
}

/** What a search was asked. */
interface Terms {
	readonly provenance: Provenance;
	readonly options: AssertionOptions;
	readonly mayAssert: MayAssert;
	readonly start: Site<FunctionFacts>;
	readonly follows: boolean;
	readonly isApart: IsApart;
}

interface Circumstances {
	readonly retried: boolean;
	/** A `throw` of its own fails the test. */
	readonly throws: boolean;
}

type Entered = Extract<Root, { kind: 'function' }>;

/** One walk from a function through all that it runs. */
class Search {
	readonly found: Assertion[] = [];
	readonly #by: Terms;
	/** Functions that a retrying call was seen to run. */
	readonly #retried = new Set<FunctionFacts>();
	/** Functions inside the first one that were looked at through a call of theirs. */
	readonly #entered = new Set<FunctionFacts>();
	#budget = maxEntered;
	#methods: readonly string[] | undefined;

	constructor(by: Terms) {
		this.#by = by;
	}

	visit(site: Site<FunctionFacts>, circumstances: Circumstances): void {
		for (const call of site.fact.calls) this.#visitCall(at(call, site), site, circumstances);
		for (const { value, region } of [...site.fact.returns, ...site.fact.awaits, ...site.fact.reads]) {
			if (value.kind === 'member')
				this.#read(at(value, site), this.#by.provenance.origins(at(value, site)), this.#isRetried(site, region, circumstances));
		}
		if (circumstances.throws) {
			for (const thrown of thrownAssertions(site))
				this.found.push({ ...normalForm(thrown, this.#by.provenance), retried: circumstances.retried });
		}
		this.#visitInside(site, circumstances);
	}

	/** Functions that are handed over come before named ones, which they may call. */
	#visitInside(site: Site<FunctionFacts>, circumstances: Circumstances): void {
		const inside = functionsDirectlyIn(site.module.facts, site.fact).filter(facts => !this.#by.isApart(facts));
		const [handed, named] = [
			inside.filter(facts => facts.passedTo !== undefined),
			inside.filter(facts => facts.passedTo === undefined),
		];
		for (const facts of handed) this.#visitInner(at(facts, site), circumstances);
		for (const facts of named) {
			if (!this.#entered.has(facts) && !this.#isOnlyOffered(site, facts)) this.#visitInner(at(facts, site), circumstances);
		}
	}

	/** What a helper that is called only gives to the test, which calls some of it, runs where the test does. */
	#isOnlyOffered({ module, fact, frame }: Site<FunctionFacts>, inner: FunctionFacts): boolean {
		if (frame === this.#by.start.frame || frame?.function !== fact) return false;
		const { names, functions } = offerOf(module.facts, fact);
		return functions.has(inner) && this.#calledMethods.some(name => names.has(name));
	}

	/** The names of the methods that the first function calls, those inside it included. */
	get #calledMethods(): readonly string[] {
		const { module, fact } = this.#by.start;
		return (this.#methods ??= functionsWithin(module.facts, fact).flatMap(({ calls }) =>
			calls.flatMap(({ callee }) => (callee.kind === 'member' && typeof callee.property === 'string' ? [callee.property] : [])),
		));
	}

	#visitInner(site: Site<FunctionFacts>, { retried, throws }: Circumstances): void {
		const again = this.#retried.has(site.fact);
		this.visit(site, { retried: (retried && !runsLater(site.fact)) || again, throws: throws && (again || throwsForCaller(site.fact)) });
	}

	#visitCall(call: Site<Call>, site: Site<FunctionFacts>, circumstances: Circumstances): void {
		if (call.frame !== undefined && !this.#by.mayAssert.askCall({ module: call.module, fact: call.fact })) return;
		const roots = this.#by.provenance.roots(at(call.fact.callee, call));
		const origins = roots.flatMap(root => (root.kind === 'origin' ? [called(root.origin, call)] : []));
		const retried = this.#isRetried(site, call.fact.region, circumstances);
		const callbacks = origins.flatMap(retriedBy);
		if (callbacks.length === 0) this.#read(call, origins, retried);
		for (const callback of callbacks) this.#visitRetried(callback, call);
		const functions = roots.filter((root): root is Entered => root.kind === 'function' && root.path.length === 0);
		for (const [index, root] of functions.entries()) {
			if (functions.slice(0, index).filter(({ site: { fact } }) => fact === root.site.fact).length < maxVariants)
				this.#visitCalled(root, call, retried);
		}
	}

	#isRetried({ fact }: Site<FunctionFacts>, region: number | undefined, { retried }: Circumstances): boolean {
		return retried || isPolled(fact, region);
	}

	#read(site: Site<Value>, origins: readonly Origin[], retried: boolean): void {
		const assertion = assertionAt(site, origins, this.#by.provenance, this.#by.options);
		if (assertion !== undefined) this.found.push(retried ? { ...assertion, retried } : assertion);
	}

	/** A function that is handed to what retries: one written here is come to later, another is entered. */
	#visitRetried(callback: Site<Value>, call: Site<Call>): void {
		for (const root of this.#by.provenance.roots(callback)) {
			if (root.kind !== 'function' || root.path.length > 0) continue;
			this.#retried.add(root.site.fact);
			if (!this.#isInside(root.site)) this.#enter(root, call, true);
		}
	}

	#visitCalled(called: Entered, call: Site<Call>, retried: boolean): void {
		call.fact.args.forEach((argument, index) => {
			if (canBeCalled(argument) && retriesArgument(called.site, index)) this.#visitRetried(at(argument, call), call);
		});
		if (called.site.fact.passedTo === undefined || !this.#isInside(called.site)) this.#enter(called, call, retried);
	}

	#enter({ site, receiver }: Entered, call: Site<Call>, retried: boolean): void {
		const throws = this.#by.mayAssert.throwsFor(call, site);
		if (!this.#by.follows || this.#budget <= 0 || (call.frame?.depth ?? 0) >= maxDepth || !(throws || this.#by.mayAssert.ask(site)))
			return;
		const frame = entered(site, call, receiver);
		if (frame === undefined) return;
		this.#budget--;
		this.#entered.add(site.fact);
		this.visit(seenThrough(site, frame), { retried: retried || this.#retried.has(site.fact), throws });
	}

	#isInside({ module, fact }: Site<FunctionFacts>): boolean {
		return module === this.#by.start.module && fact.start >= this.#by.start.fact.start && fact.end <= this.#by.start.fact.end;
	}
}

function called(origin: Origin, call: Site<Call>): Origin {
	return { from: origin.from, steps: [...origin.steps, callStep(call)] };
}

/** A timer's own function: what it throws, nobody who called what set the timer can catch. */
function runsLater({ passedTo }: FunctionFacts): boolean {
	return passedTo?.call.callee.kind === 'global' && timerGlobals.has(passedTo.call.callee.name) && passedTo.call.usage === 'discarded';
}
