import type { TSESTree } from '@typescript-eslint/utils';
import { awaits, type CaseFile, dependsOnCall } from '../case-file.ts';
import type { Change } from './change.ts';

/** A promise is kept in a constant, which is awaited then. */
export const promiseConstant: Change = (file, { text }) => {
	for (const [index, { statement, promise }] of awaitStatements(file).entries()) {
		if (promise.type === 'Identifier') continue;
		text.overwrite(statement.range[0], promise.range[0], `const promise${index} = `).appendRight(
			promise.range[1],
			`; await promise${index}`,
		);
	}
};

/** A promise whose result is kept is kept in a constant before. */
export const resultConstant: Change = (file, { text }) => {
	for (const [index, node] of file.nodes.filter(({ type }) => type === 'VariableDeclaration').entries()) {
		if (node.type !== 'VariableDeclaration' || node.declarations.length > 1 || node.parent.type !== 'BlockStatement') continue;
		const [{ init }] = node.declarations;
		if (init?.type !== 'AwaitExpression' || init.argument.type === 'Identifier' || awaits(init.argument, file)) continue;
		const { range } = init.argument;
		text.appendLeft(node.range[0], `const promise${index} = `).move(range[0], range[1], node.range[0]);
		text.appendLeft(range[1], '; ').appendRight(range[1], `promise${index}`);
	}
};

/** What is awaited is the only promise of a list that is awaited as a whole. */
export const promiseList: Change = (file, { text }) => {
	for (const { promise } of awaitStatements(file)) text.appendLeft(promise.range[0], 'Promise.all([').appendRight(promise.range[1], '])');
};

/** What is awaited is done by a function of its own, which is called on the spot. */
export const stepFunction: Change = (file, { text }) => {
	for (const [index, { statement }] of awaitStatements(file).entries()) {
		if (dependsOnCall(statement, file)) continue;
		text.appendLeft(statement.range[0], `const step${index} = async () => { `).appendRight(
			statement.range[1],
			` }; await step${index}();`,
		);
	}
};

/** Statements of blocks that only wait. */
function awaitStatements(file: CaseFile): { readonly statement: TSESTree.ExpressionStatement; readonly promise: TSESTree.Expression }[] {
	return file.nodes.flatMap(statement => {
		if (
			statement.type !== 'ExpressionStatement' ||
			statement.parent.type !== 'BlockStatement' ||
			statement.expression.type !== 'AwaitExpression'
		)
			return [];
		return awaits(statement.expression.argument, file) ? [] : [{ statement, promise: statement.expression.argument }];
	});
}
