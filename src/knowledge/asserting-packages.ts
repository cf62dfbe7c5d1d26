import { chaiAssert } from './assertions/chai-assert.ts';
import { chaiExpect, chaiShould } from './assertions/chai.ts';
import { expectJs } from './assertions/expect-js.ts';
import { jestExpect } from './assertions/expect.ts';
import { hapiCode } from './assertions/hapi-code.ts';
import { nodeAssert } from './assertions/node-assert.ts';
import { should, shouldFunctions } from './assertions/should.ts';
import { stdAssert } from './assertions/std-assert.ts';
import { unexpected } from './assertions/unexpected.ts';

/** Libraries that do nothing but make assertions. */
const libraries = [nodeAssert, stdAssert, chaiAssert, chaiExpect, chaiShould, jestExpect, expectJs, should, shouldFunctions, hapiCode, unexpected] as const;

const named = libraries.flatMap(({ entries }) => entries.flatMap(({ from }) => from)).filter(name => name !== 'global');

/** What a file of tests without a runner asserts with; Node's own modules by both of their names. */
export const assertingPackages: ReadonlySet<string> = new Set(named.flatMap(name => [name, name.replace(/^node:/, '')]));
export const assertingGlobals: ReadonlySet<string> = new Set(['assert']);

/** Names of functions that a project writes to assert something with, by throwing. */
export const assertingNames = /^assert/i;

/** Runners for which a file is a test of its own, with the module as its context: https://node-tap.org/basics/ */
export const wholeFileRunners: ReadonlySet<string> = new Set(['tap']);
