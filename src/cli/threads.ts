import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ESLint } from 'eslint';
import type { FoundTest } from './find-tests.ts';
import type { Options } from './options.ts';
import type { Turns } from './turns.ts';

/** All that a thread needs to look at tests in the way in which the command itself does. */
export interface Work {
	readonly tests: readonly FoundTest[];
	readonly options: Options;
	readonly cwd: string;
	readonly turns: Turns['shared'];
}

/** What a thread tells of each turn that it took. */
export interface Done {
	readonly turn: number;
	readonly results: ESLint.LintResult[];
}

/** Files that are worth a thread of their own, which first loads ESLint, a parser and the rules. */
const filesForThread = 10;

/** As many threads as `auto` takes at the most: each holds what it has read of the project. */
const mostByItself = 4;

/** Milliseconds after which `auto` begins: a run in which nothing has changed since the last is mostly over by then. */
const patience = 1_000;

/** How many threads are to look at files beside the command, which has looked for so long, and so many files are left. */
export function threadsBeside(left: number, elapsed: number, { concurrency }: Options, cores = availableParallelism()): number {
	if (concurrency !== 'auto') return Math.min(concurrency - 1, left);
	return elapsed < patience ? 0 : Math.min(cores - 1, mostByItself - 1, Math.floor(left / filesForThread));
}

/** Threads that take turns beside the command. One that fails says nothing more: the command then comes to what it took, and everybody sees what fails. */
export class Threads {
	readonly #done = new Map<number, ESLint.LintResult[]>();
	readonly #running = new Set<Worker>();
	#begun = false;
	#changed = (): void => undefined;

	/** Whether any was, even if all have ended. */
	get begun(): boolean {
		return this.#begun;
	}

	begin(count: number, work: Work): void {
		this.#begun ||= count > 0;
		for (let index = 0; index < count; index++) {
			// What a config prints when it is loaded, it has printed for the command.
			const thread = new Worker(new URL('cli-thread.js', import.meta.url), { stdout: true, stderr: true });
			this.#running.add(thread);
			thread.on('message', ({ turn, results }: Done) => {
				this.#done.set(turn, results);
				this.#changed();
			});
			thread.on('error', () => undefined);
			thread.on('exit', () => {
				this.#running.delete(thread);
				this.#changed();
			});
			thread.postMessage(work);
		}
	}

	/** What they found, once they have told of so many turns or have all ended: one that is still loading is not waited for. */
	async results(turns: number): Promise<ReadonlyMap<number, readonly ESLint.LintResult[]>> {
		while (this.#done.size < turns && this.#running.size > 0)
			await new Promise<void>(resolve => {
				this.#changed = resolve;
			});
		return this.#done;
	}

	async end(): Promise<void> {
		await Promise.all([...this.#running].map(async thread => await thread.terminate()));
	}
}
