import type { Site } from '../project/model.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';

/** One step of an access path, from what holds a value towards the value. */
export type Step =
	| { readonly kind: 'property'; readonly name: string }
	/** An element that its position picks; `index` is unknown for a computed one, negative from the end. */
	| { readonly kind: 'position'; readonly index: number | undefined }
	/** Any element, as a loop sees it. */
	| { readonly kind: 'element' }
	| { readonly kind: 'call'; readonly site: Site<Call> }
	/** An instance of the class; without a call where only a type says so. */
	| { readonly kind: 'construct'; readonly site: Site<Call> | undefined }
	| { readonly kind: 'await' }
	/** Everything inside: always last. A value asked for its parts is all that its elements, entries and fields are. */
	| { readonly kind: 'parts' };

export type Path = readonly Step[];

/** A value of the world outside the project: a package, or `global`, and the path from it. */
export interface Origin {
	readonly from: string;
	readonly steps: Path;
}

/** A function that code for tests has added to the commands of a framework: it runs where the command is called. */
export interface AddedCommand {
	readonly body: Site<FunctionFacts>;
	/** What it is called on comes before what it is handed. */
	readonly takesSubject: boolean;
}

/** Where a value comes from, once variables, imports, fields, returns and parameters are followed as far as they go. */
export type Root =
	| ({ readonly kind: 'origin'; readonly origin: Origin } & Trail)
	/** A function of the project; `path` is what is still asked of it (empty: the function itself). */
	| ({
			readonly kind: 'function';
			readonly site: Site<FunctionFacts>;
			readonly receiver: Site<Value> | undefined;
			readonly path: Path;
	  } & Trail)
	/** A class of the project, by its index in the module. */
	| ({ readonly kind: 'class'; readonly site: Site<number>; readonly path: Path } & Trail)
	/** An instance of a class of the project. */
	| ({
			readonly kind: 'instance';
			readonly site: Site<number>;
			readonly construction: Site<Call> | undefined;
			readonly path: Path;
	  } & Trail)
	/** A value that is made on the spot: a literal, a template, an array, an object, an operation; `path` is still asked of it. */
	| ({ readonly kind: 'made'; readonly site: Site<Value>; readonly path: Path } & Trail)
	/** A parameter of a function that nobody is known to call. */
	| ({ readonly kind: 'parameter'; readonly site: Site<FunctionFacts>; readonly index: number; readonly path: Path } & Trail)
	| ({ readonly kind: 'unknown' } & Trail);

/** How the root was reached from the value. */
export interface Trail {
	/** It is spread into a list: what a set or map hands out there has an order. */
	readonly spread?: true | undefined;
	/** The last value on the way that stands in the project's own text; its frame tells the calls that were entered. */
	readonly at: Site<Value>;
	/** What decided, on the way, that it is this root and not another. */
	readonly conditions: readonly Site<Value>[];
	/** What sorts it in place, by the name of a variable on the way. */
	readonly sorted?: readonly Site<Call>[] | undefined;
	/** How it came into a list, where something beside the code's own order decides its place. */
	readonly gathered?: Gathering | undefined;
	/** A component does not begin with it, but puts it there once it is shown (`effect`), or once something is done there or has come about (`event`). */
	readonly later?: 'effect' | 'event' | undefined;
}

export interface Gathering {
	/** The call that added it. */
	readonly call: Site<Call>;
	/** The list that it was added for each element of; undefined where callbacks add to the list while others do too. */
	readonly over: Site<Value> | undefined;
	/** What was asked of the list. */
	readonly taken: Path;
}
