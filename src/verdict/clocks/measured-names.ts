import { chainOf } from '../../effects/value-parts.ts';
import {
	beginning,
	chosen,
	converting,
	ending,
	instantMethods,
	instantOfText,
	lastedSoFar,
	measured,
	noted,
	numbers,
	several,
	tookTime,
} from '../../knowledge/duration-words.ts';
import type { Site } from '../../project/model.ts';
import type { Binding, Call, Value } from '../../syntax/facts.ts';
import type { ReferenceValue } from '../../syntax/values.ts';
import { wordsOf } from '../../syntax/words.ts';

/** How far a variable is followed to what it was given. */
const maxHops = 3;

/** The name of a value that tells how long something took. */
export interface MeasuredName {
	/** As it is written: `metrics.latency`. */
	readonly shown: string;
	/** The names of the properties that it is kept in, or that keep when it began and ended. */
	readonly properties: readonly string[];
}

/** What a value is called, where that says that it is how long something took. */
export function measuredName({ module, fact }: Site<Value>, hops = 0): MeasuredName | undefined {
	switch (fact.kind) {
		case 'member':
			return ofMember(module.facts.bindings, fact);
		case 'call':
			return ofCall({ module, fact }, hops);
		case 'operation': {
			const [value, other] = fact.operands;
			if (fact.operator === '-' && value !== undefined && other !== undefined && other.kind !== 'literal')
				return betweenNoted({ module, fact: value }, { module, fact: other });
			const isScaled = other === undefined || other.kind === 'literal';
			return value !== undefined && isScaled ? measuredName({ module, fact: value }, hops) : undefined;
		}
		case 'await':
			return measuredName({ module, fact: fact.value }, hops);
		case 'reference':
			return ofVariable({ module, fact }, hops);
		default:
			return undefined;
	}
}

/** `Math.round(duration)`, `span.duration()`, `duration.asSeconds()`. */
function ofCall({ module, fact }: Site<Call>, hops: number): MeasuredName | undefined {
	const { callee, args, form } = fact;
	const [argument] = args;
	if (form !== 'call' || args.length > 1) return undefined;
	const sameAs = (value: Value): MeasuredName | undefined =>
		isConverted(callee, module.facts.bindings) ? measuredName({ module, fact: value }, hops) : undefined;
	if (argument !== undefined) return sameAs(argument);
	return callee.kind === 'member' ? (ofMember(module.facts.bindings, callee) ?? sameAs(callee.object)) : undefined;
}

function ofVariable({ module, fact }: Site<ReferenceValue>, hops: number): MeasuredName | undefined {
	const binding = module.facts.bindings[fact.binding];
	const given = binding?.definitions.length === 1 ? binding.definitions[0] : undefined;
	if (binding === undefined || given === undefined || hops >= maxHops) return undefined;
	if (given.kind !== 'value' && given.kind !== 'parameter') return undefined;
	const step = given.path.at(-1);
	if (step?.kind === 'property') return isMeasured(step.name) ? { shown: step.name, properties: [step.name] } : undefined;
	if (given.path.length > 0) return undefined;
	const inner = given.kind === 'value' ? measuredName({ module, fact: given.value }, hops + 1) : undefined;
	const isHanded = given.kind === 'parameter' || given.value.kind === 'call' || given.value.kind === 'await';
	return inner ?? (isHanded && isTook(binding.word) ? { shown: binding.name, properties: [binding.word] } : undefined);
}

/** The time between two instants that code noted: under one name of two things (`second.startTime - first.startTime`), or of one, when it began and when it ended. */
function betweenNoted(later: Site<Value>, earlier: Site<Value>): MeasuredName | undefined {
	const [one, other] = [notedName(later, 0), notedName(earlier, 0)];
	if (one === undefined || other === undefined) return undefined;
	const isMeasuring =
		one.property === other.property
			? one.holder !== other.holder
			: one.holder === other.holder && isCourse(other.property, one.property);
	return isMeasuring
		? {
				shown: `${one.holder}.${one.property} - ${other.holder}.${other.property}`,
				properties: [...new Set([one.property, other.property])],
			}
		: undefined;
}

/** `startTime` and `endTime`. */
function isCourse(start: string, end: string): boolean {
	const [before, after] = [wordsOf(start), wordsOf(end)];
	return beginning.test(before) && ending.test(after) && before.replace(beginning, '') === after.replace(ending, '');
}

function notedName({ module, fact }: Site<Value>, hops: number): { readonly holder: string; readonly property: string } | undefined {
	const { bindings } = module.facts;
	if (fact.kind === 'call') {
		const {
			callee,
			args: [argument, ...others],
			form,
		} = fact;
		if (others.length > 0) return undefined;
		if (argument !== undefined && isSameInstant(fact)) return notedName({ module, fact: argument }, hops);
		if (form !== 'call') return undefined;
		if (argument !== undefined) return isConverted(callee, bindings) ? notedName({ module, fact: argument }, hops) : undefined;
		return callee.kind === 'member' && typeof callee.property === 'string' && instantMethods.has(callee.property)
			? notedName({ module, fact: callee.object }, hops)
			: undefined;
	}
	if (fact.kind === 'reference') {
		const given = bindings[fact.binding]?.definitions;
		const only = given?.length === 1 ? given[0] : undefined;
		return only?.kind === 'value' && only.path.length === 0 && hops < maxHops
			? notedName({ module, fact: only.value }, hops + 1)
			: undefined;
	}
	if (fact.kind !== 'member' || typeof fact.property !== 'string' || !noted.test(wordsOf(fact.property))) return undefined;
	const { root, path } = chainOf(fact.object);
	const name = root.kind === 'reference' ? bindings[root.binding]?.word : undefined;
	return name === undefined ? undefined : { holder: [name, ...path].join('.'), property: fact.property };
}

/** `new Date(text)`, `Date.parse(text)`. */
function isSameInstant({ callee, form }: Call): boolean {
	if (form === 'new') return callee.kind === 'global' && callee.name === instantOfText.of;
	return (
		callee.kind === 'member' &&
		callee.property === instantOfText.method &&
		callee.object.kind === 'global' &&
		callee.object.name === instantOfText.of
	);
}

/** `Math.round(…)`, `Number(…)`, `hrTimeToMilliseconds(…)`, `….asSeconds()`: the same length. */
function isConverted(callee: Value, bindings: readonly Binding[]): boolean {
	if (callee.kind === 'global') return numbers.has(callee.name);
	if (callee.kind === 'member' && callee.object.kind === 'global' && callee.object.name === 'Math') return true;
	const name = callee.kind === 'reference' ? bindings[callee.binding]?.word : callee.kind === 'member' ? callee.property : undefined;
	return typeof name === 'string' && converting.test(wordsOf(name));
}

function ofMember(bindings: readonly Binding[], value: Extract<Value, { kind: 'member' }>): MeasuredName | undefined {
	const { property, object } = value;
	if (typeof property === 'string' && isMeasured(property)) {
		const holder =
			object.kind === 'reference'
				? bindings[object.binding]?.word
				: object.kind === 'member' && typeof object.property === 'string'
					? object.property
					: undefined;
		return { shown: holder === undefined ? property : `${holder}.${property}`, properties: [property] };
	}
	if (object.kind !== 'member' || typeof object.property !== 'string' || !several.test(wordsOf(object.property))) return undefined;
	return { shown: object.property, properties: [object.property] };
}

/** Whether a name can say nothing else than how long something took. */
export function isTook(name: string): boolean {
	const said = wordsOf(name);
	return tookTime.test(said) && !chosen.test(said);
}

function isMeasured(name: string): boolean {
	const said = wordsOf(name);
	return (measured.test(said) || lastedSoFar.test(said)) && !chosen.test(said);
}
