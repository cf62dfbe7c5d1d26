import { rowsOfCall } from '../../effects/knowing.ts';
import { isRepeated } from '../../effects/repetition.ts';
import { chainOf } from '../../effects/value-parts.ts';
import { removing } from '../../knowledge/record-words.ts';
import type { ApiRow } from '../../knowledge/row.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { placeOf } from '../../provenance/match.ts';
import type { Root } from '../../provenance/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Call, ObjectValue, Span, Value } from '../../syntax/facts.ts';
import type { Models, Scope } from '../models.ts';

type StoreRow = Extract<ApiRow, { readonly effect: 'store' }>;

/** A store in the texts of the test and of the hooks around it. */
export interface Stored {
	readonly row: StoreRow;
	readonly call: Site<Call>;
}

export function storesAround(models: Models, scope: Scope): readonly Stored[] {
	const bodies = [scope.body, ...('hooks' in scope ? scope.hooks.map(({ body }) => body) : [])].filter(
		({ module }) => module === models.module || module === scope.body.module,
	);
	const calls = bodies.flatMap(body =>
		functionsWithin(body.module.facts, body.fact).flatMap(each => each.calls.map(call => at(call, body))),
	);
	return calls.flatMap(call => {
		const found = rowsOfCall(models, call).find(
			(each): each is typeof each & { readonly row: StoreRow } => each.row.effect === 'store',
		);
		return found === undefined ? [] : [{ row: found.row, call }];
	});
}

/** The records that a store is given, where all of them are written down. */
export function recordsOf({ provenance }: Models, { row: { data }, call }: Stored): readonly Site<ObjectValue>[] | undefined {
	const place = data === 'receiver' ? undefined : placeOf(data, call);
	const given = place === undefined ? [] : provenance.roots(place.site, place.path);
	const roots = given.flatMap(root =>
		root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'array'
			? root.site.fact.elements.flatMap(element => provenance.roots(at(element, root.site)))
			: [root],
	);
	const records = roots.flatMap(root =>
		root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'object' ? [at(root.site.fact, root.site)] : [],
	);
	return roots.length > 0 && records.length === roots.length ? records : undefined;
}

/** Where no store is seen, the rows come from elsewhere. */
export function storesOne(models: Models, scope: Scope, query: Site<Call>): boolean {
	const stores = storesAround(models, scope).map(stored => storeOf(models, scope, query, stored));
	const own = stores.filter(({ table }) => table !== undefined && table === ownerOf(query));
	if (own.length > 0) return own.length === 1 && own[0]?.many === false;
	const tables = new Set(stores.map(({ table }) => table));
	return stores.length > 0 && tables.size === stores.length && stores.every(({ many }) => !many);
}

function storeOf(
	models: Models,
	scope: Scope,
	query: Site<Call>,
	{ row, call }: Stored,
): { readonly table: string | undefined; readonly many: boolean } {
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
	return (
		roots.some(root => (root.kind !== 'made' || root.site.fact.kind !== 'object') && !isAskedFor(models, query, root)) &&
		!roots.every(root => root.kind === 'made' && root.site.fact.kind === 'array' && root.site.fact.elements.length === 1)
	);
}

/** Whether a record is an object of a class that the query names: `manager.find(User)`. What it holds may be stored with it, in other tables. */
function isAskedFor({ provenance }: Models, query: Site<Call>, root: Root): boolean {
	if (root.kind !== 'instance') return false;
	for (let call: Value = query.fact; call.kind === 'call'; call = chainOf(call.callee).root) {
		const named = call.args.filter(({ kind }) => kind === 'reference').flatMap(argument => provenance.roots(at(argument, query)));
		if (named.some(each => each.kind === 'class' && each.site.module === root.site.module && each.site.fact === root.site.fact))
			return true;
	}
	return false;
}

export function ownerOf(call: Site<Call>): string | undefined {
	return call.fact.callee.kind === 'member' ? identityOf(at(call.fact.callee.object, call), 'ways') : undefined;
}

/** Whether the test, or a hook before it, puts several records into the table that a query asks for all it has, and takes none away before a claim. */
export function storesSeveral(models: Models, scope: Scope, query: Site<Call>, claim: Span): boolean {
	const named = entityOf(models, query);
	const own = storesAround(models, scope).filter(
		({ call }) =>
			ownerOf(call) !== undefined &&
			ownerOf(call) === ownerOf(query) &&
			isBefore(call, scope, claim) &&
			entityOf(models, call) === named,
	);
	const count = own.reduce((sum, stored) => sum + howMany(models, scope, stored), 0);
	return count > 1 && !own.some(({ call }) => removesAfter(call, claim));
}

/** What is stored by a hook is there before each test. */
function isBefore({ module, fact }: Site<Call>, { body }: Scope, claim: Span): boolean {
	const isOwn = module === body.module && body.fact.start <= fact.start && fact.end <= body.fact.end;
	return !isOwn || fact.end <= claim.start;
}

/** The class, or its name, that a call says it is about beside what it is called on: `manager.find(User)`. */
function entityOf(
	{ provenance }: Models,
	{
		fact: {
			args: [first],
		},
		...place
	}: Site<Call>,
): string | undefined {
	if (first === undefined) return undefined;
	if (first.kind === 'literal') return typeof first.value === 'string' ? first.value : undefined;
	const root = first.kind === 'reference' ? provenance.roots(at(first, place)).find(({ kind }) => kind === 'class') : undefined;
	return root?.kind === 'class' && root.path.length === 0 ? `${root.site.module.path} ${root.site.fact}` : undefined;
}

function howMany(models: Models, scope: Scope, stored: Stored): number {
	return isRepeated(models, scope.body.fact, stored.call) ? 2 : (recordsOf(models, stored)?.length ?? 1);
}

function removesAfter({ module, fact }: Site<Call>, claim: Span): boolean {
	const around = functionAt(module, fact.function);
	const calls = around === undefined ? [] : functionsWithin(module.facts, around).flatMap(each => each.calls);
	return calls.some(
		({ callee, start }) =>
			start > fact.end &&
			start < claim.start &&
			callee.kind === 'member' &&
			typeof callee.property === 'string' &&
			removing.test(callee.property),
	);
}
