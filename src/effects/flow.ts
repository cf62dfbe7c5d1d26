import type { Site } from '../project/model.ts';
import type { Path, Root } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import type { Rows } from '../provenance/rows.ts';
import type { Value } from '../syntax/facts.ts';
import { Query } from './flow-query.ts';
import { distinct } from './influences.ts';
import type { Influence } from './model.ts';
import { type Settled, nothingSettled } from './settled.ts';

/** What values depend on. */
export interface Flow {
	/** Everything uncontrolled behind a value, or behind what `path` takes from it; with `parts` at its end, behind all inside it. */
	behind(site: Site<Value>, path?: Path): readonly Influence[];
	/** Everything uncontrolled behind one of the things that a value may be. */
	ofRoot(root: Root): readonly Influence[];
	/** What a condition brings into what it decides. */
	deciding(condition: Site<Value>): readonly Influence[];
	/** The same flow, which tells how many steps each question took. */
	counted(tell: (steps: number) => void): Flow;
}

export function createFlow(provenance: Provenance, rows: Rows, settled: Settled = nothingSettled, tell?: (steps: number) => void): Flow {
	const ask = (question: (query: Query) => Influence[]): Influence[] => {
		const query = new Query({ provenance, rows }, settled);
		const found = question(query);
		tell?.(query.spent);
		return found.filter(({ later }) => later !== 'event');
	};
	return {
		behind: (site, path = []) => distinct(ask(query => query.behind(site, path))),
		ofRoot: root => ask(query => query.ofRoot(root)),
		deciding: condition => ask(query => query.deciding(condition)),
		counted: each => createFlow(provenance, rows, settled, each),
	};
}
