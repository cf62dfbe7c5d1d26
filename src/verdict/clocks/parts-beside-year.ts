import { partAsked } from '../../effects/clocks/set-there.ts';
import { besideYear, dateClass, partsInUtc, settingMethods } from '../../knowledge/date-words.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import { definitionsOf, givenValue } from '../../syntax/definitions.ts';
import type { Definition, Value } from '../../syntax/facts.ts';
import { globalName } from '../../syntax/global-name.ts';
import type { Claim, Models } from '../models.ts';
import { isOfYear } from './year-readings.ts';

/** The day that not every year has. */
const leapDay = 29;

/**
 * Whether an assertion is about a part of a date that is the same in each year, of a date of which the year alone is read from the clock: `new Date(year, 11, 25).getMonth()`,
 * `` new Date(`${year}-03-04`).getMonth() ``.
 */
export function asksPartBesideYear(models: Models, { actual, expected }: Claim): boolean {
	const { facts } = actual.module;
	const isReset = (each: Definition): boolean => each.kind === 'method' && settingMethods.test(each.method);
	const heldBy = (value: Value): Value => (definitionsOf(facts, value).some(isReset) ? undefined : givenValue(facts, value)) ?? value;
	const isStatic = (value: Value): boolean => staticValue(models.provenance.roots, at(value, actual)) !== undefined;
	const asked = heldBy(actual.fact);
	const part = partAsked(asked);
	if (part === undefined || !besideYear.has(part) || expected === undefined || !isStatic(expected.fact)) return false;
	const made = asked.kind === 'call' && asked.callee.kind === 'member' ? heldBy(asked.callee.object) : undefined;
	if (made?.kind !== 'call' || made.form !== 'new' || globalName(made.callee) !== dateClass) return false;
	const [only, ...others] = made.args;
	const inUtc = only?.kind === 'call' && others.length === 0 && globalName(only.callee) === partsInUtc;
	const [year, ...parts] = inUtc ? only.args : made.args;
	const isSame = (value: Value): boolean => isStatic(value) && !(value.kind === 'literal' && value.value === leapDay);
	const isWithin = parts.length > 0 || (year?.kind === 'template' && !year.quasis.some(text => text.includes(String(leapDay))));
	return year !== undefined && isWithin && parts.every(isSame) && isOfYear(models, at(year, actual));
}
