import { chained } from '../knowledge/event-words.ts';
import type { Module, Site } from '../project/model.ts';
import { entered } from '../provenance/frames.ts';
import { type RowMatch, matchRows } from '../provenance/match.ts';
import { at, functionAt } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { apiName } from './api-name.ts';
import type { RowOf } from './model.ts';
import { type Knowing, rowsOfCall } from './knowing.ts';
import { type Use, usesOf } from './uses.ts';
import { type Witness, witnessOf } from './witness.ts';
import { isNewPromise } from './promise-classes.ts';

/** Something that a function opens, and that stays open until it is closed. */
export interface Opening {
	readonly row: RowOf<'open'>;
	/** In the function's own text. */
	readonly call: Call;
	readonly witness: Witness;
	/** Variables of the function's module that hold it; none where nothing does. */
	readonly holders: readonly number[];
}

/** What a function opens itself, or lets a function of the tests open and hand back, as far as it is known who holds it. */
export function openingsIn(knowing: OpeningOptions, body: Site<FunctionFacts>): readonly Opening[] {
	return executedIn(body).flatMap(each => each.fact.calls.flatMap(call => openedBy(knowing, at(call, each))));
}

export interface OpeningOptions extends Knowing {
	readonly isTestSupport: (module: Module) => boolean;
}

/** The function itself, and what it hands to `new Promise`. */
function executedIn(body: Site<FunctionFacts>): readonly Site<FunctionFacts>[] {
	const executors = body.fact.calls.flatMap(call => {
		const [executor] = call.args;
		const fact = isNewPromise(call) && executor?.kind === 'function' ? functionAt(body.module, executor.function) : undefined;
		return fact === undefined ? [] : [at(fact, body)];
	});
	return [body, ...executors];
}

function openedBy(knowing: OpeningOptions, site: Site<Call>): readonly Opening[] {
	const match = rowsOfCall(knowing, site).find(isOpening);
	if (match !== undefined)
		return opening(match, site.fact, site, match.row.handle === 'receiver' ? receiverOf(knowing, site, match) : resultOf(site));
	const handed = isKept(site.fact) ? handedBack(knowing, site) : undefined;
	const holders = handed === undefined ? undefined : resultOf(site);
	return handed === undefined || holders?.length === 0 ? [] : opening(handed.match, site.fact, handed.made, holders);
}

function opening(
	{ row, origin, match }: OpenMatch,
	call: Call,
	made: Site<Call>,
	holders: readonly number[] | undefined,
): readonly Opening[] {
	return holders === undefined ? [] : [{ row, call, holders, witness: witnessOf(apiName(origin, match), made) }];
}

type OpenMatch = RowMatch<RowOf<'open'>>;

function isOpening(match: RowMatch): match is OpenMatch {
	return match.row.effect === 'open';
}

/** Whether a call's result goes into a variable. */
function isKept({ usage, callee }: Call): boolean {
	return (usage === 'kept' || usage === 'awaited') && (callee.kind === 'reference' || callee.kind === 'member');
}

/** What a function of the tests opens and hands back, where it keeps no hold of it and registers no end. */
function handedBack(knowing: OpeningOptions, site: Site<Call>): HandedBack | undefined {
	const { provenance } = knowing;
	const target = provenance.roots(at(site.fact.callee, site)).find(root => root.kind === 'function' && root.path.length === 0);
	if (target?.kind !== 'function' || (target.site.module !== site.module && !knowing.isTestSupport(target.site.module))) return undefined;
	return resultOpened(knowing, site, target.site) ?? receiverOpened(knowing, site, target.site);
}

/** The result of the function is what a call in it opened. */
function resultOpened({ provenance, rows }: OpeningOptions, site: Site<Call>, target: Site<FunctionFacts>): HandedBack | undefined {
	for (const origin of provenance.origins(site)) {
		const match = matchRows(rows, provenance.roots, origin).find(isOpening);
		const made = match?.match.length === match?.origin.steps.length ? match?.call : undefined;
		if (match === undefined || made === undefined || match.row.handle === 'receiver') continue;
		return made.module === target.module && keepsNoHold(made, match, target) ? { match, made } : undefined;
	}
	return undefined;
}

/** What a method of it opened, `server.listen()`, is what the function gives back. */
function receiverOpened(knowing: OpeningOptions, site: Site<Call>, target: Site<FunctionFacts>): HandedBack | undefined {
	const frame = entered(target, site, undefined);
	for (const { fact } of executedIn(target)) {
		for (const call of fact.calls) {
			if (call.callee.kind !== 'member') continue;
			const made: Site<Call> = { module: target.module, fact: call, frame };
			const match = rowsOfCall(knowing, made).find(isOpening);
			if (match?.row.handle !== 'receiver') continue;
			const holders = receiverOf(knowing, made, match) ?? [];
			return holders.length > 0 && holders.every(binding => isOnlyGivenBack(binding, match, target)) ? { match, made } : undefined;
		}
	}
	return undefined;
}

interface HandedBack {
	readonly match: OpenMatch;
	readonly made: Site<Call>;
}

function keepsNoHold(made: Site<Call>, match: OpenMatch, target: Site<FunctionFacts>): boolean {
	if (made.fact.start < target.fact.start || made.fact.end > target.fact.end) return false;
	if (made.fact.usage === 'returned') return true;
	const holders = resultOf(made) ?? [];
	return holders.length > 0 && holders.every(binding => isOnlyGivenBack(binding, match, target));
}

/** Nothing but methods that do not close it are called on a variable, and the function, or the promise that it makes, gives it back. */
function isOnlyGivenBack(binding: number, { row }: OpenMatch, { module, fact }: Site<FunctionFacts>): boolean {
	const uses = usesOf(module, binding).map(use =>
		isSettled(use, { module, fact }) ? 'returned' : use.kind === 'method' && row.closedBy.includes(use.name) ? 'closed' : use.kind,
	);
	return uses.includes('returned') && uses.every(kind => kind === 'returned' || kind === 'method');
}

/** `resolve(server)`, in the promise that the function gives back. */
function isSettled(use: Use, body: Site<FunctionFacts>): boolean {
	if (use.kind !== 'handed' || use.argument !== 0 || use.call.callee.kind !== 'reference') return false;
	const { binding } = use.call.callee;
	return executedIn(body)
		.slice(1)
		.some(({ fact }) => fact.parameters[0]?.binding === binding);
}

/** What a method is called on, and what its result goes into, which is mostly the same. */
function receiverOf(knowing: OpeningOptions, site: Site<Call>, { row }: OpenMatch): readonly number[] | undefined {
	const { callee } = site.fact;
	const object = callee.kind === 'member' ? unchained(callee.object) : callee;
	if (object.kind === 'call') return resultOf(site) ?? (row.handle === 'receiver' ? [] : undefined);
	if (object.kind !== 'reference') return undefined;
	const binding = site.module.facts.bindings[object.binding];
	const isOwn =
		binding !== undefined &&
		binding.definitions.length > 0 &&
		binding.definitions.every(
			each =>
				each.kind === 'member' ||
				each.kind === 'method' ||
				(each.kind === 'value' &&
					isMade(each.value) &&
					!isKeptElsewhere(site.module, each.value) &&
					!isHandedOn(knowing, at(each.value, site))),
		);
	return isOwn ? [object.binding, ...(resultOf(site) ?? [])] : undefined;
}

/** Made on the spot, by a call whose path starts from a package. */
function isMade(value: Value): boolean {
	const made = unchained(value.kind === 'await' ? value.value : value);
	return made.kind === 'call' || (made.kind === 'literal' && (made.value === undefined || made.value === null));
}

/** Whether the function of the project that makes it hands it to something else as well, which may close it: `teardown.add(server)`. */
function isHandedOn({ provenance }: OpeningOptions, { fact, ...place }: Site<Value>): boolean {
	const made = unchained(fact.kind === 'await' ? fact.value : fact);
	if (made.kind !== 'call' || made.form === 'new') return false;
	return provenance.roots(at(made.callee, place)).some(root => {
		if (root.kind !== 'function' || root.path.length > 0) return false;
		const { site } = root;
		const given = site.fact.returns.flatMap(({ value }) => (value.kind === 'reference' ? [value.binding] : []));
		return given.some(binding =>
			usesOf(site.module, binding).some(use => (use.kind === 'handed' || use.kind === 'escapes') && isWithin(use, site)),
		);
	});
}

function isWithin({ place: { start, end } }: Use, { fact }: Site<FunctionFacts>): boolean {
	return start > fact.start && end < fact.end;
}

/** `server.on(…).once(…)` is `server`. */
function unchained(value: Value): Value {
	if (value.kind !== 'call' || value.callee.kind !== 'member') return value;
	const { object, property: name } = value.callee;
	return typeof name === 'string' && chained.has(name) ? unchained(object) : value;
}

/** The variables that a call's result goes into; none where it is thrown away, undefined where nobody knows. */
function resultOf({ module, fact }: Site<Call>): readonly number[] | undefined {
	const whole = wholeOf(fact);
	const holders = module.facts.bindings.flatMap(({ definitions }, binding) =>
		definitions.some(each => each.kind === 'value' && each.path.length === 0 && isResult(each.value, whole)) ? [binding] : [],
	);
	if (holders.length > 0)
		return isKeptElsewhere(module, whole) || holders.some(binding => module.facts.bindings[binding]?.disposed === true)
			? undefined
			: holders;
	return whole.usage === 'discarded' ? [] : undefined;
}

/** Whether what is made goes into a property as well: `const client = (this.client = new Client())`. */
function isKeptElsewhere({ facts }: Module, made: Value): boolean {
	return facts.functions.some(({ writes }) =>
		writes.some(({ target, value }) => target.kind === 'member' && value !== undefined && isResult(value, made)),
	);
}

function isResult(value: Value, call: Value): boolean {
	return value === call || (value.kind === 'await' && isResult(value.value, call));
}

/** The end of a chain that hands on what it begins with. */
function wholeOf(call: Call): Call {
	const { outer } = call;
	if (call.usage !== 'receiver' || outer?.callee.kind !== 'member' || outer.callee.object !== call) return call;
	const { property: name } = outer.callee;
	return typeof name === 'string' && chained.has(name) ? wholeOf(outer) : call;
}
