import { seriesNames } from '../knowledge/wait-words.ts';
import type { Site } from '../project/model.ts';
import type { RowMatch } from '../provenance/match.ts';
import { at, functionAt } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import { type Knowing, rowsOfCall } from './knowing.ts';

/** The functions of a list that a call is handed to call one by one, or side by side: `series([next => save(next), next => load(next)], done)`. */
export function stepsOf(site: Site<Call>, rows: readonly RowMatch[]): readonly Site<FunctionFacts>[] {
	return listedIn(site.fact, rows)
		.flatMap(value => (value.kind === 'function' ? (functionAt(site.module, value.function) ?? []) : []))
		.map(fact => at(fact, site));
}

/** What stands in such a list: of a package that is known for it, or of a function of the project that is called like one. */
function listedIn({ args, callee }: Call, rows: readonly RowMatch[]): readonly Value[] {
	const row = rows.map(each => each.row).find(each => each.effect === 'calls' && each.each === true);
	const [first] = args;
	const list =
		row?.effect === 'calls' && typeof row.callback === 'number'
			? args[row.callback]
			: callee.kind === 'member' && typeof callee.property === 'string' && seriesNames.has(callee.property) && first?.kind === 'array'
				? first
				: undefined;
	return list === undefined ? [] : membersOf(list);
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
	/** Steps that calls give: `series([start, delay(100), check], done)`. */
	readonly made: readonly { readonly call: Call; readonly isLast: boolean }[];
}

export function nextOnes(knowing: Knowing, scope: Site<FunctionFacts>, done: number | undefined): NextOnes {
	const lists = functionsWithin(scope.module.facts, scope.fact).flatMap(fact =>
		fact.calls.filter(({ args }) => args.some(({ kind }) => kind === 'array' || kind === 'object')),
	);
	const [next, last] = [new Set<number>(), new Set<number>()];
	const made: { call: Call; isLast: boolean }[] = [];
	for (const call of lists) {
		const rows = rowsOfCall(knowing, at(call, scope));
		const steps = stepsOf(at(call, scope), rows);
		for (const value of listedIn(call, rows)) {
			if (value.kind !== 'call') continue;
			const isLast = steps.every(({ fact }) => fact.start < value.start);
			if (!isLast || behind(call) !== undefined) made.push({ call: value, isLast: isLast && behind(call) === last });
		}
		for (const [index, { fact }] of steps.entries()) {
			const said = fact.parameters.at(-1)?.binding;
			const kind = index < steps.length - 1 ? next : behind(call);
			if (said !== undefined) kind?.add(said);
		}
	}
	return { next, last, made };

	/** What comes behind the last step. */
	function behind({ args }: Call): Set<number> | undefined {
		const callback = args.at(-1);
		if (callback?.kind === 'reference') return callback.binding === done ? last : undefined;
		const calls = callback?.kind === 'function' ? functionAt(scope.module, callback.function)?.calls : undefined;
		if (calls === undefined || calls.length === 0) return undefined;
		return calls.every(({ callee }) => callee.kind === 'reference' && callee.binding === done) ? last : next;
	}
}
