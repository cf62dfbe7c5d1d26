import type { AssertionLibrary } from '../knowledge/assertions/row.ts';
import { shouldPackages } from '../knowledge/assertions/should.ts';
import type { Module, Site } from '../project/model.ts';
import type { Origin } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import type { Value } from '../syntax/facts.ts';
import { type Chain, chainsOf, mayBeSpoken, propertyChains } from './chain.ts';
import { claimOf } from './claim.ts';
import { draftOf } from './draft.ts';
import type { Assertion } from './model.ts';
import { normalForm } from './normal-form.ts';
import { isTestCode } from './test-code.ts';
import { listed } from './vocabulary.ts';

export interface AssertionOptions {
	/** Packages whose names are global in the file, such as `@wdio/globals`; what they say goes before the common meaning. */
	readonly globals?: readonly string[];
	/** Packages that what runs with the file loads, for one of them may give every value `should`. */
	readonly loaded?: () => ReadonlySet<string>;
	/** Whether a module is there for tests; the tested program's own `assert` is none of theirs. By default its path tells. */
	readonly isTestCode?: (module: Module) => boolean;
}

/** The assertion that a call or a property makes, whose origins are known; undefined where it makes none. */
export function assertionAt(
	site: Site<Value>,
	origins: readonly Origin[],
	provenance: Provenance,
	options: AssertionOptions,
): Assertion | undefined {
	const chains = origins.flatMap(origin => [...chainsOf(origin, site, options.globals ?? [])]);
	const spoken = mayBeSpoken(site.fact)
		? [...propertyChains(site)].filter(({ beginning }) => isLoaded(beginning.vocabulary.library, site.module, options))
		: [];
	if (chains.length + spoken.length === 0) return undefined;
	const goesOn = site.fact.kind === 'call' && site.fact.usage === 'receiver';
	for (const accept of goesOn ? (['known'] as const) : (['known', 'any'] as const)) {
		for (const chain of [...chains, ...spoken]) {
			const assertion = assertionOf(chain, accept, site, options.isTestCode ?? isTestCode);
			if (assertion !== undefined) return normalForm(assertion, provenance);
		}
	}
	return undefined;
}

function assertionOf(
	chain: Chain,
	accept: 'known' | 'any',
	site: Site<Value>,
	isForTests: (module: Module) => boolean,
): Assertion | undefined {
	const { library } = chain.beginning.vocabulary;
	if (library.invariants === true && !isForTests(site.module)) return undefined;
	const claim = claimOf(chain, accept);
	return claim === undefined ? undefined : draftOf(claim, site);
}

/** What the file loads itself goes before what others load for it. */
function isLoaded({ entries }: AssertionLibrary, { facts }: Module, { loaded }: AssertionOptions): boolean {
	const packages = entries.flatMap(entry => (entry.kind === 'property' ? listed(entry.from) : []));
	if (facts.sources.some(source => packages.includes(source))) return true;
	if (facts.sources.some(source => shouldPackages.has(source))) return false;
	return loaded !== undefined && packages.some(each => loaded().has(each));
}
