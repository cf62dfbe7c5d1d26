import type { PackagePath } from './package-paths.ts';

const vitest = ['vitest', 'vite-plus/test', 'global'] as const;
const storages = 'https://developer.mozilla.org/en-US/docs/Web/API/Storage/clear' as const;
const timers = 'https://developer.mozilla.org/en-US/docs/Web/API/Window/clearTimeout' as const;

/** What puts back something of its own, whatever its name says, and no variable of the project: documents, storage, timers, stubs and spies, the network. */
export const knownPutBacks: readonly PackagePath[] = [
	{ from: ['@testing-library/react', '@testing-library/react/pure', '@testing-library/preact', '@testing-library/preact/pure', '@testing-library/vue', '@testing-library/svelte', '@testing-library/solid', '@solidjs/testing-library', '@testing-library/react-hooks', '@testing-library/react-native', 'vitest-browser-react', 'vitest-browser-vue'], path: 'cleanup()', see: 'https://testing-library.com/docs/react-testing-library/api/#cleanup' },
	{ from: '@testing-library/user-event', path: 'setup()', see: 'https://testing-library.com/docs/user-event/setup' },
	{ from: '@testing-library/user-event', path: 'userEvent.setup()', see: 'https://testing-library.com/docs/user-event/setup' },
	{ from: 'global', path: '{localStorage,sessionStorage}.clear()', see: storages },
	{ from: 'global', path: '{window,globalThis,self,global}.{localStorage,sessionStorage}.clear()', see: storages },
	{ from: 'global', path: '{clearTimeout,clearInterval,clearImmediate}()', see: timers },
	{ from: 'global', path: '{window,globalThis,self,global}.{clearTimeout,clearInterval,clearImmediate}()', see: timers },
	{ from: 'global', path: 'console.clear()', see: 'https://developer.mozilla.org/en-US/docs/Web/API/console/clear_static' },
	{ from: vitest, path: '{vi,vitest}.{fn,spyOn,mocked}().{mockReset,mockClear,mockRestore}()', see: 'https://vitest.dev/api/mock' },
	{ from: ['@jest/globals', 'global'], path: 'jest.{fn,spyOn,mocked}().{mockReset,mockClear,mockRestore}()', see: 'https://jestjs.io/docs/mock-function-api' },
	{ from: 'nock', path: '{cleanAll,restore}()', see: 'https://github.com/nock/nock#cleanall' },
	{ from: 'msw/node', path: 'setupServer().{resetHandlers,restoreHandlers}()', see: 'https://mswjs.io/docs/api/setup-server/reset-handlers' },
	{ from: 'msw/browser', path: 'setupWorker().{resetHandlers,restoreHandlers}()', see: 'https://mswjs.io/docs/api/setup-worker/reset-handlers' },
	{ from: ['fetch-mock', 'fetch-mock-jest'], path: '{reset,restore,resetHistory,mockReset,mockRestore,mockClear}()', see: 'https://www.wheresrhys.co.uk/fetch-mock/docs/API/resetting' },
	{ from: 'mockdate', path: 'reset()', see: 'https://github.com/boblauer/MockDate#resetdatetodate' },
];
