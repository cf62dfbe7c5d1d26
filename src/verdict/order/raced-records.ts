import { generatedKeys, sorting, directions } from '../../knowledge/record-words.ts';
import type { ApiRow } from '../../knowledge/row.ts';
import { orderedParts } from '../../assertions/order.ts';
import { rowsOfCall } from '../../effects/knowing.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { hasKey, placeOf, textOf } from '../../provenance/match.ts';
import type { Origin } from '../../provenance/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Span, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { type Batch, answerOf, batchesIn, isInLine } from './side-by-side.ts';

type StoreRow = Extract<ApiRow, { readonly effect: 'store' }>;

/** Records that are made at once, and a key that the database gives them as they come. */
export interface RacedRecords {
	readonly place: Span;
	readonly key: string;
}

/** Records that a test makes at once, where an assertion after it counts on the order of their keys. */
export function* racedRecords(models: Models, scope: Scope): Iterable<RacedRecords> {
	for (const batch of batchesIn(models, scope)) {
		const stores = storesOf(models, batch);
		if (stores.length < (batch.callback === undefined ? 2 : 1)) continue;
		const open = [...generatedKeys].filter(key => stores.every(store => !isGiven(models, store, key)));
		const keys = models.assertionsIn(scope).flatMap(claim => (claim.retried ? [] : [keyOfAnswer(models, batch, claim) ?? keyOfOrder(models, batch, stores, claim)]));
		const key = keys.find(each => each !== undefined && open.includes(each));
		if (key !== undefined) yield { place: batch.call.fact, key };
	}
}

interface Store {
	readonly row: StoreRow;
	readonly call: Site<Call>;
	readonly from: string;
}

/** The calls of a batch that store one record each in the same table. */
function storesOf(models: Models, { members }: Batch): readonly Store[] {
	const stores = members.flatMap(call => rowsOfCall(models, call).flatMap(({ row, origin }): Store[] => (row.effect === 'store' ? [{ row, call, from: origin.from }] : [])).slice(0, 1));
	const names = new Set(stores.map(({ call }) => identityOf(at(call.fact.callee, call), 'names')));
	return names.size === 1 && !names.has(undefined) && !stores.some(({ call }) => isInLine(models, call)) ? stores : [];
}

function isGiven({ provenance }: Models, { row, call }: Store, key: string): boolean {
	const place = row.data === 'receiver' ? undefined : placeOf(row.data, call);
	if (place === undefined) return true;
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

/** The key that a query sorts by, one of whose rows is picked by its position, or all of which are compared in order. */
function keyOfOrder(models: Models, { call }: Batch, [store]: readonly Store[], claim: Claim): string | undefined {
	const picks = (origin: Origin): boolean => origin.steps.some(step => step.kind === 'position') || orderedParts(claim, models.provenance).length > 0;
	for (const root of models.provenance.roots(claim.actual, claim.part)) {
		if (root.kind !== 'origin' || root.sorted === true || root.origin.from !== store?.from || isSortedAfter(root.origin) || !picks(root.origin)) continue;
		const calls = root.origin.steps.flatMap(step => (step.kind === 'call' && step.site.module === call.module && step.site.fact.start > call.fact.start && step.site.fact !== call.fact ? [step.site] : []));
		if (calls.some(each => isFiltered(models, each)) || root.origin.steps.some(step => step.kind === 'property' && /where$/i.test(step.name))) continue;
		const [key, ...more] = calls.flatMap(each => sortedBy(models, each));
		if (key !== undefined && more.length === 0) return key;
	}
	return undefined;
}

/** Of the records that a condition leaves, one may be what was made before. */
function isFiltered({ provenance }: Models, { fact, ...place }: Site<Call>): boolean {
	const names = fact.args.flatMap(each => [...valuesInside(each)]).flatMap(each => (each.kind === 'object' ? each.entries.flatMap(entry => (entry.kind === 'property' ? [entry.key] : [])) : []));
	const [first] = fact.args;
	const text = first === undefined || first.kind === 'function' || first.kind === 'object' ? undefined : textOf(provenance.roots, { ...place, fact: first });
	return names.includes('where') || /\bwhere\b/i.test(text ?? '');
}

/** By the list's own method: that of a query is handed what to sort by, and no function. */
function isSortedAfter({ steps }: Origin): boolean {
	return steps.some((step, index) => {
		const next = steps[index + 1];
		const isSort = step.kind === 'property' && (step.name === 'sort' || step.name === 'toSorted') && next?.kind === 'call';
		return isSort && (next.site.fact.args.length === 0 || next.site.fact.args[0]?.kind === 'function');
	});
}

/** The names that a query is sorted by, as far as they are written down. */
function sortedBy({ provenance }: Models, { fact, ...place }: Site<Call>): readonly string[] {
	const isSorting = fact.callee.kind === 'member' && typeof fact.callee.property === 'string' && sorting.has(fact.callee.property);
	const written = isSorting ? fact.args : fact.args.flatMap(each => [...valuesInside(each)]).flatMap(each => (each.kind === 'object' ? each.entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key === 'string' && sorting.has(entry.key) ? [entry.value] : [])) : []));
	const [first] = fact.args;
	const text = first === undefined || first.kind === 'function' || first.kind === 'object' ? undefined : textOf(provenance.roots, { ...place, fact: first });
	const inText = /\border\s+by\s+([\w.,\s"`]+)/i.exec(text ?? '')?.[1]?.split(',') ?? [];
	return [...written.flatMap(each => [...valuesInside(each)].flatMap(namesOf)), ...inText].map(bare).filter(name => name !== '' && !directions.test(name));
}

function namesOf(value: Value): readonly string[] {
	if (value.kind === 'literal') return typeof value.value === 'string' ? [value.value] : [];
	if (value.kind === 'member') return typeof value.property === 'string' ? [value.property] : [];
	return value.kind === 'object' ? value.entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key === 'string' ? [entry.key] : ['?'])) : [];
}

/** A column without its table, its quotes and its direction. */
function bare(name: string): string {
	return name.trim().replace(/\s+(?:asc|desc)\b.*$/i, '').replace(/^[-+]/, '').replace(/["`]/g, '').split('.').at(-1) ?? '';
}
