import type { Site } from '../project/model.ts';
import { type RowMatch, hasKey, placeOf } from '../provenance/match.ts';
import type { Origin } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { isCertain } from './certainty.ts';
import { type DeedOptions, deedsIn } from './deeds.ts';
import type { Reached, RowOf } from './model.ts';

/** Something that is slow on purpose, at a cost that the code tells. */
export interface Expense extends Reached {
	readonly row: RowOf<'expensive'>;
	readonly cost: number;
	/** Where the number is written; undefined for the library's own. */
	readonly written: Site<Value> | undefined;
	readonly api: Origin;
	readonly call: Site<Call>;
}

/** What running a function does slowly on purpose, in source order. What a function of the project does only under a condition is left out, and so is a cost that nobody can tell. */
export function expensesIn(options: DeedOptions, scope: Site<FunctionFacts>): Expense[] {
	return deedsIn(options, scope, 'expensive').flatMap(deed => {
		if (deed.kind !== 'expensive' || !isCertain(deed.call, 'guards')) return [];
		const { match, call, site, witness } = deed;
		const told = costOf(match, call, options.provenance);
		return told === undefined ? [] : [{ row: match.row, ...told, api: match.origin, call, site, witness }];
	});
}

function costOf(
	{ row }: RowMatch<RowOf<'expensive'>>,
	call: Site<Call>,
	{ roots }: Provenance,
): Pick<Expense, 'cost' | 'written'> | undefined {
	if (call.fact.args.some(({ kind }) => kind === 'spread')) return undefined;
	for (const place of row.cost) {
		const found = placeOf(place, call);
		if (found === undefined) continue;
		const cost = staticValue(roots, found.site, found.path);
		const [root] = roots(found.site, found.path);
		if (typeof cost === 'number') return { cost, written: root?.kind === 'made' ? root.site : undefined };
		if (place.key === undefined ? !isLeftOut(found.site, roots) : hasKey(roots, found.site, place.key.split('.'))) return undefined;
	}
	return row.standard === undefined ? undefined : { cost: row.standard, written: undefined };
}

/** `undefined`, or the callback where a number may stand before it. */
function isLeftOut(site: Site<Value>, roots: Provenance['roots']): boolean {
	return roots(site).every(
		root =>
			(root.kind === 'function' && root.path.length === 0) ||
			(root.kind === 'made' && root.site.fact.kind === 'literal' && root.site.fact.value === undefined),
	);
}
