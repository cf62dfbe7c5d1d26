import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseOf, findTests } from '../../src/cli/find-tests.ts';
import { scratch } from '../support/scratch.ts';

const found = (cwd: string, ...paths: readonly string[]): string[] => findTests(paths, cwd).map(({ file }) => relative(cwd, file));

describe('findTests', () => {
	it('finds tests by name and by folder', () => {
		const cwd = scratch({
			'package.json': '{}',
			'src/a.ts': '',
			'src/a.test.ts': '',
			'src/b-spec.mjs': '',
			'src/c_test.tsx': '',
			'src/__tests__/d.js': '',
			'test/deep/e.cts': '',
			'test/read.md': '',
			'test/types.d.ts': '',
			'test/fixtures/f.test.js': '',
		});
		expect(found(cwd, '.')).toEqual(['src/__tests__/d.js', 'src/a.test.ts', 'src/b-spec.mjs', 'src/c_test.tsx', 'test/deep/e.cts']);
	});

	it('leaves out packages, hidden folders and what a package builds', () => {
		const cwd = scratch({
			'package.json': '{}',
			'a.test.js': '',
			'node_modules/b/b.test.js': '',
			'bower_components/b/test/b.js': '',
			'site/jspm_packages/npm/b/b.test.js': '',
			'.cache/c.test.js': '',
			'dist/d.test.js': '',
			'test/build/e.test.js': '',
		});
		expect(found(cwd, '.')).toEqual(['a.test.js', 'test/build/e.test.js']);
	});

	it('searches a package in node_modules when that is what was asked', () => {
		const cwd = scratch({ 'node_modules/b/package.json': '{}', 'node_modules/b/test/b.js': '', 'node_modules/b/node_modules/c/test/c.js': '' });
		expect(found(cwd, 'node_modules/b')).toEqual(['node_modules/b/test/b.js']);
		expect(found(cwd, 'node_modules/b/test')).toEqual(['node_modules/b/test/b.js']);
	});

	it('does not take a package for a test because of the folder it lies in', () => {
		const cwd = scratch({ 'test/app/package.json': '{}', 'test/app/src/a.js': '', 'test/app/src/a.test.js': '' });
		expect(found(cwd, 'test/app')).toEqual(['test/app/src/a.test.js']);
	});

	it('takes a named file whatever its name, once, and sorts', () => {
		const cwd = scratch({ 'package.json': '{}', 'b.test.js': '', 'odd.js': '', 'a.test.js': '' });
		expect(found(cwd, 'odd.js', 'b.test.js', '.')).toEqual(['a.test.js', 'b.test.js', 'odd.js']);
	});

	it('is certain of what was named or says so in its name', () => {
		const cwd = scratch({ 'package.json': '{}', 'test/a.test.js': '', 'test/b.js': '', 'test/c.js': '' });
		expect(findTests(['.', 'test/c.js'], cwd).map(({ certain }) => certain)).toEqual([true, false, true]);
		expect(findTests(['test/c.js', '.'], cwd).map(({ certain }) => certain)).toEqual([true, false, true]);
	});

	it('expands a pattern that no shell has expanded', () => {
		const cwd = scratch({ 'package.json': '{}', 'src/a.test.ts': '', 'src/deep/b.test.ts': '', 'src/deep/b.ts': '', 'node_modules/c/c.test.ts': '', 'src/bower_components/c/c.test.ts': '', '.d/d.test.ts': '' });
		expect(found(cwd, '**/*.test.ts')).toEqual(['src/a.test.ts', 'src/deep/b.test.ts']);
		expect(found(cwd, 'src/*.test.{js,ts}')).toEqual(['src/a.test.ts']);
		expect(() => found(cwd, 'lib/*.test.ts')).toThrow("there are no tests that match 'lib/*.test.ts'");
	});

	it('searches the folders that a pattern picks', () => {
		const cwd = scratch({ 'packages/a/package.json': '{}', 'packages/a/a.js': '', 'packages/a/test/a.js': '', 'packages/b/package.json': '{}', 'packages/b/b.test.js': '', 'packages/read.md': '' });
		expect(found(cwd, 'packages/*')).toEqual(['packages/a/test/a.js', 'packages/b/b.test.js']);
	});

	it('takes a file for itself when its name looks like a pattern', () => {
		const cwd = scratch({ 'package.json': '{}', 'app/[id]/page.test.js': '', 'app/i/page.test.js': '' });
		expect(found(cwd, 'app/[id]/page.test.js')).toEqual(['app/[id]/page.test.js']);
	});

	it('goes round no ring of links', () => {
		const cwd = scratch({ 'package.json': '{}', 'test/a.js': '' });
		mkdirSync(join(cwd, 'test/deep'));
		symlinkSync(cwd, join(cwd, 'test/deep/ring'));
		expect(found(cwd, '.')).toEqual(['test/a.js']);
	});

	it.each([
		['nowhere', `there is no file or folder 'nowhere'`],
		['src', `there are no tests in 'src'`],
		['read.md', `'read.md' is no JavaScript or TypeScript file`],
	])('says in one line what is wrong with %s', (path, message) => {
		const cwd = scratch({ 'package.json': '{}', 'src/a.js': '', 'read.md': '' });
		expect(() => findTests([path], cwd)).toThrow(message);
	});
});

describe('baseOf', () => {
	it.each([
		[['/a/b/c.js', '/a/b/d/e.js'], '/a/b'],
		[['/a/c.js'], '/a'],
		[['/a/bc/d.js'], '/a'],
		[['/z/c.js'], '/'],
	])('of %j is %s', (files, base) => {
		expect(baseOf(files.map(file => ({ file, certain: true })), '/a/b')).toBe(base);
	});
});
