import { describe } from 'vitest';
import { draws, firstOfDisk } from './conditions.ts';
import { proves } from './prove.ts';

describe('order', () => {
	proves('what callbacks that overlap add to a list', {
		rule: 'no-unordered-equality',
		files: {
			'pages.test.js': `import { expect, test } from 'vitest';
import { titles } from './pages.js';

test('finds the titles', async () => {
	expect(await titles(['a.md', 'b.md'])).toEqual(['About', 'Books']);
});
`,
			'pages.js': `import { readFile } from 'node:fs/promises';

export async function titles(paths) {
	const found = [];
	await Promise.all(paths.map(async path => {
		const text = await readFile(path, 'utf8');
		found.push(text.trim());
	}));
	return found;
}
`,
			'a.md': 'About\n',
			'b.md': 'Books\n',
		},
		passes: firstOfDisk('first'),
		fails: firstOfDisk('last'),
		mend: 0,
	});
});

describe('chance', () => {
	const code = { 'code.js': `export const code = () => String(Math.floor(Math.random() * 1000000));\n` };

	proves('a draw that fits only now and then', {
		rule: 'no-random-assertion',
		files: {
			'code.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code } from './code.js';

test('has six digits', () => {
	assert.match(code(), /^\\d{6}$/);
});
`,
			...code,
		},
		passes: draws(0.5),
		fails: draws(0.05),
		mend: {
			'code.test.js': `import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { code } from './code.js';

test('has six digits', () => {
	mock.method(Math, 'random', () => 0.25);
	assert.match(code(), /^\\d{6}$/);
});
`,
		},
	});
});
