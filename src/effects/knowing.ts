import { timerName } from '../knowledge/wait-words.ts';
import { BySite } from '../project/by-site.ts';
import type { Site } from '../project/model.ts';
import { type RowMatch, matchWhole } from '../provenance/match.ts';
import { maxRemembered } from '../provenance/memory.ts';
import type { AddedCommand, Origin } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import type { Rows } from '../provenance/rows.ts';
import { callStep } from '../provenance/walk-value.ts';
import { at, property } from '../provenance/walker.ts';
import type { Call } from '../syntax/facts.ts';
import type { ApiRow } from '../knowledge/row.ts';
import { isNamedTimer } from './named-waits.ts';
import { promisified } from './promisified.ts';

/** What the search needs to know of the world. */
export interface Knowing {
	readonly provenance: Provenance;
	readonly rows: Rows;
	/** What runs where something is called that code for tests has added to a framework's commands. */
	readonly addedAs?: (called: Origin) => readonly AddedCommand[];
}

const known = new WeakMap<Provenance, BySite<Call, readonly RowMatch[]>>();

/** The rows that hold for what a call calls, its whole path taken. */
export function rowsOfCall(knowing: Knowing, site: Site<Call>): readonly RowMatch[] {
	const answers = known.get(knowing.provenance) ?? new BySite<Call, readonly RowMatch[]>(maxRemembered);
	known.set(knowing.provenance, answers);
	return answers.of(site, () => readRows(knowing, site));
}

/** The effects that rows give to what a call calls, whatever it is handed: who does not know the arguments cannot tell whether their conditions hold. */
export function effectsOfCall({ provenance, rows }: Knowing, site: Site<Call>): ReadonlySet<ApiRow['effect']> {
	const called = provenance.origins(at(site.fact.callee, site));
	const fits = called.flatMap(({ from, steps }) => (rows.knows(from) ? rows.wholeFits({ from, steps: [...steps, callStep(site)] }) : []));
	return new Set(fits.map(({ row }) => row.effect));
}

/** What a function does whether it is handed a callback or gives a promise. */
const doneAlike: ReadonlySet<ApiRow['effect']> = new Set(['take', 'store', 'empty', 'sleep']);

function readRows({ provenance, rows }: Knowing, site: Site<Call>): readonly RowMatch[] {
	const origins = provenance.origins(at(site.fact.callee, site));
	const matching = (called: readonly Origin[]): readonly RowMatch[] =>
		called.flatMap(({ from, steps }) =>
			rows.knows(from) ? matchWhole(rows, provenance.roots, { from, steps: [...steps, callStep(site)] }) : [],
		);
	const found = [...matching(origins), ...matching(promisified(provenance, origins)).filter(({ row }) => doneAlike.has(row.effect))];
	return found.length > 0 || !isNamedTimer(provenance, site)
		? found
		: matchWhole(rows, provenance.roots, { from: 'global', steps: [property(timerName), callStep(site)] });
}
