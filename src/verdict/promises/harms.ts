import { changesAtOnce } from '../../effects/state/early-changes.ts';
import { chainOf, valuesInside } from '../../effects/value-parts.ts';
import { promisedBy } from '../../effects/waits/promised.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { repeatsClaim } from '../repeated-claims.ts';
import { isBesideEnd, isEndedElsewhere } from './asserting-chains.ts';
import { raceWith } from './barriers.ts';
import { isSoAtOnce, spyClaimsBehind } from './claims-behind.ts';
import { customarilyAwaited } from './customary-awaits.ts';
import { isNamedWait } from './dropped-calls.ts';
import { actsOnPage, commandOf } from './page-commands.ts';
import { isPassedBy } from './passed-by.ts';
import { startsStub } from './stubbed-calls.ts';
import { toldBehind } from './told-behind.ts';
import { isMadeLater, whatFollows } from './what-follows.ts';

/**
 * What a promise that nobody waits for does to the test:
 *
 * - `assertion`: it is an assertion itself
 * - `raced`: the test goes on to something else that takes time
 * - `claimed`: assertions follow, and nothing that takes time
 * - `left`: the test or hook is over
 * - `beside`: a callback of something else ends the test
 * - `unsure`: the test goes on to something of which nothing is known, so that it may wait for this
 */
export type Harm = 'assertion' | 'raced' | 'claimed' | 'left' | 'beside' | 'unsure';

/** Where a function stands in the course of the test. */
export interface Course {
	/** The test or hook is over, or goes on, when the function is. */
	readonly whole: boolean;
	/** The call that runs the function before it returns: `items.forEach(…)`, `await act(() => …)`. What comes behind it comes behind what the function does. */
	readonly after: CourseCall | undefined;
}

/** A call, the function that it stands in, and where that stands in the course of the test. */
export interface CourseCall {
	readonly site: Site<FunctionFacts>;
	readonly call: Call;
	readonly course: Course;
}

/** What the promises do to a test or hook that it drops. */
export class Harms {
	readonly #models: Models;
	readonly #scope: Scope;

	constructor(models: Models, scope: Scope) {
		this.#models = models;
		this.#scope = scope;
	}

	/** What the promise of a call does to the test that drops it; undefined where what comes behind waits for it, or asks for nothing that it does. */
	of(dropped: CourseCall): Harm | undefined {
		const { site, call } = dropped;
		const harm = this.behind(dropped);
		if (harm === 'left') return this.#leftByHook(site, call);
		if (harm !== undefined && harm !== 'unsure') return harm;
		return this.#besideEnd(site, call) ?? (this.#isDroppedWait(site, call) ? 'raced' : harm);
	}

	/** The same as far as what comes behind the call tells it, in its function and behind the calls that run that; `isAction` where the call acts on a page. */
	behind({ site, call, course }: CourseCall, isAction = actsOnPage(this.#models, at(call, site))): Harm | undefined {
		if (this.#models.framework.clockAt(this.#scope, call.start).timers) return undefined;
		if (this.#isTurn(site)) return toldBehind(this.#scope, site, call);
		let claimed = false;
		let begun = false;
		for (const next of whatFollows(this.#models, this.#scope, site, call)) {
			if (!('place' in next)) return raceWith(this.#models, at(next.value, site), at(call, site), isAction);
			if (next.retried && isAction) return 'raced';
			if (next.retried || isMadeLater(this.#models, next, site)) return undefined;
			if (this.#isSoWithoutWait(next, site, call)) begun = true;
			else claimed = true;
		}
		if (claimed) return startsStub(this.#models, this.#scope, at(call, site)) ? undefined : 'claimed';
		if (begun) return undefined;
		const { whole, after } = course;
		if (after !== undefined) return this.behind(after, isAction);
		return whole || isPassedBy(this.#scope, site, call) ? 'left' : toldBehind(this.#scope, site, call);
	}

	/** Tests that wait for nothing, and only ask what spies were called with, ask for what the hook's call did at once, as where both stand in one function. */
	#leftByHook({ fact }: Site<FunctionFacts>, call: Call): Harm | undefined {
		const isLast = !fact.calls.some(({ start }) => start >= call.end);
		const claims = 'phase' in this.#scope && isLast ? spyClaimsBehind(this.#models, this.#scope) : [];
		if (claims.length === 0) return 'left';
		return claims.every(isSoAtOnce) ? undefined : 'claimed';
	}

	#besideEnd(site: Site<FunctionFacts>, call: Call): 'assertion' | 'beside' | undefined {
		if (isBesideEnd(this.#models, this.#scope, site, call)) return 'assertion';
		return isEndedElsewhere(this.#models, this.#scope, site, call) ? 'beside' : undefined;
	}

	/** `waitForMembers(group); await send(1); await waitForMessages(1)`: nobody calls a wait for what it does, and another wait behind it is for something else. */
	#isDroppedWait(site: Site<FunctionFacts>, call: Call): boolean {
		return (
			isNamedWait(call, site) &&
			(promisedBy(this.#models, at(call, site)) ?? commandOf(this.#models, site, at(call, site))) !== undefined &&
			!this.#models.framework.clockAt(this.#scope, call.start).timers &&
			!this.#isTurn(site) &&
			whatFollows(this.#models, this.#scope, site, call).length > 0
		);
	}

	/** A handler that ends the test when it was called often enough: what it starts calls it again. */
	#isTurn({ fact }: Site<FunctionFacts>): boolean {
		const { ending, body } = this.#scope;
		return fact !== body.fact && ending.tells(fact);
	}

	/** Whether an assertion behind a call holds, or fails, however long what the call began takes. */
	#isSoWithoutWait(claim: Claim, site: Site<FunctionFacts>, call: Call): boolean {
		return isSoAtOnce(claim) || this.#isLeftAsItWas(claim, site, call) || this.#isOfItself(claim, at(call, site));
	}

	/** The same was claimed before the call, which is to change nothing: `// no-op`. */
	#isLeftAsItWas(claim: Claim, { fact }: Site<FunctionFacts>, { start }: Call): boolean {
		const before = this.#models.assertionsIn(this.#scope).filter(({ place }) => place.end <= start);
		return repeatsClaim(claim, before, fact);
	}

	/** What a call sets before it first waits is seen at once, on what it is called on or handed: by its code, or where only the habit of the file tells that it gives a promise. */
	#isOfItself({ actual }: Claim, call: Site<Call>): boolean {
		const about = variablesIn(valuesInside(actual.fact));
		const receiver = receiverOf(call.fact);
		const isOfReceiver = receiver !== undefined && about.has(receiver);
		if (isOfReceiver && promisedBy(this.#models, call) === undefined && customarilyAwaited(this.#models, call) !== undefined)
			return true;
		const isOfArguments = (): boolean => [...variablesIn(call.fact.args.flatMap(valuesInside))].some(each => about.has(each));
		return (isOfReceiver || isOfArguments()) && changesAtOnce(this.#models, call);
	}
}

function variablesIn(values: readonly Value[]): ReadonlySet<number> {
	return new Set(values.flatMap(value => (value.kind === 'reference' ? [value.binding] : [])));
}

/** The variable that the chain of a method's call begins with. */
function receiverOf({ callee }: Call): number | undefined {
	const { root } = chainOf(callee);
	return root.kind === 'reference' && callee.kind === 'member' ? root.binding : undefined;
}
