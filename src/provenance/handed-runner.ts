import { type HandedRunner, handedRunners } from '../knowledge/runner-globals.ts';
import type { ModuleFacts } from '../syntax/facts.ts';

/**
 * The runner whose words a module takes from a package of which nothing is known (`import { test } from '@acme/e2e'`): functions of the module ask
 * for what only that runner's fixtures have. Undefined for names that the runner does not hand out.
 */
export function handedRunner(source: string, name: string, facts: ModuleFacts): string | undefined {
	return handedTo(facts).find(({ runner, sources }) => runner.names.has(name) && sources.has(source))?.runner.from;
}

/** The same for the whole module: the runners whose words it takes so. */
export function handedRunnersIn(facts: ModuleFacts): readonly string[] {
	return handedTo(facts).map(({ runner }) => runner.from);
}

/** A runner, and where a module takes its words from. */
interface Handed {
	readonly runner: HandedRunner;
	readonly sources: ReadonlySet<string>;
}

const known = new WeakMap<ModuleFacts, readonly Handed[]>();

function handedTo(facts: ModuleFacts): readonly Handed[] {
	const handed =
		known.get(facts) ??
		handedRunners
			.filter(runner => asksFor(runner, facts))
			.map(runner => ({ runner, sources: sourcesOf(runner, facts) }))
			.filter(({ sources }) => sources.size > 0);
	known.set(facts, handed);
	return handed;
}

function sourcesOf({ words }: HandedRunner, { bindings }: ModuleFacts): ReadonlySet<string> {
	const sources = bindings.flatMap(({ definitions }) =>
		definitions.flatMap(definition => {
			if (definition.kind === 'import') return words.has(definition.imported) ? [definition.source] : [];
			const [first] = definition.kind === 'value' ? definition.path : [];
			return definition.kind === 'value' && definition.value.kind === 'module' && first?.kind === 'property' && words.has(first.name)
				? [definition.value.source]
				: [];
		}),
	);
	return new Set(sources.filter(source => !source.startsWith('.')));
}

/** Whether a function takes its first parameter apart into what the runner's fixtures have: `async ({ page }) => {}`. */
function asksFor({ fixtures }: HandedRunner, { bindings }: ModuleFacts): boolean {
	return bindings.some(({ definitions }) =>
		definitions.some(definition => {
			const [first] = definition.kind === 'parameter' && definition.index === 0 ? definition.path : [];
			return first?.kind === 'property' && fixtures.has(first.name);
		}),
	);
}
