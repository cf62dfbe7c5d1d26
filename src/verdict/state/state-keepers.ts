import type { KeptVariables } from '../../effects/state/kept-variables.ts';
import type { Module } from '../../project/model.ts';
import type { Models } from '../models.ts';

/** Modules that are looked at, and how many imports away. */
const maxModules = 40;
const maxDepth = 2;

/**
 * The modules whose functions write what outlives them, as far as tests of the linted file may do so, and those on the way to them;
 * empty where no test can leave anything behind.
 */
export function keepersOf(models: Models, variables: KeptVariables): ReadonlySet<Module> {
	const { module, framework } = models;
	const hooks = framework.hooks.filter(({ body }) => body.module === module);
	const own = variables.allIn(module).some(({ definition }) => {
		const facts = module.facts.functions[definition.function];
		return facts !== undefined && !hooks.some(({ body }) => body.fact.start <= facts.start && facts.end <= body.fact.end);
	});
	const found = new Set<Module>();
	const seen = new Set<Module>([module]);
	const visit = (from: Module, depth: number): boolean => {
		let leads = false;
		for (const source of from.facts.sources) {
			const resolution = models.project.resolve(source, from.file);
			if (resolution.kind !== 'file' || framework.isReplaced(source, from)) continue;
			const target = seen.size > maxModules ? undefined : models.project.load(resolution.file);
			if (target === undefined) continue;
			if (seen.has(target)) {
				leads ||= found.has(target);
				continue;
			}
			seen.add(target);
			const onward = depth < maxDepth && visit(target, depth + 1);
			const keeps = variables.allIn(target).length > 0;
			if (keeps || onward) found.add(target);
			leads ||= keeps || onward;
		}
		return leads;
	};
	const leads = visit(module, 1);
	if (own || leads) found.add(module);
	return found;
}
