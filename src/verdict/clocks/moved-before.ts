import { chainOf, valuesIn, valuesInside } from '../../effects/value-parts.ts';
import { instantNames, settingMethods } from '../../knowledge/date-words.ts';
import { overwriting } from '../../knowledge/record-words.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import { globalName } from '../../syntax/global-name.ts';
import { definitionsOf } from '../../syntax/definitions.ts';
import type { Call, ModuleFacts, Span, Value, Write } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import { wordsOf } from '../../syntax/words.ts';
import type { Claim, Models, Scope } from '../models.ts';

/**
 * Whether a test has moved the earlier of two times itself before it asserts how far they lie apart, which then is no measure of what was done in between:
 * `since -= 2_000`, `user.lastSeen = 0`, `user.createdAt.setFullYear(2001)`, `Object.assign(user, { lastSeen: 0 })`; or has made it at least `generous` milliseconds away:
 * `new Date(Date.now() - 86_400_000)`.
 */
export function isMovedBefore(models: Models, { body }: Scope, { place }: Claim, generous: number): boolean {
	if (body.module !== models.module) return false;
	const { facts } = body.module;
	const isOffset = (value: Value | undefined): boolean => value !== undefined && isApart(models, at(value, body));
	const inside = functionsWithin(facts, body.fact);
	const asserted = inside.flatMap(each => [...valuesIn(each, facts)].filter(value => holds(place, value)));
	const held = variablesIn(asserted, facts);
	const isBefore = ({ end }: Span): boolean => end <= place.start;
	if (
		asserted
			.flatMap(value => definitionsOf(facts, value))
			.some(each => each.kind === 'value' && isAway(models, at(each.value, body), generous))
	)
		return true;
	return inside.some(
		({ writes, calls }) =>
			writes.some(write => isBefore(write) && isMoving(write, held, facts) && isOffset(write.value)) ||
			calls.some(call => isBefore(call) && (isSetting(call, held) || timesAssigned(call, held).some(isOffset))),
	);
}

/** The variables that values mention, and those that they were made of. */
function variablesIn(values: readonly Value[], facts: ModuleFacts): ReadonlySet<number> {
	const mentioned = values.filter(value => value.kind === 'reference');
	const made = mentioned.flatMap(value =>
		definitionsOf(facts, value).flatMap(each => (each.kind === 'value' ? valuesInside(each.value) : [])),
	);
	return new Set([...mentioned, ...made].flatMap(value => (value.kind === 'reference' ? [value.binding] : [])));
}

function isOneOf(value: Value, held: ReadonlySet<number>): boolean {
	const { root } = chainOf(value);
	return root.kind === 'reference' && held.has(root.binding);
}

/** `since -= 2_000`, `user.lastSeen = 0` */
function isMoving({ target, operator }: Write, held: ReadonlySet<number>, { bindings }: ModuleFacts): boolean {
	if (!isOneOf(target, held)) return false;
	if (operator === '-=' || operator === '+=') return true;
	const name = target.kind === 'member' ? target.property : target.kind === 'reference' ? bindings[target.binding]?.word : undefined;
	return typeof name === 'string' && instantNames.test(wordsOf(name));
}

/** `user.createdAt.setFullYear(2001)` */
function isSetting({ callee }: Call, held: ReadonlySet<number>): boolean {
	return (
		callee.kind === 'member' &&
		typeof callee.property === 'string' &&
		settingMethods.test(callee.property) &&
		isOneOf(callee.object, held)
	);
}

/** `Object.assign(user, { lastSeen: 0 })` */
function timesAssigned({ callee, args: [first, ...given] }: Call, held: ReadonlySet<number>): readonly Value[] {
	const name = globalName(callee);
	if (name === undefined || !overwriting.has(name) || first === undefined || !isOneOf(first, held)) return [];
	return given
		.flatMap(value => (value.kind === 'object' ? value.entries : []))
		.flatMap(entry =>
			entry.kind === 'property' && typeof entry.key === 'string' && instantNames.test(wordsOf(entry.key)) ? [entry.value] : [],
		);
}

/** `new Date(Date.now() - 86_400_000)` */
function isAway(models: Models, site: Site<Value>, generous: number): boolean {
	const { fact } = site;
	if (fact.kind === 'call')
		return fact.form === 'new' && fact.args.length === 1 && fact.args.every(each => isAway(models, at(each, site), generous));
	const numbers = fact.kind === 'operation' ? fact.operands.map(each => staticValue(models.provenance.roots, at(each, site))) : [];
	const isMoved = fact.kind === 'operation' && (fact.operator === '-' || fact.operator === '+') && numbers.length === 2;
	return isMoved && numbers.some(ms => typeof ms === 'number' && ms >= generous) && numbers.includes(undefined);
}

/** A fixed time, or one that is so far from another: `0`, `new Date('2020-01-01')`, `user.lastSeen - 5_000`. */
function isApart({ provenance }: Models, site: Site<Value>): boolean {
	const isFixed = (value: Value): boolean => staticValue(provenance.roots, at(value, site)) !== undefined;
	const { fact } = site;
	if (fact.kind === 'call') return fact.form === 'new' && fact.args.length > 0 && fact.args.every(isFixed);
	if (fact.kind === 'operation') return (fact.operator === '-' || fact.operator === '+') && fact.operands.some(isFixed);
	return isFixed(fact);
}
