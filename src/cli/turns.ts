/** Whose turn it is, among so many in a row: each is taken once, by whichever thread asks first. */
export class Turns {
	/** What another thread needs to take part. */
	readonly shared: SharedArrayBuffer;
	readonly #next: Int32Array;

	constructor(shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
		this.shared = shared;
		this.#next = new Int32Array(shared);
	}

	take(): number {
		return Atomics.add(this.#next, 0, 1);
	}
}
