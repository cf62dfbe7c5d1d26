import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { deflakeCommand } from '../../src/cli/command.ts';

/** A folder of its own for the running test, gone when the test ends. */
export function scratch(files: Readonly<Record<string, string>>): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'deflake-')));
	onTestFinished(() => { rmSync(folder, { recursive: true }); });
	for (const [path, text] of Object.entries(files)) {
		const file = join(folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	return folder;
}

export interface Run {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** The command in `cwd`, on no terminal. */
export async function deflake(cwd: string, ...args: readonly string[]): Promise<Run> {
	const out: string[] = [];
	const err: string[] = [];
	const code = await deflakeCommand(args, { cwd, out: { write: text => out.push(text) }, err: { write: text => err.push(text) } });
	return { code, out: out.join(''), err: err.join('') };
}
