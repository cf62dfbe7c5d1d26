import path from 'node:path';

import type { Snapshot } from './snapshot.ts';
import { exportedTarget } from './exports-field.ts';
import { stringAt, valueAt } from './json.ts';
import { builtSource, sourceFile } from './unbuilt.ts';

/** Directories looked at while the workspace's packages are listed. */
const maxDirectories = 500;

/** The source of a package that the project's own workspace holds, installed or not; undefined for any other. */
export function workspaceEntry(host: Snapshot, source: string, from: string): string | undefined {
	const segments = source.split('/');
	const name = segments.slice(0, source.startsWith('@') ? 2 : 1).join('/');
	const rest = segments.slice(source.startsWith('@') ? 2 : 1).join('/');

	const directory = packageDirectory(host, name, from);
	if (directory === undefined) return undefined;
	if (rest === '') return packageEntry(host, directory);
	const target = exportedTarget(host.json(path.join(directory, 'package.json')), `./${rest}`);
	return inPackage(host, directory, target) ?? sourceFile(host, path.join(directory, 'src', rest)) ?? inPackage(host, directory, rest);
}

/** The source of what a package is when it is imported by its name. */
export function packageEntry(host: Snapshot, directory: string): string | undefined {
	const manifest = host.json(path.join(directory, 'package.json'));
	for (const target of [
		stringAt(manifest, 'source'),
		exportedTarget(manifest, '.'),
		stringAt(manifest, 'module'),
		stringAt(manifest, 'main'),
	]) {
		const file = inPackage(host, directory, target);
		if (file !== undefined) return file;
	}
	return sourceFile(host, path.join(directory, 'src', 'index')) ?? sourceFile(host, path.join(directory, 'index'));
}

function inPackage(host: Snapshot, directory: string, target: string | undefined): string | undefined {
	return target === undefined ? undefined : builtSource(host, path.join(directory, target));
}

function packageDirectory(host: Snapshot, name: string, from: string): string | undefined {
	for (const directory of ancestors(path.dirname(from))) {
		const found = packagesAt(host, directory).get(name);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Every import of a file that leads nowhere asks for them. */
const listed = new WeakMap<Snapshot, Map<string, ReadonlyMap<string, string>>>();

/** The directories of the package that stands at a directory, of those in its workspace, and of those that it takes from folders, by name. */
function packagesAt(host: Snapshot, directory: string): ReadonlyMap<string, string> {
	const byDirectory = listed.get(host) ?? new Map<string, ReadonlyMap<string, string>>();
	listed.set(host, byDirectory);
	const known = byDirectory.get(directory) ?? listPackages(host, directory);
	byDirectory.set(directory, known);
	return known;
}

function listPackages(host: Snapshot, directory: string): ReadonlyMap<string, string> {
	const manifest = host.json(path.join(directory, 'package.json'));
	const packages = new Map<string, string>();
	for (const candidate of [directory, ...workspacePackages(host, directory, manifest)]) {
		const name = stringAt(host.json(path.join(candidate, 'package.json')), 'name');
		if (name !== undefined && !packages.has(name)) packages.set(name, candidate);
	}
	for (const [name, candidate] of linkedPackages(host, directory, manifest)) if (!packages.has(name)) packages.set(name, candidate);
	return packages;
}

/** Folders that a package asks for in the place of published packages: `"helpers": "file:./helpers"` (https://docs.npmjs.com/cli/configuring-npm/package-json#local-paths). */
function linkedPackages(host: Snapshot, directory: string, manifest: unknown): readonly (readonly [name: string, directory: string])[] {
	return ['devDependencies', 'dependencies', 'optionalDependencies', 'peerDependencies']
		.flatMap(group => Object.entries(valueAt(manifest, group) ?? {}))
		.flatMap(([name, range]) => {
			const [, folder] = typeof range === 'string' ? (/^(?:file|link|portal):(.+)$/.exec(range) ?? []) : [];
			const target = folder === undefined ? undefined : path.resolve(directory, folder);
			return target === undefined || host.stamp(path.join(target, 'package.json')) === undefined ? [] : [[name, target] as const];
		});
}

export function* ancestors(directory: string): Iterable<string> {
	let current = directory;
	for (;;) {
		yield current;
		const parent = path.dirname(current);
		if (parent === current) return;
		current = parent;
	}
}

function workspacePackages(host: Snapshot, root: string, manifest: unknown): string[] {
	const patterns = workspacePatterns(host, root, manifest);
	return patterns
		.flatMap(pattern =>
			expand(
				host,
				root,
				pattern.split('/').filter(segment => segment !== '.' && segment !== ''),
			),
		)
		.slice(0, maxDirectories);
}

/** `pnpm-workspace.yaml`, `workspaces` of npm, Yarn and Bun, `lerna.json`: pnpm reads no `workspaces`, so what a package.json lists as well may be left from before. */
function workspacePatterns(host: Snapshot, root: string, manifest: unknown): string[] {
	const listed = host.read(path.join(root, 'pnpm-workspace.yaml')) ?? '';
	const pnpm = [...listed.matchAll(/^\s*-\s*['"]?([^'"#!\n]+?)['"]?\s*$/gm)].flatMap(match => match[1] ?? []);
	const own = stringsAt(manifest, 'workspaces');
	return pnpm.length + own.length > 0 ? [...new Set([...pnpm, ...own])] : stringsAt(host.json(path.join(root, 'lerna.json')), 'packages');
}

function stringsAt(json: unknown, key: string): string[] {
	const value = valueAt(json, key);
	if (Array.isArray(value)) return value.filter(item => typeof item === 'string');
	return value === undefined ? [] : stringsAt(value, 'packages');
}

/** Only whole-segment wildcards are followed: `packages/*`, `packages/**`. */
function expand(host: Snapshot, directory: string, [first, ...rest]: readonly string[]): string[] {
	if (first === undefined) return [directory];
	if (!first.includes('*')) return expand(host, path.join(directory, first), rest);
	const children = host.entries(directory, /^(?!node_modules$|\.)/).map(name => path.join(directory, name));
	if (first !== '**') return children.flatMap(child => expand(host, child, rest));
	return children.flatMap(child => [child, ...host.entries(child).map(name => path.join(child, name))]);
}
