import path from 'node:path';

import type { Module, Project } from '../../project/model.ts';
import type { Rows } from '../../provenance/rows.ts';

/**
 * Whether code that a file reaches can store records: the file imports a package that does, or a package.json above it names one, or
 * has workspaces that may. Without any package.json nothing is ruled out.
 */
export function mayStore({ file, facts }: Module, project: Project, rows: Rows): boolean {
	const packages = rows.packagesOf('store');
	if (facts.sources.some(source => packages.has(source))) return true;

	const manifests = directoriesAbove(file).flatMap(directory => project.text(path.join(directory, 'package.json')) ?? []);
	return manifests.length === 0 || manifests.some(text => namesOne(text, packages));
}

/** By text: one package.json is asked about by each file beside it. */
const answers = new WeakMap<ReadonlySet<string>, Map<string, boolean>>();
const maxAnswers = 100;

function namesOne(text: string, packages: ReadonlySet<string>): boolean {
	const known = answers.get(packages) ?? new Map<string, boolean>();
	answers.set(packages, known);
	const answer = known.get(text) ?? (text.includes('"workspaces"') || [...packages].some(name => text.includes(`"${name}"`)));
	if (known.size >= maxAnswers) known.clear();
	known.set(text, answer);
	return answer;
}

function directoriesAbove(file: string): string[] {
	const parent = path.dirname(file);
	return parent === file ? [] : [parent, ...directoriesAbove(parent)];
}
