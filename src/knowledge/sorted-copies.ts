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
