import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../package-file.ts';
import { isLintedFile, type LintedFile } from './linted-file.ts';

/** What was found with this very build of the plugin, kept in files, so that a run that was interrupted goes on. */
export class Store {
	readonly #folder: string;

	constructor(folder: string, fresh: boolean) {
		this.#folder = join(folder, buildHash());
		if (fresh) rmSync(this.#folder, { recursive: true, force: true });
		mkdirSync(this.#folder, { recursive: true });
	}

	get(key: string): LintedFile | undefined {
		try {
			const value: unknown = JSON.parse(readFileSync(this.#file(key), 'utf8'));
			return isLintedFile(value) ? value : undefined;
		} catch {
			return undefined;
		}
	}

	put(key: string, value: LintedFile): void {
		writeFileSync(this.#file(key), JSON.stringify(value));
	}

	#file(key: string): string {
		return join(this.#folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);
	}
}

/** Of the plugin, and of what lints with it. */
function buildHash(): string {
	const hash = createHash('sha256');
	for (const folder of ['dist', 'bench/dist/real-fixes'].map(packageFile))
		for (const name of readdirSync(folder).sort())
			if (/^(?!main).*\.js$/u.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
	return hash.digest('hex').slice(0, 16);
}
