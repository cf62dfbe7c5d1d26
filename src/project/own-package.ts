import path from 'node:path';

import { stringAt } from './json.ts';
import type { Project } from './model.ts';

/** Whether a package is the one that holds the linted file: what its tests are about. */
export function isOwnPackage(project: Project, name: string): boolean {
	return stringAt(project.json(path.join(project.root, 'package.json')), 'name') === name;
}
