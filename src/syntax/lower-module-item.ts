import type { TSESTree } from '@typescript-eslint/utils';

import { declareNames, namesIn } from './declare-names.ts';
import type { Value } from './facts.ts';
import { valueOfDeclaration } from './lower-statement.ts';
import { type Lowering, type Place, spanOf } from './lowering.ts';
import type { Node } from './node.ts';

/** Imports define names; exports are listed by name, and what they declare is read like any statement. */
export function lowerModuleItem(lowering: Lowering, node: Node, place: Place): void {
	switch (node.type) {
		case 'ImportDeclaration':
			lowerImport(lowering, node);
			return;
		case 'TSImportEqualsDeclaration':
			lowerImportEquals(lowering, node);
			return;
		case 'ExportNamedDeclaration':
			lowerNamed(lowering, node, place);
			return;
		case 'ExportDefaultDeclaration':
			lowering.exports.push({ kind: 'value', name: 'default', value: lowerDefault(lowering, node.declaration, place) });
			return;
		case 'TSExportAssignment':
			lowering.exports.push({ kind: 'value', name: 'export=', value: lowering.expression(node.expression, place, 'kept') });
			return;
		case 'ExportAllDeclaration':
			lowering.sources.add(node.source.value);
			if (node.exported === null) lowering.starExports.push(node.source.value);
			else lowering.exports.push({ kind: 'from', name: exportName(node.exported), source: node.source.value, imported: '*' });
			return;
		default:
	}
}

function lowerImport(lowering: Lowering, node: TSESTree.ImportDeclaration): void {
	lowering.sources.add(node.source.value);
	for (const specifier of node.specifiers) {
		const imported =
			specifier.type === 'ImportSpecifier'
				? exportName(specifier.imported)
				: specifier.type === 'ImportDefaultSpecifier'
					? 'default'
					: '*';
		defineImport(lowering, specifier.local, node.source.value, imported);
	}
}

function lowerImportEquals(lowering: Lowering, node: TSESTree.TSImportEqualsDeclaration): void {
	const { moduleReference } = node;
	if (moduleReference.type !== 'TSExternalModuleReference') return;
	const { expression } = moduleReference;
	if (expression.type !== 'Literal' || typeof expression.value !== 'string') return;
	lowering.sources.add(expression.value);
	defineImport(lowering, node.id, expression.value, '*');
}

function defineImport(lowering: Lowering, local: TSESTree.Identifier, source: string, imported: string): void {
	const index = lowering.bindings.find(local);
	const draft = index === undefined ? undefined : lowering.bindings.drafts[index];
	draft?.definitions.push({ kind: 'import', source, imported });
	if (draft !== undefined) draft.kind = 'import';
}

function lowerNamed(lowering: Lowering, node: TSESTree.ExportNamedDeclaration, place: Place): void {
	const { declaration, source } = node;
	if (source !== null) {
		lowering.sources.add(source.value);
		for (const { local, exported } of node.specifiers) {
			lowering.exports.push({ kind: 'from', name: exportName(exported), source: source.value, imported: exportName(local) });
		}
		return;
	}
	for (const { local, exported } of node.specifiers) {
		if (local.type !== 'Identifier') continue;
		lowering.exports.push({ kind: 'value', name: exportName(exported), value: lowering.expression(local, place, 'kept') });
	}
	if (declaration === null) return;
	lowering.statements([declaration], place);
	for (const identifier of declaredNames(declaration)) {
		const binding = lowering.bindings.find(identifier);
		if (binding !== undefined)
			lowering.exports.push({ kind: 'value', name: identifier.name, value: { kind: 'reference', binding, ...spanOf(identifier) } });
	}
}

function* declaredNames(node: Node): Iterable<TSESTree.Identifier> {
	if (node.type === 'VariableDeclaration') {
		for (const { id } of node.declarations) yield* namesIn(id);
	} else if ('id' in node && node.id?.type === 'Identifier') {
		yield node.id;
	}
}

function lowerDefault(lowering: Lowering, node: TSESTree.DefaultExportDeclarations, place: Place): Value {
	switch (node.type) {
		case 'FunctionDeclaration':
		case 'ClassDeclaration':
		case 'TSEnumDeclaration':
		case 'TSInterfaceDeclaration': {
			const binding = node.id === null ? undefined : lowering.bindings.find(node.id);
			if (binding === undefined) return valueOfDeclaration(lowering, node, place);
			lowering.statements([node], place);
			return { kind: 'reference', binding, ...spanOf(node) };
		}
		case 'VariableDeclaration':
			declareNames(lowering, node, place);
			return { kind: 'unknown', parts: [], ...spanOf(node) };
		default:
			return lowering.expression(node, place, 'kept');
	}
}

function exportName(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
	return node.type === 'Identifier' ? node.name : node.value;
}
