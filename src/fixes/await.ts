import type { Call, FunctionFacts, Span } from '../syntax/facts.ts';
import { type Edit, insert, replace, together } from './edit.ts';
import type { Editable } from './import.ts';
import { isWholeStatement, statementEnd } from './statement.ts';

/** A dropped promise, and the function that it stands in. */
interface Awaitable {
	readonly call: Span;
	readonly inside: FunctionFacts;
	readonly callback: FunctionFacts | undefined;
	readonly marked: boolean;
	/** The test or hook around it. */
	readonly scope: { readonly body: { readonly fact: FunctionFacts }; readonly doneParameter: number | undefined };
}

interface Dropped extends Awaitable {
	readonly call: Call;
}

/** `await` before a call that is a statement, and `async` before the test's function where that lacks it. */
export function awaited({ text }: Editable, dropped: Awaitable): Edit | undefined {
	const { call, inside, callback, marked } = dropped;
	const start = marked ? text.lastIndexOf('void', call.start) : call.start;
	if (callback !== undefined || !isWholeStatement(text, { start, end: call.end }, inside)) return undefined;
	return inAsync(dropped, marked ? replace({ start, end: call.start }, 'await ') : insert(call.start, 'await '));
}

/** `for (const item of items) { … }` for `items.forEach(async item => { … })`. */
export function awaitedLoop({ text }: Editable, dropped: Dropped): Edit | undefined {
	const { call, inside, callback } = dropped;
	if (
		callback === undefined ||
		call.callee.kind !== 'member' ||
		call.callee.property !== 'forEach' ||
		call.args.length > 1 ||
		callback.returns.length > 0
	)
		return undefined;
	if (!isWholeStatement(text, call, inside)) return undefined;
	const [head, inParentheses, alone] =
		/^async\s*(?:\(\s*([\w$]+)\s*\)|([\w$]+))\s*=>\s*(?=\{)/.exec(text.slice(callback.start, callback.end)) ?? [];
	const name = inParentheses ?? alone;
	if (head === undefined || name === undefined) return undefined;
	const list = text.slice(call.start, call.callee.end - 'forEach'.length).replace(/\s*\??\.\s*$/, '');
	const loop = together(
		replace({ start: call.start, end: callback.start + head.length }, `for (const ${name} of ${list}) `),
		replace({ start: callback.end, end: statementEnd(text, call.end) }, ''),
	);
	return loop === undefined ? undefined : inAsync(dropped, loop);
}

/** `await Promise.all([…])` for `await […]`, and `Promise.all([...list])` for `Promise.all([list])`. */
export function joined({ call, inside }: Pick<Dropped, 'call' | 'inside'>): Edit | undefined {
	if (call.usage === 'argument') return insert(call.start, '...');
	const list =
		call.usage === 'awaited' ? call : inside.awaits.find(({ value }) => value.kind === 'array' && value.elements.includes(call))?.value;
	if (list === undefined || (list.kind === 'call' && list.callee.kind === 'member' && list.callee.property === 'forEach'))
		return undefined;
	return together(insert(list.start, 'Promise.all('), insert(list.end, ')'));
}

function inAsync({ inside, scope }: Awaitable, edit: Edit): Edit | undefined {
	if (inside.async) return edit;
	const canBe =
		inside === scope.body.fact &&
		scope.doneParameter === undefined &&
		!inside.generator &&
		(inside.form === 'arrow' || inside.form === 'function') &&
		inside.returns.length === 0;
	return canBe ? together(insert(inside.start, 'async '), edit) : undefined;
}

/** `() => done()` for `done()`. */
export function postponed({ start }: Call): Edit {
	return insert(start, '() => ');
}
