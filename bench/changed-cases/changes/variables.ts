import type { TSESTree } from '@typescript-eslint/utils';
import type { Span } from '../../../src/syntax/facts.ts';
import { type CaseFile, isFunctionExpression } from '../case-file.ts';
import { isGiven, usesOf, writeFor } from '../names.ts';
import type { Change } from './change.ts';

/** A constant is a variable that is declared first and given its value then. */
export const declaredFirst: Change = (file, { text }) => {
	for (const { statement, name, value } of constantsIn(file)) {
		text.overwrite(statement.range[0], statement.range[0] + 'const'.length, 'let');
		text.overwrite(name.range[1], value.start, `; ${name.name} = `);
	}
};

/** A constant is a property that an object is given after it was made. */
export const objectField: Change = (file, { text }) => {
	for (const { statement, name, uses } of constantsIn(file)) {
		const holder = `${name.name}Context`;
		text.overwrite(statement.range[0], name.range[1], `const ${holder} = {}; ${holder}.${name.name}`);
		for (const use of uses) writeFor(use, `${holder}.${name.name}`, text);
	}
};

/** A constant is a property that an object is made with. */
export const objectProperty: Change = (file, { text }) => {
	for (const { statement, name, value, uses } of constantsIn(file)) {
		const holder = `${name.name}Context`;
		text.overwrite(statement.range[0], value.start, `const ${holder} = { ${name.name}: `).appendRight(value.end, ' }');
		for (const use of uses) writeFor(use, `${holder}.${name.name}`, text);
	}
};

/** A constant is taken out of an object that is made for it. */
export const destructured: Change = (file, { text }) => {
	for (const { name, value } of constantsIn(file)) {
		text.overwrite(name.range[0], value.start, `{ ${name.name} } = { ${name.name}: `).appendRight(value.end, ' }');
	}
};

interface Constant {
	readonly statement: TSESTree.VariableDeclaration;
	readonly name: TSESTree.Identifier;
	/** Where its value is written, with the parentheses around it. */
	readonly value: Span;
	readonly uses: readonly TSESTree.Identifier[];
}

/** Constants of blocks and of the file, one to a statement, without a type, that are used as values alone. Functions and what is required are no values. */
function constantsIn(file: CaseFile): Constant[] {
	return file.nodes.flatMap(statement => {
		if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') return [];
		const [declarator, second] = statement.declarations;
		if (declarator === undefined || second !== undefined) return [];
		const { id, init, range } = declarator;
		if (
			id.type !== 'Identifier' ||
			init === null ||
			id.typeAnnotation !== undefined ||
			(statement.parent.type !== 'BlockStatement' && statement.parent.type !== 'Program')
		)
			return [];
		if (
			isFunctionExpression(init) ||
			(init.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require')
		)
			return [];
		const uses = usesOf(id, file);
		return uses === undefined || uses.some(isGiven)
			? []
			: [{ statement, name: id, value: { start: beginOfValue(id, file), end: range[1] }, uses }];
	});
}

/** Behind the sign and the space that follow the name. */
function beginOfValue(name: TSESTree.Identifier, { text }: CaseFile): number {
	const sign = text.indexOf('=', name.range[1]) + 1;
	return sign + (/^\s*/u.exec(text.slice(sign))?.[0].length ?? 0);
}
