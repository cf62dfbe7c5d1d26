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

/** The variables by which the steps in the text of a function say that they are over. */
export interface NextOnes {
	/** Those behind which another step comes, or a callback that does more than to end the test. */
	readonly next: ReadonlySet<number>;
	/** Those of last steps, where nothing is left but to end the test by `done`. */
	readonly last: ReadonlySet<number>;
}

export function nextOnes(knowing: Knowing, scope: Site<FunctionFacts>, done: number | undefined): NextOnes {
	const lists = functionsWithin(scope.module.facts, scope.fact).flatMap(fact => fact.calls.filter(({ args }) => args.some(({ kind }) => kind === 'array' || kind === 'object')));
	const [next, last] = [new Set<number>(), new Set<number>()];
	for (const call of lists) {
		const steps = stepsOf(at(call, scope), rowsOfCall(knowing, at(call, scope)));
		for (const [index, { fact }] of steps.entries()) {
			const said = fact.parameters.at(-1)?.binding;
			const kind = index < steps.length - 1 ? next : behind(call);
			if (said !== undefined) kind?.add(said);
		}
	}
	return { next, last };

	/** What comes behind the last step. */
	function behind({ args }: Call): Set<number> | undefined {
		const callback = args.at(-1);
		if (callback?.kind === 'reference') return callback.binding === done ? last : undefined;
		const calls = callback?.kind === 'function' ? functionAt(scope.module, callback.function)?.calls : undefined;
		if (calls === undefined || calls.length === 0) return undefined;
		return calls.every(({ callee }) => callee.kind === 'reference' && callee.binding === done) ? last : next;
	}
}
