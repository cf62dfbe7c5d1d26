import { loaderMethods, loaderModule } from '../knowledge/frameworks/module-mocks.ts';
import type { Module, Project, Resolution, Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import type { FunctionFacts, Value, Write } from '../syntax/facts.ts';

/** A package that is replaced, and where. */
interface ReplacedPackage {
	readonly resolution: Extract<Resolution, { kind: 'package' }>;
	readonly names: 'all';
	readonly site: Site<Write>;
}

/** The packages that a loader of the tests' own gives something else for: `Module._load = (request, …) => { if (request === 'dgram') return { … }; … }`. */
export function mocksOfLoaders(modules: readonly Module[], provenance: Provenance, project: Project): readonly ReplacedPackage[] {
	return modules.flatMap(module =>
		module.facts.functions.flatMap(({ writes }) =>
			writes.filter(isLoader).flatMap(write => {
				const site: Site<Write> = { module, fact: write };
				if (!isOfModules(provenance, at(write.target, site)) || write.value === undefined) return [];
				const functions = provenance
					.roots(at(write.value, site))
					.flatMap(root => (root.kind === 'function' && root.path.length === 0 ? [root.site.fact] : []));
				return functions.flatMap(answeredIn).flatMap((source): readonly ReplacedPackage[] => {
					const resolution = project.resolve(source, module.file);
					return resolution.kind === 'package' ? [{ resolution, names: 'all', site }] : [];
				});
			}),
		),
	);
}

function isLoader({ target }: Write): boolean {
	return target.kind === 'member' && typeof target.property === 'string' && loaderMethods.has(target.property);
}

function isOfModules(provenance: Provenance, { fact, ...place }: Site<Value>): boolean {
	return fact.kind === 'member' && provenance.origins(at(fact.object, place)).some(({ from }) => from === loaderModule);
}

/** The specifiers for which a loader returns something by itself. */
function answeredIn(fact: FunctionFacts): readonly string[] {
	const request = fact.parameters[0]?.binding;
	return fact.returns.flatMap(({ region, value }) => {
		const inside = region === undefined ? undefined : fact.regions[region];
		if (inside?.kind !== 'then' || inside.test?.kind !== 'operation' || inside.test.operator !== '===' || value.kind === 'call')
			return [];
		const { operands } = inside.test;
		if (!operands.some(operand => operand.kind === 'reference' && operand.binding === request)) return [];
		return operands.flatMap(operand => (operand.kind === 'literal' && typeof operand.value === 'string' ? [operand.value] : []));
	});
}
