import { readBindings } from './bindings.ts';
import type { Comment, ModuleFacts } from './facts.ts';
import { lowerAssignment } from './lower-assignment.ts';
import { lowerClass } from './lower-class.ts';
import { lowerExpression } from './lower-expression.ts';
import { lowerFunction } from './lower-function.ts';
import { lowerModuleItem } from './lower-module-item.ts';
import { lowerPattern } from './lower-pattern.ts';
import { lowerStatements } from './lower-statement.ts';
import { lowerType } from './lower-type.ts';
import { type FunctionDraft, type Lowering, finish, spanOf } from './lowering.ts';
import { mergeInterfaces } from './merge-interfaces.ts';
import type { Program, Scopes } from './node.ts';

export interface Source {
	readonly text: string;
	readonly program: Program;
	readonly scopes: Scopes;
	readonly comments: readonly Comment[];
}

/** Reduces a parsed module to its facts. Syntax that it does not know becomes an unknown value. */
export function lowerModule({ text, program, scopes, comments }: Source): ModuleFacts {
	const body = moduleBody(program);
	const lowering: Lowering = {
		bindings: readBindings({ text, program, scopes }),
		functions: [body],
		classes: [],
		interfaces: new Set(),
		exports: [],
		starExports: [],
		sources: new Set(),
		begun: new Map(),
		expression: (node, place, usage) => lowerExpression(lowering, node, place, usage),
		statements: (nodes, place) => lowerStatements(lowering, nodes, place),
		function: (node, place, as) => lowerFunction(lowering, node, place, as),
		class: (node, place) => lowerClass(lowering, node, place),
		pattern: (node, source, path, place) => lowerPattern(lowering, node, source, path, place),
		assign: (node, place) => lowerAssignment(lowering, node, place),
		type: (node, place) => lowerType(lowering, node, place),
		moduleItem: (node, place) => lowerModuleItem(lowering, node, place),
	};
	lowering.statements(program.body, { function: body, id: 0, region: undefined, class: undefined, outer: undefined });
	mergeInterfaces(lowering);
	lowering.bindings.settleParts();
	return finish(lowering, lineStarts(text), comments);
}

/** What runs while the module is read. */
function moduleBody(program: Program): FunctionDraft {
	return {
		name: undefined,
		form: 'module',
		async: true,
		generator: false,
		parent: undefined,
		class: undefined,
		parameters: [],
		self: undefined,
		declared: undefined,
		calls: [],
		writes: [],
		returns: [],
		awaits: [],
		throws: [],
		reads: [],
		regions: [],
		passedTo: undefined,
		...spanOf(program),
	};
}

function lineStarts(text: string): number[] {
	const starts = [0];
	for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
	return starts;
}

/** The 1-based line of an offset. */
export function lineAt(facts: Pick<ModuleFacts, 'lines'>, offset: number): number {
	let low = 0;
	let high = facts.lines.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((facts.lines[middle] ?? Infinity) <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
