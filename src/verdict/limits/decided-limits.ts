import { fewMilliseconds, limitOptions, tellingModules } from '../../knowledge/limit-words.ts';
import { chainOf } from '../../effects/value-parts.ts';
import { isCaught } from '../../assertions/retry.ts';
import type { TestCase } from '../../framework/model.ts';
import type { Site } from '../../project/model.ts';
import { entryAt } from '../../provenance/entry.ts';
import { identityOf } from '../../provenance/identity.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, ObjectEntry, Span, Value } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import { promiseLinkOf } from '../../syntax/promise-link.ts';
import { functionsIn } from '../aftermath.ts';
import { nameOf } from '../customs.ts';
import type { Claim, Models } from '../models.ts';
import { isRun } from '../what-runs.ts';
import { holds } from '../../syntax/spans.ts';

/** A limit of a call that decides the test, as another call of the file shows. */
export interface DecidedLimit {
	/** `overrun`: the call must run out of it, where the same call gets an answer. `answer`: the call must answer in it, where the same call runs out of it. */
	readonly kind: 'overrun' | 'answer';
	/** The option, or the call where that stands elsewhere. */
	readonly at: Span;
	readonly ms: number;
	/** Where the other call stands. */
	readonly line: number;
	/** The number, where it is written inside the call. */
	readonly number: Span | undefined;
}

/** Calls that are given a few milliseconds, or at most `most`, whose outcome a test asserts. What is called need not be known. */
export function* decidedLimits(file: Models, most: number): Iterable<DecidedLimit> {
	const calls = file.tests.filter(test => isRun(test) && test.body.module === file.module).flatMap(test => callsOf(file, test));
	for (const call of calls) {
		const { limit } = call;
		if (limit === undefined || limit.ms <= 0 || file.framework.clockAt(call.test, call.fact.start).timers) continue;
		const other =
			call.end === 'fails'
				? limit.ms <= fewMilliseconds
					? calls.find(each => answersInItsPlace(file, each, call))
					: undefined
				: call.end === 'claimed' && limit.ms <= most
					? calls.find(each => runsOut(each, call))
					: undefined;
		if (other === undefined) continue;
		const kind = call.end === 'fails' ? 'overrun' : 'answer';
		yield {
			kind,
			at: limit.written ?? call.fact,
			ms: limit.ms,
			line: lineAt(file.module.facts, other.fact.start),
			number: kind === 'answer' ? limit.number : undefined,
		};
	}
}

/** A call of something that is not made inside the test alone, and how the test expects it to end. */
interface Ended {
	readonly test: TestCase;
	readonly fact: Call;
	/** What is called on what, by the variable that holds it. */
	readonly name: string;
	/** `claimed`: what it gives is asserted. */
	readonly end: 'fails' | 'answers' | 'claimed';
	readonly limit: Limit | undefined;
	/** Whether what it is called on is there for several tests. */
	readonly shared: boolean;
}

interface Limit {
	readonly key: string;
	readonly ms: number;
	readonly argument: number;
	readonly written: Span | undefined;
	readonly number: Span | undefined;
}

function callsOf(file: Models, test: TestCase): readonly Ended[] {
	const claims = file.assertionsIn(test);
	return functionsIn(test.body).flatMap(inside =>
		inside.calls.flatMap((fact): Ended[] => {
			if (fact.callee.kind !== 'member' || typeof fact.callee.property !== 'string') return [];
			const { root } = chainOf(fact.callee);
			const name = root.kind === 'reference' ? identityOf(at(fact.callee, test.body), 'names') : undefined;
			const end = name === undefined ? undefined : endOf(fact, inside, claims);
			if (root.kind !== 'reference' || name === undefined || end === undefined) return [];
			const shared = (file.module.facts.bindings[root.binding]?.start ?? 0) < test.body.fact.start;
			return [{ test, fact, name, end, limit: limitOf(file, test, fact), shared }];
		}),
	);
}

/** Undefined where nobody waits for it, or an error of it is handled. */
function endOf(call: Call, inside: FunctionFacts, claims: readonly Claim[]): Ended['end'] | undefined {
	if (claims.some(({ relation, negated, place }) => (relation === 'rejects' || relation === 'throws') && !negated && holds(place, call)))
		return 'fails';
	if (call.usage !== 'awaited' || isCaught(inside, call.region)) return undefined;
	return claims.some(
		({ place, actual: { fact } }) => (fact === call || (fact.kind === 'await' && fact.value === call)) && holds(place, call),
	)
		? 'claimed'
		: 'answers';
}

function limitOf({ module, provenance }: Models, test: TestCase, call: Call): Limit | undefined {
	for (const [argument, options] of call.args.entries()) {
		if (options.kind !== 'object' && options.kind !== 'reference') continue;
		for (const key of limitOptions) {
			const entry = entryAt(provenance.roots, at(options, test.body), [key]);
			const ms = entry === undefined ? undefined : staticValue(provenance.roots, at(entry.fact.value, entry));
			if (entry === undefined || typeof ms !== 'number') continue;
			const isHere = entry.module === module && holds(call, entry.fact);
			return {
				key,
				ms,
				argument,
				written: isHere ? entry.fact : undefined,
				number: isHere && entry.fact.value.kind === 'literal' ? entry.fact.value : undefined,
			};
		}
	}
	return undefined;
}

/** The same call has run out of the same limit. */
function runsOut({ end, name, limit }: Ended, call: Ended): boolean {
	return end === 'fails' && name === call.name && limit !== undefined && limit.key === call.limit?.key && limit.ms === call.limit.ms;
}

/** Whether a call gets its answer in another test that has done the same up to there, with another limit or none. */
function answersInItsPlace(file: Models, other: Ended, call: Ended): boolean {
	const { test, limit } = call;
	if (!call.shared || limit === undefined || other.end === 'fails' || other.name !== call.name || other.test === test) return false;
	if (other.limit !== undefined && other.limit.ms <= limit.ms) return false;
	const isAround = (one: TestCase, each: TestCase): boolean =>
		one.hooks.every(hook => !hook.phase.startsWith('before') || each.hooks.includes(hook));
	if (!isAround(test, other.test) || !isAround(other.test, test)) return false;
	const [own, others] = [callShape(file, call, limit), callShape(file, other, limit)];
	return own !== undefined && own === others && isSameWay(stepsTo(file, call), stepsTo(file, other));
}

/** What a call is handed, its limit left out; undefined where nobody can compare it. */
function callShape(file: Models, { fact, test }: Ended, { argument, key }: Limit): string | undefined {
	const parts = [...fact.args, ...(fact.args.length === argument ? [undefined] : [])].map((value, index) => {
		if (index !== argument) return value === undefined ? undefined : identityOf(at(value, test.body), 'ways');
		if (value?.kind !== 'object') return value === undefined ? '{}' : undefined;
		const rest = value.entries.filter(entry => entry.kind !== 'property' || entry.key !== key);
		return identityOf(at({ ...value, entries: rest }, test.body), 'ways');
	});
	return parts.includes(undefined) ? undefined : parts.join();
}

/** What a test does in front of a call: what is called, and what of it tells how it will go. */
function stepsTo(file: Models, { fact, test, name }: Ended): ReadonlyMap<string, string> | undefined {
	const claims = file.assertionsIn(test);
	const steps = new Map<string, string>();
	for (const each of functionsIn(test.body).flatMap(({ calls }) => calls)) {
		if (
			each.start >= fact.start ||
			holds(each, fact) ||
			claims.some(({ place }) => holds(place, each)) ||
			isHarmless(file, at(each, test.body))
		)
			continue;
		const own = each.form === 'call' ? nameOf(each.callee, file.module) : undefined;
		const told = own === undefined ? undefined : toldBy(each.args);
		if (own === undefined || told === undefined || identityOf(at(each.callee, test.body), 'names') === name) return undefined;
		steps.set(own, told);
	}
	return steps;
}

function isSameWay(one: ReadonlyMap<string, string> | undefined, other: ReadonlyMap<string, string> | undefined): boolean {
	return one !== undefined && one.size === other?.size && [...one].every(([name, told]) => other.get(name) === told);
}

/** `Date.now()`, `Array(9).fill(1)`, `process.hrtime()`, `promise.then(…)`. */
function isHarmless(file: Models, call: Site<Call>): boolean {
	const { callee } = call.fact;
	const { root } = chainOf(callee);
	if (root.kind === 'global' || promiseLinkOf(callee) !== undefined) return true;
	if (root.kind === 'call') return isHarmless(file, at(root, call));
	return file.provenance.origins(at(callee, call)).some(({ from }) => tellingModules.has(from));
}

/** The literals that a step is handed, by themselves or in its options; undefined where it is handed code, which may wait for anything. */
function toldBy(args: readonly Value[]): string | undefined {
	const told = args.map(argument => {
		if (argument.kind === 'function') return undefined;
		if (argument.kind !== 'object') return literalOf(argument);
		return argument.entries.some(({ value }) => value.kind === 'function')
			? undefined
			: argument.entries
					.map(entry => `${keyOf(entry)}:${literalOf(entry.value)}`)
					.toSorted()
					.join();
	});
	return told.includes(undefined) ? undefined : told.join(';');
}

function keyOf(entry: ObjectEntry): string {
	return entry.kind === 'property' && typeof entry.key === 'string' ? entry.key : '*';
}

function literalOf(value: Value): string {
	return value.kind === 'literal' ? String(value.value) : '*';
}
