import { FoundSleeps, functionOf } from './found-sleeps.ts';
import type { LengthOptions } from './lengths.ts';
import type { Module, Project, Site } from '../../project/model.ts';
import { isOwnPackage } from '../../project/own-package.ts';
import { entered } from '../../provenance/frames.ts';
import type { RowMatch } from '../../provenance/match.ts';
import type { Root } from '../../provenance/model.ts';
import { at, frameOf, functionAt, seenThrough } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Region, Span, Value } from '../../syntax/facts.ts';
import { isThen } from '../../syntax/promise-link.ts';
import { commandsRunBy } from '../added-commands.ts';
import { isAlwaysReached } from '../left-out.ts';
import { callsItself, isFirstPause, isPolling, regionsAround } from '../loops.ts';
import type { RowOf, Sleep } from '../model.ts';
import { delayOfChain, namedWait } from '../named-waits.ts';
import { onlySleeps } from './only-sleeps.ts';
import type { Reach } from '../reach.ts';
import { placeIn, standsIn } from '../scope.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';
import { isJoin, isPromiseClass } from '../promise-classes.ts';
import { awaitsHanded, parameterIn } from './handed-promises.ts';
import { settlingFunctions, timerOfPromise } from './timer-promise.ts';

export interface SleepOptions extends Knowing, LengthOptions {
	readonly project: Project;
	readonly reach: Reach;
	/** Code that exists for tests: a wait in it is the test's. In the program's own code a wait is the subject, unless a function does nothing else. */
	readonly isTestSupport: (module: Module) => boolean;
	/** Whether a function handed to the project's code is a part of the test: it makes assertions. */
	readonly asserts: (site: Site<FunctionFacts>) => boolean;
	/** Whether a loop's test asks the clock. */
	readonly readsClock: (site: Site<Value>) => boolean;
}

/** Fixed waits that running a function takes, each at the place in its own text that leads to it. */
export function sleepsIn(options: SleepOptions, scope: Site<FunctionFacts>): Sleep[] {
	const query = new SleepQuery(options, scope);
	query.inFunction(scope, undefined, 'settled');
	return query.found;
}

/** Functions entered for one question. */
const budget = 300;

class SleepQuery {
	readonly #found: FoundSleeps;
	readonly #options: SleepOptions;
	readonly #scope: Site<FunctionFacts>;
	readonly #seen = { settled: new Map<object, Set<unknown>>(), returned: new Map<object, Set<unknown>>() };
	#entered = 0;

	constructor(options: SleepOptions, scope: Site<FunctionFacts>) {
		this.#options = options;
		this.#scope = scope;
		this.#found = new FoundSleeps(options, scope);
	}

	get found(): Sleep[] {
		return this.#found.all;
	}

	/**
	 * What the function waits for: until it has `settled`, what it awaits and what it gives its caller to await; until it has
	 * `returned`, only what blocks.
	 */
	inFunction(site: Site<FunctionFacts>, via: Span | undefined, until: 'settled' | 'returned'): void {
		if (this.#entered++ > budget || this.#isSeen(site, until) || callsItself(site)) return;
		const { fact } = site;
		for (const { value, region } of until === 'settled' ? [...fact.awaits, ...fact.returns] : []) {
			if (isPolling(site, region) || isFirstPause(site, value) || this.#options.provenance.isRuledOut(site, region)) continue;
			this.#completion(at(value, site), via);
			if (isAlwaysReached(this.#options, region, site)) this.#handed(at(value, site), via);
		}
		for (const call of fact.calls)
			if (!this.#options.provenance.isRuledOut(site, call.region)) this.#synchronous(at(call, site), via, until);
		for (const region of fact.regions) this.#spinning(site, region, via);
	}

	/** Everything that must be over before a promise settles. */
	#completion(site: Site<Value>, via: Span | undefined): void {
		const { fact: value } = site;
		switch (value.kind) {
			case 'await':
				this.#completion(at(value.value, site), via);
				return;
			case 'choice':
				for (const option of value.options) this.#completion(at(option, site), via);
				return;
			case 'array':
				for (const element of value.elements) this.#completion(at(element, site), via);
				return;
			case 'reference':
				this.#kept(site, value.binding, via);
				return;
			case 'call':
				this.#call(at(value, site), via);
				return;
			default:
		}
	}

	/** `const pause = sleep(10); … await pause`. */
	#kept(site: Site<Value>, binding: number, via: Span | undefined): void {
		for (const definition of site.module.facts.bindings[binding]?.definitions ?? []) {
			if (definition.kind !== 'value' || definition.path.length > 0 || definition.value.kind !== 'call') continue;
			const writer = site.module.facts.functions[definition.function];
			const frame = writer === undefined ? undefined : frameOf(writer, site.frame);
			this.#completion({ module: site.module, fact: definition.value, frame }, via);
		}
	}

	/** `await abortable(sleep(10))`, where that waits for what it is handed. */
	#handed({ module, fact, frame }: Site<Value>, via: Span | undefined): void {
		const parameter = parameterIn(fact, module);
		const owner = parameter === undefined ? undefined : functionAt(module, parameter.function);
		const call = owner === undefined ? undefined : frameOf(owner, frame)?.call;
		const argument = parameter === undefined ? undefined : call?.fact.args[parameter.index];
		if (call !== undefined && argument !== undefined) this.#completion(at(argument, call), via);
	}

	#call(site: Site<Call>, outer: Span | undefined): void {
		if (this.#isSeen(site, 'settled')) return;
		const via = placeIn(this.#scope, site, outer);
		const rows = rowsOfCall(this.#options, site);
		const sleep = rows.find(isSleep);
		if (sleep !== undefined) this.#found.ofRow(sleep, site, via);
		else if (rows.length === 0) this.#found.ofName(namedWait(this.#options.provenance, site), site, via);
		for (const { origin, row } of rows)
			if (row.effect === 'calls' && row.runs !== 'later' && !hasNothingToCallFor(site, row))
				this.#callbacks(site, via, isOwnPackage(this.#options.project, origin.from));
		const callees = this.#options.provenance.roots(at(site.fact.callee, site));
		if (site.fact.form === 'new' && callees.some(isPromiseClass)) this.#promise(site, via);
		if (callees.some(root => isJoin(root))) for (const argument of site.fact.args) this.#completion(at(argument, site), via);
		for (const root of callees) this.#enter(root, site, via, 'settled');
		if (callees.every(root => root.kind !== 'function')) this.#chain(site, via);
		for (const command of commandsRunBy(this.#options, site)) this.inFunction(command, via, 'settled');
	}

	#enter(root: Root, site: Site<Call>, via: Span | undefined, until: 'settled' | 'returned'): void {
		if (root.kind !== 'function' || root.path.length > 0) return;
		const frame = entered(root.site, site, root.receiver);
		const isHanded = standsIn(this.#scope, root.site) || this.#isHandedOut(root.site, site);
		const isStub = isHanded && !standsIn(this.#scope, site) && !this.#options.asserts(root.site);
		const mayWait = awaitsHanded(root.site) || this.#options.reach.may(root.site, 'wait', site, root.receiver);
		if (frame !== undefined && !isStub && mayWait && this.#counts(root.site))
			this.inFunction(seenThrough(root.site, frame), via, until);
	}

	/** Whether the program runs a function of the code for tests, which it must have been handed. */
	#isHandedOut(entered: Site<FunctionFacts>, call: Site<Call>): boolean {
		const isOfTests = ({ module }: Site<unknown>): boolean => module === this.#scope.module || this.#options.isTestSupport(module);
		return isOfTests(entered) && !isOfTests(call);
	}

	/** `promise.then(() => sleep(10))`, and the callbacks of `Promise.all(list.map(…))`. */
	#chain(site: Site<Call>, via: Span | undefined): void {
		const { callee } = site.fact;
		if (callee.kind !== 'member' || typeof callee.property !== 'string') return;
		const method = this.#options.rows.method(callee.property);
		if (method === undefined && callee.property === 'delay') this.#delayed(site, callee.object, via);
		if (method?.callback === undefined) return;
		this.#completion(at(callee.object, site), via);
		this.#callbacks(site, via);
	}

	/** `load().delay(100).then(…)`: what is chained like a promise, as those of Bluebird and Q are, and put off by a number. */
	#delayed(site: Site<Call>, before: Value, outer: Span | undefined): void {
		const wait = delayOfChain(site.fact, before);
		const via = placeIn(this.#scope, site, outer);
		this.#found.ofName(wait, site, via);
		if (wait !== undefined) this.#completion(at(before, site), via);
	}

	/** What the package under test is handed is a stand-in, whose waits are latency, unless it makes assertions. */
	#callbacks(site: Site<Call>, via: Span | undefined, isUnderTest = false): void {
		for (const root of site.fact.args.flatMap(argument => this.#options.provenance.roots(at(argument, site)))) {
			if (root.kind !== 'function' || root.path.length > 0 || !this.#counts(root.site)) continue;
			if (!isUnderTest || this.#options.asserts(root.site)) this.inFunction(root.site, via, 'settled');
		}
	}

	#promise(site: Site<Call>, via: Span | undefined): void {
		const timer = timerOfPromise(this.#options, site);
		if (timer !== undefined) this.#found.ofPromise(timer, site, via);
		else for (const settling of settlingFunctions(this.#options, site)) this.inFunction(settling, via, 'settled');
	}

	/** Calls that nobody awaits: those that block, what is given to nobody who waits for it included, and chains that end in a callback of their own. */
	#synchronous(site: Site<Call>, outer: Span | undefined, until: 'settled' | 'returned'): void {
		const { usage, callee } = site.fact;
		if (
			(until === 'settled' && (usage === 'awaited' || usage === 'returned')) ||
			isPolling(at(functionOf(site), site), site.fact.region)
		)
			return;
		const rows = rowsOfCall(this.#options, site);
		if (rows.some(({ row }) => row.effect === 'calls' && row.queued === true)) {
			this.#callbacks(site, outer);
		} else if (usage === 'discarded' && isThen(callee)) {
			if (this.#decides(site)) this.#call(site, outer);
		} else {
			const sleep = rows.find(isSleep);
			const via = placeIn(this.#scope, site, outer);
			if (sleep?.row.blocking === true) this.#found.ofRow(sleep, site, via);
			for (const root of this.#options.provenance.roots(at(callee, site))) this.#enter(root, site, via, 'returned');
			for (const command of commandsRunBy(this.#options, site)) this.inFunction(command, via, 'settled');
		}
	}

	/** Whether a chain that nobody awaits ends in assertions, or in the callback that ends the test. */
	#decides(site: Site<Call>): boolean {
		const { args, callee } = site.fact;
		const ends = new Set(this.#scope.fact.parameters.flatMap(({ binding }) => binding ?? []));
		const isEnd = (value: Value): boolean => value.kind === 'reference' && ends.has(value.binding);
		const before = callee.kind === 'member' && callee.object.kind === 'call' ? callee.object : undefined;
		if (before?.callee.kind === 'member' && this.#decides(at(before, site))) return true;
		return args.some(
			argument =>
				isEnd(argument) ||
				this.#options.provenance.roots(at(argument, site)).some(root => {
					if (root.kind !== 'function' || root.path.length > 0) return false;
					return this.#options.asserts(root.site) || root.site.fact.calls.some(call => isEnd(call.callee));
				}),
		);
	}

	/** `while (Date.now() < end) {}`. */
	#spinning(site: Site<FunctionFacts>, region: Region, outer: Span | undefined): void {
		const { loop, test } = region;
		if (loop === undefined || loop.leaves || test === undefined || loop.form === 'for-of' || loop.form === 'for-in') return;
		const busy =
			site.fact.calls.some(call => regionsAround(site.fact, call.region).includes(region)) ||
			site.fact.awaits.some(({ start }) => start >= region.start && start < region.end);
		if (busy || !this.#options.readsClock(at(test, site))) return;
		const via = standsIn(this.#scope, at(region, site)) ? test : outer;
		this.#found.ofLoop(at(test, site), via);
	}

	/** Waits in the program's own code are what is tested; a function that does nothing but wait, and compute how long, is a tool. */
	#counts(site: Site<FunctionFacts>): boolean {
		return site.module === this.#scope.module || this.#options.isTestSupport(site.module) || onlySleeps(this.#options, site);
	}

	#isSeen({ fact, frame }: Site<object>, until: 'settled' | 'returned'): boolean {
		const seen = this.#seen[until];
		const frames = seen.get(fact) ?? new Set();
		seen.set(fact, frames);
		if (frames.has(frame)) return true;
		frames.add(frame);
		return false;
	}
}

function isSleep(match: RowMatch): match is RowMatch<RowOf<'sleep'>> {
	return match.row.effect === 'sleep';
}

/** `map([], load)`: nothing is there to call the function for. */
function hasNothingToCallFor({ fact }: Site<Call>, { callback }: RowOf<'calls'>): boolean {
	const [list] = fact.args;
	return callback !== 0 && list?.kind === 'array' && list.elements.length === 0;
}
