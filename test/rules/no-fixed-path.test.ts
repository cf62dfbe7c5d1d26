import { describe, expect, it } from 'vitest';

import rule from '../../rules/no-fixed-path.ts';
import { deflake } from '../cli/run-command.ts';
import { casesOf } from '../support/rule-cases.ts';
import { scratch } from '../support/scratch.ts';

const { allows, flags, leaves } = casesOf('no-fixed-path', rule);

const together = casesOf('no-fixed-path', rule, { projectIndex: true });

const own = { options: { own: true } };

describe('paths for temporary files', () => {
	flags('one that is put together', `import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
const file = path.join(os.tmpdir(), 'trace.json');
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`<tmp>/trace.json\` is one path for all runs on a machine: a run beside this one writes to it
beforeEach(() => {
	if (fs.existsSync(file)) fs.unlinkSync(file);
});
it('traces', async () => {
	await trace(file);
});`);

	flags('a literal one', `import { writeFile } from 'node:fs/promises';
it('writes', async () => {
	await writeFile('/tmp/out.txt', made());
	                ~~~~~~~~~~~~~~ <tmp>/out.txt
});`);

	flags('a folder once, and not each place where what lies in it is named', {
		'a.test.ts': `import fs from 'node:fs';
import { save } from './save';
it('writes into a folder', () => {
	fs.mkdirSync('/tmp/notes');
	             ~~~~~~~~~~~~ <tmp>/notes
	save('/tmp/notes', 'a');
	expect(fs.readFileSync('/tmp/notes/a.json', 'utf8')).toBe(made());
	fs.rmSync('/tmp/notes', { recursive: true });
});
it('writes a file before it takes the folder away', () => {
	save('/tmp/drafts', 'b');
	     ~~~~~~~~~~~~~ <tmp>/drafts/b.json
	check();
	fs.rmSync('/tmp/drafts', { recursive: true });
});
it('writes into two folders', () => {
	fs.mkdirSync('/tmp/left');
	             ~~~~~~~~~~~ <tmp>/left
	save('/tmp/right', 'c');
	     ~~~~~~~~~~~~ <tmp>/right/c.json
});
`,
		'save.ts': `import fs from 'node:fs';
import path from 'node:path';
export const save = (folder: string, name: string) => fs.writeFileSync(path.join(folder, name + '.json'), made());
`,
	});

	flags('a folder once, and not each file in it', `const { tmpdir } = require('os');
const { mkdirSync, rmSync, writeFileSync } = require('fs');
const { join } = require('path');
const dir = tmpdir() + '/app';
            ~~~~~~~~~~~~~~~~~ <tmp>/app
before(() => {
	mkdirSync(dir, { recursive: true });
});
after(() => rmSync(dir, { recursive: true }));
it('writes', () => {
	const file = join(dir, 'a.txt');
	writeFileSync(file, 'a');
	writeFileSync(\`\${dir}/b.txt\`, 'b');
});`, { mends: { 'Make a new folder, and take its name.': `const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('os');
const { mkdirSync, rmSync, writeFileSync } = require('fs');
const { join } = require('path');
const dir = mkdtempSync(tmpdir() + '/app-');
before(() => {
	mkdirSync(dir, { recursive: true });
});
after(() => rmSync(dir, { recursive: true }));
it('writes', () => {
	const file = join(dir, 'a.txt');
	writeFileSync(file, 'a');
	writeFileSync(\`\${dir}/b.txt\`, 'b');
});` } });

	flags('one that ends with the name of a constant', `
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
const NAME = 'app';
const dir = join(tmpdir(), NAME);
            ~~~~~~~~~~~~~~~~~~~~ <tmp>/app
before(() => {
	mkdirSync(dir, { recursive: true });
});
after(() => rmSync(dir, { recursive: true }));
it('writes', () => {
	writeFileSync(join(dir, 'a.txt'), 'a');
});`, { mends: { 'Make a new folder, and take its name.': `
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
const NAME = 'app';
const dir = mkdtempSync(join(tmpdir(), NAME) + '-');
before(() => {
	mkdirSync(dir, { recursive: true });
});
after(() => rmSync(dir, { recursive: true }));
it('writes', () => {
	writeFileSync(join(dir, 'a.txt'), 'a');
});` } });

	flags('one of a helper', {
		'test/a.test.ts': `import { save } from './support/save';
it('saves', async () => {
	await save('a');
	      ~~~~~~~~~ \`<tmp>/saved.json\` is one path for all runs on a machine (save (test/support/save.ts:5) → outputJson)
});`,
		'test/support/save.ts': `import fs from 'fs-extra';
import os from 'os';
const place = \`\${os.tmpdir()}/saved.json\`;
export async function save(value) {
	await fs.outputJson(place, value);
}`,
	});

	flags('one that the code under test is handed', {
		'test/a.test.ts': `import { FileStore } from '../src/store';
it('saves', () => {
	const store = new FileStore('/tmp/store');
	                            ~~~~~~~~~~~~ save (src/store.ts:7) → writeFileSync
	store.save('a', 'b');
});`,
		'src/store.ts': `import fs from 'node:fs';
export class FileStore {
	constructor(folder) {
		this.folder = folder;
	}
	save(name, text) {
		fs.writeFileSync(this.folder + '/' + name, text);
	}
}`,
	});

	flags('those of Deno and of databases', `import Database from 'better-sqlite3';
it('stores', async () => {
	new Database('/tmp/test.db');
	             ~~~~~~~~~~~~~~ test.db
	await Deno.remove('/var/tmp/cache', { recursive: true });
	                  ~~~~~~~~~~~~~~~~ <tmp>/cache
});`);
});

describe('paths that differ by the time alone', () => {
	flags('one in a hook around each test', `import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
let dir;
beforeEach(() => {
	dir = path.join(os.tmpdir(), \`app-\${Date.now()}\`);
	                                    ~~~~~~~~~~ \`<tmp>/app-*\` differs by the time alone (Date.now)
	fs.mkdirSync(dir);
});
it('a', () => {});
it('b', () => {});`);

	flags('one of a helper that several tests call', {
		'test/a.test.ts': `import { makeFolder } from './make-folder';
it('a', () => {
	makeFolder();
	~~~~~~~~~~~~ makeFolder (test/make-folder.ts:4) → Date.now
});
it('b', () => {
	makeFolder();
	~~~~~~~~~~~~ differs by the time alone
});`,
		'test/make-folder.ts': `import { mkdirSync } from 'fs';
import { tmpdir } from 'os';
export function makeFolder() {
	const folder = \`\${tmpdir()}/app-\${Date.now()}\`;
	mkdirSync(folder);
	return folder;
}`,
	});

	const removed = (write: string, mark = '') => `import fs from 'node:fs';
import { Journal } from 'journal';
let file;
beforeEach(() => {
	file = \`journal-\${Date.now()}.log\`;${mark}
	${write}
});
afterEach(() => {
	fs.rmSync(file, { force: true });
});
it('a', () => {});
it('b', () => {});`;
	flags('one that is removed behind each test', removed("fs.writeFileSync(file, '');", '\n\t                  ~~~~~~~~~~ differs by the time alone'));
	allows('one that is only removed, where nothing is seen to make it', removed('new Journal({ file, disabled: true });'));

	allows('one that is made once', `import fs from 'node:fs';
const dir = \`/tmp/app-\${Date.now()}\`;
let other;
beforeAll(() => {
	other = '/tmp/other-' + new Date().getTime();
	fs.mkdirSync(dir);
	fs.mkdirSync(other);
});
it('a', () => {
	fs.writeFileSync(dir + '/a', '');
	fs.writeFileSync(other + '/a', '');
});
it('b', () => {});`);
});

describe('paths in the project', () => {
	flags('one that two tests write at once', `import test from 'ava';
import fs from 'fs-extra';
test('a', async t => {
	await fs.outputFile('./temp/out.txt', 'a');
	                    ~~~~~~~~~~~~~~~~ \`temp/out.txt\` is also written by "b", at the same time: AVA runs the tests of a file at once
});
test('b', async t => {
	await fs.remove('./temp');
	                ~~~~~~~~ \`temp\` is also written by "a"
});`);

	flags('one that a test writes beside itself', `import { writeFile } from 'node:fs/promises';
import { test } from 'vitest';
test.concurrent.each([1, 2])('a %i', async n => {
	await writeFile(new URL('./out.txt', import.meta.url), String(n));
	                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`out.txt\` is also written by each run of this test
});`);

	flags('any, where that is asked for', {
		'test/a.test.js': `const fs = require('fs');
const path = require('path');
const dir = path.join(__dirname, 'tmp');
            ~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`test/tmp\` is one path for all runs in this folder
it('writes', () => {
	fs.mkdirSync(dir);
	fs.rmSync(dir, { recursive: true });
	fs.writeFileSync('b.txt', 'b');
	                 ~~~~~~~ \`b.txt\`
});`,
		'package.json': '{}',
	}, own);

	allows('one of tests that run one after another', `import fs from 'fs-extra';
it('a', async () => {
	await fs.outputFile('./temp/out.txt', 'a');
});
it('b', async () => {
	await fs.remove('./temp');
});`);

	allows('two of tests that run at once', `import test from 'ava';
import fs from 'fs-extra';
test('a', async t => {
	await fs.outputFile('./temp/a.txt', 'a');
});
test('b', async t => {
	await fs.outputFile('./temp/b.txt', 'b');
});`);
});

describe('paths that nothing else writes', () => {
	allows('folders that are made anew', `import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import tmp from 'tmp';
import { temporaryDirectory } from 'tempy';
it('writes', () => {
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'app-'));
	fs.writeFileSync(path.join(dir, 'a.txt'), '');
	fs.writeFileSync(path.join(temporaryDirectory(), 'a.txt'), '');
	fs.writeFileSync(tmp.fileSync().name, '');
	fs.rmSync(dir, { recursive: true });
});`, own);

	for (const [name, path, isFlagged] of [['a lock, which is one for all on purpose', '/tmp/app.lock', false], ['a file of another name', '/tmp/app.json', true]] as const) {
		const code = `import fs from 'node:fs';
it('waits for its turn', async () => {
	const handle = await fs.promises.open('${path}', 'wx');
${isFlagged ? `	                                      ${'~'.repeat(path.length + 2)}\n` : ''}	await handle.close();
});`;
		if (isFlagged) flags(name, code);
		else allows(name, code, own);
	}

	allows('names that are unique', `import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
it('writes', t => {
	fs.writeFileSync(\`/tmp/\${randomUUID()}\`, '');
	fs.writeFileSync(\`/tmp/\${process.pid}\`, '');
	fs.writeFileSync(\`/tmp/\${process.env.VITEST_POOL_ID}.txt\`, '');
	fs.writeFileSync('/tmp/' + Math.random().toString(36).slice(2), '');
	fs.writeFileSync(\`/tmp/\${t.name}\`, '');
	fs.writeFileSync(\`/tmp/\${Date.now()}-\${Math.random()}\`, '');
});`, own);

	allows('what only reads, and what is there already', `import fs from 'node:fs';
it('reads', () => {
	fs.readFileSync('/tmp/a.txt');
	fs.openSync('/tmp/a.txt', 'r');
	fs.existsSync('/tmp/a.txt');
	fs.mkdirSync('/tmp/a', { recursive: true });
	fs.copyFileSync('/tmp/a.txt', process.env.OUT);
});`, own);

	allows('files in memory', `import fs from 'node:fs';
import mock from 'mock-fs';
beforeEach(() => mock({}));
it('writes', () => {
	fs.writeFileSync('/tmp/a.txt', '');
});`, own);

	allows('a module that is mocked', `import fs from 'node:fs';
import { vi } from 'vitest';
vi.mock('node:fs');
it('writes', () => {
	fs.writeFileSync('/tmp/a.txt', '');
});`, own);

	allows('a function that is stubbed', `import fs from 'node:fs';
import { vi } from 'vitest';
it('writes', () => {
	vi.spyOn(fs, 'writeFileSync').mockImplementation(() => {});
	fs.writeFileSync('/tmp/a.txt', '');
});`, own);

	allows('paths of the program itself', {
		'test/a.test.ts': `import { cache } from '../src/cache';
it('caches', () => cache('a'));`,
		'src/cache.ts': `import fs from 'node:fs';
export const cache = text => fs.writeFileSync('/tmp/cache.txt', text);`,
	}, own);

	allows('devices, and places that nobody can write to', `import fs from 'node:fs';
import Database from 'better-sqlite3';
it('writes', () => {
	fs.writeFileSync('/dev/null', '');
	fs.writeFileSync('/nowhere/a.txt', '');
	new Database(':memory:');
	new Database();
});`, own);

	allows('what does not run', `import fs from 'node:fs';
it.skip('writes', () => {
	fs.writeFileSync('/tmp/a.txt', '');
});`, own);
});

describe('what a new folder alone does not mend', () => {
	leaves('a file', `import fs from 'node:fs';
import os from 'node:os';
it('writes', () => {
	fs.writeFileSync(os.tmpdir() + '/a.txt', made());
});`);

	leaves('a folder that must not be there', `import fs from 'node:fs';
import os from 'node:os';
it('writes', () => {
	const dir = os.tmpdir() + '/app';
	fs.mkdirSync(dir);
	fs.rmdirSync(dir);
});`);
});

describe('paths of two test files', () => {
	const writes = (path: string, mark = ''): string => `import fs from 'fs-extra';
import { test } from 'vitest';
test('writes', async () => {
	await fs.outputFile(${path}, '');${mark}
});`;
	const removes = `import fs from 'fs-extra';
import { test } from 'vitest';
test('removes', async () => {
	await fs.remove('./temp');
});`;

	together.flags('the same one', {
		'test/a.test.ts': writes(`'./temp/out.txt'`, `
	                    ~~~~~~~~~~~~~~~~ \`temp/out.txt\` is also written by test/b.test.ts:4, which may run at the same time`),
		'test/b.test.ts': writes(`new URL('../temp/out.txt', import.meta.url)`),
		'package.json': '{}',
	});

	together.flags('one that the other removes with its folder', {
		'test/a.test.ts': writes(`'./temp/out.txt'`, `
	                    ~~~~~~~~~~~~~~~~ is also written by test/b.test.ts:4`),
		'test/b.test.ts': removes,
		'package.json': '{}',
	});

	const starts = (phase: string, mark = ''): string => `import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ${phase}, test } from 'vitest';
${phase}(() => {
	fs.mkdirSync(path.join(os.tmpdir(), 'app-' + Date.now()));${mark}
});
test('a', () => {});`;
	together.flags('one that the time names, where both files start', {
		'test/a.test.ts': starts('beforeAll', `
	                                             ~~~~~~~~~~ differs by the time alone`),
		'test/b.test.ts': starts('beforeAll'),
		'package.json': '{}',
	});
	together.allows('one that the time names, later', { 'test/a.test.ts': starts('afterAll'), 'test/b.test.ts': starts('beforeAll'), 'package.json': '{}' });

	together.allows('two in one folder', { 'test/a.test.ts': writes(`'./temp/a.txt'`), 'test/b.test.ts': writes(`'./temp/b.txt'`), 'package.json': '{}' });
	together.allows('the same one, in files that run one after another', {
		'test/a.test.ts': writes(`'./temp/out.txt'`),
		'test/b.test.ts': removes,
		'package.json': '{}',
		'vitest.config.ts': 'export default { test: { fileParallelism: false } };',
	});
	allows('the same one, where nobody asks for other files', { 'test/a.test.ts': writes(`'./temp/out.txt'`), 'test/b.test.ts': removes, 'package.json': '{}' });
});

flags('the folder for temporary files, where the environment may name it', `import fs from 'node:fs';
import path from 'node:path';
import shell from 'shelljs';
import { test } from 'vitest';
const folder = process.env.TMPDIR ?? '/tmp';
test('a', () => {
	fs.writeFileSync(path.join(folder, 'a.txt'), made());
	                 ~~~~~~~~~~~~~~~~~~~~~~~~~~ \`<tmp>/a.txt\` is one path for all runs on a machine
	shell.rm('-rf', '/tmp/b');
	                ~~~~~~~~
});`);

allows('relative paths of tests that go to a folder of their own', `import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
beforeEach(() => {
	process.chdir(fs.mkdtempSync(path.join(os.tmpdir(), 'own-')));
});
it('writes', () => {
	fs.writeFileSync('out.txt', 'a');
	fs.cpSync('fixtures', '.');
});`, own);

allows('relative paths of tests that a helper of another package takes to a folder of their own', {
	'packages/app/test/a.test.ts': `import fs from 'node:fs';
import { inOwnFolder } from '@app/tools/testing';
import { describe, it } from 'vitest';
describe('app', () => {
	inOwnFolder();
	it('writes', () => fs.writeFileSync('out.txt', 'a'));
});`,
	'packages/tools/src/testing.ts': `import fs from 'node:fs';
import { afterEach, beforeEach } from 'vitest';
const before = process.cwd();
export function inOwnFolder() {
	beforeEach(() => process.chdir(fs.mkdtempSync('/tmp/own-')));
	afterEach(() => process.chdir(before));
}`,
	'packages/tools/package.json': '{ "name": "@app/tools", "exports": { "./testing": "./dist/testing.js" } }',
	'packages/app/package.json': '{ "name": "@app/app", "devDependencies": { "@app/tools": "workspace:*" } }',
	'package.json': '{ "private": true, "workspaces": ["packages/*"] }',
}, own);

flags('absolute paths of such tests', `import fs from 'node:fs';
beforeEach(() => {
	process.chdir(fs.mkdtempSync('own-'));
});
it('writes', () => {
	fs.writeFileSync('/tmp/out.txt', made());
	                 ~~~~~~~~~~~~~~ <tmp>/out.txt
});`);

allows('a lock, and a log that is only added to', `import fs from 'node:fs';
import { test } from 'vitest';
test('a', () => {
	fs.writeFileSync('/tmp/a.lock.txt', '', { flag: 'wx' });
	fs.appendFileSync('/tmp/app.log', 'a');
});`, own);

allows('a path behind a branch that the call rules out', {
	'test/a.test.ts': `import { test } from 'vitest';
import { start } from './start';
test('a', () => {
	start({ dump: false });
	start();
	start({}, undefined);
});`,
	'test/start.ts': `import fs from 'node:fs';
export function start({ dump = false } = {}, done) {
	if (dump) fs.writeFileSync('/tmp/dump.txt', 'a');
	if (typeof done === 'function') fs.writeFileSync('/tmp/done.txt', 'a');
	if (typeof done !== 'function') return;
	fs.writeFileSync('/tmp/end.txt', 'a');
}`,
}, own);

flags('a path behind a branch that the call takes', {
	'test/a.test.ts': `import { test } from 'vitest';
import { start } from './start';
test('a', () => {
	start({ dump: true }, () => {});
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ <tmp>/dump.txt
});`,
	'test/start.ts': `import fs from 'node:fs';
export function start({ dump = false } = {}, done) {
	if (dump) fs.writeFileSync('/tmp/dump.txt', 'a');
	if (typeof done !== 'function') fs.writeFileSync('/tmp/none.txt', 'a');
}`,
});

allows('the project itself', `import fs from 'node:fs';
it('copies', () => {
	fs.cpSync('fixtures', '.');
	fs.cpSync('fixtures', process.cwd());
});`, own);

allows('a folder that may be any', `import fs from 'node:fs';
import path from 'node:path';
import { test } from 'vitest';
const folder = process.env.OUT ?? '/tmp';
test('a', () => fs.writeFileSync(path.join(folder, 'a.txt'), 'a'));`);

describe('folders that an environment variable may change', () => {
	const builds = (path: string, under = '') => `import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
test('builds', () => {
	const folder = ${path};
	${under}
	fs.mkdirSync(folder);
});`;
	for (const [before, path] of [
		['process.env.OUT ?? ', `join(os.tmpdir(), 'app')`],
		['process.env.OUT || ', `'/tmp/app'`],
	] as const)
		flags(`where nothing sets it: ${before}${path}`, builds(before + path, `${' '.repeat(`const folder = ${before}`.length)}${'~'.repeat(path.length)} <tmp>/app`));

	flags('as the default of what is taken from the environment, in a helper', {
		'test/a.test.ts': `import fs from 'fs-extra';
import { test } from 'vitest';
import { settings } from './util/settings';
test('builds', () => {
	const { folder } = settings();
	fs.ensureDirSync(folder);
	fs.removeSync(folder);
	~~~~~~~~~~~~~~~~~~~~~ <tmp>/app
});`,
		'test/util/settings.ts': `import os from 'node:os';
import path from 'node:path';
export function settings() {
	const { OUT = path.join(os.tmpdir(), 'app') } = process.env;
	return { folder: OUT };
}`,
	});

	const own = builds(`process.env.OUT ?? '/tmp/app'`);
	for (const [name, files] of [
		['that the file sets', { 'a.test.ts': `process.env.OUT = await import('./folder');\n${own}` }],
		['that a script sets', { 'a.test.ts': own, 'package.json': '{ "scripts": { "test": "OUT=$(mktemp -d) vitest" } }' }],
		['that a file of variables sets', { 'a.test.ts': own, 'package.json': '{}', '.env.test': 'OUT=/tmp/mine\n' }],
		['that may be in the project', { 'a.test.ts': builds(`process.env.OUT ?? 'build'`) }],
		['of which there are two', { 'a.test.ts': builds(`process.env.CI ? '/tmp/app' : '/tmp/own'`) }],
		['of the program', { 'test/a.test.ts': `import { start } from '../src/start';\nit('starts', () => start());`, 'src/start.ts': `import fs from 'node:fs';\nexport const start = () => fs.mkdirSync(process.env.OUT ?? '/tmp/app');` }],
	] as const) allows(`one ${name}`, files);
});

flags('a socket', `import net from 'node:net';
import { test } from 'vitest';
test('a', () => {
	net.createServer().listen('/tmp/app.sock');
	                          ~~~~~~~~~~~~~~~
});`);

allows('ports', `import net from 'node:net';
import { test } from 'vitest';
test('a', () => {
	net.createServer().listen('3000');
	net.createServer().listen(3000);
});`, { options: { own: true } });

describe('a checkout among the temporary files', () => {
	const written = async (place: string): Promise<string> => {
		const cwd = scratch({
			'app/package.json': '{}',
			'app/test/a.test.js': `import { writeFile } from 'node:fs/promises';\nimport path from 'node:path';\nimport { it } from 'vitest';\nit('writes', async () => { await writeFile(${place}, made()); });`,
		});
		return (await deflake(cwd, '--rule', 'no-fixed-path')).out;
	};

	it('has paths of its own beside its packages', async () => {
		expect(await written(`path.join(import.meta.dirname, '../../out.txt')`)).toBe('Nothing found in 1 file.\n');
	});

	it('has others beside it', async () => {
		expect(await written(`path.join('/tmp', 'out.txt')`)).toContain('`<tmp>/out.txt` is one path for all runs on a machine');
	});
});

describe('separators between folders', () => {
	flags('the system’s', { 'a.test.ts': `import fs from 'node:fs';
import os from 'node:os';
import path, { sep } from 'node:path';
it('writes', () => {
	fs.writeFileSync(os.tmpdir() + path.sep + 'report.txt', made());
	                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`<tmp>/report.txt\`
	fs.writeFileSync(__dirname + sep + 'x', '');
	                 ~~~~~~~~~~~~~~~~~~~~~ \`x\` is one path for all runs in this folder
});` }, { options: { own: true } });
});

describe('files that pages and downloads are kept in', () => {
	flags('a picture, a download, a state', `import { expect, test } from '@playwright/test';
test('exports', async ({ page, context }) => {
	await page.screenshot({ path: '/tmp/page.png' });
	                              ~~~~~~~~~~~~~~~
	await page.locator('.chart').screenshot({ path: '/tmp/chart.png' });
	                                                ~~~~~~~~~~~~~~~~
	const download = page.waitForEvent('download');
	await page.getByText('Export').click();
	await (await download).saveAs('/tmp/export.csv');
	                              ~~~~~~~~~~~~~~~~~
	await context.storageState({ path: '/tmp/state.json' });
	                                   ~~~~~~~~~~~~~~~~~
});`);

	const state = (write: string): string => `import { test } from '@playwright/test';
test('signs in', async ({ page, context }) => {
	await page.getByText('Sign in').click();
	${write}
});`;
	allows('a state in the project, which other tests begin with', state(`await context.storageState({ path: 'tests/.auth/ada.json' });`), { options: { own: true } });
	flags('a state in the project, and a picture', state(`await context.storageState({ path: 'tests/.auth/ada.json' });
	await page.screenshot({ path: 'tests/page.png' });
	                              ~~~~~~~~~~~~~~~~ one path for all runs in this folder`), { options: { own: true } });

	flags('a download that is waited for beside what begins it', `import { test } from '@playwright/test';
test('exports', async ({ page }) => {
	const [download, , other] = await Promise.all([page.waitForEvent('download'), page.click('a'), page.waitForEvent('popup')]);
	await download.saveAs('/tmp/export.csv');
	                      ~~~~~~~~~~~~~~~~~
	await other.saveAs(download.suggestedFilename());
});`);
	allows('what none of those is that are waited for', `import { test } from '@playwright/test';
test('exports', async ({ page }) => {
	const [page, download] = await Promise.all([load(), page.waitForEvent('download'), ...more()]);
	await page.saveAs('/tmp/export.csv');
	const [first, second] = await Promise.all([...more(), page.waitForEvent('download')]);
	await second.saveAs('/tmp/export.csv');
});`);
	allows('those of the test, or none', `import { expect, test } from '@playwright/test';
test('exports', async ({ page }, info) => {
	await page.screenshot();
	await page.screenshot({ path: info.outputPath('page.png') });
	const download = page.waitForEvent('download');
	await page.getByText('Export').click();
	await (await download).saveAs(info.outputPath('export.csv'));
	await (await download).path();
});`);
});

describe('a database of SQLite', () => {
	const opened = (memory: string): string => `
import Database from 'better-sqlite3';
const open = (name, memory) => new Database(name, { memory });
it('a', () => {
	open('/tmp/test.db', ${memory});
});`;
	flags('in a file', opened('false').replace('\n});', `\n\t     ${'~'.repeat(14)} \`<tmp>/test.db\` is one path\n});`));
	allows('in memory, of whatever name', opened('true'));
});

describe('a folder that a test names, for code that makes something in it', () => {
	const cache = (folder: string, more = ''): Record<string, string> => ({
		'src/cache.ts': `import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DIST } from './paths';
export class Cache {
	readonly dir: string;
	constructor(name: string) {
		this.dir = ${folder};
	}
	async clear() {
		await rm(this.dir, { recursive: true });
		await mkdir(this.dir, { recursive: true });
	}
}
${more}`,
		'src/paths.ts': `export const DIST = 'dist';`,
	});
	const cleared = (mark: string, before = ''): string => `import { beforeEach, it } from 'vitest';
import { Cache } from '../src/cache';
${before}
let cache: Cache;
beforeEach(async () => {
	cache = new Cache('app/test');${mark}
	await cache.clear();
});
it('is empty', () => {});`;
	const at = (path: string): string => `\n\t                  ~~~~~~~~~~ \`${path}\` is one path for all runs on a machine`;

	flags('for temporary files', { 'test/a.test.ts': cleared(at('<tmp>/app/test')), ...cache('join(tmpdir(), name)') });
	flags('of the person who runs them', { 'test/a.test.ts': cleared(at('<home>/app/test')), ...cache('join(homedir(), name)') });
	flags('for temporary files, wherever a machine has it', { 'test/a.test.ts': cleared(at('<tmp>/app/test')), ...cache(`join('/tmp/', name)`) });
	flags('of the person who runs them, in text', { 'test/a.test.ts': cleared(at('<home>/app/test')), ...cache('`${homedir()}/${name}`') });
	together.flags('which a test of another file names as well', {
		'test/a.test.ts': `import { it } from 'vitest';
import { Cache } from '../src/cache';
it('is empty', async () => {
	await new Cache('out/test').clear();
	                ~~~~~~~~~~ \`out/test\` is also written by test/b.test.ts
});`,
		'test/b.test.ts': `import { it } from 'vitest';
import { Cache } from '../src/cache';
it('is empty as well', async () => {
	await new Cache('out/test').clear();
});`,
		'package.json': '{ "devDependencies": { "vitest": "3.0.0" } }',
		...cache('resolve(name)'),
	});
	flags('in the project, with the option', { 'test/a.test.ts': cleared('\n\t                  ~~~~~~~~~~ app/test'), ...cache('resolve(name)') }, own);

	allows('in the project, where nothing else is seen to write it', { 'test/a.test.ts': cleared(''), ...cache('resolve(name)') });
	allows('in a folder of the program\'s own', { 'test/a.test.ts': cleared(''), ...cache('join(tmpdir(), DIST)') });
	allows('of a person, where the test says whose that is', { 'test/a.test.ts': cleared('', `beforeEach(() => { process.env.HOME = process.env.TEST_HOME; });`), ...cache('join(homedir(), name)') });
	allows('of a person, where something stands in for what tells it', { 'test/a.test.ts': cleared('', `import os from 'node:os';\nvi.spyOn(os, 'homedir').mockReturnValue('/nowhere');`), ...cache('join(homedir(), name)') });
	allows('that the program goes on to name by itself', { 'test/a.test.ts': cleared(''), ...cache('join(tmpdir(), name, crypto.randomUUID())') });
});

describe('a file that each run gives the same text', () => {
	const written = (body: string, mark = ''): string => `import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { load } from 'library';
const file = path.join(os.tmpdir(), 'backup.json');${mark}
test('loads', () => {
	${body}
	expect(load(os.tmpdir())).toBeDefined();
});`;
	const mark = '\n             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ is one path for all runs';
	for (const body of ["fs.writeFileSync(file, '');", "fs.mkdirSync(os.tmpdir(), { recursive: true });\n\tfs.writeFileSync(file, JSON.stringify({ flags: [{ name: 'a', on: true }], rest: [] }));"]) allows(`is what it was: ${body}`, written(body));
	for (const body of [
		'fs.writeFileSync(file, JSON.stringify({ flags: [], by: process.pid }));',
		"fs.writeFileSync(file, '{}');\n\tfs.unlinkSync(file);",
		"fs.writeFileSync(file, '{}');\n\tfs.appendFileSync(file, ' ');",
		"fs.writeFileSync(file, '{}');\n\tload(file);\n\tfs.writeFileSync(file, '[]');",
		'fs.writeFileSync(file, made());',
	]) flags(`is another one: ${body}`, written(body, mark));
});

describe('a name that the time tells, in tests that run one after another', () => {
	const timed = (first: string, second: string, mark = ''): string => `import fs from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { exec } from 'node:child_process';
const folder = () => \`/tmp/app-\${Date.now()}\`;${mark}
it('a', ${first});
it('b', ${second});`;
	const [waiting, ending, quick] = ['async () => { await mkdir(folder()); await ready(); }', 'done => { fs.mkdirSync(folder()); exec("app", done); }', '() => { fs.mkdirSync(folder()); }'];
	allows('that wait for something', timed(waiting, waiting));
	allows('that end later', timed(ending, ending));
	flags('of which one is over at once', timed(quick, waiting, '\n                                 ~~~~~~~~~~ differs by the time alone'));
});

describe('functions of callbacks that were made to give promises', () => {
	const written = (making: string, mark: string): string => `import fs from 'node:fs';
${making}
it('writes', async () => {
	await save('/tmp/out.txt', String(process.pid));${mark}
});`;
	const marked = `\n\t           ~~~~~~~~~~~~~~ \`<tmp>/out.txt\``;
	flags('by Node.js', written(`import { promisify } from 'node:util';\nconst save = promisify(fs.writeFile);`, marked));
	flags('by Node.js, as a whole', written(`const util = require('util');\nconst save = util.promisify(fs.writeFile);`, marked));
	flags('by Bluebird', written(`import Promise from 'bluebird';\nconst save = Promise.promisify(fs.writeFile);`, marked));
	flags('by a package that is a function', written(`import pify from 'pify';\nconst save = pify(fs.writeFile);`, marked));
	flags('in another file', {
		'test/a.test.ts': `import { mkdir } from '../src/files';
it('makes', async () => {
	await mkdir('/tmp/out');
	            ~~~~~~~~~~ <tmp>/out
});`,
		'src/files.ts': `import * as fs from 'fs';\nimport { promisify } from 'util';\nexport const mkdir = promisify(fs.mkdir);`,
	});

	const saving = `import * as fs from 'node:fs';\nimport { promisify } from 'node:util';\nexport const save = text => promisify(fs.writeFile)('/tmp/out.txt', text);`;
	allows('of a module that is mocked', { 'a.test.ts': `import { it, vi } from 'vitest';\nimport { save } from './src/save';\nvi.mock('node:fs');\nit('saves', async () => {\n\tawait save(String(process.pid));\n});`, 'src/save.ts': saving });
	allows('of which one is a stub', { 'a.test.ts': `import fs from 'node:fs';\nimport sinon from 'sinon';\nimport { promisify } from 'node:util';\nit('saves', async () => {\n\tsinon.stub(fs, 'writeFile').yields(null);\n\tawait promisify(fs.writeFile)('/tmp/out.txt', 'a');\n});` });
	allows('and only read', written(`import { promisify } from 'node:util';\nconst save = promisify(fs.readFile);`, ''));
	allows('and are the project\'s own', written(`import { promisify } from 'node:util';\nconst save = promisify((path, text, done) => done());`, ''));
	allows('and are something else', written(`import { inspect } from 'node:util';\nconst save = inspect(fs.writeFile);`, ''));
});
