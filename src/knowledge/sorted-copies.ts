/** Functions and methods that leave a list as it is, and give a sorted copy. */
export const sortedCopies: ReadonlySet<string> = new Set(['sortBy', 'orderBy', 'toSorted']);

/** Packages whose functions of that name do so. */
export const listPackages = /^(?:lodash|lodash-es|underscore|ramda|remeda|radash)(?:\/|$)/;
