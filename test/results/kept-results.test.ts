import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { disk } from '../../src/project/host.ts';
import type { Report } from '../../src/report.ts';
import { CacheFolder } from '../../src/results/folder.ts';
import { KeptResults } from '../../src/results/kept-results.ts';
import { scratch } from '../support/scratch.ts';

const report: Report = { messageId: 'timed', at: { start: 1, end: 2 }, data: { path: 'a' }, suggestions: [{ messageId: 'freeze', edit: { replacements: [{ start: 0, end: 0, text: 'x' }] } }] };
const none: readonly Report[] = [];

/** Opens what is kept for `a.test.js` of a project, as a new linting of it would. */
function open(directory: string, changes: { readonly text?: string; readonly conditions?: string; readonly build?: string } = {}): KeptResults {
	const { text = 'a', conditions = 'c', build = 'b' } = changes;
	return new KeptResults(disk, new CacheFolder(join(directory, 'cache'), build), { file: join(directory, 'a.test.js'), text, directory, conditions });
}

/** Makes a check that reads what it is told to, and keeps what it found. */
function lint(directory: string, read: (kept: KeptResults) => void, found: readonly Report[] | 'failed' = [report]): void {
	const kept = open(directory);
	kept.of('check', () => {
		read(kept);
		return found === 'failed' ? undefined : found;
	});
	kept.save();
}

/** Whether the check need not be made again. */
function isKept(kept: KeptResults): boolean {
	let isKept = true;
	kept.of('check', () => {
		isKept = false;
		return none;
	});
	return isKept;
}

const cacheFile = (directory: string): string => {
	const [build = ''] = readdirSync(join(directory, 'cache'));
	const [name = ''] = readdirSync(join(directory, 'cache', build));
	return join(directory, 'cache', build, name);
};

describe('kept results', () => {
	it('are given back as they were found, edits included', () => {
		const directory = scratch({});
		const at = { ...report.at, kind: 'node of a tree', parent: report };
		lint(directory, () => undefined, [{ ...report, at }]);
		expect(open(directory).of('check', () => undefined)).toEqual([report]);
	});

	it('hold by check', () => {
		const directory = scratch({});
		lint(directory, () => undefined);
		const kept = open(directory);
		expect(kept.of('another check', () => none)).toBe(none);
		kept.save();
		const later = open(directory);
		expect([isKept(later), later.of('another check', () => [report])]).toEqual([true, none]);
	});

	it('end with another text, other conditions, another build', () => {
		const directory = scratch({});
		lint(directory, () => undefined);
		expect([{}, { text: 'b' }, { conditions: 'd' }, { build: 'c' }].map(changes => isKept(open(directory, changes)))).toEqual([true, false, false, false]);
	});

	it('are not those of a check that failed', () => {
		const directory = scratch({});
		lint(directory, () => undefined, 'failed');
		expect(isKept(open(directory))).toBe(false);
	});

	it.each<[what: string, read: (kept: KeptResults, directory: string) => void, change: (directory: string) => void]>([
		['a file that was read has another content', ({ host }, directory) => host.read(join(directory, 'b.js')), directory => { writeFileSync(join(directory, 'b.js'), 'two'); }],
		['a file of which only the stamp was asked has another content', ({ host }, directory) => host.stamp(join(directory, 'b.js')), directory => { writeFileSync(join(directory, 'b.js'), 'two'); }],
		['a file is gone', ({ host }, directory) => host.stamp(join(directory, 'b.js')), directory => { rmSync(join(directory, 'b.js')); }],
		['a file has come', ({ host }, directory) => host.stamp(join(directory, 'c.js')), directory => { writeFileSync(join(directory, 'c.js'), ''); }],
		['a name has come into a directory', ({ host }, directory) => host.entries(join(directory, 'd')), directory => { writeFileSync(join(directory, 'd/e.js'), ''); }],
		['a name that was asked for has come into a directory', ({ host }, directory) => host.entries(join(directory, 'd'), /^e/), directory => { writeFileSync(join(directory, 'd/e.js'), ''); }],
		['a name that a stamp was asked for has come into a directory', ({ host }, directory) => host.directoryStamp(join(directory, 'd'), /^e/), directory => { writeFileSync(join(directory, 'd/e.js'), ''); }],
		['a directory is gone', ({ host }, directory) => host.directoryStamp(join(directory, 'd')), directory => { rmSync(join(directory, 'd'), { recursive: true }); }],
		['a link leads elsewhere', ({ host }, directory) => host.real(join(directory, 'link.js')), directory => { rmSync(join(directory, 'link.js')); symlinkSync(join(directory, 'd/f.js'), join(directory, 'link.js')); }],
	])('end when %s', (_, read, change) => {
		const directory = scratch({ 'b.js': 'one', 'd/f.js': '' });
		symlinkSync(join(directory, 'b.js'), join(directory, 'link.js'));
		lint(directory, kept => { read(kept, directory); });
		expect(isKept(open(directory))).toBe(true);
		change(directory);
		expect(isKept(open(directory))).toBe(false);
	});

	it('hold when a file is written again with the same content, as in another checkout', () => {
		const directory = scratch({ 'b.js': 'one' });
		lint(directory, ({ host }) => { host.read(join(directory, 'b.js')); });
		utimesSync(join(directory, 'b.js'), 1, 1);
		expect(isKept(open(directory))).toBe(true);
	});

	it.each<[what: string, ask: (kept: KeptResults, directory: string) => void]>([
		['entries', ({ host }, directory) => host.entries(join(directory, 'd'), /^e/)],
		['a stamp', ({ host }, directory) => host.directoryStamp(join(directory, 'd'), /^e/)],
	])('hold when another name comes into a directory of which %s of some names were asked, at once or later', (_, ask) => {
		const directory = scratch({ 'd/f.js': '' });
		lint(directory, kept => {
			ask(kept, directory);
			writeFileSync(join(directory, 'd/g.js'), '');
		});
		expect(isKept(open(directory))).toBe(true);
		writeFileSync(join(directory, 'd/h.js'), '');
		expect(isKept(open(directory))).toBe(true);
	});

	it('are looked for anew where a pattern cannot be read', () => {
		const directory = scratch({ 'd/f.js': '' });
		lint(directory, ({ host }) => host.entries(join(directory, 'd'), /^e/));
		writeFileSync(cacheFile(directory), readFileSync(cacheFile(directory), 'utf8').replace('"source":"^e"', '"source":"("'));
		expect(isKept(open(directory))).toBe(false);
	});

	it('hold when the whole project has moved', () => {
		const parent = scratch({ 'one/b.js': 'one' });
		lint(join(parent, 'one'), ({ host }) => { host.resolve('./b.js', join(parent, 'one/a.test.js')); host.read(join(parent, 'one/b.js')); });
		renameSync(join(parent, 'one'), join(parent, 'two'));
		expect(isKept(open(join(parent, 'two')))).toBe(true);
		writeFileSync(join(parent, 'two/b.js'), 'two');
		expect(isKept(open(join(parent, 'two')))).toBe(false);
	});

	it('are not written where a file has changed since it was read', () => {
		const directory = scratch({ 'b.js': 'one' });
		lint(directory, ({ host }) => {
			host.read(join(directory, 'b.js'));
			writeFileSync(join(directory, 'b.js'), 'another');
		});
		expect(isKept(open(directory))).toBe(false);
	});

	it.each(['', '{', 'null', '[]', '{"text":"a"}', '{"text":"ypeBEsobvcr6wjGzmiPcTaeG7_gUfE5yuYB3ha_uSLs","evidence":[],"reports":{"check":[{}]}}'])('are looked for anew where the file in the cache is %j', text => {
		const directory = scratch({});
		lint(directory, () => undefined);
		writeFileSync(cacheFile(directory), text);
		expect(isKept(open(directory))).toBe(false);
		lint(directory, () => undefined);
		expect(isKept(open(directory))).toBe(true);
	});
});

describe('the folder', () => {
	it('keeps nothing of other builds, and leaves alone what is not its own', () => {
		// As long as a digest of a build.
		const other = 'integration-tests-2026';
		const directory = scratch({ 'cache/README.md': '', [`cache/${other}/a.json`]: '' });
		const builds = (): string[] => readdirSync(join(directory, 'cache')).filter(name => name !== 'README.md' && name !== other);
		new CacheFolder(join(directory, 'cache'), 'one').write('name', 'text');
		const [one] = builds();
		new CacheFolder(join(directory, 'cache'), 'two').write('name', 'text');
		expect(builds()).toHaveLength(1);
		expect(builds()).not.toContain(one);
		expect(readdirSync(join(directory, 'cache', other))).toEqual(['a.json']);
		expect(readdirSync(join(directory, 'cache'))).toContain('README.md');
	});

	it('is never left, whatever a file is called', () => {
		const directory = scratch({});
		const folder = new CacheFolder(join(directory, 'cache'), 'b');
		folder.write('../../../out', 'text');
		expect(readdirSync(directory)).toEqual(['cache']);
		expect(folder.read('../../../out')).toBe('text');
	});

	it('writes nothing through a link to another place', () => {
		const directory = scratch({ 'elsewhere/a': '' });
		new CacheFolder(join(directory, 'cache'), 'b').write('name', 'text');
		const [build = ''] = readdirSync(join(directory, 'cache'));
		rmSync(join(directory, 'cache', build), { recursive: true });
		symlinkSync(join(directory, 'elsewhere'), join(directory, 'cache', build));
		new CacheFolder(join(directory, 'cache'), 'b').write('name', 'text');
		expect(readdirSync(join(directory, 'elsewhere'))).toEqual(['a']);
	});

	it('is as if it were not there where the disk refuses', () => {
		const directory = scratch({ cache: 'a file' });
		const folder = new CacheFolder(join(directory, 'cache'), 'b');
		folder.write('name', 'text');
		expect(folder.read('name')).toBeUndefined();
		expect(readFileSync(join(directory, 'cache'), 'utf8')).toBe('a file');
	});

	it('leaves no draft behind where the text cannot take its place', () => {
		const directory = scratch({});
		const folder = new CacheFolder(join(directory, 'cache'), 'b');
		folder.write('name', 'text');
		const file = cacheFile(directory);
		rmSync(file);
		mkdirSync(file);
		folder.write('name', 'later');
		expect(readdirSync(join(file, '..'))).toEqual([basename(file)]);
		expect(folder.read('name')).toBeUndefined();
	});
});
