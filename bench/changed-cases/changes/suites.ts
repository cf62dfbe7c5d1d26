import type { FrameworkName } from '../../../src/framework/model.ts';
import type { Node } from '../../../src/syntax/node.ts';
import { awaits, type CaseFile, isWithin } from '../case-file.ts';
import { isDeclared } from '../names.ts';
import type { Change, Draft } from './change.ts';

/** All that the file does is done by a function, which is called. */
export const suiteFunction: Change = (file, draft) => {
	wrap(file, draft, 'function wholeSuite() { ', ' } wholeSuite();');
};

/** The tests stand in a suite around the whole file. */
export const outerSuite: Change = (file, draft) => {
	const word = suiteWord(file);
	if (word === undefined) return;
	if (wrap(file, draft, `${word.name}('outer', () => { `, ' });') && word.imported !== undefined)
		draft.text.appendLeft(word.imported.range[0], `${word.name}, `);
};

/** The tests stand in a loop, so that each is there twice. */
export const loop: Change = (file, draft) => {
	wrap(
		file,
		draft,
		'for (const turn of [1, 2]) { ',
		' }',
		node => file.tests.some(({ call }) => isWithin(call, node)) && node.type === 'ExpressionStatement',
	);
};

/** Puts what is to be moved between two texts; imports that stand in between go before them. */
function wrap(file: CaseFile, { text }: Draft, open: string, close: string, isMoved: (node: Node) => boolean = runs): boolean {
	const { program } = file;
	const moved = program.body.filter(node => isMoved(node) && runs(node));
	const first = moved[0];
	const last = moved.at(-1);
	if (
		first === undefined ||
		last === undefined ||
		awaits(program, file) ||
		!file.tests.some(({ call }) => moved.some(node => isWithin(call, node)))
	)
		return false;
	const between = program.body.filter(node => !moved.includes(node) && node.range[0] > first.range[0] && node.range[1] < last.range[1]);
	if (between.some(({ type }) => type.startsWith('Export'))) return false;
	for (const node of between) text.appendRight(node.range[1], '\n').move(node.range[0], node.range[1], first.range[0]);
	text.prependRight(first.range[0], open).appendLeft(last.range[1], close);
	return true;
}

/** Neither an import nor an export nor a type: those stand at the top of a module alone. */
function runs(node: Node): boolean {
	if (node.type === 'VariableDeclaration')
		return node.declarations.every(
			({ init }) => init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'require',
		);
	return !/^(?:Import|Export|TS)/u.test(node.type) && !(node.type === 'ExpressionStatement' && node.directive !== undefined);
}

interface Word {
	readonly name: string;
	/** What it is imported beside, where it is not there yet. */
	readonly imported: Node | undefined;
}

/** The runner's word for a suite; undefined where it cannot be told. */
function suiteWord(file: CaseFile): Word | undefined {
	const runners = new Set(file.tests.map(({ runner }) => runner));
	const [runner] = runners;
	if (runner === undefined || runners.size > 1 || !hasSuites.includes(runner)) return undefined;
	for (const node of file.program.body) {
		if (node.type !== 'ImportDeclaration') continue;
		const beside = node.specifiers.find(
			({ type, local }) => type === 'ImportSpecifier' && (local.name === 'test' || local.name === 'it'),
		);
		if (beside === undefined) continue;
		if (runner === 'playwright') return beside.local.name === 'test' ? { name: 'test.describe', imported: undefined } : undefined;
		return { name: 'describe', imported: isDeclared('describe', file) ? undefined : beside };
	}
	return ['it', 'test', 'describe'].some(name => isDeclared(name, file)) ? undefined : { name: 'describe', imported: undefined };
}

/** Runners whose suites are called `describe` and take a title and a function. */
const hasSuites: readonly FrameworkName[] = ['vitest', 'jest', 'mocha', 'bun', 'node:test', 'playwright', 'cypress', 'jasmine'];
