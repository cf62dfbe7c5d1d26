import v8 from 'node:v8';

/**
 * By the major version of V8, what makes it compile less for speed: so much of our code gets just warm enough that in a run over a few files this takes up to
 * two fifths of the CPU, and in one over hundreds still a tenth and more. Later versions choose well by themselves.
 */
const options: ReadonlyMap<string | undefined, string> = new Map([
	['11', '--interrupt-budget=528000'],
	['12', '--invocation-count-for-turbofan=20000'],
]);

/** Has V8 optimize only what is run very often, in the whole process: for the command, whose process is its own. */
export function optimizeLater(): void {
	const option = options.get(process.versions.v8.split('.')[0]);
	if (option !== undefined) v8.setFlagsFromString(option);
}
