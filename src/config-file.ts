import type { Rule } from 'eslint';

import { ConfigObjects } from './framework/config-objects.ts';
import type { ConfigFileRow } from './knowledge/config-files.ts';
import { hostOf } from './kept.ts';
import { knownRows } from './known-rows.ts';
import { lintedModule } from './linted-module.ts';
import type { Module, Project } from './project/model.ts';
import { createProject } from './project/project.ts';
import { type Provenance, createProvenance } from './provenance/provenance.ts';
import { configRowOf } from './test-globs.ts';

/** A linted file that configures a runner, as it is written. */
export interface ConfigFile {
	readonly row: ConfigFileRow;
	readonly module: Module;
	readonly text: string;
	readonly project: Project;
	readonly provenance: Provenance;
	readonly settings: ConfigObjects;
}

const files = new WeakMap<Rule.RuleContext['sourceCode'], ConfigFile | false>();

/** The model of the linted file, the same one for all rules; undefined where its name is that of no configuration. */
export function openConfigFile(context: Rule.RuleContext): ConfigFile | undefined {
	const row = configRowOf(context.filename);
	if (row === undefined) return undefined;
	const known = files.get(context.sourceCode);
	if (known !== undefined) return known === false ? undefined : known;
	const file = readConfigFile(context, row);
	files.set(context.sourceCode, file ?? false);
	return file;
}

function readConfigFile(context: Rule.RuleContext, row: ConfigFileRow): ConfigFile | undefined {
	const module = lintedModule(context);
	if (module === undefined) return undefined;
	const project = createProject(hostOf(context), module.file, context.cwd, module);
	const provenance = createProvenance(project, { rows: knownRows });
	return {
		row,
		module,
		text: context.sourceCode.text,
		project,
		provenance,
		settings: new ConfigObjects(provenance, module, row.section),
	};
}
