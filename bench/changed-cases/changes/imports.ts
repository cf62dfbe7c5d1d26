import { posix } from 'node:path';
import type { TSESTree } from '@typescript-eslint/utils';
import type { CaseFile } from '../case-file.ts';
import { usesOf, writeFor } from '../names.ts';
import type { Change, Draft } from './change.ts';

/** Imports are written as calls of `require`, each name taken out of what it gives. */
export const required: Change = (file, { text }) => {
	for (const node of importsIn(file)) {
		const named = node.specifiers
			.filter(each => each.type === 'ImportSpecifier')
			.map(each => (nameOf(each) === each.local.name ? each.local.name : `${nameOf(each)}: ${each.local.name}`));
		const whole = node.specifiers.filter(each => each.type !== 'ImportSpecifier');
		// The default export of a module of the project is a property of what `require` gives.
		if (whole.some(({ type }) => type === 'ImportDefaultSpecifier') && isOfProject(node)) continue;
		const names = [...whole.map(({ local }) => local.name), ...(named.length > 0 ? [`{ ${named.join(', ')} }`] : [])];
		text.overwrite(node.range[0], node.range[1], names.map(name => `const ${name} = require(${node.source.raw});`).join(' '));
	}
};

/** What is imported by name is read from a namespace. */
export const namespace: Change = (file, draft) => {
	for (const [index, node] of importsIn(file).entries()) asNamespace(node, `all${index}`, file, draft);
};

function asNamespace(node: TSESTree.ImportDeclaration, name: string, file: CaseFile, { text }: Draft): void {
	const named = node.specifiers.filter(each => each.type === 'ImportSpecifier');
	const uses = named.map(each => usesOf(each.local, file));
	if (named.length < node.specifiers.length || uses.includes(undefined)) return;
	for (const [index, each] of named.entries()) for (const use of uses[index] ?? []) writeFor(use, `${name}.${nameOf(each)}`, text);
	text.overwrite(node.range[0], node.range[1], `import * as ${name} from ${node.source.raw};`);
}

/** What is imported has another name in the file. A runner's own words are left. */
export const alias: Change = (file, { text }) => {
	for (const { local, imported } of importsIn(file).flatMap(({ specifiers }) =>
		specifiers.map(each => ({ local: each.local, imported: each.type === 'ImportSpecifier' ? each.imported : undefined })),
	)) {
		const uses = usesOf(local, file);
		if (uses === undefined || file.tests.some(({ call }) => uses.some(use => use.range[0] === call.range[0]))) continue;
		if (imported?.range[0] === local.range[0]) text.appendLeft(local.range[1], ` as ${local.name}Own`);
		else text.overwrite(local.range[0], local.range[1], `${local.name}Own`);
		for (const use of uses) writeFor(use, `${local.name}Own`, text);
	}
};

/** What is imported from a package comes by way of a module of the project, which hands it on. */
export const reExport: Change = (file, { text, added }) => {
	for (const [index, node] of importsIn(file).entries()) {
		if (isOfProject(node) || node.specifiers.some(({ type }) => type === 'ImportNamespaceSpecifier')) continue;
		const handsDefault = node.specifiers.some(({ type }) => type === 'ImportDefaultSpecifier');
		added.set(
			posix.join(posix.dirname(file.path), `handed-on-${index}.ts`),
			`export * from ${node.source.raw};\n${handsDefault ? `export { default } from ${node.source.raw};\n` : ''}`,
		);
		text.overwrite(node.source.range[0], node.source.range[1], `'./handed-on-${index}'`);
	}
};

/** Imports of values alone. */
const importsIn = ({ program }: CaseFile): TSESTree.ImportDeclaration[] =>
	program.body
		.filter(node => node.type === 'ImportDeclaration')
		.filter(
			({ importKind, specifiers }) =>
				importKind !== 'type' &&
				specifiers.length > 0 &&
				specifiers.every(each => each.type !== 'ImportSpecifier' || each.importKind !== 'type'),
		);

/** Whether a path of the project is imported, or one of the usual names for its folders. */
const isOfProject = ({ source }: TSESTree.ImportDeclaration): boolean => /^(?:[.#~/]|@\/)/u.test(source.value);

const nameOf = ({ imported }: TSESTree.ImportSpecifier): string => (imported.type === 'Identifier' ? imported.name : imported.raw);
