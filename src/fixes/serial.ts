import type { Suite, TestCase } from '../framework/model.ts';
import type { MemberValue, Value } from '../syntax/facts.ts';
import { type Edit, insert, replace, together } from './edit.ts';
import type { Editable } from './import.ts';
import { lineOf } from './placing.ts';

/**
 * Lets a test run on its own, with the reason above it. Only for runners whose serial tests overlap with no other: not for Jest, where
 * concurrent tests of the file may still be on their way.
 */
export function makeSerial(file: Editable, test: TestCase, state: string): Edit | undefined {
	const line = lineOf(file.text, test.call);
	if (line === undefined || test.definition.module !== file.module || test.definition.fact !== test.call) return undefined;
	const reason = `${line.indent}// On its own, for it changes ${state}, which the other tests share.\n`;
	return together(insert(line.start, reason), serialCall(file, test));
}

function serialCall({ text }: Editable, { call, framework, suite }: TestCase): Edit | undefined {
	const { base, concurrent } = chainOf(call.callee);
	if (framework === 'ava') return base === undefined ? undefined : insert(base.end, '.serial');
	if (framework !== 'vitest' && framework !== 'bun') return undefined;
	const word = framework === 'vitest' ? '.sequential' : '.serial';
	if (concurrent === undefined) return base === undefined ? undefined : insert(base.end, word);
	const written = { start: concurrent.object.end, end: concurrent.end };
	return text.slice(written.start, written.end) === '.concurrent' ? replace(written, isAround(suite) ? word : '') : undefined;
}

/** Whether a suite around the test makes its tests concurrent. */
function isAround(suite: Suite): boolean {
	return suite.modifiers.has('concurrent') || (suite.parent !== undefined && isAround(suite.parent));
}

/** Of `test.concurrent.each(rows)`: `test`, and `test.concurrent`. */
function chainOf(callee: Value): { readonly base: Value | undefined; readonly concurrent: MemberValue | undefined } {
	if (callee.kind === 'call') return chainOf(callee.callee);
	if (callee.kind !== 'member')
		return { base: callee.kind === 'reference' || callee.kind === 'global' ? callee : undefined, concurrent: undefined };
	const inner = chainOf(callee.object);
	return callee.property === 'concurrent' ? { ...inner, concurrent: callee } : inner;
}
