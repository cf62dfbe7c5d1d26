import { fileModules } from './file-reads.ts';

/** What functions and values that paths are made with say: data for `effects/names/path-name.ts`. */
export interface PathFunction {
	readonly from: readonly string[];
	/** The last property before the call, or of the value. */
	readonly names: readonly string[];
	/**
	 * `temp`: the folder for temporary files; `home`: that of the person who runs it; `cwd`: the working directory; `directory`, `file`: of the module that says so; `join`: its
	 * arguments one after the other; `resolve`: the same from the last absolute one on; `parent`: what holds the first; `same`: the first; `url`: the first, from the second; `separator`: what stands between folders.
	 */
	readonly gives: 'temp' | 'home' | 'cwd' | 'directory' | 'file' | 'join' | 'resolve' | 'parent' | 'same' | 'url' | 'separator';
	/** The first argument must say this. */
	readonly asked?: string;
	/** https address of the documentation. */
	readonly see: `https://${string}`;
}

const path = ['node:path', 'node:path/posix', 'node:path/win32', 'pathe', 'path-browserify', 'upath', '@std/path'] as const;

export const pathFunctions: readonly PathFunction[] = [
	{ from: ['node:os'], names: ['tmpdir'], gives: 'temp', see: 'https://nodejs.org/api/os.html#ostmpdir' },
	{ from: ['node:os'], names: ['homedir'], gives: 'home', see: 'https://nodejs.org/api/os.html#oshomedir' },
	{ from: ['os-homedir'], names: [], gives: 'home', see: 'https://github.com/sindresorhus/os-homedir' },
	{ from: ['os-tmpdir'], names: [], gives: 'temp', see: 'https://github.com/sindresorhus/os-tmpdir' },
	{ from: ['temp-dir'], names: [], gives: 'temp', see: 'https://github.com/sindresorhus/temp-dir' },
	{ from: ['electron', 'electron/main'], names: ['getPath'], asked: 'temp', gives: 'temp', see: 'https://www.electronjs.org/docs/latest/api/app#appgetpathname' },
	{ from: ['global', 'node:process'], names: ['cwd'], gives: 'cwd', see: 'https://nodejs.org/api/process.html#processcwd' },
	{ from: ['global'], names: ['__dirname', 'dirname'], gives: 'directory', see: 'https://nodejs.org/api/esm.html#importmetadirname' },
	{ from: ['global'], names: ['__filename', 'filename', 'url'], gives: 'file', see: 'https://nodejs.org/api/esm.html#importmetaurl' },
	{ from: path, names: ['join'], gives: 'join', see: 'https://nodejs.org/api/path.html#pathjoinpaths' },
	{ from: path, names: ['resolve'], gives: 'resolve', see: 'https://nodejs.org/api/path.html#pathresolvepaths' },
	{ from: path, names: ['sep', 'SEPARATOR'], gives: 'separator', see: 'https://nodejs.org/api/path.html#pathsep' },
	{ from: path, names: ['dirname'], gives: 'parent', see: 'https://nodejs.org/api/path.html#pathdirnamepath' },
	{ from: [...path, 'slash'], names: ['normalize', 'toNamespacedPath'], gives: 'same', see: 'https://nodejs.org/api/path.html#pathnormalizepath' },
	{ from: ['node:url', '@std/path'], names: ['fileURLToPath', 'pathToFileURL', 'fromFileUrl', 'toFileUrl'], gives: 'same', see: 'https://nodejs.org/api/url.html#urlfileurltopathurl-options' },
	{ from: fileModules, names: ['realpath', 'realpathSync', 'native'], gives: 'same', see: 'https://nodejs.org/api/fs.html#fsrealpathsyncpath-options' },
	{ from: ['global', 'node:url'], names: ['URL'], gives: 'url', see: 'https://nodejs.org/api/url.html#new-urlinput-base' },
	{ from: ['global'], names: ['String'], gives: 'same', see: 'https://tc39.es/ecma262/#sec-string-constructor-string-value' },
];

/** What text has that says for tests which folder a person's own is. */
export const homeWords = /\bhomedir\b|\bHOME\b|\bUSERPROFILE\b|\bXDG_/;
