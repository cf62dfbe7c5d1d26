import { describe } from 'vitest';
import { disk, inMemory } from './conditions.ts';
import { proves } from './prove.ts';

const slow = disk('the disk is slow', { readFile: 300 });

describe('the schedule', () => {
	proves('a wait for work that takes as long as it takes', {
		rule: 'no-sleep',
		files: {
			'index.test.js': `import { expect, test } from 'vitest';
import { build, index } from './index.js';

test('is built', async () => {
	build();
	await new Promise(resolve => setTimeout(resolve, 100));
	expect(index.size).toBe(1);
});
`,
			'index.js': `import { readFile } from 'node:fs/promises';

export const index = new Map();
export function build() {
	readFile('package.json', 'utf8').then(text => index.set('package.json', text));
}
`,
		},
		passes: inMemory,
		fails: slow,
		mend: 0,
	});

	proves('work that nobody waits for', {
		rule: 'no-unawaited-effect',
		files: {
			'notes.test.js': `import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { save } from './notes.js';

test('saves', async () => {
	save('notes.txt', 'buy milk');
	assert.equal(await readFile('notes.txt', 'utf8'), 'buy milk');
});
`,
			'notes.js': `import { writeFile } from 'node:fs/promises';

export async function save(path, text) {
	await writeFile(path, text);
}
`,
			'notes.txt': '',
		},
		passes: disk('what is written is there at once', { writeFile: 0, readFile: 200 }),
		fails: disk('what is written is there later', { writeFile: 200, readFile: 0 }),
		mend: 0,
	});

	proves('an event that may be over before anybody listens', {
		rule: 'no-late-listener',
		files: {
			'child.test.js': `import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

test('ends by a signal', { timeout: 10_000 }, async () => {
	const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 5000)']);
	child.kill();
	await readFile('package.json');
	const [, signal] = await once(child, 'exit');
	assert.equal(signal, 'SIGTERM');
});
`,
		},
		passes: inMemory,
		fails: disk('the disk is very slow', { readFile: 1_500 }),
		mend: {
			'child.test.js': `import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

test('ends by a signal', { timeout: 10_000 }, async () => {
	const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 5000)']);
	const exit = once(child, 'exit');
	child.kill();
	await readFile('package.json');
	const [, signal] = await exit;
	assert.equal(signal, 'SIGTERM');
});
`,
		},
	});

	proves('a time limit that is the verdict', {
		rule: 'no-tight-timeout',
		files: {
			'answer.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from './answer.js';

test('answers', async () => {
	const late = new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), 100));
	const text = await Promise.race([answer(), late]);
	assert.ok(text.startsWith('{'));
});
`,
			'answer.js': `import { readFile } from 'node:fs/promises';

export const answer = () => readFile('package.json', 'utf8');
`,
		},
		passes: inMemory,
		fails: slow,
		mend: {
			'answer.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from './answer.js';

test('answers', { timeout: 5000 }, async () => {
	const text = await answer();
	assert.ok(text.startsWith('{'));
});
`,
		},
	});
});
