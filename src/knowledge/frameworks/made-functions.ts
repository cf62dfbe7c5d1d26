/** Functions that tests make to be called in the place of others: rows of package and access path. */
export const madeFunctions = [
	{ from: ['global', '@jest/globals', 'bun:test'], path: 'jest.fn()' },
	{ from: ['global', 'vitest', 'bun:test'], path: '{vi,vitest}.fn()' },
	{ from: ['bun:test'], path: 'mock()' },
	{ from: ['sinon'], path: '{stub,spy,fake}()' },
	{ from: ['sinon'], path: 'createSandbox().{stub,spy,fake}()' },
	{ from: ['node:test'], path: 'mock.fn()' },
	{ from: ['node:test'], path: 'TestContext.mock.fn()' },
	{ from: ['global'], path: 'jasmine.createSpy()' },
] as const satisfies readonly { readonly from: readonly string[]; readonly path: string }[];
