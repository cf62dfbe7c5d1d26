import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { packageFile } from '../package-file.ts';

const run = promisify(execFile);

/** Files that one process reads. */
export const handful = 10;
/** Files that take longer together are left out. */
const patience = 300_000;

export interface Said {
	/** Absolute. */
	readonly file: string;
	readonly rule: string;
	readonly line: number;
	readonly message: string;
}

/** What the `deflake` command says of files, by its preset `recommended`; rejects where it ends otherwise than well. */
export async function said(directory: string, files: readonly string[]): Promise<Said[]> {
	const args = [packageFile('dist/cli.js'), '--preset', 'recommended', '--format', 'json', '--exit-zero', '--no-cache', ...files];
	const env = { ...process.env, NODE_DEBUG: 'deflake' };
	const { stdout, stderr } = await run(process.execPath, args, {
		cwd: directory,
		timeout: patience,
		killSignal: 'SIGKILL',
		maxBuffer: 2 ** 28,
		env,
	});
	const crash = stderr.split('\n').find(line => line.startsWith('DEFLAKE'));
	if (crash !== undefined) process.stderr.write(`${crash}\n`);
	return findingsIn(JSON.parse(stdout));
}

function findingsIn(results: unknown): Said[] {
	return listOf(results).flatMap(result => {
		const file = String(valueIn(result, 'filePath'));
		return listOf(valueIn(result, 'messages')).flatMap(message => {
			const rule = valueIn(message, 'ruleId');
			return typeof rule === 'string'
				? [
						{
							file,
							rule: rule.replace(/^.*\//u, ''),
							line: Number(valueIn(message, 'line')),
							message: String(valueIn(message, 'message')),
						},
					]
				: [];
		});
	});
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const valueIn = (value: unknown, name: string): unknown => Object.entries(value ?? {}).find(([key]) => key === name)?.[1];
