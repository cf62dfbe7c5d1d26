import { generatedKeys } from '../../knowledge/record-words.ts';
import type { ApiRow } from '../../knowledge/row.ts';
import { rowsOfCall } from '../../effects/knowing.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { hasKey, placeOf } from '../../provenance/match.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Span } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { type Batch, answerOf, batchesBehind, batchesIn, bodiesOf, isInLine } from './side-by-side.ts';
import { sortedQuery } from './sorted-queries.ts';
import { storesAround } from './stored-rows.ts';
import { associated, tableName } from './table-names.ts';

type StoreRow = Extract<ApiRow, { readonly effect: 'store' }>;

/** Records that are made at once, and a key that the database gives them as they come. */
export interface RacedRecords {
	readonly place: Span;
	readonly key: string;
}

/** Records that a test, or a hook before it, makes at once, where an assertion after it counts on the order of their keys. */
export function* racedRecords(models: Models, scope: Scope): Iterable<RacedRecords> {
	if (!models.effects.mayStore()) return;
	const asking = [scope, ...testsBehind(models, scope)];
	const own = batchesIn(models, scope);
	for (const batch of [...own, ...batchesBehind(models, scope)]) {
		const stores = storesOf(models, batch);
		if (stores.length < (batch.callback === undefined ? 2 : 1)) continue;
		const [first] = stores;
		const name = first && tableName(first.call);
		const table = own.includes(batch) && first?.inner === false && associated(first.call.fact) === undefined ? undefined : name;
		const isAll = (asker: Scope): boolean =>
			name !== undefined && storesAround(models, asker).every(({ call }) => tableName(call) !== name || isWithin(call, batch.via));
		const open = [...generatedKeys].filter(key => stores.every(store => !isGiven(models, store, key)));
		const keys = asking.flatMap(asker =>
			models
				.assertionsIn(asker)
				.flatMap(claim =>
					claim.retried
						? []
						: [
								keyOfAnswer(models, batch, claim) ??
									sortedQuery(models, claim, { from: first?.from, call: batch.via, table, all: isAll(asker) })?.key,
							],
				),
		);
		const key = keys.find(each => each !== undefined && open.includes(each));
		if (key !== undefined) yield { place: batch.via.fact, key };
	}
}

/** The tests that a hook prepares: what it stores is there when they ask. */
function testsBehind({ tests }: Models, scope: Scope): readonly Scope[] {
	return 'phase' in scope && scope.phase.startsWith('before')
		? tests.filter(({ hooks }) => hooks.some(({ body }) => body.fact === scope.body.fact))
		: [];
}

function isWithin({ module, fact }: Site<Call>, outer: Site<Call>): boolean {
	return module === outer.module && outer.fact.start <= fact.start && fact.end <= outer.fact.end;
}

interface Store {
	readonly row: StoreRow;
	readonly call: Site<Call>;
	readonly from: string;
	/** A function of the project makes it. */
	readonly inner: boolean;
}

/** The calls of a batch that store one record each in the same table. */
export function storesOf(models: Models, { members }: Batch): readonly Store[] {
	const stores = members.flatMap(call => storeAt(models, call, maxDepth) ?? []);
	const names = new Set(stores.map(({ call }) => associated(call.fact) ?? identityOf(at(call.fact.callee, call), 'names')));
	return names.size === 1 && !names.has(undefined) && !stores.some(({ call }) => isInLine(models, call)) ? stores : [];
}

/** How many functions deep a member of a batch is looked through. */
const maxDepth = 2;

/** The record that a call stores, itself or as the only one that a function of the project does. */
function storeAt(models: Models, call: Site<Call>, depth: number): Store | undefined {
	for (const { row, origin } of rowsOfCall(models, call))
		if (row.effect === 'store') return { row, call, from: origin.from, inner: depth < maxDepth };
	const inner =
		depth === 0
			? []
			: bodiesOf(models, call).flatMap(body => body.fact.calls.flatMap(each => storeAt(models, at(each, body), depth - 1) ?? []));
	return inner.length === 1 ? inner[0] : undefined;
}

/** Whether the code says, or may say, what a record that is stored has under a key. */
export function isGiven({ provenance }: Models, { row, call }: Store, key: string): boolean {
	const place = row.data === 'receiver' ? undefined : placeOf(row.data, call);
	if (place === undefined) return row.data === 'receiver' || call.fact.args.length > row.data.argument;
	return provenance.roots(place.site, place.path).some(root => root.kind !== 'made' || hasKey(provenance.roots, root.site, [key]));
}

/** The key of an answer that is held against a number: `expect(first.id).toBe(1)`. */
function keyOfAnswer({ provenance }: Models, batch: Batch, { actual, part, expected, relation, negated }: Claim): string | undefined {
	if (expected === undefined || negated || (relation !== 'identical' && relation !== 'deep-equal')) return undefined;
	const number = staticValue(provenance.roots, expected);
	const [root] = typeof number === 'number' ? provenance.roots(actual, part) : [];
	const last = root === undefined ? undefined : answerOf(batch, root)?.rest.at(-1);
	return last?.kind === 'property' && last.name !== 'created' ? last.name : undefined;
}
