import { showing } from '../knowledge/global-objects.ts';
import type { Module, Site } from '../project/model.ts';
import type { Definition, ModuleFacts, ReferenceValue, Span, Value } from '../syntax/facts.ts';
import { type Knowing, rowsOfCall } from './knowing.ts';
import { partsOf } from './value-parts.ts';

/** Where a value stands: inside another one, or as what a variable is given; undefined where it goes anywhere else. */
type Holder = { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'variable'; readonly binding: number };

interface Holders {
	readonly of: ReadonlyMap<Value, Holder>;
	readonly mentions: ReadonlyMap<number, readonly ReferenceValue[]>;
	/** Values that are put into a property, whatever else becomes of them. */
	readonly kept: ReadonlySet<Value>;
}

const known = new WeakMap<ModuleFacts, Holders>();

/**
 * Whether a value gets to no other place than those that `isEnd` names. Variables, lists and objects that hold it are followed, and what is computed
 * from it, or what a date is set to in place by it, and what a console shows goes nowhere; what is handed to a function that rows do not call pure, or by a method to a callback, given back, kept in a property or exported has gone elsewhere.
 */
export function staysWithin(knowing: Knowing, module: Module, value: Value, isEnd: (place: Span) => boolean): boolean {
	const holders = known.get(module.facts) ?? readHolders(module.facts);
	known.set(module.facts, holders);
	const seen = new Set<Value>();
	return stays(value);

	function stays(each: Value): boolean {
		if (seen.has(each) || isEnd(each)) return true;
		seen.add(each);
		if (holders.kept.has(each)) return false;
		const holder = holders.of.get(each);
		if (holder === undefined) return each.kind === 'call' && each.usage === 'discarded';
		if (holder.kind === 'variable') return (holders.mentions.get(holder.binding) ?? []).every(stays);
		if (isShown(holder.value)) return true;
		const changed = changedBy(knowing, module.facts, holder.value);
		if (changed !== undefined) return (holders.mentions.get(changed) ?? []).every(stays);
		return (
			(holder.value.kind !== 'call' || isAsked(holder.value, each) || isPure(knowing, { module, fact: holder.value })) &&
			stays(holder.value)
		);
	}
}

/** A method of it is called that hands it to nobody. */
function isAsked({ callee, args }: Extract<Value, { kind: 'call' }>, value: Value): boolean {
	return callee === value && args.every(({ kind }) => kind !== 'function');
}

/** The variable whose date a call sets in place to what it is handed: `day.setDate(day.getDate() + 1)`. */
function changedBy({ rows }: Knowing, { bindings }: ModuleFacts, holder: Value): number | undefined {
	if (holder.kind !== 'call' || holder.callee.kind !== 'member' || holder.usage !== 'discarded') return undefined;
	const { object, property } = holder.callee;
	const method = typeof property === 'string' ? rows.method(property) : undefined;
	const isSetting = method?.result === 'scalar' && method.mutates === 'other' && method.carries === true;
	const isDate = object.kind === 'reference' && bindings[object.binding]?.definitions.some(isMadeDate) === true;
	return isSetting && isDate ? object.binding : undefined;
}

function isMadeDate(definition: Definition): boolean {
	if (definition.kind !== 'value' || definition.path.length > 0 || definition.value.kind !== 'call') return false;
	const { form, callee } = definition.value;
	return form === 'new' && callee.kind === 'global' && callee.name === 'Date';
}

/** `console.log(…)` */
function isShown(holder: Value): boolean {
	return (
		holder.kind === 'call' &&
		holder.callee.kind === 'member' &&
		holder.callee.object.kind === 'global' &&
		holder.callee.object.name === showing
	);
}

function isPure(knowing: Knowing, site: Site<Extract<Value, { kind: 'call' }>>): boolean {
	return rowsOfCall(knowing, site).some(({ row }) => row.effect === 'flow' || row.effect === 'clock');
}

function readHolders(facts: ModuleFacts): Holders {
	const of = new Map<Value, Holder>();
	const mentions = new Map<number, ReferenceValue[]>();
	const kept = new Set(
		facts.functions.flatMap(({ writes }) =>
			writes.flatMap(({ target, value }) => (target.kind === 'reference' || value === undefined ? [] : [value])),
		),
	);
	const read = (value: Value): void => {
		if (value.kind === 'reference') mentions.set(value.binding, [...(mentions.get(value.binding) ?? []), value]);
		for (const part of partsOf(value)) {
			if (of.has(part)) continue;
			of.set(part, { kind: 'value', value });
			read(part);
		}
	};
	facts.bindings.forEach(({ definitions }, binding) => {
		for (const definition of definitions) {
			if (definition.kind !== 'value' || of.has(definition.value)) continue;
			of.set(definition.value, { kind: 'variable', binding });
			read(definition.value);
		}
	});
	for (const value of elsewhere(facts)) if (!of.has(value)) read(value);
	return { of, mentions, kept };
}

/** What stands in no variable: calls, and what is given back, written, exported or asked. */
function* elsewhere({ functions, exports }: ModuleFacts): Iterable<Value> {
	for (const { calls, returns, awaits, throws, writes, regions } of functions) {
		for (const { value } of [...returns, ...awaits, ...throws]) yield value;
		for (const { value } of writes) if (value !== undefined) yield value;
		for (const { test, loop } of regions) for (const value of [test, loop?.iterable]) if (value !== undefined) yield value;
		yield* calls;
	}
	for (const each of exports) if (each.kind === 'value') yield each.value;
}
