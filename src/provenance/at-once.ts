import type { Bound } from '../knowledge/row.ts';
import type { Site } from '../project/model.ts';
import type { Call } from '../syntax/facts.ts';
import { placeOf } from './match.ts';
import type { Origin } from './model.ts';
import type { Rows } from './rows.ts';
import { staticValue } from './static-value.ts';
import { callStep } from './walk-value.ts';
import { type Walker, at } from './walker.ts';

/** Whether a call lets the callback that it is handed run beside others that it was handed before: `limit(() => load(user))`, where that lets two and more. */
export function letsOthersRun(walker: Walker, rows: Rows, call: Site<Call>): boolean {
	return walker
		.walk(at(call.fact.callee, call), [])
		.some(root => root.kind === 'origin' && rows.knows(root.origin.from) && isShared(walker, rows, root.origin, call));
}

function isShared(walker: Walker, rows: Rows, { from, steps }: Origin, call: Site<Call>): boolean {
	return rows.wholeFits({ from, steps: [...steps, callStep(call)] }).some(({ row, match }) => {
		if (row.effect !== 'calls' || row.atOnce === undefined) return false;
		const made = typeof row.atOnce === 'number' ? undefined : match.calls[row.atOnce.call ?? 0]?.site;
		const most = typeof row.atOnce === 'number' ? row.atOnce : made === undefined ? undefined : boundAt(walker, row.atOnce, made);
		return most !== undefined && most > 1;
	});
}

/** The number at the first of the places where there is anything; undefined where that is not told. */
function boundAt(walker: Walker, { at: places, standard }: Exclude<Bound, number>, call: Site<Call>): number | undefined {
	const ask = walker.walk.bind(walker);
	for (const each of places) {
		const place = placeOf(each, call);
		if (place === undefined) continue;
		const value = staticValue((site, path = []) => ask(site, path), place.site, place.path);
		if (typeof value === 'number') return value;
		const isLeftOut = place.path.length > 0 && place.site.fact.kind === 'literal';
		if (!isLeftOut && place.site.fact.kind !== 'object') return undefined;
	}
	return standard;
}
