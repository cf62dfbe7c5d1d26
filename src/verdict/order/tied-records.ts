import { rowsOfCall } from '../../effects/knowing.ts';
import { callsWithin } from '../../effects/stores/made-records.ts';
import { storedTimes } from '../../knowledge/record-words.ts';
import type { ApiRow } from '../../knowledge/row.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { placeOf } from '../../provenance/match.ts';
import { at, property } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { type SortedQuery, sortedQuery } from './sorted-queries.ts';

/** An assertion that counts on the order of rows which the key they are sorted by does not tell apart. */
export interface TiedRecords {
	readonly claim: Claim;
	readonly key: string;
	/** Where the last of those records is stored, 1-based. */
	readonly line: number;
}

/** Rows that a test stores with one value, or in one statement with one time, and then sorts by it. */
export function* tiedRecords(models: Models, scope: Scope): Iterable<TiedRecords> {
	const stores = storesOf(models, scope);
	if (stores.length === 0) return;
	for (const claim of models.assertionsIn(scope)) {
		const before = stores.filter(({ call }) => call.fact.end <= claim.place.start);
		const last = before.at(-1);
		const query =
			last === undefined || claim.retried || claim.negated
				? undefined
				: sortedQuery(models, claim, { from: last.from, call: last.call });
		if (last === undefined || query === undefined || tellsKey(query)) continue;
		const records = before
			.filter(store => store.table !== undefined && store.table === tableOf(query.call))
			.map(({ records: each }) => each);
		const isOfAll = query.origin.steps.some(({ kind }) => kind === 'position');
		if (areTied(models, records, query.key, isOfAll))
			yield { claim, key: query.key, line: lineAt(last.call.module.facts, last.call.fact.start) };
	}
}

interface Store {
	readonly call: Site<Call>;
	readonly from: string;
	/** What its table is called in the code. */
	readonly table: string | undefined;
	/** Undefined where not all of them are written down. */
	readonly records: readonly Site<Value>[] | undefined;
}

/** Calls that store, in the test's own text and in that of the hooks before it. */
function storesOf(models: Models, scope: Scope): readonly Store[] {
	const before = 'hooks' in scope ? scope.hooks.filter(({ phase }) => phase.startsWith('before')).map(({ body }) => body) : [];
	const calls = [...before, scope.body]
		.filter(({ module }) => module === models.module)
		.flatMap(callsWithin)
		.filter(
			({ fact: { callee } }) =>
				callee.kind === 'member' && typeof callee.property === 'string' && models.rows.mayEnd('store', callee.property),
		);
	return calls.flatMap(call =>
		rowsOfCall(models, call)
			.flatMap(({ row, origin }): Store[] =>
				row.effect === 'store' ? [{ call, from: origin.from, table: tableOf(call), records: recordsOf(models, row, call) }] : [],
			)
			.slice(0, 1),
	);
}

/** What a chain of calls begins with: `prisma.note` of `prisma.note.findMany()`, `db('notes')` of `db('notes').select().limit(2)`. */
function tableOf(call: Site<Call>): string | undefined {
	const { callee } = call.fact;
	return identityOf(callee.kind === 'member' ? at(callee.object, call) : call, 'ways');
}

function recordsOf({ provenance }: Models, row: Extract<ApiRow, { readonly effect: 'store' }>, call: Site<Call>): Store['records'] {
	const place = row.data === 'receiver' ? undefined : placeOf(row.data, call);
	const [root, ...others] = place === undefined ? [] : provenance.roots(place.site, place.path);
	if (root?.kind !== 'made' || root.path.length > 0 || others.length > 0) return undefined;
	const { fact } = root.site;
	if (fact.kind === 'array')
		return fact.elements.every(({ kind }) => kind === 'object') ? fact.elements.map(element => at(element, root.site)) : undefined;
	return fact.kind === 'object' ? [root.site] : undefined;
}

/** Whether the assertion looks at nothing but the key: what ties has the same one. */
function tellsKey({ origin, key }: SortedQuery): boolean {
	const last = origin.steps.findLast(step => step.kind === 'property' || step.kind === 'call');
	if (last?.kind === 'property') return last.name === key;
	const [callback] = last?.kind === 'call' ? last.site.fact.args : [];
	if (last?.kind !== 'call' || callback?.kind !== 'function') return false;
	const returns = last.site.module.facts.functions[callback.function]?.returns ?? [];
	return returns.every(({ value }) => value.kind === 'member' && value.property === key);
}

/** Whether two records, or all of them where one is picked, have the same key, as far as the code tells it. */
function areTied(models: Models, statements: readonly Store['records'][], key: string, isOfAll: boolean): boolean {
	if (statements.length === 0 || statements.includes(undefined)) return false;
	const records = statements.flatMap(each => each ?? []);
	const values = records.map(record => valueOf(models, record, key));
	if (values.length < 2 || values.includes(unknown)) return false;
	if (values.every(value => value === missing)) return storedTimes.test(key) && statements.length === 1;
	const different = new Set(values).size;
	return !values.includes(missing) && (isOfAll ? different === 1 : different < values.length);
}

const missing = 'missing';
const unknown = 'unknown';

/** What tells two values of the key apart; two mentions of one variable are the same. */
function valueOf({ provenance }: Models, record: Site<Value>, key: string): string {
	if (record.fact.kind !== 'object') return unknown;
	if (record.fact.entries.some(entry => entry.kind !== 'property' || typeof entry.key !== 'string')) return unknown;
	const entry = record.fact.entries.find(each => each.kind === 'property' && each.key === key);
	if (entry === undefined) return missing;
	const [root, ...others] = provenance.roots(record, [property(key)]);
	if (root?.kind === 'made' && others.length === 0 && root.path.length === 0 && root.site.fact.kind === 'literal')
		return JSON.stringify([typeof root.site.fact.value, String(root.site.fact.value)]);
	return entry.value.kind === 'reference' ? `#${entry.value.binding}` : unknown;
}
