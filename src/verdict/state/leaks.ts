import type { Opening } from '../../effects/openings.ts';
import { type Use, usesOf } from '../../effects/uses.ts';
import { chainOf } from '../../effects/value-parts.ts';
import { looking } from '../../knowledge/stub-words.ts';
import { definitionsOf } from '../../syntax/definitions.ts';
import type { Call, Region, Span, Value } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import { isCaught } from '../../assertions/retry.ts';
import { type Aftermath, aftermathOf, functionsIn } from '../aftermath.ts';
import { isMissed, isOnEveryPath } from './late-ends.ts';
import { type LastingWrite, lastingWrites } from './lasting-writes.ts';
import type { Models, Scope } from '../models.ts';

/** Something that a test or hook opens and that stays open when it fails, or whatever it does. */
export interface Leak {
	readonly scope: Scope;
	readonly opening: Opening;
	/** What closes it at the end of the test; undefined where nothing does. */
	readonly closing: Span | undefined;
}

export function* leaks(models: Models): Iterable<Leak> {
	if (!mayOpen(models)) return;
	for (const scope of models.scopes) {
		if ('phase' in scope ? !scope.phase.startsWith('before') : scope.modifiers.has('skip') || scope.modifiers.has('todo')) continue;
		if (scope.body.module !== models.module) continue;
		const openings = models.effects.openingsIn(scope.body);
		const aftermath = openings.length === 0 ? undefined : aftermathOf(scope, models);
		for (const opening of aftermath === undefined ? [] : openings) {
			if (aftermath === undefined || (opening.row.faked === true && models.framework.clockAt(scope, opening.call.start).timers))
				continue;
			if (isIdle(opening, models)) continue;
			if (isTried(scope, opening)) continue;
			const closing = closingOf(scope, opening, aftermath, models);
			if (closing !== 'closed') yield { scope, opening, closing };
		}
	}
}

/** Whether it may be meant to fail, or something that is done at the end of a `try`, however that ends, may close it. */
function isTried({ body }: Scope, { call }: Opening): boolean {
	const inside = body.module.facts.functions[call.function];
	const isEnd = ({ kind, start }: Region): boolean => kind === 'finally' && start >= call.end;
	const mayClose = functionsIn(body).some(
		fact => holds(fact, call) && fact.regions.some(region => isEnd(region) && fact.calls.some(other => holds(region, other))),
	);
	return mayClose || (inside !== undefined && isCaught(inside, call.region));
}

/**
 * Handlers of requests that a test adds and that answer the requests of other tests, on a server that the file itself makes: one that
 * another module makes is mostly reset by a set-up that may not be found.
 */
export function lastingHandlers(models: Models): Iterable<LastingWrite> {
	return lastingWrites(
		models,
		({ row, act, origin }) =>
			row?.undoneBy === 'close' &&
			act === 'set' &&
			origin.module === models.module &&
			!isForOnce(origin.fact) &&
			isMadeHere(origin, models),
	);
}

function isMadeHere({ module, fact }: LastingWrite['write']['origin'], { provenance }: Models): boolean {
	if (!('callee' in fact)) return false;
	return provenance
		.origins({ module, fact: fact.callee, frame: undefined })
		.every(({ steps }) => steps.every(step => step.kind !== 'call' || step.site.module === module));
}

/** `http.get(url, resolver, { once: true })`. */
function isForOnce(fact: Span & { readonly args?: readonly Value[] }): boolean {
	return (
		fact.args?.some(
			argument =>
				argument.kind === 'call' &&
				argument.args.some(
					each => each.kind === 'object' && each.entries.some(entry => entry.kind === 'property' && entry.key === 'once'),
				),
		) === true
	);
}

/** Cheap: the file imports a package that opens something, starts an interval, or has helpers that may. */
function mayOpen({ module, rows }: Models): boolean {
	const packages = rows.packagesOf('open');
	const { facts } = module;
	if (facts.sources.some(source => /^[./~@#]/.test(source) || packages.has(source) || packages.has(`node:${source}`))) return true;
	return facts.functions.some(({ calls }) => calls.some(({ callee }) => callee.kind === 'global' && callee.name === 'setInterval'));
}

/** Whether it opens with its first use, and the file makes none of it. */
function isIdle({ row: { idle }, holders }: Opening, { module: { facts } }: Models): boolean {
	if (idle === undefined || holders.length === 0) return false;
	const used = facts.functions
		.flatMap(({ calls }) => calls)
		.filter(({ callee }) => {
			const { root } = chainOf(callee);
			return root.kind === 'reference' && holders.includes(root.binding);
		});
	return used.every(call => {
		const { callee } = lastOf(call);
		return callee.kind === 'member' && typeof callee.property === 'string' && idle.includes(callee.property);
	});
}

/** The last call of a chain of them. */
function lastOf(call: Call): Call {
	let last = call;
	while (last.outer !== undefined && chainOf(last.outer.callee).root === last) last = last.outer;
	return last;
}

function closingOf(scope: Scope, opening: Opening, aftermath: Aftermath, models: Models): Span | undefined | 'closed' {
	const uses = opening.holders.flatMap(binding => usesOf(models.module, binding));
	if (uses.some(use => isReleased(use, opening, models)) || opening.holders.some(binding => isReadToItsEnd(binding, models)))
		return 'closed';
	const closings = uses.filter(use => closes(use, opening, models)).map(({ place }) => place);
	if (closings.length === 0) return undefined;
	const inText = closings.filter(({ start, end }) => start >= scope.body.fact.start && end <= scope.body.fact.end);
	if (inText.length < closings.length || inText.some(place => isOnEveryPath(scope, place, aftermath))) return 'closed';
	const behind = inText.filter(({ start }) => start > opening.call.end);
	const last = behind.at(-1);
	return last !== undefined && behind.every(place => isMissed(scope, opening.call, place, models)) ? last : 'closed';
}

/** `for await (const chunk of socket)`: the loop waits for the end, and what is left early is destroyed. */
function isReadToItsEnd(binding: number, { module }: Models): boolean {
	return module.facts.bindings.some(({ definitions }) =>
		definitions.some(each => each.kind === 'iteration' && each.value.kind === 'reference' && each.value.binding === binding),
	);
}

/** Whether it is let go of, ends by itself, or goes where something unknown may close it. */
function isReleased(use: Use, opening: Opening, models: Models): boolean {
	const { row } = opening;
	switch (use.kind) {
		case 'method':
			return row.unlessCalled?.includes(use.name) === true || isWaitedEnd(use.call.args[0], row.ends);
		case 'handed':
			return (
				!(row.closers?.includes(calleeName(use.call.callee, models)) === true) &&
				!(looking.has(calleeName(use.call.callee, models)) && !isWaitedEnd(use.call.args[1], row.ends))
			);
		case 'read':
			return use.handed !== undefined && isClosedBy(use.handed, opening, models);
		default:
			return true;
	}
}

/** `stop(app.server)`: whether a function of the project closes what it is handed. */
function isClosedBy({ call, argument }: { readonly call: Call; readonly argument: number }, opening: Opening, models: Models): boolean {
	return models.provenance.roots({ module: models.module, fact: call.callee }).some(root => {
		if (root.kind !== 'function' || root.path.length > 0) return false;
		const { module, fact } = root.site;
		const binding = fact.parameters[argument]?.binding;
		return binding !== undefined && usesOf(module, binding).some(use => closes(use, opening, models));
	});
}

function isWaitedEnd(event: Value | undefined, ends: readonly string[] | undefined): boolean {
	return ends !== undefined && event?.kind === 'literal' && typeof event.value === 'string' && ends.includes(event.value);
}

function closes(use: Use, { row }: Opening, models: Models): boolean {
	if (use.kind === 'handed') return row.closers?.includes(calleeName(use.call.callee, models)) === true;
	return (use.kind === 'method' || use.kind === 'read') && row.closedBy.includes(use.name);
}

/** Of a method, a global, or what is imported from a package. */
function calleeName(callee: Value, { module: { facts } }: Models): string {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? callee.property : '';
	if (callee.kind === 'global') return callee.name;
	const [definition] = definitionsOf(facts, callee);
	return definition?.kind === 'import' && !/^[./~@#]/.test(definition.source) ? definition.imported : '';
}
