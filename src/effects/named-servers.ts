import { assumedServer } from '../knowledge/port-words.ts';
import type { Site } from '../project/model.ts';
import { type RowMatch, matchWhole } from '../provenance/match.ts';
import type { Origin, Root } from '../provenance/model.ts';
import { staticValue } from '../provenance/static-value.ts';
import { callStep } from '../provenance/walk-value.ts';
import { at, property } from '../provenance/walker.ts';
import type { Call } from '../syntax/facts.ts';
import type { Knowing } from './knowing.ts';
import type { RowOf } from './model.ts';

/** The ports that a server may want for itself. */
const first = 1024;
const last = 65_535;

/**
 * `app.listen(3000)`, of something that a package or nobody known made: what is told to listen on a number like that is a server. Undefined for
 * what is known to be something else, and for a method that is put in a server's place.
 */
export function namedServer({ provenance, rows }: Knowing, site: Site<Call>): RowMatch<RowOf<'take'>> | undefined {
	const {
		callee,
		args: [port],
	} = site.fact;
	if (!isNamedServer(site.fact) || port === undefined) return undefined;
	const told = port.kind === 'literal' || port.kind === 'reference' ? staticValue(provenance.roots, at(port, site)) : undefined;
	if (typeof told !== 'number' || !Number.isInteger(told) || told < first || told > last) return undefined;
	const roots = provenance.roots(at(callee, site));
	if (roots.length === 0 || !roots.every(tellsNothing)) return undefined;
	const call = callStep(site);
	const { from, maker, listen } = assumedServer;
	return matchWhole(rows, provenance.roots, { from, steps: [property(maker), call, property(listen), call] }).find(isOfPort);
}

/** Whether a call has the name. */
export function isNamedServer({ callee, form, args }: Call): boolean {
	return callee.kind === 'member' && callee.property === assumedServer.listen && form === 'call' && args.length > 0;
}

/** A method of something that a package makes, or that nobody can tell; an emitter of Node.js has none of that name, so that it was added. */
function tellsNothing(root: Root): boolean {
	if (root.kind === 'unknown' || root.kind === 'parameter') return true;
	if (root.kind !== 'origin' || (isOfLanguage(root.origin) && root.origin.from !== assumedServer.base)) return false;
	const end = root.origin.steps.at(-1);
	return end?.kind === 'property' && end.name === assumedServer.listen;
}

function isOfLanguage({ from }: Origin): boolean {
	return from === 'global' || from.startsWith('node:');
}

function isOfPort(match: RowMatch): match is RowMatch<RowOf<'take'>> {
	return match.row.effect === 'take' && match.row.what === 'port';
}
