import type { Suite, TestCase } from '../../framework/model.ts';
import type { Module } from '../../project/model.ts';
import { lineAt } from '../../syntax/lower.ts';
import type { Span } from '../../syntax/facts.ts';

/** For messages: the title of a test, or where it stands. */
export function nameOfTest({ title, call, body: { module } }: TestCase): string {
	return title === undefined ? `the test in line ${lineAt(module.facts, call.start)}` : `"${title}"`;
}

/** In which order the tests of a file run, as far as they run in the same memory. */
export class TestOrder {
	readonly #places: ReadonlyMap<TestCase, number>;
	readonly #steps: ReadonlySet<TestCase>;

	constructor(tests: readonly TestCase[]) {
		this.#places = new Map(tests.map((test, index) => [test, index]));
		this.#steps = new Set(tests.filter(isStep));
	}

	/** Whether both run in the same memory, one after the other, and `writer` is the first; or `writer` stands first, where tests of one file may run in memories of their own. */
	isBefore(writer: TestCase, reader: TestCase, where: 'together' | 'anywhere' = 'together'): boolean {
		if (this.#steps.has(writer) || (where === 'together' && (writer.concurrency === 'machine' || reader.concurrency === 'machine')))
			return false;
		if (writer.concurrency === 'process' && reader.concurrency === 'process') return false;
		return (this.#places.get(writer) ?? Infinity) < (this.#places.get(reader) ?? -Infinity);
	}
}

/** A test inside a test is a step of it. */
function isStep({ suite }: TestCase): boolean {
	return [...around(suite)].some(isSubtests);
}

export function isSubtests({ parent, call }: Suite): boolean {
	return parent?.tests.some(test => test.call === call) === true;
}

function* around(suite: Suite): Iterable<Suite> {
	for (let current: Suite | undefined = suite; current !== undefined; current = current.parent) yield current;
}

/** `step 2: deploys`, `3. logs out`, `04 removes` */
const stepNumber = /^\W*(?:(?:step|stage|phase|part)\s*#?(\d+)\b|#?(\d{1,2})\s*[.):–—-]|(0\d)\s)/i;
/** What suites are called whose tests are steps of one story. */
const stories = /\b(?:journey|walk-?through|step by step|scenario|workflow|life ?cycle)\b/i;

/** Whether the titles say that tests are steps: they are counted, or a suite is called a story. */
function isTold({ title = '', suite }: TestCase): boolean {
	const numbers = stepNumber.test(title)
		? new Set(
				suite.tests.flatMap(
					each =>
						stepNumber
							.exec(each.title ?? '')
							?.slice(1)
							.join('') ?? [],
				),
			)
		: undefined;
	return (numbers !== undefined && numbers.size > 1) || [...around(suite)].some(each => stories.test(each.title ?? ''));
}

/**
 * Whether a test is declared to run after another: as a step of one, by Playwright's serial mode, which skips what follows a failure, with a
 * comment that says why, or by titles.
 */
export function isJourney(test: TestCase, module: Module): boolean {
	const serial = [test, ...around(test.suite)].filter(({ modifiers }) => modifiers.has('serial'));
	return (
		isStep(test) ||
		isTold(test) ||
		serial.some(({ call }) => test.framework === 'playwright' || (call !== undefined && hasComment(module, call)))
	);
}

/** A comment on the line, or on the one above. */
function hasComment({ facts }: Module, { start }: Span): boolean {
	const line = lineAt(facts, start);
	return facts.comments.some(comment => lineAt(facts, comment.start) === line || lineAt(facts, comment.end) === line - 1);
}
