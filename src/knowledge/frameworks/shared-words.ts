import type { FrameworkName } from './row.ts';

/** Globals of these say themselves whose they are: `QUnit.test`, `Deno.test`, `Tinytest.add`, `Scenario`. */
export const plainSpoken: readonly FrameworkName[] = ['qunit', 'deno', 'tinytest', 'codeceptjs', 'intern', 'testharness'];

/** These share their words: only one of them can be meant. */
export const contested: readonly FrameworkName[] = ['vitest', 'jest', 'mocha', 'cypress', 'jasmine', 'bun', 'webdriverio'];

/** Runners that find tests in what a file exports, though it need not mention them: the first that the nearest package names, unless the tests' parameters tell (https://nightwatchjs.org, https://mochajs.org/#exports). */
export const exporting: readonly { readonly name: FrameworkName; readonly parameter?: RegExp }[] = [{ name: 'nightwatch', parameter: /^(?:browser|client|nightwatch|_browser)$/ }, { name: 'mocha' }];

/** Frameworks whose words are functions to which projects add members of their own. */
export const extensible: ReadonlySet<FrameworkName> = new Set(['mocha', 'jasmine', 'jest', 'vitest']);

/** Words for a test, and names that projects and packages make of them: `postgresTest`, `testIf`, `it_only_db`. */
export const testWords: readonly string[] = ['test', 'it'];
export const madeOfWords = /^(?:it|test)(?=[A-Z]|_[a-z])|^(?!setup|teardown|tear|before|after|with|mock|prepare|init)[a-z\d]\w*(?:Test|It)$/;

/** What libraries add to such words that is handed a name and a function, and defines no test. */
export const noTests = /^(?:step|extend|use|on|once|mock|macro|log|info|hook|setup|teardown|configure|override|(?:before|after|around)\w*)$/;

/** Runners where skipping throws. */
export const skippingThrows: ReadonlySet<FrameworkName> = new Set(['playwright', 'vitest', 'mocha', 'cypress']);
