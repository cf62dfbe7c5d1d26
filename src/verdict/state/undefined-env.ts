import { regionsAround } from '../../effects/loops.ts';
import type { SharedWrite } from '../../effects/state/shared-writes.ts';
import { ofManager, alwaysSet } from '../../knowledge/environment-variables.ts';
import { environmentVariable } from '../../provenance/environment-variable.ts';
import type { Root } from '../../provenance/model.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Region } from '../../syntax/facts.ts';
import { functionsIn } from '../aftermath.ts';
import type { Models, Scope } from '../models.ts';

/** An assignment that puts an environment variable back though it may not have been set: then it becomes the text "undefined". */
export interface UndefinedEnv {
	readonly scope: Scope;
	readonly write: SharedWrite;
	/** The name of the variable. */
	readonly name: string;
}

export function* undefinedEnv(models: Models): Iterable<UndefinedEnv> {
	if (!mentionsEnv(models)) return;
	const { root } = models.framework;
	const set = new Set(models.effects.testWritesIn(root.body).flatMap(({ key, origin }) => (origin.fact.function === 0 ? [key] : [])));
	const seen = new Set<object>();
	for (const scope of models.scopes) {
		for (const fact of functionsIn(scope.body)) {
			for (const write of models.effects.testWritesIn({ module: scope.body.module, fact })) {
				const name = /^global:process\.env\.(.+)$/.exec(write.key)?.[1];
				if (name === undefined || alwaysSet.has(name) || ofManager.test(name) || set.has(write.key) || seen.has(write.origin.fact))
					continue;
				if (!putsBackUnset(write, name, models) || models.framework.presetsEnv(name)) continue;
				seen.add(write.origin.fact);
				yield { scope, write, name };
			}
		}
	}
}

/** Cheap: some function of the file writes to a member of a member. */
function mentionsEnv({ module }: Models): boolean {
	return module.facts.functions.some(({ writes }) =>
		writes.some(({ target }) => target.kind === 'member' && (target.object.kind === 'member' || target.object.kind === 'reference')),
	);
}

function putsBackUnset({ origin, value }: SharedWrite, name: string, { provenance, module }: Models): boolean {
	if (value === undefined || origin.module !== module || (value.fact.kind !== 'reference' && value.fact.kind !== 'member')) return false;
	const roots = provenance.roots(value).filter(root => !isNothing(root));
	if (roots.length !== 1 || !roots.every(root => environmentVariable(root) === name)) return false;
	const owner = functionAt(module, origin.fact.function);
	return owner !== undefined && !regionsAround(owner, origin.fact.region).some(({ kind }) => guards.has(kind));
}

/** `let old;`, which a hook fills. */
function isNothing(root: Root): boolean {
	return root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'literal' && root.site.fact.value === undefined;
}

/** A condition decides whether it is written. */
const guards: ReadonlySet<Region['kind']> = new Set(['then', 'else', 'case', 'after-exit']);
