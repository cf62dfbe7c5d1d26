import type { TSESTree } from '@typescript-eslint/utils';

import type { Bindings } from './bindings.ts';
import type {
	Call,
	ClassFacts,
	ClassMember,
	ClassValue,
	Export,
	FunctionFacts,
	FunctionValue,
	LoopFacts,
	ModuleFacts,
	PathStep,
	Region,
	Result,
	Span,
	UnknownValue,
	Usage,
	Value,
	Write,
} from './facts.ts';
import type { ClassNode, FunctionNode, Node } from './node.ts';

/** Facts under construction: what the reader may still add to. */
export type Draft<Facts> = { -readonly [Key in keyof Facts]: Facts[Key] extends readonly (infer Item)[] ? Item[] : Facts[Key] };

export interface LoopDraft extends LoopFacts {
	leaves: boolean;
	readonly exits: number[];
}
export interface RegionDraft extends Omit<Region, 'loop'> {
	readonly loop: LoopDraft | undefined;
}
export interface FunctionDraft extends Omit<Draft<FunctionFacts>, 'regions'> {
	readonly regions: RegionDraft[];
}
/** A definition of a part of what a field holds. */
export type Change = ClassFacts['changes'][number];

export interface ClassDraft extends Omit<Draft<ClassFacts>, 'members' | 'changes'> {
	readonly members: ClassMember[];
	readonly changes: Change[];
}

/** Where the reader stands. */
export interface Place {
	readonly function: FunctionDraft;
	/** Index of `function` among the module's functions. */
	readonly id: number;
	readonly region: number | undefined;
	readonly class: number | undefined;
	/** The call whose arguments or receiver are being read. */
	readonly outer: Call | undefined;
}

/** How a pattern's names get their values. */
export type Source =
	| { readonly kind: 'value'; readonly value: Value }
	| { readonly kind: 'iteration'; readonly of: 'element' | 'key'; readonly value: Value }
	| { readonly kind: 'parameter'; readonly function: number; readonly index: number; readonly rest: boolean };

/** One module being read. The parts of the reader call one another through it. */
export interface Lowering {
	readonly bindings: Bindings;
	readonly functions: FunctionDraft[];
	readonly classes: ClassDraft[];
	/** Indices of those that interfaces declare. */
	readonly interfaces: Set<number>;
	readonly exports: Export[];
	readonly starExports: string[];
	readonly sources: Set<string>;
	/** Calls that are awaited by a name, which is used for nothing else, in the statement behind: they are read there. */
	readonly begun: Map<number, Node>;
	expression(node: Node, place: Place, usage: Usage): Value;
	statements(nodes: readonly Node[], place: Place): void;
	function(node: FunctionNode, place: Place, as: FunctionForm): FunctionValue;
	class(node: ClassNode, place: Place): ClassValue;
	pattern(node: Node, source: Source, path: readonly PathStep[], place: Place): void;
	assign(node: TSESTree.AssignmentExpression | TSESTree.UpdateExpression, place: Place): Value;
	type(node: TSESTree.TypeNode, place: Place): Value | undefined;
	/** Imports and exports; anything else is passed over. */
	moduleItem(node: Node, place: Place): void;
}

export interface FunctionForm {
	readonly form: FunctionFacts['form'];
	readonly name?: string | undefined;
	readonly passedTo?: FunctionFacts['passedTo'];
	/** The modules that its parameters are, in their order: `define(['fs'], function (fs) {})`. */
	readonly modules?: readonly (string | undefined)[] | undefined;
	/** A constructor's class parameters become fields. */
	readonly fields?: ClassDraft | undefined;
}

export function spanOf(node: Node): Span {
	return { start: node.range[0], end: node.range[1] };
}

export function unknown(node: Node, parts: readonly Value[] = []): UnknownValue {
	return { kind: 'unknown', parts, ...spanOf(node) };
}

export function resultAt(value: Value, node: Node, place: Place): Result {
	return { value, region: place.region, ...spanOf(node) };
}

/** Opens a region of the function and gives the place inside it. */
export function enter(place: Place, node: Node, region: Omit<RegionDraft, 'parent' | 'start' | 'end'>): Place {
	const index = place.function.regions.push({ parent: place.region, ...region, ...spanOf(node) }) - 1;
	return { function: place.function, id: place.id, region: index, class: place.class, outer: place.outer };
}

/** The same place, as one whose values are handed to the call, or to none. */
export function handedTo(outer: Call | undefined, { function: draft, id, region, class: index }: Place): Place {
	return { function: draft, id, region, class: index, outer };
}

/** The same place in a class, or in none. */
export function ofClass(index: number | undefined, { function: draft, id, region, outer }: Place): Place {
	return { function: draft, id, region, class: index, outer };
}

/** The bindings and class fields that a write reaches, by the names between the root and the written property. */
export function writeMember(lowering: Lowering, write: Write, place: Place): void {
	const into: string[] = [];
	let { target }: { target: Value } = write;
	while (target.kind === 'member') {
		into.unshift(typeof target.property === 'string' ? target.property : '*');
		target = target.object;
	}
	const value: Value = write.value ?? { kind: 'literal', value: undefined, start: write.start, end: write.end };
	const change: Change = { kind: 'member', into, value, start: write.start, function: place.id, region: place.region };
	if (target.kind === 'reference') {
		lowering.bindings.drafts[target.binding]?.definitions.push(change);
	} else if (target.kind === 'this' && target.class !== undefined) {
		const [name, ...rest] = into;
		const holder = lowering.classes[target.class];
		if (rest.length > 0) holder?.changes.push(change);
		else if (name !== undefined) holder?.members.push({ name, static: false, kind: 'assigned', value, decorators: [] });
	}
}

export function finish(lowering: Lowering, lines: readonly number[], comments: ModuleFacts['comments']): ModuleFacts {
	return {
		functions: lowering.functions,
		bindings: lowering.bindings.drafts,
		classes: lowering.classes,
		exports: lowering.exports,
		starExports: lowering.starExports,
		sources: [...lowering.sources],
		lines,
		comments,
	};
}
