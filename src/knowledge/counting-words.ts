/**
 * Methods that say how many assertions a test makes: `expect.assertions(2)` (https://jestjs.io/docs/expect#expectassertionsnumber), `t.plan(2)`
 * (https://node-tap.org/api/).
 */
export const countingWords: ReadonlySet<string> = new Set(['plan', 'assertions', 'hasAssertions']);

/** What gives how far a number lies from nought (ECMAScript 21.3.2.1). */
export const distance = 'Math.abs';
