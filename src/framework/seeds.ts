import type { Provenance } from '../provenance/provenance.ts';
import { matchPattern, parsePattern } from '../provenance/pattern.ts';
import { callStep } from '../provenance/walk-value.ts';
import { at } from '../provenance/walker.ts';
import type { Event } from './timeline.ts';

/** A generator of random values, as a row of knowledge names it. */
export interface Generator {
	readonly from: string | readonly string[];
	/** Calls that make its results the same in each run. */
	readonly seededBy?: readonly string[];
}

/** Whether one of the calls that seed the generator has happened. */
export function isSeededAfter(events: readonly Event[], { from, seededBy = [] }: Generator, provenance: Provenance): boolean {
	if (seededBy.length === 0) return false;
	const packages = [from].flat();
	const patterns = seededBy.map(parsePattern);
	return events.some(event => {
		if (event.kind !== 'call') return false;
		return provenance.origins(at(event.site.fact.callee, event.site)).some(origin => {
			if (!packages.includes(origin.from)) return false;
			const called = { from: origin.from, steps: [...origin.steps, callStep(event.site)] };
			return patterns.some(pattern => matchPattern(pattern, called)?.length === called.steps.length);
		});
	});
}
