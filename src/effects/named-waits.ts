import { lifetimeNames } from '../knowledge/expiry-words.ts';
import type { Module, Site } from '../project/model.ts';
import type { Origin, Root } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at } from '../provenance/walker.ts';
import type { Call, Value } from '../syntax/facts.ts';
import { promiseLinkOf } from '../syntax/promise-link.ts';
import { countedWaits, globalWaits, otherClocks, plainWaits, timerName, waits } from '../knowledge/wait-words.ts';
import { chainOf, valuesInside } from './value-parts.ts';

/** A wait by its name: of what calls it, only the package is known that it comes from. */
export interface NamedWait {
	/** Undefined where it may be seconds as well. */
	readonly ms: number | undefined;
	readonly name: string;
}

/** Numbers below may be seconds. */
const surelyMs = 50;
/** What a package exports takes milliseconds more often than seconds, and one of those is no wait for work. */
const oneOfAny = 1;
/** Numbers from here on are no count of blocks, rounds or steps. */
const surelyNoCount = 100;

/**
 * `await sleep(100)`, of a package that is not installed or of which no row tells: a function that a module exports, called like a wait and handed
 * nothing but a number. So too `await driver.sleep(500)`, where nobody can tell what `driver` is, and `await app.test.Util.delay(500)` of a page's globals.
 */
export function namedWait(provenance: Provenance, site: Site<Call>): NamedWait | undefined {
	const [length, ...others] = site.fact.args;
	const name = writtenName(site);
	if (length === undefined || others.length > 0 || site.fact.form !== 'call' || name === undefined || !waits.test(name)) return undefined;
	const roots = provenance.roots(at(site.fact.callee, site));
	const isExported = roots.length > 0 && roots.every(root => root.kind === 'origin' && isExport(root.origin));
	const says = site.fact.callee.kind === 'global' ? globalWaits : plainWaits;
	const isOpen = isExported || (roots.every(leadsNowhere) && isOfThisClock(site));
	if (!isOpen) return undefined;
	const ms = staticValue(provenance.roots, at(length, site));
	if (ms === undefined && length.kind === 'operation')
		return plainWaits.test(name) && isReckoned(length, site.module) ? { ms, name } : undefined;
	if (
		typeof ms !== 'number' ||
		ms <= 0 ||
		(isExported && ms === oneOfAny) ||
		(!isExported && !says.test(name) && !isLong(site.fact, name, ms))
	)
		return undefined;
	return { ms: ms < surelyMs ? undefined : ms, name };
}

/** `interval * 1000 + 500`: what is reckoned up to milliseconds from what stands somewhere, however many there are. What a call gives may be the time that is left, and what lives for a time is gone when that is over. */
function isReckoned(length: Value, { facts }: Module): boolean {
	const nameOf = (value: Value): unknown =>
		value.kind === 'reference' ? facts.bindings[value.binding]?.word : value.kind === 'member' ? value.property : undefined;
	const parts = valuesInside(length);
	const isOpen = parts.some(each => each.kind === 'call' || lifetimeNames.test(String(nameOf(each))));
	return !isOpen && hasMilliseconds(length);
}

function hasMilliseconds(value: Value): boolean {
	if (value.kind === 'operation') return (value.operator === '*' || value.operator === '+') && value.operands.some(hasMilliseconds);
	return value.kind === 'literal' && typeof value.value === 'number' && value.value >= surelyNoCount;
}

/** `await bot.wait(500)`: blocks, rounds and steps are not waited for by the hundred. */
function isLong({ usage, callee }: Call, name: string, ms: number): boolean {
	return usage === 'awaited' && callee.kind === 'member' && ms >= surelyNoCount && countedWaits.test(name);
}

/**
 * `shim.setTimeout(resolve, 100)`: what stands on something that nobody can tell, or that only fails until a platform puts its own in its place, is
 * called like the timer of the language and handed what it runs.
 */
export function isNamedTimer(provenance: Provenance, site: Site<Call>): boolean {
	const {
		callee,
		form,
		args: [callback],
	} = site.fact;
	if (
		callee.kind !== 'member' ||
		callee.property !== timerName ||
		form !== 'call' ||
		callback === undefined ||
		callback.kind === 'literal'
	)
		return false;
	const roots = provenance.roots(at(callee, site));
	if (roots.length === 0) return false;
	return (
		(roots.every(isPlaceholder) || (roots.every(leadsNowhere) && isOfThisClock(site))) &&
		provenance.roots(at(callback, site)).some(isHandedOver)
	);
}

/** A function, or what is handed to one that is: `new Promise(resolve => shim.setTimeout(resolve, 100))`. */
function isHandedOver({ kind }: Root): boolean {
	return kind === 'function' || kind === 'parameter';
}

/** `setTimeout: () => { throw new Error('not implemented'); }` */
function isPlaceholder(root: Root): boolean {
	return (
		root.kind === 'function' &&
		root.path.length === 0 &&
		root.site.fact.throws.length > 0 &&
		root.site.fact.calls.every(({ form }) => form === 'new')
	);
}

function writtenName({ module: { facts }, fact: { callee } }: Site<Call>): string | undefined {
	if (callee.kind === 'reference') return facts.bindings[callee.binding]?.word;
	if (callee.kind === 'global') return callee.name;
	return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
}

/** What a module of a package exports, itself or as a part of a plain object. */
function isExport({ from, steps }: Origin): boolean {
	return from !== 'global' && !from.startsWith('node:') && steps.every(({ kind }) => kind === 'property');
}

function leadsNowhere(root: Root): boolean {
	return root.kind === 'unknown' || root.kind === 'parameter' || (root.kind === 'origin' && !root.origin.from.startsWith('node:'));
}

/** Whether what stands in front of the name is neither a file that should be there, nor called like a clock that does not run by itself. */
function isOfThisClock({ module: { facts }, fact: { callee } }: Site<Call>): boolean {
	const { root, path } = chainOf(callee);
	const binding = root.kind === 'reference' ? facts.bindings[root.binding] : undefined;
	if (binding === undefined && root.kind !== 'global' && root.kind !== 'this') return false;
	const sources =
		binding?.definitions.flatMap(each =>
			each.kind === 'import' ? [each.source] : each.kind === 'value' && each.value.kind === 'module' ? [each.value.source] : [],
		) ?? [];
	const words = [root.kind === 'global' ? root.name : (binding?.word ?? ''), ...path];
	return !sources.some(source => source.startsWith('.')) && ![...words.slice(0, -1), ...sources].some(word => otherClocks.test(word));
}

/** `load().delay(100).then(…)`: what is chained like a promise, as those of Bluebird and Q are, and put off by a number. */
export function delayOfChain({ args: [ms, ...others], outer }: Call, before: Value): NamedWait | undefined {
	const isPromise = promiseLinkOf(outer?.callee) !== undefined || (before.kind === 'call' && promiseLinkOf(before.callee) !== undefined);
	return isPromise && others.length === 0 && ms?.kind === 'literal' && typeof ms.value === 'number'
		? { ms: ms.value, name: 'delay' }
		: undefined;
}
