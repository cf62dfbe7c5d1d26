import type { MethodRow } from './row.ts';

/**
 * What the prototype methods of Array, TypedArray, String, Number, RegExp, Date, Map, Set, Promise and Iterator do with what flows
 * through them (https://tc39.es/ecma262/#sec-ordinary-and-exotic-objects-behaviours to #sec-control-abstraction-objects). A name
 * that several of them share has one row, the one that claims less.
 *
 * Three readings of `MethodRow` that these rows rely on:
 * - `settled` is what the callback returns, for `some` and `reduce` as for `then`; what `reduce` drops stays where its callback
 *   keeps the elements one behind the other (`src/effects/folded-lists.ts`)
 * - a `filter` or `find` picks its own lines out of a captured output: `log` does not survive it
 * - what is added by a method that drops `order` brings none: sets and maps are compared without it
 */
export const methods = [
	// Lists of callbacks' results, and what a callback decides
	{ method: 'map', result: 'mapped', callback: { argument: 0, element: 0, receiver: 2 } },
	{ method: 'flatMap', result: 'mapped', callback: { argument: 0, element: 0, receiver: 2 } },
	{ method: 'forEach', result: 'nothing', callback: { argument: 0, element: 0, receiver: 2 } },
	{ method: 'filter', result: 'same', drops: ['log'], callback: { argument: 0, element: 0, receiver: 2 } },
	{ method: 'find', result: 'element', drops: ['order', 'log'], callback: { argument: 0, element: 0, receiver: 2 } },
	{ method: 'findLast', result: 'element', drops: ['order', 'log'], callback: { argument: 0, element: 0, receiver: 2 } },
	{ method: 'findIndex', result: 'settled', drops: ['order', 'log'], callback: { argument: 0, element: 0, receiver: 2 } },
	{ method: 'findLastIndex', result: 'settled', drops: ['order', 'log'], callback: { argument: 0, element: 0, receiver: 2 } },
	{ method: 'some', result: 'settled', drops: ['order', 'log'], callback: { argument: 0, element: 0, receiver: 2 } },
	{ method: 'every', result: 'settled', drops: ['order', 'log'], callback: { argument: 0, element: 0, receiver: 2 } },
	{ method: 'reduce', result: 'settled', drops: ['order'], callback: { argument: 0, element: 1, receiver: 3, before: 0 }, carries: true },
	{ method: 'reduceRight', result: 'settled', drops: ['order'], callback: { argument: 0, element: 1, receiver: 3, before: 0 }, carries: true },

	// Order
	{ method: 'sort', result: 'same', drops: ['order'], callback: { argument: 0, element: 0 }, mutates: 'sorts' },
	{ method: 'toSorted', result: 'same', drops: ['order'], callback: { argument: 0, element: 0 } },
	{ method: 'reverse', result: 'same', mutates: 'other' },
	{ method: 'toReversed', result: 'same' },

	// Parts of a list, or of a text
	{ method: 'slice', result: 'same', cuts: 'piece' },
	{ method: 'subarray', result: 'same' },
	{ method: 'take', result: 'same' },
	{ method: 'drop', result: 'same' },
	{ method: 'flat', result: 'same' },
	{ method: 'toArray', result: 'same' },
	{ method: 'keys', result: 'same', names: true },
	{ method: 'values', result: 'same' },
	{ method: 'entries', result: 'same' },
	{ method: 'deref', result: 'same' },
	{ method: 'splice', result: 'same', mutates: 'other' },
	{ method: 'copyWithin', result: 'same', mutates: 'other' },
	{ method: 'fill', result: 'same', mutates: 'other', carries: true },
	{ method: 'concat', result: 'same', carries: true },
	{ method: 'toSpliced', result: 'same', carries: true },
	{ method: 'with', result: 'same', carries: true },
	{ method: 'at', result: 'position', cuts: 'piece' },
	{ method: 'next', result: 'position', mutates: 'other' },
	{ method: 'pop', result: 'position', mutates: 'other' },
	{ method: 'shift', result: 'position', mutates: 'other' },

	// What is added; the new length that `push` gives back is no content
	{ method: 'push', result: 'nothing', mutates: 'adds' },
	{ method: 'unshift', result: 'nothing', mutates: 'adds' },

	// Membership: where it stands plays no part, and neither does what stands beside it
	{ method: 'includes', result: 'nothing', drops: ['order', 'log'], carries: true },
	{ method: 'indexOf', result: 'nothing', drops: ['order', 'log'], carries: true },
	{ method: 'lastIndexOf', result: 'nothing', drops: ['order', 'log'], carries: true },
	{ method: 'has', result: 'nothing', drops: ['order', 'log'], carries: true },
	{ method: 'startsWith', result: 'nothing' },
	{ method: 'endsWith', result: 'nothing' },
	{ method: 'match', result: 'nothing' },
	{ method: 'matchAll', result: 'nothing' },
	{ method: 'search', result: 'nothing' },
	{ method: 'test', result: 'nothing' },
	{ method: 'exec', result: 'nothing' },
	{ method: 'hasOwnProperty', result: 'nothing' },
	{ method: 'isPrototypeOf', result: 'nothing' },
	{ method: 'propertyIsEnumerable', result: 'nothing' },
	{ method: 'isWellFormed', result: 'nothing' },

	// Maps and sets: found by key, compared without regard to order
	{ method: 'get', result: 'element', drops: ['order'], keyed: true },
	{ method: 'set', result: 'same', drops: ['order'], mutates: 'adds' },
	{ method: 'add', result: 'same', drops: ['order'], mutates: 'adds' },
	{ method: 'delete', result: 'nothing', mutates: 'other' },
	{ method: 'clear', result: 'nothing', mutates: 'other' },
	{ method: 'union', result: 'same', drops: ['order'], carries: true },
	{ method: 'intersection', result: 'same', drops: ['order'], carries: true },
	{ method: 'difference', result: 'same', drops: ['order'], carries: true },
	{ method: 'symmetricDifference', result: 'same', drops: ['order'], carries: true },
	{ method: 'isSubsetOf', result: 'scalar', drops: ['order'], carries: true },
	{ method: 'isSupersetOf', result: 'scalar', drops: ['order'], carries: true },
	{ method: 'isDisjointFrom', result: 'scalar', drops: ['order'], carries: true },

	// Promises
	{ method: 'then', result: 'settled', callback: { argument: 0, receiver: 0 } },
	{ method: 'catch', result: 'same', callback: { argument: 0 } },
	{ method: 'finally', result: 'same', callback: { argument: 0 } },

	// Text
	{ method: 'join', result: 'joined' },
	{ method: 'split', result: 'scalar', cuts: 'pieces' },
	{ method: 'toString', result: 'scalar' },
	{ method: 'valueOf', result: 'scalar' },
	{ method: 'toJSON', result: 'scalar' },
	{ method: 'toLocaleString', result: 'scalar' },
	{ method: 'trim', result: 'scalar' },
	{ method: 'trimStart', result: 'scalar' },
	{ method: 'trimEnd', result: 'scalar' },
	{ method: 'trimLeft', result: 'scalar' },
	{ method: 'trimRight', result: 'scalar' },
	{ method: 'toLowerCase', result: 'scalar' },
	{ method: 'toUpperCase', result: 'scalar' },
	{ method: 'toLocaleLowerCase', result: 'scalar' },
	{ method: 'toLocaleUpperCase', result: 'scalar' },
	{ method: 'normalize', result: 'scalar' },
	{ method: 'toWellFormed', result: 'scalar' },
	{ method: 'substring', result: 'scalar', cuts: 'piece' },
	{ method: 'substr', result: 'scalar', cuts: 'piece' },
	{ method: 'charAt', result: 'scalar', cuts: 'piece' },
	{ method: 'charCodeAt', result: 'scalar', cuts: 'piece' },
	{ method: 'codePointAt', result: 'scalar', cuts: 'piece' },
	{ method: 'repeat', result: 'scalar' },
	{ method: 'padStart', result: 'scalar', carries: true },
	{ method: 'padEnd', result: 'scalar', carries: true },
	{ method: 'localeCompare', result: 'scalar', carries: true },
	// What is replaced is mostly what varies: a masked text tells no time
	{ method: 'replace', result: 'scalar', drops: ['clock', 'random'], callback: { argument: 1 }, carries: true },
	{ method: 'replaceAll', result: 'scalar', drops: ['clock', 'random'], callback: { argument: 1 }, carries: true },

	// Numbers
	{ method: 'toFixed', result: 'scalar' },
	{ method: 'toPrecision', result: 'scalar' },
	{ method: 'toExponential', result: 'scalar' },

	// Dates
	{ method: 'getTime', result: 'scalar' },
	{ method: 'getTimezoneOffset', result: 'scalar' },
	{ method: 'getYear', result: 'scalar' },
	{ method: 'getFullYear', result: 'scalar' },
	{ method: 'getUTCFullYear', result: 'scalar' },
	{ method: 'getMonth', result: 'scalar' },
	{ method: 'getUTCMonth', result: 'scalar' },
	{ method: 'getDate', result: 'scalar' },
	{ method: 'getUTCDate', result: 'scalar' },
	{ method: 'getDay', result: 'scalar' },
	{ method: 'getUTCDay', result: 'scalar' },
	{ method: 'getHours', result: 'scalar' },
	{ method: 'getUTCHours', result: 'scalar' },
	{ method: 'getMinutes', result: 'scalar' },
	{ method: 'getUTCMinutes', result: 'scalar' },
	{ method: 'getSeconds', result: 'scalar' },
	{ method: 'getUTCSeconds', result: 'scalar' },
	{ method: 'getMilliseconds', result: 'scalar' },
	{ method: 'getUTCMilliseconds', result: 'scalar' },
	{ method: 'toISOString', result: 'scalar' },
	{ method: 'toUTCString', result: 'scalar' },
	{ method: 'toGMTString', result: 'scalar' },
	{ method: 'toDateString', result: 'scalar' },
	{ method: 'toTimeString', result: 'scalar' },
	{ method: 'toLocaleDateString', result: 'scalar' },
	{ method: 'toLocaleTimeString', result: 'scalar' },
	{ method: 'toTemporalInstant', result: 'scalar' },
	{ method: 'setTime', result: 'scalar', mutates: 'other', carries: true },
	{ method: 'setFullYear', result: 'scalar', mutates: 'other', carries: true },
	{ method: 'setUTCFullYear', result: 'scalar', mutates: 'other', carries: true },
	{ method: 'setMonth', result: 'scalar', mutates: 'other', carries: true },
	{ method: 'setUTCMonth', result: 'scalar', mutates: 'other', carries: true },
	{ method: 'setDate', result: 'scalar', mutates: 'other', carries: true },
	{ method: 'setUTCDate', result: 'scalar', mutates: 'other', carries: true },
	{ method: 'setHours', result: 'scalar', mutates: 'other', carries: true },
	{ method: 'setUTCHours', result: 'scalar', mutates: 'other', carries: true },
	{ method: 'setMinutes', result: 'scalar', mutates: 'other', carries: true },
	{ method: 'setUTCMinutes', result: 'scalar', mutates: 'other', carries: true },
	{ method: 'setSeconds', result: 'scalar', mutates: 'other', carries: true },
	{ method: 'setUTCSeconds', result: 'scalar', mutates: 'other', carries: true },
	{ method: 'setMilliseconds', result: 'scalar', mutates: 'other', carries: true },
	{ method: 'setUTCMilliseconds', result: 'scalar', mutates: 'other', carries: true },
] as const satisfies readonly MethodRow[];

/** What keeps values under keys of any kind (https://tc39.es/ecma262/#sec-keyed-collections). */
export const keyedCollections: ReadonlySet<string> = new Set(['Map', 'WeakMap']);
/** Classes whose methods that add give the collection back, or its length. */
export const collections: ReadonlySet<string> = new Set([...keyedCollections, 'Set', 'WeakSet', 'Array']);

/** Those of lists that ask their callback for an answer, and look no further than whether it counts as true. */
export const asking: ReadonlySet<string> = new Set(['every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'some']);
