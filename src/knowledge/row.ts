/**
 * The row language: what the world's APIs do, as data. A row is matched on the package that a value comes from and the
 * access path that leads to it, never on a bare name (the idea is CodeQL's models-as-data:
 * https://codeql.github.com/docs/codeql-language-guides/customizing-library-models-for-javascript/).
 */

import type { Restored } from './frameworks/row.ts';

/** What a value or a piece of code depends on, or does, that a test does not control. */
export type EffectKind = ApiRow['effect'];

/** A row about one API, or about a family of APIs that share a path pattern. */
export type ApiRow =
	| SleepRow
	| TimerRow
	| DeadlineRow
	| ClockRow
	| RandomRow
	| DrawRow
	| OrderRow
	| LogRow
	| SharedWriteRow
	| StoreRow
	| TakeRow
	| EmptyRow
	| RequestRow
	| ExpensiveRow
	| OpenRow
	| FlowRow
	| CallsRow
	| UiActionRow
	| UiReadRow
	| UiWaitRow
	| EventWaitRow
	| PromiseRow
	| InternalRow
	| AliasRow;

interface RowBase {
	/**
	 * The package (or several that share the API) that the path starts from, such as `@prisma/client`; Node's own modules
	 * always with their `node:` prefix; `global` for what needs no import.
	 */
	readonly from: string | readonly string[];
	/**
	 * From the module, or the global object, to the API:
	 * - `a.b` reads a property; `*` is any one property, `get*s` one of such a name; `{a,b}` is one of several
	 * - `[]` is one element of a list, by its position, in a loop or by `find`
	 * - `a()` calls; `new A` constructs, and what follows is a member of the instance: `new A.save()`
	 * - `**` is any run of properties and calls, awaits excluded: `db().**` is every query that a builder can make
	 *
	 * A default export is the module itself: `dayjs()` is `()`, `{ default: { load } }` is `load`. What is awaited is the same as
	 * its promise. A value annotated with a class of the package is an instance of it.
	 */
	readonly path: string;
	/** All of these hold at the call, or the row does not apply. */
	readonly when?: readonly Condition[];
	/** The row does not apply where any of these holds. */
	readonly unless?: readonly Condition[];
	/** Where the library says so. */
	readonly see: `https://${string}`;
	/**
	 * The row's own test, with every import it needs: the last expression statement must match this row, in JavaScript or
	 * TypeScript.
	 */
	readonly flaky: string;
	/** The same, where the row must not match. */
	readonly steady?: string;
}

/** A promise that settles after a fixed time, or a call that blocks for it. */
export interface SleepRow extends RowBase {
	readonly effect: 'sleep';
	/** Where the length is: an argument, or a property of one. Without it the length is not known. */
	readonly delay?: Place;
	/** @default 'ms' */
	readonly unit?: 'ms' | 's' | 'min';
	/** The call itself blocks, or the runner waits for it before it goes on (Cypress): no promise needs to be awaited. */
	readonly blocking?: true;
	/** A fake clock of the test framework makes it instant. */
	readonly faked?: true;
	/** What the same tool has that waits until something is so, as code. */
	readonly instead?: readonly string[];
}

/** Runs a callback later, after a delay. */
export interface TimerRow extends RowBase {
	readonly effect: 'timer';
	readonly callback: number;
	readonly delay?: Place;
	readonly unit?: 'ms' | 's' | 'min';
	readonly repeats?: true;
	readonly faked?: true;
}

/** Waits for something to come about, and fails where it has not by then. */
export interface DeadlineRow extends RowBase {
	readonly effect: 'deadline';
	/** Where its length is. */
	readonly delay: Place;
	readonly unit?: 'ms' | 's' | 'min';
}

/** The result tells the real date or time. */
export interface ClockRow extends RowBase {
	readonly effect: 'clock';
	/** `wall` says what date it is; `monotonic` only measures how long something took. */
	readonly clock: 'wall' | 'monotonic';
	/** It tells how long it is since an earlier reading, which it is handed. */
	readonly elapsed?: true;
	/** What a number in it counts; `hrtime` is seconds, and nanoseconds beside them. @default 'ms' */
	readonly unit?: 's' | 'ns' | 'hrtime';
	/** It tells in words how far from the present the time is that the first call is handed, too roughly for moments to count. */
	readonly distance?: true;
	/** A component that opens on the present month, once somebody opens it, unless it is told another one. */
	readonly calendar?: true;
	readonly faked?: true;
}

/** The result differs from run to run. */
export interface RandomRow extends RowBase {
	readonly effect: 'random';
	/** How soon two results can be the same: `never` in practice (122 bits and more), or `possible`. */
	readonly collision: 'never' | 'possible';
	/** Calls that make the generator's results the same in each run, as path patterns of the same package. */
	readonly seededBy?: readonly string[];
	/** What every result looks like, as a regular expression source, where the library says so. */
	readonly shape?: string;
	/** It draws among what nobody holds at the time: ports that are free. */
	readonly free?: true;
}

/** What the results of a generator look like, so that what is claimed of them can be tried out; a `random` row says that they differ. */
export interface DrawRow extends RowBase {
	readonly effect: 'draw';
	readonly draws: Draws;
}

/** Only what a generator really draws, and each of it about as likely as the next. */
export type Draws =
	/**
	 * Numbers from `min` to `max`, which is one of them unless `open`: those that are `step` apart, or any without it. With `decimals` it is
	 * their text.
	 */
	| { readonly of: 'number'; readonly min: Bound; readonly max: Bound; readonly step?: number; readonly open?: true; readonly decimals?: number }
	/** So many characters of an alphabet; they fill the `x` of a layout where there is one. */
	| { readonly of: 'text'; readonly alphabet: string; readonly length: Bound; readonly layout?: string }
	/** So many bytes, as base64 writes them with the alphabet; `padded`: filled up to a length that four divides. */
	| { readonly of: 'base64'; readonly alphabet: string; readonly bytes: Bound; readonly padded?: true }
	/** So many words of a vocabulary, some of which are `words`, with a space between two; `sentence`: with a capital and a full stop. */
	| { readonly of: 'words'; readonly min: Bound; readonly max: Bound; readonly words: readonly string[]; readonly sentence?: true }
	/** Some of its values, of about `size`. */
	| { readonly of: 'example'; readonly values: readonly (string | number | boolean)[]; readonly size: number }
	/** One element of the list that it is handed, or all of them in any order. */
	| { readonly of: 'element' | 'order'; readonly argument: number };

/** A number, or the first of the places that holds one; where there is nothing at any of them, the standard. `call` counts from the first call of the path. */
export type Bound = number | { readonly at: readonly Place[]; readonly standard: number | undefined; readonly times?: number; readonly call?: number };

/** The result is a list whose order nothing promises, or one row that nothing picked. */
export interface OrderRow extends RowBase {
	readonly effect: 'order';
	/** `list`: several in any order; `pick`: one of several, whichever comes first. */
	readonly yields: 'list' | 'pick';
	/**
	 * Where one of these holds, a list may hold a single row by its conditions: its order matters to whoever compares two or more
	 * elements, and its first and last element may be the only one.
	 */
	readonly narrowedBy?: readonly Condition[];
	/** The database is a part of the process, and one version of it: what nothing promises comes out the same in each run, until that version or the tables change. */
	readonly embedded?: true;
	/** What the list is made of, in a word, where that is not rows. */
	readonly things?: string;
}

/** The result is captured output, or a spy on what writes output, to which code beside the test can add. */
export interface LogRow extends RowBase {
	readonly effect: 'log';
	/** `child-stdout`: what another program answers, to which nothing else writes unless the program itself logs there. */
	readonly stream: 'console' | 'stdout' | 'child-stdout' | 'stderr' | 'logger';
	/** One line or chunk, where a callback is handed it: only what is gathered of them is all that was written. */
	readonly piece?: true;
	/** The call makes it for whoever calls: only what a module makes for all who import it is shared. */
	readonly made?: true;
}

/** Writes state that is shared by all code of the process, or beyond it. */
export interface SharedWriteRow extends RowBase {
	readonly effect: 'shared-write';
	/**
	 * What is written, as a dotted name: `process.cwd`, `mongoose.options`. `{0}` stands for the text of an argument's static value,
	 * or for the access path it names: `process.env.{0}`, `{0}.{1}`.
	 */
	readonly target: string;
	/** `process`: memory of one process; `machine`: files, ports, databases, seen by parallel processes too. */
	readonly reach: 'process' | 'machine';
	/** `restore` puts back what was there before, and so takes it away from whoever still uses it. */
	readonly act: 'set' | 'restore';
	/** The write counts only where this argument itself is shared: a global, an import, a variable outside the test. */
	readonly ifShared?: number;
	/**
	 * It changes a setting with one value at a time, and this is how the old one comes back: `again` by another write of the same
	 * state; `test` by the end of the test, unasked; otherwise by what puts back all of a kind, or by its own result
	 * (`spy.mockRestore()`); `close`: it is a handler that is taken away by what closes it. Without it the write adds something, or belongs to no test.
	 */
	readonly undoneBy?: Restored | 'test' | 'again' | 'close';
}

/** Stores a record where unique keys are enforced. */
export interface StoreRow extends RowBase {
	readonly effect: 'store';
	/** Where the record, or the list of records, stands; `receiver` is what the method is called on: `user.save()`. */
	readonly data: Place | 'receiver';
	/** The table, collection or model: a step of the path (`*` names its position) or an argument. */
	readonly table?: { readonly step: number } | Place;
}

/**
 * Takes a name that all processes share: a port that it listens on, a path that it makes, writes or removes, a database or a queue that it
 * opens.
 */
export interface TakeRow extends RowBase {
	readonly effect: 'take';
	readonly what: 'port' | 'path' | 'database' | 'queue' | 'bucket' | 'topic' | 'consumer group' | 'dataset' | 'resource';
	/** What becomes of it; `fill` leaves alone what is there already (`mkdir -p`). */
	readonly act: 'listen' | 'make' | 'fill' | 'write' | 'remove' | 'open';
	/** Where the names stand: all that are there are taken. */
	readonly names: readonly NamePlace[];
	/** All that a file holds afterwards: whoever writes the same leaves it as it was. */
	readonly content?: Place;
	/** It lives in an account of a cloud, which all machines share: two runs of a test meet there. */
	readonly remote?: true;
	/** It is written for what reads it by that name, and anew each time: in the project, nobody wants another one. */
	readonly handsOn?: true;
}

/** Takes away all that is in a table, or in all tables. */
export interface EmptyRow extends RowBase {
	readonly effect: 'empty';
	/** As `StoreRow.table`; an argument may also be SQL text. */
	readonly table?: { readonly step: number } | Place | 'all';
}

/** `call` counts the calls of the path from the first, without it it is the last; `flag` is one of a command line, or of its words. */
export interface NamePlace extends Place {
	readonly call?: number;
	readonly flag?: string;
}

/** Sends something over the network, or looks a name up. */
export interface RequestRow extends RowBase {
	readonly effect: 'request';
	/**
	 * Where the address stands: the first place that holds one counts. A host may stand without a scheme where `bare`; where `command`, it
	 * is what a command line fetches from (`curl`, `wget`, `git clone`); where `selector`, what a selector says that a frame shows (`iframe[src="https://…"]`).
	 */
	readonly to: readonly (Place & { readonly call?: number; readonly bare?: true; readonly command?: true; readonly selector?: true })[];
	/** The host that it asks where no place holds another address. */
	readonly host?: string;
	/** A browser opens the page: requests that a test intercepts in the browser are answered there. */
	readonly browser?: true;
}

/** Hashes a password, derives a key or makes a pair of keys: slow on purpose, by a cost that the code chooses. */
export interface ExpensiveRow extends RowBase {
	readonly effect: 'expensive';
	readonly measure: CostMeasure;
	/** Where the cost is: the first place that holds anything counts. */
	readonly cost: readonly Place[];
	/** The library's own, where the code says none; without it such a call is of no interest. */
	readonly standard?: number;
}

/**
 * What a cost is counted in: of bcrypt its rounds, of argon2 its memory in KiB and its passes, of scrypt N, of pbkdf2 its iterations, of
 * RSA the bits of the key.
 */
export type CostMeasure = 'bcrypt' | 'argon2-memory' | 'argon2-passes' | 'scrypt' | 'pbkdf2' | 'rsa';

/** Opens something that stays open, and keeps its process alive, until it is closed. */
export interface OpenRow extends RowBase {
	readonly effect: 'open';
	/** In words, with the article: `a server`. */
	readonly what: string;
	/** What is closed: the result, settled, or what the method was called on. @default 'result' */
	readonly handle?: 'result' | 'receiver';
	/** Methods that close it. */
	readonly closedBy: readonly string[];
	/** Functions that close what they are handed: `clearInterval`. */
	readonly closers?: readonly string[];
	/** Methods after which nobody needs to close it: `unref`. */
	readonly unlessCalled?: readonly string[];
	/** Nothing is open before it is first used, and chains of calls that end with one of these methods do not use it: they make texts, or listen. */
	readonly idle?: readonly string[];
	/** Events that say that it ended by itself: who waits for one needs not close it. */
	readonly ends?: readonly string[];
	/** A fake clock of the test framework takes it over. */
	readonly faked?: true;
}

/** The result depends on the arguments and on nothing else: `JSON.stringify`, `format`. */
export interface FlowRow extends RowBase {
	readonly effect: 'flow';
	/** Which arguments reach the result; `receiver` is what the method was called on. */
	readonly carries: readonly (number | 'all' | 'receiver')[];
	/** The result is this argument, what it holds settled or copied: what is taken from the one is taken from the other. */
	readonly gives?: number;
	/**
	 * How what it gives is made of that argument: `values`, a list of those of an object; `entries`, one of its keys and values; `record`, an object or map
	 * of such pairs; `parsed`, what stands in the text.
	 */
	readonly as?: 'values' | 'entries' | 'record' | 'parsed';
	/** A property of an argument reaches it too, named by another argument: `spyOn(logger, 'info')`. */
	readonly member?: { readonly object: number; readonly name: number };
	/** The result is a list of what the argument hands out one by one, in the order of a set or map too. */
	readonly iterates?: true;
	/** What does not survive: a sort drops `order`. */
	readonly drops?: readonly ('order' | 'clock' | 'random' | 'log')[];
}

/** Calls a function that it is handed. */
export interface CallsRow extends RowBase {
	readonly effect: 'calls';
	/** `assigned`: the function that is written to the property. */
	readonly callback: number | 'last' | 'assigned';
	/** Where the argument is an object, the callback is what stands at this key of it. */
	readonly key?: string;
	/** The argument is a list, or an object, of functions, each of which is handed last what says that it is over. */
	readonly each?: true;
	/** `now`: before the call returns or its promise settles. `elsewhere`: so too, but in a page or a process of its own. `later`: some time after, if at all. */
	readonly runs: 'now' | 'elsewhere' | 'later';
	/** How many such callbacks may run at a time, where they wait for their turn. */
	readonly atOnce?: Bound;
	/** It is called for each element of a list that the call is handed. */
	readonly ofEach?: true;
	/** It waits for an answer from outside, which that to a later call may overtake. */
	readonly overtakes?: true;
	/** The call, and what its callback calls, is put into a queue that the runner works off before the test or hook is over. */
	readonly queued?: true;
	/**
	 * What the callback's parameters are, as paths of the same package: Playwright's fixtures are `fixtures`. One that begins with `()` is what
	 * the call itself would give: `['', '()']` is the way of Node's callbacks.
	 */
	readonly parameters?: readonly string[];
}

/** Does something to what a user sees, or goes elsewhere: what is shown then changes some time later. */
export interface UiActionRow extends RowBase {
	readonly effect: 'ui-action';
	/** It is over when the new page is loaded; `content`: the page is what the call is handed. */
	readonly loads?: 'page' | 'content';
	/** It is done to the page that the test runs in, whatever has the focus there: any element of it may answer. */
	readonly reaches?: 'page';
	/** Readings of the same element that it leaves as it says, by their matchers: `fill` and `toHaveValue`. */
	readonly settles?: readonly string[];
}

/** Tells what a user sees at the time of the call, once. */
export interface UiReadRow extends RowBase {
	readonly effect: 'ui-read';
	/** Whose state it is: of the receiver, of the element that the argument selects, or of the whole page. */
	readonly of: 'receiver' | 'page' | Pick<Place, 'argument'>;
	/** The matcher that waits until it is so, and the one that waits for a part of it. */
	readonly matcher?: string;
	readonly contains?: string;
	/** `element`: whether it is there at all; `state`: yes or no; `picture`: nothing by itself, until it is compared with another. */
	readonly tells: 'element' | 'state' | 'count' | 'value' | 'attribute' | 'picture';
	/** It is told when the element is there: until then the call waits. */
	readonly awaits?: 'element';
}

/** Waits until a user sees something, or a page has got somewhere; what is so already counts. */
export interface UiWaitRow extends RowBase {
	readonly effect: 'ui-wait';
	/** For an element, whose text comes with it; not for the page as a whole, which may not have drawn by then. */
	readonly element?: true;
}

/** A promise of something that happens from now on: what happened before the call is missed. */
export interface EventWaitRow extends RowBase {
	readonly effect: 'event-wait';
	/** Where it happens: an argument, the receiver, or the page of the receiver. */
	readonly on: 'receiver' | 'page' | Pick<Place, 'argument'>;
	/** Its name. */
	readonly event?: Pick<Place, 'argument'>;
}

/** The call's value is a promise that is still open when the call returns. */
export interface PromiseRow extends RowBase {
	readonly effect: 'promise';
	/** It is an assertion, which is made when the promise settles: `expect(x).resolves.toBe(1)`. */
	readonly asserts?: true;
	/** What is asked of the same thing later is done after it: who awaits that waits for this too. */
	readonly inTurn?: true;
	/** It settles when the promise does which the function gives that is handed as this argument: what gives none leaves nothing to wait for. */
	readonly ofCallback?: number;
	/** It is only begun when somebody waits for it: what is dropped is never done. */
	readonly lazy?: true;
	/** What it writes is heard of by those who listen in the same program before the promise settles. */
	readonly heardFirst?: true;
}

/** What a component keeps for itself: its users see what it renders. */
export interface InternalRow extends RowBase {
	readonly effect: 'internal';
}

/** What the path leads to is the same thing as another path of the package: `test.extend()` is `test`. */
export interface AliasRow extends RowBase {
	readonly effect: 'alias';
	readonly to: string;
	/** The package that `to` starts from, where it is another one. */
	readonly in?: string;
	/** Only what is taken from the answer of a call that is handed one of these texts first: `page.waitForEvent('popup')` gives a page, `page.waitForEvent('download')` does not. */
	readonly handed?: readonly string[];
}

/** A value at the call: an argument, or a property inside it (`orderBy`, `options.delay`; `group\\.id` for a name with a dot). */
export interface Place {
	readonly argument: number;
	readonly key?: string;
}

/** A question about one call of the matched path: the last one, unless `call` counts another (0 is the first). */
export type Condition = { readonly call?: number } & (
	| { readonly argument: number; readonly present: boolean }
	/** The argument is an object that has this key, or a list with such an object; `a.b` looks inside `a`, `*` is any key. */
	| { readonly argument: number; readonly has: string }
	/**
	 * What stands at this key of the argument names the last property of the path, as something to load too, in whatever order: as a key, as an
	 * element, or as the `as`, `association` or `model` of one; a model names the list that is called as many of it. What is named with an order of its own, there or at the key `sortedIn`, is not meant.
	 */
	| { readonly argument: number; readonly joins: string; readonly sortedIn?: string }
	/** The argument's static value is one of these. */
	| { readonly argument: number; readonly in: readonly (string | number | boolean | null)[]; readonly key?: string }
	/** The argument names this API: of the globals (`setTimeout`), or of the package `of`. */
	| { readonly argument: number; readonly names: string; readonly of?: string }
	/** The argument is a function. */
	| { readonly argument: number; readonly callable: true }
	/** The argument is written down as no function: a text, a number, a pattern, an object, a list. */
	| { readonly argument: number; readonly data: true }
	/** The argument is an async function. */
	| { readonly argument: number; readonly asynchronous: true }
	/** The argument is a function written on the spot, or the text of a script, that only looks at a document: it finds elements and reads what they have. */
	| { readonly argument: number; readonly looks: true }
	/** The argument is such a script that does to a page what a user does, or sends something, and waits for nothing. */
	| { readonly argument: number; readonly acts: true }
	/** The argument's static value is a number. */
	| { readonly argument: number; readonly number: true }
	/**
	 * SQL text: `unordered-rows` selects several rows without ORDER BY; `sleep` calls `pg_sleep`, `SLEEP` or `WAITFOR`;
	 * `insert` stores rows; `narrowed-rows` has a condition or a limit; `empties` takes all
	 * rows of a table away.
	 */
	| { readonly argument: number; readonly sql: 'unordered-rows' | 'narrowed-rows' | 'sleep' | 'insert' | 'empties' }
	/** A shell command line that runs `sleep` or `timeout`. */
	| { readonly argument: number; readonly shell: 'sleep' }
	/** Any step of the whole access path, before or after the match, has one of these names. */
	| { readonly chained: readonly string[] }
);

/**
 * What a method of the language does with what flows through it, where its receiver is no API that a row names and no class of
 * the project (ECMAScript, chapters 20 to 28).
 */
export interface MethodRow {
	readonly method: string;
	/**
	 * - `same`: the receiver, or a list made of its elements
	 * - `mapped`: a list of what the callback returns, in the receiver's order
	 * - `element`: one element that a condition picked; its position plays no part
	 * - `position`: one element that its position picked
	 * - `scalar`: something computed from all of the receiver
	 * - `joined`: the same, its elements one after the other
	 * - `settled`: what the callback returns, once the receiver is there (`then`)
	 * - `nothing`: the result says nothing about the receiver
	 */
	readonly result: 'same' | 'mapped' | 'element' | 'position' | 'scalar' | 'joined' | 'settled' | 'nothing';
	readonly drops?: readonly ('order' | 'clock' | 'random' | 'log')[];
	/** Which argument is called now, and which of its parameters holds an element, the receiver itself, or what it gave for the element before. */
	readonly callback?: { readonly argument: number; readonly element?: number; readonly receiver?: number; readonly before?: number };
	/** The receiver itself changes: `sort` drops its order, `push` adds what it is given. */
	readonly mutates?: 'sorts' | 'adds' | 'other';
	/** The other arguments that reach the result: `concat`, `replace`. */
	readonly carries?: true;
	/** The element is what a map has for the key that is given. */
	readonly keyed?: true;
	/** Of a map only the keys are left: what it has for them says nothing. */
	readonly names?: true;
	/** Of a text a piece is left, or, one by one, all its pieces. */
	readonly cuts?: 'piece' | 'pieces';
}
