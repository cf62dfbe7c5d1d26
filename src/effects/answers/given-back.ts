import { answerProperty } from '../../knowledge/routing.ts';
import type { Site } from '../../project/model.ts';
import { conditionsOf } from '../../provenance/choices.ts';
import { entered } from '../../provenance/frames.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { type IsHanded, isFailure, isMade, numeric, rootOf, sentIn, setApartIn } from './sent-answers.ts';

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
	const kept = inside.flatMap(each => keptIn(each, isHanded).map(({ value, region }) => given(value, each, region)));
	const returned =
		sent.length + kept.length > 0 ? [] : handler.fact.returns.map(({ value, region }) => given(value, handler.fact, region));
	return [...sent, ...kept, ...returned];
}

/** What a function puts where the answer is kept: `ctx.body = users`. */
function keptIn({ writes }: FunctionFacts, isHanded: IsHanded): readonly { readonly value: Value; readonly region: number | undefined }[] {
	return writes.flatMap(({ target, value, region }) =>
		target.kind === 'member' && target.property === answerProperty && isHanded(target.object) && value !== undefined
			? [{ value, region }]
			: [],
	);
}

/**
 * The statuses of all answers of a handler. One that is set apart from the answer, `reply.code(409); return refusal;`, holds for what is answered behind it;
 * what is answered without one has the usual one. Of an error that is thrown instead nobody knows the status.
 */
export function statusesGiven(handler: Site<FunctionFacts>, call: Site<Call>, usual: number): readonly Given[] {
	const { inside, isHanded, given } = read(handler, call);
	const standard: Value = numeric(usual, handler.fact);
	const apart = inside.flatMap(each => setApartIn(each, isHanded).map(({ value, region }) => ({ value, inside: each, region })));
	const sent = inside.flatMap(each =>
		[...sentIn(each, isHanded), ...keptIn(each, isHanded).map(({ region }) => ({ status: undefined, region }))].map(
			({ status, region }) => ({ value: status, inside: each, region }),
		),
	);
	const returned = handler.fact.returns
		.filter(({ value }) => isContent(value, isHanded))
		.map(({ region }) => ({ value: undefined, inside: handler.fact, region }));
	const isAlwaysSet = apart.some(({ inside: each, region }) => isForOthers(each, region));
	const answers = [...sent, ...returned].flatMap(each =>
		each.value === undefined && apart.length > 0 ? [] : [{ ...each, value: each.value ?? standard }],
	);
	const others = apart.length > 0 && !isAlwaysSet ? [{ value: standard, inside: handler.fact, region: undefined }] : [];
	return [...apart, ...answers, ...others, ...thrownBy(handler.fact)].map(each => given(each.value, each.inside, each.region));
}

function thrownBy(
	handler: FunctionFacts,
): readonly { readonly value: Value; readonly inside: FunctionFacts; readonly region: number | undefined }[] {
	const { start, end } = handler;
	const unknown: Value = { kind: 'unknown', parts: [], start, end };
	return handler.throws.flatMap(({ region }) => (isCaught(handler, region) ? [] : [{ value: unknown, inside: handler, region }]));
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

/** Whether what a handler returns is an answer itself: not one of several, what one of the things that it is handed gives, `res.json(…)` or `next()`, or a response. */
function isContent(value: Value, isHanded: IsHanded): boolean {
	if (value.kind === 'literal') return typeof value.value === 'string';
	if (value.kind === 'choice') return value.options.some(option => isContent(option, isHanded));
	return !isHanded(rootOf(value)) && !(value.kind === 'call' && (isMade(value) || isHanded(value.callee)));
}

interface Handling {
	/** The handler, and the functions that stand in it. */
	readonly inside: readonly FunctionFacts[];
	readonly isHanded: IsHanded;
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

/** What decides whether a region of a function runs, and whether the handler around it hands that function on. */
function decidedBy(inside: Site<FunctionFacts>, region: number | undefined, handler: FunctionFacts): readonly Site<Value>[] {
	const own = conditionsOf(inside, region);
	const call = inside.fact === handler ? undefined : inside.fact.passedTo?.call;
	const outer = call === undefined ? undefined : functionAt(inside.module, call.function);
	return call === undefined || outer === undefined ? own : [...own, ...decidedBy({ ...inside, fact: outer }, call.region, handler)];
}
