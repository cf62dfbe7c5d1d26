import { rowsOfCall } from '../../effects/knowing.ts';
import { regionsAround } from '../../effects/loops.ts';
import { onlyListens } from '../../effects/waits/only-listens.ts';
import { chainOf } from '../../effects/value-parts.ts';
import { type Witness, witnessOf } from '../../effects/witness.ts';
import { claiming, telling, unheardActs } from '../../knowledge/event-words.ts';
import { lookingWords, receivingWords, waitNames } from '../../knowledge/wait-words.ts';
import type { Site } from '../../project/model.ts';
import { isTestSupport } from '../../project/test-support.ts';
import { entered } from '../../provenance/frames.ts';
import { at, seenThrough } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { isPutOff } from './event-triggers.ts';
import { innerWaits } from '../inner-waits.ts';
import type { Models } from '../models.ts';

/** A wait for an event of which only the place tells that what was awaited right before it may bring it about. */
export interface LateGuess {
	/** The wait, or the call of the function of another file in which it stands. */
	readonly place: Span;
	/** What waits, as it is called. */
	readonly wait: string;
	/** What was awaited before, and where. */
	readonly witness: Witness;
}

/** The waits for events that tests, and functions for tests which they call, begin right behind something else that they have awaited. */
export function* lateGuesses(models: Models): Iterable<LateGuess> {
	const seen = new Set<FunctionFacts>();
	for (const { body } of models.scopes) {
		if (body.module !== models.module) continue;
		for (const inside of functionsWithin(body.module.facts, body.fact)) {
			if (seen.has(inside)) continue;
			seen.add(inside);
			const site = at(inside, body);
			for (const pair of pairsIn(models, site)) yield told(site, pair, pair.wait);
			for (const call of inside.calls) yield* elsewhere(models, at(call, site), seen);
		}
	}
}

/** What stands in a function of another file of the tests that is awaited, told of once. */
function* elsewhere(models: Models, call: Site<Call>, seen: Set<FunctionFacts>): Iterable<LateGuess> {
	if (call.fact.usage !== 'awaited') return;
	const [root, ...others] = models.provenance.roots(at(call.fact.callee, call));
	if (
		root?.kind !== 'function' ||
		root.path.length > 0 ||
		others.length > 0 ||
		root.site.module === models.module ||
		!isTestSupport(root.site.module) ||
		seen.has(root.site.fact)
	)
		return;
	const frame = entered(root.site, call, root.receiver);
	if (frame === undefined) return;
	seen.add(root.site.fact);
	const site = seenThrough(root.site, frame);
	for (const pair of pairsIn(models, site)) yield told(site, pair, call.fact);
}

function told({ module, frame }: Site<FunctionFacts>, { wait, trigger }: Pair, place: Span): LateGuess {
	const name = nameOf({ module, fact: trigger, frame });
	return { place, wait: nameOf({ module, fact: wait, frame }), witness: witnessOf(name, { module, fact: trigger, frame }) };
}

interface Pair {
	readonly wait: Call;
	readonly trigger: Call;
}

function* pairsIn(models: Models, site: Site<FunctionFacts>): Iterable<Pair> {
	const awaited = site.fact.calls.filter(({ usage }) => usage === 'awaited').toSorted((one, other) => one.start - other.start);
	for (const [index, wait] of awaited.entries()) {
		const trigger = awaited[index - 1];
		if (
			trigger !== undefined &&
			trigger.end <= wait.start &&
			isNext(site, trigger, wait) &&
			isAct(models, at(trigger, site)) &&
			onlyListens(models, at(wait, site)) &&
			![wait, ...callsIn(models, at(wait, site))].some(each => isMadeBy(site, trigger, each))
		)
			yield { wait, trigger };
	}
}

/** Whether nothing stands between two calls that could bring something about, and the second is made whenever the first is. */
function isNext(site: Site<FunctionFacts>, { end, region }: Call, wait: Call): boolean {
	const [one, other] = [region, wait.region].map(each => regionsAround(site.fact, each));
	if (one?.every(each => other?.includes(each)) !== true || other?.every(each => one.includes(each) || each.kind === 'try') !== true)
		return false;
	const isBetween = (each: Span): boolean => each.start >= end && each.end <= wait.start;
	if (site.fact.awaits.some(isBetween) || site.fact.writes.some(each => isBetween(each) && each.target.kind === 'member')) return false;
	return site.fact.calls.every(
		call =>
			!isBetween(call) ||
			chainOf(call.callee).path.some(name => telling.test(name)) ||
			isSaid(call.callee, site.module.facts.bindings),
	);
}

/** `logger.info(…)`, `expect(…).toBe(…)` */
function isSaid(callee: Value, bindings: readonly { readonly name: string }[]): boolean {
	const { root } = chainOf(callee);
	const base = root.kind === 'call' ? chainOf(root.callee).root : root;
	const name = base.kind === 'reference' ? (bindings[base.binding]?.name ?? '') : base.kind === 'global' ? base.name : '';
	return telling.test(name) || claiming.has(name);
}

/** Whether something is done: neither looked at, nor waited for, nor made ready. */
function isAct(models: Models, call: Site<Call>): boolean {
	const { form, callee } = call.fact;
	const name = callee.kind === 'member' ? callee.property : nameOf(call);
	if (
		form !== 'call' ||
		typeof name !== 'string' ||
		lookingWords.test(name) ||
		receivingWords.test(name) ||
		waitNames.test(name) ||
		unheardActs.test(name) ||
		call.fact.args.some(isPutOff) ||
		onlyListens(models, call)
	)
		return false;
	return (
		rowsOfCall(models, call).length === 0 &&
		!(callee.kind === 'member' && callee.object.kind === 'global') &&
		callsIn(models, call).every(each => isAct(models, at(each, call)))
	);
}

/** The calls that a function of the linted file waits for, where that is called. */
function callsIn(models: Models, call: Site<Call>): readonly Call[] {
	return innerWaits(models, call).flatMap(({ fact }) => (fact.kind === 'call' ? [fact] : []));
}

/** Whether what is listened to is what was awaited: `const client = await connect(); await ready(client);`. */
function isMadeBy({ module: { facts } }: Site<FunctionFacts>, trigger: Call, { callee, args }: Call): boolean {
	const made = facts.bindings.flatMap(({ definitions }, index) =>
		definitions.some(each => each.kind === 'value' && each.value.kind === 'await' && each.value.value === trigger) ? [index] : [],
	);
	return [callee, ...args].some(value => {
		const { root } = chainOf(value);
		return root.kind === 'reference' && made.includes(root.binding);
	});
}

function nameOf({ fact: { callee, form }, module: { facts } }: Site<Call>): string {
	if (form === 'new') return 'The promise';
	if (callee.kind === 'reference') return facts.bindings[callee.binding]?.name ?? '';
	const { root, path } = chainOf(callee);
	const base = root.kind === 'reference' ? (facts.bindings[root.binding]?.name ?? '') : root.kind === 'global' ? root.name : '';
	return [base, ...path].filter(name => name !== '').join('.');
}
