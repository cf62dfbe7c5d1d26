import { handedRunners } from '../knowledge/runner-globals.ts';
import type { ModuleFacts } from '../syntax/facts.ts';

/**
 * The runner whose words a module takes from a package of which nothing is known (`import { test } from '@acme/e2e'`): functions of the module ask
 * for what only that runner's fixtures have. Undefined for names that the runner does not hand out.
 */
export function handedRunner(source: string, name: string, facts: ModuleFacts): string | undefined {
	return handedRunners.find(({ words, names }) => names.has(name) && sourcesOf(words, facts).has(source) && asksFor(facts))?.from;
}

/** The same for the whole module: the runners whose words it takes so. */
export function handedRunnersIn(facts: ModuleFacts): readonly string[] {
	return handedRunners.filter(({ words }) => facts.sources.some(source => sourcesOf(words, facts).has(source)) && asksFor(facts)).map(({ from }) => from);
}

/** Where a module takes the runner's words from. */
function sourcesOf(words: ReadonlySet<string>, { bindings }: ModuleFacts): ReadonlySet<string> {
	const sources = bindings.flatMap(({ definitions }) =>
		definitions.flatMap(definition => {
			if (definition.kind === 'import') return words.has(definition.imported) ? [definition.source] : [];
			const [first] = definition.kind === 'value' ? definition.path : [];
			return definition.kind === 'value' && definition.value.kind === 'module' && first?.kind === 'property' && words.has(first.name) ? [definition.value.source] : [];
		}),
	);
	return new Set(sources.filter(source => !source.startsWith('.')));
}

const asking = new WeakMap<ModuleFacts, boolean>();

/** Whether a function takes its first parameter apart into what the runner's fixtures have: `async ({ page }) => {}`. */
function asksFor(facts: ModuleFacts): boolean {
	const known = asking.get(facts) ?? facts.bindings.some(({ definitions }) =>
		definitions.some(definition => {
			const [first] = definition.kind === 'parameter' && definition.index === 0 ? definition.path : [];
			return first?.kind === 'property' && handedRunners.some(({ fixtures }) => fixtures.has(first.name));
		}),
	);
	asking.set(facts, known);
	return known;
}
