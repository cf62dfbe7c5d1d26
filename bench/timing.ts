/** What one child process took. Seconds, and megabytes. */
export interface Timing {
	readonly files: number;
	readonly findings: number;
	/** Of the whole process, from its start. */
	readonly wall: number;
	/** Of the whole process, all of its threads. */
	readonly cpu: number;
	/** Without the start of Node.js and the loading of modules. */
	readonly lintCpu: number;
	/** The most memory that was resident at a time. */
	readonly peak: number;
}

const keys = ['files', 'findings', 'wall', 'cpu', 'lintCpu', 'peak'] as const;

export function isTiming(value: unknown): value is Timing {
	return typeof value === 'object' && value !== null && keys.every(key => Object.hasOwn(value, key));
}

export function medians(timings: readonly Timing[]): Timing {
	const of = (key: keyof Timing): number => median(timings.map(timing => timing[key]));
	return { files: of('files'), findings: of('findings'), wall: of('wall'), cpu: of('cpu'), lintCpu: of('lintCpu'), peak: of('peak') };
}

function median(numbers: readonly number[]): number {
	const sorted = numbers.toSorted((a, b) => a - b);
	const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
	return middle.reduce((sum, number) => sum + number, 0) / middle.length;
}
