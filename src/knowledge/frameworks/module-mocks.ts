import type { ActRow } from './row.ts';

/** Libraries that replace modules, whatever the framework. */
export const moduleMockActs: readonly ActRow[] = [
	{ act: 'mock', from: 'proxyquire', path: '()', module: { argument: 0 }, within: [{ argument: 1 }], see: 'https://github.com/thlorenz/proxyquire' },
	{ act: 'mock', from: 'proxyquire', path: '{load,noCallThru,noPreserveCache}()', module: { argument: 0 }, within: [{ argument: 1 }], see: 'https://github.com/thlorenz/proxyquire' },
	{ act: 'mock', from: 'proxyquire', path: '{noCallThru,noPreserveCache,preserveCache,callThru}()()', module: { argument: 0 }, within: [{ argument: 1 }], see: 'https://github.com/thlorenz/proxyquire' },
	{ act: 'mock', from: 'proxyquire', path: '{noCallThru,noPreserveCache,preserveCache,callThru}().load()', module: { argument: 0 }, within: [{ argument: 1 }], see: 'https://github.com/thlorenz/proxyquire' },
	{ act: 'mock', from: 'esmock', path: '()', module: { argument: 0 }, within: [{ argument: 1 }, { argument: 2 }], see: 'https://github.com/iambumblehead/esmock' },
	{ act: 'mock', from: 'esmock', path: '{strict,p,strictest}()', module: { argument: 0 }, within: [{ argument: 1 }, { argument: 2 }], see: 'https://github.com/iambumblehead/esmock' },
	{ act: 'mock', from: 'esmock', path: 'esmock()', module: { argument: 0 }, within: [{ argument: 1 }, { argument: 2 }], see: 'https://github.com/iambumblehead/esmock' },
	{ act: 'mock', from: 'quibble', path: '()', module: { argument: 0 }, factory: { argument: 1 }, see: 'https://github.com/testdouble/quibble' },
	{ act: 'mock', from: 'quibble', path: 'esm()', module: { argument: 0 }, factory: { argument: 1 }, see: 'https://github.com/testdouble/quibble' },
	{ act: 'mock', from: 'testdouble', path: '{replace,replaceEsm,replaceCjs}()', module: { argument: 0 }, factory: { argument: 1 }, see: 'https://github.com/testdouble/testdouble.js/blob/main/docs/7-replacing-dependencies.md' },
	{ act: 'stub', from: 'testdouble', path: 'replace()', object: { argument: 0 }, member: { argument: 1 }, when: [{ argument: 1, present: true }], see: 'https://github.com/testdouble/testdouble.js/blob/main/docs/7-replacing-dependencies.md' },
	{ act: 'restore', from: 'testdouble', path: 'reset()', restores: ['spies', 'calls', 'modules'], see: 'https://github.com/testdouble/testdouble.js' },
	{ act: 'mock', from: 'mockery', path: '{registerMock,registerSubstitute}()', module: { argument: 0 }, factory: { argument: 1 }, see: 'https://github.com/mfncooper/mockery' },
	{ act: 'mock', from: 'mockery', path: '{deregisterMock,deregisterSubstitute}()', module: { argument: 0 }, lifts: true, see: 'https://github.com/mfncooper/mockery' },
	{ act: 'mock', from: 'mock-require', path: '()', module: { argument: 0 }, factory: { argument: 1 }, see: 'https://github.com/boblauer/mock-require' },
	{ act: 'mock', from: 'mock-require', path: 'stop()', module: { argument: 0 }, lifts: true, see: 'https://github.com/boblauer/mock-require' },
	{ act: 'mock', from: 'rewiremock', path: '()', module: { argument: 0 }, factory: { argument: 1 }, see: 'https://github.com/theKashey/rewiremock' },
	{ act: 'mock', from: 'rewiremock', path: 'proxy()', module: { argument: 0 }, within: [{ argument: 1 }], see: 'https://github.com/theKashey/rewiremock' },
];

/** Packages that `importActual` and `requireActual` come from; `global` where the runner has them as globals. */
export const actualPackages: ReadonlySet<string> = new Set(['vitest', '@jest/globals', 'global']);

/** The module whose functions load all others, and their names: a test may put its own in their place (https://nodejs.org/api/module.html). */
export const loaderModule = 'node:module';
export const loaderMethods: ReadonlySet<string> = new Set(['_load', 'require']);
