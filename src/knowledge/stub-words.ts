/** Methods with which stubs, spies and fake clocks put back what they stand for (Jest, Vitest, Sinon, Jasmine, node:test, testdouble). */
export const restoring: ReadonlySet<string> = new Set(['mockRestore', 'mockReset', 'restore', 'uninstall', 'reset', 'dispose', 'unmock', 'removeStub']);

/** Methods that tell a stub what to answer (Sinon, Jest, Vitest, Jasmine). */
export const answering: ReadonlySet<string> = new Set(['returns', 'mockReturnValue', 'mockReturnValueOnce', 'returnValue']);

/** Functions of assertion libraries and loggers that look at what they are handed, and leave it open. */
export const looking: ReadonlySet<string> = new Set(['expect', 'once', 'assert', 'ok', 'equal', 'strictEqual', 'deepEqual', 'is', 'true', 'notEqual', 'not', 'log']);
