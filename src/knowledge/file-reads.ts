/** Packages with the file functions of Node.js. */
export const fileModules = ['node:fs', 'node:fs/promises', 'fs-extra', 'graceful-fs'] as const;
export const filePackages: ReadonlySet<string> = new Set(fileModules);

/** Functions that tell what a file holds, or whether it is there, by the path that is their first argument (https://nodejs.org/api/fs.html). */
export const fileReads: ReadonlySet<string> = new Set([
	'readFile', 'readFileSync', 'exists', 'existsSync', 'access', 'accessSync', 'stat', 'statSync', 'lstat', 'lstatSync', 'readJson', 'readJsonSync', 'readJSON', 'readJSONSync', 'pathExists', 'pathExistsSync', 'createReadStream',
]);

/** Functions that change files, and tell a callback when that is done (https://nodejs.org/api/fs.html, https://github.com/jprichardson/node-fs-extra). */
export const fileChanges: ReadonlySet<string> = new Set([
	'writeFile', 'appendFile', 'copyFile', 'cp', 'rename', 'unlink', 'rm', 'rmdir', 'mkdir', 'mkdtemp', 'symlink', 'link', 'truncate', 'chmod', 'utimes',
	'outputFile', 'writeJson', 'writeJSON', 'outputJson', 'outputJSON', 'copy', 'move', 'remove', 'emptyDir', 'ensureDir', 'ensureFile', 'mkdirp', 'mkdirs',
]);

/** Those of them that leave something at the path that is their first argument. */
export const filePuts: ReadonlySet<string> = new Set(['writeFile', 'appendFile', 'mkdir', 'outputFile', 'writeJson', 'writeJSON', 'outputJson', 'outputJSON', 'ensureDir', 'ensureFile', 'mkdirp', 'mkdirs']);

/** Packages that are a function which changes files (https://github.com/isaacs/rimraf, https://github.com/isaacs/node-mkdirp, https://github.com/AvianFlu/ncp). */
export const changingPackages: ReadonlySet<string> = new Set(['rimraf', 'mkdirp', 'ncp']);

/** Functions that tell when a file was changed, the properties that do (https://nodejs.org/api/fs.html#class-fsstats), and functions that say when it was. */
export const fileStats: ReadonlySet<string> = new Set(['stat', 'statSync', 'lstat', 'lstatSync', 'fstat', 'fstatSync']);
export const fileTimes: ReadonlySet<string> = new Set(['mtime', 'mtimeMs', 'ctime', 'ctimeMs']);
export const timeSetters: ReadonlySet<string> = new Set(['utimes', 'utimesSync', 'lutimes', 'lutimesSync', 'futimes', 'futimesSync']);
