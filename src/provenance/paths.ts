import type { Frame, Site } from '../project/model.ts';
import type { Call } from '../syntax/facts.ts';
import type { Path, Step } from './model.ts';

/** A map that mostly has one entry, and is made for the second. No key is undefined. */
class Few<Key, Kept> {
	#key: Key | undefined;
	#only: Kept | undefined;
	#others: Map<Key, Kept> | undefined;

	get(key: Key): Kept | undefined {
		return key === this.#key ? this.#only : this.#others?.get(key);
	}

	set(key: Key, kept: Kept): void {
		if (this.#key === undefined && this.#others === undefined) this.#key = key;
		if (key === this.#key) this.#only = kept;
		else (this.#others ??= new Map<Key, Kept>()).set(key, kept);
	}

	delete(key: Key): void {
		this.#others?.delete(key);
		if (key === this.#key) this.#key = this.#only = undefined;
	}
}

type Key = string | number | symbol | object;

/** Stands for all paths of the same steps, in one frame, and holds what is kept for them. */
export class Place<Kept> {
	#next: Few<Key, Place<Kept>> | undefined;
	#kept: Few<object, Kept> | undefined;

	get kept(): Few<object, Kept> {
		return (this.#kept ??= new Few<object, Kept>());
	}

	/** What is reached by a key; the same key reaches the same place. */
	to(key: Key): Place<Kept> {
		const next = (this.#next ??= new Few<Key, Place<Kept>>());
		const known = next.get(key);
		if (known !== undefined) return known;
		const place = new Place<Kept>();
		next.set(key, place);
		return place;
	}
}

/** Gives paths of the same steps one identity, so that answers can be kept by it: a trie of steps for each frame. */
export class Paths<Kept> {
	readonly #frameless = new Place<Kept>();
	readonly #framed = new Map<Frame, Place<Kept>>();

	place(path: Path, frame: Frame | undefined): Place<Kept> {
		let place = frame === undefined ? this.#frameless : this.#start(frame);
		for (const step of path) place = after(place, step);
		return place;
	}

	#start(frame: Frame): Place<Kept> {
		const known = this.#framed.get(frame);
		if (known !== undefined) return known;
		const place = new Place<Kept>();
		this.#framed.set(frame, place);
		return place;
	}
}

const somewhere = Symbol('position unknown');
const element = Symbol('element');
const wait = Symbol('await');
const parts = Symbol('parts');
const construct = Symbol('construct');
const typed = Symbol('construct without a call');

/** Names are texts, positions are numbers, calls are their facts: no two kinds of steps have a key in common. */
function after<Kept>(place: Place<Kept>, step: Step): Place<Kept> {
	switch (step.kind) {
		case 'property':
			return place.to(step.name);
		case 'position':
			return place.to(step.index ?? somewhere);
		case 'call':
			return afterCall(place, step.site);
		case 'construct':
			return step.site === undefined ? place.to(typed) : afterCall(place.to(construct), step.site);
		case 'element':
			return place.to(element);
		case 'await':
			return place.to(wait);
		case 'parts':
			return place.to(parts);
	}
}

function afterCall<Kept>(place: Place<Kept>, { fact, frame }: Site<Call>): Place<Kept> {
	const called = place.to(fact);
	return frame === undefined ? called : called.to(frame);
}

/** From the end, where paths of one value differ. */
export function isSamePath(one: Path, other: Path): boolean {
	if (one === other) return true;
	if (one.length !== other.length) return false;
	for (let index = one.length - 1; index >= 0; index--) if (!isSameStep(one[index], other[index])) return false;
	return true;
}

function isSameStep(one: Step | undefined, other: Step | undefined): boolean {
	if (one === other) return true;
	if (one === undefined) return false;
	if (one.kind === 'property') return other?.kind === 'property' && one.name === other.name;
	if (one.kind === 'position') return other?.kind === 'position' && one.index === other.index;
	if (one.kind !== other?.kind) return false;
	if (one.kind !== 'call' && one.kind !== 'construct') return true;
	return other.kind === one.kind && one.site?.fact === other.site?.fact && one.site?.frame === other.site?.frame;
}
