import { answering, responses, statuses, statusSetters } from '../../knowledge/routing.ts';
import type { Call, FunctionFacts, LiteralValue, MemberValue, Span, Value } from '../../syntax/facts.ts';

/** Where a function answers, and with what. */
export interface Sent {
	readonly region: number | undefined;
	/** What is sent; undefined for nothing but a status. */
	readonly content: Value | undefined;
	/** What the status is set to: on the way, `res.status(404).json(…)`, behind the content, `c.json(…, 404)`, or by the method itself. */
	readonly status: Value | undefined;
}

/** Whether a value is what a handler is handed. */
export type IsHanded = (value: Value) => boolean;

/** Where a function answers: by methods of what it is handed, and by what it makes and returns. */
export function sentIn({ calls }: FunctionFacts, isHanded: IsHanded): readonly Sent[] {
	return calls.flatMap(call => {
		if (isMade(call)) return [{ region: call.region, content: call.args[0], status: optionOf(call.args[1]) }];
		const { callee } = call;
		if (callee.kind !== 'member' || typeof callee.property !== 'string' || !isHanded(rootOf(callee.object))) return [];
		return sentBy(call, callee, callee.property);
	});
}

/** Whether a call makes an answer that the function returns: `return new Response('late', { status: 410 })`. */
export function isMade({ form, callee, usage }: Call): boolean {
	if (usage !== 'returned') return false;
	if (form === 'new') return isResponse(callee);
	return callee.kind === 'member' && callee.property === responses.maker && isResponse(callee.object);
}

function isResponse(value: Value): boolean {
	return value.kind === 'global' && value.name === responses.name;
}

function sentBy({ args, region, ...span }: Call, callee: MemberValue, method: string): readonly Sent[] {
	const [first, second] = args;
	if (method === statusSetters.alone) return [{ region, content: undefined, status: first }];
	const own = statusSetters.own.get(method);
	if (own !== undefined) return [{ region, content: undefined, status: args.find(isNumber) ?? numeric(own, span) }];
	if (!answering.has(method)) return [];
	const behind = statusSetters.behind.has(method) ? second : undefined;
	return [{ region, content: first, status: (behind?.kind === 'object' ? optionOf(behind) : behind) ?? statusBefore(callee.object) }];
}

function optionOf(options: Value | undefined): Value | undefined {
	if (options?.kind !== 'object') return undefined;
	return options.entries.find(entry => entry.kind === 'property' && typeof entry.key === 'string' && statuses.has(entry.key))?.value;
}

/** Statuses that a function sets in a statement of its own: `reply.code(409)`, `ctx.status = 409`. */
export function setApartIn(
	{ writes, calls }: FunctionFacts,
	isHanded: IsHanded,
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

/** What a chain of calls begins with. */
export function rootOf(value: Value): Value {
	return value.kind === 'call' && value.callee.kind === 'member' ? rootOf(value.callee.object) : value;
}

/** Whether a status is one with which an answer is what was asked for: itself yes or no, where that can be told. */
export function succeeding(status: Value): Value {
	const { start, end } = status;
	if (status.kind === 'literal')
		return { kind: 'literal', value: typeof status.value === 'number' && isSuccess(status.value), start, end };
	if (status.kind === 'choice') return { ...status, options: status.options.map(succeeding) };
	return status.kind === 'unknown'
		? status
		: { kind: 'operation', operator: '<', operands: [status, numeric(statusSetters.failing, status)], start, end };
}

function isSuccess(status: number): boolean {
	return status >= statusSetters.standard && status < statusSetters.standard + 100;
}

export function numeric(value: number, { start, end }: Span): LiteralValue {
	return { kind: 'literal', value, start, end };
}

/** A number that a call on the way is handed is a status, whatever it is called: `res.writeHead(404).end(…)`. */
function statusBefore(value: Value): Value | undefined {
	if (value.kind !== 'call' || value.callee.kind !== 'member') return undefined;
	const [first] = value.args;
	return (first !== undefined && isNumber(first)) || setsStatus(value.callee) ? first : statusBefore(value.callee.object);
}

function isNumber(value: Value): boolean {
	return value.kind === 'literal' && typeof value.value === 'number';
}

function answersBy({ property }: MemberValue): boolean {
	return typeof property === 'string' && (property === statusSetters.alone || statusSetters.own.has(property) || answering.has(property));
}

function setsStatus(callee: MemberValue): boolean {
	return typeof callee.property === 'string' && statusSetters.before.has(callee.property);
}

export function isFailure(status: Value | undefined): boolean {
	return status?.kind === 'literal' && typeof status.value === 'number' && status.value >= statusSetters.failing;
}
