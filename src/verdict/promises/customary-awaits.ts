import type { Promised } from '../../effects/waits/promised.ts';
import { givenGlobals } from '../../knowledge/clients.ts';
import { drivenGlobals, lazyPackages, modelQueries, ofTestItself, overOnReturn, queryParts } from '../../knowledge/schedules.ts';
import type { Site } from '../../project/model.ts';
import type { Root } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import { type Custom, customsOf, driverOf, isNeedless, methodOf, nameOf } from '../customs.ts';
import type { Models } from '../models.ts';

/** How often a call must be waited for if one that is not is to be an oversight; and how often a method, whatever it is called on. */
const often = 2;
const veryOften = 5;
/** The same of a method, where nothing tells that what it is called on comes from where those do. */
const nearlyAlways = 10;

/**
 * A promise, as far as the habit of the file tells: nothing is known of what is called, the file waits for calls of the same name on the same thing
 * again and again, or for a method of that name on several, and here it does not. Runners queue the tests that a test defines: where one has to be
 * waited for, its rows say so.
 */
export function customarilyAwaited(models: Models, call: Site<Call>): Promised | undefined {
	if (call.fact.form !== 'call' || call.module !== models.module || models.framework.defines(call)) return undefined;
	const { callee } = call.fact;
	const name = nameOf(callee, call.module);
	if (
		name === undefined ||
		(callee.kind === 'member' &&
			callee.object.kind === 'this' &&
			typeof callee.property === 'string' &&
			ofTestItself.has(callee.property))
	)
		return undefined;
	const customs = customsOf(models);
	const own = customs.get(driverOf(callee) ?? name);
	const alike = own === undefined || !callsBack(models, call) ? own : calledBack(models, call, own);
	const method = customs.get(methodOf(callee) ?? '');
	const sure =
		own === undefined || alike === undefined ? undefined : (waitedFor(alike, name) ?? waitedForOfAll(models, call, method, name));
	const found = sure ?? (alike === own ? waitedForAnywhere(call, method, name) : undefined);
	if (own === undefined || found === undefined) return undefined;
	const roots = models.provenance.roots(at(callee, call));
	if (
		!roots.every(root => isUncharted(root) || isBehindFunction(root, own) || isOfOwnGlobal(root, own)) ||
		(callsBack(models, call) && !callsBack(models, at(found, call)))
	)
		return undefined;
	const api = `${found.usage === 'awaited' ? 'awaited' : 'waited for'} in line ${lineAt(call.module.facts, found.start)}`;
	const promised = {
		witness: { steps: [], api },
		asserts: false,
		sleeps: false,
		handled: false,
		...(sure === undefined && { ofSuite: true as const }),
	};
	const isLazy =
		isQuery(call.fact) || (!name.includes('$') && roots.some(root => root.kind === 'origin' && lazyPackages.test(root.origin.from)));
	return isLazy ? { ...promised, lazy: true } : promised;
}

/** `client.post.create({ data: { title } })`, of a client that is made as Prisma's is: its promises begin when they are awaited. */
function isQuery({ callee, args: [only, ...others] }: Call): boolean {
	if (
		callee.kind !== 'member' ||
		typeof callee.property !== 'string' ||
		callee.object.kind !== 'member' ||
		!modelQueries.has(callee.property) ||
		only?.kind !== 'object' ||
		others.length > 0
	)
		return false;
	return only.entries.some(entry => entry.kind === 'property' && typeof entry.key === 'string' && queryParts.has(entry.key));
}

/** Whether the file waits for calls of the same name on the same thing, and for most of them. */
export function isWaitedForElsewhere(models: Models, { callee }: Call): boolean {
	const name = nameOf(callee, models.module);
	const { awaited = [], heeded = [], dropped = [] } = customsOf(models).get(name ?? '') ?? {};
	const waited = awaited.length + heeded.length;
	return waited >= often && dropped.length * 2 <= waited;
}

/** Those that are handed a callback as well. */
function calledBack(models: Models, call: Site<Call>, { awaited, heeded, dropped }: Custom): Custom {
	const isSo = (each: Call): boolean => callsBack(models, at(each, call));
	return { awaited: awaited.filter(isSo), heeded: heeded.filter(isSo), dropped };
}

/** The first call that is waited for, where most are. */
function waitedFor({ awaited, heeded, dropped }: Custom, name: string): Call | undefined {
	const waited = (isNeedless(name) ? heeded : [...awaited, ...heeded]).toSorted((one, other) => one.start - other.start);
	return waited.length < often || dropped.length * 2 > waited.length ? undefined : waited[0];
}

/** The first call of a method that is waited for, where nearly all are, on several things that come from where this one does. */
function waitedForOfAll(models: Models, call: Site<Call>, custom: Custom | undefined, name: string): Call | undefined {
	if (custom === undefined || isNeedless(name)) return undefined;
	const waited = [...custom.awaited, ...custom.heeded];
	const things = new Set(waited.map(({ callee }) => nameOf(callee, call.module)));
	if (waited.length < veryOften || things.size < often || custom.dropped.length * veryOften > waited.length) return undefined;
	const own = makersOf(models, call);
	return waited.slice(0, veryOften).find(each => makersOf(models, at(each, call)).some(maker => own.includes(maker)));
}

/** The same, on whatever they are called. */
function waitedForAnywhere({ module }: Site<Call>, custom: Custom | undefined, name: string): Call | undefined {
	if (custom === undefined || isNeedless(name)) return undefined;
	const waited = [...custom.awaited, ...custom.heeded];
	const things = new Set(waited.map(({ callee }) => nameOf(callee, module)));
	return waited.length < nearlyAlways || things.size <= often || custom.dropped.length * nearlyAlways > waited.length
		? undefined
		: waited[0];
}

/** The packages, and functions of the project, that what a method is called on comes from. */
function makersOf({ provenance }: Models, call: Site<Call>): readonly (string | FunctionFacts)[] {
	return provenance.roots(at(call.fact.callee, call)).flatMap((root): (string | FunctionFacts)[] => {
		if (root.kind === 'origin') return root.origin.from === 'global' ? [] : [root.origin.from];
		return root.kind === 'function' ? [root.site.fact] : [];
	});
}

/** What a function of the project gives, or, where chains show that it gives promises, one that gives back what something unknown gave it. */
function isBehindFunction(root: Root, { heeded }: Custom): boolean {
	return root.kind === 'function' && (root.path.length > 0 || (heeded.length >= often && handsOn(root)));
}

/** Whether a function of the project gives back what something else gave it. */
export function handsOn(root: Root): boolean {
	if (root.kind !== 'function' || root.path.length > 0) return false;
	const { async, generator, returns } = root.site.fact;
	return !async && !generator && returns.length > 0 && returns.every(({ value }) => value.kind === 'call');
}

/** `Parse.User.logOut()`, of a global that is neither the language's nor a function by itself, where a chain shows that it gives a promise. */
function isOfOwnGlobal(root: Root, { heeded }: Custom): boolean {
	if (root.kind !== 'origin' || root.origin.from !== 'global' || heeded.length < often) return false;
	const [first, second] = root.origin.steps;
	return first?.kind === 'property' && second?.kind === 'property' && /^[A-Z]/.test(first.name) && !drivenGlobals.has(first.name);
}

/** Whether a call is handed a callback at its end, which tells when it is over; `null` stands for one that is missing. */
function callsBack({ provenance }: Models, call: Site<Call>): boolean {
	const last = call.fact.args.at(-1);
	if (last === undefined) return false;
	if (last.kind === 'literal') return last.value === null;
	return (
		last.kind === 'function' || (last.kind === 'reference' && provenance.roots(at(last, call)).some(({ kind }) => kind === 'function'))
	);
}

/** Whether it is open what is called. */
export function isUncharted(root: Root): boolean {
	if (root.kind === 'function' || root.kind === 'made' || root.kind === 'class') return false;
	if (root.kind !== 'origin') return true;
	const {
		from,
		steps: [first],
	} = root.origin;
	if (from === 'global') return first?.kind === 'property' && givenGlobals.has(first.name);
	return !overOnReturn.test(from);
}
