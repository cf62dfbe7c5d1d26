import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';

const sorts: ReadonlySet<string> = new Set(['sort', 'toSorted']);

/** Generators that decide how a list is sorted: `sort(() => Math.random() - 0.5)`. */
export function shufflersOf(call: Site<Call>, knowing: Knowing): Site<Call>[] {
	const { callee, args } = call.fact;
	const [compare] = args;
	if (callee.kind !== 'member' || typeof callee.property !== 'string' || !sorts.has(callee.property) || compare?.kind !== 'function')
		return [];
	const body = call.module.facts.functions[compare.function];
	return (body?.returns ?? [])
		.flatMap(({ value }) => operandsOf(value).flatMap(each => (each.kind === 'call' ? [at(each, call)] : [])))
		.filter(each => rowsOfCall(knowing, each).some(({ row }) => row.effect === 'draw'));
}

function operandsOf(value: Value): readonly Value[] {
	return value.kind === 'operation' ? value.operands : [value];
}
