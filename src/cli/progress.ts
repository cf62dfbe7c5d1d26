import type { Screen } from './terminal.ts';

const patience = 1000;
const clear = '\r\u001B[K';

/** One line that tells how far a long run is, on a terminal only; short runs show nothing. */
export class Progress {
	readonly #screen: Screen;
	readonly #total: number;
	readonly #doing: string;
	readonly #start = performance.now();
	#shown = false;

	constructor(screen: Screen, total: number, doing = 'reading tests') {
		this.#doing = doing;
		this.#screen = screen;
		this.#total = total;
	}

	report(done: number, path: string): void {
		if (!this.#screen.isTTY || performance.now() - this.#start < patience) return;
		const line = `${this.#doing} ${done}/${this.#total} ${path}`;
		this.#screen.write(clear + line.slice(0, (this.#screen.columns ?? 80) - 1));
		this.#shown = true;
	}

	end(): void {
		if (this.#shown) this.#screen.write(clear);
	}
}
