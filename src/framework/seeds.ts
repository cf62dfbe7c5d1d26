import { changingSeeds } from '../knowledge/changing-seeds.ts';
import type { Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { dotted } from '../provenance/match.ts';
import { matchPattern, parsePattern } from '../provenance/pattern.ts';
import { callStep } from '../provenance/walk-value.ts';
import { at } from '../provenance/walker.ts';
import type { Call } from '../syntax/facts.ts';
import type { Event } from './timeline.ts';

/** A generator of random values, as a row of knowledge names it. */
export interface Generator {
	readonly from: string | readonly string[];
	/** Calls that make its results the same in each run. */
	readonly seededBy?: readonly string[];
}

/** Whether the generator was seeded, the last time, with a value that is the same in each run: `faker.seed()` picks one by itself. */
export function isSeededAfter(events: readonly Event[], { from, seededBy = [] }: Generator, provenance: Provenance): boolean {
	if (seededBy.length === 0) return false;
	const packages = [from].flat();
	const patterns = seededBy.map(parsePattern);
	const last = events.findLast(event => {
		if (event.kind !== 'call') return false;
		return provenance.origins(at(event.site.fact.callee, event.site)).some(origin => {
			if (!packages.includes(origin.from)) return false;
			const called = { from: origin.from, steps: [...origin.steps, callStep(event.site)] };
			return patterns.some(pattern => matchPattern(pattern, called)?.length === called.steps.length);
		});
	});
	return last?.kind === 'call' && isFixed(last.site, provenance);
}

function isFixed(call: Site<Call>, provenance: Provenance): boolean {
	const [seed] = call.fact.args;
	return (
		seed !== undefined &&
		!provenance
			.roots(at(seed, call))
			.some(root => root.kind === 'origin' && root.origin.from === 'global' && changingSeeds.has(dotted(root.origin)))
	);
}
