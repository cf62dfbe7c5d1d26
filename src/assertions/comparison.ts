import type { Relation } from '../knowledge/assertions/row.ts';
import type { Site } from '../project/model.ts';
import { at } from '../provenance/walker.ts';
import type { OperationValue, Value } from '../syntax/facts.ts';

/** What an expression that is true or false says about a value. */
export interface Statement {
	readonly actual: Site<Value>;
	readonly expected: Site<Value> | undefined;
	readonly relation: Relation;
	readonly negated: boolean;
	readonly operator: string;
}

interface Operator {
	readonly relation: Relation;
	readonly negated?: true;
	/** What it says with its sides swapped. */
	readonly swapped: Relation;
}

const operators: Readonly<Record<string, Operator>> = {
	'===': { relation: 'identical', swapped: 'identical' },
	'==': { relation: 'identical', swapped: 'identical' },
	'!==': { relation: 'identical', negated: true, swapped: 'identical' },
	'!=': { relation: 'identical', negated: true, swapped: 'identical' },
	'<': { relation: 'less', swapped: 'greater' },
	'<=': { relation: 'less-or-equal', swapped: 'greater-or-equal' },
	'>': { relation: 'greater', swapped: 'less' },
	'>=': { relation: 'greater-or-equal', swapped: 'less-or-equal' },
};

/** Reads `a === b`, `a < b`, `typeof a === 'b'`, `a instanceof B`, `'a' in b`. A constant on the left is what is expected. */
export function comparisonOf(site: Site<OperationValue>): Statement | undefined {
	const { operator, operands } = site.fact;
	const [left, right] = operands;
	if (left === undefined || right === undefined) return undefined;
	if (operator === 'instanceof') return { actual: at(left, site), expected: at(right, site), relation: 'type', negated: false, operator };
	if (operator === 'in') return { actual: at(right, site), expected: at(left, site), relation: 'contains', negated: false, operator };

	const meaning = operators[operator];
	if (meaning === undefined) return undefined;
	const swaps = isConstant(left) && !isConstant(right);
	const [actual, expected] = swaps ? [right, left] : [left, right];
	const negated = meaning.negated === true;
	const type = actual.kind === 'operation' && actual.operator === 'typeof' ? actual.operands[0] : undefined;
	if (type !== undefined) return { actual: at(type, site), expected: at(expected, site), relation: 'type', negated, operator };
	return {
		actual: at(actual, site),
		expected: at(expected, site),
		relation: swaps ? meaning.swapped : meaning.relation,
		negated,
		operator,
	};
}

function isConstant({ kind }: Value): boolean {
	return kind === 'literal' || kind === 'regexp';
}

/** `not less` is `greater or equal`: the one form of what is negated. */
export function folded(relation: Relation, negated: boolean): { readonly relation: Relation; readonly negated: boolean } {
	if (!negated) return { relation, negated };
	switch (relation) {
		case 'less':
			return { relation: 'greater-or-equal', negated: false };
		case 'less-or-equal':
			return { relation: 'greater', negated: false };
		case 'greater':
			return { relation: 'less-or-equal', negated: false };
		case 'greater-or-equal':
			return { relation: 'less', negated: false };
		case 'truthy':
			return { relation: 'falsy', negated: false };
		case 'falsy':
			return { relation: 'truthy', negated: false };
		default:
			return { relation, negated };
	}
}
