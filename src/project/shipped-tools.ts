import path from 'node:path';

import { valueAt } from './json.ts';
import type { Module, Project } from './model.ts';

/**
 * Whether tools for tests are themselves what a package gives to others: `src/testing/page.ts` where the manifest has `./testing` among its `exports`, or
 * `testing` among its `files`. To the tests of that package they are the program.
 */
export function isShipped({ file }: Module, project: Project): boolean {
	const [, directory, name] = /^(.*)[\\/]src[\\/](test(?:ing|-?\w+)|e2e|playwright|cypress)[\\/.]/.exec(file) ?? [];
	if (directory === undefined || name === undefined || name === 'tests') return false;
	const manifest = project.json(path.join(directory, 'package.json'));
	if (manifest === undefined || valueAt(manifest, 'private') === true) return false;
	const [exported, files] = [valueAt(manifest, 'exports'), valueAt(manifest, 'files')];
	const listed = Array.isArray(files) ? files.map(each => String(each).replaceAll(/^\.?\/|\/$/g, '')) : [];
	return listed.includes(name) || (typeof exported === 'object' && exported !== null && `./${name}` in exported);
}
