import { emptyingMethods } from '../../knowledge/unique-columns.ts';
import type { Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import { textOf } from '../../provenance/text-of.ts';
import { at, seenThrough } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { calledBy } from '../called-bodies.ts';
import type { Knowing } from '../knowing.ts';

/** Functions entered for one question. */
const budget = 60;

/** A function that nobody can see, by its name: `resetDb`, `truncateAllTables`, `cleanUpDatabase`. */
const named =
	/^(reset|clear|clean|cleanup|truncate|empty|wipe|flush|purge|drop|delete|remove|rollback)(up)?(all|the|test)*(db|database|tables?|data|collections?|schema|repositories|entities|models|store|transaction)s?$/i;
const statement = /\b(truncate|delete\s+from|drop\s+(table|schema|database)|rollback)\b/i;

/**
 * Whether running the function may take the records of the tables away. In doubt it does: of what is waited for, a name is enough.
 */
export function emptiesTables(knowing: Knowing, site: Site<FunctionFacts>): boolean {
	const seen = new Set<FunctionFacts>();
	const empties = (body: Site<FunctionFacts>): boolean => {
		if (seen.has(body.fact) || seen.size > budget) return false;
		seen.add(body.fact);
		const nested = functionsWithin(body.module.facts, body.fact);
		return nested.some(({ calls }) =>
			calls.some(call => isEmptying(knowing, at(call, body)) || bodiesOf(knowing, at(call, body)).some(empties)),
		);
	};
	return empties(site);
}

function isEmptying({ provenance }: Knowing, call: Site<Call>): boolean {
	const { callee, args, usage } = call.fact;
	const name = nameOf(callee, call);
	if (name !== undefined && named.test(name)) return true;
	if (name !== undefined && emptyingMethods.includes(name) && callee.kind === 'member' && usage !== 'discarded') return true;
	return args
		.slice(0, 1)
		.some(
			argument =>
				argument.kind !== 'function' &&
				argument.kind !== 'object' &&
				statement.test(textOf(provenance.roots, at(argument, call)) ?? ''),
		);
}

function nameOf(callee: Value, { module }: Site<unknown>): string | undefined {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? callee.property : undefined;
	return callee.kind === 'reference' ? module.facts.bindings[callee.binding]?.word : undefined;
}

function bodiesOf({ provenance }: Knowing, call: Site<Call>): Site<FunctionFacts>[] {
	return provenance.roots(at(call.fact.callee, call)).flatMap(root => {
		const body = calledBy(root);
		const frame = body === undefined ? undefined : entered(body, call, root.kind === 'function' ? root.receiver : undefined);
		return body === undefined || frame === undefined ? [] : [seenThrough(body, frame)];
	});
}
