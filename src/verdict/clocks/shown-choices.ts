import { valuesInside } from '../../effects/value-parts.ts';
import { roleQueries, textQueries } from '../../knowledge/page-words.ts';
import { renderingPackages } from '../../knowledge/rendering.ts';
import type { Root } from '../../provenance/model.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { renderedFor } from '../rendered-elements.ts';
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
	const texts = [...saidIn(claim.expected?.fact), ...soughtIn(claim.actual.fact)];
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

/** A text that is written down, as it stands or as a pattern that has nothing else in it: `/good morning/i`. */
interface Said {
	readonly text: string;
	readonly isAnyCase: boolean;
}

function saidIn(value: Value | undefined): readonly Said[] {
	if (value?.kind === 'literal' && typeof value.value === 'string') return [{ text: value.value.trim(), isAnyCase: false }];
	if (value?.kind !== 'regexp' || !plainPattern.test(value.pattern)) return [];
	return [{ text: value.pattern.replace(/^\^|\$$/g, '').replace(/\\(?=\W)/g, ''), isAnyCase: value.flags.includes('i') }];
}

/** Letters, digits, spaces and signs that stand for themselves. */
const plainPattern = /^\^?(?:[^\\^$()[\]{}*+?|]|\\\W)*\$?$/;

/** `screen.getByText('Good morning')`, `screen.getByRole('heading', { name: 'Good morning' })` */
function soughtIn(value: Value): readonly Said[] {
	return valuesInside(value).flatMap(each => {
		if (each.kind !== 'call' || each.callee.kind !== 'member' || typeof each.callee.property !== 'string') return [];
		const [first, options] = each.args;
		if (textQueries.has(each.callee.property)) return saidIn(first);
		if (!roleQueries.has(each.callee.property) || options?.kind !== 'object') return [];
		return options.entries.flatMap(entry => (entry.kind === 'property' && entry.key === 'name' ? saidIn(entry.value) : []));
	});
}
