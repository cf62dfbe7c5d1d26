import type { TableUse } from '../../effects/stores/tables.ts';
import { chainOf } from '../../effects/value-parts.ts';
import { witnessOf } from '../../effects/witness.ts';
import type { Site } from '../../project/model.ts';
import { textOf } from '../../provenance/text-of.ts';
import { at } from '../../provenance/walker.ts';
import { touchedTables } from '../../syntax/sql-emptied.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models } from '../models.ts';
import type { ScopeUse } from './table-uses.ts';

/**
 * What tests that run at once do to tables by SQL in their own text, through something that the file has outside of them, whatever that is: the tests
 * of the file have one of it.
 */
export function writtenTables(models: Models): ScopeUse[] {
	return models.tests
		.filter(
			({ concurrency, body, modifiers }) =>
				concurrency !== 'none' && body.module === models.module && !modifiers.has('skip') && !modifiers.has('todo'),
		)
		.flatMap(scope => {
			const { body } = scope;
			const calls = functionsWithin(body.module.facts, body.fact).flatMap(inside => inside.calls.map(call => at(call, body)));
			return calls.flatMap(call => usesOf(models, body, call)).map(use => ({ use, scope, place: models.placeIn(scope, use.site) }));
		});
}

function usesOf({ provenance }: Models, body: Site<FunctionFacts>, call: Site<Call>): readonly TableUse[] {
	const [first] = call.fact.args;
	const through = first === undefined || first.kind === 'function' || first.kind === 'object' ? undefined : sharedCallee(body, call);
	if (first === undefined || through === undefined) return [];
	const touched = touchedTables(textOf(provenance.roots, at(first, call)) ?? '');
	return touched.map(({ table, act }) => ({
		act,
		table,
		database: 'memory',
		client: `${through.binding} ${through.holder}`,
		site: call.fact,
		witness: witnessOf(through.name, call),
	}));
}

/** What a call is made on, or the function that is called, where a variable outside of the test holds it. */
function sharedCallee(
	{ module: { facts }, fact: test }: Site<FunctionFacts>,
	{ fact: { callee } }: Site<Call>,
): { readonly binding: number; readonly holder: string; readonly name: string } | undefined {
	const { root, path } = chainOf(callee);
	const binding = root.kind === 'reference' ? facts.bindings[root.binding] : undefined;
	if (
		root.kind !== 'reference' ||
		binding === undefined ||
		binding.kind === 'parameter' ||
		(binding.start >= test.start && binding.start < test.end)
	)
		return undefined;
	return { binding: root.binding, holder: path.slice(0, -1).join('.'), name: [binding.name, ...path].join('.') };
}
