/**
 * A module reduced to what the analyses ask for: plain data, no syntax tree, names resolved to bindings, types gone, chains
 * and parentheses flattened. Both the linted file and its neighbours are read through it, so that each analysis is written once.
 */

/** Offsets into the module's text, in UTF-16 code units, as ESTree's `range`. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

export type Value =
	| LiteralValue
	| RegExpValue
	| TemplateValue
	| ReferenceValue
	| GlobalValue
	| ThisValue
	| SuperValue
	| MemberValue
	| Call
	| FunctionValue
	| ClassValue
	| ObjectValue
	| ArrayValue
	| SpreadValue
	| ChoiceValue
	| OperationValue
	| AwaitValue
	| ModuleValue
	| InstanceValue
	| UnknownValue;

export interface LiteralValue extends Span {
	readonly kind: 'literal';
	readonly value: string | number | bigint | boolean | null | undefined;
}
export interface RegExpValue extends Span {
	readonly kind: 'regexp';
	readonly pattern: string;
	readonly flags: string;
}
export interface TemplateValue extends Span {
	readonly kind: 'template';
	readonly quasis: readonly string[];
	readonly parts: readonly Value[];
}
/** A variable of this module; `binding` indexes `ModuleFacts.bindings`. */
export interface ReferenceValue extends Span {
	readonly kind: 'reference';
	readonly binding: number;
}
export interface GlobalValue extends Span {
	readonly kind: 'global';
	readonly name: string;
}
/** `this`; `class` is the class whose member it stands in, if any. */
export interface ThisValue extends Span {
	readonly kind: 'this';
	readonly class: number | undefined;
}
export interface SuperValue extends Span {
	readonly kind: 'super';
	readonly class: number | undefined;
}
export interface MemberValue extends Span {
	readonly kind: 'member';
	readonly object: Value;
	/** A static name (`.a`, `['a']`, `[0]` as `'0'`, `#a`), or the computed key. */
	readonly property: string | Value;
	/** `a?.b` */
	readonly optional?: true;
}
/** A call, a construction, a tagged template (its parts are the arguments after the first) or a JSX element. */
export interface Call extends Span {
	readonly kind: 'call';
	readonly form: 'call' | 'new' | 'tag' | 'jsx';
	readonly callee: Value;
	readonly args: readonly Value[];
	/** What becomes of the result, syntactically. */
	readonly usage: Usage;
	/** The call that this one is an argument, an element of an argument, or the receiver of, in the same function. */
	readonly outer: Call | undefined;
	/** The function whose body it stands in; indexes `ModuleFacts.functions`. */
	readonly function: number;
	/** Indexes `FunctionFacts.regions`; undefined at the top of the body. */
	readonly region: number | undefined;
}
/**
 * `receiver`: a property of the result is read or called. `argument`: handed to `outer`, directly or inside a literal.
 * `kept`: put into a variable or a property. `operand`: compared, added, tested.
 */
export type Usage = 'awaited' | 'returned' | 'receiver' | 'argument' | 'kept' | 'operand' | 'discarded';

export interface FunctionValue extends Span {
	readonly kind: 'function';
	readonly function: number;
}
export interface ClassValue extends Span {
	readonly kind: 'class';
	readonly class: number;
}
export interface ObjectValue extends Span {
	readonly kind: 'object';
	readonly entries: readonly ObjectEntry[];
}
export type ObjectEntry =
	/** The span is that of the whole property, key included. */
	| ({ readonly kind: 'property'; readonly key: string | Value; readonly value: Value; readonly accessor?: 'get' | 'set' } & Span)
	| { readonly kind: 'spread'; readonly value: Value };
export interface ArrayValue extends Span {
	readonly kind: 'array';
	/** Holes are `undefined` literals. */
	readonly elements: readonly Value[];
}
export interface SpreadValue extends Span {
	readonly kind: 'spread';
	readonly value: Value;
}
/** One of several values: `a ? b : c`, `a ?? b`, `a && b`, `a || b`. */
export interface ChoiceValue extends Span {
	readonly kind: 'choice';
	/** What picks: of `?:` the options are what stands behind it, of the others the test itself and what stands on the right. */
	readonly operator: '?:' | '??' | '&&' | '||';
	readonly test: Value;
	readonly options: readonly Value[];
}
/** An operator of the language over its operands: `a - b`, `typeof a`, `!a`, `a in b`. */
export interface OperationValue extends Span {
	readonly kind: 'operation';
	readonly operator: string;
	readonly operands: readonly Value[];
}
export interface AwaitValue extends Span {
	readonly kind: 'await';
	readonly value: Value;
}
/** The namespace of another module: `require('x')`, `import('x')`. */
export interface ModuleValue extends Span {
	readonly kind: 'module';
	readonly source: string;
}
/** Something that a type annotation says is an instance of a class. */
export interface InstanceValue extends Span {
	readonly kind: 'instance';
	readonly of: Value;
}
export interface UnknownValue extends Span {
	readonly kind: 'unknown';
	/** What the unknown was made of, so that nothing inside it is lost to a search. */
	readonly parts: readonly Value[];
}

export interface Binding {
	readonly name: string;
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
	| { readonly kind: 'parameter'; readonly function: number; readonly index: number; readonly rest: boolean; readonly path: readonly PathStep[] }
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
	/** What decides whether it runs; for `after-exit` the test of an earlier branch that leaves the function or the loop. */
	readonly test: Value | undefined;
	readonly loop: LoopFacts | undefined;
}

export interface LoopFacts {
	readonly form: 'for' | 'for-of' | 'for-in' | 'while' | 'do-while';
	readonly iterable: Value | undefined;
	/** A `break`, `return` or `throw` under a condition can end it early. */
	readonly leaves: boolean;
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
