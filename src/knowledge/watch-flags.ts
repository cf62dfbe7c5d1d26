/** Flags with which a runner stays, and runs again what is changed: what a developer starts, and no CI (https://jestjs.io/docs/cli#--watch, https://vitest.dev/guide/cli.html#watch, https://mochajs.org/next/running/cli/#--watch--w). */
export const watchFlags: ReadonlySet<string> = new Set(['--watch', '--watchAll', '--watch=true', '--watchAll=true', '--ui']);
