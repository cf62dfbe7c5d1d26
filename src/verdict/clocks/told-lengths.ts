import { rowsOfCall } from '../../effects/knowing.ts';
import { valuesIn, valuesInside } from '../../effects/value-parts.ts';
import { lengthNames, lengthMethods } from '../../knowledge/wait-words.ts';
import type { Site } from '../../project/model.ts';
import { placeOf } from '../../provenance/match.ts';
import { staticValue } from '../../provenance/static-value.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/** Less than this many is mostly seconds, or a count. */
const least = 10;

const lengths = { ms: 1, s: 1_000, min: 60_000 } as const;

/** The lengths of time, in milliseconds, that a test or a hook of it tells the code under test: `connect({ timeout: 500 })`, `expect.element('p').present.before(110)`. */
export function toldLengths(models: Models, scope: Scope): readonly number[] {
	const { module } = models;
	const bodies = [scope, ...('hooks' in scope ? scope.hooks : [])].map(({ body }) => body).filter(body => body.module === module);
	const texts = bodies.flatMap(body => functionsWithin(module.facts, body.fact)).map(fact => ({ module, fact }));
	const told = texts.flatMap(site => [...optionsIn(models, site), ...argumentsIn(site)]);
	return told
		.map(site => staticValue(models.provenance.roots, site))
		.filter(value => typeof value === 'number')
		.filter(ms => ms >= least);
}

function optionsIn({ module }: Models, { fact }: Site<FunctionFacts>): readonly Site<Value>[] {
	const values = [...valuesIn(fact, module.facts)].flatMap(valuesInside);
	const entries = values.flatMap(value => (value.kind === 'object' ? value.entries : []));
	return entries.flatMap(entry =>
		entry.kind === 'property' && typeof entry.key === 'string' && lengthNames.test(entry.key) ? [{ module, fact: entry.value }] : [],
	);
}

function argumentsIn({ module, fact: { calls } }: Site<FunctionFacts>): readonly Site<Value>[] {
	return calls.flatMap(({ callee, args: [first] }) =>
		callee.kind === 'member' && typeof callee.property === 'string' && lengthMethods.test(callee.property) && first !== undefined
			? [{ module, fact: first }]
			: [],
	);
}

/** The lengths of the timers and waits that stand in the text of a test, in functions that it hands to others as well. */
export function timersIn(models: Models, scope: Scope): readonly number[] {
	const { effects } = models;
	const own = effects.sleepsIn(scope.body).map(({ ms }) => ms);
	return [...own.filter(ms => ms !== undefined), ...timersInCallbacks(models, scope)].filter(ms => ms > 0);
}

/** The same, without what the test itself waits for. */
function timersInCallbacks(models: Models, { body }: Scope): readonly number[] {
	const { module, effects } = models;
	const texts = body.module === module ? functionsWithin(module.facts, body.fact).map(fact => ({ module, fact })) : [];
	const waits = texts.filter(({ fact }) => fact !== body.fact).flatMap(site => effects.sleepsIn(site).map(({ ms }) => ms));
	return [...waits, ...texts.flatMap(({ fact: { calls } }) => calls).map(call => lengthOf(models, call))].filter(ms => ms !== undefined);
}

function lengthOf(models: Models, fact: Call): number | undefined {
	for (const { row, call } of rowsOfCall(models, { module: models.module, fact })) {
		if ((row.effect !== 'timer' && row.effect !== 'sleep') || row.delay === undefined || call === undefined) continue;
		const place = placeOf(row.delay, call);
		const value = place === undefined ? undefined : staticValue(models.provenance.roots, place.site, place.path);
		if (typeof value === 'number') return value * lengths[row.unit ?? 'ms'];
	}
	return undefined;
}

/** How many milliseconds before its time a timer may fire. */
export const early = 1;
/** How many times as long as the least time what is waited for may take, to be what the least time is about. */
const farthest = 2;

/**
 * Whether what the test tells others to wait, or lets them wait in callbacks of its own, is somewhat longer than the least time that it asserts, and
 * nothing of it is just as long: then the bound leaves room for a timer that fires early, and load only makes it truer.
 */
export function leavesRoom(models: Models, scope: Scope, least: number): boolean {
	const told = [...timersInCallbacks(models, scope), ...toldLengths(models, scope)];
	return told.some(ms => ms >= least + early && ms <= least * farthest) && !told.some(ms => Math.abs(ms - least) <= early);
}
