import type { TSESTree } from '@typescript-eslint/utils';
import type { Rule } from 'eslint';
import type { FrameworkName } from '../../src/framework/model.ts';
import type { Site } from '../../src/project/model.ts';
import type { FunctionFacts } from '../../src/syntax/facts.ts';
import { isProgram, isScopes, type Node, type Program, type Scope } from '../../src/syntax/node.ts';
import { openTestFile } from '../../src/open-test-file.ts';
import type { TestFile } from '../../src/test-file.ts';
import { lintCase, type RuleCase } from '../../test/support/rule-case.ts';

export type FunctionExpression = TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** A test that is written in the file itself, and its body as an argument of the runner. */
export interface WrittenTest {
	readonly call: TSESTree.CallExpression;
	readonly body: FunctionExpression;
	/** The runner, as the plugin names it. */
	readonly runner: FrameworkName;
}

/** The first file of a case, read: its tree, with parents, its names and its tests. */
export interface CaseFile {
	readonly path: string;
	readonly text: string;
	readonly program: Program;
	/** In source order, what is outside first. */
	readonly nodes: readonly Node[];
	readonly scopes: readonly Scope[];
	/** What the plugin sees as tests, the bodies that are written where the runner takes them. */
	readonly tests: readonly WrittenTest[];
	/** Bodies of tests, hooks and suites, written so. */
	readonly bodies: readonly FunctionExpression[];
}

/** Undefined where the code does not parse. */
export function readCase(ruleCase: RuleCase): CaseFile | undefined {
	let read: CaseFile | undefined;
	const look: Rule.RuleModule = {
		create(context) {
			const { ast, scopeManager, text } = context.sourceCode;
			const path = Object.keys(ruleCase.files)[0] ?? '';
			if (isProgram(ast) && isScopes(scopeManager))
				read = caseFile({ path, text, program: ast, scopes: scopeManager.scopes }, openTestFile(context));
			return {};
		},
	};
	lintCase({ ...ruleCase, rule: 'look', options: undefined }, { rules: { look } });
	return read;
}

function caseFile(parsed: Pick<CaseFile, 'path' | 'text' | 'program' | 'scopes'>, model: TestFile | undefined): CaseFile {
	const nodes = [...nodesIn(parsed.program)];
	const functions = nodes.filter(isFunctionExpression).filter(({ parent }) => parent.type === 'CallExpression');
	const written = (span: FunctionFacts): FunctionExpression[] =>
		functions.filter(({ range }) => range[0] === span.start && range[1] === span.end);
	if (model === undefined) return { ...parsed, nodes, tests: [], bodies: [] };
	const own = ({ module, fact }: Site<FunctionFacts>): FunctionExpression[] => (module === model.module ? written(fact) : []);
	const tests = model.tests.flatMap(test =>
		own(test.body).flatMap(body =>
			body.parent.type === 'CallExpression' ? [{ call: body.parent, body, runner: test.framework }] : [],
		),
	);
	const suites = [model.framework.root];
	for (const suite of suites) suites.push(...suite.suites);
	const others = [...model.framework.hooks, ...suites].flatMap(({ body }) => own(body));
	return {
		...parsed,
		nodes,
		tests: [...new Map(tests.map(test => [test.body, test])).values()],
		bodies: [...new Set([...tests.map(({ body }) => body), ...others])],
	};
}

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'range' in value;

function* nodesIn(node: Node): Generator<Node> {
	yield node;
	for (const [key, value] of Object.entries<unknown>({ ...node })) {
		if (key === 'parent' || key === 'tokens' || key === 'comments') continue;
		const inside: readonly unknown[] = Array.isArray(value) ? value : [value];
		for (const each of inside) if (isNode(each)) yield* nodesIn(each);
	}
}

export const isFunctionExpression = (node: Node): node is FunctionExpression =>
	node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression';

export const isFunction = (node: Node): boolean => isFunctionExpression(node) || node.type === 'FunctionDeclaration';

/** The nearest node around another that is as wanted. */
export function around<Wanted extends Node>(node: Node, is: (each: Node) => each is Wanted): Wanted | undefined;
export function around(node: Node, is: (each: Node) => boolean): Node | undefined;
export function around(node: Node, is: (each: Node) => boolean): Node | undefined {
	// ESLint gives the program a parent that is null.
	let each: Node | null | undefined = node.parent;
	while (each && !is(each)) each = each.parent;
	return each ?? undefined;
}

export const isWithin = (node: Node, outer: Node): boolean => outer.range[0] <= node.range[0] && node.range[1] <= outer.range[1];

export const writtenAs = (node: Node, { text }: Pick<CaseFile, 'text'>): string => text.slice(...node.range);

/** Whether what a function says depends on how it is called: such a one is not written in another form. */
export const dependsOnCall = (node: Node, file: CaseFile): boolean =>
	file.nodes.some(
		each =>
			isWithin(each, node) &&
			(each.type === 'ThisExpression' ||
				each.type === 'Super' ||
				each.type === 'MetaProperty' ||
				(each.type === 'Identifier' && each.name === 'arguments')),
	);

/** What stands in a node and runs with it, not in functions within. */
const ownNodes = (node: Node, file: CaseFile): Node[] =>
	file.nodes.filter(
		each =>
			isWithin(each, node) &&
			(each === node || (around(each, isFunction)?.range[0] ?? -1) < node.range[0] || around(each, isFunction) === node),
	);

export const awaits = (node: Node, file: CaseFile): boolean =>
	ownNodes(node, file).some(each => each.type === 'AwaitExpression' || (each.type === 'ForOfStatement' && each.await));

export type Statement = TSESTree.ExpressionStatement | TSESTree.VariableDeclaration;

/** The statement of a block in which something is worked out, so that something can be put before it. */
export function statementOf(node: Node): Statement | undefined {
	const found = around(node, (each): each is Statement => each.type === 'ExpressionStatement' || each.type === 'VariableDeclaration');
	if (found === undefined || around(found, isFunction) !== around(node, isFunction)) return undefined;
	return found.parent.type === 'BlockStatement' || found.parent.type === 'Program' ? found : undefined;
}
