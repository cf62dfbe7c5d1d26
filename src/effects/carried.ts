import type { FlowRow } from '../knowledge/row.ts';
import type { Site } from '../project/model.ts';
import { dotted, type RowMatch } from '../provenance/match.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';

/** What the result of a pure function is made from. */
export function carriedBy({ call }: RowMatch, { carries }: FlowRow): readonly Site<Value>[] {
	if (call === undefined) return [];
	const { callee, args } = call.fact;
	const receiver = callee.kind === 'member' ? [callee.object] : [];
	return carries
		.flatMap(each => (each === 'receiver' ? receiver : each === 'all' ? args : args.slice(each, each + 1)))
		.map(value => at(value, call));
}

/** The value whose text something is: `JSON.stringify(value)`. */
export function writtenAs(provenance: Provenance, text: Site<Value>): Site<Value> | undefined {
	const [origin, ...others] = provenance.origins(text);
	const last = origin?.steps.at(-1);
	if (origin?.from !== 'global' || others.length > 0 || last?.kind !== 'call' || dotted(origin) !== 'JSON.stringify') return undefined;
	const [value] = last.site.fact.args;
	return value === undefined ? undefined : at(value, last.site);
}
