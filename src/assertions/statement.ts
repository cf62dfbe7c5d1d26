import { predicateRows } from '../knowledge/assertions/predicates.ts';
import type { PredicateRow } from '../knowledge/assertions/row.ts';
import type { Site } from '../project/model.ts';
import { callStep } from '../provenance/walk-value.ts';
import { matchPattern, parsePattern } from '../provenance/pattern.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import type { Call, Value } from '../syntax/facts.ts';
import { type Statement, comparisonOf } from './comparison.ts';
import { handedValue, namedValue } from './constant.ts';
import { literal } from './draft.ts';
import { spyUse } from './spy.ts';
import { listed } from './vocabulary.ts';

/** What it means that an expression is true; undefined where it only means that the value is. */
export function statementOf(site: Site<Value>, provenance: Provenance): Statement | undefined {
	const named = namedValue(handedValue(site));
	const { fact: value } = named;
	switch (value.kind) {
		case 'operation':
			return value.operator === '!' ? negationOf(named, value.operands[0], provenance) : comparisonOf(at(value, named));
		case 'call':
			return spyStatement(named, provenance) ?? predicateOf(at(value, named), provenance);
		case 'member':
			return spyStatement(named, provenance);
		default:
			return undefined;
	}
}

function negationOf(site: Site<Value>, operand: Value | undefined, provenance: Provenance): Statement | undefined {
	if (operand === undefined) return undefined;
	const inner = at(operand, site);
	const statement = statementOf(inner, provenance) ?? {
		actual: inner,
		expected: undefined,
		relation: 'truthy',
		negated: false,
		operator: '!',
	};
	return { ...statement, negated: !statement.negated };
}

/** `spy.calledOnce`, `spy.calledWith(1)`. */
function spyStatement(site: Site<Value>, provenance: Provenance): Statement | undefined {
	const use = spyUse(site, provenance);
	if (use === undefined || use.tells === 'count' || use.tells === 'calls' || use.tells === 'nth') return undefined;
	const operator = site.fact.kind === 'member' && typeof site.fact.property === 'string' ? site.fact.property : use.tells;
	const { spy: actual, tells: relation, negated, times } = use;
	if (times !== undefined) return { actual, expected: at(literal(times, site), site), relation, negated, operator };
	if (site.fact.kind !== 'call' || relation !== 'called-with') return { actual, expected: undefined, relation, negated, operator };
	const { args, start, end } = site.fact;
	return { actual, expected: at({ kind: 'array', elements: args, start, end }, site), relation, negated, operator };
}

const paths = predicateRows.flatMap(row => ('path' in row ? [{ row, packages: listed(row.from), pattern: parsePattern(row.path) }] : []));

function predicateOf(site: Site<Call>, provenance: Provenance): Statement | undefined {
	const roots = provenance.roots(at(site.fact.callee, site));
	for (const root of roots) {
		if (root.kind === 'function') return undefined;
		if (root.kind !== 'origin') continue;
		const origin = { from: root.origin.from, steps: [...root.origin.steps, callStep(site)] };
		const found = paths.find(
			({ packages, pattern }) => packages.includes(origin.from) && matchPattern(pattern, origin)?.length === origin.steps.length,
		);
		if (found !== undefined) return predicated(found.row, site);
	}
	const { callee } = site.fact;
	if (callee.kind !== 'member' || typeof callee.property !== 'string') return undefined;
	const name = callee.property;
	const row = predicateRows.find(each => 'method' in each && each.method.includes(name));
	return row === undefined ? undefined : predicated(row, site);
}

function predicated(row: PredicateRow, site: Site<Call>): Statement | undefined {
	const { args, callee } = site.fact;
	const place = (which: number | 'receiver' | undefined): Site<Value> | undefined => {
		const value =
			which === 'receiver' ? (callee.kind === 'member' ? callee.object : undefined) : which === undefined ? undefined : args[which];
		return value === undefined || value.kind === 'spread' ? undefined : at(value, site);
	};
	const actual = place(row.actual);
	const operator = callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : row.relation;
	return actual === undefined ? undefined : { actual, expected: place(row.expected), relation: row.relation, negated: false, operator };
}
