import type { Site } from '../project/model.ts';
import type { LiteralValue, Value } from '../syntax/facts.ts';
import type { Path, Root } from './model.ts';
import { at } from './walker.ts';

export type Ask = (site: Site<Value>, path?: Path) => readonly Root[];

/** The one constant that a value is, wherever it is written down; undefined where it is none, or may be several. */
export function staticValue(ask: Ask, site: Site<Value>, path: Path = []): LiteralValue['value'] {
	const [root, ...others] = ask(site, path);
	if (root?.kind !== 'made' || others.length > 0 || root.path.length > 0) return undefined;
	return constant(ask, root.site);
}

function constant(ask: Ask, site: Site<Value>): LiteralValue['value'] {
	const { fact: value } = site;
	switch (value.kind) {
		case 'literal':
			return value.value;
		case 'template': {
			const parts = value.parts.map(part => staticValue(ask, at(part, site)));
			return parts.includes(undefined) ? undefined : value.quasis.map((quasi, index) => quasi + String(parts[index] ?? '')).join('');
		}
		case 'operation':
			return computed(value.operator, value.operands.map(operand => staticValue(ask, at(operand, site))));
		default:
			return undefined;
	}
}

function computed(operator: string, [left, right]: readonly LiteralValue['value'][]): LiteralValue['value'] {
	if (typeof left === 'string' && operator === '+' && right !== undefined) return left + String(right);
	if (typeof left !== 'number') return undefined;
	if (operator === '-' && right === undefined) return -left;
	if (typeof right !== 'number') return operator === '+' && typeof right === 'string' ? String(left) + right : undefined;
	switch (operator) {
		case '+':
			return left + right;
		case '-':
			return left - right;
		case '*':
			return left * right;
		case '/':
			return left / right;
		case '**':
			return left ** right;
		default:
			return undefined;
	}
}
