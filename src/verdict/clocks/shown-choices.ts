import { renderingPackages } from '../../knowledge/rendering.ts';
import type { Root } from '../../provenance/model.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { renderedFor } from '../rendered-elements.ts';
import { type Said, saidIn, soughtIn } from '../sought-texts.ts';
import type { ClockDependence } from './dependence.ts';
import { isRealClock } from './real-clock.ts';

const said: ReadonlySet<Claim['relation']> = new Set(['identical', 'deep-equal', 'contains', 'matches', 'other', 'truthy']);

/** A text of fewer letters stands in many others. */
const shortest = 3;

/**
 * A text that is written down, where a component that the test renders shows it, or a word of it, at some times and another one at others:
 * `render(<Hello />); expect(screen.getByText('Good morning')).toBeVisible()`.
 */
export function shownChoice(models: Models, scope: Scope, claim: Claim): ClockDependence | undefined {
	if (claim.negated || !said.has(claim.relation)) return undefined;
	const texts = [...saidIn(claim.expected?.fact), ...soughtIn(claim.actual.fact).filter(({ by }) => by === 'text')];
	if (texts.length === 0 || !models.provenance.origins(claim.actual).some(({ from }) => renderingPackages.has(from))) return undefined;
	const clock = models.framework.clockAt(scope, claim.place.start);
	for (const element of renderedFor(models, scope)) {
		for (const root of models.provenance.roots(element, [{ kind: 'parts' }])) {
			if (!isSaid(root, texts)) continue;
			for (const condition of root.conditions) {
				const read = models.effects
					.behind(condition, [{ kind: 'parts' }])
					.find(each => each.kind === 'clock' && isRealClock(each, clock));
				const { form, isCalendar } = models.effects.clockReading(condition);
				if (read !== undefined && form === 'decision')
					return { kind: 'unfrozen', read, ...(isCalendar === true ? {} : { isSteady: true }) };
			}
		}
	}
	return undefined;
}

/** Whether a value is a text that is said, or a word of it. */
function isSaid(root: Root, texts: readonly Said[]): boolean {
	if (root.kind !== 'made' || root.path.some(({ kind }) => kind !== 'parts')) return false;
	return saidIn(root.site.fact).some(shown => shown.text.length >= shortest && texts.some(said => hasWord(said, shown)));
}

/** Whether `word` stands in a text with no letter or digit right before or behind it. */
function hasWord({ text, isAnyCase }: Said, word: Said): boolean {
	const [whole, part] = isAnyCase ? [text.toLowerCase(), word.text.toLowerCase()] : [text, word.text];
	for (let index = whole.indexOf(part); index >= 0; index = whole.indexOf(part, index + 1)) {
		if (!/[\p{L}\p{N}]$/u.test(whole.slice(0, index)) && !/^[\p{L}\p{N}]/u.test(whole.slice(index + part.length))) return true;
	}
	return false;
}
