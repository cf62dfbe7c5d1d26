import type { Frame, Site } from './model.ts';

/** Remembers the answers to one question about pieces of facts, each apart for the calls that it is looked at through. */
export class BySite<Fact extends object, Answer> {
	readonly #alone = new Map<Fact, Answer>();
	readonly #entered = new Map<Frame, Map<Fact, Answer>>();
	readonly #most: number;
	#remembered = 0;

	/** Of more than `most` answers none is kept: they are asked for anew. */
	constructor(most = Infinity) {
		this.#most = most;
	}

	of(site: Site<Fact>, ask: (site: Site<Fact>) => Answer): Answer {
		const { fact, frame } = site;
		const answers = frame === undefined ? this.#alone : this.#in(frame);
		const known = answers.get(fact);
		if (known !== undefined) return known;
		const answer = ask(site);
		if (this.#remembered++ > this.#most) this.#forget();
		answers.set(fact, answer);
		return answer;
	}

	#in(frame: Frame): Map<Fact, Answer> {
		const known = this.#entered.get(frame);
		if (known !== undefined) return known;
		const answers = new Map<Fact, Answer>();
		this.#entered.set(frame, answers);
		return answers;
	}

	#forget(): void {
		this.#alone.clear();
		this.#entered.clear();
		this.#remembered = 0;
	}
}
