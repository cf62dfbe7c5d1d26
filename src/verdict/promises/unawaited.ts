import { runsOn } from '../../effects/waits/endless.ts';
import type { Promised } from '../../effects/waits/promised.ts';
import { closings, unheardFailures } from '../../knowledge/ending-words.ts';
import type { Site } from '../../project/model.ts';
import { isTestSupport } from '../../project/test-support.ts';
import { entered } from '../../provenance/frames.ts';
import type { Root } from '../../provenance/model.ts';
import { at, seenThrough } from '../../provenance/walker.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { functionsDirectlyIn } from '../../syntax/functions-within.ts';
import { isClosingOfCaller, isForgotten, isNamedWait, nameOfCallee } from './dropped-calls.ts';
import { type DroppedPromise, droppedPromise, holdsClaims } from './dropped-promises.ts';
import { dropIn } from './helper-drops.ts';
import { isExpected } from './beside-ends.ts';
import { isAwaitedAsList } from './awaited-lists.ts';
import { type LostClaim, claimsLostIn } from './lost-claims.ts';
import { isJoined, isOfList } from './list-callbacks.ts';
import { isCountedUntilTimer } from './counted-claims.ts';
import { addsToRequest } from './added-to-requests.ts';
import { type Course, type CourseCall, type Harm, Harms } from './harms.ts';
import { isStubbedCall } from './stubbed-calls.ts';
import { runsAsPart } from './what-follows.ts';
import type { Models, Scope } from '../models.ts';
import { isToldByParameter } from './unheard-callbacks.ts';

/** A promise of a test or hook that nobody waits for, and what that does to the test. */
export interface Unawaited extends DroppedPromise {
	readonly scope: Scope;
	/** In the linted file. */
	readonly call: Call;
	/** The function that it stands in. */
	readonly inside: FunctionFacts;
	readonly harm: Harm;
	/** `void load()` in a test: whoever wrote it does not mean to wait. In a hook the tests that follow pay for it. */
	readonly meant: boolean;
	/** `void` stands before it, or a `then()` behind it that is handed nothing. */
	readonly marked: boolean;
	/** It is awaited in a list, which waits for none of its promises. */
	readonly listed: boolean;
	/** A function of another file drops it, which `call` calls. */
	readonly ofHelper: boolean;
	/** A test closes what it opened itself, as its last deed: what goes on is the end of something that no other test uses. */
	readonly closing: boolean;
}

/** The promises that tests, steps of tests and hooks of the linted file drop. */
export function* unawaitedIn(models: Models & { readonly text: string }): Iterable<Unawaited> {
	const bodies = new Set([...models.scopes, ...models.steps].map(({ body }) => body.fact));
	const told = new Set<Call>();
	for (const scope of [...models.scopes, ...models.steps]) {
		if (scope.body.module !== models.module || isAboutUnheard(models, scope)) continue;
		for (const found of new Search(models, scope, bodies).inFunction(scope.body, { whole: !scope.ending.isLater, after: undefined })) {
			if (!told.has(found.call)) yield found;
			told.add(found.call);
		}
	}
}

/** Whether promises that nobody takes up are what a test is about. */
export function isAboutUnheard({ text }: { readonly text: string }, { body: { fact } }: Scope): boolean {
	return unheardFailures.test(text.slice(fact.start, fact.end));
}

class Search {
	readonly #models: Models & { readonly text: string };
	readonly #scope: Scope;
	readonly #bodies: ReadonlySet<FunctionFacts>;
	/** Functions of the linted file that were looked through. */
	readonly #helpers = new Set<FunctionFacts>();
	readonly #harms: Harms;
	readonly #lost: ReadonlyMap<Call, LostClaim>;

	constructor(models: Models & { readonly text: string }, scope: Scope, bodies: ReadonlySet<FunctionFacts>) {
		this.#models = models;
		this.#scope = scope;
		this.#bodies = bodies;
		this.#harms = new Harms(models, scope);
		this.#lost = claimsLostIn(models, scope);
	}

	*inFunction(site: Site<FunctionFacts>, course: Course): Iterable<Unawaited> {
		for (const call of site.fact.calls) {
			const [found, lost] = [isDropped(site, call) ? this.#found(site, call, course) : undefined, this.#lost.get(call)];
			if (found !== undefined) yield found;
			else if (lost?.isElsewhere === true) yield this.#ofHelper(site, call, lost.promised, 'assertion');
			else yield* this.#inHelper(at(call, site), { site, call, course });
		}
		for (const inner of functionsDirectlyIn(site.module.facts, site.fact)) {
			if (!this.#bodies.has(inner))
				yield* this.inFunction(at(inner, site), { whole: false, after: this.#runnerOf(inner, site, course) });
		}
	}

	/** The call that runs a function inside another one before it returns. */
	#runnerOf(inner: FunctionFacts, site: Site<FunctionFacts>, course: Course): CourseCall | undefined {
		if (inner.passedTo === undefined) return undefined;
		const { call } = inner.passedTo;
		const isListed = (call.usage === 'discarded' || isJoined(this.#models, at(call, site))) && isOfList(this.#models, at(call, site));
		const isPart = !isListed && (course.whole || course.after !== undefined) && runsAsPart(this.#models, inner, site);
		return isListed || isPart ? { site, call, course } : undefined;
	}

	#found(site: Site<FunctionFacts>, call: Call, course: Course): Unawaited | undefined {
		const dropped = droppedPromise(this.#models, this.#scope, site, at(call, site));
		if (dropped === undefined || this.#isMeantSo(site, call)) return undefined;
		const isClaim = call.usage === 'discarded' && holdsClaims(this.#models, this.#scope, call);
		const isAssertion = this.#isAssertion(call, dropped);
		if ((isClaim || isAssertion) && isCountedUntilTimer(this.#scope)) return undefined;
		const harm = isAssertion ? 'assertion' : this.#harms.of({ site, call, course });
		if (harm === undefined) return undefined;
		const listed = isAwaitedAsList(site, call);
		return {
			scope: this.#scope,
			call,
			ofHelper: false,
			inside: site.fact,
			marked: this.#isMarked(call),
			meant: this.#isMarked(call) && this.#isOwn(),
			closing: harm === 'left' && this.#isOwn() && closings.has(nameOfCallee(call, site.module)),
			...dropped,
			listed,
			mayBeAtOnce: dropped.mayBeAtOnce && !listed,
			harm: isClaim ? 'assertion' : harm,
		};
	}

	/** Whether the test is told of the end in another way, claims that there is none, or has nothing that could be waited for. */
	#isMeantSo(site: Site<FunctionFacts>, call: Call): boolean {
		return (
			this.#isTold(site, call) ||
			this.#isToThrow(call) ||
			isClosingOfCaller(site, call) ||
			addsToRequest(this.#models, at(call, site)) ||
			isStubbedCall(this.#models, this.#scope, at(call, site)) ||
			(runsOn(this.#models, at(call, site)) && !isNamedWait(call, site))
		);
	}

	/** Whether assertions are lost with the promise. */
	#isAssertion(call: Call, { promised, callback }: DroppedPromise): boolean {
		const isUnsent = promised.lazy === true && isExpected(call);
		if (promised.asserts || isUnsent || this.#triesClaims(call) || this.#lost.has(call)) return true;
		return callback !== undefined && holdsClaims(this.#models, this.#scope, callback);
	}

	/** What a function drops that the test calls, of the linted file or of one that exists for tests: what comes behind the call comes behind that. */
	*#inHelper(call: Site<Call>, after: CourseCall): Iterable<Unawaited> {
		const root = helperOf(this.#models, call);
		if (root === undefined) return;
		const { fact, module } = root.site;
		const isOwn = module === this.#models.module;
		if (this.#bodies.has(fact) || (isOwn ? this.#helpers.has(fact) : !dropsForTests(root.site))) return;
		if (isStubbedCall(this.#models, this.#scope, call)) return;
		const frame = entered(root.site, call, root.receiver);
		if (frame === undefined) return;
		this.#helpers.add(fact);
		if (isOwn) yield* this.inFunction(seenThrough(root.site, frame), { whole: false, after });
		else yield* this.#elsewhere(seenThrough(root.site, frame), after);
	}

	*#elsewhere(helper: Site<FunctionFacts>, after: CourseCall): Iterable<Unawaited> {
		const drop = dropIn(this.#models, helper);
		const harm = drop && this.#harms.behind(after, drop.isAction);
		if (drop !== undefined && harm !== undefined) yield this.#ofHelper(after.site, after.call, drop.promised, harm);
	}

	#ofHelper({ fact: inside }: Site<FunctionFacts>, call: Call, promised: Promised, harm: Harm): Unawaited {
		return {
			scope: this.#scope,
			call,
			inside,
			promised,
			harm,
			callback: undefined,
			meant: false,
			marked: false,
			mayBeAtOnce: true,
			closing: harm === 'left' && this.#isOwn(),
			listed: false,
			ofHelper: true,
			ofCallback: false,
		};
	}

	/** `waitFor(() => { expect(…); })`: the assertions are tried until they hold, whatever comes next. */
	#triesClaims(call: Call): boolean {
		return (
			call.usage === 'discarded' &&
			this.#models
				.assertionsIn(this.#scope)
				.some(({ retried, place }) => retried && place.start > call.start && place.end <= call.end)
		);
	}

	/** `void drain(items)`, `drain(items).then()`: whoever hands `then` nothing only says that nobody is to wait. */
	#isMarked({ start, callee, args }: Call): boolean {
		return (
			(callee.kind === 'member' && callee.property === 'then' && args.length === 0) ||
			/\bvoid\s+$/.test(this.#models.text.slice(Math.max(0, start - 40), start))
		);
	}

	/** In a test, or in a hook that the test registers for itself. */
	#isOwn(): boolean {
		const {
			module,
			fact: { start },
		} = this.#scope.definition;
		return (
			'framework' in this.#scope ||
			this.#models.tests.some(({ body }) => body.module === module && body.fact.start < start && start < body.fact.end)
		);
	}

	/** `assert.throws(() => load(null))`: it gives nothing back. */
	#isToThrow(call: Call): boolean {
		return this.#models
			.assertionsIn(this.#scope)
			.some(({ relation, place }) => relation === 'throws' && place.start <= call.start && call.end <= place.end);
	}

	/** Whether a chain tells the end of the test itself, `.then(() => done(), done)`, settles the promise around it, or calls what a helper is handed. */
	#isTold(site: Site<FunctionFacts>, call: Call): boolean {
		const isHelper = site.fact.passedTo === undefined && site.fact !== this.#scope.body.fact;
		return (
			this.#scope.ending.tells(call) ||
			((isHelper || site.fact.passedTo?.call.form === 'new') && isToldByParameter(site, call)) ||
			('framework' in this.#scope && isToldByParameter(this.#scope.body, call))
		);
	}
}

/** Nobody asks for what a call gives; to await a list waits for none of the promises in it. */
function isDropped(site: Site<FunctionFacts>, call: Call): boolean {
	return isAwaitedAsList(site, call) || call.usage === 'discarded' || (call.usage === 'kept' && isForgotten(site, call));
}

/** A function of a file that exists for tests, and that drops something. */
function dropsForTests(site: Site<FunctionFacts>): boolean {
	return isTestSupport(site.module) && site.fact.calls.some(each => isDropped(site, each));
}

/** The one function of the project that a call by a name, or by a member of one, runs. */
function helperOf({ provenance }: Models, call: Site<Call>): Extract<Root, { kind: 'function' }> | undefined {
	const { callee, form } = call.fact;
	const isNamed = callee.kind === 'reference' || (callee.kind === 'member' && callee.object.kind === 'reference');
	if (form !== 'call' || !isNamed) return undefined;
	const [root, ...others] = provenance.roots(at(callee, call));
	if (root?.kind !== 'function' || root.path.length > 0) return undefined;
	const isSame = (other: Root): boolean => other.kind === 'function' && other.path.length === 0 && other.site.fact === root.site.fact;
	return others.every(isSame) ? root : undefined;
}
