import { fileURLToPath } from 'node:url';

/** The absolute path of a file or folder of this package, from wherever the built benchmark lies. */
export const packageFile = (path: string): string =>
	fileURLToPath(new URL(path, import.meta.resolve('eslint-plugin-deflake/package.json')));
