import { renderingPackages } from '../../knowledge/rendering.ts';
import type { Clock } from '../../framework/model.ts';
import type { Site } from '../../project/model.ts';
import type { Root } from '../../provenance/model.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { renderedFor } from '../rendered-elements.ts';
import { textsShown } from '../shown-texts.ts';
import { type Said, saidIn, soughtIn } from '../sought-texts.ts';
import type { ClockDependence } from './dependence.ts';
import { isRealClock } from './real-clock.ts';

const said: ReadonlySet<Claim['relation']> = new Set(['identical', 'deep-equal', 'contains', 'matches', 'other', 'truthy']);

/** A text of fewer letters stands in many others. */
const shortest = 3;

/**
 * A text that is written down, where a component that the test renders shows it, or a word of it, at some times and another one at others:
 * `render(<Hello />); expect(screen.getByText('Good morning')).toBeVisible()`; or nothing in its place, so that it hangs on the time as well that it is not there.
 */
export function shownChoice(models: Models, scope: Scope, claim: Claim): ClockDependence | undefined {
	const isThere = !claim.negated && said.has(claim.relation);
	const isSought = said.has(claim.relation) || claim.relation === 'nothing' || claim.relation === 'falsy';
	const sought = isSought ? soughtIn(claim.actual.fact).filter(({ by }) => by === 'text') : [];
	const texts = isThere ? [...saidIn(claim.expected?.fact), ...sought] : sought;
	if (texts.length === 0 || !models.provenance.origins(claim.actual).some(({ from }) => renderingPackages.has(from))) return undefined;
	const clock = models.framework.clockAt(scope, claim.place.start);
	const conditions = [...(isThere ? choicesOf(models, scope, texts) : []), ...showing(models, scope, texts)];
	return conditions.map(condition => decidedBy(models, condition, clock)).find(found => found !== undefined);
}

/** What picks a text that is said, or a word of it, and may pick another one. */
function choicesOf(models: Models, scope: Scope, texts: readonly Said[]): readonly Site<Value>[] {
	return renderedFor(models, scope).flatMap(element => {
		const roots = models.provenance.roots(element, [{ kind: 'parts' }]);
		const isOther = ({ fact }: Site<Value>): boolean =>
			roots.some(root => root.kind === 'made' && !isSaid(root, texts) && root.conditions.some(each => each.fact === fact));
		return roots.flatMap(root => (isSaid(root, texts) ? root.conditions.filter(isOther) : []));
	});
}

/** What decides whether an element is there that has a text which is said, and that no other element has. */
function showing(models: Models, scope: Scope, texts: readonly Said[]): readonly Site<Value>[] {
	const found = textsShown(models, scope).texts.filter(
		({ pieces: [only, ...others] }) =>
			only !== undefined && others.length === 0 && saidIn(only.fact).some(shown => texts.some(each => each.text === shown.text)),
	);
	const [first, ...others] = found;
	return first === undefined || others.length > 0 ? [] : first.conditions;
}

function decidedBy(models: Models, condition: Site<Value>, clock: Clock): ClockDependence | undefined {
	const read = models.effects.behind(condition, [{ kind: 'parts' }]).find(each => each.kind === 'clock' && isRealClock(each, clock));
	const { form, isCalendar } = models.effects.clockReading(condition);
	if (read === undefined || form !== 'decision') return undefined;
	return { kind: 'unfrozen', read, ...(isCalendar === true ? {} : { isSteady: true }) };
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
