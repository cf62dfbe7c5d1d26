import { allRows } from '../../src/knowledge/all-rows.ts';
import { methods } from '../../src/knowledge/methods.ts';
import type { ApiRow } from '../../src/knowledge/row.ts';
import { type Effects, createEffects } from '../../src/effects/effects.ts';
import { type Provenance, createProvenance } from '../../src/provenance/provenance.ts';
import { Rows } from '../../src/provenance/rows.ts';
import type { Site } from '../../src/project/model.ts';
import type { FunctionFacts, Value } from '../../src/syntax/facts.ts';
import { type Files, type Opened, openProject } from './memory-project.ts';

export interface Analysis extends Opened {
	readonly rows: Rows;
	readonly provenance: Provenance;
	readonly effects: Effects;
	/** What a variable of the entry file is given first. */
	variable(name: string): Site<Value>;
	/** A function of the entry file by its name. */
	function(name: string): Site<FunctionFacts>;
}

/** All analyses over a project in memory, with every row of the knowledge. */
export function analyse(files: Files, entry?: string, extra: readonly ApiRow[] = []): Analysis {
	const opened = openProject(files, entry);
	const { module, project } = opened;
	const rows = new Rows([...allRows, ...extra], methods);
	const provenance = createProvenance(project, { rows });
	const effects = createEffects({ module, project, provenance, rows, isTestSupport: ({ path }) => path.includes('test'), replacesModules: false, asserts: () => false });
	return {
		...opened,
		rows,
		provenance,
		effects,
		variable(name) {
			const binding = module.facts.bindings.findLastIndex(each => each.name === name);
			if (binding === -1) throw new Error(`there is no variable ${name}`);
			return { module, fact: { kind: 'reference', binding, start: 0, end: 0 } };
		},
		function(name) {
			const fact = module.facts.functions.find(each => each.name === name);
			if (fact === undefined) throw new Error(`there is no function ${name}`);
			return { module, fact };
		},
	};
}
