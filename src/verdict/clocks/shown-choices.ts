import { valuesInside } from '../../effects/value-parts.ts';
import { textQueries } from '../../knowledge/page-words.ts';
import { renderingPackages } from '../../knowledge/rendering.ts';
import type { Root } from '../../provenance/model.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { renderedFor } from '../rendered-elements.ts';
import type { ClockDependence } from './clock-dependence.ts';
import { isRealClock } from './real-clock.ts';

const said: ReadonlySet<Claim['relation']> = new Set(['identical', 'deep-equal', 'contains', 'other', 'truthy']);

/** A text of fewer letters stands in many others. */
const shortest = 3;

/**
 * A text that is written down, where a component that the test renders shows it, or a word of it, at some times and another one at others:
 * `render(<Hello />); expect(screen.getByText('Good morning')).toBeVisible()`.
 */
export function shownChoice(models: Models, scope: Scope, claim: Claim): ClockDependence | undefined {
	if (claim.negated || !said.has(claim.relation)) return undefined;
	const texts = [...textsIn(claim.expected?.fact), ...soughtIn(claim.actual.fact)];
	if (texts.length === 0 || !models.provenance.origins(claim.actual).some(({ from }) => renderingPackages.has(from))) return undefined;
	const clock = models.framework.clockAt(scope, claim.place.start);
	for (const element of renderedFor(models, scope)) {
		for (const root of models.provenance.roots(element, [{ kind: 'parts' }])) {
			if (!isSaid(root, texts)) continue;
			for (const condition of root.conditions) {
				const read = models.effects.behind(condition, [{ kind: 'parts' }]).find(each => each.kind === 'clock' && isRealClock(each, clock));
				const { form, isCalendar } = models.effects.clockReading(condition);
				if (read !== undefined && form === 'decision') return { kind: 'unfrozen', read, ...(isCalendar === true ? {} : { isSteady: true }) };
			}
		}
	}
	return undefined;
}

/** Whether a value is a text that is said, or a word of it. */
function isSaid(root: Root, texts: readonly string[]): boolean {
	if (root.kind !== 'made' || root.path.some(({ kind }) => kind !== 'parts')) return false;
	return textsIn(root.site.fact).some(shown => texts.some(text => shown.length >= shortest && ` ${text} `.includes(` ${shown} `)));
}

function textsIn(value: Value | undefined): readonly string[] {
	return value?.kind === 'literal' && typeof value.value === 'string' ? [value.value.trim()] : [];
}

/** `screen.getByText('Good morning')` */
function soughtIn(value: Value): readonly string[] {
	return valuesInside(value).flatMap(each => (each.kind === 'call' && each.callee.kind === 'member' && typeof each.callee.property === 'string' && textQueries.has(each.callee.property) ? textsIn(each.args[0]) : []));
}
