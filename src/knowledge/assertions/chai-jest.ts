import type { MatcherRow } from './row.ts';

/**
 * Both plugins bring Jest's words to chai, the first as properties where nothing is handed over, the second as calls:
 * https://github.com/jwalton/chai-jest, https://www.chaijs.com/plugins/chai-jest-mocks/
 */
export const chaiJestMatchers: readonly MatcherRow[] = [
	{ matcher: 'beenCalled', relation: 'called', property: true },
	{ matcher: 'beenCalledTimes', relation: 'called-times', expected: 0 },
	{ matcher: ['beenCalledWith', 'beenLastCalledWith'], relation: 'called-with', rest: 0 },
	{ matcher: 'beenNthCalledWith', relation: 'nth-called-with', rest: 1 },
	{ matcher: ['returnedTimes', 'returnedWith', 'lastReturnedWith'], relation: 'other', expected: 0 },
	{ matcher: 'nthReturnedWith', relation: 'other', expected: 1 },
];
