import { chainOf, valuesIn, valuesInside } from '../../effects/value-parts.ts';
import { suitesAround } from '../../framework/suite-draft.ts';
import { closings } from '../../knowledge/ending-words.ts';
import {
	clearingOld,
	expiring,
	keepingServers,
	letsIn,
	lifetimeNames,
	lifetimeUnits,
	storing,
	sweeping,
	tooMany,
} from '../../knowledge/expiry-words.ts';
import type { Module, Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Claim, Models, Scope } from '../models.ts';
import type { Wait } from './waits.ts';
import { holds } from '../../syntax/spans.ts';

/** How long something that a test made lives: milliseconds, or `several` where it is one of several numbers. */
interface Lifetime {
	readonly ms: number | 'several';
	readonly value: Value;
	readonly module: Module;
}

/**
 * Whether a wait is longer than anything lives to which the test, its hooks or the suites around it gave a lifetime, and what has it is asked again
 * behind the wait: the clock alone decides then what it answers, so the wait cannot be too short. Where one lives longer, a late test finds it gone; a sweep by
 * a timer, or a server, may be late itself. Waits of the test before it count as well, where what is said to be gone is so before the next.
 */
export function waitsOutLifetime(models: Models, scope: Scope, wait: Wait, waits: readonly Wait[]): boolean {
	if (waitsOutAge(models, scope, wait)) return true;
	const settings = settingsIn(models, scope, wait.site);
	const lifetimes = settings.flatMap(site => lifetimeOf(models, site) ?? []);
	const spare = lifetimes.length > 0 && asksServer(models) ? ofServer : 1;
	const isPassed = ({ ms }: Lifetime, passed: number | undefined): boolean =>
		ms === 'several' ? passed === undefined : passed !== undefined && ms + spare <= passed;
	const isAlone = lifetimes.every(each => isPassed(each, wait.ms));
	const isOver = isAlone || lifetimes.every(each => isPassed(each, passedBy(wait, each, scope, waits)));
	if (lifetimes.length === 0 || !isOver || settings.some(({ fact: [key] }) => sweeping.test(key))) return false;
	const next = isAlone ? undefined : waits.find(({ site }) => site.start > wait.site.start);
	const behind = claimsBehind(models, scope, wait.site, next?.site.start);
	return (
		(behind.some(claim => saysGone(models, claim)) || isLetInAgain(models, scope, wait.site, behind)) &&
		asksAgain(scope, wait.site, holdersOf(lifetimes, scope.body.module))
	);
}

/**
 * How long something lives, in milliseconds, that is asked again behind a wait and is to be there still: the shortest of the lifetimes that the test,
 * its hooks and its suites gave, where each is longer than all that is waited. The wait can then be too long, and not too short.
 */
export function livesThrough(models: Models, scope: Scope, wait: Wait, waits: readonly Wait[]): number | undefined {
	const lifetimes = settingsIn(models, scope, wait.site).flatMap(site => lifetimeOf(models, site) ?? []);
	const passed =
		wait.ms === undefined
			? undefined
			: waits.filter(({ site }) => site.start <= wait.site.start).reduce((sum, { ms }) => sum + (ms ?? Infinity), 0);
	const shortest = Math.min(...lifetimes.map(({ ms }) => (ms === 'several' ? 0 : ms)));
	if (passed === undefined || lifetimes.length === 0 || passed >= shortest || passed * longest < shortest) return undefined;
	const next = waits.find(({ site }) => site.start > wait.site.start);
	const behind = claimsBehind(models, scope, wait.site, next?.site.start);
	const isThere = behind.length > 0 && !behind.some(claim => saysGone(models, claim));
	return isThere && asksAgain(scope, wait.site, holdersOf(lifetimes, scope.body.module)) ? shortest : undefined;
}

/** How many times as long as the wait something may live that the wait is measured by. */
const longest = 4;

function claimsBehind(models: Models, scope: Scope, { start }: Span, end = Infinity): readonly Claim[] {
	const startOf = ({ place, site: { fact, module } }: Claim): number => (module === scope.body.module ? fact : place).start;
	return models.assertionsIn(scope).filter(claim => startOf(claim) >= start && startOf(claim) < end);
}

/** How long something has lived at the end of a wait, for certain: the waits of the test in front of this one that came after it are over too. */
function passedBy(wait: Wait, { value, module }: Lifetime, { body }: Scope, waits: readonly Wait[]): number | undefined {
	const isSince = ({ start }: Span): boolean =>
		start < wait.site.start && (module !== body.module || !holds(body.fact, value) || start > value.start);
	const before = waits.filter(({ kind, site }) => kind === 'sleep' && isSince(site)).map(({ ms }) => ms ?? 0);
	return wait.ms === undefined ? undefined : before.reduce((sum, ms) => sum + ms, wait.ms);
}

/** Whether a call behind a wait takes away what is older than a number that is below the wait, and what is left is counted or said to be gone: waiting longer only makes it older. */
function waitsOutAge(models: Models, scope: Scope, wait: Wait): boolean {
	const { ms } = wait;
	const clearing = within(scope.body).flatMap(site =>
		site.fact.calls.filter(call => call.start > wait.site.start && isClearing(call)).map(call => at(call, site)),
	);
	const ages = clearing.map(site =>
		site.fact.args.map(argument => staticValue(models.provenance.roots, at(argument, site))).filter(value => typeof value === 'number'),
	);
	const isOlder = ([age, ...others]: readonly number[]): boolean =>
		ms !== undefined && age !== undefined && others.length === 0 && age < ms;
	return ages.length > 0 && ages.every(isOlder) && claimsBehind(models, scope, wait.site).some(claim => saysGone(models, claim));
}

function isClearing({ callee }: Call): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && clearingOld.test(callee.property);
}

/** Milliseconds by which a wait is to be longer than what lives on a server, which keeps time and deletes for itself. */
const ofServer = 100;

/** Whether the test, or what it imports, talks to a server that keeps things. A name is enough: it keeps a report. */
function asksServer({ module, project }: Models): boolean {
	const imported = module.facts.sources.flatMap(source => {
		const resolution = project.resolve(source, module.file);
		return resolution.kind === 'file' ? (project.load(resolution.file)?.facts.sources ?? []) : [];
	});
	return [...module.facts.sources, ...imported].some(source => keepingServers.test(source));
}

type Setting = readonly [key: string, value: Value];

/** The options and arguments that a test is set up with in front of a wait, by their names. */
function settingsIn(models: Models, scope: Scope, wait: Span): readonly Site<Setting>[] {
	const { module } = scope.body;
	const suites = [...suitesAround(scope.suite)].map(({ body }) => body);
	const hooks = 'hooks' in scope ? scope.hooks.filter(({ phase }) => phase.startsWith('before')).flatMap(({ body }) => within(body)) : [];
	const own = within(scope.body).flatMap(site => settingsOf(site).filter(({ fact: [, value] }) => value.start < wait.start));
	return [...own, ...[...hooks, ...suites.filter(body => body.module === module)].flatMap(settingsOf)];
}

function within({ module, fact, frame }: Site<FunctionFacts>): readonly Site<FunctionFacts>[] {
	return functionsWithin(module.facts, fact).map(each => ({ module, fact: each, frame }));
}

function settingsOf(site: Site<FunctionFacts>): readonly Site<Setting>[] {
	const found = known.get(site.fact) ?? [...valuesIn(site.fact, site.module.facts)].flatMap(namedIn);
	known.set(site.fact, found);
	return found.map(setting => at(setting, site));
}

const known = new WeakMap<FunctionFacts, readonly Setting[]>();

/** `{ ttl: 50 }`, `cache.set('key', 'value', 50)` */
function namedIn(value: Value): readonly Setting[] {
	if (value.kind === 'object')
		return value.entries.flatMap((entry): Setting[] =>
			entry.kind === 'property' && typeof entry.key === 'string' && (lifetimeNames.test(entry.key) || sweeping.test(entry.key))
				? [[entry.key, entry.value]]
				: [],
		);
	if (value.kind !== 'call' || value.callee.kind !== 'member' || typeof value.callee.property !== 'string') return [];
	const name = value.callee.property;
	const given = storing.test(name)
		? value.args[2]
		: expiring.test(name)
			? value.args.find(each => each.kind !== 'literal' || typeof each.value === 'number')
			: undefined;
	return given === undefined ? [] : [['ttl', given]];
}

function lifetimeOf(models: Models, site: Site<Setting>): Lifetime | undefined {
	const [key, value] = site.fact;
	const ms = sweeping.test(key)
		? undefined
		: (inUnitOf(key, staticValue(models.provenance.roots, at(value, site))) ?? lengthOf(models, at(value, site)));
	return ms === undefined ? undefined : { ms, value, module: site.module };
}

/** `ttlInSeconds: '1'` */
function inUnitOf(key: string, value: unknown): number | undefined {
	const [, unit] = lifetimeUnits.find(([name]) => name.test(key)) ?? [];
	const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
	return unit === undefined || !isNumber || Number(value) <= 0 ? undefined : Number(value) * unit;
}

function lengthOf(models: Models, site: Site<Value>): Lifetime['ms'] | undefined {
	const { fact } = site;
	if (
		fact.kind === 'call' &&
		fact.form === 'new' &&
		fact.callee.kind === 'global' &&
		fact.callee.name === 'Date' &&
		fact.args[0] !== undefined
	)
		return lengthOf(models, at(fact.args[0], site));
	const known = staticValue(models.provenance.roots, site);
	if (typeof known === 'number') return known > 0 ? known : undefined;
	if (typeof known === 'string') return writtenOut(known);
	const made = models.provenance.roots(site).map(root => (root.kind === 'made' && root.path.length === 0 ? root.site : undefined));
	const [only] = made;
	if (made.length > 1)
		return made.every(each => each?.fact.kind === 'literal' && typeof each.fact.value === 'number') ? 'several' : undefined;
	return only?.fact.kind === 'operation' ? untilDeadline(models, only, only.fact) : undefined;
}

/** `Date.now() + 100`; a time that is over already lives no longer. */
function untilDeadline(
	models: Models,
	site: Site<Value>,
	{ operator, operands: [now, length] }: Extract<Value, { kind: 'operation' }>,
): Lifetime['ms'] | undefined {
	if (now === undefined || length === undefined || !valuesInside(now).some(({ kind }) => kind === 'call')) return undefined;
	if (operator === '-') return 0;
	return operator === '+' ? lengthOf(models, at(length, site)) : undefined;
}

/** `'1s'`, `'50ms'` */
function writtenOut(text: string): number | undefined {
	const [, digits, unit = ''] = /^(\d+) ?(ms|s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)$/.exec(text) ?? [];
	if (digits === undefined) return undefined;
	return Number(digits) * (unit === 'ms' ? 1 : unit.startsWith('s') ? 1_000 : unit.startsWith('m') ? 60_000 : 3_600_000);
}

/** That something is missing, refused, or there so and so often. */
function saysGone(models: Models, claim: Claim): boolean {
	const { relation, expected, negated } = claim;
	if (models.claimsAbsence(claim) || (refusing.has(relation) && !negated)) return true;
	if (negated || expected === undefined || !comparing.has(relation)) return false;
	const value = staticValue(models.provenance.roots, expected);
	if (typeof value === 'number') return value < 100 || (value >= 400 && value < 500);
	return valuesInside(expected.fact).some(isMissing);
}

/** Whether who was asking too often in front of a wait is let in behind it. */
function isLetInAgain(models: Models, scope: Scope, { start }: Span, behind: readonly Claim[]): boolean {
	const statusOf = ({ relation, expected, negated }: Claim): number => {
		const value =
			negated || expected === undefined || !comparing.has(relation) ? undefined : staticValue(models.provenance.roots, expected);
		return typeof value === 'number' ? value : 0;
	};
	return (
		behind.some(claim => letsIn(statusOf(claim))) &&
		models.assertionsIn(scope).some(claim => claim.place.start < start && statusOf(claim) === tooMany)
	);
}

const refusing: ReadonlySet<Claim['relation']> = new Set(['rejects', 'throws']);
const comparing: ReadonlySet<Claim['relation']> = new Set(['called-times', 'deep-equal', 'identical', 'length']);

function isMissing(value: Value): boolean {
	if (value.kind === 'literal') return value.value === undefined || value.value === null || value.value === false || value.value === '';
	return value.kind === 'global' && value.name === 'undefined';
}

/** The variables that hold what was given a lifetime, and what was made with it. */
function holdersOf(lifetimes: readonly Lifetime[], module: Module): ReadonlySet<number> {
	const { bindings, functions } = module.facts;
	const spans = lifetimes.flatMap(each => (each.module === module ? [each.value] : []));
	const receivers = functions
		.flatMap(({ calls }) => calls.filter(call => spans.some(span => call.args.some(argument => holds(argument, span)))))
		.flatMap(({ callee }) => rootOf(callee));
	const found = new Set(receivers);
	for (let round = 0; round < rounds; round++) {
		for (const [index, { definitions }] of bindings.entries()) {
			const isMadeWith = definitions.some(
				each =>
					each.kind === 'value' &&
					(spans.some(span => holds(each.value, span)) || (each.value.kind !== 'function' && mentions(each.value, found))),
			);
			if (isMadeWith) found.add(index);
		}
	}
	return found;
}

/** A store, what it is handed to, and what that is handed to. */
const rounds = 2;

function asksAgain({ body }: Scope, { start }: Span, holders: ReadonlySet<number>): boolean {
	return within(body).some(({ fact: { calls } }) =>
		calls.some(call => call.start > start && !isClosing(call) && mentions(call, holders)),
	);
}

function isClosing({ callee }: Call): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && closings.has(callee.property);
}

function mentions(value: Value, bindings: ReadonlySet<number>): boolean {
	return valuesInside(value).some(each => each.kind === 'reference' && bindings.has(each.binding));
}

function rootOf(callee: Value): readonly number[] {
	const { root } = chainOf(callee);
	return root.kind === 'reference' && callee.kind === 'member' ? [root.binding] : [];
}
