/** The language of assertion libraries as data: where an assertion begins, the words in it, and what each matcher claims. */

/** What an assertion says about its subject, whichever library says it. */
export type Relation =
	/** The same value (`toBe`, `strictEqual`, `===`). */
	| 'identical'
	/** The same structure (`toEqual`, `deep.equal`). */
	| 'deep-equal'
	/** The listed parts are the same (`toMatchObject`). */
	| 'includes-structure'
	/** The same, the elements of a list in any order (`containSubset`, lodash's `isMatch`). */
	| 'includes-subset'
	/** One element, substring or key is there (`toContain`, `include`). */
	| 'contains'
	/** The same elements in any order (`have.members`, `toIncludeSameMembers`). */
	| 'same-members'
	/** A pattern (`toMatch`, `match`). */
	| 'matches'
	| 'snapshot'
	| 'truthy'
	| 'falsy'
	/** It is `null`, `undefined` or `NaN`; negated: it is defined. */
	| 'nothing'
	| 'greater'
	| 'greater-or-equal'
	| 'less'
	| 'less-or-equal'
	/** Within bounds: `expected` is the lower, `upper` the upper bound. */
	| 'within'
	/** Near a number (`toBeCloseTo`, `Math.abs(a - b) < c`). */
	| 'close-to'
	/** The number of elements (`toHaveLength`, `lengthOf`, `x.length === 2`). */
	| 'length'
	/** An instance of, or a type. */
	| 'type'
	| 'throws'
	/** A spy was called at all (`toHaveBeenCalled`). */
	| 'called'
	/** How often a spy was called (`toHaveBeenCalledTimes`, `calledOnce`). */
	| 'called-times'
	/** Some call of a spy had these arguments. */
	| 'called-with'
	/** The first, last or n-th call of a spy had these arguments. */
	| 'nth-called-with'
	| 'resolves'
	| 'rejects'
	| 'other';

export interface AssertionLibrary {
	readonly name: string;
	/** Where the library says so. */
	readonly see: `https://${string}`;
	readonly entries: readonly Entry[];
	readonly words?: Words;
	readonly matchers: readonly MatcherRow[];
	/** Methods of an entry that give back the entry: `expect.extend()`, `chai.use()`. */
	readonly itself?: readonly string[];
	/** What no row names is an assertion all the same, of the relation `other`: custom matchers. */
	readonly extensible?: true;
	/** Programs check their own invariants with it too. */
	readonly invariants?: true;
}

/** Where an assertion begins. `path` is of the row language (see `ApiRow.path`). */
export type Entry = SubjectEntry | MembersEntry | PropertyEntry | CommandEntry | SentenceEntry | AnswerEntry;

interface EntryBase {
	readonly from: string | readonly string[];
}
/** `expect(x).not.toBe(y)`: the last call of `path` takes the subject; words and a matcher follow. */
export interface SubjectEntry extends EntryBase {
	readonly kind: 'subject';
	readonly path: string;
	/** Fails only when it still does not hold after a while. */
	readonly retried?: true;
	/** The argument is a function; what it returns is the subject. */
	readonly calls?: true;
}
/** `assert.equal(x, y)`: the matchers are members of what `path` leads to. */
export interface MembersEntry extends EntryBase {
	readonly kind: 'members';
	readonly path: string;
	/** The matcher that a call of `path` itself makes: `assert(x)`. */
	readonly call?: string;
}
/** `x.should.equal(y)`: a property that loading one of the packages gives to every value. */
export interface PropertyEntry extends EntryBase {
	readonly kind: 'property';
	readonly property: string;
}
/** `cy.get('a').should('have.text', 'b')`: on anything that `path` begins; the first argument holds the words. */
export interface CommandEntry extends EntryBase {
	readonly kind: 'command';
	readonly path: string;
	readonly methods: readonly string[];
	readonly retried: true;
}
/** `expect(x, 'not to equal', y)`: the second argument holds the words. */
export interface SentenceEntry extends EntryBase {
	readonly kind: 'sentence';
	readonly path: string;
}

/** `request(app).get('/').expect(200, body)`: a method of a request behind `path` that is told what the answer holds, behind its status where that is given; or the status alone. */
export interface AnswerEntry extends EntryBase {
	readonly kind: 'answer';
	readonly path: string;
	readonly method: string;
	/** The part of the answer that is compared. */
	readonly part: string;
	/** The part that is compared where a number stands alone. */
	readonly status: string;
	/** The flag of what is compared with a pattern. */
	readonly pattern: string;
}

/** Words between the beginning and the matcher. */
export interface Words {
	/** They say nothing: `to`, `be`. */
	readonly filler?: readonly string[];
	readonly negation?: readonly string[];
	/** The subject is a promise; its value is what is checked: `resolves`. */
	readonly resolving?: readonly string[];
	/** The same for the reason of its rejection. */
	readonly rejecting?: readonly string[];
	/** With one of them, a matcher too, the assertion is a promise, and whoever does not await it hears nothing of what comes of it: `eventually`, `rejected`. */
	readonly promising?: readonly string[];
	/** They change what a matcher claims (see `MatcherRow.flagged`): `deep`. */
	readonly flags?: readonly string[];
	/** From here on it is about a property of the subject: `lengthOf` is about `length`. */
	readonly properties?: Readonly<Record<string, string>>;
	/** Calls that leave the subject as it is: `withContext('…')`. */
	readonly asides?: readonly string[];
}

/** What a matcher claims. Arguments are counted from the matcher's own call. */
export interface MatcherRow {
	/** Its names, where it has several. */
	readonly matcher: string | readonly string[];
	readonly relation: Relation;
	/** The checked argument of a `members` entry. @default 0 */
	readonly actual?: number;
	/** The argument that it is compared with. */
	readonly expected?: number;
	/** All arguments from this one on are what it is compared with. */
	readonly rest?: number;
	/** What it is compared with, where the name says that. */
	readonly is?: string | number | boolean | null;
	readonly upper?: number;
	readonly tolerance?: { readonly argument: number; readonly unit: 'delta' | 'digits' };
	readonly negated?: true;
	readonly retried?: true;
	/** The argument that names the part of the subject which is compared, as a key or a dotted path. */
	readonly part?: number;
	/** What follows in the chain is about that part. */
	readonly moves?: true;
	/** The relation where the chain has one of these flags. */
	readonly flagged?: Readonly<Record<string, Relation>>;
	/** The relation where `expected` is left out. */
	readonly bare?: Relation;
	/** The last argument is the text of the snapshot. */
	readonly inline?: true;
	/** It claims without being called: `to.be.true`. */
	readonly property?: true;
}

/** A call that runs a function again until it no longer throws, or until what it returns is true. */
export interface RetryRow {
	readonly from: string | readonly string[];
	/** Ends with the call. */
	readonly path: string;
	/** Where the function stands; `call` counts the calls of `path`, the last one if left out. */
	readonly argument: number;
	readonly call?: number;
	readonly see: `https://${string}`;
}

/** A call that looks again and again until what it is to find, or to act on, is there. */
export interface RetriedCallRow {
	readonly from: string | readonly string[];
	/** Ends with the call. */
	readonly path: string;
	/** Calls chained behind it are made again with it, up to the last. */
	readonly chained?: true;
	/** Not where one of these is on the way: `keyboard` finds nothing, what is handed to `then` is run once. */
	readonly unless?: readonly string[];
	readonly see: `https://${string}`;
}

/** A call that fails unless what a stand-in was told to expect has come. */
export interface ExpectationRow {
	readonly from: string | readonly string[];
	/** Ends with the call. */
	readonly path: string;
	readonly see: `https://${string}`;
}

/** A value that stands for several when it is compared: `expect.any(Date)`. */
export interface AsymmetricRow {
	readonly from: string | readonly string[];
	/** Ends with the call, where it is called. */
	readonly path: string;
	/**
	 * - `open`: it says nothing that what flows into the subject could break, or only a pattern of it
	 * - `structure`: only the parts that the first argument lists are compared
	 * - `members`: the elements of the first argument are somewhere in the list, in any order
	 * - `each`: every element is compared with the first argument
	 * - `value`: compared whole with the first argument
	 */
	readonly means: 'open' | 'structure' | 'members' | 'each' | 'value';
	/** Of an `open` one: how it looks for its argument in the text that it stands for. */
	readonly finds?: 'contains' | 'matches';
	readonly see: `https://${string}`;
}

/** A function or method whose boolean result is itself a claim: `isDeepStrictEqual(a, b)`. */
export type PredicateRow = {
	readonly relation: Relation;
	/** An argument, or what the method is called on. */
	readonly actual: number | 'receiver';
	readonly expected?: number | 'receiver';
	readonly see: `https://${string}`;
} & ({ readonly from: string | readonly string[]; readonly path: string } | { readonly method: readonly string[] });

/** A property of a spy, or a call on it, that tells about its calls. `path` starts at the spy. */
export interface SpyRow {
	readonly path: string;
	/**
	 * - `count`: how many calls there were
	 * - `called`, `called-times`, `called-with`: whether it holds, as a boolean
	 * - `calls`: the list of all calls or of their arguments
	 * - `nth`: one call, or its arguments, by its place among them
	 */
	readonly tells: 'count' | 'called' | 'called-times' | 'called-with' | 'calls' | 'nth';
	readonly times?: number;
	readonly negated?: true;
	/** The name is so common that the spy must be known to come from one of these packages, or to stand in the place of a function, which has no such property itself. */
	readonly from?: readonly string[];
	readonly see: `https://${string}`;
}
