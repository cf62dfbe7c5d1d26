import type { TSESTree } from '@typescript-eslint/utils';
import { type CaseFile, dependsOnCall, type FunctionExpression, isWithin, writtenAs } from '../case-file.ts';
import type { Change, Draft } from './change.ts';

/** The body of each test stands in a `try` whose `finally` does nothing. */
export const tryFinally: Change = (file, draft) => {
	inBodies(file, draft, 'try { ', ' } finally {}');
};

/** What is thrown in a test is caught and thrown again. */
export const rethrow: Change = (file, draft) => {
	inBodies(file, draft, 'try { ', ' } catch (caught) { throw caught; }');
};

/** Each test leaves at once on a machine that there is not. */
export const earlyReturn: Change = (file, draft) => {
	inBodies(file, draft, `if (process.platform === 'none') return; `, '');
};

/** Arrow functions handed to the runner are written as function expressions. */
export const functionExpression: Change = (file, { text }) => {
	for (const body of file.bodies) {
		if (body.type !== 'ArrowFunctionExpression' || body.body.type !== 'BlockStatement' || dependsOnCall(body, file)) continue;
		const arrow = file.text.lastIndexOf('=>', body.body.range[0]);
		const [parameter] = body.params;
		const isBare = parameter !== undefined && !/^(?:async\s*)?\(/u.test(writtenAs(body, file));
		text.remove(arrow, arrow + 2);
		if (isBare) text.appendLeft(parameter.range[0], 'function (').appendLeft(parameter.range[1], ')');
		else text.appendLeft(body.range[0] + (/^async\s*/u.exec(writtenAs(body, file))?.[0].length ?? 0), 'function ');
	}
};

/** The body of each test is a function with a name, declared before the test. */
export const namedBody: Change = (file, { text }) => {
	for (const [index, { call, body }] of file.tests.entries()) {
		const statement = call.parent;
		if (statement.type !== 'ExpressionStatement' || (statement.parent.type !== 'Program' && statement.parent.type !== 'BlockStatement'))
			continue;
		text.appendLeft(statement.range[0], `const body${index} = `).move(body.range[0], body.range[1], statement.range[0]);
		text.appendLeft(body.range[1], '; ').appendRight(body.range[1], `body${index}`);
	}
};

/** Puts something around all that each test does; bodies with tests in them are left. */
function inBodies(file: CaseFile, { text }: Draft, open: string, close: string): void {
	for (const { body } of file.tests) {
		const [first, last] = endsOf(body);
		if (first === undefined || last === undefined || file.bodies.some(other => other !== body && isWithin(other, body))) continue;
		text.appendLeft(first.range[0], open).appendRight(last.range[1], close);
	}
}

/** The first statement of a function behind its directives, and the last. */
function endsOf({ body }: FunctionExpression): readonly (TSESTree.Statement | undefined)[] {
	if (body.type !== 'BlockStatement') return [];
	const statements = body.body.filter(statement => statement.type !== 'ExpressionStatement' || typeof statement.directive !== 'string');
	return [statements[0], statements.at(-1)];
}
