import type { Site } from '../project/model.ts';
import type { RowMatch } from '../provenance/match.ts';
import type { Gathering, Origin, Root } from '../provenance/model.ts';
import { isSortedFor } from '../provenance/sorted-places.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { holds } from '../syntax/spans.ts';
import { apiName } from './api-name.ts';
import type { Influence, RowOf, SourceKind } from './model.ts';
import { witnessOf } from './witness.ts';

/** What an API that a row knows brings in. */
export function influenceOf(found: RowMatch<RowOf<SourceKind>>, place: Site<Value>): Influence {
	const api = apiName(found.origin, found.match);
	const source: Site<Value> = found.call ?? place;
	const picked = found.row.effect === 'order' && found.row.yields === 'pick';
	const origin: Origin = { from: found.origin.from, steps: found.origin.steps.slice(0, found.match.length) };
	return {
		kind: found.row.effect,
		row: found.row,
		api,
		origin,
		source,
		call: found.call,
		witness: witnessOf(api, source),
		picked,
		joined: false,
		narrowed: found.narrowed,
	};
}

/** The order in which callbacks that overlap add to a list. */
export function overlappingOrder(call: Gathering['call']): Influence {
	const method = call.fact.callee.kind === 'member' && typeof call.fact.callee.property === 'string' ? call.fact.callee.property : 'push';
	return influenceOfCall('order', `${method} in callbacks that overlap`, call);
}

/** What a call brings in that no row speaks of. */
export function influenceOfCall(kind: Influence['kind'], api: string, call: Site<Call>): Influence {
	return {
		kind,
		row: undefined,
		api,
		origin: undefined,
		source: call,
		call,
		witness: witnessOf(api, call),
		picked: false,
		joined: false,
		narrowed: false,
	};
}

export const isClock = ({ kind }: Pick<Influence, 'kind'>): boolean => kind === 'clock';

/** Each influence once. */
export function distinct(influences: readonly Influence[]): readonly Influence[] {
	return influences.filter(
		(influence, index) =>
			influences.findIndex(
				other =>
					other.kind === influence.kind &&
					other.source.fact === influence.source.fact &&
					other.source.frame === influence.source.frame &&
					other.picked === influence.picked &&
					other.measured === influence.measured,
			) === index,
	);
}

/** What is behind something that a component puts in its place later comes later too. */
export function putLater({ later }: Root, influences: Influence[]): Influence[] {
	return later === undefined ? influences : influences.map(influence => ({ ...influence, later: influence.later ?? later }));
}

/** What is left of what is behind a list, where it may be sorted before `asked` asks for it. */
export function inOrder(root: Root, influences: Influence[], asked: Site<Value> | undefined): Influence[] {
	return isSortedFor(root, asked) ? influences.filter(({ kind }) => kind !== 'order') : influences;
}

/** One of several, picked by its position. */
export function isPicked({ kind, picked, joined }: Influence): boolean {
	return kind === 'order' && picked && !joined;
}

/** What a callback gives for an element of a list; what it has from outside is the same for each element. */
export function madeForElement(influence: Influence, { module, fact }: Site<FunctionFacts>, element: number | undefined): Influence {
	if (element === undefined || influence.element !== undefined) return influence;
	for (let site: Site<Value> | undefined = influence.source; site !== undefined; site = site.frame?.call) {
		if (site.module === module && holds(fact, site.fact)) return { ...influence, element };
	}
	return influence;
}
