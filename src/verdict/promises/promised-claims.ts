import { promisedBy } from '../../effects/waits/promised.ts';
import { chainOf } from '../../effects/value-parts.ts';
import { at } from '../../provenance/walker.ts';
import type { FunctionFacts, ModuleFacts, Span, Value } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import { isDriven } from '../customs.ts';
import { isExpect } from '../expect-calls.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { isAboutUnheard } from './unawaited.ts';

/** An assertion that is a promise by one of its words, and that nobody waits for. */
export interface PromisedClaim {
	readonly scope: Scope;
	/** Where it stands. */
	readonly call: Span;
	/** The function that it stands in. */
	readonly inside: FunctionFacts;
	/** Its words: `should.be.rejectedWith`. */
	readonly words: string;
	readonly callback: undefined;
	readonly marked: false;
}

/** The assertions of the linted file that chai-as-promised and should.js make of promises, `expect(load()).to.be.rejected`, as statements of their own. */
export function* promisedClaimsIn(models: Models & { readonly text: string }): Iterable<PromisedClaim> {
	const told = new Set<number>();
	if (isDriven(models)) return;
	for (const scope of [...models.scopes, ...models.steps]) {
		if (isAboutUnheard(models, scope)) continue;
		for (const claim of models.assertionsIn(scope)) {
			const { fact, module } = claim.site;
			const inside = claim.promised && module === models.module ? droppedIn(models, claim) : undefined;
			if (inside === undefined || told.has(fact.start) || isSettledBehind(claim, inside)) continue;
			told.add(fact.start);
			yield { scope, call: fact, inside, words: wordsOf(fact, module.facts) || claim.matcher, callback: undefined, marked: false };
		}
	}
}

/** The function in which nobody asks for what an assertion gives, where nothing else tells that it is a promise: that is told of with the other calls. */
function droppedIn(models: Models, { site }: Claim): FunctionFacts | undefined {
	const { fact, module } = site;
	const inside = module.facts.functions.findLast(each => holds(each, fact));
	if (fact.kind === 'member') return inside?.reads.some(({ value }) => value === fact) === true ? inside : undefined;
	return fact.kind === 'call' && fact.usage === 'discarded' && promisedBy(models, at(fact, site)) === undefined ? inside : undefined;
}

/** `loading.should.be.rejected(); await loading.catch(…)`: what is awaited next is settled as soon as the assertion. */
function isSettledBehind({ actual, site }: Claim, { awaits }: FunctionFacts): boolean {
	const { fact } = actual;
	const isOf = (value: Value): boolean => {
		const { root } = chainOf(value.kind === 'call' ? value.callee : value);
		return root.kind === 'call' ? isOf(root) : root.kind === 'reference' && fact.kind === 'reference' && root.binding === fact.binding;
	};
	return awaits.some(({ start, value }) => start >= site.fact.end && isOf(value));
}

/** `expect.to.be.rejected` of `expect(load()).to.be.rejected`. */
function wordsOf(value: Value, facts: ModuleFacts): string {
	const { root, path } = chainOf(value.kind === 'call' ? value.callee : value);
	return [...(root.kind === 'call' && isExpect(root, facts) ? ['expect'] : []), ...path].join('.');
}
