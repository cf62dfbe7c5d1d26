import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import deflake from '../src/index.ts';

let folder = '';
let clock = 1_000_000;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'deflake-index-'));
	write('package.json', '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Each write is a new stamp, however fast it comes after the last one. */
function write(path: string, text: string): void {
	const file = join(folder, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
	utimesSync(file, clock, clock++);
}

const serving = (port: string): string => `import http from 'node:http';\nimport { test } from 'vitest';\ntest('serves', () => {\n\thttp.createServer().listen(${port});\n});\n`;
const helped = `import { test } from 'vitest';\nimport { start } from './start';\ntest('serves', () => start());\n`;
const helper = (port: number): string => `import http from 'node:http';\nexport const start = () => http.createServer().listen(${port});\n`;

async function lint(paths: readonly string[], projectIndex = true): Promise<Record<string, readonly string[]>> {
	const eslint = new ESLint({
		cwd: folder,
		overrideConfigFile: true,
		overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser }, plugins: { deflake }, rules: { 'deflake/no-fixed-port': 'error' }, settings: { deflake: { projectIndex } } }],
	});
	const found: Record<string, readonly string[]> = {};
	for (const path of paths) found[path] = (await eslint.lintFiles([path])).flatMap(({ messages }) => messages.map(({ message }) => /so does (\S+),/.exec(message)?.[1] ?? 'alone'));
	return found;
}

describe('the index of test files', () => {
	it('gives the same result in whatever order files are linted', async () => {
		write('test/a.test.ts', serving('3000'));
		write('test/b.test.ts', helped);
		write('test/c.test.ts', serving('3001'));
		write('test/d.test.ts', serving('3000'));
		write('test/start.ts', helper(3001));
		const paths = ['test/a.test.ts', 'test/b.test.ts', 'test/c.test.ts', 'test/d.test.ts'];
		const inOrder = await lint(paths);
		expect(inOrder).toEqual({ 'test/a.test.ts': ['test/d.test.ts:4'], 'test/b.test.ts': ['test/c.test.ts:4'], 'test/c.test.ts': ['alone'], 'test/d.test.ts': ['test/a.test.ts:4'] });
		expect(await lint(paths.toReversed())).toEqual(inOrder);
	});

	it('follows files that change, come and go', async () => {
		write('test/a.test.ts', serving('3000'));
		expect(await lint(['test/a.test.ts'])).toEqual({ 'test/a.test.ts': ['alone'] });
		write('test/b.test.ts', serving('3000'));
		expect(await lint(['test/a.test.ts'])).toEqual({ 'test/a.test.ts': ['test/b.test.ts:4'] });
		write('test/b.test.ts', serving('0 && 3000'));
		expect(await lint(['test/a.test.ts'])).toEqual({ 'test/a.test.ts': ['alone'] });
		write('test/b.test.ts', serving('3000'));
		rmSync(join(folder, 'test/b.test.ts'));
		expect(await lint(['test/a.test.ts'])).toEqual({ 'test/a.test.ts': ['alone'] });
	});

	it('follows what other test files import', async () => {
		write('test/a.test.ts', helped);
		write('test/b.test.ts', helped.replace('start()', 'start(3000)'));
		write('test/start.ts', helper(3000));
		expect(await lint(['test/a.test.ts'])).toEqual({ 'test/a.test.ts': ['test/b.test.ts:3'] });
		write('test/start.ts', helper(0));
		expect(await lint(['test/a.test.ts'])).toEqual({ 'test/a.test.ts': [] });
		write('test/start.ts', helper(4000));
		expect(await lint(['test/a.test.ts'])).toEqual({ 'test/a.test.ts': ['test/b.test.ts:3'] });
	});

	it('is off unless it is asked for', async () => {
		write('test/a.test.ts', serving('3000'));
		write('test/b.test.ts', serving('3000'));
		expect(await lint(['test/a.test.ts'], false)).toEqual({ 'test/a.test.ts': ['alone'] });
	});
});
