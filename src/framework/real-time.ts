import { presentLibraries } from '../knowledge/apis/date-libraries.ts';
import type { Site } from '../project/model.ts';
import type { Origin } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';

/** How far a value is taken apart. */
const maxDepth = 5;

/** Whether a value is made from the real present: `new Date()`, `Date.now() + 1000`, `dayjs().toDate()`. */
export function isFromRealTime(provenance: Provenance, site: Site<Value>, depth = 0): boolean {
	if (depth > maxDepth) return false;
	return provenance.roots(site).some(root => {
		if (root.kind === 'origin') return isPresent(provenance, root.origin, depth);
		if (root.kind !== 'made') return false;
		return partsOf(root.site.fact).some(part => isFromRealTime(provenance, at(part, root.site), depth + 1));
	});
}

function isPresent(provenance: Provenance, { from, steps }: Origin, depth: number): boolean {
	const [first, second] = steps;
	const calls = steps.flatMap(step =>
		step.kind === 'call' || (step.kind === 'construct' && step.site !== undefined) ? [step.site] : [],
	);
	const isDate = from === 'global' && first?.kind === 'property' && ['Date', 'performance', 'Temporal'].includes(first.name);
	if (isDate && second?.kind === 'property' && ['now', 'Now'].includes(second.name)) return true;
	if ((isDate || presentLibraries.has(from)) && calls[0]?.fact.args.length === 0) return true;
	return calls.some(
		call => call !== undefined && call.fact.args.some(argument => isFromRealTime(provenance, at(argument, call), depth + 1)),
	);
}

function partsOf(value: Value): readonly Value[] {
	switch (value.kind) {
		case 'operation':
			return value.operands;
		case 'template':
			return value.parts;
		default:
			return [];
	}
}
