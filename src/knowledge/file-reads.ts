/** Packages with the file functions of Node.js. */
export const filePackages: ReadonlySet<string> = new Set(['node:fs', 'node:fs/promises', 'fs-extra', 'graceful-fs']);

/** Functions that tell what a file holds, or whether it is there, by the path that is their first argument (https://nodejs.org/api/fs.html). */
export const fileReads: ReadonlySet<string> = new Set([
	'readFile', 'readFileSync', 'exists', 'existsSync', 'access', 'accessSync', 'stat', 'statSync', 'lstat', 'lstatSync', 'readJson', 'readJsonSync', 'readJSON', 'readJSONSync', 'pathExists', 'pathExistsSync',
]);
