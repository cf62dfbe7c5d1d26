import type { Site } from '../project/model.ts';
import type { Path, Root } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import type { Rows } from '../provenance/rows.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';
import type { Flow } from './flow.ts';

/**
 * What a value that depends on the clock says about it.
 * - `read`: the time itself, as it was read, in whichever form
 * - `elapsed`: how long something took: one read taken from another
 * - `computed`: anything else: a date some days away, a part of the calendar, a decision
 */
export type ClockReading = 'read' | 'elapsed' | 'computed';

/** Forms of the same instant (ECMAScript 21.4.4). */
const forms: ReadonlySet<string> = new Set(['getTime', 'valueOf', 'toISOString', 'toJSON', 'toString', 'toUTCString', 'toGMTString', 'unix']);

export function clockReading(provenance: Provenance, rows: Rows, flow: Flow, site: Site<Value>, path: Path = []): ClockReading {
	const roots = provenance.roots(site, path);
	if (roots.some(root => isElapsed(flow, root))) return 'elapsed';
	return roots.length > 0 && roots.every(root => root.conditions.length === 0 && isRead(rows, root)) ? 'read' : 'computed';
}

/** A difference of two reads, whole or scaled. */
function isElapsed(flow: Flow, root: Root): boolean {
	if (root.kind !== 'made' || root.site.fact.kind !== 'operation') return false;
	const { operator, operands } = root.site.fact;
	const sites = operands.map(operand => at(operand, root.site));
	if (operator === '-') return sites.length === 2 && sites.every(site => flow.behind(site, [{ kind: 'parts' }]).some(({ kind }) => kind === 'clock'));
	return (operator === '/' || operator === '*') && sites.some(({ fact, ...place }) => fact.kind === 'operation' && isElapsed(flow, { ...root, site: { fact, ...place } }));
}

function isRead(rows: Rows, root: Root): boolean {
	if (root.kind !== 'origin') return false;
	const [fit] = rows.fits(root.origin).filter(({ row }) => row.effect === 'clock');
	const further = fit?.origin.steps.slice(fit.match.length) ?? [];
	return fit !== undefined && further.every(step => step.kind !== 'property' || forms.has(step.name));
}
