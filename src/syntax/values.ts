/** What an expression is: plain data in place of its syntax tree. */

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
	/** The `const` by whose name it is written here. */
	readonly binding?: number;
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
