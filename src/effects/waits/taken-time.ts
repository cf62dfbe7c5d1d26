import { standInMakers } from '../../knowledge/stub-words.ts';
import type { Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import type { Origin, Root } from '../../provenance/model.ts';
import { matchWhole } from '../../provenance/match.ts';
import { matchPattern, parsePattern } from '../../provenance/pattern.ts';
import { callStep } from '../../provenance/walk-value.ts';
import { at, seenThrough } from '../../provenance/walker.ts';
import { soleValue } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { promiseLinkOf } from '../../syntax/promise-link.ts';
import { apiName } from '../api-name.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';
import { regionsAround } from '../loops.ts';
import { isJoin, isPromiseClass } from '../promise-classes.ts';
import { lengthOf } from './lengths.ts';
import { timerOfPromise } from './timer-promise.ts';

/** What takes the time that a promise is waited for. */
export interface TakenTime {
	readonly by: 'timer' | 'request';
	/** Of a timer, its milliseconds. */
	readonly ms: number | undefined;
	/** `setTimeout`, `fetch` */
	readonly api: string;
	/** The stand-in of a test that takes it, where one does: its own call. */
	readonly standIn: Call | undefined;
}

export interface TakingOptions extends Knowing {
	/** What stands in the place of an API or of a function of the project: the call that says what it does, `vi.spyOn(api, 'save').mockImplementation(() => …)`. */
	readonly replaced: (root: Root) => Site<Call> | 'unknown' | undefined;
}

/** How deep functions are entered. */
const deepest = 5;

const makers = standInMakers.flatMap(({ from, path }) => [from].flat().map(name => ({ name, pattern: parsePattern(path) })));

/**
 * What a promise waits for at least before it settles, whichever way the code takes: a timer of a known length, or a request. Undefined where that may be nothing but
 * microtasks, and where nobody can tell.
 */
export function timeTaken(options: TakingOptions, site: Site<Value>, depth = 0): TakenTime | undefined {
	const { fact: value } = site;
	if (depth > deepest) return undefined;
	if (value.kind === 'await') return timeTaken(options, at(value.value, site), depth);
	if (value.kind === 'reference') return ofKept(options, site, depth);
	return value.kind === 'call' ? ofCall(options, at(value, site), depth) : undefined;
}

/** `const answer = load(); … await answer` */
function ofKept(options: TakingOptions, site: Site<Value>, depth: number): TakenTime | undefined {
	const held = soleValue(site.module.facts, site.fact);
	return held?.kind === 'call' ? timeTaken(options, at(held, site), depth + 1) : undefined;
}

function ofCall(options: TakingOptions, site: Site<Call>, depth: number): TakenTime | undefined {
	const { callee, args, form } = site.fact;
	const roots = options.provenance.roots(at(callee, site));
	if (form === 'new') return roots.some(isPromiseClass) ? ofPromise(options, site) : undefined;
	if (roots.some(isJoin))
		return firstOf(
			options,
			args.flatMap(each => (each.kind === 'array' ? each.elements : [])),
			site,
			depth,
		);
	const link = promiseLinkOf(callee);
	const before = link && timeTaken(options, at(link.before, site), depth);
	if (before !== undefined) return before;
	const taken = roots.map(root => ofRoot(options, root, site, depth));
	return taken.every(each => each !== undefined) ? (taken.find(({ standIn }) => standIn !== undefined) ?? taken[0]) : undefined;
}

function firstOf(options: TakingOptions, values: readonly Value[], site: Site<Value>, depth: number): TakenTime | undefined {
	for (const value of values) {
		const taken = timeTaken(options, at(value, site), depth);
		if (taken !== undefined) return taken;
	}
	return undefined;
}

/** `new Promise(resolve => setTimeout(resolve, 5))` */
function ofPromise(options: TakingOptions, site: Site<Call>): TakenTime | undefined {
	const ticking = timerOfPromise(options, site);
	if (ticking?.call === undefined) return undefined;
	return timed(lengthOf(options, ticking.row, ticking.call), apiName(ticking.origin, ticking.match));
}

function timed(ms: number | undefined, api: string): TakenTime | undefined {
	return ms === undefined ? undefined : { by: 'timer', ms, api, standIn: undefined };
}

/** How long a timer takes, of which a row tells: `setTimeout(show, 20)`. */
export function timerTaken(options: TakingOptions, site: Site<Call>): TakenTime | undefined {
	for (const { row, origin, match } of rowsOfCall(options, site))
		if (row.effect === 'timer') return timed(lengthOf(options, row, site), apiName(origin, match));
	return undefined;
}

function ofRoot(options: TakingOptions, root: Root, site: Site<Call>, depth: number): TakenTime | undefined {
	const replaced = options.replaced(root);
	if (replaced !== undefined) return replaced === 'unknown' ? undefined : ofStandIn(options, replaced, depth);
	if (root.kind === 'origin') return ofRows(options, root.origin, site) ?? ofStandIn(options, makingCall(root.origin), depth);
	if (root.kind !== 'function' || root.path.length > 0 || root.site.fact.generator) return undefined;
	const frame = entered(root.site, site, root.receiver);
	return frame === undefined ? undefined : ofFunction(options, seenThrough(root.site, frame), depth + 1);
}

function ofRows({ provenance, rows }: TakingOptions, { from, steps }: Origin, site: Site<Call>): TakenTime | undefined {
	for (const { row, origin, match } of matchWhole(rows, provenance.roots, { from, steps: [...steps, callStep(site)] })) {
		if (row.effect === 'request') return { by: 'request', ms: undefined, api: apiName(origin, match), standIn: undefined };
		if (row.effect === 'sleep') return timed(lengthOf({ provenance, rows }, row, site), apiName(origin, match));
	}
	return undefined;
}

/** `vi.fn(() => later('done', 5))`, which nothing tells to answer otherwise. */
function ofStandIn(options: TakingOptions, made: Site<Call> | undefined, depth: number): TakenTime | undefined {
	const [does] = made?.fact.args ?? [];
	if (made === undefined || does === undefined || isToldOtherwise(made)) return undefined;
	for (const root of options.provenance.roots(at(does, made))) {
		const taken = root.kind === 'function' && root.path.length === 0 ? ofFunction(options, root.site, depth + 1) : undefined;
		if (taken !== undefined) return { by: taken.by, ms: taken.ms, api: taken.api, standIn: made.fact };
	}
	return undefined;
}

/** The call that makes the stand-in which an API is, or a call of it, and says what it does: `vi.fn(() => 1)`. */
export function makingCall(origin: Origin): Site<Call> | undefined {
	const matches = makers.flatMap(({ name, pattern }) => (name === origin.from ? (matchPattern(pattern, origin) ?? []) : []));
	return matches.toSorted((one, other) => other.length - one.length)[0]?.calls.at(-1)?.site;
}

/** Whether a variable that holds a stand-in has methods called on it, which may tell it what to answer. */
function isToldOtherwise({ module, fact }: Site<Call>): boolean {
	const kept = module.facts.bindings.filter(({ definitions }) => definitions.some(each => each.kind === 'value' && each.value === fact));
	return kept.some(({ definitions }) => definitions.length > 1);
}

/** What a function waits for in each of its runs, and gives its caller to wait for. */
function ofFunction(options: TakingOptions, site: Site<FunctionFacts>, depth: number): TakenTime | undefined {
	const { awaits, returns } = site.fact;
	const always = [...awaits, ...(returns.length === 1 ? returns : [])].filter(({ region }) =>
		regionsAround(site.fact, region).every(({ kind }) => kind === 'try'),
	);
	return firstOf(
		options,
		always.map(({ value }) => value),
		at<Value>({ kind: 'unknown', parts: [], start: 0, end: 0 }, site),
		depth,
	);
}
