import { regionsAround } from '../../effects/loops.ts';
import { testIdAttribute } from '../../knowledge/rendering.ts';
import type { Module, Site } from '../../project/model.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Region, Value } from '../../syntax/facts.ts';

/** A piece of what a component shows: a text, or what an element is called in tests. */
export interface Piece {
	readonly kind: 'text' | 'test-id';
	readonly value: Value;
	/** All of them decide whether it is shown. */
	readonly conditions: readonly Condition[];
}

/** What has to come out so; of a `list`, that there is something in it. */
export interface Condition {
	readonly test: Value;
	readonly holds: boolean;
	readonly list: boolean;
}

/** How deep elements are looked into. */
const deepest = 24;

const known = new WeakMap<FunctionFacts, readonly Piece[]>();

/** What a component shows itself, and hands to other components to show; none where a loop or a `switch` decides. */
export function piecesShown(component: Site<FunctionFacts>): readonly Piece[] {
	const found = known.get(component.fact) ?? findPieces(component);
	known.set(component.fact, found);
	return found;
}

function findPieces({ module, fact }: Site<FunctionFacts>): readonly Piece[] {
	return fact.returns.flatMap(({ value, region }) => {
		const conditions = conditionsAround(fact, region);
		return conditions === undefined ? [] : new Shown(module).in(value, conditions, 0);
	});
}

function conditionsAround(fact: FunctionFacts, region: number | undefined): readonly Condition[] | undefined {
	const conditions = regionsAround(fact, region).map(conditionOf);
	return conditions.every(each => each !== undefined) ? conditions : undefined;
}

function conditionOf({ kind, test }: Region): Condition | undefined {
	const holds = kind === 'then' ? true : kind === 'else' || kind === 'after-exit' ? false : undefined;
	return test === undefined || holds === undefined ? undefined : { test, holds, list: false };
}

class Shown {
	readonly #module: Module;

	constructor(module: Module) {
		this.#module = module;
	}

	in(value: Value, conditions: readonly Condition[], depth: number): readonly Piece[] {
		if (depth > deepest) return [];
		const inside = (each: Value, more: readonly Condition[] = []): readonly Piece[] =>
			this.in(each, [...conditions, ...more], depth + 1);
		switch (value.kind) {
			case 'call':
				return value.form === 'jsx' ? this.#element(value, conditions, depth) : this.#list(value, conditions, depth);
			case 'choice': {
				const [first, second] = value.options;
				if (first === undefined || second === undefined) return [];
				const when = (holds: boolean): readonly Condition[] => [{ test: value.test, holds, list: false }];
				if (value.operator === '?:') return [...inside(first, when(true)), ...inside(second, when(false))];
				return value.operator === '&&' ? inside(second, when(true)) : [...inside(first), ...inside(second)];
			}
			case 'array':
				return value.elements.flatMap(each => inside(each));
			case 'function':
				return functionAt(this.#module, value.function)?.returns.flatMap(each => inside(each.value)) ?? [];
			case 'reference':
				return this.#kept(value.binding)?.flatMap(each => inside(each)) ?? [{ kind: 'text', value, conditions }];
			case 'literal':
				return typeof value.value === 'string' && value.value.trim() !== '' ? [{ kind: 'text', value, conditions }] : [];
			default:
				return [{ kind: 'text', value, conditions }];
		}
	}

	/** What an element, or a component, is handed to show. */
	#element({ args }: Call, conditions: readonly Condition[], depth: number): readonly Piece[] {
		const entries = args.flatMap(each => (each.kind === 'object' ? each.entries : []));
		return entries.flatMap(entry => {
			if (entry.kind === 'spread' || entry.key === testIdAttribute)
				return entry.kind === 'spread' ? [] : [{ kind: 'test-id' as const, value: entry.value, conditions }];
			return this.in(entry.value, conditions, depth + 1);
		});
	}

	/** `items.map(item => <li>{item}</li>)` */
	#list(call: Call, conditions: readonly Condition[], depth: number): readonly Piece[] {
		const { callee, args } = call;
		const [callback] = args;
		if (callee.kind !== 'member' || callee.property !== 'map' || callback?.kind !== 'function')
			return [{ kind: 'text', value: call, conditions }];
		return this.in(callback, [...conditions, { test: callee.object, holds: true, list: true }], depth + 1);
	}

	/** An element that a variable holds: `const note = saved && <p>Saved</p>`. */
	#kept(binding: number): readonly Value[] | undefined {
		const [only, ...others] = this.#module.facts.bindings[binding]?.definitions ?? [];
		const isElement = only?.kind === 'value' && only.path.length === 0 && others.length === 0 && shows(only.value);
		return isElement ? [only.value] : undefined;
	}
}

function shows(value: Value): boolean {
	if (value.kind === 'call') return value.form === 'jsx';
	return value.kind === 'choice' ? value.options.some(shows) : value.kind === 'literal';
}
