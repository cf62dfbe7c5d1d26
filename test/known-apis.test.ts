import { expect, test } from 'vitest';

import { allRows } from '../src/knowledge/all-rows.ts';
import { knownApis } from '../tools/known-apis.ts';

test('docs/known-apis.md says what the rows say; `npm run docs` writes it', async () => {
	await expect(knownApis(allRows)).toMatchFileSnapshot('../docs/known-apis.md');
});

test('names a package, a path and a source', () => {
	const row = { from: ['b', 'a'], path: 'sleep()', effect: 'sleep', see: 'https://example.com/sleep', flaky: '' } as const;
	const flow = { ...row, effect: 'flow', carries: [0], from: 'c' } as const;
	expect(knownApis([row, flow]).split('\n').slice(-4)).toEqual([
		'## `a`, `b`',
		'',
		'- `sleep()` waits for a fixed time ([source](https://example.com/sleep))',
		'',
	]);
});
