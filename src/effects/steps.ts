/** How far one question is followed: deep, and wide. */
export class Steps {
	static readonly #most = 500;
	readonly #maxDepth: number;
	#taken = 0;

	constructor(maxDepth: number) {
		this.#maxDepth = maxDepth;
	}

	/** Whether a step at this depth may still be taken. */
	take(depth: number): boolean {
		return depth <= this.#maxDepth && this.#taken++ < Steps.#most;
	}
}
