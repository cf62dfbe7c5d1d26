import type { PredicateRow } from './row.ts';

const ecmascript = 'https://tc39.es/ecma262/';
const moment = 'https://momentjs.com/docs/#/query/';

export const predicateRows: readonly PredicateRow[] = [
	{ from: 'global', path: 'Boolean()', relation: 'truthy', actual: 0, see: ecmascript },
	{ from: 'global', path: 'Object.is()', relation: 'identical', actual: 0, expected: 1, see: ecmascript },
	{ from: 'global', path: 'Array.isArray()', relation: 'type', actual: 0, see: ecmascript },
	{ from: 'global', path: 'Number.{isInteger,isFinite,isSafeInteger}()', relation: 'type', actual: 0, see: ecmascript },
	{ from: 'global', path: 'isNaN()', relation: 'nothing', actual: 0, see: ecmascript },
	{ from: 'global', path: 'Number.isNaN()', relation: 'nothing', actual: 0, see: ecmascript },
	{ from: 'global', path: 'Object.hasOwn()', relation: 'contains', actual: 0, expected: 1, see: ecmascript },
	{ from: ['node:util', 'util'], path: 'isDeepStrictEqual()', relation: 'deep-equal', actual: 0, expected: 1, see: 'https://nodejs.org/api/util.html#utilisdeepstrictequalval1-val2-options' },
	{ from: ['lodash', 'lodash-es', 'underscore'], path: 'isEqual()', relation: 'deep-equal', actual: 0, expected: 1, see: 'https://lodash.com/docs/#isEqual' },
	{ from: ['lodash', 'lodash-es'], path: 'isMatch()', relation: 'includes-subset', actual: 0, expected: 1, see: 'https://lodash.com/docs/#isMatch' },
	{ from: ['lodash/isEqual', 'lodash-es/isEqual', 'lodash.isequal'], path: '()', relation: 'deep-equal', actual: 0, expected: 1, see: 'https://lodash.com/docs/#isEqual' },
	{ from: 'ramda', path: 'equals()', relation: 'deep-equal', actual: 0, expected: 1, see: 'https://ramdajs.com/docs/#equals' },
	{ from: ['fast-deep-equal', 'deep-equal', 'react-fast-compare', 'deep-eql'], path: '()', relation: 'deep-equal', actual: 0, expected: 1, see: 'https://www.npmjs.com/package/fast-deep-equal' },
	{ from: ['dequal', 'dequal/lite'], path: 'dequal()', relation: 'deep-equal', actual: 0, expected: 1, see: 'https://www.npmjs.com/package/dequal' },
	{ method: ['includes', 'startsWith', 'endsWith', 'has', 'hasOwnProperty'], relation: 'contains', actual: 'receiver', expected: 0, see: ecmascript },
	{ method: ['equals'], relation: 'deep-equal', actual: 'receiver', expected: 0, see: 'https://nodejs.org/api/buffer.html#bufequalsotherbuffer' },
	{ method: ['test'], relation: 'matches', actual: 0, expected: 'receiver', see: ecmascript },
	{ method: ['isSame'], relation: 'identical', actual: 'receiver', expected: 0, see: moment },
	{ method: ['isBefore'], relation: 'less', actual: 'receiver', expected: 0, see: moment },
	{ method: ['isAfter'], relation: 'greater', actual: 'receiver', expected: 0, see: moment },
	{ method: ['isSameOrBefore'], relation: 'less-or-equal', actual: 'receiver', expected: 0, see: moment },
	{ method: ['isSameOrAfter'], relation: 'greater-or-equal', actual: 'receiver', expected: 0, see: moment },
];

/** Methods that tell where something stands, and -1 where it does not (https://tc39.es/ecma262/#sec-array.prototype.indexof). */
export const indexMethods: ReadonlySet<string> = new Set(['indexOf', 'lastIndexOf']);
