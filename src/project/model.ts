import type { Call, FunctionFacts, ModuleFacts, Value } from '../syntax/facts.ts';

/** A file of the project, read. */
export interface Module {
	/** Absolute, with symbolic links resolved. */
	readonly file: string;
	/** Relative to the working directory, with forward slashes: what messages show. */
	readonly path: string;
	readonly facts: ModuleFacts;
}

/** A piece of a module's facts together with the module it is in, and the calls it is looked at through. */
export interface Site<Fact> {
	readonly module: Module;
	readonly fact: Fact;
	/** Undefined: looked at on its own; parameters of the functions around it stay open. */
	readonly frame?: Frame | undefined;
}

/** One call of a function of the project: what its parameters stand for while its body is looked at. */
export interface Frame {
	readonly function: FunctionFacts;
	readonly module: Module;
	/** The call that enters the function, seen from the caller's own frame; undefined where only the surroundings matter. */
	readonly call: Site<Call> | undefined;
	/** What `this` is inside, if known. */
	readonly receiver: Site<Value> | undefined;
	/** The frame that the function was written in, for the variables it closes over. */
	readonly lexical: Frame | undefined;
	/** How many calls deep; bounded. */
	readonly depth: number;
}

/** What a module specifier leads to. */
export type Resolution =
	| { readonly kind: 'file'; readonly file: string }
	/** A package that is not part of the project, installed or not; `name` is the specifier, `node:` added to Node's own. */
	| { readonly kind: 'package'; readonly name: string }
	| { readonly kind: 'unknown' };

/** The project as far as one linted file can see it. Everything is read when it is first asked for. */
export interface Project {
	/** What is kept from one linted file to the next is kept by this. */
	readonly identity: object;
	/** The root of the package that holds the linted file. */
	readonly root: string;
	/** Undefined where the file is missing, too large, or cannot be parsed. */
	load(file: string): Module | undefined;
	/** Whether a module can export a name, its own or another's: cheaper than reading what cannot. */
	mayExport(file: string, name: string): boolean;
	resolve(source: string, from: string): Resolution;
	/** The name of the package that a file of the project stands for: it is what the package is when it is imported by its name, and whatever else `source`, that name, leads to. */
	packageOf(file: string, source?: string): string | undefined;
	/** The text of a file, for what is no module (JSON, Prisma schemas, SQL); undefined where it cannot be read. */
	text(file: string): string | undefined;
	/** The parsed content of a JSON file; undefined where there is none or it is not valid. */
	json(file: string): unknown;
	/** Entries of a directory that match `only`, all without it, sorted; empty where it cannot be read. What matches alone is what a kept result hangs on. */
	entries(directory: string, only?: RegExp): readonly string[];
	/** Changes when a name in the directory that matches `only` comes or goes; undefined where there is no such directory. */
	directoryStamp(directory: string, only?: RegExp): string | undefined;
	/** Everything read so far on behalf of the linted file, absolute, sorted. */
	readonly inputs: readonly string[];
}
