import { describe } from 'vitest';
import { allTests, firstOfDisk, nothingElse, onlyTest, talkative } from './conditions.ts';
import { proves } from './prove.ts';

describe('state', () => {
	proves('what an earlier test left in a list', {
		rule: 'no-order-dependent-test',
		files: {
			'events.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';

const events = [];

test('tells of a start', () => {
	events.push('start');
	assert.deepEqual(events, ['start']);
});

test('tells of a stop', () => {
	events.push('stop');
	assert.deepEqual(events, ['start', 'stop']);
});
`,
		},
		passes: allTests,
		fails: onlyTest('tells of a stop'),
		mend: {
			'events.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';

test('tells of a start', () => {
	const events = [];
	events.push('start');
	assert.deepEqual(events, ['start']);
});

test('tells of a stop', () => {
	const events = [];
	events.push('stop');
	assert.deepEqual(events, ['stop']);
});
`,
		},
	});

	proves('a setting that a test leaves behind', {
		rule: 'no-unrestored-global',
		files: {
			'mode.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isVerbose } from './mode.js';

test('is verbose where it is asked for', () => {
	process.env.VERBOSE = '1';
	assert.equal(isVerbose(), true);
});

test('is quiet', () => {
	assert.equal(isVerbose(), false);
});
`,
			'mode.js': `export const isVerbose = () => process.env.VERBOSE === '1';\n`,
		},
		passes: onlyTest('is quiet'),
		fails: allTests,
		mend: 0,
	});

	proves('a setting that a later test has to find', {
		rule: 'no-unrestored-global',
		files: {
			'level.test.js': `import { expect, test } from 'vitest';
import { levelOf } from './level.js';

test('takes the level that is asked for', () => {
	process.env.LEVEL = 'trace';
	expect(levelOf()).toBe('trace');
});

test('writes it in capitals', () => {
	expect(levelOf().toUpperCase()).toBe('TRACE');
});
`,
			'level.js': `export const levelOf = () => process.env.LEVEL ?? 'info';\n`,
		},
		passes: allTests,
		fails: onlyTest('writes it in capitals'),
		mend: {
			'level.test.js': `import { beforeEach, expect, test, vi } from 'vitest';
import { levelOf } from './level.js';

beforeEach(() => {
	vi.stubEnv('LEVEL', 'trace');
	return () => { vi.unstubAllEnvs(); };
});

test('takes the level that is asked for', () => {
	expect(levelOf()).toBe('trace');
});

test('writes it in capitals', () => {
	expect(levelOf().toUpperCase()).toBe('TRACE');
});
`,
		},
	});

	proves('a setting that two tests write at once', {
		rule: 'no-concurrent-global-mutation',
		files: {
			'mode.test.js': `import { describe, expect, test } from 'vitest';
import { start } from './mode.js';

describe.concurrent('the mode', () => {
	test('is production', async () => {
		process.env.MODE = 'production';
		expect(await start('a.json')).toBe('production');
	});

	test('is development', async () => {
		process.env.MODE = 'development';
		expect(await start('b.json')).toBe('development');
	});
});
`,
			'mode.js': `import { readFile } from 'node:fs/promises';

export async function start(file) {
	await readFile(file);
	return process.env.MODE;
}
`,
			'a.json': '{}',
			'b.json': '{}',
		},
		passes: onlyTest('is production'),
		fails: firstOfDisk('last'),
		mend: 0,
	});

	proves('the calls of a spy that two tests share', {
		rule: 'no-concurrent-global-mutation',
		files: {
			'notify.test.js': `import { describe, expect, test, vi } from 'vitest';
import { notify } from './notify.js';

const send = vi.fn();

describe.concurrent('notify', () => {
	test('sends one message', async () => {
		await notify(send, 'a.json');
		expect(send).toHaveBeenCalledTimes(1);
	});

	test('sends the address', async () => {
		await notify(send, 'b.json');
		expect(send).toHaveBeenCalledWith('b.json');
	});
});
`,
			'notify.js': `import { readFile } from 'node:fs/promises';

export async function notify(send, file) {
	await readFile(file);
	send(file);
}
`,
			'a.json': '{}',
			'b.json': '{}',
		},
		passes: firstOfDisk('first'),
		fails: firstOfDisk('last'),
		mend: {
			'notify.test.js': `import { describe, expect, test, vi } from 'vitest';
import { notify } from './notify.js';

describe.concurrent('notify', () => {
	test('sends one message', async () => {
		const send = vi.fn();
		await notify(send, 'a.json');
		expect(send).toHaveBeenCalledTimes(1);
	});

	test('sends the address', async () => {
		const send = vi.fn();
		await notify(send, 'b.json');
		expect(send).toHaveBeenCalledWith('b.json');
	});
});
`,
		},
	});

	proves('all that is written to the console', {
		rule: 'no-exact-log-equality',
		files: {
			'config.test.js': `import { expect, test, vi } from 'vitest';
import { readConfig } from './config.js';

test('warns about old settings', async () => {
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
	await readConfig({ old: true });
	expect(warn.mock.calls).toEqual([['old is deprecated']]);
});
`,
			'config.js': `import { readFile } from 'node:fs/promises';

export async function readConfig(settings) {
	if (settings.old) console.warn('old is deprecated');
	await new Promise(done => setTimeout(done, 20));
	return { ...JSON.parse(await readFile('package.json', 'utf8')), ...settings };
}
`,
		},
		passes: nothingElse,
		fails: talkative,
		mend: 0,
	});
});
