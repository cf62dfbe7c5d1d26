import type { SharedWrite } from '../effects/state/shared-writes.ts';
import type { FrameworkName, Hook, TestCase } from '../framework/model.ts';
import type { Span } from '../syntax/facts.ts';
import { type Edit, insert, replace, together } from './edit.ts';
import { type Editable, importedNames } from './import.ts';
import { lineOf } from './placing.ts';
import { isWholeStatement, statementEnd } from './statement.ts';

/** Where a framework's names come from, and what puts back all of a kind. */
interface Words {
	readonly source: string;
	readonly name: string;
	readonly calls: Readonly<Record<string, string>>;
}

const words: Partial<Record<FrameworkName, Words>> = {
	vitest: {
		source: 'vitest',
		name: 'vi',
		calls: { spies: 'vi.restoreAllMocks()', env: 'vi.unstubAllEnvs()', globals: 'vi.unstubAllGlobals()', clock: 'vi.useRealTimers()' },
	},
	jest: { source: '@jest/globals', name: 'jest', calls: { spies: 'jest.restoreAllMocks()', clock: 'jest.useRealTimers()' } },
	bun: { source: 'bun:test', name: 'mock', calls: { spies: 'mock.restore()', clock: 'setSystemTime()' } },
};

type Scope = TestCase | Hook;

/** A hook that puts back all of the kind after each test, in front of the test or hook. */
export function putBackInHook(file: Editable, scope: Scope, framework: FrameworkName | undefined, { row }: SharedWrite): Edit | undefined {
	const said = framework === undefined ? undefined : words[framework];
	const call =
		row?.undoneBy === undefined || [row.from].flat().some(from => /sinon|fake-timers|lolex|mockdate|timekeeper|date-mock/.test(from))
			? undefined
			: said?.calls[row.undoneBy];
	return said === undefined || call === undefined ? undefined : hookBefore(file, scope, said, call);
}

function hookBefore(file: Editable, scope: Scope, { source, name }: Words, call: string): Edit | undefined {
	const line =
		scope.definition.module === file.module && scope.definition.fact === scope.call ? lineOf(file.text, scope.call) : undefined;
	const imported = importedNames(file, source, ['afterEach', call.startsWith(name) ? name : call.replace(/\(.*/, '')]);
	if (line === undefined || imported === undefined) return undefined;
	const hook = insert(line.start, `${line.indent}afterEach(() => {\n${line.indent}\t${call};\n${line.indent}});\n\n`);
	return imported === 'global' ? hook : together(hook, imported);
}

/** `vi.stubEnv` in place of an assignment of a text, and the hook that ends it. */
export function stubEnv(
	file: Editable,
	scope: Scope,
	framework: FrameworkName | undefined,
	{ origin, value, key, row }: SharedWrite,
): Edit | undefined {
	const name = /^global:process\.env\.(\w+)$/.exec(key)?.[1];
	const isText = value?.fact.kind === 'template' || (value?.fact.kind === 'literal' && typeof value.fact.value === 'string');
	const said = words.vitest;
	if (framework !== 'vitest' || said === undefined || name === undefined || row !== undefined || !isText || origin.module !== file.module)
		return undefined;
	const hook = hookBefore(file, scope, said, 'vi.unstubAllEnvs()');
	return together(replace(origin.fact, `vi.stubEnv('${name}', ${file.text.slice(value.fact.start, value.fact.end)})`), hook);
}

/** Puts what follows a change into `try`, and what puts it back, the last statement of the test, into `finally`. */
export function putBackInFinally(file: Editable, { body }: Scope, change: Span, putBack: Span): Edit | undefined {
	const { module, text } = file;
	const { fact } = body;
	const set = statementAround(file, body.fact, change);
	const last = statementAround(file, body.fact, putBack);
	if (
		body.module !== module ||
		set.end > last.start ||
		!isWholeStatement(text, last, fact) ||
		fact.regions.some(({ start, end }) => (start <= change.start && change.end <= end) || (start <= last.start && last.end <= end))
	)
		return undefined;
	const [from, to] = [statementEnd(text, set.end), statementEnd(text, last.end)];
	const [line, lastLine] = [lineOf(text, set), lineOf(text, last)];
	if (line === undefined || lastLine === undefined || line.indent !== lastLine.indent || !/^\s*\}$/.test(text.slice(to, fact.end)))
		return undefined;
	const between = module.facts.bindings.filter(({ start }) => start >= from && start < last.start);
	if (between.some(({ name }) => new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(text.slice(last.start, to))))
		return undefined;
	return together(
		insert(from, `\n${line.indent}try {`),
		insert(lastLine.start, `${line.indent}} finally {\n`),
		insert(to, `\n${line.indent}}`),
	);
}

/** The declaration or the chain of calls around a place. */
function statementAround({ module, text }: Editable, fact: TestCase['body']['fact'], place: Span): Span {
	const around = (span: Span): boolean => span.start <= place.start && place.end <= span.end;
	const own = module.facts.functions.indexOf(fact);
	const values = module.facts.bindings.flatMap(({ definitions }) =>
		definitions.flatMap(each => (each.kind === 'value' && each.function === own ? [each.value] : [])),
	);
	const spans = [place, ...[...fact.calls, ...fact.writes, ...values].filter(around)];
	const widest = spans.reduce((one, other) => (other.end - other.start > one.end - one.start ? other : one));
	const begin = text.lastIndexOf('\n', widest.start) + 1;
	const lead =
		/^[ \t]*((?:(?:const|let|var)\s+[\w$]+(?:\s*:[^=\n]+)?\s*=\s*)?(?:await\s+)?)$/.exec(text.slice(begin, widest.start))?.[1] ?? '';
	return { start: widest.start - lead.length, end: widest.end };
}

/** Takes the variable away where it was not set before. */
export function deleteUnset({ module, text }: Editable, { origin, value }: SharedWrite): Edit | undefined {
	const { fact } = origin;
	const owner = module.facts.functions[fact.function];
	if (
		origin.module !== module ||
		!('target' in fact) ||
		value === undefined ||
		owner === undefined ||
		!isWholeStatement(text, fact, owner)
	)
		return undefined;
	const line = lineOf(text, fact);
	const target = text.slice(fact.target.start, fact.target.end);
	return line === undefined
		? undefined
		: insert(fact.start, `if (${text.slice(value.fact.start, value.fact.end)} === undefined) delete ${target};\n${line.indent}else `);
}
