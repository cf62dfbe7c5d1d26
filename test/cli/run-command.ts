import { deflakeCommand } from '../../src/cli/command.ts';

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
