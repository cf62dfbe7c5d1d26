import { nodeunitPackage } from '../frameworks/nodeunit.ts';
import type { AssertionLibrary } from './row.ts';

export const nodeunit: AssertionLibrary = {
	name: 'nodeunit',
	see: 'https://github.com/caolan/nodeunit#api-documentation',
	entries: [{ kind: 'members', from: nodeunitPackage, path: 'TestContext' }],
	matchers: [
		{ matcher: 'ok', relation: 'truthy' },
		{ matcher: ['equal', 'equals', 'strictEqual'], relation: 'identical', expected: 1 },
		{ matcher: ['notEqual', 'notStrictEqual'], relation: 'identical', expected: 1, negated: true },
		{ matcher: ['deepEqual', 'same'], relation: 'deep-equal', expected: 1 },
		{ matcher: 'notDeepEqual', relation: 'deep-equal', expected: 1, negated: true },
		{ matcher: 'throws', relation: 'throws', expected: 1 },
		{ matcher: 'doesNotThrow', relation: 'throws', negated: true },
		{ matcher: 'ifError', relation: 'falsy' },
	],
};
