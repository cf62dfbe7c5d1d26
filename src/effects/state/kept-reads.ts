import { countsOfAll } from '../../knowledge/sorted-copies.ts';
import type { Frame, Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import type { Rows } from '../../provenance/rows.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Binding, Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { keyOf } from './changing.ts';
import type { KeptVariable, KeptVariables } from './kept-variables.ts';
import { callForRead, gettersOf } from './getters.ts';
import { chainOf, partsOf } from '../value-parts.ts';

/** A variable that outlives the functions that write it, as something that a value is made of. */
export interface KeptRead {
	readonly variable: KeptVariable;
	readonly path: readonly string[];
	/** The value is the variable's, or told from it; else a call got it as an argument and may do with it what it likes. */
	readonly direct: boolean;
	/** Where it is read, in the outermost function: the mention itself, or the call that leads to it. */
	readonly place: Span;
}

export interface KeptReadOptions {
	readonly provenance: Provenance;
	readonly rows: Rows;
	readonly variables: KeptVariables;
}

/** Values looked at for one question, and functions entered one inside the other. */
const budget = 300;
const maxDepth = 4;
/** Names that tell about all of a list or map. */

/** Everything that a value takes from variables that outlive the functions that write them. */
export function keptReadsBehind(options: KeptReadOptions, site: Site<Value>): readonly KeptRead[] {
	const query = new Query(options);
	query.walk(site, [], true);
	return query.found;
}

class Query {
	readonly found: KeptRead[] = [];
	readonly #options: KeptReadOptions;
	readonly #seen = new Map<Value, Set<Frame | undefined>>();
	#left = budget;

	constructor(options: KeptReadOptions) {
		this.#options = options;
	}

	/** `path` is what is still taken from the value. */
	walk(site: Site<Value>, path: readonly string[], direct: boolean): void {
		if (this.#left-- <= 0 || this.#isSeen(site)) return;
		const { fact: value } = site;
		switch (value.kind) {
			case 'reference':
			case 'member':
				this.#chain(site, path, direct);
				return;
			case 'this':
				if (site.frame?.receiver !== undefined) this.walk(site.frame.receiver, path, direct);
				return;
			case 'call':
				this.#call(at(value, site), path, direct);
				return;
			case 'function':
				this.#inside(functionAt(site.module, value.function), site);
				return;
			case 'await':
			case 'spread':
				this.walk(at(value.value, site), path, direct);
				return;
			default:
				for (const part of partsOf(value)) this.walk(at(part, site), [], direct);
		}
	}

	#chain(site: Site<Value>, path: readonly string[], direct: boolean): void {
		if (this.#throughGetters(site, path, direct)) return;
		const { root, path: own } = chainOf(site.fact);
		const taken = [...own, ...path];
		if (root.kind !== 'reference') {
			this.walk(at(root, site), taken, direct);
			return;
		}
		const variable = this.#options.variables.of({ module: site.module, fact: root });
		if (variable !== undefined) {
			const whole = taken.findIndex(name => countsOfAll.has(name));
			this.found.push({ variable, path: whole === -1 ? taken : taken.slice(0, whole), direct, place: placeOf(site) });
			return;
		}
		const binding = site.module.facts.bindings[root.binding];
		if (binding !== undefined) this.#variable(binding, at(root, site), taken, direct);
	}

	/** What getters on the way of a chain give back: `cart.items.length` asks `items` of the cart. */
	#throughGetters(site: Site<Value>, path: readonly string[], direct: boolean): boolean {
		const { fact: value } = site;
		if (value.kind !== 'member') return false;
		const property = typeof value.property === 'string' ? value.property : '*';
		const getters = gettersOf(this.#options.provenance, at(value, site));
		if (getters.length === 0)
			return value.object.kind === 'member' && this.#throughGetters(at(value.object, site), [property, ...path], direct);
		const read = at(callForRead(value), site);
		for (const getter of getters) this.#given(getter, read, at(value.object, site), path, direct);
		return true;
	}

	/** What a function gives back that a call of it enters. */
	#given(
		target: Site<FunctionFacts>,
		call: Site<Call>,
		receiver: Site<Value> | undefined,
		path: readonly string[],
		direct: boolean,
	): void {
		const frame = (call.frame?.depth ?? 0) < maxDepth ? entered(target, call, receiver) : undefined;
		for (const { value } of frame === undefined ? [] : target.fact.returns)
			this.walk({ module: target.module, fact: value, frame }, path, direct);
	}

	/** A variable of the function itself: what it was given before. */
	#variable(binding: Binding, site: Site<Value>, path: readonly string[], direct: boolean): void {
		for (const definition of binding.definitions) {
			if (definition.kind === 'parameter') this.#argument(definition, site, path, direct);
			if ((definition.kind !== 'value' && definition.kind !== 'iteration') || definition.start > site.fact.start) continue;
			const names = definition.path.map(step =>
				step.kind === 'property' ? step.name : step.kind === 'position' ? String(step.index) : '*',
			);
			this.walk(at(definition.value, site), [...(definition.kind === 'iteration' ? ['*'] : []), ...names, ...path], direct);
		}
	}

	#argument(
		{ function: index, index: position }: { readonly function: number; readonly index: number },
		site: Site<Value>,
		path: readonly string[],
		direct: boolean,
	): void {
		const owner = functionAt(site.module, index);
		let frame = site.frame;
		while (frame !== undefined && frame.function !== owner) frame = frame.lexical;
		const call = frame?.call;
		const argument = call?.fact.args[position];
		if (call !== undefined && argument !== undefined) this.walk(at(argument, call), path, direct);
	}

	#call(site: Site<Call>, path: readonly string[], direct: boolean): void {
		const { callee, args } = site.fact;
		const functions = this.#options.provenance
			.roots(at(callee, site))
			.flatMap(root => (root.kind === 'function' && root.path.length === 0 ? [root] : []));
		for (const { site: target, receiver } of functions) this.#given(target, site, receiver ?? receiverOf(site), path, direct);
		for (const argument of args) this.walk(at(argument, site), [], false);
		if (functions.length > 0 || callee.kind !== 'member') return;
		const isKnown = typeof callee.property === 'string' && this.#options.rows.method(callee.property) !== undefined;
		const isKeyed = (callee.property === 'get' || callee.property === 'has') && !isAddress(args[0]);
		this.walk(at(callee.object, site), isKeyed ? [keyOf(args[0]), ...path] : [], direct && isKnown);
	}

	/** A function that is handed over: what it gives back and calls. */
	#inside(facts: FunctionFacts | undefined, site: Site<Value>): void {
		if (facts === undefined) return;
		for (const { value } of [...facts.returns, ...facts.awaits]) this.walk(at(value, site), [], false);
		for (const call of facts.calls) this.walk(at(call, site), [], false);
	}

	#isSeen({ fact, frame }: Site<Value>): boolean {
		const seen = this.#seen.get(fact) ?? new Set();
		this.#seen.set(fact, seen);
		if (seen.has(frame)) return true;
		seen.add(frame);
		return false;
	}
}

/** A request is made to an address, and what it gives is not kept by what makes it. */
function isAddress(value: Value | undefined): boolean {
	const text = value?.kind === 'literal' ? value.value : value?.kind === 'template' ? value.quasis[0] : undefined;
	return typeof text === 'string' && /^(?:\/|[a-z]+:\/\/)/.test(text);
}

function receiverOf(site: Site<Call>): Site<Value> | undefined {
	const { callee } = site.fact;
	return callee.kind === 'member' ? at(callee.object, site) : undefined;
}

function placeOf({ fact, frame }: Site<Value>): Span {
	let place: Span = fact;
	for (let call = frame?.call; call !== undefined; call = call.frame?.call) place = call.fact;
	return place;
}
