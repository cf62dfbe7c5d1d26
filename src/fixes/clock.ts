import type { Influence } from '../effects/model.ts';
import type { Clock, Hook, TestCase } from '../framework/model.ts';
import { sinonName } from '../knowledge/frameworks/sinon.ts';
import type { Definition, Value } from '../syntax/facts.ts';
import { type Edit, insert, together } from './edit.ts';
import { type Editable, importedNames } from './import.ts';
import { lineOf } from './placing.ts';

/** Any time will do; by the local clock, so that its parts are the same in every time zone. */
const morning = `new Date(2024, 0, 15, 10)`;

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
	readonly names: readonly string[];
	readonly freeze: string;
	readonly release: string;
}

/** Statements that stop the date and let it go again, in each framework's words. */
const words: Partial<Record<TestCase['framework'], Words>> = {
	vitest: {
		source: 'vitest',
		names: ['afterEach', 'beforeEach', 'vi'],
		freeze: `vi.useFakeTimers({ now: ${morning}, toFake: ['Date'] });`,
		release: 'vi.useRealTimers();',
	},
	jest: {
		source: '@jest/globals',
		names: ['afterEach', 'beforeEach', 'jest'],
		freeze: `jest.useFakeTimers({ now: ${morning}, doNotFake: [${besideDate.map(name => `'${name}'`).join(', ')}] });`,
		release: 'jest.useRealTimers();',
	},
	jasmine: {
		source: 'jasmine',
		names: ['afterEach', 'beforeEach', 'jasmine'],
		freeze: `jasmine.clock().install().mockDate(${morning});`,
		release: 'jasmine.clock().uninstall();',
	},
	bun: {
		source: 'bun:test',
		names: ['afterEach', 'beforeEach', 'setSystemTime'],
		freeze: `setSystemTime(${morning});`,
		release: 'setSystemTime();',
	},
};

/** Freezes the date around a test, and releases it, where nothing else does and no other test runs beside it. */
export function freezeClock(file: Editable, scope: TestCase | Hook, { row }: Influence, clock: Clock): Edit | undefined {
	if (!('framework' in scope) || scope.concurrency !== 'none' || row?.effect !== 'clock' || row.clock !== 'wall' || row.faked !== true)
		return undefined;
	if (clock.stopped || clock.timers || clock.dateNow) return undefined;
	return scope.framework === 'node:test' ? inContext(file, scope) : inHooks(file, scope);
}

function inHooks(file: Editable, { call, framework }: TestCase): Edit | undefined {
	const said = words[framework] ?? withSinon(file, framework, call);
	const line = lineOf(file.text, call);
	if (said === undefined || line === undefined) return undefined;
	const imported = importedNames(file, said.source, said.names);
	if (imported === undefined) return undefined;
	const hook = (name: string, statement: string): string =>
		`${line.indent}${name}(() => {\n${line.indent}\t${statement}\n${line.indent}});\n`;
	const hooks = insert(line.start, `${hook('beforeEach', said.freeze)}${hook('afterEach', said.release)}\n`);
	return imported === 'global' ? hooks : together(hooks, imported);
}

/** Mocha has no clock of its own: sinon's, where the file has sinon, and the words of tests that have such hooks. */
function withSinon({ module }: Editable, framework: TestCase['framework'], { callee }: TestCase['call']): Words | undefined {
	if (framework !== 'mocha' || !hasEach(callee, module)) return undefined;
	const sinon = module.facts.bindings.find(({ definitions }) => definitions.some(isSinon))?.name;
	const freeze = `${sinon}.useFakeTimers({ now: ${morning}, toFake: ['Date'] });`;
	return sinon === undefined
		? undefined
		: { source: 'mocha', names: ['afterEach', 'beforeEach'], freeze, release: `${sinon}.clock.restore();` };
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
function inContext({ module, text }: Editable, { body, call }: TestCase): Edit | undefined {
	const found = body.module === module ? beginning.exec(text.slice(body.fact.start, body.fact.end)) : null;
	const line = lineOf(text, call);
	if (found === null || line === undefined) return undefined;
	const [whole, bare, inParentheses] = found;
	const name = bare ?? inParentheses;
	const statement = `\n${line.indent}\t${name ?? 't'}.mock.timers.enable({ apis: ['Date'], now: ${morning} });`;
	const into = insert(body.fact.start + whole.length, statement);
	if (name !== undefined) return into;
	if (module.facts.bindings.some(binding => binding.name === 't')) return undefined;
	return together(insert(body.fact.start + whole.indexOf('(') + 1, 't'), into);
}
