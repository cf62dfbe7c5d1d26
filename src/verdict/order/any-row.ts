import type { ApiRow } from '../../knowledge/row.ts';
import type { Influence } from '../../effects/model.ts';
import { isRepeated } from '../../effects/repetition.ts';
import { rowsOfCall } from '../../effects/knowing.ts';
import { chainOf, valuesInside } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { placeOf } from '../../provenance/match.ts';
import type { Root } from '../../provenance/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Call, ObjectValue, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';

type StoreRow = Extract<ApiRow, { readonly effect: 'store' }>;

/** Whether it does not matter which row an assertion picks by its position: each is to hold the same, or there is no more than one. */
export function isAnyRow(models: Models, scope: Scope, claim: Claim, { picked, joined, call, source }: Influence): boolean {
	if (!picked || joined || call === undefined) return false;
	if (isSaidOfEach(models, scope, claim) || isStoredAlike(models, scope, claim)) return true;
	if (!picksEnd(models, claim)) return false;
	return isSaidToBeOne(models, scope, source.fact) || storesOne(models, scope, call);
}

/** Whether the test says the same of rows at other positions, and nothing else of any. */
function isSaidOfEach(models: Models, scope: Scope, claim: Claim): boolean {
	const own = saidOf(models, claim);
	if (own === undefined) return false;
	const others = models.assertionsIn(scope).flatMap(each => saidOf(models, each) ?? []).filter(({ about, position }) => about === own.about && position !== own.position);
	return others.length > 0 && others.every(({ expects }) => expects === own.expects);
}

/** Which row an assertion picks, what it asks of it, and what it expects. */
function saidOf({ provenance }: Models, { actual, part, relation, negated, expected }: Claim): { readonly about: string; readonly position: number; readonly expects: string } | undefined {
	const [root, ...others] = provenance.roots(actual, part);
	if (root?.kind !== 'origin' || others.length > 0) return undefined;
	const { steps } = root.origin;
	const index = steps.findIndex(({ kind }) => kind === 'position');
	const [picked, query] = [steps[index], steps.slice(0, index).findLast(({ kind }) => kind === 'call')];
	const value = expected === undefined ? '' : staticValue(provenance.roots, expected);
	if (picked?.kind !== 'position' || picked.index === undefined || query?.kind !== 'call' || value === undefined) return undefined;
	const rest = steps.slice(index + 1).map(step => (step.kind === 'property' ? `.${step.name}` : step.kind === 'position' ? `[${step.index ?? ''}]` : step.kind));
	return { about: `${query.site.module.path}:${query.site.fact.start}${rest.join('')}`, position: picked.index, expects: `${relation} ${negated} ${String(value)}` };
}

/** The first or the last: there is one in a list of one. */
function picksEnd({ provenance }: Models, { actual, part }: Claim): boolean {
	return provenance.roots(actual, part).every(root => {
		const last = root.kind === 'origin' ? root.origin.steps.findLast(({ kind }) => kind === 'position') : undefined;
		return last?.kind !== 'position' || last.index === undefined || last.index === 0 || last.index === -1;
	});
}

function isSaidToBeOne(models: Models, scope: Scope, source: Influence['source']['fact']): boolean {
	return models.assertionsIn(scope).some(each => {
		const isOne = each.relation === 'length' && !each.negated && each.expected !== undefined && staticValue(models.provenance.roots, each.expected) === 1;
		return isOne && models.effects.behind(each.actual, [...each.part, { kind: 'element' }, { kind: 'parts' }]).concat(models.effects.behind(each.actual, [...each.part, { kind: 'parts' }])).some(influence => influence.source.fact === source);
	});
}

/** A store in the texts of the test and of the hooks around it. */
interface Stored {
	readonly row: StoreRow;
	readonly call: Site<Call>;
}

function storesAround(models: Models, scope: Scope): readonly Stored[] {
	const bodies = [scope.body, ...('hooks' in scope ? scope.hooks.map(({ body }) => body) : [])].filter(({ module }) => module === models.module || module === scope.body.module);
	const calls = bodies.flatMap(body => functionsWithin(body.module.facts, body.fact).flatMap(each => each.calls.map(call => at(call, body))));
	return calls.flatMap(call => {
		const found = rowsOfCall(models, call).find((each): each is typeof each & { readonly row: StoreRow } => each.row.effect === 'store');
		return found === undefined ? [] : [{ row: found.row, call }];
	});
}

/** Whether all records that are seen to be stored have the same at the column that an assertion looks at; those of other tables have no such column. */
function isStoredAlike(models: Models, scope: Scope, claim: Claim): boolean {
	const column = columnOf(models, claim);
	const stores = column === undefined ? [] : storesAround(models, scope).map(({ row, call }) => ({ table: ownerOf(call), records: recordsOf(models, { row, call }) }));
	const own = stores.filter(({ records }) => records?.some(record => entryOf(record, column) !== undefined));
	const tables = new Set(own.map(({ table }) => table));
	const values = stores.filter(({ table, records }) => records === undefined || tables.has(table)).flatMap(({ records }) =>
		(records ?? [undefined]).map(record => {
			const entry = record === undefined ? undefined : entryOf(record, column);
			return entry === undefined || !isFixed(entry) ? undefined : identityOf(entry, 'ways');
		}),
	);
	return values.length > 1 && values.every(value => value !== undefined && value === values[0]);
}

/** Whether nothing in a value changes from one time to the next: it names constants alone. */
function isFixed({ fact, module: { facts } }: Site<Value>): boolean {
	return valuesInside(fact).every(value => value.kind !== 'reference' || facts.bindings[value.binding]?.definitions.every(({ kind }) => kind === 'value' || kind === 'import') === true);
}

function entryOf(record: Site<ObjectValue>, column: string | undefined): Site<Value> | undefined {
	const entry = record.fact.entries.findLast(each => each.kind === 'spread' || (typeof each.key === 'string' && plainName(each.key) === column));
	return entry?.kind === 'property' ? at(entry.value, record) : undefined;
}

/** The column of the row that is picked: the first name behind the query, or behind the position. */
function columnOf({ provenance }: Models, { actual, part }: Claim): string | undefined {
	const columns = provenance.roots(actual, part).map(root => {
		if (root.kind !== 'origin') return undefined;
		const { steps } = root.origin;
		const behind = steps.slice(steps.findLastIndex(({ kind }) => kind === 'call' || kind === 'position') + 1).find(({ kind }) => kind !== 'await');
		return behind?.kind === 'property' ? plainName(behind.name) : undefined;
	});
	return columns.every(column => column === columns[0]) ? columns[0] : undefined;
}

/** `firstName` and `first_name` are one column. */
function plainName(name: string): string {
	return name.replaceAll('_', '').toLowerCase();
}

/** The records that a store is given, where all of them are written down. */
function recordsOf({ provenance }: Models, { row: { data }, call }: Stored): readonly Site<ObjectValue>[] | undefined {
	const place = data === 'receiver' ? undefined : placeOf(data, call);
	const given = place === undefined ? [] : provenance.roots(place.site, place.path);
	const roots = given.flatMap(root => (root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'array' ? root.site.fact.elements.flatMap(element => provenance.roots(at(element, root.site))) : [root]));
	const records = roots.flatMap(root => (root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'object' ? [at(root.site.fact, root.site)] : []));
	return roots.length > 0 && records.length === roots.length ? records : undefined;
}

/** Where no store is seen, the rows come from elsewhere. */
function storesOne(models: Models, scope: Scope, query: Site<Call>): boolean {
	const stores = storesAround(models, scope).map(stored => storeOf(models, scope, query, stored));
	const own = stores.filter(({ table }) => table !== undefined && table === ownerOf(query));
	if (own.length > 0) return own.length === 1 && own[0]?.many === false;
	const tables = new Set(stores.map(({ table }) => table));
	return stores.length > 0 && tables.size === stores.length && stores.every(({ many }) => !many);
}

function storeOf(models: Models, scope: Scope, query: Site<Call>, { row, call }: Stored): { readonly table: string | undefined; readonly many: boolean } {
	const { fact } = call;
	const around = query.module === call.module ? functionAt(query.module, query.fact.function) : undefined;
	const inner = around !== undefined && around.start <= fact.start && fact.end <= around.end ? around : scope.body.fact;
	return { table: ownerOf(call), many: isRepeated(models, inner, call) || holdsMany(models, row, call, query) };
}

/** Whether what is stored is a list of several, or is not seen. */
function holdsMany(models: Models, { data }: StoreRow, call: Site<Call>, query: Site<Call>): boolean {
	const { provenance } = models;
	if (data === 'receiver') return false;
	const place = placeOf(data, call);
	const roots = place === undefined ? [] : provenance.roots(place.site, place.path);
	return roots.some(root => (root.kind !== 'made' || root.site.fact.kind !== 'object') && !isAskedFor(models, query, root)) && !roots.every(root => root.kind === 'made' && root.site.fact.kind === 'array' && root.site.fact.elements.length === 1);
}

/** Whether a record is an object of a class that the query names: `manager.find(User)`. What it holds may be stored with it, in other tables. */
function isAskedFor({ provenance }: Models, query: Site<Call>, root: Root): boolean {
	if (root.kind !== 'instance') return false;
	for (let call: Value = query.fact; call.kind === 'call'; call = chainOf(call.callee).root) {
		const named = call.args.filter(({ kind }) => kind === 'reference').flatMap(argument => provenance.roots(at(argument, query)));
		if (named.some(each => each.kind === 'class' && each.site.module === root.site.module && each.site.fact === root.site.fact)) return true;
	}
	return false;
}

function ownerOf(call: Site<Call>): string | undefined {
	return call.fact.callee.kind === 'member' ? identityOf(at(call.fact.callee.object, call), 'ways') : undefined;
}
