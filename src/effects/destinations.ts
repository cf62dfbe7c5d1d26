import { showing } from '../knowledge/global-objects.ts';
import type { Module, Site } from '../project/model.ts';
import type { Call, Definition, ModuleFacts, ReferenceValue, Span, Value } from '../syntax/facts.ts';
import { type Knowing, rowsOfCall } from './knowing.ts';
import { type Inside, type Taken, afterSteps, held } from './held-places.ts';
import { type Given, parametersGiven } from './local-parameters.ts';
import { partsOf } from './value-parts.ts';

/** Where a value stands: inside another one, or as what variables are given; undefined where it goes anywhere else. */
type Holder = { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'variables'; readonly given: readonly Given[] };

interface Holders {
	readonly of: ReadonlyMap<Value, Holder>;
	readonly mentions: ReadonlyMap<number, readonly ReferenceValue[]>;
	/** Values that are put into a property, whatever else becomes of them. */
	readonly kept: ReadonlySet<Value>;
	/** Conditions of branches and loops. */
	readonly asked: ReadonlySet<Value>;
}

const known = new WeakMap<ModuleFacts, Holders>();

/**
 * Whether a value gets to no other place than those that `isEnd` names. Variables, lists and objects that hold it are followed by where it stands in them, through loops, tables of tests
 * and functions of the module as well; what is computed from it, what a date is set to in place by it, what a console shows and what a branch asks goes nowhere. What is handed to a function
 * that rows do not call pure, or by a method to a callback, given back, kept in a property or exported has gone elsewhere.
 */
export function staysWithin(knowing: Knowing, module: Module, value: Value, isEnd: (place: Span) => boolean): boolean {
	const holders = known.get(module.facts) ?? readHolders(module.facts);
	known.set(module.facts, holders);
	return new Destinations(knowing, module, holders, isEnd).stay(value, []);
}

/** Follows a value from holder to holder. */
class Destinations {
	readonly #knowing: Knowing;
	readonly #module: Module;
	readonly #holders: Holders;
	readonly #isEnd: (place: Span) => boolean;
	readonly #seen = new Map<Value, Set<string>>();

	constructor(knowing: Knowing, module: Module, holders: Holders, isEnd: (place: Span) => boolean) {
		this.#knowing = knowing;
		this.#module = module;
		this.#holders = holders;
		this.#isEnd = isEnd;
	}

	/** Whether all that becomes of what stands inside a value ends where it may. */
	stay(each: Value, inside: Inside): boolean {
		if (isSeen(this.#seen, each, inside) || this.#isEnd(each) || this.#holders.asked.has(each)) return true;
		if (this.#holders.kept.has(each)) return false;
		const holder = this.#holders.of.get(each);
		if (holder === undefined) return each.kind === 'call' && each.usage === 'discarded';
		return holder.kind === 'variables' ? this.#followsAll(holder.given, inside) : this.#staysIn(holder.value, each, inside);
	}

	#staysIn(holder: Value, part: Value, inside: Inside): boolean {
		const given = holder.kind === 'call' ? this.#givenBy(holder, part, inside) : undefined;
		if (given !== undefined) return this.#followsAll(given, inside);
		if (isShown(holder)) return true;
		const changed = changedBy(this.#knowing, this.#module.facts, holder);
		if (changed !== undefined) return this.#mentionsStay(changed, []);
		const within = held(holder, part, inside, this.#callOf(holder) !== undefined);
		if (within === undefined) return true;
		const isKnown =
			holder.kind !== 'call' || isAsked(holder, part, inside) || isPure(this.#knowing, { module: this.#module, fact: holder });
		return isKnown && this.stay(holder, within);
	}

	#givenBy(call: Call, part: Value, inside: Inside): readonly Given[] | undefined {
		return parametersGiven(this.#knowing, { module: this.#module, call, part, inside, next: this.#callOf(call) });
	}

	/** The call of a value. */
	#callOf(value: Value): Call | undefined {
		const holder = this.#holders.of.get(value);
		return holder?.kind === 'value' && holder.value.kind === 'call' && holder.value.callee === value ? holder.value : undefined;
	}

	#followsAll(given: readonly Given[], inside: Inside): boolean {
		return given.every(({ binding, steps }) => {
			const rest = afterSteps(inside, steps);
			return rest === undefined || this.#mentionsStay(binding, rest);
		});
	}

	#mentionsStay(binding: number, inside: Inside): boolean {
		return (this.#holders.mentions.get(binding) ?? []).every(mention => this.stay(mention, inside));
	}
}

function isSeen(seen: Map<Value, Set<string>>, each: Value, inside: Inside): boolean {
	const ways = seen.get(each) ?? new Set<string>();
	const isKnown = ways.has(inside.join('.'));
	seen.set(each, ways.add(inside.join('.')));
	return isKnown;
}

/** A method of it is called that hands it to nobody: one of a list may be handed a function by its name. */
function isAsked({ callee, args }: Call, value: Value, inside: Inside): boolean {
	return callee === value && args.every(({ kind }) => (inside.length === 0 ? kind !== 'function' : kind === 'literal'));
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
	const asked = new Set(facts.functions.flatMap(({ regions }) => regions.flatMap(({ test }) => (test === undefined ? [] : [test]))));
	const read = (value: Value): void => {
		if (value.kind === 'reference') mentions.set(value.binding, [...(mentions.get(value.binding) ?? []), value]);
		for (const part of partsOf(value)) {
			if (of.has(part)) continue;
			of.set(part, { kind: 'value', value });
			read(part);
		}
	};
	for (const [value, given] of givenIn(facts)) {
		of.set(value, { kind: 'variables', given });
		read(value);
	}
	for (const value of elsewhere(facts)) if (!of.has(value)) read(value);
	return { of, mentions, kept, asked };
}

/** The values that variables are given, each with all variables that are given it, or something of it. */
function givenIn({ bindings }: ModuleFacts): ReadonlyMap<Value, readonly Given[]> {
	const found = new Map<Value, Given[]>();
	bindings.forEach(({ definitions }, binding) => {
		for (const definition of definitions) {
			if (definition.kind !== 'value' && definition.kind !== 'iteration') continue;
			const steps: readonly Taken[] = definition.kind === 'iteration' ? [{ kind: 'element' }, ...definition.path] : definition.path;
			found.set(definition.value, [...(found.get(definition.value) ?? []), { binding, steps }]);
		}
	});
	return found;
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
