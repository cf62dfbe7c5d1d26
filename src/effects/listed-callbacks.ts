import type { Site } from '../project/model.ts';
import type { RowMatch } from '../provenance/match.ts';
import { at, functionAt } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { type Knowing, rowsOfCall } from './timer-promise.ts';

/** The functions of a list that a call is handed to call one by one, or side by side: `series([next => save(next), next => load(next)], done)`. */
export function stepsOf(site: Site<Call>, rows: readonly RowMatch[]): readonly Site<FunctionFacts>[] {
	const row = rows.map(each => each.row).find(each => each.effect === 'calls' && each.each === true);
	const list = row?.effect === 'calls' && typeof row.callback === 'number' ? site.fact.args[row.callback] : undefined;
	return list === undefined ? [] : membersOf(list).flatMap(value => (value.kind === 'function' ? (functionAt(site.module, value.function) ?? []) : [])).map(fact => at(fact, site));
}

function membersOf(list: Value): readonly Value[] {
	if (list.kind === 'array') return list.elements;
	return list.kind === 'object' ? list.entries.map(({ value }) => value) : [];
}

/** The variables by which the steps in the text of a function say that they are over, those behind which no other step comes left out. */
export function nextOnes(knowing: Knowing, scope: Site<FunctionFacts>): ReadonlySet<number> {
	const calls = functionsWithin(scope.module.facts, scope.fact).flatMap(fact => fact.calls.filter(({ args }) => args.some(({ kind }) => kind === 'array' || kind === 'object')));
	const steps = calls.flatMap(call => stepsOf(at(call, scope), rowsOfCall(knowing, at(call, scope))).slice(0, -1));
	return new Set(steps.flatMap(({ fact }) => fact.parameters.at(-1)?.binding ?? []));
}
