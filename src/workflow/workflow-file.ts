import path from 'node:path';

import type { Rule } from 'eslint';

import type { Host } from '../project/host.ts';
import { readGitHub } from './github.ts';
import { readGitLab } from './gitlab.ts';
import { YamlSourceCode } from './language.ts';
import type { Repository, Workflow } from './model.ts';

/** The workflow that a linted file describes; undefined where it is in another language, or at no place that a service looks at. `host` is where the rest of its repository is. */
export function openWorkflow({ sourceCode, filename, cwd }: Rule.RuleContext, host: Host): Workflow | undefined {
	const source: unknown = sourceCode;
	if (!(source instanceof YamlSourceCode)) return undefined;
	const file = path.resolve(cwd, filename);
	const { documents } = source.ast;
	const [document] = documents;
	if (document === undefined) return undefined;
	const repositoryAt = (root: string): Repository => ({ text: relative => host.read(path.join(root, relative)) });

	const directory = path.dirname(file);
	if (/[\\/]\.github[\\/]workflows$/.test(directory))
		return readGitHub(document, source.text, repositoryAt(path.resolve(directory, '../..')));
	return /\.gitlab-ci\.ya?ml$/.test(file) ? readGitLab(documents, source.text, repositoryAt(rootOf(file))) : undefined;
}

/** Pipelines that are kept in a folder of their own are included from the root. */
function rootOf(file: string): string {
	const directory = path.dirname(file);
	return /[\\/]\.gitlab(?:-ci)?$/.test(directory) ? path.dirname(directory) : directory;
}
