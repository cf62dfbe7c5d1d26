import { changingMethods } from '../../knowledge/event-words.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { mayListen } from '../waits/listening.ts';
import type { Knowing } from '../knowing.ts';
import { isPromiseClass } from '../promise-classes.ts';
import { Steps } from '../steps.ts';
import { chainOf } from '../value-parts.ts';

/** How many functions deep is looked. */
const maxDepth = 4;

/**
 * Whether a call of a function of the project changes its receiver, or what it is handed, before it gives control away: until its first
 * `await`, and in the executors of promises that it makes, it runs at once (ECMAScript 27.7.5.1, 27.2.3.1).
 */
export function changesAtOnce(knowing: Knowing, site: Site<Call>): boolean {
	return new Early(knowing).inCall(site, 0);
}

class Early {
	readonly #knowing: Knowing;
	readonly #steps = new Steps(maxDepth);
	readonly #seen = new Set<FunctionFacts>();

	constructor(knowing: Knowing) {
		this.#knowing = knowing;
	}

	inCall(site: Site<Call>, depth: number): boolean {
		if (!this.#steps.take(depth)) return false;
		return this.#knowing.provenance
			.roots(at(site.fact.callee, site))
			.some(
				root =>
					root.kind === 'function' &&
					root.path.length === 0 &&
					this.#inFunction({ module: root.site.module, fact: root.site.fact }, depth),
			);
	}

	#inFunction(site: Site<FunctionFacts>, depth: number): boolean {
		const { module, fact } = site;
		if (fact.generator || this.#seen.has(fact)) return false;
		this.#seen.add(fact);
		const until = Math.min(fact.end, ...fact.awaits.map(({ start }) => start));
		if (fact.writes.some(({ target, end }) => end <= until && target.kind === 'member' && isOutside(chainOf(target).root, site)))
			return true;
		return fact.calls.some(call => {
			if (call.start >= until) return false;
			const { callee } = call;
			if (call.form === 'new') return this.#inExecutor(at(call, site), depth);
			if (callee.kind === 'member' && isOutside(chainOf(callee).root, site) && this.#isChange(call)) return true;
			return (callee.kind === 'reference' || callee.kind === 'member') && this.inCall({ module, fact: call }, depth + 1);
		});
	}

	#inExecutor(site: Site<Call>, depth: number): boolean {
		const [executor] = site.fact.args;
		const fact = executor?.kind === 'function' ? functionAt(site.module, executor.function) : undefined;
		return (
			fact !== undefined &&
			this.#knowing.provenance.roots(at(site.fact.callee, site)).some(isPromiseClass) &&
			this.#inFunction({ module: site.module, fact }, depth)
		);
	}

	/** `this.items.push(item)`, `options.signal.addEventListener(…)`, `this.emit('change')` */
	#isChange(call: Call): boolean {
		const { callee } = call;
		if (callee.kind !== 'member' || typeof callee.property !== 'string') return false;
		return mayListen(call) || changingMethods.has(callee.property) || this.#knowing.rows.method(callee.property)?.mutates !== undefined;
	}
}

/** `this`, a parameter, or a variable of a function around. */
function isOutside(root: Value, { module: { facts }, fact }: Site<FunctionFacts>): boolean {
	if (root.kind === 'this') return true;
	const binding = root.kind === 'reference' ? facts.bindings[root.binding] : undefined;
	return binding !== undefined && (binding.kind === 'parameter' || facts.functions[binding.function] !== fact);
}
