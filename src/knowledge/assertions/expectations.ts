import type { ExpectationRow } from './row.ts';

/** Calls on what stands in for something that fail unless it was asked for all that it was told to expect. */
export const expectationRows: readonly ExpectationRow[] = [
	{ from: 'nock', path: '().**.done()', see: 'https://github.com/nock/nock#expectations' },
	{ from: 'sinon', path: 'mock().verify()', see: 'https://sinonjs.org/releases/latest/mocks/' },
	{ from: 'sinon', path: 'mock().**.verify()', see: 'https://sinonjs.org/releases/latest/mocks/' },
	{ from: 'sinon', path: '{createSandbox,sandbox}().mock().verify()', see: 'https://sinonjs.org/releases/latest/sandbox/' },
	{ from: 'sinon', path: '{createSandbox,sandbox}().{verify,verifyAndRestore}()', see: 'https://sinonjs.org/releases/latest/sandbox/' },
	{ from: 'undici', path: 'new MockAgent.assertNoPendingInterceptors()', see: 'https://undici.nodejs.org/#/docs/api/MockAgent' },
];
