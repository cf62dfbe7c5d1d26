import { apiName } from '../../effects/api-name.ts';
import { rowsOfCall } from '../../effects/knowing.ts';
import { mayListen } from '../../effects/waits/listening.ts';
import { beginnings, failureNames } from '../../knowledge/event-words.ts';
import { handling, outside, routers } from '../../knowledge/schedules.ts';
import type { Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import { at, functionAt, seenThrough } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models } from '../models.ts';
import { isUncharted } from './customary-awaits.ts';
import { nameOfCallee } from './dropped-calls.ts';
import { isOfList } from './list-callbacks.ts';
import { runsAsPart } from './what-follows.ts';

/** A function that is handed to what runs it later. */
export interface Handed {
	readonly call: Call;
	readonly callback: FunctionFacts;
	readonly api: string;
	/** The package that calls it. */
	readonly from: string;
	/** The API takes it for whoever asks later, or again and again: a handler. */
	readonly handles: boolean;
}

/** How many functions of the project a callback is followed through. */
const maxDepth = 3;

/** Functions that a function hands to what runs them later, for each element of a list as well, and in what runs as a part of it; with `open`, also to a call of which nothing is known, where they are told of a failure. */
export function laterIn(models: Models, site: Site<FunctionFacts>, open = false): Handed[] {
	const turns = functionsWithin(site.module.facts, site.fact).filter(
		each =>
			each.passedTo?.call.usage === 'discarded' &&
			site.fact.calls.includes(each.passedTo.call) &&
			(isOfList(models, at(each.passedTo.call, site)) || runsAsPart(models, each, site)),
	);
	return [site.fact, ...turns]
		.flatMap(({ calls }) => calls)
		.flatMap(call => {
			const index = call.args.findIndex(({ kind }) => kind === 'function');
			const argument = call.args[index];
			const callback = argument?.kind === 'function' ? functionAt(site.module, argument.function) : undefined;
			const isOwn = call.usage === 'discarded' || (call.usage === 'returned' && !site.fact.calls.includes(call));
			if (callback === undefined || !isOwn) return [];
			const later = laterOf(models, at(call, site), index, { open, depth: 0 });
			return later === undefined ? [] : [{ call, callback, ...later }];
		});
}

interface Search {
	/** Callbacks that are told of a failure count as well, whatever takes them. */
	readonly open: boolean;
	readonly depth: number;
}

/** What runs an argument of a call later: an API, or a function of the project that hands it on to one. */
export function laterOf(
	models: Models,
	call: Site<Call>,
	index: number,
	{ open, depth }: Search = { open: false, depth: 0 },
): Pick<Handed, 'api' | 'from' | 'handles'> | undefined {
	const row = rowsOfCall(models, call).find(
		each => each.row.effect === 'calls' && each.row.runs === 'later' && outside.has(each.origin.from),
	);
	if (row !== undefined)
		return { api: apiName(row.origin, row.match), from: row.origin.from, handles: isHandler(call.fact, row.origin.from) };
	if (open && isToldOfFailure(models, call, index)) return { api: nameOfCallee(call.fact, call.module), from: '', handles: false };
	if (depth >= maxDepth || call.fact.form !== 'call') return undefined;
	const [root, ...others] = models.provenance.roots(at(call.fact.callee, call));
	if (root?.kind !== 'function' || root.path.length > 0 || others.length > 0 || root.site.fact.async || root.site.fact.generator)
		return undefined;
	const frame = entered(root.site, call, root.receiver);
	const binding = root.site.fact.parameters[index]?.binding;
	if (frame === undefined || binding === undefined || root.site.fact.parameters[index]?.rest === true) return undefined;
	return handedOn(models, seenThrough(root.site, frame), binding, { open, depth });
}

/** `store.load(7, (error, item) => …)`, of something that nobody can tell: what calls back so has seldom done its work when it returns. */
function isToldOfFailure({ provenance }: Models, { fact, module, frame }: Site<Call>, index: number): boolean {
	const argument = fact.args[index];
	const callback = argument?.kind === 'function' ? functionAt(module, argument.function) : undefined;
	const failure = module.facts.bindings[callback?.parameters[0]?.binding ?? -1]?.name ?? '';
	return (
		fact.form === 'call' &&
		index === fact.args.length - 1 &&
		failureNames.test(failure) &&
		provenance.roots({ module, fact: fact.callee, frame }).every(isUncharted)
	);
}

/**
 * Whether a function hands a parameter on to what runs it later, or calls it in what it hands over so, and never calls it itself; under the name of another too, which it is given where
 * one in front of it was left out: `if (typeof options === 'function') done = options`.
 */
function handedOn(models: Models, site: Site<FunctionFacts>, binding: number, { open, depth }: Search): ReturnType<typeof laterOf> {
	const names = namesOf(site, binding);
	const isIt = (value: Value): boolean => value.kind === 'reference' && names.has(value.binding);
	if (site.fact.calls.some(({ callee, region }) => isIt(callee) && region === undefined)) return undefined;
	for (const call of site.fact.calls) {
		for (const [index, argument] of call.args.entries()) {
			const inner = argument.kind === 'function' ? functionAt(site.module, argument.function) : undefined;
			const isCalled =
				inner !== undefined &&
				functionsWithin(site.module.facts, inner).some(({ calls }) => calls.some(({ callee }) => isIt(callee)));
			const later = isIt(argument) || isCalled ? laterOf(models, at(call, site), index, { open, depth: depth + 1 }) : undefined;
			if (later !== undefined) return later;
		}
	}
	return undefined;
}

/** A parameter, and those behind it that the function itself sets to it. */
function namesOf({ module: { facts }, fact: { parameters } }: Site<FunctionFacts>, binding: number): ReadonlySet<number> {
	const others = parameters
		.flatMap(each => each.binding ?? [])
		.filter(
			other =>
				facts.bindings[other]?.definitions.some(
					each => each.kind === 'value' && each.value.kind === 'reference' && each.value.binding === binding,
				) === true,
		);
	return new Set([binding, ...others]);
}

/** What is called whenever others ask for it, in the tests: `server.on('request', …)`, `app.use(…)`, `createServer(…)`. Who has begun to listen is told so once. */
function isHandler(call: Call, from: string): boolean {
	const {
		callee,
		args: [event],
	} = call;
	const name = callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : '';
	if (mayListen(call)) return !(event?.kind === 'literal' && typeof event.value === 'string' && beginnings.has(event.value));
	return handling.test(name) || (routers.has(from) && name !== 'listen');
}
