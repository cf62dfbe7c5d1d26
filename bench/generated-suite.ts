import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaModule, sharedModules } from './generated-modules.ts';
import { testFile } from './generated-tests.ts';
import type { Suite } from './suite.ts';

/** Test files that share one module of their own beside those that all share. */
const filesPerArea = 20;

/** Writes a project of `size` test files into `directory`. */
export function generatedSuite(size: number, directory: string): Suite {
	const helpers: string[] = [];
	const write = (path: string, text: string): string => {
		const file = join(directory, path);
		mkdirSync(join(file, '..'), { recursive: true });
		writeFileSync(file, text);
		return file;
	};

	write('package.json', JSON.stringify({ name: 'generated', private: true, type: 'module' }));
	for (const [name, text] of Object.entries(sharedModules)) helpers.push(write(`test/shared/${name}.ts`, text));
	for (let area = 0; area * filesPerArea < size; area++) helpers.push(write(`test/area-${area}/support.ts`, areaModule(area)));
	for (let index = 0; index < size; index++)
		write(`test/area-${Math.floor(index / filesPerArea)}/case-${index}.test.ts`, testFile(index));
	return { name: `generated ${size}`, directory, patterns: ['test/**/*.test.ts'], helpers };
}
