import type { Assertion } from '../assertions/model.ts';
import type { Influence } from '../effects/model.ts';
import type { ArrayValue, Call, Span, Value } from '../syntax/facts.ts';
import { type Edit, insert, replace, together } from './edit.ts';
import type { Editable } from './import.ts';
import { lineOf } from './placing.ts';
import { subjectOf, writtenCall } from './written-claim.ts';

/** Compares both sides sorted, where the text says that they are lists of texts, or of numbers. */
export function sortBoth(file: Editable, claim: Assertion): Edit | undefined {
	const expected = expectedList(file, claim);
	const subject = subjectOf(file, claim);
	if (expected === undefined || subject === undefined || claim.relation !== 'deep-equal') return undefined;
	const sort = sortFor(expected);
	if (sort === undefined) return undefined;
	const actual = together(insert(subject.start, '[...'), insert(subject.end, `]${sort.text}`));
	return sort.isSorted ? actual : together(actual, insert(expected.end, sort.text));
}

/** Compares as sets that may hold more, and checks the length beside it where that reads the subject no second time. */
export function compareMembers(file: Editable, claim: Assertion): { readonly edit: Edit; readonly isExact: boolean } | undefined {
	const call = writtenCall(file, claim);
	const expected = expectedList(file, claim);
	const subject = subjectOf(file, claim);
	if (call === undefined || expected === undefined || subject === undefined) return undefined;
	const chai = chaiMembers(file, call);
	if (chai !== undefined) return { edit: chai, isExact: true };
	if (!isMatcher(file, call, ['toEqual', 'toStrictEqual'])) return undefined;

	const contain = together(insert(expected.start, 'expect.arrayContaining('), insert(expected.end, ')'));
	const line = subject.kind === 'reference' && isStatement(file, call) ? lineOf(file.text, call) : undefined;
	const length =
		line === undefined
			? undefined
			: insert(call.start, `expect(${textOf(file, subject)}).toHaveLength(${expected.elements.length});\n${line.indent}`);
	const edit = length === undefined ? contain : together(length, contain);
	return edit === undefined ? undefined : { edit, isExact: length !== undefined };
}

/** Lets Prisma sort by the key that the expected records show. */
export function orderById(file: Editable, { expected }: Assertion, { call, origin }: Influence): Edit | undefined {
	const isPrisma =
		origin?.from.includes('prisma/client') === true && origin.steps.some(step => step.kind === 'property' && step.name === 'findMany');
	if (!isPrisma || call === undefined || call.module !== file.module || !showsId(expected?.fact)) return undefined;
	const [argument] = call.fact.args;
	if (argument === undefined)
		return file.text[call.fact.end - 2] === '(' ? insert(call.fact.end - 1, `{ orderBy: { id: 'asc' } }`) : undefined;
	if (argument.kind !== 'object' || file.text[argument.start] !== '{') return undefined;
	return insert(argument.start + 1, argument.entries.length === 0 ? ` orderBy: { id: 'asc' } ` : ` orderBy: { id: 'asc' },`);
}

function showsId(value: Value | undefined): boolean {
	if (value?.kind === 'array') return value.elements.some(showsId);
	return value?.kind === 'object' && value.entries.some(entry => entry.kind === 'property' && entry.key === 'id');
}

/** The list that the claim itself writes down. */
function expectedList(file: Editable, claim: Assertion): ArrayValue | undefined {
	const call = writtenCall(file, claim);
	const value = claim.expected?.fact;
	const isWritten = claim.part.length === 0 && value?.kind === 'array' && call?.args.includes(value) === true;
	return isWritten && value.elements.length > 1 && value.elements.every(({ kind }) => kind !== 'spread') ? value : undefined;
}

function sortFor({ elements }: ArrayValue): { readonly text: string; readonly isSorted: boolean } | undefined {
	const values = elements.map(element => (element.kind === 'literal' ? element.value : undefined));
	const texts = values.filter(value => typeof value === 'string');
	const numbers = values.filter(value => typeof value === 'number');
	if (texts.length === values.length) return { text: '.sort()', isSorted: isSame(texts, texts.toSorted()) };
	if (numbers.length === values.length)
		return {
			text: '.sort((a, b) => a - b)',
			isSorted: isSame(
				numbers,
				numbers.toSorted((a, b) => a - b),
			),
		};
	return undefined;
}

function isSame<Element>(one: readonly Element[], other: readonly Element[]): boolean {
	return one.every((element, index) => element === other[index]);
}

const chaiEquality = /^\.(deep\.equals?|eqls?)$/;

/** `to.deep.equal` → `to.have.deep.members`, which wants the same elements in any order. */
function chaiMembers({ text }: Editable, { callee }: Call): Edit | undefined {
	if (callee.kind !== 'member') return undefined;
	const before = callee.object.kind === 'member' && callee.object.property === 'deep' ? callee.object.object : callee.object;
	const matcher: Span = { start: before.end, end: callee.end };
	return chaiEquality.test(text.slice(matcher.start, matcher.end)) ? replace(matcher, '.have.deep.members') : undefined;
}

/** Whether it is `expect(…)` and one of these matchers, with nothing between. */
export function isMatcher({ text }: Editable, { callee, start }: Call, names: readonly string[]): boolean {
	if (callee.kind !== 'member' || typeof callee.property !== 'string' || !names.includes(callee.property)) return false;
	return (
		callee.object.kind === 'call' &&
		text.startsWith('expect(', start) &&
		text.slice(callee.object.end, callee.end) === `.${callee.property}`
	);
}

/** Whether a statement may be put before the call. */
function isStatement({ module }: Editable, call: Call): boolean {
	const region = call.region === undefined ? undefined : module.facts.functions[call.function]?.regions[call.region];
	return call.usage === 'discarded' && region?.start !== call.start;
}

function textOf({ text }: Editable, { start, end }: Span): string {
	return text.slice(start, end);
}
