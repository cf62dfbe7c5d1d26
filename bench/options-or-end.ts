import { holdFolder } from './real-fixes/lock.ts';

/** What the arguments of this process say, with the folder held that they name; where they cannot be read, or another run works there, one line says so and the process ends with 2. */
export function optionsOrEnd<Options extends object>(read: (args: readonly string[]) => Options, usage: string): Options {
	try {
		const options = read(process.argv.slice(2));
		if ('cache' in options && typeof options.cache === 'string') holdFolder(options.cache);
		return options;
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
		process.exit(2);
	}
}
