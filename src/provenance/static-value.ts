import type { Site } from '../project/model.ts';
import type { LiteralValue, OperationValue, Value } from '../syntax/facts.ts';
import { ofNumbers } from './arithmetic.ts';
import type { Path, Root } from './model.ts';
import { at } from './walker.ts';

export type Ask = (site: Site<Value>, path?: Path) => readonly Root[];

/** How many pieces a constant or a text is put together from. */
export const maxPieces = 400;

/** The one constant that a value is, wherever it is written down; undefined where it is none, or may be several. */
export function staticValue(ask: Ask, site: Site<Value>, path: Path = []): LiteralValue['value'] {
	let pieces = 0;
	return valueAt(site, path);

	function valueAt(place: Site<Value>, further: Path): LiteralValue['value'] {
		if (pieces++ > maxPieces) return undefined;
		const [root, ...others] = ask(place, further);
		return root?.kind !== 'made' || others.length > 0 || root.path.length > 0 ? undefined : constant(root.site);
	}

	function constant(made: Site<Value>): LiteralValue['value'] {
		const { fact: value } = made;
		switch (value.kind) {
			case 'literal':
				return value.value;
			case 'template': {
				const parts = value.parts.map(part => valueAt(at(part, made), []));
				return parts.includes(undefined)
					? undefined
					: value.quasis.map((quasi, index) => quasi + String(parts[index] ?? '')).join('');
			}
			case 'operation':
				return computed(
					value,
					value.operands.map(operand => valueAt(at(operand, made), [])),
				);
			default:
				return undefined;
		}
	}
}

function computed({ operator, operands }: OperationValue, [left, right]: readonly LiteralValue['value'][]): LiteralValue['value'] {
	if (typeof left === 'string' && operator === '+' && right !== undefined) return left + String(right);
	if (typeof left !== 'number') return undefined;
	if (operator === '-' && operands.length === 1) return -left;
	if (typeof right !== 'number') return operator === '+' && typeof right === 'string' ? String(left) + right : undefined;
	const result = ofNumbers(operator, left, right);
	return typeof result === 'number' ? result : undefined;
}
