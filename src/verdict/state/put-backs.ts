import { BySite } from '../../project/by-site.ts';
import { isKeptAs } from '../../effects/state/put-back-handles.ts';
import type { SharedWrite } from '../../effects/state/shared-writes.ts';
import type { Restored } from '../../framework/model.ts';
import type { Site } from '../../project/model.ts';
import type { FunctionFacts, ObjectEntry, Span, Value } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';
import { isOfOtherSandbox } from './sandboxes.ts';

/** Something in a function that brings an earlier value back, or at least writes over the one that is there. */
export interface PutBackAt {
	/** In the function's own text. */
	readonly site: Span;
	readonly undoes: (write: SharedWrite) => boolean;
	/** Where it is an assignment. */
	readonly write: SharedWrite | undefined;
	/** It sets the state once more, and what was there before comes back by something else: `vi.setSystemTime()` behind `vi.useFakeTimers()`. */
	readonly anew: boolean;
}

/** What functions put back, looked up once for each. */
export class PutBacks {
	readonly #models: Models;
	readonly #known = {
		deep: new BySite<FunctionFacts, readonly PutBackAt[]>(),
		own: new BySite<FunctionFacts, readonly PutBackAt[]>(),
	};

	constructor(models: Models) {
		this.#models = models;
	}

	/** What a function puts back; `deep`: what the program does for it counts too. */
	in(body: Site<FunctionFacts>, deep = false): readonly PutBackAt[] {
		return this.#known[deep ? 'deep' : 'own'].of(body, () => putBacksIn(body, this.#models, deep));
	}

	/** Whether a function puts back what was written, itself or by what the program does for it. */
	undoes(body: Site<FunctionFacts>, write: SharedWrite): boolean {
		return this.in(body).some(each => each.undoes(write)) || this.in(body, true).some(each => each.undoes(write));
	}
}

/**
 * What a function puts back: by writing the same state, by a call for all of a kind, by a handle. `deep`: what the program does for it
 * counts too.
 */
export function putBacksIn(body: Site<FunctionFacts>, models: Models, deep: boolean): readonly PutBackAt[] {
	const { effects, framework } = models;
	return [
		...(deep ? effects.sharedWritesIn(body) : effects.testWritesIn(body)).map(write => ({
			site: write.site,
			write,
			anew: setsAnew(write),
			undoes: (earlier: SharedWrite) => covers(write, earlier),
		})),
		...framework.putBackIn(body).map(({ site, what, call }) => ({
			site,
			write: undefined,
			anew: false,
			undoes: (earlier: SharedWrite) => isOf(what, earlier) && !isOfOtherSandbox(call, earlier, models),
		})),
		...effects.putBackHandlesIn(body).map(({ site, of, key, property }) => ({
			site: site.fact,
			write: undefined,
			anew: false,
			undoes: ({ origin, key: earlier }: SharedWrite) =>
				earlier === key || of.some(call => call === origin.fact) || (property !== undefined && isKeptIn(property, origin)),
		})),
	];
}

function setsAnew({ row }: SharedWrite): boolean {
	return row?.act === 'set' && row.undoneBy !== undefined && row.undoneBy !== 'again';
}

/** Whether what puts back all of these kinds puts back a write. */
export function isOf(what: readonly Restored[], { row, owner }: SharedWrite): boolean {
	if (owner === 'module' && what.includes('modules')) return true;
	return (
		row?.undoneBy !== undefined &&
		row.undoneBy !== 'test' &&
		row.undoneBy !== 'again' &&
		row.undoneBy !== 'close' &&
		what.includes(row.undoneBy)
	);
}

/** Whether a write is to the same state as an earlier one, or to all of what holds it. */
function covers(later: SharedWrite, earlier: SharedWrite): boolean {
	const [one, other] = [stem(later.key), stem(earlier.key)];
	if (isCarriedOn(later, earlier)) return false;
	return one === other || other.startsWith(`${one}.`) || (earlier.key.endsWith('.*') && one.startsWith(`${other}.`));
}

/** Whether a write takes over what an earlier one left: `process.env = { ...process.env, TZ: 'UTC' }`, where that was about another variable. */
function isCarriedOn(later: SharedWrite, earlier: SharedWrite): boolean {
	const { fact } = later.origin;
	const entries = later.value?.fact.kind === 'object' ? later.value.fact.entries : [];
	if (!('target' in fact) || !entries.some(entry => entry.kind === 'spread' && isSame(entry.value, fact.target))) return false;
	const own = keysOf(entries);
	const before =
		earlier.value?.fact.kind === 'object' && earlier.key === later.key
			? keysOf(earlier.value.fact.entries)
			: [earlier.key.slice(stem(later.key).length + 1)];
	return before.some(key => !own.includes(key));
}

function keysOf(entries: readonly ObjectEntry[]): readonly string[] {
	return entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key === 'string' ? [entry.key] : []));
}

/** The same members of the same global. */
function isSame(one: Value, other: Value): boolean {
	if (one.kind === 'member')
		return (
			other.kind === 'member' &&
			one.property === other.property &&
			typeof one.property === 'string' &&
			isSame(one.object, other.object)
		);
	return one.kind === 'global' && other.kind === 'global' && one.name === other.name;
}

/** Whichever property stands for all of them. */
function stem(key: string): string {
	return key.replace(/(?:\.\*)+$/, '');
}

function isKeptIn(property: string, { module, fact, frame }: SharedWrite['origin']): boolean {
	return 'callee' in fact && isKeptAs(property, { module, fact, frame });
}
