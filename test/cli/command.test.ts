import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { help } from '../../src/cli/options.ts';
import type { DeflakeSettings } from '../../src/index.ts';
import { scratch } from '../support/scratch.ts';
import { deflake } from './run-command.ts';

/** A project whose config has a plugin of our name under another prefix, with one rule that reports every call of `flake`. */
const configured = {
	'package.json': '{ "type": "module" }',
	'eslint.config.js': `
		const rule = {
			meta: { fixable: 'code' },
			create: context => ({
				'CallExpression[callee.name=flake]': node =>
					context.report({ node, message: 'Flaky.', fix: node.arguments.length > 0 ? fixer => fixer.replaceText(node, 'calm()') : null }),
			}),
		};
		export default [{
			plugins: { steady: { meta: { name: 'eslint-plugin-deflake' }, rules: { 'no-flake': rule } } },
			rules: { 'steady/no-flake': 'error', 'no-var': 'error' },
		}];
	`,
	'test/a.test.js': 'var a = 1;\nflake();\n',
	'test/b.test.js': 'calm();\n',
};
const warned = { ...configured, 'eslint.config.js': configured['eslint.config.js'].replace(`'error', 'no-var'`, `'warn', 'no-var'`) };

const sleeping = `import { expect, it } from 'vitest';\nimport { a } from './a.js';\nit('waits', async () => {\n\ta();\n\tawait new Promise(resolve => setTimeout(resolve, 500));\n\texpect(a()).toBe(1);\n});\n`;

describe('deflake', () => {
	it('helps and says its version', async () => {
		expect(await deflake('/', '--help')).toEqual({ code: 0, out: help, err: '' });
		expect(await deflake('/', '-v')).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' });
	});

	it.each([
		[['--colour'], `deflake: Unknown option '--colour'\n`],
		[['nowhere'], `deflake: there is no file or folder 'nowhere'\n`],
		[['--format', 'nope', 'a.test.js'], `deflake: there is no formatter 'nope' (ESLint brings stylish, html, json and json-with-metadata; others are packages)\n`],
	])('refuses %j with one line and 2', async (args, err) => {
		expect(await deflake(scratch({ 'a.test.js': '' }), ...args)).toEqual({ code: 2, out: '', err });
	});

	it('needs no configuration', async () => {
		const cwd = scratch({ 'a.test.ts': 'let a: string;', 'b.spec.jsx': '<a>{b}</a>;', 'c.test.cjs': 'return;', 'd.test.tsx': 'f<string>(<a/>);', 'e.test.mts': 'await a;' });
		expect(await deflake(cwd)).toEqual({ code: 0, out: 'Nothing found in 5 files.\n', err: '' });
	});

	it.each(['a.test.js', 'a.test.cjs'])('reads scripts that are not in strict mode (%s)', async name => {
		const body = sleeping.replaceAll(/^import .*$/gmu, '').replace('a();', `a(0755, '\\033');\n\twith (Math) { abs(1); }`);
		const { code, out } = await deflake(scratch({ [name]: `var a = require('./a');\n${body}` }));
		expect(code).toBe(1);
		expect(out).toMatch(/^no-sleep \(1\)/u);
		expect(await deflake(scratch({ [name]: 'with (' }))).toMatchObject({ code: 1, out: expect.stringContaining('cannot be parsed') });
	});

	it('uses the rules of the project when its config has the plugin, under whatever name, and only ours', async () => {
		expect(await deflake(scratch(configured))).toEqual({
			code: 1,
			out: 'no-flake (1)\n\n  test/a.test.js:2:1 error\n    flake();\n    Flaky.\n\n1 finding in 1 of 2 files: 1 no-flake.\n',
			err: '',
		});
	});

	it('says when no rule looks at the workflows that it is asked about', async () => {
		const workflow = 'on: push\njobs:\n  a:\n    runs-on: ubuntu\n    steps:\n      - run: npm ci\n';
		const cwd = scratch({ 'package.json': '{}', 'a.test.js': '', '.github/workflows/ci.yml': workflow });
		const err = 'deflake: no rule that is on looks at workflows, `--preset all` does: .github/workflows/ci.yml\n';
		expect(await deflake(cwd, '.github')).toEqual({ code: 0, out: 'Nothing found in 0 files.\n', err });
		expect(await deflake(cwd, 'a.test.js', '.github/workflows/ci.yml')).toEqual({ code: 0, out: 'Nothing found in 1 file.\n', err });
		expect(await deflake(cwd)).toEqual({ code: 0, out: 'Nothing found in 1 file.\n', err: '' });
		expect(await deflake(cwd, '.github', '--preset', 'strict')).toMatchObject({ code: 1, err: '' });
		const own = scratch({ ...configured, '.github/workflows/ci.yml': workflow });
		expect(await deflake(own, '.github')).toEqual({ code: 0, out: 'Nothing found in 0 files.\n', err });
	});

	it('lets --preset and --rule choose other rules than the project', async () => {
		expect((await deflake(scratch(configured), '--preset', 'all')).out).toBe('Nothing found in 2 files.\n');
	});

	it('tells a mistake in the settings in one line', async () => {
		const cwd = scratch({
			'package.json': '{ "type": "module" }',
			'eslint.config.js': `export default [{ settings: { deflake: { apis: [{ from: 1, path: 'now()', effect: 'clock' }] } } }];`,
			'a.test.js': `test('a', () => {});`,
		});
		expect(await deflake(cwd)).toEqual({ code: 2, out: '', err: 'deflake: settings.deflake.apis[0].from must be the name of a package, or an array of them; it is 1\n' });
	});

	it('keeps to the settings of the project whichever rules are chosen', async () => {
		const settings: DeflakeSettings = { apis: [{ from: '@acme/clock', path: 'now()', effect: 'clock', clock: 'wall' }] };
		const cwd = scratch({
			'package.json': '{ "type": "module" }',
			'eslint.config.js': `export default [{ settings: { deflake: ${JSON.stringify(settings)} } }];`,
			'a.test.js': `import { expect, it } from 'vitest';\nimport { now } from '@acme/clock';\nit('tells', () => { expect(now()).toBe('10:00'); });`,
		});
		expect(await deflake(cwd)).toMatchObject({ err: '', out: expect.stringContaining('1 finding in 1 of 1 file: 1 no-unfrozen-clock.') });
		expect((await deflake(cwd, '--rule', 'no-unfrozen-clock')).out).toContain('1 no-unfrozen-clock.');
		expect((await deflake(cwd, '--rule', 'no-sleep')).out).toBe('Nothing found in 1 file.\n');
		expect((await deflake(cwd, '--rule', 'no-unfrozen-clock: warn', '--preset', 'strict')).out).toContain('a.test.js:3:21 warning');
	});

	it('uses the rules of a project that has workflows and no test', async () => {
		const config = `
			const ast = { type: 'Program' };
			const language = {
				fileType: 'text', lineStart: 1, columnStart: 0, nodeTypeKey: 'type', visitorKeys: { Program: [] }, validateLanguageOptions() {},
				parse: () => ({ ok: true, ast }),
				createSourceCode: ({ body }) => ({ ast, text: String(body), lines: [], getLoc: () => ({ start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }), getRange: () => [0, 0], traverse: () => [{ kind: 1, phase: 1, target: ast, args: [ast] }] }),
			};
			const rule = { meta: { languages: ['steady/text'] }, create: context => ({ Program: node => context.report({ node, message: 'Flaky.' }) }) };
			export default [{
				files: ['**/*.yml'],
				plugins: { steady: { meta: { name: 'eslint-plugin-deflake' }, languages: { text: language }, rules: { 'no-flake': rule } } },
				language: 'steady/text',
				rules: { 'steady/no-flake': 'error' },
			}];
		`;
		const { code, out } = await deflake(scratch({ 'package.json': '{ "type": "module" }', 'eslint.config.js': config, '.github/workflows/ci.yml': 'on: push\n' }));
		expect(code).toBe(1);
		expect(out).toContain('1 finding in 1 of 1 file');
	});

	it('says which option of which rule a config has wrong', async () => {
		const rule = `{ meta: { schema: [{ type: 'object', additionalProperties: false }] }, create: () => ({}) }`;
		const config = `export default [{ plugins: { deflake: { meta: { name: 'eslint-plugin-deflake' }, rules: { 'no-sleep': ${rule} } } }, rules: { 'deflake/no-sleep': ['error', { bogus: true }] } }];\n`;
		const cwd = scratch({ 'eslint.config.mjs': config, 'a.test.js': '' });
		const wrong = 'Key "rules": Key "deflake\\/no-sleep": .*bogus.*\\n$';
		const { code, out, err } = await deflake(cwd);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toMatch(new RegExp(`^deflake: the ESLint config of the project cannot be read: ${wrong}`));
		const chosen = await deflake(cwd, '--preset', 'recommended');
		expect(chosen.code).toBe(0);
		expect(chosen.err).toMatch(new RegExp(`^deflake: the ESLint config of the project cannot be read, its rules and settings are left out: ${wrong}`));
	});

	it('ends where a config misspells a rule of ours', async () => {
		const config = `export default [{ plugins: { deflake: { meta: { name: 'eslint-plugin-deflake' }, rules: { 'no-sleep': { create: () => ({}) } } } }, rules: { 'deflake/no-slep': 'error' } }];\n`;
		expect(await deflake(scratch({ 'eslint.config.mjs': config, 'a.test.js': '' }))).toMatchObject({ code: 2, out: '', err: expect.stringContaining('"deflake/no-slep"') });
	});

	it('goes on without a config that cannot be read, and says so', async () => {
		const cwd = scratch({ 'eslint.config.js': 'throw new Error("no\\nway");', 'package.json': '{ "type": "module" }', 'a.test.js': '' });
		expect(await deflake(cwd)).toEqual({
			code: 0,
			out: 'Nothing found in 1 file.\n',
			err: 'deflake: the ESLint config of the project cannot be read, its rules and settings are left out: no\n',
		});
	});

	it('speaks through the formatters of ESLint', async () => {
		const { code, out } = await deflake(scratch(configured), '--format', 'json');
		expect(code).toBe(1);
		expect(JSON.parse(out)).toMatchObject([{ errorCount: 1, messages: [{ ruleId: 'steady/no-flake', line: 2 }] }, { errorCount: 0, messages: [] }]);
	});

	it('lets warnings pass up to a number', async () => {
		const cwd = scratch(warned);
		expect(await deflake(cwd)).toMatchObject({ code: 0, err: '' });
		expect(await deflake(cwd, '--max-warnings', '1')).toMatchObject({ code: 0, err: '' });
		expect(await deflake(cwd, '--max-warnings', '0')).toMatchObject({ code: 1, err: 'deflake: 1 warning, 0 allowed\n' });
	});

	it('exits with 0 whatever it found when told to', async () => {
		const { code, out } = await deflake(scratch(configured), '--exit-zero');
		expect(code).toBe(0);
		expect(out).toContain('1 finding');
	});

	it('applies fixes', async () => {
		const cwd = scratch({ ...configured, 'test/a.test.js': 'flake(1);\nflake();\n' });
		expect((await deflake(cwd, '--fix')).out).toContain('test/a.test.js:2:1 error\n    flake();\n');
		expect((await deflake(cwd)).out).toContain('1 finding in 1 of 2 files');
	});

	it('reports a test that cannot be parsed and leaves out what only lies among tests', async () => {
		const cwd = scratch({ 'package.json': '{}', 'test/a.test.js': '}', 'test/broken.js': '}' });
		expect(await deflake(cwd)).toMatchObject({
			code: 1,
			out: expect.stringMatching(/^not readable \(1\).*test\/a\.test\.js:1:.*1 finding in 1 of 1 file: 1 not readable\.\n$/su),
			err: 'deflake: left out, for it cannot be parsed: test/broken.js\n',
		});
		expect(await deflake(cwd, 'test/broken.js')).toMatchObject({ code: 1, err: '' });
	});

	it('says that a file which is named is ignored by the project', async () => {
		const ignoring = { ...configured, 'eslint.config.js': configured['eslint.config.js'].replace('export default [', `export default [{ ignores: ['test/a.*'] }, `) };
		const cwd = scratch(ignoring);
		expect(await deflake(cwd, 'test/a.test.js')).toEqual({ code: 0, out: 'Nothing found in 0 files.\n', err: 'deflake: left out, for the ESLint config of the project has nothing for it, or ignores it: test/a.test.js\n' });
		expect(await deflake(cwd, 'test')).toMatchObject({ err: '' });
	});

	it('says where the config of the project matches none of the tests, or ignores them', async () => {
		const ignoring = configured['eslint.config.js'].replace('export default [{', `export default [{ ignores: ['test/**'] }, {`);
		expect(await deflake(scratch({ ...configured, 'eslint.config.js': ignoring }))).toEqual({
			code: 0,
			out: 'Nothing found in 0 files.\n',
			err: 'deflake: the ESLint config of the project matches none of 2 tests, or ignores them, `--preset recommended` looks at them: test/a.test.js, test/b.test.js\n',
		});
	});

	it('says that no rule is on for a file which is named, or that the project has no parser for TypeScript', async () => {
		const narrow = configured['eslint.config.js'].replace('export default [{', `export default [{ files: ['**/*.ts'] }, {`).replace(`rules: { 'steady`, `}, { files: ['test/**'], rules: { 'steady`);
		const cwd = scratch({ ...configured, 'eslint.config.js': narrow, 'checks/one.js': 'flake();\n', 'test/c.test.ts': 'const a: number = 1;\n' });
		expect(await deflake(cwd, 'checks/one.js')).toEqual({
			code: 0,
			out: 'Nothing found in 0 files.\n',
			err: 'deflake: no rule is on for 1 file in the ESLint config of the project, `--preset recommended` looks at it: checks/one.js\n',
		});
		const needed = 'deflake: for TypeScript the ESLint config of the project needs a TypeScript parser; `--preset recommended` does without\n';
		expect(await deflake(cwd, 'test')).toMatchObject({ code: 1, err: needed });
		const why = 'Parsing error: Unexpected token : (the ESLint config of the project has no TypeScript parser for this file)\n';
		expect(await deflake(cwd, 'test/c.test.ts')).toMatchObject({ code: 1, err: needed, out: expect.stringContaining(why) });
		expect(await deflake(cwd, 'test/a.test.js')).toMatchObject({ code: 1, err: '' });
		expect(await deflake(cwd, '--preset', 'recommended', 'checks/one.js', 'test/c.test.ts')).toMatchObject({ code: 0, err: '' });
	});

	describe('where the config of the project has the plugin for other files only', () => {
		const narrow = configured['eslint.config.js'].replace('export default [{', `export default [{ files: ['test/**'], `);
		const files = { ...configured, 'eslint.config.js': narrow, 'lib/a.test.js': 'flake();\n' };
		const idle = (tests: string): string => `deflake: no rule is on for ${tests}\n`;
		const one = idle('1 test in the ESLint config of the project, `--preset recommended` looks at it: lib/a.test.js');

		it('looks at each file as ESLint does, and says which are not looked at', async () => {
			const cwd = scratch(files);
			expect(await deflake(cwd)).toMatchObject({ code: 1, out: expect.stringContaining('1 finding in 1 of 2 files: 1 no-flake.'), err: one });
			expect(await deflake(cwd, 'lib')).toEqual({ code: 0, out: 'Nothing found in 0 files.\n', err: one });
			expect(await deflake(cwd, 'lib/a.test.js')).toEqual({ code: 0, out: 'Nothing found in 0 files.\n', err: one });
			expect(await deflake(cwd, 'test')).toMatchObject({ code: 1, err: '' });
			expect(await deflake(cwd, '--preset', 'recommended')).toEqual({ code: 0, out: 'Nothing found in 3 files.\n', err: '' });
		});

		it('names a few of many, and nothing that is no test by its name', async () => {
			const more = Object.fromEntries(['b', 'c', 'd', 'e'].map(name => [`lib/${name}.test.js`, '']));
			const cwd = scratch({ ...files, ...more, 'vitest.config.js': 'export default {};', 'e2e/helper.js': '' });
			expect((await deflake(cwd)).err).toBe(idle('5 tests in the ESLint config of the project, `--preset recommended` looks at them: lib/a.test.js, lib/b.test.js, lib/c.test.js and 2 more'));
		});

		it('takes a rule that is off for one that is not on, and what a comment turns on for one that is', async () => {
			const off = configured['eslint.config.js'].replace(`'no-var': 'error' },`, `'no-var': 'error' } }, { files: ['lib/**'], rules: { 'steady/no-flake': 'off' },`);
			const cwd = scratch({ ...files, 'eslint.config.js': off, 'lib/b.test.js': '/* eslint steady/no-flake: "error" */\nflake();\n' });
			expect(await deflake(cwd, 'lib')).toMatchObject({ code: 1, out: expect.stringContaining('lib/b.test.js:2:1 error'), err: one });
		});

		it('goes by the settings of each file', async () => {
			const settings = (cache: unknown): string => `{ settings: { deflake: ${JSON.stringify({ cache })} }`;
			const cwd = scratch({ ...files, 'eslint.config.js': `export default [${settings(false)} }, ${settings(7)}, files: ['lib/**'] }];` });
			expect((await deflake(cwd, 'test')).err).toBe('');
			expect((await deflake(cwd)).err).toBe('deflake: settings.deflake.cache must be true, false or the path of a folder; it is 7\n');
		});

		it('looks with its own rules at what another config is for', async () => {
			const cwd = scratch({ ...configured, 'other/eslint.config.js': 'export default [{}];', 'other/package.json': '{ "type": "module" }', 'other/a.test.js': sleeping, 'test/c.test.js': sleeping });
			const { out, err } = await deflake(cwd, '--format', 'json-with-metadata');
			expect(err).toBe('');
			expect(JSON.parse(out)).toMatchObject({ results: [{ messages: [{ ruleId: 'deflake/no-sleep' }] }, { messages: [{ ruleId: 'steady/no-flake' }] }, { messages: [] }, { messages: [] }] });
		});
	});

	it('tells a file for which the project has no parser for TypeScript from one that no parser reads', async () => {
		const config = configured['eslint.config.js'].replace('export default [', `import * as parser from ${JSON.stringify(import.meta.resolve('@typescript-eslint/parser'))};\nexport default [{ files: ['**/*.ts'] }, { files: ['test/typed/**'], languageOptions: { parser } }, `);
		const cwd = scratch({ ...configured, 'eslint.config.js': config, 'test/typed/c.test.ts': 'const a: number = 1;\n', 'test/typed/d.test.ts': 'const a: = 1;\n', 'test/e.test.ts': 'run();\n', 'test/f.test.ts': 'const a: number = 1;\n' });
		const { out, err } = await deflake(cwd, 'test/typed', 'test/e.test.ts', 'test/f.test.ts');
		expect(out).toMatch(/^ {2}test\/f\.test\.ts:1:8 error\n.*\n {4}Parsing error: .* \(the ESLint config of the project has no TypeScript parser for this file\)\n/mu);
		expect(out.match(/Parsing error/gu)).toHaveLength(2);
		expect(out.match(/no TypeScript parser/gu)).toHaveLength(1);
		expect(err).toContain('needs a TypeScript parser');
		expect(await deflake(cwd, 'test/typed')).toMatchObject({ code: 1, err: '' });
	});

	it('reads files with comments that ESLint no longer understands', async () => {
		const old = '/* eslint-env mocha */\nit("works", async () => {\n\tawait new Promise(resolve => setTimeout(resolve, 500));\n\tcheck(1);\n});\n';
		const cwd = scratch({ 'package.json': '{ "devDependencies": { "mocha": "11" } }', 'test/a.test.js': old, 'test/b.js': old.replace('check', 'expect') });
		expect(await deflake(cwd)).toMatchObject({ code: 1, out: expect.stringMatching(/^no-sleep \([12]\)/), err: '' });
	});

	it('does not mind what comments in a test ask of other plugins', async () => {
		const cwd = scratch({ 'a.test.js': '/* eslint no-undef: error, other/rule: error */\n// eslint-disable-next-line other/rule\na();' });
		expect(await deflake(cwd)).toMatchObject({ code: 0, out: 'Nothing found in 1 file.\n' });
	});

	it('reads tests outside of the working directory and in packages', async () => {
		const cwd = scratch({ 'here/package.json': '{}', 'there/node_modules/a/package.json': '{}', 'there/node_modules/a/test/a.js': '' });
		expect(await deflake(join(cwd, 'here'), '../there/node_modules/a')).toEqual({ code: 0, out: 'Nothing found in 1 file.\n', err: '' });
	});

	it('keeps what it finds until something that it depends on changes', async () => {
		const cwd = scratch({
			'package.json': '{ "devDependencies": { "vitest": "^4.0.0" } }',
			'node_modules/vitest/package.json': '{}',
			'src/a.js': 'export const a = () => new Date().getDay();',
			'test/a.test.js': `import { expect, it } from 'vitest';\nimport { a } from '../src/a.js';\nit('counts', () => { expect(a()).toBe(1); });`,
		});
		const first = await deflake(cwd);
		expect(first.out).toContain('1 finding in 1 of 1 file');
		expect(existsSync(join(cwd, 'node_modules/.cache/deflake'))).toBe(true);
		expect(await deflake(cwd)).toEqual(first);
		writeFileSync(join(cwd, 'src/a.js'), 'export const a = () => 1;');
		expect((await deflake(cwd)).out).toBe('Nothing found in 1 file.\n');
	});

	it('keeps what it finds in workflows and in configurations of runners', async () => {
		const cwd = scratch({
			'package.json': '{ "type": "module" }',
			'node_modules/vitest/package.json': '{}',
			'.github/workflows/ci.yml': 'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - uses: ./.github/actions/setup\n      - run: npm ci\n',
			'.github/actions/setup/action.yml': 'runs:\n  using: composite\n  steps: []\n',
			'playwright.config.js': `import { options } from './options.js';\nexport default { ...options };`,
			'options.js': 'export const options = { fullyParallel: true };',
		});
		const lint = (...args: readonly string[]): ReturnType<typeof deflake> => deflake(cwd, '--rule', 'require-ci-cache', '--rule', 'limit-ui-workers', ...args);
		const first = await lint();
		expect(first.out).toContain('2 findings in 2 of 2 files');
		expect(readdirSync(join(cwd, 'node_modules/.cache/deflake')).flatMap(build => readdirSync(join(cwd, 'node_modules/.cache/deflake', build)))).toHaveLength(2);
		expect(await lint()).toEqual(first);
		writeFileSync(join(cwd, '.github/actions/setup/action.yml'), 'runs:\n  using: composite\n  steps:\n    - uses: actions/cache@v4\n');
		expect((await lint()).out).toContain('1 finding in 1 of 2 files');
		writeFileSync(join(cwd, 'options.js'), 'export const options = { workers: 2 };');
		expect(await lint()).toEqual(await lint('--no-cache'));
		expect((await lint()).out).toBe('Nothing found in 2 files.\n');
	});

	it('keeps nothing where it is told so, or has no place for it', async () => {
		const files = { 'test/a.test.js': `import { it } from 'vitest';\nit('works', () => {});` };
		const alone = scratch(files);
		await deflake(alone);
		expect(readdirSync(alone)).toEqual(['test']);
		const told = scratch({ ...files, 'node_modules/vitest/package.json': '{}' });
		await deflake(told, '--no-cache');
		expect(readdirSync(join(told, 'node_modules'))).toEqual(['vitest']);
		const configured = scratch({ ...files, 'node_modules/vitest/package.json': '{}', 'eslint.config.js': `export default [{ settings: { deflake: { cache: 'found' } } }];`, 'package.json': '{ "type": "module" }' });
		await deflake(configured, '--no-cache');
		expect(existsSync(join(configured, 'found'))).toBe(false);
		await deflake(configured);
		expect(existsSync(join(configured, 'found'))).toBe(true);
	});

	it('lists what a result depends on', async () => {
		const cwd = scratch({
			'package.json': '{ "devDependencies": { "vitest": "^4.0.0" } }',
			'src/a.js': `export { b } from './b.js';`,
			'src/b.js': 'export const b = () => new Date().getDay();',
			'src/c.js': 'export const c = 1;',
			'node_modules/vitest/package.json': '{}',
			'test/a.test.js': `import { expect, it } from 'vitest';\nimport { b } from '../src/a.js';\nit('counts', () => { expect(b()).toBe(1); });`,
		});
		const { code, out, err } = await deflake(cwd, '--list-inputs', 'test/a.test.js');
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(JSON.parse(out)).toEqual(expect.arrayContaining(['src/a.js', 'src/b.js', 'test/a.test.js']));
		expect(out).not.toContain('src/c.js');
		expect((await deflake(cwd)).code).toBe(1);
		expect((await deflake(cwd, '--list-inputs', 'test/a.test.js')).out).toBe(out);

		const below: string[] = JSON.parse((await deflake(join(cwd, 'src'), '--list-inputs', '../test/a.test.js')).out);
		expect(below).toEqual(expect.arrayContaining(['a.js', 'b.js', '../test/a.test.js']));
		expect(below).toEqual([...below].sort());
	});

	it('lists what a configuration names, there or not, and none of its keys', async () => {
		const cwd = scratch({
			'package.json': '{ "type": "module", "devDependencies": { "vitest": "^4.0.0" } }',
			'vitest.config.js': `export default { test: { environment: 'node', globals: true, setupFiles: ['test-utils/setup.js', './test/env'], globalSetup: './gone/setup', bail: process.env.CI ? 1 : 0 } };`,
			'test-utils/setup.js': '',
			'test/env.js': '',
			'test/a.test.js': `import { expect, it } from 'vitest';\nit('tells', () => { expect(new Date(2024, 0).toLocaleString()).toBe('1'); });`,
		});
		const inputs: string[] = JSON.parse((await deflake(cwd, '--list-inputs', 'test/a.test.js')).out);
		expect(inputs).toEqual(expect.arrayContaining(['gone/setup.js', 'test-utils/setup.js', 'test/env.js', 'vitest.config.js']));
		expect(inputs.filter(input => !/[/.]/.test(input) || /^process|[sS]etup\.js\.|env\.mjs/.test(input))).toEqual([]);
	});

	it('lists the inputs of one file only', async () => {
		const cwd = scratch({ 'test/a.test.js': '', 'test/b.test.js': '' });
		expect(await deflake(cwd, '--list-inputs', 'test')).toEqual({ code: 2, out: '', err: `deflake: --list-inputs wants one file, not 'test'\n` });
		expect(await deflake(cwd, '--list-inputs', 'test/a.test.js', 'test')).toEqual({ code: 2, out: '', err: `deflake: --list-inputs wants one file, not 'test/a.test.js' and 'test'\n` });
		expect(await deflake(cwd, '--list-inputs', 'nowhere')).toEqual({ code: 2, out: '', err: `deflake: there is no file or folder 'nowhere'\n` });
	});
});
