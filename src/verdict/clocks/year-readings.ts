import type { Influence } from '../../effects/model.ts';
import { computedFrom, valuesIn } from '../../effects/value-parts.ts';
import { movedInstant, settingMethods } from '../../knowledge/date-words.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { ModuleFacts, Value } from '../../syntax/facts.ts';
import { functionsAround } from '../../syntax/functions-within.ts';
import type { Models } from '../models.ts';
import { givenTo } from './compared-readings.ts';

/** How far a value is followed to what it is made of. */
const maxDepth = 12;

/** Whether all that is left of the clock in a value is the year. */
export function isOfYear(models: Models, site: Site<Value>, depth = 0): boolean {
	const { form, cyclic } = models.effects.clockReading(site);
	if (form === 'part') return cyclic !== true;
	if (site.fact.kind === 'reference') {
		const given = givenTo(at(site.fact, site));
		return given !== undefined && depth < maxDepth && isOfYear(models, given, depth + 1);
	}
	const inside = insideOf(site.fact)
		.map(value => at(value, site))
		.filter(each => hasClock(models, each, depth));
	return inside.length > 0 && inside.every(each => isOfYear(models, each, depth + 1));
}

/** Whether no code on the way to a reading makes another year of it, as far as can be seen: by a number that it adds, or by what its calls are named. */
export function isOfPresentYear({ source }: Influence): boolean {
	for (let site: Site<Value> | undefined = source; site !== undefined; site = site.frame?.call) {
		const { facts } = site.module;
		const [around] = functionsAround(facts, site.fact);
		if (around !== undefined && [...valuesIn(around, facts)].some(value => isMoving(value, facts))) return false;
	}
	return true;
}

/** `year + 1`, `date.setFullYear(…)`, `addYears(…)` */
function isMoving(value: Value, { bindings }: ModuleFacts): boolean {
	if (value.kind === 'operation') return ['+', '-'].includes(value.operator) && value.operands.some(isNumber);
	if (value.kind !== 'call') return false;
	const { callee } = value;
	const name = callee.kind === 'member' ? callee.property : callee.kind === 'reference' ? bindings[callee.binding]?.name : undefined;
	return typeof name === 'string' && (settingMethods.test(name) || movedInstant.test(name));
}

function isNumber(value: Value): boolean {
	return value.kind === 'literal' && typeof value.value === 'number';
}

/** What a text, a list or an object is put together from, and what a call is handed: `expect.stringContaining(text)`. */
function insideOf(value: Value): readonly Value[] {
	return value.kind === 'call' ? value.args : computedFrom(value);
}

/** Also inside what is matched: `expect.stringContaining(text)`. */
function hasClock(models: Models, site: Site<Value>, depth: number): boolean {
	if (models.effects.behind(site, [{ kind: 'parts' }]).some(({ kind }) => kind === 'clock')) return true;
	return depth < maxDepth && insideOf(site.fact).some(value => hasClock(models, at(value, site), depth + 1));
}
