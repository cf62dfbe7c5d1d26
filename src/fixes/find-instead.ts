import type { Call } from '../syntax/facts.ts';
import { type Edit, insert, replace, together } from './edit.ts';

/** The query of Testing Library that waits, in the place of one that looks once: `await screen.findByText('Saved')` for `screen.getByText('Saved')`. */
export function findInstead(query: Call | undefined, waiting: string): Edit | undefined {
	if (query?.callee.kind !== 'member' || typeof query.callee.property !== 'string') return undefined;
	const { end, property } = query.callee;
	return together(insert(query.start, 'await '), replace({ start: end - property.length, end }, waiting));
}
