import path from 'node:path';

import type { Rule } from 'eslint';

import { canContainTests } from './framework/mentions.ts';
import { mayBeScript } from './framework/scripts.ts';
import { allRows } from './knowledge/all-rows.ts';
import { helping } from './knowledge/frameworks/scripts.ts';
import { methods } from './knowledge/methods.ts';
import { hostOf } from './kept.ts';
import { knownRows } from './known-rows.ts';
import { lintedModule } from './linted-module.ts';
import type { Host } from './project/host.ts';
import { createProject } from './project/project.ts';
import { Snapshot } from './project/snapshot.ts';
import { testFilesOf } from './project/test-files.ts';
import { Rows } from './provenance/rows.ts';
import { settingsOf } from './settings.ts';
import { isTestName, isTestPath } from './test-globs.ts';
import { createOtherTests } from './verdict/sharing/other-tests.ts';

import { TestFile } from './test-file.ts';

const files = new WeakMap<Rule.RuleContext['sourceCode'], TestFile | false>();

/** The model of the linted file, the same one for all rules; undefined where the file cannot hold a test. */
export function openTestFile(context: Rule.RuleContext): TestFile | undefined {
	const known = files.get(context.sourceCode);
	if (known !== undefined) return known === false ? undefined : known;
	const file = readTestFile(context);
	files.set(context.sourceCode, file ?? false);
	return file;
}

function readTestFile(context: Rule.RuleContext): TestFile | undefined {
	const module = lintedModule(context);
	if (module === undefined) return undefined;
	const { apis, projectIndex } = settingsOf(context.settings);
	const host = Snapshot.of(hostOf(context));
	const project = createProject(host, module.file, context.cwd, module);
	const isAmong = isAmongTests(module.file, project.root);
	if (!canContainTests(module, project) && !(isAmong && mayBeScript(module))) return undefined;
	const rows = apis.length === 0 ? knownRows : new Rows([...allRows, ...apis], methods);
	const open = (other: string): TestFile | undefined => readOther(other, host, context.cwd, rows);
	const others = projectIndex
		? createOtherTests({
				host,
				rows,
				files: testFilesOf(host, project.root, isTestPath),
				file: module.file,
				open,
				load: other => createProject(host, other, context.cwd).load(other),
			})
		: undefined;
	return new TestFile(module, project, { rows, mayBeScript: isAmong, text: context.sourceCode.text, others });
}

/** Another test file, on its own: what it takes does not depend on the linted one. */
function readOther(file: string, host: Host, directory: string, rows: Rows): TestFile | undefined {
	const project = createProject(host, file, directory);
	const module = project.load(file);
	return module === undefined || !canContainTests(module, project)
		? undefined
		: new TestFile(module, project, { rows, mayBeScript: isAmongTests(file, project.root), text: '', others: undefined });
}

/** Whether a file lies where tests lie, and its path does not say that it only helps. A folder of tests may be a package of its own. */
function isAmongTests(file: string, root: string): boolean {
	const place = path.relative(path.dirname(root), file).replaceAll(path.sep, '/');
	return isTestPath(place) && (isTestName(place) || !helping.test(path.relative(root, file)));
}
