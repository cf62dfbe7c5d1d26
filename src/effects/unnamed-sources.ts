import type { ModuleFacts } from '../syntax/facts.ts';
import { valuesIn } from './value-parts.ts';

const known = new WeakMap<ModuleFacts, readonly string[]>();

/** What a module brings in only for what it does when it is loaded: `import './register.js';`. */
export function sourcesWithoutNames(facts: ModuleFacts): readonly string[] {
	const found = known.get(facts) ?? unnamedIn(facts);
	known.set(facts, found);
	return found;
}

function unnamedIn(facts: ModuleFacts): readonly string[] {
	const named = new Set([
		...facts.bindings.flatMap(({ definitions }) => definitions.flatMap(each => (each.kind === 'import' ? [each.source] : []))),
		...facts.exports.flatMap(each => (each.kind === 'from' ? [each.source] : [])),
		...facts.functions.flatMap(each => [...valuesIn(each, facts)].flatMap(value => (value.kind === 'module' ? [value.source] : []))),
		...facts.starExports,
	]);
	return facts.sources.filter(source => !named.has(source));
}
