import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { disk } from '../../src/project/host.ts';
import { createProject } from '../../src/project/project.ts';
import type { Resolution } from '../../src/project/model.ts';
import { scratch } from '../support/scratch.ts';

type Files = Readonly<Record<string, string>>;

const manifest = (content: object): string => JSON.stringify(content);

/** What a specifier means in a file; paths are relative to the folder. */
function meaning(files: Files, from: string, source: string): Resolution | string {
	const folder = scratch(files);
	const file = join(folder, from);
	const found = createProject(disk, file, folder).resolve(source, file);
	return found.kind === 'file' ? found.file.slice(folder.length + 1) : found;
}

describe('resolution', () => {
	it.each([
		['fs', 'node:fs'],
		['node:fs/promises', 'node:fs/promises'],
		['lodash', 'lodash'],
		['@scope/name/part', '@scope/name/part'],
		['npm:chalk@5', 'chalk'],
		['jsr:@std/assert@1', '@std/assert'],
	])('takes %s for a package, installed or not', (source, name) => {
		expect(meaning({ 'package.json': '{}', 'a.test.ts': '' }, 'a.test.ts', source)).toEqual({ kind: 'package', name });
	});

	it.each([
		['./b', 'src/b.ts'],
		['./b.js', 'src/b.ts'],
		['./c', 'src/c/index.ts'],
		['../lib/d.cjs', 'lib/d.cjs'],
	])('follows %s to a file', (source, file) => {
		expect(meaning({ 'package.json': '{}', 'src/a.ts': '', 'src/b.ts': '', 'src/c/index.ts': '', 'lib/d.cjs': '' }, 'src/a.ts', source)).toBe(file);
	});

	it('does not know a relative file that is not there', () => {
		expect(meaning({ 'package.json': '{}', 'a.ts': '' }, 'a.ts', './b')).toEqual({ kind: 'unknown' });
	});

	it('follows the paths of the nearest tsconfig', () => {
		const files = { 'package.json': '{}', 'tsconfig.json': manifest({ compilerOptions: { paths: { '@/*': ['./src/*'] } } }), 'src/b.ts': '', 'test/a.ts': '' };
		expect(meaning(files, 'test/a.ts', '@/b')).toBe('src/b.ts');
	});

	it.each([
		['tsconfig.json', { include: ['src/**/*'] }],
		['tsconfig.json', { files: ['src/b.ts'] }],
		['jsconfig.json', { include: ['src'] }],
	])('follows the paths of the nearest %s that does not include the test', (name, parts) => {
		const files = { 'package.json': '{}', [name]: manifest({ compilerOptions: { paths: { '@own/*': ['./src/*'] } }, ...parts }), 'src/b.ts': '', 'test/deep/a.ts': '' };
		expect(meaning(files, 'test/deep/a.ts', '@own/b')).toBe('src/b.ts');
		expect(meaning(files, 'test/deep/a.ts', '@own/c')).toEqual({ kind: 'package', name: '@own/c' });
		expect(meaning(files, 'test/deep/a.ts', './b')).toEqual({ kind: 'unknown' });
	});

	it('asks no farther tsconfig where a nearer one says nothing of a path', () => {
		const files = { 'package.json': '{}', 'tsconfig.json': manifest({ compilerOptions: { paths: { '@own/*': ['./src/*'] } }, include: ['src'] }), 'src/b.ts': '', 'test/tsconfig.json': '{}', 'test/a.ts': '' };
		expect(meaning(files, 'test/a.ts', '@own/b')).toEqual({ kind: 'package', name: '@own/b' });
	});

	it.each([
		['driver', { kind: 'package', name: 'driver' }],
		['@acme/driver', { kind: 'package', name: '@acme/driver' }],
		['@acme/lib', 'packages/lib/index.ts'],
		['@/types', 'src/types.d.ts'],
	])('takes %s for what runs, not for the types that are written for it', (source, expected) => {
		const paths = { 'driver': ['./src/types.d.ts'], '@acme/driver': ['./src/types.d.ts'], '@acme/lib': ['./packages/lib/index.ts'], '@/types': ['./src/types.d.ts'] };
		const files = { 'package.json': '{}', 'tsconfig.json': manifest({ compilerOptions: { paths } }), 'src/types.d.ts': '', 'src/a.ts': '', 'packages/lib/index.ts': '' };
		expect(meaning(files, 'src/a.ts', source)).toEqual(expected);
	});

	const rooted = { 'package.json': manifest({ name: 'own', dependencies: { left: '1' } }), 'src/config.js': '', 'src/parts/door.tsx': '', 'src/lib/index.ts': '', 'src/lib/time.ts': '', 'left/pad.js': '', 'own/inner.js': '', 'test/mocks/xhr.js': '', 'test/deep/a.ts': '' };

	it.each([
		['src/config.js', 'src/config.js'],
		['test/mocks/xhr', 'test/mocks/xhr.js'],
		['parts/door', 'src/parts/door.tsx'],
		['@/config', 'src/config.js'],
		['~/parts/door', 'src/parts/door.tsx'],
		['$lib/time', 'src/lib/time.ts'],
		['$lib', 'src/lib/index.ts'],
	])('follows %s from the root of the package', (source, file) => {
		expect(meaning(rooted, 'test/deep/a.ts', source)).toBe(file);
	});

	it.each([
		['a part of a dependency', 'left/pad'],
		['a part of the package itself', 'own/inner'],
		['a path that leads nowhere', 'src/other.js'],
		['a name without a path', 'src'],
		['a package of a scope', '@src/config'],
		['what only begins like the library of a SvelteKit app', '$library/time'],
		['a file of it that is not there', '$lib/other'],
	])('takes %s for a package', (_what, source) => {
		expect(meaning(rooted, 'test/deep/a.ts', source)).toEqual({ kind: 'package', name: source });
	});

	it('resolves relative files where a tsconfig extends a package that is not installed', () => {
		expect(meaning({ 'package.json': '{}', 'tsconfig.json': manifest({ extends: '@missing/base' }), 'a.ts': '', 'b.ts': '' }, 'a.ts', './b')).toBe('b.ts');
	});

	it('follows a path into what a build would make to its source', () => {
		const files = { 'package.json': manifest({ name: 'own', main: './dist/index.js' }), 'src/index.ts': '', 'test/a.ts': '' };
		expect(meaning(files, 'test/a.ts', '../dist/index.js')).toBe('src/index.ts');
		expect(meaning(files, 'test/a.ts', '../dist/lib/index.js')).toBe('src/index.ts');
		expect(meaning(files, 'test/a.ts', 'own')).toBe('src/index.ts');
	});

	it('leaves installed packages to what is known of them', () => {
		const files = { 'package.json': '{}', 'a.ts': '', 'node_modules/left/package.json': manifest({ name: 'left', main: 'index.js' }), 'node_modules/left/index.js': '' };
		expect(meaning(files, 'a.ts', 'left')).toEqual({ kind: 'package', name: 'left' });
	});

	describe.each([
		['npm, Yarn, Bun', { 'package.json': manifest({ workspaces: ['packages/*'] }) }],
		['Yarn 1', { 'package.json': manifest({ workspaces: { packages: ['packages/*'] } }) }],
		['pnpm', { 'package.json': '{}', 'pnpm-workspace.yaml': 'packages:\n  - "packages/*"\n' }],
		['pnpm, beside what was left of another', { 'package.json': manifest({ workspaces: ['apps/*'] }), 'pnpm-workspace.yaml': 'packages:\n  - "packages/*"\n' }],
		['Lerna, beside an empty list', { 'package.json': manifest({ workspaces: [] }), 'lerna.json': manifest({ packages: ['packages/*'] }) }],
		['Lerna', { 'package.json': '{}', 'lerna.json': manifest({ packages: ['packages/*'] }) }],
	])('workspaces of %s', (_manager, root: Files) => {
		const files: Files = {
			...root,
			'packages/app/package.json': manifest({ name: 'app' }),
			'packages/app/test/a.test.ts': '',
			'packages/tools/package.json': manifest({ name: '@own/tools', main: './lib/main.js', exports: { '.': './dist/index.js', './clock': './dist/clock.js' } }),
			'packages/tools/src/index.ts': '',
			'packages/tools/src/clock.ts': '',
			'packages/tools/src/deep/part.ts': '',
		};

		it.each([
			['@own/tools', 'packages/tools/src/index.ts'],
			['@own/tools/clock', 'packages/tools/src/clock.ts'],
			['@own/tools/deep/part', 'packages/tools/src/deep/part.ts'],
		])('leads %s to its source', (source, file) => {
			expect(meaning(files, 'packages/app/test/a.test.ts', source)).toBe(file);
		});

		it('takes other names for packages', () => {
			expect(meaning(files, 'packages/app/test/a.test.ts', '@own/other')).toEqual({ kind: 'package', name: '@own/other' });
		});
	});

	it('takes the nearest of two packages with one name', () => {
		const files = {
			'package.json': manifest({ name: 'outer', workspaces: ['packages/*'] }),
			'packages/a/package.json': manifest({ name: 'same', main: 'index.js' }),
			'packages/a/index.js': '',
			'packages/b/package.json': manifest({ name: 'b', workspaces: ['inner/*'] }),
			'packages/b/inner/c/package.json': manifest({ name: 'same', main: 'index.js' }),
			'packages/b/inner/c/index.js': '',
			'packages/b/test.js': '',
		};
		expect(meaning(files, 'packages/b/test.js', 'same')).toBe('packages/b/inner/c/index.js');
	});

	it('finds what a package takes from a folder', () => {
		const files = {
			'package.json': manifest({ name: 'outer', dependencies: { 'one-helper': 'file:helpers/one', packed: 'file:helpers/two.tgz', gone: 'file:helpers/gone' }, devDependencies: { two: 'link:../two' } }),
			'helpers/one/package.json': manifest({ name: 'one', main: 'main.js' }),
			'helpers/one/main.js': '',
			'lib/package.json': manifest({ name: 'lib', devDependencies: { two: 'link:../helpers/two' } }),
			'helpers/two/package.json': manifest({ name: 'two' }),
			'helpers/two/index.js': '',
		};
		expect(meaning(files, 'test.js', 'one-helper')).toBe('helpers/one/main.js');
		expect(meaning(files, 'lib/test.js', 'two')).toBe('helpers/two/index.js');
		expect(['packed', 'gone', 'one', 'two'].map(source => meaning(files, 'test.js', source))).toEqual(['packed', 'gone', 'one', 'two'].map(name => ({ kind: 'package', name })));
	});

	it('survives manifests that are no JSON, or say nonsense', () => {
		const files = { 'package.json': '{', 'packages/a/package.json': manifest({ name: 7, workspaces: 'x', exports: [] }), 'packages/a/a.ts': '' };
		expect(meaning(files, 'packages/a/a.ts', 'b')).toEqual({ kind: 'package', name: 'b' });
	});
});
