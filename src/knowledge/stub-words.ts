import type { PackagePath } from './package-paths.ts';

/** Methods with which stubs, spies and fake clocks put back what they stand for (Jest, Vitest, Sinon, Jasmine, node:test, testdouble). */
export const restoring: ReadonlySet<string> = new Set(['mockRestore', 'mockReset', 'restore', 'uninstall', 'reset', 'dispose', 'unmock', 'removeStub']);

/** Methods that tell a stub what to answer (Sinon, Jest, Vitest, Jasmine). */
export const answering: ReadonlySet<string> = new Set(['returns', 'mockReturnValue', 'mockReturnValueOnce', 'returnValue']);

/** Functions of assertion libraries and loggers that look at what they are handed, and leave it open. */
export const looking: ReadonlySet<string> = new Set(['expect', 'once', 'assert', 'ok', 'equal', 'strictEqual', 'deepEqual', 'is', 'true', 'notEqual', 'not', 'log']);

/** Methods that make a spy answer something else than what it stands for (Jest, Vitest, Sinon). */
export const stubbing = /^(?:mock(?!Clear|Restore|Reset|Name)(?!.*Once$)\w+|returns|resolves|rejects|throws|callsFake|yields|withImplementation|value|get|set)$/;

/** Functions of loggers, assertion libraries and the language that only tell what they are handed. */
export const telling = /^(?:log|info|debug|warn|error|trace|expect|inspect|stringify|keys|values|entries|isArray|freeze|clone\w*|structuredClone|String|Boolean|Number)$/i;

/** Paths of rows about what watches a function, and leaves it as it is until it is told otherwise. */
export const watching = /(?:^|[.{,])(?:spyOn|spy|method)\b/;

/** Methods after which a module that is loaded is another one than before (https://jestjs.io/docs/jest-object#jestresetmodules, https://vitest.dev/api/vi.html#vi-resetmodules). */
export const loadingAnew: ReadonlySet<string> = new Set(['resetModules', 'isolateModules', 'isolateModulesAsync']);

/** What is called that makes a stand-in of what it is handed: `jest.fn(name => { names.push(name); })`. */
export const makingStandIns = /^fn$|fake|mock|spy|stub/i;

/** Methods, and globals, whose callback is called when something is over. */
export const laterMethods: ReadonlySet<string> = new Set(['then', 'catch', 'finally', 'subscribe', 'setTimeout', 'requestAnimationFrame']);

/** What makes a stand-in that does what it is handed, its last call's first argument. */
export const standInMakers: readonly PackagePath[] = [
	{ from: ['vitest', 'global'], path: '{vi,vitest}.fn()', see: 'https://vitest.dev/api/vi.html#vi-fn' },
	{ from: ['vitest', 'global'], path: '{vi,vitest}.fn().mockImplementation()', see: 'https://vitest.dev/api/mock.html#mockimplementation' },
	{ from: ['vitest', 'global'], path: '{vi,vitest}.spyOn().mockImplementation()', see: 'https://vitest.dev/api/vi.html#vi-spyon' },
	{ from: ['@jest/globals', 'global'], path: 'jest.spyOn().mockImplementation()', see: 'https://jestjs.io/docs/jest-object#jestspyonobject-methodname' },
	{ from: ['@jest/globals', 'global'], path: 'jest.fn()', see: 'https://jestjs.io/docs/jest-object#jestfnimplementation' },
	{ from: ['@jest/globals', 'global'], path: 'jest.fn().mockImplementation()', see: 'https://jestjs.io/docs/mock-function-api#mockfnmockimplementationfn' },
];

/** Names that are long enough to be those of one thing. */
export const tellingEnough = /^(?=.{6,}$)[a-z$_]+[A-Z]/;
