import type { Module } from '../project/model.ts';
import type { Models } from './models.ts';

/** Modules on the way from a test that are looked at; those that only pass on what others export do not count. */
const maxHops = 2;
const maxPassing = 4;

/** The linted file, its setup files, and what they import. */
export function nearModules({ module, project, framework }: Pick<Models, 'module' | 'project' | 'framework'>): readonly Module[] {
	const seen = new Set<Module>();
	let wave: readonly Module[] = [module, ...framework.outsideModules];
	for (let hops = 0; hops <= maxHops && wave.length > 0; hops++) {
		for (const each of wave) seen.add(each);
		wave = hops === maxHops ? [] : wave.flatMap(each => importsOf(each, project)).filter(each => !seen.has(each));
	}
	return [...seen];
}

/** What those load by name, packages among it. */
export function loadedPackages(models: Pick<Models, 'module' | 'project' | 'framework'>): ReadonlySet<string> {
	return new Set(nearModules(models).flatMap(({ facts }) => facts.sources));
}

function importsOf({ facts, file }: Module, project: Models['project'], passing = 0): readonly Module[] {
	return facts.sources.flatMap(source => {
		const resolution = project.resolve(source, file);
		const module = resolution.kind === 'file' ? project.load(resolution.file) : undefined;
		if (module === undefined) return [];
		return passesOn(module) && passing < maxPassing ? [module, ...importsOf(module, project, passing + 1)] : [module];
	});
}

/** Whether a module has nothing of its own. */
function passesOn({ facts }: Module): boolean {
	return facts.functions.length === 1 && facts.exports.every(({ kind }) => kind === 'from');
}
