import { collections } from '../../knowledge/global-objects.ts';
import type { Module, Site } from '../../project/model.ts';
import { isLarge } from '../../provenance/frames.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import type { Rows } from '../../provenance/rows.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import { lineAt } from '../../syntax/lower.ts';
import { definitionsOf } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { type Change, changeByAssignment, changeByMethod } from './changing.ts';
import { calledBy } from '../called-bodies.ts';
import { fieldsChanged } from '../fields.ts';
import type { KeptVariable, KeptVariables, Redefinition } from './kept-variables.ts';
import { regionsAround } from '../loops.ts';
import { chainOf, valuesInside } from '../value-parts.ts';
import type { Witness, WitnessStep } from '../witness.ts';

/** What running a function does to a variable that outlives it. */
export interface Touch extends Change {
	readonly variable: KeptVariable;
	/** In the asked function's own text: the write, or the call that leads to it. */
	readonly site: Span;
	/** What is written down as its new value stands in this module. */
	readonly module: Module;
	readonly witness: Witness;
}

export interface TouchOptions {
	readonly provenance: Provenance;
	readonly rows: Rows;
	readonly variables: KeptVariables;
	/** Whether functions of a module may be entered. */
	readonly enters: (module: Module) => boolean;
}

interface Callee {
	readonly call: Site<Call>;
	readonly target: Site<FunctionFacts>;
}

/** Functions entered for one question, and how deep. */
const budget = 200;
const maxDepth = 4;

/** Looks for what functions leave in variables that outlive them. What is only filled once is no trace. */
export class Touches {
	readonly #options: TouchOptions;
	readonly #callees = new Map<FunctionFacts, readonly Callee[]>();
	readonly #answers = new Map<FunctionFacts, readonly Touch[]>();
	readonly #entered = new Set<FunctionFacts>();

	constructor(options: TouchOptions) {
		this.#options = options;
	}

	/** In source order, those of the project's functions that it calls included. */
	of(scope: Site<FunctionFacts>): readonly Touch[] {
		const known = this.#answers.get(scope.fact) ?? this.#look(scope);
		this.#answers.set(scope.fact, known);
		return known;
	}

	/** Whether a function was come to through calls, for the questions so far. */
	isEntered(fact: FunctionFacts): boolean {
		return this.#entered.has(fact);
	}

	#look({ module, fact }: Site<FunctionFacts>): readonly Touch[] {
		const found: Touch[] = [];
		const seen = new Set<string>();
		let left = budget;
		const visit = (site: Site<FunctionFacts>, via: Span | undefined, steps: readonly WitnessStep[]): void => {
			for (const each of this.#options.variables.redefinitionsIn(site)) found.push(...this.#touches(each, via, steps));
			if (via === undefined) found.push(...this.#handedOver(site));
			if (steps.length >= maxDepth) return;
			for (const { call, target } of this.#calleesIn(site)) {
				if (left <= 0) return;
				const from = via ?? call.fact;
				const key = `${from.start}|${target.module.file}|${target.fact.start}`;
				if (seen.has(key)) continue;
				left--;
				seen.add(key);
				this.#entered.add(target.fact);
				const onward = withLine(steps, lineAt(site.module.facts, call.fact.start));
				visit(target, from, [
					...onward,
					{
						file: target.module.path,
						line: lineAt(target.module.facts, target.fact.start),
						text: target.fact.name ?? 'a function',
					},
				]);
			}
		};
		visit({ module, fact }, undefined, []);
		return found.sort((one, other) => one.site.start - other.site.start);
	}

	/** Variables that are handed to functions, or have a part deleted. */
	#handedOver({ module, fact }: Site<FunctionFacts>): readonly Touch[] {
		const inside = functionsWithin(module.facts, fact);
		const touch = (value: Value, site: Span, change: Pick<Touch, 'does' | 'by'>): readonly Touch[] => {
			const { root, path } = chainOf(value);
			const variable = root.kind === 'reference' ? this.#options.variables.of({ module, fact: root }) : undefined;
			return variable === undefined
				? []
				: [{ variable, path, value: undefined, site, module, witness: { steps: [], api: variable.binding.name }, ...change }];
		};
		return inside.flatMap(({ calls, writes }) => [
			...calls.flatMap(call =>
				call.args.flatMap(argument => touch(argument, call, { does: 'use', by: nameOf(call.callee, module) })),
			),
			...writes.flatMap(write => (write.operator === 'delete' ? touch(write.target, write, { does: 'take' }) : [])),
		]);
	}

	/** The functions of the project that a function's text calls, those inside it apart. */
	#calleesIn({ module, fact }: Site<FunctionFacts>): readonly Callee[] {
		const known = this.#callees.get(fact);
		if (known !== undefined) return known;
		const isInside = (each: FunctionFacts): boolean => each.start >= fact.start && each.end <= fact.end;
		const calls = functionsWithin(module.facts, fact).flatMap(each => each.calls);
		const callees = calls
			.flatMap(call => this.#called({ module, fact: call }))
			.filter(({ target }) => target.module !== module || !isInside(target.fact));
		this.#callees.set(fact, callees);
		return callees;
	}

	/** Functions that are handed over by name may be called, too. */
	#called(call: Site<Call>): Callee[] {
		const named = call.fact.args.filter(
			argument =>
				argument.kind === 'reference' &&
				call.module.facts.bindings[argument.binding]?.definitions.some(
					each => each.kind === 'value' && each.value.kind === 'function',
				),
		);
		return [call.fact.callee, ...named]
			.flatMap(value => this.#options.provenance.roots(at(value, call)))
			.flatMap(root => {
				const target = calledBy(root);
				return target === undefined || !this.#options.enters(target.module) || isLarge(target)
					? []
					: [{ call, target: { module: target.module, fact: target.fact } }];
			});
	}

	#touches({ variable, definition, module }: Redefinition, via: Span | undefined, steps: readonly WitnessStep[]): readonly Touch[] {
		if (this.#isAskedFor({ variable, definition, module })) return [];
		const witness: Witness = { steps: withLine(steps, lineAt(module.facts, definition.start)), api: variable.binding.name };
		const site = via ?? {
			start: definition.start,
			end: 'call' in definition ? definition.call.end : Math.max(definition.start, definition.value.end),
		};
		return this.#changes(definition, variable, module).map(change => ({ ...change, variable, site, module, witness }));
	}

	/** Whether a branch that asks for the variable, itself or through a variable of the function, decides. */
	#isAskedFor({ variable, definition, module }: Redefinition): boolean {
		const own = functionAt(module, definition.function);
		const tests =
			own === undefined
				? []
				: regionsAround(own, definition.region).flatMap(({ test }) => (test === undefined ? [] : valuesInside(test)));
		const told = tests
			.flatMap(value => definitionsOf(module.facts, value))
			.flatMap(each => (each.kind === 'value' && each.function === definition.function ? valuesInside(each.value) : []));
		return [...tests, ...told].some(value => this.#isPart(value, variable, module));
	}

	#changes(definition: Redefinition['definition'], variable: KeptVariable, module: Module): readonly Change[] {
		if (definition.kind === 'iteration') return [{ path: [], does: 'set', value: undefined }];
		if (definition.kind === 'method') return this.#byMethod(definition.call, definition.method, definition.into, module);
		const path = definition.kind === 'member' ? definition.into : [];
		const { value } = definition;
		const isItself = (part: Value): boolean => this.#isPart(part, variable, module) && chainOf(part).path.join('.') === path.join('.');
		if (value.kind === 'choice' && isItself(value.test)) return [];
		return [
			definition.kind === 'value' && definition.path.length > 0
				? { path, does: 'set', value: undefined }
				: changeByAssignment(value, path, isItself),
		];
	}

	#byMethod(call: Call, method: string, into: readonly string[], module: Module): readonly Change[] {
		const { provenance, rows } = this.#options;
		const functions = provenance
			.roots({ module, fact: call.callee })
			.flatMap(root => (root.kind === 'function' && root.path.length === 0 ? [root.site] : []));
		if (functions.length > 0)
			return functions.flatMap(each =>
				fieldsChanged(each, rows).map(({ path, does, value }) => ({ path: [...into, ...path], does, value, by: method })),
			);
		return changeByMethod(call, method, into, rows, this.#isCollection(call, module));
	}

	/** Whether a method is called on a list, map or set of the language. */
	#isCollection({ callee }: Call, module: Module): boolean {
		if (callee.kind !== 'member') return false;
		return this.#options.provenance.roots({ module, fact: callee.object }).some(root => {
			if (root.kind === 'made') return root.path.length === 0 && root.site.fact.kind === 'array';
			return (
				root.kind === 'origin' &&
				root.origin.from === 'global' &&
				root.origin.steps.some(step => step.kind === 'property' && collections.has(step.name))
			);
		});
	}

	#isPart(value: Value, variable: KeptVariable, module: Module): boolean {
		const { root } = chainOf(value);
		return root.kind === 'reference' && this.#options.variables.of({ module, fact: root })?.binding === variable.binding;
	}
}

function nameOf(callee: Value, { facts }: Module): string | undefined {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? callee.property : undefined;
	return callee.kind === 'reference' ? facts.bindings[callee.binding]?.word : callee.kind === 'global' ? callee.name : undefined;
}

/** The way so far, its last function left at this line. */
function withLine(steps: readonly WitnessStep[], line: number): readonly WitnessStep[] {
	return steps.map((step, index) => (index === steps.length - 1 ? { ...step, line } : step));
}
