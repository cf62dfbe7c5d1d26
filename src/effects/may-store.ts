import path from 'node:path';

import type { Module, Project } from '../project/model.ts';
import type { Rows } from '../provenance/rows.ts';

/**
 * Whether code that a file reaches can store records: the file imports a package that does, or a package.json above it names one, or
 * has workspaces that may. Without any package.json nothing is ruled out.
 */
export function mayStore({ file, facts }: Module, project: Project, rows: Rows): boolean {
	const packages = rows.packagesOf('store');
	if (facts.sources.some(source => packages.has(source))) return true;

	const manifests = directoriesAbove(file).flatMap(directory => project.text(path.join(directory, 'package.json')) ?? []);
	return manifests.length === 0 || manifests.some(text => text.includes('"workspaces"') || [...packages].some(name => text.includes(`"${name}"`)));
}

function directoriesAbove(file: string): string[] {
	const parent = path.dirname(file);
	return parent === file ? [] : [parent, ...directoriesAbove(parent)];
}
