import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseOf, findTests } from '../../src/cli/find-tests.ts';
import { scratch } from './scratch.ts';

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
