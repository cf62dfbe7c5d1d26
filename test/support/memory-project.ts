import path from 'node:path';

import type { Module, Project } from '../../src/project/model.ts';
import { createProject } from '../../src/project/project.ts';
import { type Files, virtualHost } from '../../src/project/virtual-host.ts';

export type { Files };

/** Where relative paths of projects in memory start. */
export const root = '/project';

export interface Opened {
	readonly project: Project;
	readonly module: Module;
}

/** The project seen from one of its files. Throws where the file does not parse. */
export function openProject(files: Files, entry = Object.keys(files)[0] ?? ''): Opened {
	const file = path.resolve(root, entry);
	const project = createProject(virtualHost(files, root), file, root);
	const module = project.load(file);
	if (module === undefined) throw new Error(`${entry} cannot be read: does it parse?`);
	return { project, module };
}
