/**
 * Methods that say how many assertions a test makes: `expect.assertions(2)` (https://jestjs.io/docs/expect#expectassertionsnumber), `t.plan(2)`
 * (https://node-tap.org/api/).
 */
export const countingWords: ReadonlySet<string> = new Set(['plan', 'assertions', 'hasAssertions']);
