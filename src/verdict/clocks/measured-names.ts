import { chainOf } from '../../effects/value-parts.ts';
import { chosen, converting, instantMethods, measured, noted, numbers, several } from '../../knowledge/duration-words.ts';
import type { Site } from '../../project/model.ts';
import type { Binding, Value } from '../../syntax/facts.ts';

/** How far a variable is followed to what it was given. */
const maxHops = 3;

export interface MeasuredName {
	/** As it is written: `metrics.latency`. */
	readonly shown: string;
	/** The name of the property that it is kept in. */
	readonly property: string;
}

/** What a value is called, where that says that it is how long something took. */
export function measuredName({ module, fact }: Site<Value>, hops = 0): MeasuredName | undefined {
	switch (fact.kind) {
		case 'member':
			return ofMember(module.facts.bindings, fact);
		case 'call': {
			const { callee, args: [argument, ...others], form } = fact;
			if (form !== 'call' || others.length > 0) return undefined;
			if (argument !== undefined) return isConverted(callee, module.facts.bindings) ? measuredName({ module, fact: argument }, hops) : undefined;
			if (callee.kind !== 'member') return undefined;
			return ofMember(module.facts.bindings, callee) ?? (isConverted(callee, module.facts.bindings) ? measuredName({ module, fact: callee.object }, hops) : undefined);
		}
		case 'operation': {
			const [value, other] = fact.operands;
			if (fact.operator === '-' && value !== undefined && other !== undefined && other.kind !== 'literal') return betweenNoted({ module, fact: value }, { module, fact: other });
			return value !== undefined && (other === undefined || other.kind === 'literal') ? measuredName({ module, fact: value }, hops) : undefined;
		}
		case 'await':
			return measuredName({ module, fact: fact.value }, hops);
		case 'reference': {
			const binding = module.facts.bindings[fact.binding];
			const given = binding?.definitions.length === 1 ? binding.definitions[0] : undefined;
			if (binding === undefined || given === undefined || hops >= maxHops) return undefined;
			if (given.kind !== 'value' && given.kind !== 'parameter') return undefined;
			const step = given.path.at(-1);
			if (step?.kind === 'property') return isMeasured(step.name) ? { shown: step.name, property: step.name } : undefined;
			return given.kind === 'value' && given.path.length === 0 ? measuredName({ module, fact: given.value }, hops + 1) : undefined;
		}
		default:
			return undefined;
	}
}

/** The time between two instants that code noted under one name: `second.startTime - first.startTime`. */
function betweenNoted(later: Site<Value>, earlier: Site<Value>): MeasuredName | undefined {
	const [one, other] = [notedName(later, 0), notedName(earlier, 0)];
	return one === undefined || other === undefined || one.property !== other.property || one.holder === other.holder ? undefined : { shown: `${one.holder}.${one.property} - ${other.holder}.${other.property}`, property: one.property };
}

function notedName({ module, fact }: Site<Value>, hops: number): { readonly holder: string; readonly property: string } | undefined {
	const { bindings } = module.facts;
	if (fact.kind === 'call') {
		const { callee, args: [argument, ...others], form } = fact;
		if (form !== 'call' || others.length > 0) return undefined;
		if (argument !== undefined) return isConverted(callee, bindings) ? notedName({ module, fact: argument }, hops) : undefined;
		return callee.kind === 'member' && typeof callee.property === 'string' && instantMethods.has(callee.property) ? notedName({ module, fact: callee.object }, hops) : undefined;
	}
	if (fact.kind === 'reference') {
		const given = bindings[fact.binding]?.definitions;
		const only = given?.length === 1 ? given[0] : undefined;
		return only?.kind === 'value' && only.path.length === 0 && hops < maxHops ? notedName({ module, fact: only.value }, hops + 1) : undefined;
	}
	if (fact.kind !== 'member' || typeof fact.property !== 'string' || !noted.test(words(fact.property))) return undefined;
	const { root, path } = chainOf(fact.object);
	const name = root.kind === 'reference' ? bindings[root.binding]?.name : undefined;
	return name === undefined ? undefined : { holder: [name, ...path].join('.'), property: fact.property };
}

/** `Math.round(…)`, `Number(…)`, `hrTimeToMilliseconds(…)`, `….asSeconds()`: the same length. */
function isConverted(callee: Value, bindings: readonly Binding[]): boolean {
	if (callee.kind === 'global') return numbers.has(callee.name);
	if (callee.kind === 'member' && callee.object.kind === 'global' && callee.object.name === 'Math') return true;
	const name = callee.kind === 'reference' ? bindings[callee.binding]?.name : callee.kind === 'member' ? callee.property : undefined;
	return typeof name === 'string' && converting.test(words(name));
}

function ofMember(bindings: readonly Binding[], value: Extract<Value, { kind: 'member' }>): MeasuredName | undefined {
	const { property, object } = value;
	if (typeof property === 'string' && isMeasured(property)) {
		const holder = object.kind === 'reference' ? bindings[object.binding]?.name : object.kind === 'member' && typeof object.property === 'string' ? object.property : undefined;
		return { shown: holder === undefined ? property : `${holder}.${property}`, property };
	}
	if (object.kind !== 'member' || typeof object.property !== 'string' || !several.test(words(object.property))) return undefined;
	return { shown: object.property, property: object.property };
}

function isMeasured(name: string): boolean {
	const said = words(name);
	return measured.test(said) && !chosen.test(said);
}

/** `durationInMs`, `duration_in_ms` → `duration in ms` */
function words(name: string): string {
	return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase().trim();
}
