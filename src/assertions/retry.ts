import { lazyCalls, retriedCalls, retryRows } from '../knowledge/assertions/retry.ts';
import type { RetriedCallRow } from '../knowledge/assertions/row.ts';
import type { Site } from '../project/model.ts';
import type { Origin } from '../provenance/model.ts';
import { type Pattern, matchPattern, parsePattern } from '../provenance/pattern.ts';
import { at } from '../provenance/walker.ts';
import type { FunctionFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { listed, packageOf } from './vocabulary.ts';

const rows = retryRows.flatMap(row => listed(row.from).map(name => ({ row, name, pattern: parsePattern(row.path) })));
const byPackage: ReadonlyMap<string, typeof rows> = new Map(rows.map(({ name }) => [name, rows.filter(each => each.name === name)]));

/** The function that the call at the end of an origin runs until it passes. */
export function retriedBy(origin: Origin): readonly Site<Value>[] {
	return (byPackage.get(origin.from) ?? byPackage.get(packageOf(origin.from)) ?? []).flatMap(({ row, pattern }) => {
		const match = matchPattern(pattern, origin);
		if (match?.length !== origin.steps.length) return [];
		const call = (row.call === undefined ? match.calls.at(-1) : match.calls[row.call])?.site;
		const callback = call?.fact.args[row.argument];
		return call !== undefined && callback !== undefined && canBeCalled(callback) ? [at(callback, call)] : [];
	});
}

const looking = callsByPackage(retriedCalls);
const lazy = callsByPackage(lazyCalls);

/** Whether the call at the end of an origin looks again until what it needs is there, or runs a function that it is handed until it passes. */
export function looksAgain(origin: Origin): boolean {
	return isOneOf(looking, origin) || retriedBy(origin).length > 0;
}

/** Whether the call at the end of an origin only says how an element is to be found. */
export function looksLater(origin: Origin): boolean {
	return isOneOf(lazy, origin);
}

interface ParsedCall {
	readonly row: RetriedCallRow;
	readonly name: string;
	readonly pattern: Pattern;
}
type ParsedCalls = ReadonlyMap<string, readonly ParsedCall[]>;

function callsByPackage(rows: readonly RetriedCallRow[]): ParsedCalls {
	const calls = rows.flatMap(row => listed(row.from).map((name): ParsedCall => ({ row, name, pattern: parsePattern(row.path) })));
	return new Map(calls.map(({ name }) => [name, calls.filter(each => each.name === name)]));
}

function isOneOf(calls: ParsedCalls, origin: Origin): boolean {
	return (calls.get(origin.from) ?? calls.get(packageOf(origin.from)) ?? []).some(({ row, pattern }) => {
		if (matchPattern(pattern, origin, row.chained === undefined) === undefined) return false;
		return !origin.steps.some(step => step.kind === 'property' && row.unless?.includes(step.name) === true);
	});
}

export function canBeCalled({ kind }: Value): boolean {
	return kind === 'function' || kind === 'reference' || kind === 'member';
}

/** Whether a function of the project runs the function it gets as an argument again and again, until it no longer throws. */
export function retriesArgument({ module, fact }: Site<FunctionFacts>, argument: number): boolean {
	const binding = fact.parameters[argument]?.binding;
	if (binding === undefined) return false;
	const inner = functionsWithin(module.facts, fact);
	const waits = inner.some(each =>
		each.calls.some(call => call.callee.kind === 'global' && ['setTimeout', 'setInterval'].includes(call.callee.name)),
	);
	return inner.some(each =>
		each.calls.some(call => {
			if (call.callee.kind !== 'reference' || call.callee.binding !== binding) return false;
			return isPolled(each, call.region) || (waits && isCaught(each, call.region));
		}),
	);
}

/** Whether code in a region is tried again when it throws: a loop around a `try` whose `catch` goes on. */
export function isPolled(fact: FunctionFacts, region: number | undefined): boolean {
	let caught = false;
	for (let index = region; index !== undefined; index = fact.regions[index]?.parent) {
		const loop = fact.regions[index]?.loop;
		if (caught && loop !== undefined && loop.form !== 'for-of' && loop.form !== 'for-in') return true;
		caught ||= isSwallowed(fact, index);
	}
	return false;
}

/** Whether an error of code in a region is caught, and not always thrown again. */
export function isCaught(fact: FunctionFacts, region: number | undefined): boolean {
	for (let index = region; index !== undefined; index = fact.regions[index]?.parent) {
		if (isSwallowed(fact, index)) return true;
	}
	return false;
}

/** A `try` with a `catch` that does not always throw again. */
function isSwallowed({ regions, throws }: FunctionFacts, index: number): boolean {
	const tried = regions[index];
	if (tried?.kind !== 'try') return false;
	const handler = regions.findIndex(each => each.kind === 'catch' && each.parent === tried.parent && each.start >= tried.end);
	return handler !== -1 && !throws.some(each => each.region === handler);
}
