import { addressOptions, answerParts, bodyReads } from '../knowledge/answer-words.ts';
import { addressHosts, addressParts, addressTexts } from '../knowledge/address-parsers.ts';
import { answered } from '../knowledge/interception.ts';
import type { Module, Site } from '../project/model.ts';
import { hasKey, matchWhole, type RowMatch } from '../provenance/match.ts';
import type { Root } from '../provenance/model.ts';
import { callStep } from '../provenance/walk-value.ts';
import { at } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value, Write } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { lineAt } from '../syntax/lower.ts';
import { beforeThen } from '../syntax/promise-link.ts';
import { addressedRequestsIn, isAnswered, mayBeAddress } from './addressed-requests.ts';
import { apiName } from './api-name.ts';
import { calledBodies } from './called-bodies.ts';
import type { Knowing } from './knowing.ts';
import type { RowOf } from './model.ts';
import { addressesOf, hostAt, type Request } from './requests.ts';
import { chainsIn, valuesIn, valuesInside } from './value-parts.ts';
import { calleeName, type WitnessStep } from './witness.ts';

/** How many functions are looked through for what sends a request, and how deep. */
const maxFunctions = 60;
const maxDepth = 6;
/** Calls that make what makes a client. */
const maxMakers = 3;

/** Requests for an address that the function's own text names and hands to functions of the project. */
export function handedRequestsIn(knowing: Knowing, site: Site<FunctionFacts>): Request[] {
	return [...addressedRequestsIn(knowing, site), ...readAnswersIn(knowing, site)];
}

/**
 * Requests for an address that the function's own text names and hands to a client of the project, whose answer it reads as one of HTTP: `.status`, `.headers`.
 * The client is one because the functions that it calls come to one of a package or the platform; which of its ways the request takes is not asked.
 */
function readAnswersIn(knowing: Knowing, { module, fact, frame }: Site<FunctionFacts>): Request[] {
	const inside = functionsWithin(module.facts, fact);
	return inside.flatMap(({ calls }) => calls.flatMap(call => answeredBy(knowing, { module, fact: call, frame }, inside) ?? []));
}

function answeredBy(knowing: Knowing, call: Site<Call>, inside: readonly FunctionFacts[]): Request | undefined {
	if (call.fact.form !== 'call') return undefined;
	const host = hostOf(knowing, call);
	if (host === undefined || !isReadAsAnswer(call, inside) || mayBeAnswered(knowing, call)) return undefined;
	const way = wayOut(knowing, call);
	return way === undefined
		? undefined
		: {
				row: way.match.row,
				host,
				address: host,
				api: way.match.origin,
				call: way.call,
				site: call.fact,
				through: way.through,
				witness: { steps: way.steps, api: apiName(way.match.origin, way.match.match) },
			};
}

/** The host of the address that a call is handed, by itself or as an option. */
function hostOf({ provenance }: Knowing, call: Site<Call>): string | undefined {
	const [address] = call.fact.args;
	if (address === undefined) return undefined;
	if (mayBeAddress(at(address, call))) return hostAt(provenance, at(address, call));
	if (address.kind !== 'object') return undefined;
	const option = address.entries.find(
		entry => entry.kind === 'property' && typeof entry.key === 'string' && addressOptions.includes(entry.key),
	);
	return option !== undefined && mayBeAddress(at(option.value, call)) ? hostAt(provenance, at(option.value, call)) : undefined;
}

/** Whether something else may answer: what the call is handed says so, or what made that which it is made on was handed something that can. */
function mayBeAnswered(knowing: Knowing, call: Site<Call>): boolean {
	return (
		isAnswered(knowing, call) || makersOf(call).some(maker => maker.fact.args.some(argument => canAnswer(knowing, at(argument, maker))))
	);
}

/** Whether more than plain values is handed over, or what says by its name that it answers. */
function canAnswer({ provenance }: Knowing, site: Site<Value>): boolean {
	if (answered.some(key => hasKey(provenance.roots, site, [key]))) return true;
	const roots = provenance.roots(site);
	return (
		roots.length === 0 ||
		!roots.every(root => root.kind === 'made' && valuesInside(root.site.fact).every(({ kind }) => plain.has(kind)))
	);
}

/** Kinds of values that are written down. */
const plain: ReadonlySet<string> = new Set([
	'literal',
	'template',
	'regexp',
	'object',
	'array',
	'operation',
	'member',
	'reference',
	'global',
]);

/** The calls that make what is called, or what a method is called on, and what those are called on. */
function makersOf({ module, fact: { callee }, frame }: Site<Call>, left = maxMakers): readonly Site<Call>[] {
	const owner = callee.kind === 'member' ? callee.object : callee;
	if (left === 0) return [];
	const given = owner.kind === 'reference' ? valuesOf(module, owner.binding) : [owner];
	const makers = given.map(awaited).flatMap((value): Site<Call>[] => (value.kind === 'call' ? [{ module, fact: value, frame }] : []));
	return makers.flatMap(maker => [maker, ...makersOf(maker, left - 1)]);
}

function valuesOf({ facts }: Module, binding: number): readonly Value[] {
	return facts.bindings[binding]?.definitions.flatMap(each => (each.kind === 'value' ? [each.value] : [])) ?? [];
}

function awaited(value: Value): Value {
	return value.kind === 'await' ? value.value : value;
}

/** Whether a part of what a call gives, or hands to its callback, is read that answers of HTTP have. */
function isReadAsAnswer({ module, fact: call }: Site<Call>, inside: readonly FunctionFacts[]): boolean {
	const isIt = (value: Value): boolean => awaited(value) === call;
	for (const value of inside.flatMap(each => [...valuesIn(each, module.facts)])) {
		if (value.kind === 'member' && isIt(value.object) && isPart(value.property)) return true;
		if (value.kind === 'call' && isIt(beforeThen(value.callee) ?? value.callee) && value.args[0] !== undefined)
			if (takesAnswer(module, value.args[0])) return true;
	}
	return (
		given(module, isIt).some(binding => readsPart(module, binding)) ||
		call.args.some(argument => takesAnswer(module, argument)) ||
		takenApart(module, isIt)
	);
}

/** The variables that hold a value. */
function given({ facts }: Module, isIt: (value: Value) => boolean): readonly number[] {
	return facts.bindings.flatMap(({ definitions }, binding) =>
		definitions.some(each => each.kind === 'value' && each.path.length === 0 && isIt(each.value)) ? [binding] : [],
	);
}

/** `const { status } = await ask(…)` */
function takenApart({ facts }: Module, isIt: (value: Value) => boolean): boolean {
	return facts.bindings.some(({ definitions }) =>
		definitions.some(each => {
			const [step] = each.kind === 'value' && isIt(each.value) ? each.path : [];
			return step?.kind === 'property' && isPart(step.name);
		}),
	);
}

/** Whether a function is handed the answer: `(error, response) => …` */
function takesAnswer(module: Module, argument: Value): boolean {
	const taker = argument.kind === 'function' ? module.facts.functions[argument.function] : undefined;
	return taker?.parameters.some(({ binding }) => binding !== undefined && readsPart(module, binding)) === true;
}

/** `answer.status`, `answer.json()`, and what an answer keeps in a part of its own: `answer.message.statusCode`. */
function readsPart({ facts }: Module, binding: number): boolean {
	return facts.functions.some(each =>
		chainsIn(each, facts).some(({ root, path: [part, inner] }) => {
			if (root.kind !== 'reference' || root.binding !== binding || part === undefined) return false;
			return isPart(part) || (inner !== undefined && answerParts.has(inner));
		}),
	);
}

function isPart(property: string | Value): boolean {
	return typeof property === 'string' && (answerParts.has(property) || bodyReads.has(property));
}

/** What sends a request on the way out of a call, and the way to it. */
interface WayOut {
	readonly match: RowMatch<RowOf<'request'>>;
	readonly call: Site<Call>;
	readonly through: readonly Site<FunctionFacts>[];
	readonly steps: readonly WitnessStep[];
}

/** Functions that a call leads to, and how. */
interface Led {
	readonly site: Site<FunctionFacts>;
	readonly by: Site<Call>;
	readonly before: Led | undefined;
}

/** The shortest way from a call through functions of the project to what sends a request to whatever it is told. */
function wayOut(knowing: Knowing, call: Site<Call>): WayOut | undefined {
	const seen = new Set<FunctionFacts>();
	let wave = ledBy(knowing, call, undefined);
	for (let depth = 0; depth < maxDepth && wave.length > 0; depth++) {
		const next: Led[] = [];
		for (const led of wave) {
			if (seen.has(led.site.fact) || seen.size >= maxFunctions) continue;
			seen.add(led.site.fact);
			for (const each of functionsWithin(led.site.module.facts, led.site.fact).flatMap(({ calls }) => calls)) {
				const inner: Site<Call> = { module: led.site.module, fact: each, frame: undefined };
				const match = requestOf(knowing, inner);
				if (match !== undefined) return { match, call: inner, ...toldWay(led, inner) };
				next.push(...ledBy(knowing, inner, led));
			}
		}
		wave = next;
	}
	return undefined;
}

function ledBy({ provenance }: Knowing, call: Site<Call>, before: Led | undefined): Led[] {
	return calledBodies(provenance, call, provenance.roots(at(call.fact.callee, call))).map(({ target: { module, fact } }) => ({
		site: { module, fact, frame: undefined },
		by: call,
		before,
	}));
}

function toldWay(last: Led, end: Site<Call>): Pick<WayOut, 'through' | 'steps'> {
	const through: Site<FunctionFacts>[] = [];
	const steps: WitnessStep[] = [];
	let leads = end;
	for (let led: Led | undefined = last; led !== undefined; led = led.before) {
		const { module, fact } = led.site;
		through.unshift(led.site);
		steps.unshift({
			file: module.path,
			line: lineAt(module.facts, leads.fact.start),
			text: fact.name ?? calleeName(led.by) ?? 'a function',
		});
		leads = led.by;
	}
	return { through, steps };
}

/** A request of a package or the platform to a host that no line of the client's own names; what an agent of its own sends may go anywhere. */
function requestOf({ provenance, rows }: Knowing, call: Site<Call>): RowMatch<RowOf<'request'>> | undefined {
	const asksElsewhere = call.fact.args.some(argument => isOtherPart(argument) || saysWhoAnswers(provenance.roots(at(argument, call))));
	if (asksElsewhere || call.module.facts.functions.some(({ writes }) => writes.some(setsHost))) return undefined;
	for (const { from, steps } of provenance.origins(at(call.fact.callee, call))) {
		if (!rows.packagesOf('request').has(from)) continue;
		for (const match of matchWhole(rows, () => [], { from, steps: [...steps, callStep(call)] })) {
			const isOpen = isRequest(match) && match.row.host === undefined && match.row.browser !== true;
			if (isOpen && [...addressesOf(match, provenance.roots)].length === 0) return match;
		}
	}
	return undefined;
}

/** `{ agent }` */
function saysWhoAnswers(options: readonly Root[]): boolean {
	return options.some(
		root =>
			root.kind === 'made' &&
			root.site.fact.kind === 'object' &&
			root.site.fact.entries.some(entry => entry.kind === 'property' && answered.some(key => key === entry.key)),
	);
}

/** `url.pathname` */
function isOtherPart(value: Value): boolean {
	return value.kind === 'member' && typeof value.property === 'string' && addressParts.has(value.property) && !tellsHost(value);
}

/** `url.host = 'localhost:8080'`, not `options.host = url.host`. */
function setsHost({ target, value }: Write): boolean {
	return tellsHost(target) && value !== undefined && !tellsHost(value);
}

function tellsHost(value: Value): boolean {
	return (
		value.kind === 'member' &&
		typeof value.property === 'string' &&
		(addressHosts.has(value.property) || addressTexts.has(value.property))
	);
}

function isRequest(match: RowMatch): match is RowMatch<RowOf<'request'>> {
	return match.row.effect === 'request';
}
