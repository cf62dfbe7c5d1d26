import type { Module, Site } from '../project/model.ts';
import { entered } from '../provenance/frames.ts';
import { assumedServer } from '../knowledge/port-words.ts';
import type { RowMatch } from '../provenance/match.ts';
import { at, seenThrough } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value, Write } from '../syntax/facts.ts';
import { handlersAsked } from './answers/answers.ts';
import { apiName } from './api-name.ts';
import { type CalledBody, calledBodies } from './called-bodies.ts';
import type { Deed, RowOf } from './model.ts';
import type { Reach } from './reach.ts';
import { standsIn } from './scope.ts';
import { stepsOf } from './listed-callbacks.ts';
import { type Knowing, rowsOfCall } from './knowing.ts';
import { namedServer } from './named-servers.ts';
import { witnessOf } from './witness.ts';
import { isNewPromise } from './promise-classes.ts';

/** What deeds are looked for with. */
export interface DeedOptions extends Knowing {
	readonly reach: Reach;
	/** Code that exists for tests: a time limit in it is the test's, in any other the program's. */
	readonly isTestSupport: (module: Module) => boolean;
	/** Some of the test's modules have a stand-in, so that a name tells little of what is behind it. */
	readonly replacesModules?: boolean;
	/** The functions that are entered; all where nobody says so. */
	readonly within?: (target: Site<FunctionFacts>) => boolean;
}

/** `deadline`: waits that give up, and the timers that limits are made of. */
export type DeedKind = 'timer' | 'deadline' | 'store' | 'shared-write' | 'take' | 'empty' | 'request' | 'expensive';

/**
 * What running a function does, in source order, the functions of the project that it calls included. Functions that do nothing of
 * the kind `wanted` are not entered; timers are looked for in the function's own module and in what
 * code for tests is handed, deadlines in code for tests.
 */
export function deedsIn(options: DeedOptions, scope: Site<FunctionFacts>, wanted: DeedKind): readonly Deed[] {
	const query = new DeedQuery(options, scope, wanted);
	query.inFunction(scope, undefined);
	return query.found;
}

/** What entering functions may cost for one question, and steps of provenance taken for it; what lies beyond is taken to do nothing. */
const budget = 400;
const maxSteps = 5_000;

/**
 * Helpers are near, the program's inner works are far: there are ever more of these, and each is less the test's doing. So each call beyond costs
 * twice what the one before costs, and what is far spends nothing of what the near may cost.
 */
const near = 3;

function costOf(depth: number): number {
	return depth <= near ? 1 : 2 ** (depth - near);
}

/** What was spent on functions that are near, or on those that are far. */
interface Spent {
	entered: number;
	steps: number;
}

class DeedQuery {
	readonly found: Deed[] = [];
	readonly #knowing: DeedOptions;
	readonly #wanted: DeedKind;
	readonly #scope: Site<FunctionFacts>;
	readonly #seen = new Map<FunctionFacts, Set<unknown>>();
	readonly #spent = { near: { entered: 0, steps: 0 }, far: { entered: 0, steps: 0 } };

	constructor(options: DeedOptions, scope: Site<FunctionFacts>, wanted: DeedKind) {
		this.#knowing = options;
		this.#wanted = wanted;
		this.#scope = scope;
	}

	inFunction(site: Site<FunctionFacts>, via: Span | undefined): void {
		const depth = site.frame?.depth ?? 0;
		const spent = this.#spentAt(depth);
		if (spent.entered > budget || spent.steps > maxSteps || this.#isSeen(site, via)) return;
		spent.entered += costOf(depth);
		for (const fact of happeningsIn(site.fact)) {
			const here: Site<Call | Write> = at(fact, site);
			const reported = standsIn(this.#scope, here) ? fact : via;
			if (reported === undefined || this.#knowing.provenance.isRuledOut(site, fact.region)) continue;
			if ('target' in fact) this.#write(at(fact, site), reported);
			else this.#call(at(fact, site), reported);
		}
	}

	#spentAt(depth: number): Spent {
		return this.#spent[depth <= near ? 'near' : 'far'];
	}

	#write(site: Site<Write>, via: Span): void {
		this.found.push({ kind: 'write', write: site, site: via, witness: witnessOf(writtenName(site), site) });
	}

	#call(site: Site<Call>, via: Span): void {
		const rows = rowsOfCall(this.#knowing, site);
		for (const match of rows) this.#row(match, site, via);
		if (rows.length === 0) this.#named(site, via);
		if (rows.some(({ row }) => row.effect === 'calls' && row.runs === 'now')) this.#callbacks(site, via);
		for (const step of stepsOf(site, rows)) this.inFunction(step, via);

		const callees = this.#knowing.provenance.roots(at(site.fact.callee, site));
		this.#spentAt(site.frame?.depth ?? 0).steps += this.#knowing.provenance.cost;
		for (const body of calledBodies(this.#knowing.provenance, site, callees)) this.#enter(body, site, via);
		if (this.#wanted === 'request')
			for (const asked of handlersAsked(this.#knowing.provenance, site))
				this.#enter({ target: asked.handler, receiver: undefined }, asked.call, via);
		if (callees.every(root => root.kind !== 'function') && this.#runsCallback(site)) this.#callbacks(site, via);
	}

	/** What code for tests calls by a name that says what it does. */
	#named(site: Site<Call>, via: Span): void {
		if (
			this.#wanted !== 'take' ||
			this.#knowing.replacesModules === true ||
			(site.module !== this.#scope.module && !this.#knowing.isTestSupport(site.module))
		)
			return;
		const match = namedServer(this.#knowing, site);
		if (match !== undefined)
			this.found.push({ kind: 'take', match, call: site, site: via, witness: witnessOf(assumedServer.listen, site) });
	}

	#row(found: RowMatch, site: Site<Call>, via: Span): void {
		const { row, origin, match, call } = found;
		if (isTake(found))
			this.found.push({
				kind: 'take',
				match: found,
				call: call ?? site,
				site: via,
				witness: witnessOf(apiName(origin, match), site),
			});
		if (isRequest(found))
			this.found.push({
				kind: 'request',
				match: found,
				call: call ?? site,
				site: via,
				witness: witnessOf(apiName(origin, match), site),
			});
		if (isExpensive(found))
			this.found.push({
				kind: 'expensive',
				match: found,
				call: call ?? site,
				site: via,
				witness: witnessOf(apiName(origin, match), site),
			});
		if (
			row.effect !== 'timer' &&
			row.effect !== 'deadline' &&
			row.effect !== 'store' &&
			row.effect !== 'empty' &&
			row.effect !== 'shared-write'
		)
			return;
		const reached = { site: via, call: call ?? site, witness: witnessOf(apiName(origin, match), site) };
		this.found.push(deedOf(row, reached));
	}

	/** What an executor does is asked of deadlines alone: what else it does belongs to the promise's own analyses. */
	#runsCallback({ fact }: Site<Call>): boolean {
		const { callee } = fact;
		if (this.#wanted === 'deadline' && isNewPromise(fact)) return true;
		return (
			callee.kind === 'member' &&
			typeof callee.property === 'string' &&
			this.#knowing.rows.method(callee.property)?.callback !== undefined
		);
	}

	#callbacks(site: Site<Call>, via: Span): void {
		for (const argument of site.fact.args) {
			for (const root of this.#knowing.provenance.roots(at(argument, site))) {
				if (root.kind === 'function' && root.path.length === 0) this.inFunction(root.site, via);
			}
		}
	}

	#enter({ target, receiver }: CalledBody, site: Site<Call>, via: Span): void {
		if (
			this.#knowing.within?.(target) === false ||
			!this.#isSearched(target.module, site) ||
			!this.#knowing.reach.may(target, this.#wanted, site, receiver)
		)
			return;
		const frame = entered(target, site, receiver);
		if (frame !== undefined) this.inFunction(seenThrough(target, frame), via);
	}

	/** A timer of another module is the test's where that is for tests and is handed what it runs. */
	#isSearched(module: Module, { fact: { args } }: Site<Call>): boolean {
		if (module === this.#scope.module) return true;
		if (this.#wanted === 'timer') return args.some(({ kind }) => kind === 'function') && this.#knowing.isTestSupport(module);
		return this.#wanted !== 'deadline' || this.#knowing.isTestSupport(module);
	}

	/** Within one call of the asked function, the same function in the same frame is entered once. */
	#isSeen({ fact, frame }: Site<FunctionFacts>, via: Span | undefined): boolean {
		const seen = this.#seen.get(fact) ?? new Set();
		this.#seen.set(fact, seen);
		const key = frame ?? via;
		if (seen.has(key)) return true;
		seen.add(key);
		return false;
	}
}

const happenings = new WeakMap<FunctionFacts, readonly (Call | Write)[]>();

/** The calls and writes of a function, in the order in which they are over. */
function happeningsIn(fact: FunctionFacts): readonly (Call | Write)[] {
	const known = happenings.get(fact) ?? [...fact.calls, ...fact.writes].sort((one, other) => one.end - other.end);
	happenings.set(fact, known);
	return known;
}

function isTake(match: RowMatch): match is RowMatch<RowOf<'take'>> {
	return match.row.effect === 'take';
}

function isRequest(match: RowMatch): match is RowMatch<RowOf<'request'>> {
	return match.row.effect === 'request';
}

function isExpensive(match: RowMatch): match is RowMatch<RowOf<'expensive'>> {
	return match.row.effect === 'expensive';
}

function deedOf(
	row: RowOf<'timer' | 'deadline' | 'store' | 'empty' | 'shared-write'>,
	reached: { site: Span; call: Site<Call>; witness: Deed['witness'] },
): Deed {
	switch (row.effect) {
		case 'timer':
			return { kind: 'timer', row, ...reached };
		case 'deadline':
			return { kind: 'deadline', row, ...reached };
		case 'store':
			return { kind: 'store', row, ...reached };
		case 'empty':
			return { kind: 'empty', row, ...reached };
		default:
			return { kind: 'shared-write', row, ...reached };
	}
}

function writtenName({ module, fact: { target } }: Site<Write>): string {
	return nameOf(target);

	function nameOf(value: Value): string {
		switch (value.kind) {
			case 'member':
				return `${nameOf(value.object)}.${typeof value.property === 'string' ? value.property : '*'}`;
			case 'global':
				return value.name;
			case 'this':
				return 'this';
			case 'reference':
				return module.facts.bindings[value.binding]?.name ?? 'a variable';
			default:
				return 'an object';
		}
	}
}
