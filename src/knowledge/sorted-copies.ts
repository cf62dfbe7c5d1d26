/** Functions and methods that leave a list as it is, and give a sorted copy. */
export const sortedCopies: ReadonlySet<string> = new Set(['sortBy', 'orderBy', 'toSorted']);

/** Packages whose functions of that name do so. */
export const listPackages = /^(?:lodash|lodash-es|underscore|ramda|remeda|radash)(?:\/|$)/;

/** Methods of lists, and functions of collections, that give what they are handed in the order that it had. */
export const keepsOrder: ReadonlySet<string> = new Set(['take', 'takeRight', 'drop', 'dropRight', 'slice', 'filter', 'concat', 'reverse', 'toReversed', 'cloneDeep']);

/** Methods that sort a list by a comparison. */
export const sortingMethods: ReadonlySet<string> = new Set(['sort', 'toSorted']);

/** What shows the order of a list, of what is asked of it. */
export const showsOrder: ReadonlySet<string> = new Set(['map', 'slice', 'at', 'join', 'flatMap', 'toString']);

/** How a list or a map is given one more, behind those that it has. */
export const addsBehind: ReadonlySet<string> = new Set(['push', 'set', 'add']);

/** How a list is given one more, in front of those that it has. */
export const addsInFront = 'unshift';

/** The method of a text that tells whether it comes before another one (ECMAScript 22.1.3.12). */
export const comparingTexts = 'localeCompare';

/** Properties that tell how many a list or a map has (ECMAScript 23.1.4, 24.1.3.10). */
export const countsOfAll: ReadonlySet<string> = new Set(['length', 'size']);
