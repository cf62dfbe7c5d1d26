import { BySite } from '../project/by-site.ts';
import type { Module, Project, Site } from '../project/model.ts';
import type { Path } from '../provenance/model.ts';
import type { FunctionFacts, Value } from '../syntax/facts.ts';
import { type PlainTimer, plainTimersIn } from './waits/acting-timers.ts';
import type { ClockReading } from './clocks/clock-forms.ts';
import { ClockReader } from './clocks/clock-reading.ts';
import { type Deadline, deadlinesIn } from './waits/deadlines.ts';
import { type CourseStep, courseOf } from './course.ts';
import { emptiesTables } from './stores/emptying.ts';
import { type Expense, expensesIn } from './expenses.ts';
import { createFlow } from './flow.ts';
import { mayStore } from './stores/may-store.ts';
import type { Influence, Sleep } from './model.ts';
import { type Opening, openingsIn } from './openings.ts';
import { type PutBackHandle, putBackHandlesIn } from './state/put-back-handles.ts';
import { pathName } from './names/path-name.ts';
import { Reach } from './reach.ts';
import { plainSetter } from './state/plain-setters.ts';
import { type SharedWrite, sharedWritesIn } from './state/shared-writes.ts';
import { handedRequestsIn } from './read-answers.ts';
import { type Request, requestsIn } from './requests.ts';
import { isCoarse } from './clocks/coarse-times.ts';
import { fixedInstant } from './clocks/fixed-instants.ts';
import { SettledClock } from './clocks/settled-clock.ts';
import { type MayBe, isSurelyRead } from './clocks/sure-readings.ts';
import { sleepsIn } from './waits/sleeps.ts';
import { type StoredValue, createStoring, storesIn } from './stores/stored-values.ts';
import { type TableUse, tablesIn } from './stores/tables.ts';
import { type Taking, takesIn } from './names/takings.ts';
import type { Knowing } from './knowing.ts';
import type { Ends } from './waits/test-ends.ts';
import { type VerdictTimer, verdictTimersIn } from './waits/verdict-timers.ts';

/** What code may do and what values depend on, across the files of the project. Each answer is computed once. */
export interface Effects {
	/** Everything uncontrolled behind a value, or behind what `path` takes from it. */
	behind(site: Site<Value>, path?: Path): readonly Influence[];
	/** What a value that depends on the clock says about it. */
	clockReading(site: Site<Value>, path?: Path): ClockReading;
	/** Whether the clock is seen to tell a value no more than what stays the same for a while: a day, a decision, a length of time. */
	isCoarseTime(site: Site<Value>, path: Path): boolean;
	/** Whether a value that the clock may be behind follows from it in each way that the code may take; of constants only those count as another way that it may be. */
	isSurelyRead(site: Site<Value>, path: Path, mayBe: MayBe): boolean;
	/** A time that is written down, in milliseconds since 1970. */
	fixedInstant(site: Site<Value>): number | undefined;
	/** Fixed waits that running the function takes. */
	sleepsIn(site: Site<FunctionFacts>): readonly Sleep[];
	/** Changes of shared state that running the function makes. */
	sharedWritesIn(site: Site<FunctionFacts>): readonly SharedWrite[];
	/** The same, without what functions of the program do, those apart that only set a variable: the tests and their helpers alone. */
	testWritesIn(site: Site<FunctionFacts>): readonly SharedWrite[];
	/** What running the function opens, and nothing closes by itself. */
	openingsIn(site: Site<FunctionFacts>): readonly Opening[];
	/** Calls in the function's own text that put single things back: `spy.mockRestore()`. */
	putBackHandlesIn(site: Site<FunctionFacts>): readonly PutBackHandle[];
	/** Timers started by the function whose callback decides a test. */
	verdictTimersIn(site: Site<FunctionFacts>, ends: Ends): readonly VerdictTimer[];
	/** Timers that the function sets and that run its own functions. */
	plainTimersIn(site: Site<FunctionFacts>): readonly PlainTimer[];
	/** Time limits that running the function puts on what it waits for. */
	deadlinesIn(site: Site<FunctionFacts>, done: number | undefined): readonly Deadline[];
	/** Whether code that the file reaches can store records at all. */
	mayStore(): boolean;
	/** Values that running the function stores under keys which no two records may share. */
	storesIn(site: Site<FunctionFacts>): readonly StoredValue[];
	/** Ports, paths and the like that running the function takes, and that other processes can take too. */
	takesIn(site: Site<FunctionFacts>): readonly Taking[];
	/** The path of a file that a value says, in the form of the names of takings. */
	pathAt(site: Site<Value>): string | undefined;
	/** What running the function sends to other hosts, as far as the code names them. */
	requestsIn(site: Site<FunctionFacts>): readonly Request[];
	/** What running the function does slowly on purpose: passwords hashed, keys derived and made, as far as the code says at which cost. */
	expensesIn(site: Site<FunctionFacts>): readonly Expense[];
	/** The calls that running the function makes, in order. */
	courseOf(site: Site<FunctionFacts>): readonly CourseStep[];
	/** Tables that running the function empties or stores into. */
	tablesIn(site: Site<FunctionFacts>): readonly TableUse[];
	/** Whether running the function may take the records of the tables away. */
	emptiesTables(site: Site<FunctionFacts>): boolean;
}

export interface EffectsOptions extends Knowing {
	/** The linted file. */
	readonly module: Module;
	/** Where schemas are read. */
	readonly project: Project;
	readonly isTestSupport: (module: Module) => boolean;
	readonly replacesModules: boolean;
	readonly asserts: (site: Site<FunctionFacts>) => boolean;
}

export function createEffects(options: EffectsOptions): Effects {
	const { provenance, rows, project } = options;
	const plain = createFlow(provenance, rows);
	const reader = new ClockReader(options, plain);
	const flow = createFlow(provenance, rows, new SettledClock(options, reader, plain));
	const deeds = { reach: new Reach(options), ...options };
	const storing = createStoring(deeds, flow, project);
	const kindsBehind = (site: Site<Value>): readonly Influence['kind'][] =>
		plain.behind(site, [{ kind: 'parts' }]).map(({ kind }) => kind);
	const readsClock = (site: Site<Value>): boolean => kindsBehind(site).includes('clock');
	const isWorkedOut = (site: Site<Value>): boolean =>
		site.fact.kind !== 'literal' && kindsBehind(site).some(kind => kind === 'clock' || kind === 'random');
	const waiting = { readsClock, isWorkedOut, ...deeds };
	const stores = once(() => mayStore(options.module, project, rows));
	return {
		behind: flow.behind,
		clockReading: (site, path) => reader.read(site, path),
		isCoarseTime: (site, path) =>
			isCoarse({ knowing: options, flow: plain, read: (each, taken) => reader.read(each, taken) }, site, path),
		isSurelyRead: (site, path, mayBe) => isSurelyRead(options, flow, { site, path, mayBe }),
		fixedInstant: site => fixedInstant(options, site),
		sleepsIn: remembered(site => sleepsIn(waiting, site)),
		sharedWritesIn: remembered(site => sharedWritesIn(deeds, site)),
		testWritesIn: remembered(site => sharedWritesIn({ ...deeds, within: target => isOfTests(options, target) }, site)),
		openingsIn: remembered(site => openingsIn(options, site)),
		putBackHandlesIn: remembered(site => putBackHandlesIn(options, site)),
		verdictTimersIn: (site, ends) => verdictTimersIn(waiting, site, ends),
		plainTimersIn: site => plainTimersIn(waiting, site),
		deadlinesIn: (site, done) => deadlinesIn(deeds, site, done),
		mayStore: stores,
		storesIn: remembered(site => (stores() ? storesIn(storing, site) : [])),
		takesIn: remembered(site => takesIn(deeds, flow, site)),
		pathAt: site => pathName(options, flow, { site, path: [] })?.name,
		requestsIn: remembered(site => [...requestsIn(deeds, site), ...handedRequestsIn(options, site)]),
		expensesIn: remembered(site => expensesIn(deeds, site)),
		courseOf: remembered(site => courseOf(deeds, site)),
		tablesIn: remembered(site => (stores() ? tablesIn(deeds, site) : [])),
		emptiesTables: remembered(site => emptiesTables(options, site)),
	};
}

/** What stands in the linted file or in what supports tests, and what only sets a variable. */
function isOfTests({ module, isTestSupport }: EffectsOptions, target: Site<FunctionFacts>): boolean {
	return target.module === module || isTestSupport(target.module) || plainSetter(target) !== undefined;
}

function remembered<Answer>(ask: (site: Site<FunctionFacts>) => Answer): (site: Site<FunctionFacts>) => Answer {
	const answers = new BySite<FunctionFacts, Answer>();
	return site => answers.of(site, ask);
}

function once<Answer>(ask: () => Answer): () => Answer {
	let answer: { readonly value: Answer } | undefined;
	return () => (answer ??= { value: ask() }).value;
}
