import type { Influence } from '../effects/model.ts';
import type { Clock, Hook, TestCase } from '../framework/model.ts';
import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import { sinonName } from '../knowledge/frameworks/sinon.ts';
import type { Definition, Span, Value } from '../syntax/facts.ts';
import { type Edit, insert, together } from './edit.ts';
import { type Editable, importedNames } from './import.ts';
import { lineOf } from './placing.ts';

/** Stands in the words for the time at which the date is stopped. */
const when = '{{when}}';

/** Any time of a day that fits will do; by the local clock, so that its parts are the same in every time zone. */
function morningOf({ year, day }: FreezePlace['on']): string {
	return `new Date(${year}, 0, ${day}, 10)`;
}

/** What Jest's fake clock takes over beside the date: https://jestjs.io/docs/jest-object#jestusefaketimersfaketimersconfig */
const besideDate: readonly string[] = [
	'cancelAnimationFrame',
	'cancelIdleCallback',
	'clearImmediate',
	'clearInterval',
	'clearTimeout',
	'hrtime',
	'nextTick',
	'performance',
	'queueMicrotask',
	'requestAnimationFrame',
	'requestIdleCallback',
	'setImmediate',
	'setInterval',
	'setTimeout',
];

interface Words {
	/** Where the names come from, where they are imported. */
	readonly source: string;
	/** What the two statements name. */
	readonly names: readonly string[];
	readonly freeze: string;
	readonly release: string;
	/** Whether letting go what is not held does no harm. */
	readonly isForgiving: boolean;
}

/** Statements that stop the date and let it go again, in each framework's words. */
const words: Partial<Record<TestCase['framework'], Words>> = {
	vitest: {
		source: 'vitest',
		names: ['vi'],
		freeze: `vi.useFakeTimers({ now: ${when}, toFake: ['Date'] });`,
		release: 'vi.useRealTimers();',
		isForgiving: true,
	},
	jest: {
		source: '@jest/globals',
		names: ['jest'],
		freeze: `jest.useFakeTimers({ now: ${when}, doNotFake: [${besideDate.map(name => `'${name}'`).join(', ')}] });`,
		release: 'jest.useRealTimers();',
		isForgiving: true,
	},
	jasmine: {
		source: 'jasmine',
		names: ['jasmine'],
		freeze: `jasmine.clock().install().mockDate(${when});`,
		release: 'jasmine.clock().uninstall();',
		isForgiving: true,
	},
	bun: {
		source: 'bun:test',
		names: ['setSystemTime'],
		freeze: `setSystemTime(${when});`,
		release: 'setSystemTime();',
		isForgiving: true,
	},
};

/** Where the date can be frozen: see `placeToFreeze`. */
export interface FreezePlace {
	readonly on: { readonly year: number; readonly day: number };
	readonly clock: Clock;
	readonly first: Span;
	readonly isAlone: boolean;
	readonly isReleased: boolean;
	readonly canRelease: boolean;
}

/** Hooks that freeze the date around the only test of a suite, and release it, where nothing else does and no other test runs beside it. */
export function freezeAround(file: Editable, scope: TestCase | Hook, place: FreezePlace, read: Influence): Edit | undefined {
	if (!isFreezable(scope, read, place.clock) || scope.framework === 'node:test' || !place.isAlone) return undefined;
	const said = wordsOf(file, scope, place);
	return said && registered(file, place.first, said, place.isReleased ? ['freeze'] : ['freeze', 'release']);
}

/** A statement at the beginning of a test that freezes the date, and what releases it behind the test. */
export function freezeInside(file: Editable, scope: TestCase | Hook, place: FreezePlace, read: Influence): Edit | undefined {
	if (!isFreezable(scope, read, place.clock)) return undefined;
	if (scope.framework === 'node:test') return inContext(file, scope, place);
	const said = place.isAlone ? undefined : wordsOf(file, scope, place);
	if (said === undefined) return undefined;
	if (place.isReleased) return inBody(file, scope, said, [said.freeze], said.names);
	const end = frameworks[scope.framework].atTestEnd;
	if (end !== undefined && 'imported' in end)
		return inBody(file, scope, said, [said.freeze, `${end.imported}(() => {\n\t${said.release}\n});`], [end.imported, ...said.names]);
	if (!place.canRelease || !said.isForgiving) return undefined;
	return together(inBody(file, scope, said, [said.freeze], []), registered(file, place.first, said, ['release']));
}

function isFreezable(scope: TestCase | Hook, { row }: Influence, clock: Clock): scope is TestCase {
	const isDate = row?.effect === 'clock' && row.clock === 'wall' && row.faked === true;
	return 'framework' in scope && scope.concurrency === 'none' && isDate && !clock.stopped && !clock.timers && !clock.dateNow;
}

const hookNames = { freeze: 'beforeEach', release: 'afterEach' } as const;

/** Hooks in front of the first thing of a suite, and of the comment above it. */
function registered(file: Editable, first: Span, said: Words, acts: readonly ('freeze' | 'release')[]): Edit | undefined {
	const line = lineAbove(file.text, first);
	const hooks = acts.map(act => `${line?.indent}${hookNames[act]}(() => {\n${line?.indent}\t${said[act]}\n${line?.indent}});\n`);
	return line && withImports(file, said, [...acts.map(act => hookNames[act]), ...said.names], insert(line.start, `${hooks.join('')}\n`));
}

function withImports(file: Editable, { source }: Words, names: readonly string[], edit: Edit): Edit | undefined {
	const imported = importedNames(file, source, names.toSorted());
	return imported === 'global' ? edit : together(edit, imported);
}

/** The line on which a statement begins, or the first of the lines of comment right above it. */
function lineAbove(text: string, span: Span): { readonly start: number; readonly indent: string } | undefined {
	const line = lineOf(text, span);
	if (line === undefined) return undefined;
	const comments = /(?:^[ \t]*(?:\/\/.*|\/\*(?:[^*]|\*(?!\/))*\*\/[ \t]*)\r?\n)+(?![^])/m.exec(text.slice(0, line.start));
	return { start: comments?.index ?? line.start, indent: line.indent };
}

function wordsOf(file: Editable, { framework, call }: TestCase, { on }: FreezePlace): Words | undefined {
	const said = words[framework] ?? withSinon(file, framework, call);
	return said && { ...said, freeze: said.freeze.replace(when, morningOf(on)) };
}

/** A function up to its body's first statement; parameters hold no brackets inside brackets. */
const opening = /^(?:async\s+)?(?:function\s*\w*\s*)?(?:\w+|\((?:[^()]|\([^()]*\))*\))\s*(?::\s*[\w.<>]+\s*)?(?:=>\s*)?\{[ \t]*/;

/** Statements at the beginning of a test's body. */
function inBody(
	file: Editable,
	{ body, call }: TestCase,
	said: Words,
	statements: readonly string[],
	names: readonly string[],
): Edit | undefined {
	const { start, end } = body.fact;
	const found = body.module === file.module ? opening.exec(file.text.slice(start, end)) : null;
	const line = lineOf(file.text, call);
	if (found === null || line === undefined) return undefined;
	const text = statements.map(each => `\n${line.indent}\t${each.replaceAll('\n', `\n${line.indent}\t`)}`).join('');
	const from = start + found[0].length;
	return withImports(file, said, names, insert(from, /^\r?\n/.test(file.text.slice(from)) ? text : `${text}\n${line.indent}\t`));
}

/** Mocha has no clock of its own: sinon's, where the file has sinon, and the words of tests that have such hooks. */
function withSinon({ module }: Editable, framework: TestCase['framework'], { callee }: TestCase['call']): Words | undefined {
	if (framework !== 'mocha' || !hasEach(callee, module)) return undefined;
	const sinon = module.facts.bindings.find(({ definitions }) => definitions.some(isSinon))?.name;
	const freeze = `${sinon}.useFakeTimers({ now: ${when}, toFake: ['Date'] });`;
	return sinon === undefined
		? undefined
		: { source: 'mocha', names: [], freeze, release: `${sinon}.clock.restore();`, isForgiving: false };
}

/** `it` and `specify`, whatever follows; beside `test` hooks may have other names. */
function hasEach(callee: Value, module: Editable['module']): boolean {
	if (callee.kind === 'member') return hasEach(callee.object, module);
	const name =
		callee.kind === 'reference' ? module.facts.bindings[callee.binding]?.name : callee.kind === 'global' ? callee.name : undefined;
	return name === 'it' || name === 'specify';
}

function isSinon(definition: Definition): boolean {
	if (definition.kind === 'import') return definition.source === sinonName && ['default', '*'].includes(definition.imported);
	const { value, path } = definition.kind === 'value' ? definition : { value: undefined, path: [] };
	return value?.kind === 'module' && value.source === sinonName && path.length === 0;
}

/** How a test's function begins, up to its body; its context is the first parameter. */
const beginning = /^(?:async\s+)?(?:(\w+)\s*=>\s*\{|(?:function\s*\w*\s*)?\(\s*(?:(\w+)\s*(?::\s*[\w.]+\s*)?)?\)\s*(?:=>\s*)?\{)/;

/** The test's own clock, which node:test releases with the test. */
function inContext({ module, text }: Editable, { body, call }: TestCase, { on }: FreezePlace): Edit | undefined {
	const found = body.module === module ? beginning.exec(text.slice(body.fact.start, body.fact.end)) : null;
	const line = lineOf(text, call);
	if (found === null || line === undefined) return undefined;
	const [whole, bare, inParentheses] = found;
	const name = bare ?? inParentheses;
	const statement = `\n${line.indent}\t${name ?? 't'}.mock.timers.enable({ apis: ['Date'], now: ${morningOf(on)} });`;
	const into = insert(body.fact.start + whole.length, statement);
	if (name !== undefined) return into;
	if (module.facts.bindings.some(binding => binding.name === 't')) return undefined;
	return together(insert(body.fact.start + whole.indexOf('(') + 1, 't'), into);
}
