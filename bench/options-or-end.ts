import { existsSync } from 'node:fs';
import { holdFolder } from './real-fixes/lock.ts';

/** What the arguments of this process say, with the folder held in which trees are laid out. Where they cannot be read, there are no clones, or another run works in that folder, one line says so, above the usage, and the process ends with 2. */
export function optionsOrEnd<Options extends object>(read: (args: readonly string[]) => Options, usage: string): Options {
	try {
		const options = read(process.argv.slice(2));
		if ('repositories' in options && typeof options.repositories === 'string' && !existsSync(options.repositories))
			throw new Error(`--repos: there is no folder ${options.repositories}`);
		if ('cache' in options && typeof options.cache === 'string') holdFolder(options.cache);
		return options;
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
		process.exit(2);
	}
}
