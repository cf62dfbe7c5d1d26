import type { Expense } from '../effects/expenses.ts';
import type { CostMeasure } from '../knowledge/row.ts';
import { type Edit, replace } from './edit.ts';
import type { Editable } from './import.ts';

/** What is enough where nobody attacks; of the others, what they give depends on the cost. */
const enough: Partial<Readonly<Record<CostMeasure, number>>> = { bcrypt: 4, 'argon2-memory': 1024, 'argon2-passes': 2 };

/** The number in the linted file, lowered. What is hashed with it can be verified as before, for a hash tells its cost. */
export function lowerCost({ module }: Editable, { written, row }: Expense): Edit | undefined {
	const number = enough[row.measure];
	if (number === undefined || written === undefined || written.module !== module || written.fact.kind !== 'literal') return undefined;
	return replace(written.fact, String(number));
}
