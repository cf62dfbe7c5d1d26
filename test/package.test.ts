import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'tsdown';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import lockfile from '../package-lock.json' with { type: 'json' };
import { root } from './house/source.ts';
import { scratch } from './support/scratch.ts';

// Inside the repository, so that what is left outside of the bundle is found.
const caches = join(root, 'node_modules/.cache');
mkdirSync(caches, { recursive: true });
const folder = mkdtempSync(join(caches, 'deflake-package-'));

describe('the built package', () => {
	beforeAll(async () => {
		await build({ cwd: root, outDir: folder, logLevel: 'silent' });
	});

	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	it('has what package.json points to', () => {
		for (const path of [packageJson.main, packageJson.types, packageJson.bin.deflake]) {
			expect(statSync(join(folder, path.replace(/^(?:\.\/)?dist\//u, ''))).size).toBeGreaterThan(0);
		}
	});

	it.each([
		['an import', `const { default: deflake } = await import('./index.js'); console.log(deflake.meta.version)`],
		['a require', `const { createRequire } = await import('node:module'); console.log(createRequire(process.cwd() + '/')('./index.js').default.meta.version)`],
	])('loads by %s', (_, script) => {
		expect(execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' }).split('\n')).toContain(packageJson.version);
	});

	it('has a command that runs', () => {
		const { status, stdout, stderr } = spawnSync(join(folder, 'cli.js'), ['--version'], { encoding: 'utf8' });
		expect(status).toBe(0);
		expect(stdout.split('\n')).toContain(packageJson.version);
		expect(stderr).not.toMatch(/unrecognized flag/);
	});

	it('says nothing of what ESLint no longer goes by, and warns of all else', () => {
		const warned = (config: string): string => {
			const project = scratch({ 'package.json': '{ "type": "module" }', 'eslint.config.js': config, '.eslintignore': 'old\n', 'a.test.js': '' });
			return spawnSync(process.execPath, [join(folder, 'cli.js')], { cwd: project, encoding: 'utf8' }).stderr;
		};
		expect(warned('export default [{}];')).toBe('');
		expect(warned('export default [];')).toMatch(/ESLintEmptyConfigWarning/);
	});

	describe('with several threads', () => {
		const lint = (project: string, ...args: readonly string[]) =>
			spawnSync(process.execPath, [join(folder, 'cli.js'), '--no-cache', '--format', 'json', ...args], { cwd: project, encoding: 'utf8' });
		const test = `import { expect, it } from 'vitest';\nimport { a } from './a.js';\nit('waits', async () => {\n\ta();\n\tawait new Promise(resolve => setTimeout(resolve, 500));\n\texpect(a()).toBe(1);\n});\n`;
		const projectOf = (config: string): string =>
			scratch({ 'package.json': '{ "type": "module" }', 'eslint.config.js': config, ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.test.js`, test])) });

		it('finds the same', () => {
			const project = projectOf('export default [{}];');
			const alone = lint(project, '--concurrency', 'off');
			const results: { messages: { ruleId: string }[] }[] = JSON.parse(alone.stdout);
			expect(results.map(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual(results.map(() => ['deflake/no-sleep']));
			expect(results).toHaveLength(12);
			expect(lint(project, '--concurrency', '3')).toMatchObject({ status: 1, stdout: alone.stdout, stderr: '' });
		});

		it('says once what a config prints, and fails as one thread fails', () => {
			const rule = `{ create: () => { throw new Error('This rule is broken.'); } }`;
			const project = projectOf(`console.error('read');\nexport default [{ plugins: { deflake: { meta: { name: 'eslint-plugin-deflake' }, rules: { broken: ${rule} } } }, rules: { 'deflake/broken': 2 } }];`);
			const alone = lint(project, '--concurrency', 'off');
			expect(alone.stderr.match(/^read$|This rule is broken\./gmu)).toEqual(['read', 'This rule is broken.']);
			const { status, stdout, stderr } = lint(project, '--concurrency', '3');
			expect({ status, stdout, told: stderr.split('\n').slice(0, 2) }).toEqual({ status: 2, stdout: '', told: alone.stderr.split('\n').slice(0, 2) });
		});
	});

	it('keeps nothing that another build of the same version has found', () => {
		const project = join(folder, 'project');
		mkdirSync(project, { recursive: true });
		writeFileSync(join(project, 'eslint.config.mjs'), `import deflake from '../index.js';\nexport default [deflake.configs.recommended, { settings: { deflake: { cache: 'kept' } } }];\n`);
		writeFileSync(join(project, 'a.test.js'), '');
		const lint = (): readonly string[] => {
			execFileSync(process.execPath, [join(root, 'node_modules/eslint/bin/eslint.js'), 'a.test.js'], { cwd: project });
			return readdirSync(join(project, 'kept'));
		};
		const [first] = lint();
		expect(lint()).toEqual([first]);
		const [code = ''] = readdirSync(folder).filter(name => /^src-.*\.js$/u.test(name));
		appendFileSync(join(folder, code), '// Another build.\n');
		expect(lint()).toHaveLength(1);
		expect(lint()).not.toContain(first);
	});

	it('types itself with what its users have', () => {
		const imported = [...readFileSync(join(folder, 'index.d.ts'), 'utf8').matchAll(/ from "([^"]+)"/gu)].map(match => match[1]);
		expect(new Set(imported)).toEqual(new Set(['eslint']));
	});

	it.each([
		['names a preset', `defineConfig({ plugins: { deflake }, extends: ['deflake/recommended'] })`],
		['lists a preset', `defineConfig(deflake.configs.recommended, deflake.configs.workflows)`],
		['spreads a preset as a list', `defineConfig(...deflake.configs.strict, [...deflake.configs.all])`],
		['spreads one into a list', `[...deflake.configs.strict, { settings: { deflake: { cache: true } } }]`],
		['spreads one into a config', `defineConfig({ ...deflake.configs.recommended, files: ['checks/**'] })`],
	])('types a config that %s', (_, config) => {
		const file = join(folder, 'eslint.config.ts');
		writeFileSync(file, `import type { Linter } from 'eslint';\nimport { defineConfig } from 'eslint/config';\nimport deflake from './index.js';\nconst configs: Linter.Config[] = ${config};\nexport default configs;\n`);
		const options: ts.CompilerOptions = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, strict: true, noEmit: true, skipLibCheck: true, types: [] };
		const problems = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
		expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
	});
});

describe('the packed package', () => {
	it('holds the build, the docs and nothing of the workshop', () => {
		const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
		const paths = [...listed.matchAll(/"path": "([^"]+)"/gu)].map(match => match[1] ?? '');
		const places = new Set(paths.map(path => path.replace(/\/.*$/u, '/')));
		places.delete('dist/');
		expect([...places].sort()).toEqual(['LICENSE', 'README.md', 'docs/', 'package.json']);
	});
});

describe('the lockfile', () => {
	const packages = Object.entries<object>(lockfile.packages);

	it('has the native parts of every platform, or npm ci refuses it', () => {
		const locked = new Set(packages.map(([path]) => path.replace(/^.*node_modules\//u, '')));
		const native = packages.flatMap(([, entry]) => ('optionalDependencies' in entry ? Object.keys(entry.optionalDependencies ?? {}) : []));
		expect(native).not.toEqual([]);
		expect(native.filter(name => !locked.has(name))).toEqual([]);
	});

	it('installs nothing that runs a script', () => {
		expect(packages.filter(([, entry]) => 'hasInstallScript' in entry).map(([path]) => path)).toEqual([]);
	});

	it('names no registry', () => {
		expect(packages.filter(([, entry]) => 'resolved' in entry).map(([path]) => path)).toEqual([]);
	});
});
