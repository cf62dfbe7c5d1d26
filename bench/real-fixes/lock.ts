import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Holds a folder until this process ends: two runs must not lay out trees in one place. Throws where another run holds it. */
export function holdFolder(folder: string): void {
	mkdirSync(folder, { recursive: true });
	const file = join(folder, 'held-by');
	const holder = holderIn(file);
	if (holder !== undefined) throw new Error(`process ${holder} works in ${folder}; wait for it, or give another folder with --cache`);
	writeFileSync(file, String(process.pid));
	process.once('exit', () => rmSync(file, { force: true }));
	for (const [signal, code] of [
		['SIGINT', 130],
		['SIGTERM', 143],
	] as const)
		process.once(signal, () => process.exit(code));
}

/** The process that holds the folder, if it still runs. */
function holderIn(file: string): number | undefined {
	try {
		const holder = Number(readFileSync(file, 'utf8'));
		process.kill(holder, 0);
		return holder;
	} catch {
		return undefined;
	}
}
