import { changesAtOnce } from '../../effects/state/early-changes.ts';
import { runsOn } from '../../effects/waits/endless.ts';
import { type Promised, promisedBy } from '../../effects/waits/promised.ts';
import { rowsOfCall } from '../../effects/knowing.ts';
import { chainOf, valuesInside } from '../../effects/value-parts.ts';
import { closings } from '../../knowledge/ending-words.ts';
import type { Site } from '../../project/model.ts';
import { isTestSupport } from '../../project/test-support.ts';
import { entered } from '../../provenance/frames.ts';
import { at, seenThrough } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsDirectlyIn, functionsWithin } from '../../syntax/functions-within.ts';
import { isBesideEnd, isEndedElsewhere } from './asserting-chains.ts';
import { isAboutError, isSoAtOnce, spyClaimsBehind } from './claims-behind.ts';
import { isPassedBy } from './passed-by.ts';
import { raceWith } from './barriers.ts';
import { customarilyAwaited } from './customary-awaits.ts';
import { isClosingOfCaller, isElse, isForgotten, isNamedWait, isSettledChain, nameOfCallee } from './dropped-calls.ts';
import { type DroppedPromise, droppedPromise, holdsClaims } from './dropped-promises.ts';
import { dropIn } from './helper-drops.ts';
import { isAwaitedAsList } from './awaited-lists.ts';
import { type LostClaim, claimsLostIn } from './lost-claims.ts';
import { isJoined, isOfList } from './list-callbacks.ts';
import { toldBehind } from './told-behind.ts';
import { repeatsClaim } from '../repeated-claims.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { isToldByParameter } from './unheard-callbacks.ts';
import { actsOnPage } from './page-commands.ts';

/** A promise of a test or hook that nobody waits for, and what that does to the test. */
export interface Unawaited extends DroppedPromise {
	readonly scope: Scope;
	/** In the linted file. */
	readonly call: Call;
	/** The function that it stands in. */
	readonly inside: FunctionFacts;
	/**
	 * - `assertion`: it is an assertion itself
	 * - `raced`: the test goes on to something else that takes time
	 * - `claimed`: assertions follow, and nothing that takes time
	 * - `left`: the test or hook is over
	 * - `beside`: a callback of something else ends the test
	 * - `unsure`: the test goes on to something of which nothing is known, so that it may wait for this
	 */
	readonly harm: 'assertion' | 'raced' | 'claimed' | 'left' | 'beside' | 'unsure';
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
		if (scope.body.module !== models.module) continue;
		for (const found of new Search(models, scope, bodies).inFunction(scope.body, { whole: !scope.ending.isLater, after: undefined })) {
			if (!told.has(found.call)) yield found;
			told.add(found.call);
		}
	}
}

/** Where a function stands in the course of the test. */
interface Course {
	/** The test or hook is over, or goes on, when the function is. */
	readonly whole: boolean;
	/** The call that runs the function before it returns: `items.forEach(…)`, `await act(() => …)`. What comes behind it comes behind what the function does. */
	readonly after: { readonly site: Site<FunctionFacts>; readonly call: Call; readonly course: Course } | undefined;
}

class Search {
	readonly #models: Models & { readonly text: string };
	readonly #scope: Scope;
	readonly #bodies: ReadonlySet<FunctionFacts>;
	/** Functions of the linted file that were looked through. */
	readonly #helpers = new Set<FunctionFacts>();
	readonly #lost: ReadonlyMap<Call, LostClaim>;

	constructor(models: Models & { readonly text: string }, scope: Scope, bodies: ReadonlySet<FunctionFacts>) {
		this.#models = models;
		this.#scope = scope;
		this.#bodies = bodies;
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
			if (this.#bodies.has(inner)) continue;
			const isListed = inner.passedTo !== undefined && (inner.passedTo.call.usage === 'discarded' || isJoined(this.#models, at(inner.passedTo.call, site))) && isOfList(this.#models, at(inner.passedTo.call, site));
			const isPart = !isListed && (course.whole || course.after !== undefined) && this.#isPart(inner, site);
			const after = inner.passedTo !== undefined && (isListed || isPart) ? { site, call: inner.passedTo.call, course } : undefined;
			yield* this.inFunction(at(inner, site), { whole: false, after });
		}
	}

	#found(site: Site<FunctionFacts>, call: Call, course: Course): Unawaited | undefined {
		const dropped = droppedPromise(this.#models, this.#scope, site, at(call, site));
		if (dropped === undefined || this.#isTold(site, call) || this.#isToThrow(call) || isClosingOfCaller(site, call) || this.#isStubbed(at(call, site)) || (runsOn(this.#models, at(call, site)) && !isNamedWait(call, site))) return undefined;
		const harm = dropped.promised.asserts || this.#triesClaims(call) || this.#lost.has(call) || (dropped.callback !== undefined && holdsClaims(this.#models, this.#scope, dropped.callback)) ? 'assertion' : this.#harmOf(site, call, course);
		if (harm === undefined) return undefined;
		const listed = isAwaitedAsList(site, call);
		const isClaim = call.usage === 'discarded' && holdsClaims(this.#models, this.#scope, call);
		return { scope: this.#scope, call, ofHelper: false, inside: site.fact, marked: this.#isMarked(call), meant: this.#isMarked(call) && this.#isOwn(), closing: harm === 'left' && this.#isOwn() && closings.has(nameOfCallee(call, site.module)), ...dropped, listed, mayBeAtOnce: dropped.mayBeAtOnce && !listed, harm: isClaim ? 'assertion' : harm };
	}

	#harmOf(site: Site<FunctionFacts>, call: Call, course: Course): Unawaited['harm'] | undefined {
		const harm = this.#harm(site, call, course);
		if (harm === 'left') return this.#leftByHook(site, call);
		if (harm !== undefined && harm !== 'unsure') return harm;
		return this.#besideEnd(site, call) ?? (this.#isDroppedWait(site, call) ? 'raced' : harm);
	}

	/** Tests that wait for nothing, and only ask what spies were called with, ask for what the hook's call did at once, as where both stand in one function. */
	#leftByHook({ fact }: Site<FunctionFacts>, call: Call): Unawaited['harm'] | undefined {
		const isLast = !fact.calls.some(({ start }) => start >= call.end);
		const claims = 'phase' in this.#scope && isLast ? spyClaimsBehind(this.#models, this.#scope) : [];
		return claims.length === 0 ? 'left' : claims.every(isSoAtOnce) ? undefined : 'claimed';
	}

	/** `waitForMembers(group); await send(1); await waitForMessages(1)`: nobody calls a wait for what it does, and another wait behind it is for something else. */
	#isDroppedWait(site: Site<FunctionFacts>, call: Call): boolean {
		return isNamedWait(call, site) && promisedBy(this.#models, at(call, site)) !== undefined && !this.#models.framework.clockAt(this.#scope, call.start).timers && !this.#isTurn(site) && this.#next(site, call).length > 0;
	}

	#besideEnd(site: Site<FunctionFacts>, call: Call): 'assertion' | 'beside' | undefined {
		if (isBesideEnd(this.#models, this.#scope, site, call)) return 'assertion';
		return isEndedElsewhere(this.#models, this.#scope, site, call) ? 'beside' : undefined;
	}

	/** What a function drops that the test calls, of the linted file or of one that exists for tests: what comes behind the call comes behind that. */
	*#inHelper(call: Site<Call>, after: NonNullable<Course['after']>): Iterable<Unawaited> {
		const { callee, form } = call.fact;
		if (form !== 'call' || (callee.kind !== 'reference' && (callee.kind !== 'member' || callee.object.kind !== 'reference'))) return;
		const [root, ...others] = this.#models.provenance.roots(at(callee, call));
		if (root?.kind !== 'function' || root.path.length > 0 || !others.every(other => other.kind === 'function' && other.path.length === 0 && other.site.fact === root.site.fact)) return;
		const { fact, module } = root.site;
		const isOwn = module === this.#models.module;
		if (this.#bodies.has(fact) || (isOwn && this.#helpers.has(fact)) || !(isOwn || (isTestSupport(module) && fact.calls.some(each => isDropped(root.site, each)))) || this.#isStubbed(call)) return;
		const frame = entered(root.site, call, root.receiver);
		if (frame === undefined) return;
		this.#helpers.add(fact);
		if (isOwn) yield* this.inFunction(seenThrough(root.site, frame), { whole: false, after });
		else yield* this.#elsewhere(seenThrough(root.site, frame), after);
	}

	*#elsewhere(helper: Site<FunctionFacts>, { site, call, course }: NonNullable<Course['after']>): Iterable<Unawaited> {
		const drop = dropIn(this.#models, helper);
		const harm = drop && this.#harm(site, call, course, drop.isAction);
		if (drop !== undefined && harm !== undefined) yield this.#ofHelper(site, call, drop.promised, harm);
	}

	#ofHelper({ fact: inside }: Site<FunctionFacts>, call: Call, promised: Promised, harm: Unawaited['harm']): Unawaited {
		return { scope: this.#scope, call, inside, promised, harm, callback: undefined, meant: false, marked: false, mayBeAtOnce: true, closing: harm === 'left' && this.#isOwn(), listed: false, ofHelper: true, ofCallback: false };
	}

	/** `waitFor(() => { expect(…); })`: the assertions are tried until they hold, whatever comes next. */
	#triesClaims(call: Call): boolean {
		return call.usage === 'discarded' && this.#models.assertionsIn(this.#scope).some(({ retried, place }) => retried && place.start > call.start && place.end <= call.end);
	}

	#isStubbed(call: Site<Call>, place = call.fact.start): boolean {
		const { framework, provenance } = this.#models;
		return provenance.roots(at(call.fact.callee, call)).some(root => (root.kind === 'function' || root.kind === 'origin') && framework.isStubbed(root.kind === 'function' ? root.site : root.origin, this.#scope, place));
	}

	/** `spyOn(build, 'run').andCallFake(callback => callbacks.push(callback))`: the test itself says when what the call starts is done. */
	#startsStub(call: Site<Call>): boolean {
		const { provenance } = this.#models;
		return provenance.roots(at(call.fact.callee, call)).some(root => {
			if (root.kind !== 'function') return false;
			const frame = entered(root.site, call, root.receiver);
			return functionsWithin(root.site.module.facts, root.site.fact).some(({ calls }) => calls.some(inner => this.#isStubbed({ module: root.site.module, fact: inner, frame }, call.fact.start)));
		});
	}

	/** `void drain(items)`, `drain(items).then()`: whoever hands `then` nothing only says that nobody is to wait. */
	#isMarked({ start, callee, args }: Call): boolean {
		return (callee.kind === 'member' && callee.property === 'then' && args.length === 0) || /\bvoid\s+$/.test(this.#models.text.slice(Math.max(0, start - 40), start));
	}

	/** In a test, or in a hook that the test registers for itself. */
	#isOwn(): boolean {
		const { module, fact: { start } } = this.#scope.definition;
		return 'framework' in this.#scope || this.#models.tests.some(({ body }) => body.module === module && body.fact.start < start && start < body.fact.end);
	}

	/** `assert.throws(() => load(null))`: it gives nothing back. */
	#isToThrow(call: Call): boolean {
		return this.#models.assertionsIn(this.#scope).some(({ relation, place }) => relation === 'throws' && place.start <= call.start && call.end <= place.end);
	}

	/** A handler that ends the test when it was called often enough: what it starts calls it again. */
	#isTurn({ fact }: Site<FunctionFacts>): boolean {
		const { ending, body } = this.#scope;
		return fact !== body.fact && ending.tells(fact);
	}

	/** Whether a chain tells the end of the test itself, `.then(() => done(), done)`, settles the promise around it, or calls what a helper is handed. */
	#isTold(site: Site<FunctionFacts>, call: Call): boolean {
		const isHelper = site.fact.passedTo === undefined && site.fact !== this.#scope.body.fact;
		return this.#scope.ending.tells(call) || ((isHelper || site.fact.passedTo?.call.form === 'new') && isToldByParameter(site, call)) || ('framework' in this.#scope && isToldByParameter(this.#scope.body, call));
	}

	#harm(site: Site<FunctionFacts>, call: Call, { whole, after }: Course, isAction = actsOnPage(this.#models, at(call, site))): Unawaited['harm'] | undefined {
		if (this.#models.framework.clockAt(this.#scope, call.start).timers) return undefined;
		if (this.#isTurn(site)) return toldBehind(this.#scope, site, call);
		let claimed = false;
		let begun = false;
		for (const next of this.#next(site, call)) {
			if ('place' in next) {
				if (next.retried && isAction) return 'raced';
				if (next.retried || this.#isMadeLater(next, site)) return undefined;
				if (isSoAtOnce(next) || this.#isLeftAsItWas(next, site, call) || this.#isOfItself(next, at(call, site))) begun = true;
				else claimed = true;
			} else {
				return raceWith(this.#models, at(next.value, site), at(call, site), isAction);
			}
		}
		if (claimed) return this.#startsStub(at(call, site)) ? undefined : 'claimed';
		if (begun) return undefined;
		if (after === undefined) return whole || isPassedBy(this.#scope, site, call) ? 'left' : toldBehind(this.#scope, site, call);
		return this.#harm(after.site, after.call, after.course, isAction);
	}

	/** The same was claimed before the call, which is to change nothing: `// no-op`. */
	#isLeftAsItWas(claim: Claim, { fact }: Site<FunctionFacts>, { start }: Call): boolean {
		return repeatsClaim(claim, this.#models.assertionsIn(this.#scope).filter(({ place }) => place.end <= start), fact);
	}

	/** What a call sets before it first waits is seen at once, on what it is called on or handed: by its code, or where only the habit of the file tells that it gives a promise. */
	#isOfItself({ actual }: Claim, call: Site<Call>): boolean {
		const { root } = chainOf(call.fact.callee);
		const mentioned = (values: readonly Value[]): ReadonlySet<number> => new Set(values.flatMap(value => (value.kind === 'reference' ? [value.binding] : [])));
		const [about, own] = [mentioned(valuesInside(actual.fact)), root.kind === 'reference' && call.fact.callee.kind === 'member' ? root.binding : undefined];
		if (own !== undefined && about.has(own) && promisedBy(this.#models, call) === undefined && customarilyAwaited(this.#models, call) !== undefined) return true;
		return ((own !== undefined && about.has(own)) || [...mentioned(call.fact.args.flatMap(valuesInside))].some(each => about.has(each))) && changesAtOnce(this.#models, call);
	}

	/** What comes after a call in its function, in source order: assertions, and what is waited for. */
	#next({ fact }: Site<FunctionFacts>, call: Call): readonly (Claim | { readonly value: Value; readonly start: number; readonly end: number })[] {
		const claims = this.#models.assertionsIn(this.#scope).filter(({ place }, _, all) => place.start >= call.end && place.end <= fact.end && !all.some(other => isAboutError(other, place)));
		const waits = [...fact.awaits, ...fact.returns.filter(({ value }) => value.kind !== 'literal')].filter(({ start }) => start >= call.end);
		const startOf = (each: Claim | { readonly start: number }): number => ('place' in each ? each.place.start : each.start);
		const isReached = (each: Span): boolean => !isElse(fact, call, each);
		return [...claims.filter(({ place }) => isReached(place)), ...waits.filter(isReached)].sort((one, other) => startOf(one) - startOf(other));
	}

	/** Whether an assertion stands in a callback that somebody calls at a time of their own, perhaps once the work is done. */
	#isMadeLater({ place }: Claim, site: Site<FunctionFacts>): boolean {
		const around = functionsWithin(site.module.facts, site.fact).filter(each => each !== site.fact && each.start <= place.start && place.end <= each.end);
		return around.some(each => !this.#isPart(each, site));
	}

	/** Whether a function inside runs as a part of the one around it: `act(() => …)`, a callback of a chain that is waited for, of `map`. */
	#isPart({ passedTo }: FunctionFacts, site: Site<FunctionFacts>): boolean {
		if (passedTo === undefined) return false;
		const call = at(passedTo.call, site);
		if (call.fact.form === 'new') return false;
		if (rowsOfCall(this.#models, call).some(({ row }) => row.effect === 'calls' && row.runs === 'now')) return true;
		return isSettledChain(passedTo.call);
	}
}

/** Nobody asks for what a call gives; to await a list waits for none of the promises in it. */
function isDropped(site: Site<FunctionFacts>, call: Call): boolean {
	return isAwaitedAsList(site, call) || call.usage === 'discarded' || (call.usage === 'kept' && isForgotten(site, call));
}
