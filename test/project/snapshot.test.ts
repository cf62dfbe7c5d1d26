import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Host, disk } from '../../src/project/host.ts';
import { createProject } from '../../src/project/project.ts';
import { Snapshot } from '../../src/project/snapshot.ts';
import { scratch } from '../support/scratch.ts';

/** The disk, and how often it was asked for what. */
function counted(): { readonly host: Host; readonly asked: Map<string, number> } {
	const asked = new Map<string, number>();
	const note = (question: string): void => { asked.set(question, (asked.get(question) ?? 0) + 1); };
	const host: Host = {
		...disk,
		identity: {},
		read(file) {
			note(`read ${file}`);
			return disk.read(file);
		},
		stamp(file) {
			note(`stamp ${file}`);
			return disk.stamp(file);
		},
		entries(directory) {
			note(`entries ${directory}`);
			return disk.entries(directory);
		},
	};
	return { host, asked };
}

const workspace = {
	'package.json': JSON.stringify({ workspaces: ['packages/*'] }),
	'packages/a/package.json': JSON.stringify({ name: 'a' }),
	'packages/a/a.test.ts': 'import { now } from "b"; import { x } from "c"; import { y } from "d"; now(x, y);',
	'packages/b/package.json': JSON.stringify({ name: 'b' }),
	'packages/b/src/index.ts': 'export * from "./one.js"; export * from "./two.js";',
	'packages/b/src/one.ts': 'export const one = 1;',
	'packages/b/src/two.ts': 'export const now = () => Date.now();',
};

describe('Snapshot', () => {
	it('asks each question once, however often the project asks it', () => {
		const folder = scratch(workspace);
		const { host, asked } = counted();
		const file = join(folder, 'packages/a/a.test.ts');
		const project = createProject(host, file, folder);
		for (const from of ['a', 'b'].map(name => join(folder, 'packages', name, 'x.ts')))
			for (const source of ['b', 'c', 'd', './y', '@e/f']) project.resolve(source, from);
		for (const name of ['now', 'one', 'none']) project.mayExport(join(folder, 'packages/b/src/two.ts'), name);
		project.load(join(folder, 'packages/b/src/two.ts'));
		project.packageOf(join(folder, 'packages/b/src/two.ts'));

		expect(asked.size).toBeGreaterThan(10);
		expect([...asked].filter(([, count]) => count > 1)).toEqual([]);
	});

	it('keeps the answers of one moment, and the next one sees what has changed', () => {
		const folder = scratch({ 'package.json': '{}', 'a.ts': 'export const a = 1;' });
		const file = join(folder, 'a.ts');
		const before = Snapshot.of(disk);
		expect([before.read(file), before.stamp(join(folder, 'b.ts')), before.entries(folder)]).toEqual(['export const a = 1;', undefined, ['a.ts', 'package.json']]);

		writeFileSync(file, 'export const b = 22;');
		writeFileSync(join(folder, 'b.ts'), '');
		expect([before.read(file), before.stamp(join(folder, 'b.ts')), before.entries(folder)]).toEqual(['export const a = 1;', undefined, ['a.ts', 'package.json']]);

		const after = Snapshot.of(disk);
		expect([after.read(file), after.entries(folder)]).toEqual(['export const b = 22;', ['a.ts', 'b.ts', 'package.json']]);
		expect(after.stamp(join(folder, 'b.ts'))).toBeDefined();
	});

	it('reads a JSON file again only once it has changed', () => {
		const folder = scratch({ 'package.json': '{ "name": "a" }' });
		const file = join(folder, 'package.json');
		const { host, asked } = counted();
		for (let time = 0; time < 3; time++) expect(Snapshot.of(host).json(file)).toEqual({ name: 'a' });
		expect(asked.get(`read ${file}`)).toBe(1);

		writeFileSync(file, '{ "name": "ab" }');
		expect(Snapshot.of(host).json(file)).toEqual({ name: 'ab' });
	});

	it('takes a snapshot for what it is', () => {
		const snapshot = Snapshot.of(disk);
		expect(Snapshot.of(snapshot)).toBe(snapshot);
	});

	it('says nothing of what cannot be read', () => {
		const folder = scratch({ 'broken.json': '{', 'bytes.ts': '' });
		writeFileSync(join(folder, 'bytes.ts'), Buffer.from([0xff, 0xfe, 0x00]));
		writeFileSync(join(folder, 'large.ts'), `// ${'x'.repeat(1_000_000)}`);
		mkdirSync(join(folder, 'folder.ts'));
		const snapshot = Snapshot.of(disk);
		expect(['broken.json', 'none.json', 'broken.json/package.json'].map(name => snapshot.json(join(folder, name)))).toEqual([undefined, undefined, undefined]);
		expect(snapshot.stamp(join(folder, 'broken.json/package.json'))).toBeUndefined();
		expect(snapshot.directoryStamp(join(folder, 'broken.json/none'))).toBeUndefined();
		expect(['bytes.ts', 'large.ts', 'folder.ts', 'none.ts'].map(name => snapshot.read(join(folder, name)))).toEqual([undefined, undefined, undefined, undefined]);
	});
});

describe('modules', () => {
	const open = (folder: string, entry: string) => createProject(disk, join(folder, entry), folder);

	it('keeps the facts of a file for as long as it is not changed', () => {
		const folder = scratch({ 'package.json': '{}', 'a.ts': 'export const a = 1;' });
		const file = join(folder, 'a.ts');
		const first = open(folder, 'a.ts').load(file)?.facts;
		expect(first?.exports.map(({ name }) => name)).toEqual(['a']);
		expect(open(folder, 'a.ts').load(file)?.facts).toBe(first);

		writeFileSync(file, 'export const b = 1;');
		utimesSync(file, 1_000, 1_000);
		expect(open(folder, 'a.ts').load(file)?.facts.exports.map(({ name }) => name)).toEqual(['b']);
	});

	it('has nothing of a file that does not parse, is missing, or is no code', () => {
		const folder = scratch({ 'package.json': '{}', 'a.ts': 'export const = ;', 'b.css': 'a {}' });
		const project = open(folder, 'a.ts');
		expect(['a.ts', 'b.css', 'c.ts'].map(name => project.load(join(folder, name)))).toEqual([undefined, undefined, undefined]);
		expect(project.inputs).toContain(join(folder, 'c.ts'));
	});

	it('has what a JSON file says, up to a length', () => {
		const list = (elements: number): string => JSON.stringify(Array.from({ length: elements }, () => 'a'));
		const folder = scratch({ 'package.json': '{}', 'a.json': '{ "until": "2041-01-01" }', 'b.json': '{ "until": ', 'short.json': list(20_000), 'long.json': list(40_000) });
		const project = open(folder, 'a.json');
		const exported = (name: string): readonly string[] | undefined => project.load(join(folder, name))?.facts.exports.map(each => each.name);
		expect(['a.json', 'b.json', 'short.json', 'long.json'].map(exported)).toEqual([['export='], undefined, ['export='], undefined]);
	});

	it('knows by the text what a module may export', () => {
		const folder = scratch({ 'package.json': '{}', 'own.ts': 'export const own = 1;', 'all.ts': 'export * from "./own.js";', 'old.js': 'exports.old = 1;' });
		const project = open(folder, 'own.ts');
		const may = (file: string, name: string): boolean => project.mayExport(join(folder, file), name);
		expect([may('own.ts', 'own'), may('own.ts', 'other'), may('all.ts', 'other'), may('old.js', 'other'), may('none.ts', 'own')]).toEqual([true, false, true, true, false]);
		project.load(join(folder, 'own.ts'));
		expect([may('own.ts', 'own'), may('own.ts', 'other')]).toEqual([true, false]);
	});

	it('reads no more than a thousand modules for one file', () => {
		const names = Array.from({ length: 1_010 }, (_, index) => `m${index}.ts`);
		const folder = scratch({ 'package.json': '{}', 'a.ts': '', ...Object.fromEntries(names.map(name => [name, 'export const x = 1;'])) });
		const project = open(folder, 'a.ts');
		expect(names.filter(name => project.load(join(folder, name)) !== undefined)).toHaveLength(1_000);
	});

	it('is the package where a file is its entry', () => {
		const folder = scratch({ 'package.json': JSON.stringify({ name: 'own', main: 'lib/index.js' }), 'lib/index.js': '', 'lib/part.js': '', 'test/a.test.js': '' });
		const project = open(folder, 'test/a.test.js');
		expect([project.root, project.packageOf(join(folder, 'lib/index.js')), project.packageOf(join(folder, 'lib/part.js'))]).toEqual([folder, 'own', undefined]);
	});

	it('is what of the package is imported by its name, wherever that leads', () => {
		const folder = scratch({ 'package.json': JSON.stringify({ name: 'own', main: 'dist/index.js' }), 'source/all.ts': '', 'source/node.ts': '', 'test/a.test.ts': '' });
		const project = open(folder, 'test/a.test.ts');
		const names = [['source/all.ts', 'own'], ['source/node.ts', 'own/node'], ['source/all.ts', '../source/all'], ['source/all.ts', 'owner'], ['source/all.ts', '@/all']] as const;
		expect(names.map(([file, source]) => project.packageOf(join(folder, file), source))).toEqual(['own', 'own/node', undefined, undefined, undefined]);
	});
});
