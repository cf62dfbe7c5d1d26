import type { Bound } from '../knowledge/row.ts';
import type { Site } from '../project/model.ts';
import type { Call } from '../syntax/facts.ts';
import { placeOf } from './match.ts';
import type { Origin } from './model.ts';
import type { Rows } from './rows.ts';
import { staticValue } from './static-value.ts';
import { callStep } from './walk-value.ts';
import { type Walker, at } from './walker.ts';

/**
 * Whether a call lets the callback that it is handed run beside others that it was handed before, `limit(() => load(user))`, or beside itself for another element,
 * `pMap(users, load)`, where that lets two and more.
 */
export function letsOthersRun(walker: Walker, rows: Rows, call: Site<Call>): 'others' | 'each' | undefined {
	return walker
		.walk(at(call.fact.callee, call), [])
		.flatMap(root => (root.kind === 'origin' && rows.knows(root.origin.from) ? sharing(walker, rows, root.origin, call) : []))[0];
}

/** Whether the callback of a call runs once something from outside has answered, which that of a later call may come before: `readFile(name, (error, text) => …)`. */
export function mayOvertake(walker: Walker, rows: Rows, call: Site<Call>): boolean {
	return walker
		.walk(at(call.fact.callee, call), [])
		.some(
			root =>
				root.kind === 'origin' &&
				rows.knows(root.origin.from) &&
				rows
					.wholeFits({ from: root.origin.from, steps: [...root.origin.steps, callStep(call)] })
					.some(({ row }) => row.effect === 'calls' && row.overtakes === true),
		);
}

function sharing(walker: Walker, rows: Rows, { from, steps }: Origin, call: Site<Call>): readonly ('others' | 'each')[] {
	return rows.wholeFits({ from, steps: [...steps, callStep(call)] }).flatMap(({ row, match }) => {
		if (row.effect !== 'calls' || row.atOnce === undefined) return [];
		const made = typeof row.atOnce === 'number' ? undefined : match.calls[row.atOnce.call ?? 0]?.site;
		const most = typeof row.atOnce === 'number' ? row.atOnce : made === undefined ? undefined : boundAt(walker, row.atOnce, made);
		return most === undefined || most <= 1 ? [] : [row.ofEach === true ? ('each' as const) : ('others' as const)];
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
