import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';
import { givenTo } from './compared-readings.ts';

/** How far a value is followed to what it is made of. */
const maxDepth = 12;

/** Whether all that is left of the clock in a text is the year. */
export function isOfYear(models: Models, site: Site<Value>, depth = 0): boolean {
	const { form, cyclic } = models.effects.clockReading(site);
	if (form === 'part') return cyclic !== true;
	if (site.fact.kind === 'reference') {
		const given = givenTo(at(site.fact, site));
		return given !== undefined && depth < maxDepth && isOfYear(models, given, depth + 1);
	}
	const inside = insideOf(site.fact)
		.map(value => at(value, site))
		.filter(each => hasClock(models, each));
	return inside.length > 0 && inside.every(each => isOfYear(models, each, depth + 1));
}

/** What a text is put together from. */
function insideOf(value: Value): readonly Value[] {
	switch (value.kind) {
		case 'template':
			return value.parts;
		case 'operation':
			return value.operands;
		case 'call':
			return value.args;
		default:
			return [];
	}
}

function hasClock({ effects }: Models, site: Site<Value>): boolean {
	return effects.behind(site, [{ kind: 'parts' }]).some(({ kind }) => kind === 'clock');
}
