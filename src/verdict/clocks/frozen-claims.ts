import { namedValue } from '../../assertions/constant.ts';
import { withSearches } from '../../assertions/expected-parts.ts';
import type { Relation } from '../../assertions/model.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { otherTimes } from '../../knowledge/date-words.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';
import { namesSought } from '../sought-texts.ts';
import type { ClockDependence } from './dependence.ts';
import { isOfPresentYear } from './year-readings.ts';
import { yearsIn } from './year-texts.ts';

/** Relations of which one is earlier and one later. */
const strictOrders: ReadonlySet<Relation> = new Set(['greater', 'less']);
const orders: ReadonlySet<Relation> = new Set([...strictOrders, 'greater-or-equal', 'less-or-equal', 'within', 'close-to']);

/** Relations that hold where what is written down is not there, or is another one. */
const unwanted: ReadonlySet<Relation> = new Set([...orders, 'nothing', 'falsy']);

/** A Monday in January: whatever is said of a claim that may hold on it holds at ten in the morning. */
export interface FrozenDay {
	readonly year: number;
	readonly day: number;
}

/** Any year will do where none is asked for. */
const anyYear = 2024;

/**
 * The day on which a claim can hold with the clock stopped, that of the year which is written down where there is one; undefined where it cannot hold on
 * any, or where another day or hour is written down. Two readings are the same from then on, whatever the day.
 */
export function fittingDay(models: Models, dependence: ClockDependence, claim: Claim): FrozenDay | undefined {
	const { kind, isExact } = dependence;
	const { relation, negated } = claim;
	if (kind === 'elapsed') return isExact === true ? mondayOf(anyYear) : undefined;
	if (kind === 'twice') return !negated && !strictOrders.has(relation) ? mondayOf(anyYear) : undefined;
	const texts = textsOf(models, claim);
	if (!negated && texts.some(text => otherTimes.some(other => other.test(text)))) return undefined;
	if (!texts.some(text => /\d/.test(text))) return mondayOf(anyYear);
	const year = onlyYearIn(texts);
	const isWanted = !negated && !unwanted.has(relation) && isOfPresentYear(dependence.read);
	return year !== undefined && isWanted ? mondayOf(year) : undefined;
}

/** A Monday in the middle of January. */
function mondayOf(year: number): FrozenDay {
	const weekday = new Date(Date.UTC(year, 0, 15)).getUTCDay();
	return { year, day: 15 + ((8 - weekday) % 7) };
}

/** The year, where some texts have one, and no other number. */
function onlyYearIn(texts: readonly string[]): number | undefined {
	const [year, ...others] = new Set(texts.flatMap(yearsIn));
	return year !== undefined && others.length === 0 && !texts.some(text => /\d/.test(text.replaceAll(year, '')))
		? Number(year)
		: undefined;
}

/** What is written down in what a claim expects, and in what it looks for on a page. */
function textsOf({ provenance }: Models, claim: Claim): readonly string[] {
	const expected = withSearches(claim, provenance).flatMap(({ expected: each, relation }) =>
		each === undefined || orders.has(relation) ? [] : textsIn(namedValue(each).fact),
	);
	return [claim.text ?? '', ...expected, ...namesSought(claim.actual.fact).flatMap(textsIn)];
}

/** What is written down in a value, its entries and parts included. */
function textsIn(value: Value): readonly string[] {
	return valuesInside(value).flatMap(each => {
		if (each.kind === 'template') return each.quasis;
		return each.kind === 'literal' ? String(each.value) : each.kind === 'regexp' ? each.pattern : [];
	});
}
