import { globalName } from '../../syntax/global-name.ts';
import { chainOf, valuesIn, valuesInside } from '../../effects/value-parts.ts';
import { claiming } from '../../knowledge/event-words.ts';
import { readingMethods, thingNames } from '../../knowledge/name-words.ts';
import { lookingWords, waitNames } from '../../knowledge/wait-words.ts';
import { wordsIn } from '../../project/test-files.ts';
import { soleValue } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, ModuleFacts, Span, Value } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import { holds } from '../../syntax/spans.ts';
import { wordsOf } from '../../syntax/words.ts';
import type { Models } from '../models.ts';
import { areAtOnce } from './rivals.ts';

/** A name of which only the time tells one from the next, and that another test file makes in the same way at the same time. */
export interface TimedText {
	readonly place: Span;
	/** With `*` for the time. */
	readonly text: string;
	readonly rival: { readonly path: string; readonly line: number };
}

/** How many other files are looked through for one name. */
const maxFiles = 30;

/** The names of the linted file that something awaited is handed, whatever that is; those in places of which more is told apart. */
export function* timedTexts(models: Models, told: readonly Span[]): Iterable<TimedText> {
	const { module, others, framework, tests } = models;
	if (others === undefined || tests.length === 0 || !areAtOnce(models)) return;
	for (const { text, value, inside } of textsIn(module.facts)) {
		const scope = models.scopes.find(
			({ body }) => body.module === module && body.fact.start <= value.start && value.end <= body.fact.end,
		);
		if (
			told.some(span => holds(span, value)) ||
			(scope !== undefined && framework.clockAt(scope, value.start).dateNow) ||
			!isName(text, value, module.facts) ||
			!isHandedOver(value, inside, module.facts)
		)
			continue;
		for (const file of others.mentioning(wordsIn(text)).slice(0, maxFiles)) {
			const other = others.moduleOf(file);
			const same =
				other === undefined
					? undefined
					: textsIn(other.facts).find(each => each.text === text && isName(text, each.value, other.facts));
			if (other === undefined || same === undefined) continue;
			yield { place: value, text, rival: { path: other.path, line: lineAt(other.facts, same.value.start) } };
			break;
		}
	}
}

interface Written {
	readonly text: string;
	readonly value: Value;
	readonly inside: FunctionFacts;
}

const known = new WeakMap<ModuleFacts, readonly Written[]>();

/** The texts of a file that are put together from what is written down and a reading of the clock. */
function textsIn(facts: ModuleFacts): readonly Written[] {
	const answer =
		known.get(facts) ??
		facts.functions.flatMap(inside =>
			[...valuesIn(inside, facts)].flatMap(value => {
				const text = value.kind === 'template' || value.kind === 'operation' ? textOf(value, facts) : undefined;
				return text?.includes('*') === true && /[a-z]{3}/i.test(text) ? [{ text, value, inside }] : [];
			}),
		);
	known.set(facts, answer);
	return answer;
}

/** A text, with `*` for a reading of the clock; undefined where anything else is a part of it. */
function textOf(value: Value, facts: ModuleFacts): string | undefined {
	if (value.kind === 'literal') return typeof value.value === 'string' ? value.value.replaceAll('*', '') : undefined;
	if (value.kind === 'template')
		return joined(
			value.quasis.flatMap((quasi, index) => [
				quasi.replaceAll('*', ''),
				...value.parts.slice(index, index + 1).map(part => textOf(part, facts)),
			]),
		);
	if (value.kind === 'operation' && value.operator === '+' && value.operands.length === 2)
		return joined(value.operands.map(operand => textOf(operand, facts)));
	if (value.kind !== 'reference') return isReading(value) ? '*' : undefined;
	const held = soleValue(facts, value);
	return held === undefined || held.kind === 'reference' ? undefined : textOf(held, facts);
}

function joined(pieces: readonly (string | undefined)[]): string | undefined {
	return pieces.includes(undefined) ? undefined : pieces.join('');
}

/** `Date.now()`, `new Date().getTime()`, `Date.now().toString()`, `+new Date()` */
function isReading(value: Value): boolean {
	if (value.kind === 'operation') return value.operator === '+' && value.operands.length === 1 && value.operands.every(isReading);
	if (value.kind !== 'call') return false;
	if (value.form === 'new') return value.callee.kind === 'global' && value.callee.name === 'Date' && value.args.length === 0;
	const { callee } = value;
	if (callee.kind === 'global') return callee.name === 'String' && value.args.length === 1 && value.args.every(isReading);
	if (callee.kind !== 'member' || typeof callee.property !== 'string') return false;
	return readingMethods.has(callee.property) ? isReading(callee.object) : globalName(callee) === 'Date.now';
}

/** Whether the text says that it names something, or what it is kept in does. */
function isName(text: string, value: Value, facts: ModuleFacts): boolean {
	if (/[\s?=]|:\/\//.test(text)) return false;
	return (
		thingNames.test(wordsOf(text.replaceAll(/[^\w]+/g, ' '))) || holdersOf(value, facts).some(name => thingNames.test(wordsOf(name)))
	);
}

/** The variables, and the keys of objects, that a value is kept in. */
function holdersOf(value: Value, facts: ModuleFacts): readonly string[] {
	const names = facts.bindings.flatMap(({ word, definitions }) =>
		definitions.some(each => each.kind === 'value' && each.value === value) ? [word] : [],
	);
	const keys = facts.functions.flatMap(inside =>
		[...valuesIn(inside, facts)].flatMap(each =>
			each.kind === 'object'
				? each.entries.flatMap(entry =>
						entry.kind === 'property' && typeof entry.key === 'string' && entry.value === value ? [entry.key] : [],
					)
				: [],
		),
	);
	return [...names, ...keys];
}

/** Whether something that the file awaits is handed a value, or the variable that holds it. */
function isHandedOver(value: Value, inside: FunctionFacts, facts: ModuleFacts): boolean {
	const holders = new Set(
		facts.bindings.flatMap(({ definitions }, index) =>
			definitions.some(each => each.kind === 'value' && valuesInside(each.value).includes(value)) ? [index] : [],
		),
	);
	const isHeld = (each: Value): boolean => each === value || (each.kind === 'reference' && holders.has(each.binding));
	const functions = holders.size === 0 ? [inside] : facts.functions;
	return functions.some(({ calls }) =>
		calls.some(
			call => call.usage === 'awaited' && isAct(call, facts) && call.args.some(argument => valuesInside(argument).some(isHeld)),
		),
	);
}

/** Whether a call does something: it neither asserts, nor looks, nor waits. */
function isAct({ callee }: Call, { bindings }: ModuleFacts): boolean {
	const { root, path } = chainOf(callee);
	const base = root.kind === 'call' ? chainOf(root.callee).root : root;
	const holder = base.kind === 'reference' ? (bindings[base.binding]?.word ?? '') : base.kind === 'global' ? base.name : '';
	const name = path.at(-1) ?? holder;
	return !claiming.has(holder) && !lookingWords.test(name) && !waitNames.test(name);
}
