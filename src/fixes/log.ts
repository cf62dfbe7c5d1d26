import type { Assertion } from '../assertions/model.ts';
import { type Edit, insert, replace, together } from './edit.ts';
import type { Editable } from './import.ts';
import { isMatcher } from './order.ts';
import { subjectOf, writtenCall } from './written-claim.ts';

const equalities: readonly string[] = ['toBe', 'toEqual', 'toStrictEqual'];

/** Looks for the text, or the lines, among all that was written. What stands at a place of its own there is left alone. */
export function lookFor(file: Editable, claim: Assertion): Edit | undefined {
	const call = writtenCall(file, claim);
	const subject = subjectOf(file, claim);
	const [expected] = call?.args ?? [];
	if (call === undefined || subject === undefined || expected === undefined || isPicked(file.text.slice(subject.start, subject.end)))
		return undefined;
	if (call.callee.kind !== 'member' || call.args.length > 1) return undefined;
	const matcher = { start: call.callee.object.end, end: call.callee.end };
	const isText = (expected.kind === 'literal' && typeof expected.value === 'string') || expected.kind === 'template';
	if (isText && isMatcher(file, call, equalities)) return replace(matcher, '.toContain');
	if (isText && file.text.slice(matcher.start, matcher.end) === '.equal' && call.callee.object.kind === 'member')
		return replace(matcher, '.contain');
	if (expected.kind !== 'array' || !isMatcher(file, call, equalities.slice(1))) return undefined;
	return together(insert(expected.start, 'expect.arrayContaining('), insert(expected.end, ')'));
}

function isPicked(text: string): boolean {
	return /\[[^\]]*\]$|\.(at|pop|shift)\(/.test(text);
}

/** Asks whether it was called, with what, and not how often or in which place. */
export function askWhether(
	file: Editable,
	claim: Assertion,
): { readonly edit: Edit; readonly means: 'called' | 'called-with' } | undefined {
	const call = writtenCall(file, claim);
	if (call?.callee.kind !== 'member') return undefined;
	const { object, end } = call.callee;
	const [first, second] = call.args;
	if (isMatcher(file, call, ['toHaveBeenCalledTimes', 'toBeCalledTimes', 'toHaveBeenCalledOnce']))
		return { edit: replace({ start: object.end, end: call.end }, '.toHaveBeenCalled()'), means: 'called' };
	if (isMatcher(file, call, ['toHaveBeenLastCalledWith', 'lastCalledWith']))
		return { edit: replace({ start: object.end, end }, '.toHaveBeenCalledWith'), means: 'called-with' };
	if (!isMatcher(file, call, ['toHaveBeenNthCalledWith', 'nthCalledWith']) || first === undefined || second === undefined)
		return undefined;
	const place = replace({ start: first.start, end: second.start }, '');
	const edit = together(replace({ start: object.end, end }, '.toHaveBeenCalledWith'), place);
	const isCommented = file.module.facts.comments.some(comment => comment.start >= first.start && comment.end <= second.start);
	return edit === undefined || isCommented ? undefined : { edit, means: 'called-with' };
}
