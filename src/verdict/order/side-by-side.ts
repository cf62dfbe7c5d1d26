import { singleConnections } from '../../knowledge/clients.ts';
import { promisePackages, joining } from '../../knowledge/promise-classes.ts';
import type { Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import { dotted } from '../../provenance/match.ts';
import type { Path, Root } from '../../provenance/model.ts';
import { at, functionAt, seenThrough } from '../../provenance/walker.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { soleValue } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import type { Models, Scope } from '../models.ts';

/** Calls that run at once, and are waited for together. */
export interface Batch {
	/** What waits for them. */
	readonly call: Site<Call>;
	/** As they are listed; of a callback that is called several times its own calls. */
	readonly members: readonly Site<Call>[];
	/** The callback that makes them, where one does. */
	readonly callback: Site<FunctionFacts> | undefined;
	/** The call in the text of the test or hook that leads there: where a report belongs. */
	readonly via: Site<Call>;
}

/** What the text of a test or hook waits for together. */
export function batchesIn(models: Models, { body }: Scope): readonly Batch[] {
	return body.module === models.module ? callsWithin(body).flatMap(call => batchAt(models, call, call)) : [];
}

/** How many functions deep what a test calls is looked through. */
const maxDepth = 2;

/** What functions of the project wait for together that the text of a test or hook calls. */
export function batchesBehind(models: Models, { body }: Scope): readonly Batch[] {
	return body.module === models.module ? callsWithin(body).flatMap(call => behindCall(models, call, call, maxDepth)) : [];
}

function behindCall(models: Models, call: Site<Call>, via: Site<Call>, depth: number): readonly Batch[] {
	if (depth === 0) return [];
	return bodiesOf(models, call)
		.flatMap(callsWithin)
		.flatMap(inner => [...batchAt(models, inner, via), ...behindCall(models, inner, via, depth - 1)]);
}

/** The functions of the project that a call runs, seen through it. */
export function bodiesOf({ provenance }: Models, call: Site<Call>): readonly Site<FunctionFacts>[] {
	return provenance.roots(at(call.fact.callee, call)).flatMap(root => {
		const frame =
			root.kind === 'function' && root.path.length === 0 && !root.site.fact.generator
				? entered(root.site, call, root.receiver)
				: undefined;
		return frame === undefined || root.kind !== 'function' ? [] : [seenThrough(root.site, frame)];
	});
}

function callsWithin(body: Site<FunctionFacts>): readonly Site<Call>[] {
	return functionsWithin(body.module.facts, body.fact).flatMap(({ calls }) => calls.map(call => at(call, body)));
}

function batchAt(models: Models, call: Site<Call>, via: Site<Call>): readonly Batch[] {
	const found = isWait(models, call) ? batchOf(call) : undefined;
	return found === undefined ? [] : [{ ...found, via }];
}

/** `Promise.all`, of the language or of a library, or `Promise.map` of one. */
function isWait({ provenance }: Models, call: Site<Call>): boolean {
	const { callee } = call.fact;
	if (callee.kind !== 'member' || typeof callee.property !== 'string' || !(joining.has(callee.property) || isMap(call.fact)))
		return false;
	return provenance
		.origins(at(callee, call))
		.some(origin => (!isMap(call.fact) && /(?:^|\.)Promise\.\w+$/.test(dotted(origin))) || promisePackages.has(origin.from));
}

/** `Promise.map(list, callback)`, where nothing says how many may run at once. */
function isMap({ callee, args }: Call): boolean {
	return callee.kind === 'member' && callee.property === 'map' && args.length === 2 && args[1]?.kind === 'function';
}

function batchOf(call: Site<Call>): Omit<Batch, 'via'> | undefined {
	if (isJoin(call.fact)) return listed(call, call.fact.args);
	if (isMap(call.fact)) return calledBack(call, call.fact.args[1]);
	const [list] = call.fact.args;
	const first = list === undefined ? undefined : held(list, call);
	if (first?.kind === 'array') return listed(call, first.elements);
	if (first?.kind === 'call' && isRepeating(first, call)) return calledBack(call, first.args[1]);
	if (first?.kind !== 'call' || first.callee.kind !== 'member') return undefined;
	return calledBack(call, first.callee.property === 'map' ? first.args[0] : first.callee.property === 'from' ? first.args[1] : undefined);
}

/** `times(3, makeOne)`, `_.times(3, makeOne)` */
function isRepeating({ callee, args }: Call, { module }: Site<Call>): boolean {
	const name =
		callee.kind === 'member' ? callee.property : callee.kind === 'reference' ? module.facts.bindings[callee.binding]?.word : undefined;
	return name === 'times' && args.length === 2;
}

/** What the only value of a variable is. */
function held(value: Value, { module }: Site<Call>): Value {
	return soleValue(module.facts, value) ?? value;
}

function calledBack(call: Site<Call>, handed: Value | undefined): Omit<Batch, 'via'> | undefined {
	const fact = handed?.kind === 'function' ? functionAt(call.module, handed.function) : undefined;
	return fact === undefined ? undefined : { call, members: fact.calls.map(each => at(each, call)), callback: at(fact, call) };
}

function isJoin({ callee }: Call): boolean {
	return callee.kind === 'member' && callee.property === 'join';
}

function listed(call: Site<Call>, values: readonly Value[]): Omit<Batch, 'via'> | undefined {
	const members = values.map(value => held(value, call)).flatMap(value => (value.kind === 'call' ? [at(value, call)] : []));
	return members.length < 2 || values.some(({ kind }) => kind === 'spread') ? undefined : { call, members, callback: undefined };
}

/** Which of the answers of a batch a root is taken from, and what is taken from it. */
export function answerOf({ call }: Batch, root: Root): { readonly index: number; readonly rest: Path } | undefined {
	if (root.kind === 'parameter') {
		const { passedTo } = root.site.fact;
		return isJoin(call.fact) && passedTo?.call === call.fact ? { index: root.index, rest: root.path } : undefined;
	}
	if (root.kind !== 'origin') return undefined;
	const steps = root.origin.steps.filter(({ kind }) => kind !== 'await');
	const start = steps.findIndex(step => step.kind === 'call' && step.site.fact === call.fact);
	const picked = start === -1 ? undefined : steps[start + 1];
	return picked?.kind === 'position' && picked.index !== undefined ? { index: picked.index, rest: steps.slice(start + 2) } : undefined;
}

/** Whether a call goes over a connection that the code keeps in its hands. */
export function isInLine({ provenance }: Models, { fact, ...place }: Site<Call>): boolean {
	const roots = provenance.written(at(fact.callee, place));
	return roots.some(
		root => root.kind === 'origin' && root.origin.steps.some(step => step.kind === 'property' && singleConnections.has(step.name)),
	);
}
