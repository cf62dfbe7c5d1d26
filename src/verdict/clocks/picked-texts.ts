import { throughAnswers } from '../../effects/answers/answers.ts';
import type { Root } from '../../provenance/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { staticValue } from '../../provenance/static-value.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import type { ClockDependence } from './dependence.ts';
import { isRealClock } from './real-clock.ts';

const searches: ReadonlySet<Claim['relation']> = new Set(['contains', 'matches']);

/**
 * One of several texts that are written down, which the clock picks, where what an assertion wants in it stands in some of them and not in others:
 * `expect(greet()).toContain('morning')`.
 */
export function pickedText(models: Models, scope: Scope, claim: Claim): ClockDependence | undefined {
	const { provenance, effects, framework } = models;
	if (!searches.has(claim.relation) || claim.expected === undefined) return undefined;
	const fits = searchFor(provenance, claim);
	if (fits === undefined) return undefined;
	const roots = throughAnswers(provenance, provenance.roots(claim.actual, claim.part));
	const texts = roots.map(root => textOf(provenance, root));
	if (!texts.every(text => text !== undefined) || texts.every(fits) || !texts.some(fits)) return undefined;
	const clock = framework.clockAt(scope, claim.place.start);
	for (const condition of roots.flatMap(({ conditions }) => conditions)) {
		const read = effects.behind(condition, [{ kind: 'parts' }]).find(each => each.kind === 'clock' && isRealClock(each, clock));
		const { form, isCalendar } = effects.clockReading(condition);
		if (read !== undefined && form === 'decision')
			return { kind: 'unfrozen', read, ...(isCalendar === true ? {} : { isSteady: true }) };
	}
	return undefined;
}

function textOf({ roots }: Provenance, root: Root): string | undefined {
	const text = root.kind === 'made' && root.path.length === 0 ? staticValue(roots, root.site) : undefined;
	return typeof text === 'string' ? text : undefined;
}

/** Whether a text has what an assertion wants in it; undefined where that is not written down. */
function searchFor({ roots }: Provenance, { expected }: Claim): ((text: string) => boolean) | undefined {
	if (expected === undefined) return undefined;
	const wanted = staticValue(roots, expected);
	if (typeof wanted === 'string') return text => text.includes(wanted);
	const [root, ...others] = roots(expected);
	const pattern = root?.kind === 'made' && root.path.length === 0 && others.length === 0 ? patternOf(root.site.fact) : undefined;
	return pattern === undefined ? undefined : text => pattern.test(text);
}

function patternOf(value: Value): RegExp | undefined {
	if (value.kind !== 'regexp') return undefined;
	try {
		return new RegExp(value.pattern, value.flags.replace(/[gy]/g, ''));
	} catch {
		return undefined;
	}
}
