import { withSearches } from '../../assertions/expected-parts.ts';
import { partsOf, valuesInside } from '../../effects/value-parts.ts';
import type { Influence } from '../../effects/model.ts';
import { yearParts } from '../../knowledge/date-words.ts';
import { textQueries } from '../../knowledge/page-words.ts';
import { renderingPackages } from '../../knowledge/rendering.ts';
import type { Site } from '../../project/model.ts';
import type { Path } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { renderedFor } from '../rendered-elements.ts';
import type { ClockDependence } from './dependence.ts';
import { pickedYear } from './picked-days.ts';
import { isRealClock } from './real-clock.ts';
import { hasYear, hasYearInside } from './year-texts.ts';

const parts: Path = [{ kind: 'parts' }];

const said: ReadonlySet<Claim['relation']> = new Set(['identical', 'deep-equal', 'contains', 'matches', 'other', 'truthy']);

/**
 * A text with a year in it that is written down, and that a text of the present is to have, or what a component of the project shows that asks for the
 * present year, or that a day is picked in: `expect(footer()).toContain('© 2026')`, `expect(screen.getByText('© 2026')).toBeVisible()`. It holds until the
 * year is over.
 */
export function shownYear(models: Models, scope: Scope, claim: Claim): ClockDependence | undefined {
	for (const each of withSearches(claim, models.provenance)) {
		const found = yearIn(models, scope, each);
		if (found !== undefined) return found;
	}
	return undefined;
}

function yearIn(models: Models, scope: Scope, claim: Claim): ClockDependence | undefined {
	if (claim.negated || !said.has(claim.relation)) return undefined;
	const isText = (claim.relation === 'contains' || claim.relation === 'matches') && hasYear(claim.expected?.fact);
	const read =
		(isText ? saidYear(models, claim) : undefined) ??
		(hasYear(claim.expected?.fact) || isFoundByYear(claim.actual.fact) ? renderedYear(models, scope, claim) : undefined) ??
		pickedYear(models, scope, claim);
	const clock = read === undefined ? undefined : models.framework.clockAt(scope, claim.place.start);
	return read === undefined || clock === undefined || !isRealClock(read, clock) ? undefined : { kind: 'unfrozen', read };
}

/** `screen.getByText('© 2026')` */
function isFoundByYear(value: Value): boolean {
	return valuesInside(value).some(
		each =>
			each.kind === 'call' &&
			each.callee.kind === 'member' &&
			typeof each.callee.property === 'string' &&
			textQueries.has(each.callee.property) &&
			hasYear(each.args[0]),
	);
}

/** The reading behind a text that has no such year written down itself. */
function saidYear(models: Models, { actual, part }: Claim): Influence | undefined {
	const path: Path = [...part, ...parts];
	if (hasYearWritten(models, actual, path, 0)) return undefined;
	return models.effects.behind(actual, path).find(({ kind }) => kind === 'clock');
}

/** How deep a text is looked into that is put together from others. */
const deepest = 6;

/** Whether a year stands in what a text is made of, itself or in what is handed to what makes it. */
function hasYearWritten(models: Models, site: Site<Value>, path: Path, depth: number): boolean {
	if (depth > deepest) return true;
	return models.provenance
		.roots(site, path)
		.some(
			root =>
				root.kind === 'made' &&
				(hasYearInside(root.site.fact) ||
					partsOf(root.site.fact).some(part => hasYearWritten(models, at(part, root.site), [], depth + 1))),
		);
}

/** The present year, as a component asks for it that the test renders: itself, or in a hook before. */
function renderedYear(models: Models, scope: Scope, { actual }: Claim): Influence | undefined {
	const { provenance, effects } = models;
	if (!provenance.origins(actual).some(({ from }) => renderingPackages.has(from))) return undefined;
	for (const element of renderedFor(models, scope)) {
		if (
			valuesInside(element.fact).some(hasYearInside) ||
			provenance.roots(element, parts).some(root => root.kind === 'made' && hasYearInside(root.site.fact))
		)
			continue;
		const read = effects.behind(element, parts).find(influence => influence.kind === 'clock' && asksForYear(influence));
		if (read !== undefined) return read;
	}
	return undefined;
}

/** Whether the function that reads the clock asks a date for its year. */
function asksForYear({ source: { module }, call }: Influence): boolean {
	const owner = call === undefined ? undefined : module.facts.functions[call.fact.function];
	return (
		owner?.calls.some(
			({ callee }) => callee.kind === 'member' && typeof callee.property === 'string' && yearParts.has(callee.property),
		) === true
	);
}
