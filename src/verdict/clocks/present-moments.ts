import { rowsOfCall } from '../../effects/knowing.ts';
import type { Influence } from '../../effects/model.ts';
import { valuesIn } from '../../effects/value-parts.ts';
import { instantMethods, instantOfText, numbers } from '../../knowledge/duration-words.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import { soleDefinition, soleValue } from '../../syntax/definitions.ts';
import type { Binding, ObjectEntry, OperationValue, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { lineAt } from '../../syntax/lower.ts';
import { codeCalledBehind } from '../called-code.ts';
import type { Models, Scope } from '../models.ts';
import { isRun } from '../what-runs.ts';
import { isRealClock } from './real-clock.ts';

/** A time of a record that is the moment at which it is made, where code that the test calls then holds it against a later reading. */
export interface PresentMoment {
	readonly place: Span;
	readonly read: Influence;
	/** Where the code compares them: `src/tokens.ts:3`. */
	readonly where: string;
}

type Property = Extract<ObjectEntry, { kind: 'property' }>;

/** `{ expires: new Date() }`, where the code under test asks `token.expires < new Date()`: in the same millisecond it has not expired yet, in the next one it has. */
export function* presentMomentsIn(models: Models): Iterable<PresentMoment> {
	for (const scope of models.tests) {
		if (scope.body.module !== models.module || !isRun(scope)) continue;
		for (const entry of entriesIn(models, scope)) {
			const read = momentRead(models, entry.value);
			if (read === undefined || isHeldOrWaitedFor(models, scope, entry, read)) continue;
			const compared = comparisonBehind(models, scope, entry);
			if (compared !== undefined)
				yield { place: entry, read, where: `${compared.module.path}:${lineAt(compared.module.facts, compared.fact.start)}` };
		}
	}
}

/** What may be a mere reading: `new Date()`, or a constant that was given one. */
function entriesIn({ module: { facts } }: Models, { body }: Scope): readonly (Property & { readonly key: string })[] {
	const values = functionsWithin(facts, body.fact).flatMap(inside => [...valuesIn(inside, facts)]);
	const entries = values.flatMap(value => (value.kind === 'object' ? value.entries : []));
	return [...new Set(entries)].filter(
		(entry): entry is Property & { readonly key: string } =>
			entry.kind === 'property' && typeof entry.key === 'string' && asksNothing(entry.value, facts.bindings),
	);
}

function asksNothing(value: Value, bindings: readonly Binding[]): boolean {
	if (value.kind === 'call') return value.args.length === 0;
	const held = soleValue({ bindings }, value);
	return held?.kind === 'call' && held.args.length === 0;
}

/** The one reading that a value is, as it was read. */
function momentRead({ module, effects }: Models, value: Value): Influence | undefined {
	const site = at(value, { module });
	const [read, ...others] = effects.behind(site, [{ kind: 'parts' }]).filter(({ kind }) => kind === 'clock');
	if (read === undefined || others.length > 0) return undefined;
	const { form, offset } = effects.clockReading(site);
	return form === 'read' && offset === 0 ? read : undefined;
}

/** Whether the clock is the test's, or it waits between its reading and that of the code. */
function isHeldOrWaitedFor({ framework, effects }: Models, scope: Scope, { start }: Span, read: Influence): boolean {
	const clock = framework.clockAt(scope, start);
	return !isRealClock(read, clock) || clock.stopped || effects.sleepsIn(scope.body).some(({ ms, site }) => ms !== 0 && site.end > start);
}

function comparisonBehind(
	models: Models,
	{ body }: Scope,
	{ key, start }: Property & { readonly key: string },
): Site<OperationValue> | undefined {
	for (const { module, fact } of codeCalledBehind(models, body, start)) {
		for (const value of functionsWithin(module.facts, fact).flatMap(inside => [...valuesIn(inside, module.facts)])) {
			if (value.kind === 'operation' && isOnEdge(models, { module, fact: value }, key)) return { module, fact: value };
		}
	}
	return undefined;
}

/** Whether a time that was read before is held against a reading so that it matters whether both are of one millisecond. */
function isOnEdge(
	models: Models,
	{
		module,
		fact: {
			operator,
			operands: [left, right],
		},
	}: Site<OperationValue>,
	key: string,
): boolean {
	if (left === undefined || right === undefined) return false;
	const isKept = (value: Value): boolean => isOf(value, key, module.facts.bindings);
	if (operator === '<' || operator === '>=') return isKept(left) && isPresent(models, at(right, { module }));
	return (operator === '>' || operator === '<=') && isKept(right) && isPresent(models, at(left, { module }));
}

/** `token.expires`, as a number or date as well: `new Date(token.expires).getTime()`. */
function isOf(value: Value, key: string, bindings: readonly Binding[]): boolean {
	if (value.kind === 'member') return value.property === key;
	if (value.kind === 'reference') {
		const only = soleDefinition({ bindings }, value);
		if (only?.kind !== 'value' && only?.kind !== 'parameter') return false;
		const last = only.path.at(-1);
		return last === undefined
			? only.kind === 'value' && only.value.kind !== 'reference' && isOf(only.value, key, bindings)
			: last.kind === 'property' && last.name === key;
	}
	if (value.kind !== 'call')
		return (
			value.kind === 'operation' &&
			value.operator === '+' &&
			value.operands.length === 1 &&
			value.operands.every(each => isOf(each, key, bindings))
		);
	const {
		callee,
		args: [first, ...others],
	} = value;
	if (first === undefined)
		return (
			callee.kind === 'member' &&
			typeof callee.property === 'string' &&
			instantMethods.has(callee.property) &&
			isOf(callee.object, key, bindings)
		);
	const isSame =
		callee.kind === 'global'
			? callee.name === instantOfText.of || numbers.has(callee.name)
			: callee.kind === 'member' && callee.property === instantOfText.method;
	return isSame && others.length === 0 && isOf(first, key, bindings);
}

/** A reading of the clock, made where it stands or kept in a constant. */
function isPresent(models: Models, site: Site<Value>): boolean {
	const isCall =
		site.fact.kind === 'call' &&
		site.fact.args.length > 0 &&
		!rowsOfCall(models, at(site.fact, site)).some(({ row }) => row.effect === 'clock' || row.effect === 'flow');
	const { form, offset } = isCall ? { form: 'computed', offset: undefined } : models.effects.clockReading(site);
	return form === 'read' && offset === 0;
}
