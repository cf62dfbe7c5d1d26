/** Seeds that differ from run to run. */
export const changingSeeds: ReadonlySet<string> = new Set(['undefined', 'Date.now', 'Math.random', 'performance.now', 'Date.getTime', 'Date.valueOf']);
