import type { TSESTree } from '@typescript-eslint/utils';

import type { Span, Value, Write } from './facts.ts';
import { markWritten } from './lower-pattern.ts';
import { type Lowering, type Place, enter, spanOf, writeMember } from './lowering.ts';
import { isExports, isModuleExports } from './module-exports.ts';

/** Reads `a = b`, `a.b += c`, `a++`: a write, and a definition of what the target's root holds. */
export function lowerAssignment(lowering: Lowering, node: TSESTree.AssignmentExpression | TSESTree.UpdateExpression, place: Place): Value {
	if (node.type === 'UpdateExpression') {
		const target = lowering.expression(node.argument, place, 'operand');
		const one: Value = { kind: 'literal', value: 1, ...spanOf(node) };
		const value: Value = { kind: 'operation', operator: node.operator === '++' ? '+' : '-', operands: [target, one], ...spanOf(node) };
		noteWrite(lowering, target, value, node.operator, spanOf(node), place);
		return value;
	}

	if (isLogical(node.operator)) {
		const target = lowering.expression(node.left, place, 'operand');
		const under = enter(place, node.right, { kind: 'then', test: target, loop: undefined });
		return assigned(lowering, node, target, lowering.expression(node.right, under, 'kept'), place);
	}
	const right = lowering.expression(node.right, place, 'kept');
	if (node.left.type === 'ArrayPattern' || node.left.type === 'ObjectPattern') {
		lowering.pattern(node.left, { kind: 'value', value: right }, [], place);
		return right;
	}
	return assigned(lowering, node, lowering.expression(node.left, place, 'operand'), right, place);
}

function assigned(lowering: Lowering, node: TSESTree.AssignmentExpression, target: Value, right: Value, place: Place): Value {
	const value = combined(node.operator, target, right, spanOf(node));
	noteWrite(lowering, target, value, node.operator, spanOf(node), place);
	noteExport(lowering, target, right);
	return value;
}

/** `a ??= b`: what stands on the right is asked under a condition, as in `a ?? b`. */
function isLogical(operator: string): boolean {
	return operator === '??=' || operator === '||=' || operator === '&&=';
}

function combined(operator: string, target: Value, right: Value, span: Span): Value {
	if (operator === '=') return right;
	if (isLogical(operator))
		return {
			kind: 'choice',
			operator: operator === '??=' ? '??' : operator === '||=' ? '||' : '&&',
			test: target,
			options: [target, right],
			...span,
		};
	return { kind: 'operation', operator: operator.slice(0, -1), operands: [target, right], ...span };
}

function noteWrite(lowering: Lowering, target: Value, value: Value, operator: string, span: Span, place: Place): void {
	if (target.kind !== 'reference' && target.kind !== 'member' && target.kind !== 'global') return;
	const write: Write = { target, value, operator, function: place.id, region: place.region, ...span };
	place.function.writes.push(write);
	if (target.kind === 'reference') {
		const draft = lowering.bindings.drafts[target.binding];
		markWritten(lowering, target.binding);
		draft?.definitions.push({ kind: 'value', value, path: [], start: span.start, function: place.id, region: place.region });
	} else if (target.kind === 'member') {
		writeMember(lowering, write, place);
	}
}

/** CommonJS: `module.exports = x`, `module.exports.a = x`, `exports.a = x` (https://nodejs.org/api/modules.html#moduleexports). */
function noteExport(lowering: Lowering, target: Value, value: Value): void {
	if (target.kind !== 'member' || typeof target.property !== 'string') return;
	if (isModuleExports(target)) lowering.exports.push({ kind: 'value', name: 'export=', value });
	else if (isExports(target.object) || isNamedExports(lowering, target.object))
		lowering.exports.push({ kind: 'value', name: target.property, value });
}

/** `const self = module.exports`. */
function isNamedExports({ bindings }: Lowering, value: Value): boolean {
	const definitions = value.kind === 'reference' ? (bindings.drafts[value.binding]?.definitions ?? []) : [];
	return definitions.some(each => each.kind === 'value' && each.path.length === 0 && isExports(each.value));
}
