import { indexMethods } from '../knowledge/assertions/predicates.ts';
import type { Site } from '../project/model.ts';
import { matchPattern, parsePattern } from '../provenance/pattern.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at } from '../provenance/walker.ts';
import type { LiteralValue, Value } from '../syntax/facts.ts';
import { folded } from './comparison.ts';
import { namedValue } from './constant.ts';
import { literal, settledSite } from './draft.ts';
import type { Assertion, Tolerance } from './model.ts';
import { deepest, shapeOf } from './shape.ts';
import { spyUse } from './spy.ts';
import { statementOf } from './statement.ts';

/** Looks through what a library's matcher is given to what is really claimed. */
export function normalForm(draft: Assertion, provenance: Provenance): Assertion {
	const steps = [turnedRound, withConstants, throughTruth, throughIndex, throughText, throughCount, throughDistance, throughConstant];
	const assertion = steps.reduce((current, step) => step(current, provenance), draft);
	return { ...assertion, ...folded(assertion.relation, assertion.negated), actual: settledSite(assertion.actual) };
}

/** `assert.equal(2, rows.length)`: what is written down is what is expected, on whichever side it stands. */
function turnedRound(assertion: Assertion): Assertion {
	const { relation, actual, expected, part } = assertion;
	if ((relation !== 'identical' && relation !== 'deep-equal') || expected === undefined || part.length > 0) return assertion;
	return isWritten(namedValue(actual).fact) && !isWritten(namedValue(expected).fact)
		? { ...assertion, actual: expected, expected: actual }
		: assertion;
}

/** What is expected is the same constant, whether it is written down where it is expected or has a name: `const total = 12`, `texts.saved`, `const names = ['a', 'b']`. */
function withConstants(assertion: Assertion, provenance: Provenance): Assertion {
	const constant = <T extends Site<Value> | undefined>(site: T): T | Site<Value> => {
		if (site?.fact.kind !== 'reference' && site?.fact.kind !== 'member' && site?.fact.kind !== 'template') return site;
		const value = staticValue(provenance.roots, site);
		return value === undefined ? namedData(site, provenance) : at(literal(value, site), site);
	};
	return { ...assertion, expected: constant(assertion.expected), upper: constant(assertion.upper) };
}

/** A list or an object of constants and matchers that a name of the same module stands for and that nothing changes, at the name's own place. */
function namedData(site: Site<Value>, provenance: Provenance): Site<Value> {
	const named =
		site.fact.kind === 'reference' && site.module.facts.bindings[site.fact.binding]?.definitions.length === 1 ? namedValue(site) : site;
	const { start, end } = site.fact;
	return named !== site && isData(named, provenance) ? at({ ...named.fact, start, end }, named) : site;
}

function isData(site: Site<Value>, provenance: Provenance, depth = 0): boolean {
	const { fact: value } = site;
	if (depth > deepest) return false;
	if (value.kind === 'array') return value.elements.every(element => isData(at(element, site), provenance, depth + 1));
	if (value.kind === 'object')
		return value.entries.every(
			entry =>
				entry.kind === 'property' &&
				typeof entry.key === 'string' &&
				entry.accessor === undefined &&
				isData(at(entry.value, site), provenance, depth + 1),
		);
	return (
		value.kind === 'literal' || value.kind === 'regexp' || (value.kind === 'call' && shapeOf(site, provenance).kind === 'asymmetric')
	);
}

function isWritten(value: Value): boolean {
	if (value.kind === 'array') return value.elements.length > 0 && value.elements.every(isWritten);
	if (value.kind === 'object')
		return value.entries.length > 0 && value.entries.every(entry => entry.kind === 'property' && isWritten(entry.value));
	return value.kind === 'literal';
}

/** `expect(a < b).toBe(true)`, `assert(a === b)`, `t.false(a.includes(b))` */
function throughTruth(assertion: Assertion, provenance: Provenance): Assertion {
	const wanted = truthWanted(assertion);
	if (wanted === undefined || assertion.part.length > 0) return assertion;
	const statement = statementOf(assertion.actual, provenance);
	if (statement === undefined) return assertion;
	const { actual, expected, relation, negated } = statement;
	return throughTruth({ ...assertion, actual, expected, relation, negated: assertion.negated !== (negated !== !wanted) }, provenance);
}

function truthWanted({ relation, expected }: Assertion): boolean | undefined {
	if (relation === 'truthy' || relation === 'falsy') return relation === 'truthy';
	if (relation !== 'identical' && relation !== 'deep-equal') return undefined;
	return expected?.fact.kind === 'literal' && typeof expected.fact.value === 'boolean' ? expected.fact.value : undefined;
}

/** `a.indexOf(b)` is not -1: `a` has `b` (https://tc39.es/ecma262/#sec-array.prototype.indexof). */
function throughIndex(assertion: Assertion, provenance: Provenance): Assertion {
	const { actual, expected, part } = assertion;
	const call = namedValue(actual);
	if (part.length > 0 || expected?.fact.kind !== 'literal' || call.fact.kind !== 'call') return assertion;
	const { callee, args } = call.fact;
	const [value, ...others] = args;
	if (
		callee.kind !== 'member' ||
		typeof callee.property !== 'string' ||
		!indexMethods.has(callee.property) ||
		value === undefined ||
		others.length > 0
	)
		return assertion;
	if (provenance.roots(at(callee, call)).some(({ kind }) => kind === 'function')) return assertion;
	const { relation, negated } = folded(assertion.relation, assertion.negated);
	const says = found.get(`${relation} ${String(expected.fact.value)}`);
	return says === undefined
		? assertion
		: { ...assertion, relation: 'contains', actual: at(callee.object, call), expected: at(value, call), negated: says === negated };
}

/** What a comparison of an index says: that there is one, or that there is none. */
const found: ReadonlyMap<string, boolean> = new Map([
	['identical -1', false],
	['deep-equal -1', false],
	['less 0', false],
	['less-or-equal -1', false],
	['greater -1', true],
	['greater-or-equal 0', true],
]);

const stringify = parsePattern('JSON.stringify()');

/** Two values as text are compared as the values are. */
function throughText(assertion: Assertion, provenance: Provenance): Assertion {
	const { relation, actual, expected } = assertion;
	if ((relation !== 'identical' && relation !== 'deep-equal') || expected === undefined) return assertion;
	const [one, other] = [stringified(actual, provenance), stringified(expected, provenance)];
	return one === undefined || other === undefined ? assertion : { ...assertion, relation: 'deep-equal', actual: one, expected: other };
}

function stringified(site: Site<Value>, provenance: Provenance): Site<Value> | undefined {
	const named = namedValue(site);
	return named.fact.kind === 'call' ? globalArgument(named, stringify, provenance) : undefined;
}

function globalArgument(site: Site<Value>, pattern: ReturnType<typeof parsePattern>, provenance: Provenance): Site<Value> | undefined {
	const origin = provenance.origins(site).find(({ from }) => from === 'global');
	const match = origin === undefined ? undefined : matchPattern(pattern, origin);
	if (match?.length !== origin?.steps.length || match === undefined) return undefined;
	const call = match.calls.at(-1)?.site;
	const argument = call?.fact.args[0];
	return call === undefined || argument === undefined ? undefined : at(argument, call);
}

/** `x.length` and `spy.callCount` as numbers; a spy's list of calls by its length. */
function throughCount(assertion: Assertion, provenance: Provenance): Assertion {
	const { relation, actual, part } = assertion;
	if (part.length > 0 || !['identical', 'deep-equal', 'length'].includes(relation)) return assertion;
	const use = spyUse(actual, provenance);
	if (use?.tells === (relation === 'length' ? 'calls' : 'count')) return { ...assertion, relation: 'called-times', actual: use.spy };
	const { fact: value } = actual;
	const counts = relation !== 'length' && value.kind === 'member' && (value.property === 'length' || value.property === 'size');
	return counts ? { ...assertion, relation: 'length', actual: at(value.object, actual) } : assertion;
}

const absolute = parsePattern('Math.abs()');

/** `Math.abs(a - b)` is small. */
function throughDistance(assertion: Assertion, provenance: Provenance): Assertion {
	const { relation, negated } = folded(assertion.relation, assertion.negated);
	const less = relation === 'less' || relation === 'less-or-equal';
	const more = relation === 'greater' || relation === 'greater-or-equal';
	const named = namedValue(assertion.actual);
	if ((!less && !more) || named.fact.kind !== 'call') return assertion;
	const distance = globalArgument(named, absolute, provenance);
	const difference = distance === undefined ? undefined : namedValue(distance);
	if (difference?.fact.kind !== 'operation' || difference.fact.operator !== '-') return assertion;
	const [left, right] = difference.fact.operands;
	if (left === undefined || right === undefined) return assertion;
	const tolerance: Tolerance = { value: assertion.expected, unit: 'delta' };
	return {
		...assertion,
		relation: 'close-to',
		negated: negated !== more,
		actual: at(left, difference),
		expected: at(right, difference),
		tolerance,
	};
}

/** `null` and `undefined` are nothing; a pattern matches. */
function throughConstant(assertion: Assertion): Assertion {
	const { relation, expected } = assertion;
	if ((relation === 'identical' || relation === 'deep-equal') && expected !== undefined && isNothing(expected.fact))
		return { ...assertion, relation: 'nothing', expected: undefined };
	if ((relation === 'includes-structure' || relation === 'contains') && expected?.fact.kind === 'regexp')
		return { ...assertion, relation: 'matches' };
	return assertion;
}

function isNothing(value: Value): value is LiteralValue {
	return value.kind === 'literal' && (value.value === null || value.value === undefined);
}
