import { filePackages } from '../../knowledge/file-reads.ts';
import { userEvent } from '../../knowledge/user-event.ts';
import type { Site } from '../../project/model.ts';
import { entered, isLarge } from '../../provenance/frames.ts';
import { dotted } from '../../provenance/match.ts';
import type { Origin, Root } from '../../provenance/model.ts';
import { at, functionAt, seenThrough } from '../../provenance/walker.ts';
import { givenValue } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, Region, Value } from '../../syntax/facts.ts';
import { handlesFailure, promiseLinkOf } from '../../syntax/promise-link.ts';
import { apiName } from '../api-name.ts';
import { Steps } from '../steps.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';
import type { RowOf } from '../model.ts';
import { isDeferred } from '../promise-classes.ts';
import { type Witness, witnessOf } from '../witness.ts';
import { isSettledAtOnce } from './settled-at-once.ts';
import { settlesItself } from './settled-by-taker.ts';

/** A promise that is still open when the call that gives it returns, and the proof. */
export interface Promised {
	/** From the call to what settles it last. */
	readonly witness: Witness;
	/** It is an assertion, made when it settles. */
	readonly asserts: boolean;
	/** It only waits for time to pass. */
	readonly sleeps: boolean;
	/** A callback takes its failure: `.catch(…)`. */
	readonly handled: boolean;
	/** The package, where what is asked of the same thing later is done after it. */
	readonly inTurn?: string;
	/** What settles it comes from outside: a file, the answer to a request, a database. */
	readonly outside?: true;
	/** It is only begun when somebody waits for it. */
	readonly lazy?: boolean;
	/** Nothing but the habit of other test files, or of the file with other methods of the same thing, tells that it is a promise. */
	readonly ofSuite?: true;
}

/** What stands for the API where an async function waits for something that is not known, or nothing but its type says that a function gives a promise. */
export const plainAwait = 'await';

/** How many functions deep a promise is followed. */
const maxDepth = 5;

/** What a call promises; undefined where it may give something else, something that is there at once, or what a function gives that the test replaces. */
export function promisedBy(knowing: Knowing, site: Site<Call>, isReplaced: IsReplaced = () => false): Promised | undefined {
	return new Promises(knowing, isReplaced).ofCall(site, 0);
}

type IsReplaced = (site: Site<FunctionFacts>) => boolean;

class Promises {
	readonly #knowing: Knowing;
	readonly #isReplaced: IsReplaced;
	readonly #steps = new Steps(maxDepth);
	/** What is replaced mostly gives what is there at once, whatever the types say. */
	#meetsReplaced = false;

	constructor(knowing: Knowing, isReplaced: IsReplaced) {
		this.#knowing = knowing;
		this.#isReplaced = isReplaced;
	}

	ofCall(site: Site<Call>, depth: number): Promised | undefined {
		if (!this.#steps.take(depth)) return undefined;
		const chained = this.#ofChain(site, depth);
		if (chained !== undefined) return chained;
		const roots = this.#knowing.provenance.roots(at(site.fact.callee, site));
		if (roots.length === 0) return undefined;
		if (roots.every(({ kind }) => kind === 'origin'))
			return this.#joinsSettled(site) || isSettledAtOnce(site) ? undefined : this.#ofApi(site, depth);
		const found = roots.map(root => this.#ofFunction(root, site, depth));
		return found.every(each => each !== undefined) ? found[0] : undefined;
	}

	#ofApi(site: Site<Call>, depth: number): Promised | undefined {
		for (const { row, origin, match } of rowsOfCall(this.#knowing, site)) {
			if (row.effect !== 'promise' && (row.effect !== 'sleep' || row.blocking === true)) continue;
			if (row.effect === 'promise' && !this.#isOfOpenCallback(row, site, depth)) continue;
			const promised = {
				witness: witnessOf(nameOf(site, origin) ?? apiName(origin, match), site),
				asserts: row.effect === 'promise' && row.asserts === true,
				sleeps: row.effect === 'sleep',
				handled: false,
			};
			if (row.effect !== 'promise') return promised;
			if (row.lazy === true) return { ...promised, lazy: true };
			if (row.inTurn === true) return { ...promised, inTurn: origin.from };
			return this.#isOutside(origin, site) ? { ...promised, outside: true } : promised;
		}
		return undefined;
	}

	/** Whether a promise that is over when that of a callback is has one to wait for. */
	#isOfOpenCallback({ ofCallback }: RowOf<'promise'>, site: Site<Call>, depth: number): boolean {
		if (ofCallback === undefined) return true;
		const callback = site.fact.args[ofCallback];
		const roots = callback === undefined ? [] : this.#knowing.provenance.roots(at(callback, site));
		return (
			roots.length > 0 &&
			roots.every(root => {
				if (root.kind !== 'function' || root.path.length > 0 || root.site.fact.generator) return false;
				const given = root.site.fact.async ? this.#ofAsync(root.site, depth + 1) : this.#ofResults(root.site, depth + 1);
				return given !== undefined;
			})
		);
	}

	/** Files, what is known to send requests, and packages that ask a database. */
	#isOutside({ from }: Origin, site: Site<Call>): boolean {
		const { rows } = this.#knowing;
		return (
			filePackages.has(from) ||
			(from !== 'global' && (['store', 'order'] as const).some(effect => rows.packagesOf(effect).has(from))) ||
			rowsOfCall(this.#knowing, site).some(({ row }) => row.effect === 'request')
		);
	}

	/** `load().then(…)`. */
	#ofChain(site: Site<Call>, depth: number): Promised | undefined {
		const link = promiseLinkOf(site.fact.callee);
		const before = link && this.#ofValue(at(link.before, site), depth + 1);
		if (link === undefined || before === undefined) return undefined;
		return { ...begun(before), handled: before.handled || handlesFailure(site.fact) };
	}

	#ofValue(site: Site<Value>, depth: number): Promised | undefined {
		const { fact: value } = site;
		switch (value.kind) {
			case 'call':
				return this.ofCall(at(value, site), depth);
			case 'choice': {
				const options = value.options.map(option => this.#ofValue(at(option, site), depth));
				return options.every(each => each !== undefined) ? options[0] : undefined;
			}
			case 'reference':
				return this.#ofVariable(site, depth);
			case 'member':
				return this.#ofKept(site, depth);
			case 'module':
				return { witness: witnessOf('import', site), asserts: false, sleeps: false, handled: false };
			default:
				return undefined;
		}
	}

	/** `deferred.promise`: what makes the promise is found elsewhere, or a library keeps it there. */
	#ofKept(site: Site<Value>, depth: number): Promised | undefined {
		if (settlesItself(site)) return undefined;
		const roots = this.#knowing.provenance.roots(site);
		const found = roots.map(root => {
			if (root.kind !== 'origin') return undefined;
			const last = root.origin.steps.at(-1);
			if (last?.kind === 'construct' && last.site !== undefined) return this.ofCall(last.site, depth + 1);
			return isDeferred(root.origin)
				? { witness: witnessOf(dotted(root.origin), site), asserts: false, sleeps: false, handled: false }
				: undefined;
		});
		return found.every(each => each !== undefined) ? found[0] : undefined;
	}

	/** A variable that is given its value once. */
	#ofVariable(site: Site<Value>, depth: number): Promised | undefined {
		const given = givenValue(site.module.facts, site.fact);
		return given?.kind === 'call' ? this.ofCall(at(given, site), depth + 1) : undefined;
	}

	#ofFunction(root: Root, site: Site<Call>, depth: number): Promised | undefined {
		if (root.kind !== 'function' || root.path.length > 0 || root.site.fact.generator || site.fact.form === 'new') return undefined;
		if (this.#isReplaced(root.site)) {
			this.#meetsReplaced = true;
			return undefined;
		}
		const frame = entered(root.site, site, root.receiver);
		if (frame === undefined && !(root.site.fact.async && isLarge(root.site))) return undefined;
		const inside = frame === undefined ? root.site : seenThrough(root.site, frame);
		return root.site.fact.async ? this.#ofAsync(inside, depth) : (this.#ofResults(inside, depth) ?? this.#ofDeclared(inside));
	}

	/** An async function that waits for nothing, or only for what is there at once, is over when it returns. */
	#ofAsync(site: Site<FunctionFacts>, depth: number): Promised | undefined {
		const { awaits, returns } = site.fact;
		for (const { value } of [...awaits, ...returns]) {
			const found = this.#ofValue(at(value, site), depth + 1);
			if (found !== undefined) return { ...begun(found), handled: false, asserts: false };
		}
		const open = awaits.find(({ value }) => this.#mayBeOpen(at(value, site)));
		return open === undefined
			? undefined
			: { witness: witnessOf(plainAwait, at(open, site)), asserts: false, sleeps: false, handled: false };
	}

	/** Whether a value that is awaited may be a promise, for all that is known. */
	#mayBeOpen(site: Site<Value>): boolean {
		if (site.fact.kind !== 'call') return site.fact.kind === 'reference' || site.fact.kind === 'member';
		const roots = this.#knowing.provenance.roots(at(site.fact.callee, site));
		return (
			!roots.every(root => root.kind === 'function' && !root.site.fact.async && !this.#isOpenByType(root.site)) &&
			!this.#joinsSettled(at(site.fact, site))
		);
	}

	/** A function whose type says that it gives a promise, and that gives back what nothing more is known of. */
	#ofDeclared(site: Site<FunctionFacts>): Promised | undefined {
		return !this.#meetsReplaced && this.#isOpenByType(site)
			? { witness: witnessOf(plainAwait, at(site.fact.returns[0] ?? site.fact, site)), asserts: false, sleeps: false, handled: false }
			: undefined;
	}

	#isOpenByType(site: Site<FunctionFacts>): boolean {
		const { declared, returns } = site.fact;
		return declared?.promise === true && returns.length > 0 && returns.every(({ value }) => this.#isUnknown(at(value, site)));
	}

	/** Whether it is open what a value is: it is kept somewhere, or something that is not of the project gives it. */
	#isUnknown(site: Site<Value>): boolean {
		if (site.fact.kind !== 'call') return site.fact.kind === 'reference' || site.fact.kind === 'member';
		return (
			!this.#isSettled(site) &&
			this.#knowing.provenance
				.roots(at(site.fact.callee, site))
				.some(({ kind }) => kind === 'unknown' || kind === 'origin' || kind === 'parameter')
		);
	}

	/** `Promise.all(items.map(async item => { item.close(); }))`: each is over when it returns. */
	#joinsSettled(site: Site<Call>): boolean {
		const [list] = site.fact.args;
		if (list?.kind !== 'call' || list.callee.kind !== 'member' || list.callee.property !== 'map' || list.args[0]?.kind !== 'function')
			return false;
		const callback = functionAt(site.module, list.args[0].function);
		const isPlain =
			callback?.async === true && callback.awaits.length === 0 && callback.returns.every(({ value }) => value.kind === 'literal');
		return (
			isPlain &&
			this.#knowing.provenance
				.origins(at(site.fact.callee, site))
				.some(origin => origin.from === 'global' && /^Promise\.(all|allSettled)$/.test(dotted(origin)))
		);
	}

	/** A function that gives a promise back on each of the ways that this call can take. */
	#ofResults(site: Site<FunctionFacts>, depth: number): Promised | undefined {
		const { regions } = site.fact;
		const returns = site.fact.returns.filter(({ region }) => !this.#knowing.provenance.isRuledOut(site, region));
		if (returns.length === 0 || !returns.some(({ region }) => isReached(regions, region))) return undefined;
		const found = returns.map(
			({ value }) => this.#ofValue(at(value, site), depth + 1) ?? (this.#isSettled(at(value, site)) ? 'settled' : undefined),
		);
		return found.includes(undefined) ? undefined : found.filter(each => each !== 'settled')[0];
	}

	/** `Promise.resolve()`: a promise, and no work. */
	#isSettled(site: Site<Value>): boolean {
		if (site.fact.kind !== 'call') return false;
		if (isSettledAtOnce(at(site.fact, site))) return true;
		return this.#knowing.provenance
			.origins(at(site.fact.callee, site))
			.some(origin => origin.from === 'global' && /^Promise\.(resolve|reject)$/.test(dotted(origin)));
	}
}

/** `user.click`, as it is written: what `setup()` gives bears the name that the test has for it. */
function nameOf({ fact: { callee }, module }: Site<Call>, { from }: Origin): string | undefined {
	if (from !== userEvent || callee.kind !== 'member' || callee.object.kind !== 'reference' || typeof callee.property !== 'string')
		return undefined;
	const name = module.facts.bindings[callee.object.binding]?.word;
	return name === undefined ? undefined : `${name}.${callee.property}`;
}

/** The promise of what waits for another. */
function begun(promised: Promised): Promised {
	return promised.lazy === true ? { ...promised, lazy: false } : promised;
}

/** Whether the end of a function is never reached because of a `return` in a region. */
function isReached(regions: readonly Region[], region: number | undefined): boolean {
	for (let index = region; index !== undefined; index = regions[index]?.parent) {
		const kind = regions[index]?.kind;
		if (kind !== 'after-exit' && kind !== 'try' && kind !== 'else') return false;
	}
	return true;
}
