import { writtenInstant } from '../../effects/clocks/instants.ts';
import type { EnvironmentUse } from '../../effects/environment.ts';
import { valuesIn, valuesInside } from '../../effects/value-parts.ts';
import { witnessOf } from '../../effects/witness.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import { givenValue } from '../../syntax/definitions.ts';
import type { Call, LiteralValue, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** How far names are followed to what they were given. */
const maxHops = 4;
/** No zone is farther from UTC than this, and each is so many whole quarters of an hour away. */
const farthest = 14 * 3_600_000;
const quarter = 15 * 60_000;

const utcTexts = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;
/** As `toISOString` and `toJSON` write it: https://tc39.es/ecma262/#sec-date.prototype.toisostring */
const isoText = /:\d\d\.\d{3}Z$/;

const relations: ReadonlySet<Claim['relation']> = new Set(['identical', 'deep-equal', 'includes-structure', 'snapshot', 'contains']);

/** Of these the subject is a function, and what the test has done before is what it was called with. */
const ofCalls: ReadonlySet<Claim['relation']> = new Set(['called-with', 'nth-called-with']);

/**
 * A date by the local clock that is written in the subject of an assertion, or before it where that is of calls, where the same time as some zone tells it in UTC is expected, and stands nowhere else in the
 * file: whatever lies in between has told it in UTC.
 */
export function zonelessDate(models: Models, scope: Scope, claim: Claim): EnvironmentUse | undefined {
	const { actual, expected, relation, negated, text } = claim;
	if (negated || !(relations.has(relation) || ofCalls.has(relation)) || actual.module !== models.module) return undefined;
	const wanted = [text ?? '', ...(expected === undefined ? [] : textsIn(expected))].flatMap(each => each.match(utcTexts) ?? []);
	const told = wanted.filter(each => isOnlyIn(models, scope, each, claim));
	if (told.length === 0) return undefined;
	const dates = [...writtenIn(actual), ...(ofCalls.has(relation) ? writtenBefore(scope, claim) : [])].flatMap(({ fact, ...place }) =>
		fact.kind === 'call' && isDate(fact) ? [at(fact, place)] : [],
	);
	const call = dates.find(date => {
		const instant = writtenInstant(models, date);
		return instant?.by === 'local clock' && told.some(each => isSameElsewhere(instant.ms, each));
	});
	return call === undefined ? undefined : { of: 'zone', call, witness: witnessOf('new Date', call) };
}

function isDate({ form, callee }: Call): boolean {
	return form === 'new' && callee.kind === 'global' && callee.name === 'Date';
}

/** Whether a text says in UTC what a clock somewhere shows. */
function isSameElsewhere(ms: number, text: string): boolean {
	const difference = Date.parse(text) - ms;
	const isZone = Math.abs(difference) <= farthest && difference % quarter === 0;
	return isZone && (difference !== 0 || isoText.test(text));
}

/** Whether a text stands in what is expected, and nowhere else in the file but in other tests. */
function isOnlyIn({ module: { facts }, tests }: Models, scope: Scope, written: string, { actual, expected, place }: Claim): boolean {
	const spans = [place, ...(expected === undefined ? [] : writtenIn(expected).map(({ fact }) => fact))];
	const others = tests.filter(test => test !== scope && !holds(test.body.fact, scope.body.fact)).map(({ body }) => body.fact);
	return facts.functions
		.filter(each => !others.some(other => holds(other, each)))
		.flatMap(each => [...valuesIn(each, facts)])
		.filter(each => isText(each) && each.value.includes(written))
		.every(each => spans.some(span => holds(span, each)) && !holds(actual.fact, each));
}

function isText(value: Value): value is LiteralValue & { readonly value: string } {
	return value.kind === 'literal' && typeof value.value === 'string';
}

function textsIn(site: Site<Value>): readonly string[] {
	return writtenIn(site).flatMap(({ fact }) => (isText(fact) ? [fact.value] : []));
}

function writtenBefore({ body }: Scope, { place }: Claim): readonly Site<Value>[] {
	return functionsWithin(body.module.facts, body.fact)
		.flatMap(each => [...valuesIn(each, body.module.facts)])
		.filter(({ end }) => end <= place.start)
		.map(value => at(value, body));
}

/** What stands in a value, and in the constants of the file that it mentions. */
function writtenIn(site: Site<Value>, hops = 0): readonly Site<Value>[] {
	return valuesInside(site.fact).flatMap(fact => {
		const inner = at(fact, site);
		const given = hops < maxHops ? givenValue(site.module.facts, fact) : undefined;
		return given === undefined ? [inner] : [inner, ...writtenIn(at(given, site), hops + 1)];
	});
}
