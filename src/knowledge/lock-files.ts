/** Endings of files that say who may go on: one for all on purpose (`proper-lockfile`, https://www.npmjs.com/package/proper-lockfile; `flock`). */
export const lockFiles: readonly string[] = ['.lock', '.lck'];
