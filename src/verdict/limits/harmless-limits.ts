import { type RacedTimer, heldBy, isFailure, sleepOf } from '../../effects/waits/raced-timers.ts';
import type { Deadline } from '../../effects/waits/deadlines.ts';
import { regionsAround } from '../../effects/loops.ts';
import { callingOff } from '../../knowledge/ending-words.ts';
import type { Site } from '../../project/model.ts';
import { placeOf } from '../../provenance/match.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Region, Result, Span, Value } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import type { Models, Scope } from '../models.ts';

/**
 * Whether a limit decides nothing, however slow the machine: what it is put on takes longer for certain, so that it is to run out; whoever waits does not care
 * how it ends; or it is called off before a timer can go off.
 */
export function isHarmless(models: Models, scope: Scope, deadline: Deadline): boolean {
	const {
		kind,
		ms,
		length: { call },
	} = deadline;
	if (kind === 'guard') return isCalledOffAtOnce(models, scope, call);
	return (
		kind === 'wait' && (call.fact.args.some(argument => (settledAfter(models, at(argument, call))?.ms ?? 0) > ms) || isSwallowed(call))
	);
}

/** The timer of known length that settles a promise. */
export function settledAfter(models: Models, site: Site<Value>): { readonly ms: number; readonly timer: RacedTimer } | undefined {
	const timer =
		site.fact.kind === 'call' || site.fact.kind === 'reference' ? sleepOf(models, at(heldBy(site.fact, site.module), site)) : undefined;
	const place = timer?.row.delay === undefined ? undefined : placeOf(timer.row.delay, timer.call);
	const ms = place === undefined ? undefined : staticValue(models.provenance.roots, place.site, place.path);
	return timer === undefined || typeof ms !== 'number' ? undefined : { ms, timer };
}

/** `const limited = withTimeout(work(), 50); try { await limited; } catch {}`: it goes on in the same way, whatever comes. */
function isSwallowed({ module, fact }: Site<Call>): boolean {
	const inside = functionAt(module, fact.function);
	const holder = module.facts.bindings.findIndex(({ definitions }) =>
		definitions.some(each => each.kind === 'value' && each.path.length === 0 && each.value === fact),
	);
	const awaits = inside?.awaits.filter(({ value }) => value === fact || (value.kind === 'reference' && value.binding === holder)) ?? [];
	return (
		inside !== undefined &&
		awaits.length > 0 &&
		awaits.every(({ region }) => regionsAround(inside, region).some(tried => isIgnored(tried, inside)))
	);
}

/** A `try` that gives nothing and keeps nothing, with a `catch` in which nothing is done. */
function isIgnored(tried: Region, { regions, calls, writes, returns, throws }: FunctionFacts): boolean {
	const handler = catchOf(tried, regions);
	const isIn = (region: Region, places: readonly Span[]): boolean => places.some(place => holds(region, place));
	return handler !== undefined && !isIn(tried, [...writes, ...returns]) && !isIn(handler, [...calls, ...writes, ...returns, ...throws]);
}

function catchOf(tried: Region, regions: readonly Region[]): Region | undefined {
	return tried.kind === 'try'
		? regions.find(each => each.kind === 'catch' && each.parent === tried.parent && each.start >= tried.end)
		: undefined;
}

/** Whether all that a test waits for between a timer and where it is called off is what refuses before it waits for anything itself. */
function isCalledOffAtOnce(
	models: Models,
	{ body: { module, fact: inside, frame } }: Scope,
	{ module: from, fact: timer }: Site<Call>,
): boolean {
	const holder = module.facts.bindings.findIndex(({ definitions }) =>
		definitions.some(each => each.kind === 'value' && each.path.length === 0 && each.value === timer),
	);
	const off = inside.calls.find(call => call.start >= timer.end && isCallingOff(call, holder));
	if (
		from !== module ||
		holder === -1 ||
		off === undefined ||
		inside.returns.some(({ start, end }) => start >= timer.end && end <= off.start)
	)
		return false;
	const around = regionsAround(inside, off.region);
	const awaits = inside.awaits.filter(({ start }) => start >= timer.end && start < off.start);
	return (
		around.every(({ kind }) => kind === 'try' || kind === 'catch' || kind === 'finally') &&
		awaits.every(each => isRefused(models, each, around, { module, fact: inside, frame }))
	);
}

function isCallingOff({ callee, args: [timer] }: Call, holder: number): boolean {
	return callee.kind === 'global' && callingOff.has(callee.name) && timer?.kind === 'reference' && timer.binding === holder;
}

/** `try { await server.start(); fail('it should throw'); } catch { clearTimeout(guard); … }`, where `start` looks whether it may before it does anything. */
function isRefused(
	{ provenance }: Models,
	{ value, region, end }: Result,
	around: readonly Region[],
	{ fact: inside, ...place }: Site<FunctionFacts>,
): boolean {
	const tried = regionsAround(inside, region).find(each => around.includes(catchOf(each, inside.regions) ?? each) && each.kind === 'try');
	if (
		value.kind !== 'call' ||
		tried === undefined ||
		!inside.calls.some(call => call.start >= end && call.end <= tried.end && isFailure(call))
	)
		return false;
	const roots = provenance.roots({ fact: value.callee, ...place });
	return roots.length > 0 && roots.every(root => root.kind === 'function' && root.path.length === 0 && refusesFirst(root.site.fact));
}

function refusesFirst({ throws, awaits }: FunctionFacts): boolean {
	const first = Math.min(...awaits.map(({ start }) => start));
	return throws.some(({ end }) => end <= first);
}
