import type { Module, Site } from '../project/model.ts';
import type { Root } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { callStep } from '../provenance/walk-value.ts';
import { at } from '../provenance/walker.ts';
import type { Call, FunctionFacts } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { retriedBy } from './retry.ts';
import { throwsByName } from './thrown.ts';
import { isForTests, isMatcherName } from './vocabulary.ts';
import { type AssertionOptions, assertionAt } from './written.ts';

/** How many functions deep is looked. */
const maxDepth = 6;

/**
 * Whether a function, or one that it calls, has an assertion: without it, every function under test would be walked again for each
 * of its calls. Answers are kept for the file; a method of an open parameter counts where a library has a matcher of that name. The
 * options say which modules are test code.
 */
export class MayAssert {
	readonly #home: Module;
	readonly #provenance: Provenance;
	readonly #options: AssertionOptions;
	readonly #answers = new Map<FunctionFacts, boolean>();
	readonly #calls = new Map<Call, boolean>();

	constructor(home: Module, provenance: Provenance, options: AssertionOptions) {
		this.#home = home;
		this.#provenance = provenance;
		this.#options = options;
	}

	ask({ module, fact }: Site<FunctionFacts>, depth = 0): boolean {
		const known = this.#answers.get(fact);
		if (known !== undefined || depth > maxDepth) return known ?? false;
		this.#answers.set(fact, false);
		if (!this.#isLikely(module)) return false;
		const inside = functionsWithin(module.facts, fact);
		const answer = inside.some(
			each => each.calls.some(call => this.askCall({ module, fact: call }, depth)) || this.#resultAsserts({ module, fact: each }),
		);
		this.#answers.set(fact, answer);
		return answer;
	}

	/** Whether a call is an assertion, leads to one, or runs one again and again. */
	askCall(call: Site<Call>, depth = 0): boolean {
		const known = this.#calls.get(call.fact);
		if (known !== undefined) return known;
		const roots = this.#provenance.roots(at(call.fact.callee, call));
		const origins = roots.flatMap(root =>
			root.kind === 'origin' ? [{ from: root.origin.from, steps: [...root.origin.steps, callStep(call)] }] : [],
		);
		const answer =
			assertionAt(call, origins, this.#provenance, this.#options) !== undefined ||
			origins.some(origin => retriedBy(origin).length > 0) ||
			roots.some(root =>
				root.kind === 'function' && root.path.length === 0
					? this.ask(root.site, depth + 1) || this.throwsFor(call, root.site)
					: isOpenMatcher(root),
			);
		this.#calls.set(call.fact, answer);
		return answer;
	}

	/** Whether a call asserts something by what the function of the tests' own throws that it calls. */
	throwsFor(call: Site<Call>, called: Site<FunctionFacts>): boolean {
		return this.#options.isTestCode?.(called.module) === true && throwsByName(call, called);
	}

	/** The tested program is not searched: its modules neither stand among or beside tests nor load what asserts. */
	#isLikely(module: Module): boolean {
		return (
			folderOf(module) === folderOf(this.#home) ||
			this.#options.isTestCode?.(module) === true ||
			module.facts.sources.some(isForTests)
		);
	}

	#resultAsserts({ module, fact }: Site<FunctionFacts>): boolean {
		return [...fact.returns, ...fact.awaits, ...fact.reads].some(({ value }) => {
			if (value.kind !== 'member') return false;
			const site = { module, fact: value };
			return assertionAt(site, this.#provenance.origins(site), this.#provenance, this.#options) !== undefined;
		});
	}
}

function folderOf({ path }: Module): string {
	return path.slice(0, path.lastIndexOf('/') + 1);
}

/** `t.is` where `t` is whatever the caller hands over. */
function isOpenMatcher(root: Root): boolean {
	const last = root.kind === 'parameter' ? root.path.at(-1) : undefined;
	return last?.kind === 'property' && isMatcherName(last.name);
}
