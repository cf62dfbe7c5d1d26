import { describe } from 'vitest';
import { freePort, inZone, network, nothingElse, takenPath, takenPort } from './conditions.ts';
import { proves } from './prove.ts';

const free = await freePort();

describe('the outside world', () => {
	proves('a port that something else may hold', {
		rule: 'no-fixed-port',
		files: {
			'server.test.js': `import assert from 'node:assert/strict';
import http from 'node:http';
import { test } from 'node:test';

const port = ${free};

test('answers', async t => {
	const server = http.createServer((_, response) => response.end('hi'));
	await new Promise((done, failed) => server.on('error', failed).listen(port, done));
	t.after(() => server.close());
	const response = await fetch(\`http://localhost:\${port}\`);
	assert.equal(await response.text(), 'hi');
});
`,
		},
		passes: nothingElse,
		fails: takenPort(free),
		mend: {
			'server.test.js': `import assert from 'node:assert/strict';
import http from 'node:http';
import { test } from 'node:test';

test('answers', async t => {
	const server = http.createServer((_, response) => response.end('hi'));
	await new Promise((done, failed) => server.on('error', failed).listen(0, done));
	t.after(() => server.close());
	const response = await fetch(\`http://localhost:\${server.address().port}\`);
	assert.equal(await response.text(), 'hi');
});
`,
		},
	});

	proves('a path that all runs have in common', {
		rule: 'no-fixed-path',
		files: {
			'export.test.js': `import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

const folder = join(tmpdir(), 'deflake-export');

before(() => {
	mkdirSync(folder, { recursive: true });
});
after(() => {
	rmSync(folder, { recursive: true });
});

test('begins with nothing', () => {
	assert.deepEqual(readdirSync(folder), []);
});
`,
		},
		passes: nothingElse,
		fails: takenPath('deflake-export'),
		mend: 0,
	});

	proves('a host that has to be there', {
		rule: 'no-real-network',
		files: {
			'users.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadUser } from './users.js';

test('loads a user', async () => {
	assert.equal((await loadUser('octocat')).login, 'octocat');
});
`,
			'users.js': `export async function loadUser(name) {
	const response = await fetch(\`https://api.github.com/users/\${name}\`);
	return response.json();
}
`,
		},
		passes: network('{ "login": "octocat" }'),
		fails: network(undefined),
		mend: {
			'users.test.js': `import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { loadUser } from './users.js';

test('loads a user', async () => {
	mock.method(globalThis, 'fetch', async () => Response.json({ login: 'octocat' }));
	assert.equal((await loadUser('octocat')).login, 'octocat');
});
`,
		},
	});

	proves('an hour that is another one elsewhere', {
		rule: 'no-environment-dependence',
		files: {
			'time.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeOf } from './time.js';

test('shows the time', () => {
	assert.equal(timeOf(new Date('2020-06-15T10:30:00Z')), '10:30');
});
`,
			'time.js': `export const timeOf = date => \`\${date.getHours()}:\${date.getMinutes()}\`;\n`,
		},
		passes: inZone('UTC'),
		fails: inZone('Asia/Tokyo'),
		mend: {
			'time.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeOf } from './time.js';

test('shows the time', () => {
	assert.equal(timeOf(new Date(2020, 5, 15, 10, 30)), '10:30');
});
`,
		},
	});
});
