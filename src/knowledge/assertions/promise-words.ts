/** Where an assertion begins, in the libraries whose assertions give back nothing. */
export const assertionWords: ReadonlySet<string> = new Set(['expect', 'assert', 'should', 'TestContext', 'QUnitAssert', 'console']);

/** The words that make them promises. */
export const asynchronousWords: ReadonlySet<string> = new Set(['resolves', 'rejects', 'poll', 'eventually', 'throwsAsync', 'notThrowsAsync', 'doesNotReject', 'toPass', 'waitFor', 'test', 'try']);
