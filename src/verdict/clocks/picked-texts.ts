import { withSearches } from '../../assertions/expected-parts.ts';
import { throughAnswers } from '../../effects/answers/answers.ts';
import { isOfCalendar } from '../../effects/clocks/clock-forms.ts';
import type { Site } from '../../project/model.ts';
import type { Path, Root } from '../../provenance/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import type { ClockDependence } from './dependence.ts';
import { isRealClock } from './real-clock.ts';

const searches: ReadonlySet<Claim['relation']> = new Set(['contains', 'matches']);
const equalities: ReadonlySet<Claim['relation']> = new Set(['identical', 'deep-equal']);

/** A value that the clock may pick, and what an assertion wants of it. */
interface Wish {
	readonly picked: Site<Value>;
	readonly path: Path;
	readonly fits: (text: string) => boolean;
}

/**
 * One of several texts that are written down, which the clock picks, where an assertion holds for some of them and not for others:
 * `expect(greet()).toContain('morning')`, `expect(['mon', 'tue']).toContain(day())`, `expect(greet()).not.toBe('morning')`.
 */
export function pickedText(models: Models, scope: Scope, claim: Claim): ClockDependence | undefined {
	for (const each of withSearches(claim, models.provenance)) {
		const found = pickedIn(models, scope, each);
		if (found !== undefined) return found;
	}
	return undefined;
}

function pickedIn(models: Models, scope: Scope, claim: Claim): ClockDependence | undefined {
	const { provenance, effects, framework } = models;
	const wish = wishOf(provenance, claim);
	if (wish === undefined) return undefined;
	const roots = throughAnswers(provenance, provenance.roots(wish.picked, wish.path));
	const texts = roots.map(root => textOf(provenance, root));
	if (!texts.every(text => text !== undefined) || texts.every(wish.fits) || !texts.some(wish.fits)) return undefined;
	const clock = framework.clockAt(scope, claim.place.start);
	for (const condition of roots.flatMap(({ conditions }) => conditions)) {
		const read = effects.behind(condition, [{ kind: 'parts' }]).find(each => each.kind === 'clock' && isRealClock(each, clock));
		const reading = effects.clockReading(condition);
		if (read !== undefined && (reading.form === 'decision' || isOfCalendar(reading)))
			return { kind: 'unfrozen', read, ...(isOfCalendar(reading) ? {} : { isSteady: true }) };
	}
	return undefined;
}

function wishOf(provenance: Provenance, { relation, negated, actual, expected, part }: Claim): Wish | undefined {
	if (expected === undefined) return undefined;
	if (equalities.has(relation)) {
		const wanted = negated ? staticValue(provenance.roots, expected) : undefined;
		return typeof wanted === 'string' ? { picked: actual, path: part, fits: text => text === wanted } : undefined;
	}
	if (!searches.has(relation)) return undefined;
	const listed = listedTexts(provenance, actual, part);
	if (listed !== undefined) return { picked: expected, path: [], fits: text => listed.has(text) };
	const fits = searchFor(provenance, expected);
	return fits === undefined ? undefined : { picked: actual, path: part, fits };
}

/** The texts of a list that is written down and has nothing else in it. */
function listedTexts(provenance: Provenance, site: Site<Value>, path: Path): ReadonlySet<string> | undefined {
	const [root, ...others] = provenance.roots(site, path);
	if (root?.kind !== 'made' || others.length > 0 || root.path.length > 0 || root.site.fact.kind !== 'array') return undefined;
	const texts = root.site.fact.elements.map(element => staticValue(provenance.roots, at(element, root.site)));
	return texts.every(text => typeof text === 'string') ? new Set(texts) : undefined;
}

function textOf({ roots }: Provenance, root: Root): string | undefined {
	const text = root.kind === 'made' && root.path.length === 0 ? staticValue(roots, root.site) : undefined;
	return typeof text === 'string' ? text : undefined;
}

/** Whether a text has what an assertion wants in it; undefined where that is not written down. */
function searchFor({ roots }: Provenance, expected: Site<Value>): ((text: string) => boolean) | undefined {
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
