import { queries } from '../knowledge/query-words.ts';
import type { Provenance } from '../provenance/provenance.ts';
import type { Rows } from '../provenance/rows.ts';
import { at } from '../provenance/walker.ts';
import type { Call, Value } from '../syntax/facts.ts';
import type { Assertion } from './model.ts';

/**
 * Whether an assertion may be made again and again until it holds: making it changes nothing, and what it looks at may change
 * meanwhile. Calls of which neither is known count as changes.
 */
export function isRepeatable({ site, actual, retried }: Assertion, provenance: Provenance, rows: Rows): boolean {
	if (retried || site.fact.kind !== 'call' || isSettled(actual.fact, actual.module.facts.bindings)) return false;
	const { start, end } = site.fact;
	const made = site.module.facts.functions.flatMap(each =>
		each.end < start || each.start > end ? [] : each.calls.filter(call => call.start > start && call.end <= end),
	);
	return made.every(
		call =>
			isReading(call) || provenance.origins(at(call.callee, site)).some(({ from, steps }) => from === 'global' && isPure(steps[0])),
	);

	function isReading({ callee, form }: Call): boolean {
		if (form === 'new' || callee.kind !== 'member' || typeof callee.property !== 'string') return false;
		if (callee.object.kind === 'reference' || callee.object.kind === 'global') {
			const name = callee.object.kind === 'global' ? callee.object.name : site.module.facts.bindings[callee.object.binding]?.name;
			if (name === 'expect') return true;
		}
		const method = rows.method(callee.property);
		return queries.test(callee.property) || (method !== undefined && method.mutates === undefined);
	}
}

function isPure(step: { readonly kind: string; readonly name?: string } | undefined): boolean {
	return (
		step?.kind === 'property' &&
		step.name !== undefined &&
		['Object', 'Array', 'JSON', 'String', 'Number', 'Boolean', 'Math'].includes(step.name)
	);
}

/** A constant that was given a result once: it is the same however often it is looked at. */
function isSettled(value: Value, bindings: Assertion['site']['module']['facts']['bindings']): boolean {
	if (value.kind === 'literal') return true;
	const binding = value.kind === 'reference' ? bindings[value.binding] : undefined;
	if (binding?.kind !== 'const') return false;
	return binding.definitions.every(
		each => each.kind === 'value' && ['await', 'literal', 'operation', 'template'].includes(each.value.kind),
	);
}
