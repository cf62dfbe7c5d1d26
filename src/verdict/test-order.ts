import type { Suite, TestCase } from '../framework/model.ts';
import type { Module } from '../project/model.ts';
import { lineAt } from '../syntax/lower.ts';
import type { Span } from '../syntax/facts.ts';

/** For messages: the title of a test, or where it stands. */
export function nameOfTest({ title, call, body: { module } }: TestCase): string {
	return title === undefined ? `the test in line ${lineAt(module.facts, call.start)}` : `"${title}"`;
}

/** Whether both tests run in the same memory, one after the other. */
export function runsBefore(writer: TestCase, reader: TestCase): boolean {
	if (writer.concurrency === 'machine' || reader.concurrency === 'machine') return false;
	return !(writer.concurrency === 'process' && reader.concurrency === 'process') && !isStep(writer);
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

/** Whether a test is declared to run after another: as a step of one, by Playwright's serial mode, which skips what follows a failure, or with a comment that says why. */
export function isJourney(test: TestCase, module: Module): boolean {
	const serial = [test, ...around(test.suite)].filter(({ modifiers }) => modifiers.has('serial'));
	return isStep(test) || serial.some(({ call }) => test.framework === 'playwright' || (call !== undefined && hasComment(module, call)));
}

/** A comment on the line, or on the one above. */
function hasComment({ facts }: Module, { start }: Span): boolean {
	const line = lineAt(facts, start);
	return facts.comments.some(comment => lineAt(facts, comment.start) === line || lineAt(facts, comment.end) === line - 1);
}
