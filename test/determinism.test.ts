import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { findTests } from '../src/cli/find-tests.ts';
import { ownConfig } from '../src/cli/own-config.ts';
import type { DeflakeSettings } from '../src/index.ts';
import { root } from './house/source.ts';
import { scratch } from './support/scratch.ts';

const files = findTests(['node_modules/avvio/test', 'node_modules/thread-stream/test'], root).map(({ file }) => file);

async function lint(order: readonly string[], settings: DeflakeSettings = {}, cwd = root): Promise<Map<string, readonly Linter.LintMessage[]>> {
	const eslint = new ESLint({ cwd, globInputPaths: false, overrideConfigFile: true, overrideConfig: ownConfig({ preset: 'all', rules: [], settings: { deflake: settings }, cache: settings.cache !== undefined }) });
	const found = new Map<string, readonly Linter.LintMessage[]>();
	// One by one, for ESLint itself promises no order.
	for (const file of order) found.set(file, (await eslint.lintFiles([file])).flatMap(({ messages }) => messages));
	return found;
}

describe('the result for a file', () => {
	it('does not depend on what was linted before it', async () => {
		const inOrder = await lint(files);
		expect([...inOrder.values()].flat()).not.toEqual([]);
		expect(await lint(files.toReversed())).toEqual(inOrder);
		const [some = ''] = files.slice(files.length / 2);
		expect((await lint([some])).get(some)).toEqual(inOrder.get(some));
	});

	it('does not depend on whether it was kept', async () => {
		const cache = scratch({});
		const fresh = await lint(files);
		expect(await lint(files, { cache })).toEqual(fresh);
		const [folder = ''] = readdirSync(cache);
		const parsed = [...fresh.values()].filter(messages => !messages.some(({ fatal }) => fatal === true));
		expect(readdirSync(join(cache, folder))).toHaveLength(parsed.length);
		expect(await lint(files.toReversed(), { cache })).toEqual(fresh);
	});

	it('is kept until a name comes that says something about the project, whatever else comes beside or above it', async () => {
		const folder = scratch({
			'project/package.json': '{ "devDependencies": { "vitest": "^4.0.0" } }',
			'project/test/a.test.js': `import { createServer } from 'node:http';\nimport { expect, test } from 'vitest';\nimport { now } from '../src/now';\ntest('a', () => { createServer().listen(4567); expect(now()).toBe(1); });`,
			'project/test/b.test.js': `import { createServer } from 'node:http';\nimport { test } from 'vitest';\ntest('b', () => { createServer().listen(4567); });`,
			'project/src/now.js': 'export const now = () => Date.now();',
		});
		const [project, cache] = [join(folder, 'project'), scratch({})];
		const kept = async (): Promise<string> => {
			await lint([join(project, 'test/a.test.js')], { cache, projectIndex: true }, project);
			const [build = ''] = readdirSync(cache);
			return readdirSync(join(cache, build)).map(name => readFileSync(join(cache, build, name), 'utf8')).join('');
		};
		const first = await kept();
		for (const name of ['report.txt', 'project/report.txt', 'project/.eslintcache', 'project/test/notes.md']) writeFileSync(join(folder, name), '');
		mkdirSync(join(project, 'coverage'));
		expect(await kept()).toBe(first);
		writeFileSync(join(project, 'vitest.config.js'), 'export default {};');
		expect(await kept()).not.toBe(first);
	});
});
