/** What waits until a name is mentioned: functions that stand in properties run only where somebody knows their name. */
export class MentionedNames {
	readonly #mentioned = new Set<string>();
	readonly #waiting = new Map<string, (() => void)[]>();
	readonly #run: (job: () => void) => void;
	/** A name may be worked out, so each counts as mentioned. */
	#any = false;

	constructor(run: (job: () => void) => void) {
		this.#run = run;
	}

	has(name: string): boolean {
		return this.#any || this.#mentioned.has(name);
	}

	/** Runs something when the name has been mentioned. */
	await(name: string, job: () => void): void {
		const jobs = this.#waiting.get(name);
		if (jobs === undefined) this.#waiting.set(name, [job]);
		else jobs.push(job);
	}

	mention(names: readonly string[]): void {
		for (const name of names) {
			this.#mentioned.add(name);
			for (const job of this.#waiting.get(name) ?? []) this.#run(job);
			this.#waiting.delete(name);
		}
	}

	mentionAll(): void {
		this.#any = true;
		for (const job of [...this.#waiting.values()].flat()) this.#run(job);
		this.#waiting.clear();
	}
}
