import type { Screen } from './terminal.ts';

const clear = '\r\u001B[K';

/**
 * One line that tells how far a run is and what it is at, on a terminal only, and not in CI. It is written before a file is looked at, for nothing can be written while a
 * rule is at work, and taken away at the end.
 */
export class Progress {
	readonly #screen: Screen;
	readonly #total: number;
	readonly #doing: string;
	readonly #watched: boolean;
	#shown = false;

	constructor(screen: Screen, total: number, doing = 'reading tests') {
		this.#doing = doing;
		this.#screen = screen;
		this.#total = total;
		this.#watched = screen.isTTY === true && process.env['CI'] === undefined;
	}

	report(done: number, path: string): void {
		if (!this.#watched) return;
		const line = `${this.#doing} ${done}/${this.#total} ${path}`;
		this.#screen.write(clear + line.slice(0, (this.#screen.columns ?? 80) - 1));
		this.#shown = true;
	}

	end(): void {
		if (this.#shown) this.#screen.write(clear);
	}
}
