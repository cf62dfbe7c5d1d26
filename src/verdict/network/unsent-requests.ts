import { globalName } from '../../syntax/global-name.ts';
import { hostAt, type Request } from '../../effects/requests.ts';
import { putOff } from '../../knowledge/at-once.ts';
import { givingUp } from '../../knowledge/ending-words.ts';
import { abortedSignal } from '../../knowledge/limit-words.ts';
import type { Site } from '../../project/model.ts';
import { at, property } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsDirectlyIn } from '../../syntax/functions-within.ts';
import { isLocalHost } from './local-hosts.ts';
import type { Models } from '../models.ts';

/** Whether a request never gets to the host that it names: it is given up in the turn that makes it, or goes to a proxy of this machine. */
export function isUnsent({ provenance }: Models, { call }: Request): boolean {
	const { args } = call.fact;
	if (args.some(argument => isProxied(provenance, at(argument, call)))) return true;
	const held = [call, ...args.flatMap(argument => signalsOf(provenance, at(argument, call)))];
	if (held.some(({ fact }) => isMadeAborted(fact))) return true;
	for (let each: Site<Call> | undefined = call; each !== undefined; each = each.frame?.call)
		if (endsBehind(each).some(end => endsOneOf(provenance, end, held))) return true;
	return false;
}

/** A proxy that nobody can name is one that the test has made; `proxy: false` is none. */
function isProxied(provenance: Models['provenance'], options: Site<Value>): boolean {
	for (const root of provenance.roots(options)) {
		if (root.kind !== 'made' || root.path.length > 0 || root.site.fact.kind !== 'object') continue;
		const entry = root.site.fact.entries.findLast(each => each.kind === 'property' && each.key === 'proxy');
		if (entry === undefined || (entry.value.kind === 'literal' && typeof entry.value.value !== 'string')) continue;
		const host =
			entry.value.kind === 'object'
				? hostAt(provenance, at(entry.value, root.site), [property('host')], true)
				: hostAt(provenance, at(entry.value, root.site));
		if (host === undefined || isLocalHost(host)) return true;
	}
	return false;
}

/** The calls that make the controllers of the signals that a request listens to: `{ signal: controller.signal }`. */
function signalsOf(provenance: Models['provenance'], options: Site<Value>): readonly Site<Call>[] {
	return provenance
		.roots(options, [property('signal')])
		.flatMap(root => (root.kind === 'origin' && root.origin.from === 'global' ? madeBy(root.origin.steps) : []));
}

type Steps = Extract<ReturnType<Models['provenance']['roots']>[number], { kind: 'origin' }>['origin']['steps'];

function madeBy(steps: Steps): readonly Site<Call>[] {
	return steps.flatMap(step => ((step.kind === 'call' || step.kind === 'construct') && step.site !== undefined ? [step.site] : []));
}

function isMadeAborted({ callee }: Call): boolean {
	return globalName(callee) === abortedSignal;
}

/** The calls behind a call, in its turn or in one in which nothing can have come from outside, that may end what it began. */
function endsBehind({ fact: call, ...place }: Site<Call>): readonly Site<Call>[] {
	const around = place.module.facts.functions[call.function];
	if (around === undefined || call.usage === 'awaited') return [];
	const until = Math.min(around.end, ...around.awaits.filter(({ end }) => end > call.end).map(({ start }) => start));
	const isSoon = (end: Call): boolean =>
		end.start >= call.end && end.start < until && (end.region === undefined || end.region === call.region);
	const soon = functionsDirectlyIn(place.module.facts, around).filter(
		({ passedTo }) => passedTo !== undefined && isSoon(passedTo.call) && isAtOnce(passedTo.call),
	);
	return [...around.calls.filter(isSoon), ...soon.flatMap(callsAtOnce)].filter(isEnding).map(fact => at(fact, place));
}

function callsAtOnce({ awaits, calls, end }: FunctionFacts): readonly Call[] {
	const until = Math.min(end, ...awaits.map(({ start }) => start));
	return calls.filter(({ start, region }) => start < until && region === undefined);
}

function isEnding({ callee }: Call): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && givingUp.has(callee.property);
}

/** `process.nextTick(…)`, `queueMicrotask(…)`. */
function isAtOnce({ callee }: Call): boolean {
	if (callee.kind === 'global') return callee.name === putOff.global;
	return (
		callee.kind === 'member' &&
		callee.property === putOff.ofProcess &&
		callee.object.kind === 'global' &&
		callee.object.name === 'process'
	);
}

/** Whether what a method is called on was made by one of the calls. */
function endsOneOf(provenance: Models['provenance'], { fact: { callee }, ...place }: Site<Call>, held: readonly Site<Call>[]): boolean {
	if (callee.kind !== 'member') return false;
	const roots = provenance.roots(at(callee.object, place));
	return roots.some(
		root => root.kind === 'origin' && madeBy(root.origin.steps).some(({ fact }) => held.some(each => each.fact === fact)),
	);
}
