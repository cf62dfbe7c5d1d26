import type { Module, Site } from '../../project/model.ts';
import { isTestSupport } from '../../project/test-support.ts';
import { looksLater } from '../../assertions/retry.ts';
import { partsOf } from '../../effects/value-parts.ts';
import { callStep } from '../../provenance/walk-value.ts';
import { entered } from '../../provenance/frames.ts';
import { at, functionAt, seenThrough } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, ModuleFacts, Value } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';
import { polls, regionsAround } from '../../effects/loops.ts';

/** How many functions are left or entered on the way to what is called next. */
const maxHops = 6;

/** How many calls are looked at for one answer. */
const maxLooked = 40;

/**
 * The calls that may be made next behind another, on every way that the code can take, out of functions that are over by then and into those
 * that are called; each with all that is chained to it. Undefined where that is not known: the code leaves a loop or a function before its
 * end, gives or takes a value on the way, or ends.
 */
export function nextCalls(models: Models, scope: Site<FunctionFacts>, call: Site<Call>): readonly Site<Call>[] | undefined {
	return new NextCalls(models, scope).behind(call, call.fact.end, maxHops);
}

/** The same from the beginning of a function that a call is handed. */
export function firstCalls(models: Models, scope: Site<FunctionFacts>, callback: Site<FunctionFacts>): readonly Site<Call>[] | undefined {
	return new NextCalls(models, scope).inFunction(callback, maxHops);
}

class NextCalls {
	readonly #models: Models;
	readonly #scope: Site<FunctionFacts>;
	#left = maxLooked;

	constructor(models: Models, scope: Site<FunctionFacts>) {
		this.#models = models;
		this.#scope = scope;
	}

	behind(call: Site<Call>, from: number, hops: number): readonly Site<Call>[] | undefined {
		const inside = functionAt(call.module, call.fact.function);
		if (inside === undefined || hops <= 0) return undefined;
		const site: Site<FunctionFacts> = at(inside, call);
		const own = this.#from(site, from, call.fact.region, hops);
		if (own?.isOver !== true) return own?.calls;
		if (inside === this.#scope.fact || call.frame?.function !== inside || call.frame.call === undefined) return undefined;
		const outer = this.behind(call.frame.call, call.frame.call.fact.end, hops - 1);
		return outer && [...own.calls, ...outer];
	}

	/** What a function calls first; nothing where it calls nothing. */
	inFunction(site: Site<FunctionFacts>, hops: number): readonly Site<Call>[] | undefined {
		return this.#from(site, site.fact.start, undefined, hops)?.calls;
	}

	/** `isOver`: the function may end before it has called anything. */
	#from(
		site: Site<FunctionFacts>,
		from: number,
		region: number | undefined,
		hops: number,
	): { readonly calls: readonly Site<Call>[]; readonly isOver: boolean } | undefined {
		const { fact, module } = site;
		const around = regionsAround(fact, region).toReversed();
		const found: Site<Call>[] = [];
		let position = from;
		for (;;) {
			const next = fact.calls
				.filter(({ start }) => start >= position)
				.toSorted((one, other) => one.start - other.start || other.end - one.end)[0];
			const inner =
				next === undefined
					? []
					: regionsAround(fact, next.region)
							.toReversed()
							.filter(each => !around.includes(each));
			const left = around.filter(each => next === undefined || next.start >= each.end);
			if (left.some(({ kind }) => kind === 'loop') || doesOther(module, fact, position, next?.start ?? fact.end)) return undefined;
			if (next === undefined) return { calls: found, isOver: true };
			const skipped = inner.find(({ kind }) => kind === 'catch' || (kind === 'else' && left.length > 0));
			if (skipped !== undefined) {
				position = skipped.end;
				continue;
			}
			const made = this.#made(at(next, site), hops);
			if (made === undefined) return undefined;
			found.push(...made);
			const conditional = inner.filter(({ kind }) => kind !== 'try' && kind !== 'finally')[0];
			if (made.length > 0 && conditional === undefined) return { calls: found, isOver: false };
			position = made.length > 0 && conditional !== undefined ? conditional.end : next.end;
		}
	}

	/** `const button = page.getByRole('button')`: what is done to it comes next. */
	#isOnlyNaming(call: Site<Call>): boolean {
		const origins = this.#models.provenance.origins(at(call.fact.callee, call));
		return origins.length > 0 && origins.every(({ from, steps }) => looksLater({ from, steps: [...steps, callStep(call)] }));
	}

	/** The call itself, or what a function of the project's tests that it enters calls first, where that does not look again and again; what the program does is no part of the test. */
	#made(call: Site<Call>, hops: number): readonly Site<Call>[] | undefined {
		if (this.#left-- <= 0) return undefined;
		if (this.#isOnlyNaming(call)) return [];
		const [root, ...others] = this.#models.provenance.roots(at(call.fact.callee, call));
		if (
			root?.kind !== 'function' ||
			root.path.length > 0 ||
			others.length > 0 ||
			hops <= 0 ||
			(root.site.module !== this.#scope.module && !isTestSupport(root.site.module))
		)
			return [call];
		const frame = polls(root.site) ? undefined : entered(root.site, call, root.receiver);
		return frame === undefined ? [call] : this.inFunction(seenThrough(root.site, frame), hops - 1);
	}
}

/** A value that is put together from what is written there and from constants. */
function isInert(value: Value, facts: ModuleFacts): boolean {
	if (value.kind === 'function' || value.kind === 'literal') return true;
	if (value.kind === 'reference') {
		const { kind } = facts.bindings[value.binding] ?? {};
		return kind === 'const' || kind === 'parameter';
	}
	const isMade = value.kind === 'template' || value.kind === 'choice' || value.kind === 'operation';
	return isMade && partsOf(value).every(part => isInert(part, facts));
}

/** Whether code between two places leaves the function, or reads or writes something: that is done once, whatever follows. */
function doesOther({ facts }: Module, { returns, throws, writes, awaits, reads, calls }: FunctionFacts, from: number, to: number): boolean {
	const isBetween = ({ start, end }: { readonly start: number; readonly end: number }): boolean => start >= from && end <= to;
	if ([...throws, ...writes, ...reads].some(isBetween)) return true;
	if (
		[...returns, ...awaits].some(
			each => each.start >= from && each.start < to && !calls.some(call => call.start >= to && call.end <= each.end),
		)
	)
		return true;
	return facts.bindings.some(({ definitions }) =>
		definitions.some(each => each.kind === 'value' && isBetween(each.value) && !isInert(each.value, facts)),
	);
}
