import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isLintedFile, type Job, type LintedFile } from './linted-file.ts';

/** A file that takes longer, on however busy a machine, hangs. */
const patience = 600_000;
/** Files that one process reads before a new one begins with no memory of them. */
const most = 60;

/** Lints one file after the other in a process of its own, so that none can end the run. */
export class FileLinter {
	#child: ChildProcess | undefined;
	#left = 0;

	/** Rejects where the process broke down on the file. */
	async lint(job: Job): Promise<LintedFile> {
		const child = this.#ready();
		const late = setTimeout(() => child.kill('SIGKILL'), patience);
		try {
			const linted = await answerOf(child, job);
			if (!isLintedFile(linted)) throw new Error(`the process ended with ${String(child.exitCode ?? child.signalCode)}`);
			return linted;
		} catch (error) {
			this.close();
			throw error;
		} finally {
			clearTimeout(late);
		}
	}

	close(): void {
		this.#child?.kill();
		this.#child = undefined;
	}

	#ready(): ChildProcess {
		if (this.#left === 0) this.close();
		if (this.#child === undefined) {
			this.#child = fork(fileURLToPath(new URL('lint-child.js', import.meta.url)), {
				env: { ...process.env, NODE_DEBUG: 'deflake' },
			});
			this.#left = most;
		}
		this.#left -= 1;
		return this.#child;
	}
}

/** What the child says, or nothing where it ends instead. */
function answerOf(child: ChildProcess, job: Job): Promise<unknown> {
	return new Promise(resolve => {
		const settle = (message: unknown): void => {
			child.off('message', settle).off('exit', end);
			resolve(message);
		};
		const end = (): void => settle(undefined);
		child.on('message', settle).on('exit', end);
		child.send(job);
	});
}
