import { firstValues, nextEventMethods, replaying } from '../../knowledge/event-words.ts';
import { waitNames } from '../../knowledge/wait-words.ts';
import type { Site } from '../../project/model.ts';
import type { Root } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { promiseLinkOf } from '../../syntax/promise-link.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';
import { isPromiseClass } from '../promise-classes.ts';
import { chainOf, valuesInside } from '../value-parts.ts';
import { isPromiseOfEvent } from './event-wait.ts';

/** How many functions deep a promise is followed. */
const maxDepth = 4;

/**
 * Whether a call gives a promise that nothing but an event settles which comes after the call: a promise of an event, a function that does nothing but
 * give one, whatever the event is called, and a method called `waitForEvent` that is handed the name of one. A function that first looks whether it is so already is none.
 */
export function onlyListens(knowing: Knowing, site: Site<Call>, depth = 0): boolean {
	if (depth > maxDepth) return false;
	const { callee, form, args } = site.fact;
	const roots = knowing.provenance.roots(at(callee, site));
	if (form === 'new') return roots.some(isPromiseClass) && isPromiseOfEvent(site);
	if (rowsOfCall(knowing, site).some(({ row }) => row.effect === 'event-wait' && row.on !== 'page')) return true;
	if (roots.length > 0 && roots.every(root => root.kind === 'function' && root.path.length === 0))
		return (
			!args.some(isReplayed(site)) && roots.every(root => root.kind === 'function' && doesNothingElse(knowing, root.site, depth + 1))
		);
	return (
		callee.kind === 'member' &&
		typeof callee.property === 'string' &&
		nextEventMethods.test(callee.property) &&
		args.length > 0 &&
		roots.every(({ kind }) => kind === 'unknown' || kind === 'origin' || kind === 'parameter')
	);
}

/** Whether all that a function waits for, or gives back, is such a promise. */
function doesNothingElse(knowing: Knowing, site: Site<FunctionFacts>, depth: number): boolean {
	const { returns, awaits, generator, regions } = site.fact;
	const results = returns.length > 0 ? returns : awaits;
	const [result] = results;
	if (
		generator ||
		result === undefined ||
		results.length > 1 ||
		result.region !== undefined ||
		regions.some(({ kind }) => kind === 'loop')
	)
		return false;
	if (!awaits.every(each => each === result || each.start >= result.start)) return false;
	const call = promiseIn(result.value, site.fact);
	return call !== undefined && (isFirstValue(knowing, at(call, site), site) || onlyListens(knowing, at(call, site), depth));
}

/** The call that gives what is given back: `await once(…)`, `once(…).then(…)`, and what a constant holds. */
function promiseIn(value: Value, around: FunctionFacts): Call | undefined {
	if (value.kind === 'await') return promiseIn(value.value, around);
	if (value.kind !== 'call') return undefined;
	const link = promiseLinkOf(value.callee);
	return link === undefined ? value : promiseIn(link.before, around);
}

/** `firstValueFrom(events.pipe(filter(…)))` in a function that is called like a wait. */
function isFirstValue({ provenance }: Knowing, call: Site<Call>, { fact: { name } }: Site<FunctionFacts>): boolean {
	const [stream] = call.fact.args;
	if (name === undefined || !waitNames.test(name) || stream === undefined || !isChained(stream) || isReplayed(call)(stream)) return false;
	return provenance.roots(at(call.fact.callee, call)).some(isFirst);
}

function isFirst(root: Root): boolean {
	if (root.kind !== 'origin' || root.origin.from !== firstValues.from) return false;
	const [first] = root.origin.steps;
	return first?.kind === 'property' && firstValues.names.has(first.name);
}

function isChained(stream: Value): boolean {
	return stream.kind === 'call' && stream.callee.kind === 'member' && stream.callee.property === 'pipe';
}

/** Whether a stream tells again what it told, as far as its name says so. */
function isReplayed({ module: { facts } }: Site<Call>): (value: Value) => boolean {
	return value =>
		valuesInside(value).some(inner => inner.kind === 'reference' && replaying.test(facts.bindings[inner.binding]?.name ?? '')) ||
		chainOf(value).path.some(name => replaying.test(name));
}
