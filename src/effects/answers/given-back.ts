import { answering, answerProperty, statuses, statusSetters } from '../../knowledge/routing.ts';
import type { Site } from '../../project/model.ts';
import { conditionsOf } from '../../provenance/choices.ts';
import { entered } from '../../provenance/frames.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, MemberValue, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';

/** Something that a handler may answer with. */
export interface Given {
	readonly value: Site<Value>;
	/** What decides, in the handler, that it is this answer and not another. */
	readonly conditions: readonly Site<Value>[];
}

/** What a handler gives back; an answer that says what went wrong is another matter. */
export function contentsGiven(handler: Site<FunctionFacts>, call: Site<Call>): readonly Given[] {
	const { inside, isHanded, given } = read(handler, call);
	const sent = inside.flatMap(each =>
		sentIn(each, isHanded).flatMap(({ region, content, status }) =>
			content === undefined || isFailure(status) ? [] : [given(content, each, region)],
		),
	);
	const kept = inside.flatMap(each =>
		each.writes.flatMap(({ target, value, region }) =>
			target.kind === 'member' && target.property === answerProperty && isHanded(target.object) && value !== undefined
				? [given(value, each, region)]
				: [],
		),
	);
	const returned =
		sent.length + kept.length > 0 ? [] : handler.fact.returns.map(({ value, region }) => given(value, handler.fact, region));
	return [...sent, ...kept, ...returned];
}

/**
 * The statuses of all answers of a handler. One that is set apart from the answer, `reply.code(409); return refusal;`, holds for what is answered behind it;
 * what is answered without one has the standard's. Of an error that is thrown instead nobody knows the status.
 */
export function statusesGiven(handler: Site<FunctionFacts>, call: Site<Call>, usual: number): readonly Given[] {
	const { inside, isHanded, given } = read(handler, call);
	const { start, end } = handler.fact;
	const standard: Value = { kind: 'literal', value: usual, start, end };
	const apart = inside.flatMap(each => setApartIn(each, isHanded).map(({ value, region }) => ({ value, inside: each, region })));
	const sent = inside.flatMap(each => sentIn(each, isHanded).map(({ status, region }) => ({ value: status, inside: each, region })));
	const returned = handler.fact.returns
		.filter(({ value }) => isContent(value, isHanded))
		.map(({ region }) => ({ value: undefined, inside: handler.fact, region }));
	const isAlwaysSet = apart.some(({ inside: each, region }) => isForOthers(each, region));
	const answers = [...sent, ...returned].flatMap(each =>
		each.value === undefined && apart.length > 0 ? [] : [{ ...each, value: each.value ?? standard }],
	);
	const others = apart.length > 0 && !isAlwaysSet ? [{ value: standard, inside: handler.fact, region: undefined }] : [];
	const thrown = handler.fact.throws.flatMap(({ region }) =>
		isCaught(handler.fact, region)
			? []
			: [{ value: { kind: 'unknown', parts: [], start, end } as const, inside: handler.fact, region }],
	);
	return [...apart, ...answers, ...others, ...thrown].map(each => given(each.value, each.inside, each.region));
}

/** Whether a place is no branch of its own, or the one for whatever no other branch is for. */
function isForOthers({ regions }: FunctionFacts, region: number | undefined): boolean {
	const kind = region === undefined ? undefined : regions[region]?.kind;
	return kind === undefined || kind === 'else' || kind === 'after-exit';
}

function isCaught({ regions }: FunctionFacts, region: number | undefined): boolean {
	for (let index = region; index !== undefined; index = regions[index]?.parent) if (regions[index]?.kind === 'try') return true;
	return false;
}

/** Statuses that a function sets in a statement of its own: `reply.code(409)`, `ctx.status = 409`. */
function setApartIn(
	{ writes, calls }: FunctionFacts,
	isHanded: Handling['isHanded'],
): readonly { readonly value: Value; readonly region: number | undefined }[] {
	const written = writes.flatMap(({ target, value, region }) =>
		target.kind === 'member' &&
		typeof target.property === 'string' &&
		statuses.has(target.property) &&
		isHanded(target.object) &&
		value !== undefined
			? [{ value, region }]
			: [],
	);
	const called = calls.flatMap(({ callee, args: [first], usage, region }) => {
		if (usage === 'receiver' || callee.kind !== 'member' || !isHanded(rootOf(callee.object)) || answersBy(callee)) return [];
		const value = setsStatus(callee) ? first : statusBefore(callee.object);
		return value === undefined ? [] : [{ value, region }];
	});
	return [...written, ...called];
}

/** Whether what a handler returns is an answer itself: not what one of the things that it is handed gives, `res.json(…)` or `next()`. */
function isContent(value: Value, isHanded: Handling['isHanded']): boolean {
	if (value.kind === 'literal') return typeof value.value === 'string';
	return !isHanded(rootOf(value)) && !(value.kind === 'call' && isHanded(value.callee));
}

interface Handling {
	/** The handler, and the functions that stand in it. */
	readonly inside: readonly FunctionFacts[];
	/** Whether a value is what the handler is handed. */
	readonly isHanded: (value: Value) => boolean;
	readonly given: (value: Value, inside: FunctionFacts, region: number | undefined) => Given;
}

function read(handler: Site<FunctionFacts>, call: Site<Call>): Handling {
	const { module, fact } = handler;
	const frame = entered(handler, call, undefined) ?? handler.frame;
	const bindings = new Set(fact.parameters.flatMap(({ binding }) => (binding === undefined ? [] : [binding])));
	return {
		inside: functionsWithin(module.facts, fact),
		isHanded: value => value.kind === 'reference' && bindings.has(value.binding),
		given: (value, inside, region) => ({
			value: { module, fact: value, frame },
			conditions: decidedBy({ module, fact: inside, frame }, region, fact),
		}),
	};
}

interface Sent extends Pick<Call, 'region' | 'start' | 'end'> {
	/** What is sent; undefined for nothing but a status. */
	readonly content: Value | undefined;
	/** What the status is set to on the way: `res.status(404).json(…)`. */
	readonly status: Value | undefined;
}

/** Where a function answers. */
function sentIn({ calls }: FunctionFacts, isHanded: Handling['isHanded']): readonly Sent[] {
	return calls.flatMap(({ callee, args: [first], region, start, end }) => {
		if (callee.kind !== 'member' || typeof callee.property !== 'string' || !isHanded(rootOf(callee.object))) return [];
		if (callee.property === statusSetters.alone) return [{ content: undefined, status: first, region, start, end }];
		return answering.has(callee.property) ? [{ content: first, status: statusBefore(callee.object), region, start, end }] : [];
	});
}

/** What decides whether a region of a function runs, and whether the handler around it hands that function on. */
function decidedBy(inside: Site<FunctionFacts>, region: number | undefined, handler: FunctionFacts): readonly Site<Value>[] {
	const own = conditionsOf(inside, region);
	const call = inside.fact === handler ? undefined : inside.fact.passedTo?.call;
	const outer = call === undefined ? undefined : functionAt(inside.module, call.function);
	return call === undefined || outer === undefined ? own : [...own, ...decidedBy({ ...inside, fact: outer }, call.region, handler)];
}

/** What a chain of calls begins with. */
function rootOf(value: Value): Value {
	return value.kind === 'call' && value.callee.kind === 'member' ? rootOf(value.callee.object) : value;
}

/** A number that a call on the way is handed is a status, whatever it is called: `res.writeHead(404).end(…)`. */
function statusBefore(value: Value): Value | undefined {
	if (value.kind !== 'call' || value.callee.kind !== 'member') return undefined;
	const [first] = value.args;
	const isNumber = first?.kind === 'literal' && typeof first.value === 'number';
	return isNumber || setsStatus(value.callee) ? first : statusBefore(value.callee.object);
}

function answersBy({ property }: MemberValue): boolean {
	return typeof property === 'string' && (property === statusSetters.alone || answering.has(property));
}

function setsStatus(callee: MemberValue): boolean {
	return typeof callee.property === 'string' && statusSetters.before.has(callee.property);
}

function isFailure(status: Value | undefined): boolean {
	return status?.kind === 'literal' && typeof status.value === 'number' && status.value >= 400;
}
