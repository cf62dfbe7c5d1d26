import type { Site } from '../../project/model.ts';
import { isHandedNothing } from '../../provenance/handed.ts';
import { type RowMatch, placeOf } from '../../provenance/match.ts';
import type { Root } from '../../provenance/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span } from '../../syntax/facts.ts';
import { apiName, waitName } from '../api-name.ts';
import type { Knowing } from '../knowing.ts';
import type { RowOf, Sleep } from '../model.ts';
import type { NamedWait } from '../named-waits.ts';
import { standsIn } from '../scope.ts';
import { witnessOf } from '../witness.ts';
import { type LengthOptions, isWorkedOut, lengthOf } from './lengths.ts';
import { onlySleeps } from './only-sleeps.ts';
import type { Ticking } from './timer-promise.ts';

/** The fixed waits that were found so far; `via` is the place in the asked function's own text that leads to one, and where there is none, nothing is kept. */
export class FoundSleeps {
	readonly all: Sleep[] = [];
	readonly #options: Knowing & LengthOptions;
	readonly #scope: Site<FunctionFacts>;

	constructor(options: Knowing & LengthOptions, scope: Site<FunctionFacts>) {
		this.#options = options;
		this.#scope = scope;
	}

	/** A call that waits, as a row says. */
	ofRow({ row, origin, match, call: matched }: RowMatch<RowOf<'sleep'>>, call: Site<Call>, via: Span | undefined): void {
		if (via === undefined) return;
		const ms = row.delay === undefined ? undefined : this.#length(row, matched ?? call);
		if (ms === undefined && isWorkedOut(this.#options, row, matched ?? call)) return;
		const [api, only] = [waitName(origin, match), this.#isOnly(call, via)];
		const [faked, blocking] = [row.faked === true, row.blocking === true];
		this.all.push({ site: via, call, ms, api, faked, only, blocking, instead: row.instead, witness: witnessOf(api, call) });
	}

	/** A call that waits, as its name says. */
	ofName(wait: NamedWait | undefined, call: Site<Call>, via: Span | undefined): void {
		if (wait === undefined || via === undefined) return;
		const { ms, name: api } = wait;
		this.all.push({
			site: via,
			call,
			ms,
			api,
			faked: true,
			only: this.#isOnly(call, via),
			blocking: false,
			witness: witnessOf(api, call),
		});
	}

	/** A promise that a timer settles. What it does beside its wait comes before or behind that: the place is then the timer's. */
	ofPromise({ row, origin, match, call: timer }: Ticking, call: Site<Call>, via: Span | undefined): void {
		if (timer === undefined || via === undefined) return;
		const ms = this.#length(row, timer);
		if (ms === undefined && isWorkedOut(this.#options, row, timer)) return;
		const [api, only] = [apiName(origin, match), this.#isOnly(call, via)];
		const site = !only && call.fact === via && standsIn(this.#scope, timer) ? timer.fact : via;
		this.all.push({ site, call, ms, api, faked: row.faked === true, only, blocking: false, witness: witnessOf(api, timer) });
	}

	/** A loop that asks the clock whether it may end. */
	ofLoop(test: Site<Span>, via: Span | undefined): void {
		if (via === undefined) return;
		const api = 'a loop that watches the clock';
		const witness = witnessOf(api, test);
		this.all.push({ site: via, call: undefined, ms: undefined, api, faked: false, only: false, blocking: true, witness });
	}

	/** None where a parameter stands for it that nobody hands anything. */
	#length(row: RowOf<'timer' | 'sleep'>, call: Site<Call>): number | undefined {
		const place = row.delay === undefined ? undefined : placeOf(row.delay, call);
		const isNothing = place !== undefined && place.path.length === 0 && isHandedNothing(place.site);
		return isNothing ? 0 : lengthOf(this.#options, row, call);
	}

	/** Whether the call at `via`, which leads to the wait, does nothing else. */
	#isOnly(site: Site<Call>, via: Span): boolean {
		let first = site;
		while (first.fact !== via && first.frame?.call !== undefined) first = first.frame.call;
		if (first.fact !== via) return false;
		if (first !== site) return this.#onlyIn(this.#options.provenance.roots(at(first.fact.callee, first)));
		if (site.fact.form === 'new')
			return site.fact.args.every(argument => this.#onlyIn(this.#options.provenance.roots(at(argument, site))));
		return !functionOf(site).calls.some(call => call !== site.fact && call.start === site.fact.start && call.end < site.fact.end);
	}

	#onlyIn(roots: readonly Root[]): boolean {
		const isOnly = (root: Root): boolean => root.kind === 'function' && root.path.length === 0 && onlySleeps(this.#options, root.site);
		return roots.length > 0 && roots.every(isOnly);
	}
}

/** The function whose text a call stands in. */
export function functionOf({ module, fact }: Site<Call>): FunctionFacts {
	const facts = functionAt(module, fact.function);
	if (facts === undefined) throw new RangeError('a call belongs to a function of its module');
	return facts;
}
