import type { Call, GlobalValue, MemberValue, ReferenceValue, Span, Value } from './values.ts';

/**
 * A module reduced to what the analyses ask for: plain data, no syntax tree, names resolved to bindings, types gone, chains
 * and parentheses flattened. Both the linted file and its neighbours are read through it, so that each analysis is written once.
 */

export type * from './values.ts';

export interface Binding {
	/** As it is written: of a property that is a variable of its own, behind the name of its object. */
	readonly name: string;
	/** What it says of itself: the name, or that of the property. */
	readonly word: string;
	readonly kind: 'const' | 'let' | 'var' | 'parameter' | 'function' | 'class' | 'import' | 'catch' | 'enum';
	/** The function that declares it; 0 is the module itself. */
	readonly function: number;
	/** The region of that function it is declared in. */
	readonly region: number | undefined;
	readonly start: number;
	readonly definitions: readonly Definition[];
	/** Declared by `using`: what it holds is disposed of at the end of its block, on every path. */
	readonly disposed?: true;
}

/** One way a binding gets (a part of) its value. */
export type Definition =
	/** `path` is how a pattern takes `value` apart. */
	| ({ readonly kind: 'value'; readonly value: Value; readonly path: readonly PathStep[] } & Written)
	| {
			readonly kind: 'parameter';
			readonly function: number;
			readonly index: number;
			readonly rest: boolean;
			readonly path: readonly PathStep[];
	  }
	/** `imported` is `*` for a namespace. */
	| { readonly kind: 'import'; readonly source: string; readonly imported: string }
	/** A loop variable: one element (`of`) or key (`in`) of `value`. */
	| ({ readonly kind: 'iteration'; readonly of: 'element' | 'key'; readonly value: Value; readonly path: readonly PathStep[] } & Written)
	/** `binding.into[0].into[1]… = value`; a computed key is `*`. */
	| ({ readonly kind: 'member'; readonly into: readonly string[]; readonly value: Value } & Written)
	/** `binding.into….method(…)`: it may change what the binding holds. */
	| ({ readonly kind: 'method'; readonly into: readonly string[]; readonly method: string; readonly call: Call } & Written);

interface Written {
	readonly start: number;
	readonly function: number;
	readonly region: number | undefined;
}

/** How a destructuring pattern reaches in: a property name, a position (`[, x]` is position 1), or all that is left. */
export type PathStep =
	| { readonly kind: 'property'; readonly name: string; readonly default?: Value }
	| { readonly kind: 'position'; readonly index: number; readonly default?: Value }
	| { readonly kind: 'rest'; readonly default?: Value };

export interface Parameter {
	readonly default: Value | undefined;
	/** What the annotation, or JSDoc, says it is. */
	readonly type: Value | undefined;
	readonly rest: boolean;
	/** The binding, where the parameter is a plain name. */
	readonly binding: number | undefined;
}

export interface FunctionFacts extends Span {
	readonly name: string | undefined;
	readonly form: 'module' | 'function' | 'arrow' | 'method' | 'getter' | 'setter' | 'constructor' | 'field' | 'static-block';
	readonly async: boolean;
	readonly generator: boolean;
	/** The enclosing function; undefined for the module itself, which is function 0. */
	readonly parent: number | undefined;
	readonly class: number | undefined;
	readonly parameters: readonly Parameter[];
	/** What the annotation of its `this` says that it is called on, which is none of its parameters. */
	readonly self: Value | undefined;
	/** What its annotation says that it gives; undefined where there is none. */
	readonly declared: { readonly promise: boolean; readonly type: Value | undefined } | undefined;
	/** Calls in this body in source order, not those in nested functions. */
	readonly calls: readonly Call[];
	readonly writes: readonly Write[];
	readonly returns: readonly Result[];
	readonly awaits: readonly Result[];
	readonly throws: readonly Result[];
	/** Properties that are read for what reading them does: the whole statement is `expect(x).to.be.true`. */
	readonly reads: readonly Result[];
	readonly regions: readonly Region[];
	/** Where a function written as an argument is handed over. */
	readonly passedTo: { readonly call: Call; readonly argument: number } | undefined;
}

/** A value and where the function gives it out. */
export interface Result extends Span {
	readonly value: Value;
	readonly region: number | undefined;
}

/** An assignment, update or `delete`. */
export interface Write extends Span {
	readonly target: ReferenceValue | MemberValue | GlobalValue;
	/** Undefined for `delete`. */
	readonly value: Value | undefined;
	readonly operator: '=' | 'delete' | (string & {});
	readonly function: number;
	readonly region: number | undefined;
}

/** A stretch of a body that does not always run, or runs several times. */
export interface Region extends Span {
	readonly kind: 'then' | 'else' | 'case' | 'loop' | 'try' | 'catch' | 'finally' | 'after-exit';
	readonly parent: number | undefined;
	/** What decides whether it runs; of a `case` that nothing falls into, that it is the one, in its own place; for `after-exit` the test of an earlier branch that leaves the function or the loop. */
	readonly test: Value | undefined;
	readonly loop: LoopFacts | undefined;
}

export interface LoopFacts {
	readonly form: 'for' | 'for-of' | 'for-in' | 'while' | 'do-while';
	readonly iterable: Value | undefined;
	/** A `break`, `return` or `throw` under a condition can end it early. */
	readonly leaves: boolean;
	/** The regions in which these stand. */
	readonly exits: readonly number[];
}

export interface ClassFacts extends Span {
	readonly name: string | undefined;
	readonly superClass: Value | undefined;
	readonly members: readonly ClassMember[];
	/** What members write into what a field holds: `this.rows.push(row)`, `this.state.at = now`. */
	readonly changes: readonly Extract<Definition, { readonly kind: 'member' | 'method' }>[];
	/** Names of members that TypeScript's `private` and `protected` keep from the code outside. */
	readonly hidden: readonly string[];
	readonly decorators: readonly Value[];
}

export interface ClassMember {
	readonly name: string;
	readonly static: boolean;
	/** `assigned`: written through `this.name = …` in some member. `type`: only declared. */
	readonly kind: 'method' | 'getter' | 'setter' | 'field' | 'assigned' | 'type' | 'constructor';
	readonly value: Value;
	readonly decorators: readonly Value[];
}

export type Export =
	| { readonly kind: 'value'; readonly name: string; readonly value: Value }
	| { readonly kind: 'from'; readonly name: string; readonly source: string; readonly imported: string };

export interface ModuleFacts {
	/** Functions in source order; 0 is the module's own body. */
	readonly functions: readonly FunctionFacts[];
	readonly bindings: readonly Binding[];
	readonly classes: readonly ClassFacts[];
	/** `module.exports = x` is the export named `export=`. */
	readonly exports: readonly Export[];
	/** Sources of `export * from`. */
	readonly starExports: readonly string[];
	/** All static module specifiers, `require` and literal `import()` included. */
	readonly sources: readonly string[];
	/** Offset at which each line starts. */
	readonly lines: readonly number[];
	readonly comments: readonly Comment[];
}

export interface Comment extends Span {
	readonly text: string;
}
