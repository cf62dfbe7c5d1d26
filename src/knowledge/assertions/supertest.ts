import type { AssertionLibrary } from './row.ts';

/** A request that says itself what the answer is to be. */
export const supertest: AssertionLibrary = {
	name: 'supertest',
	see: 'https://github.com/forwardemail/supertest#expectstatus-body-fn',
	entries: [
		{ kind: 'answer', from: ['supertest', 'supertest-as-promised'], path: '()', method: 'expect', part: 'body', status: 'status', pattern: 'matching' },
		{ kind: 'answer', from: ['supertest', 'supertest-as-promised'], path: 'agent()', method: 'expect', part: 'body', status: 'status', pattern: 'matching' },
		{ kind: 'answer', from: ['@eggjs/supertest'], path: '()', method: 'expect', part: 'body', status: 'status', pattern: 'matching' },
		{ kind: 'answer', from: ['@eggjs/supertest'], path: 'request()', method: 'expect', part: 'body', status: 'status', pattern: 'matching' },
		{ kind: 'answer', from: ['@eggjs/supertest'], path: 'agent()', method: 'expect', part: 'body', status: 'status', pattern: 'matching' },
	],
	words: { flags: ['matching'] },
	matchers: [{ matcher: 'expect', relation: 'deep-equal', expected: 0, flagged: { matching: 'matches' } }],
};
