import type { ApiRow } from '../knowledge/row.ts';
import type { Influence } from '../effects/model.ts';
import { isRepeated } from '../effects/repetition.ts';
import { rowsOfCall } from '../effects/timer-promise.ts';
import { chainOf } from '../effects/value-parts.ts';
import type { Site } from '../project/model.ts';
import { identityOf } from '../provenance/identity.ts';
import { placeOf } from '../provenance/match.ts';
import type { Root } from '../provenance/model.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at, functionAt } from '../provenance/walker.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import type { Call, Value } from '../syntax/facts.ts';
import type { Claim, Models, Scope } from './models.ts';

type StoreRow = Extract<ApiRow, { readonly effect: 'store' }>;

/** Whether it does not matter which row an assertion picks by its position: each is to hold the same, or there is no more than one. */
export function isAnyRow(models: Models, scope: Scope, claim: Claim, { picked, joined, call, source }: Influence): boolean {
	if (!picked || joined || call === undefined) return false;
	if (isSaidOfEach(models, scope, claim)) return true;
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

/** By the stores in the texts of the test and of the hooks around it; where none is seen, the rows come from elsewhere. */
function storesOne(models: Models, scope: Scope, query: Site<Call>): boolean {
	const bodies = [scope.body, ...('hooks' in scope ? scope.hooks.map(({ body }) => body) : [])].filter(({ module }) => module === models.module || module === scope.body.module);
	const calls = bodies.flatMap(body => functionsWithin(body.module.facts, body.fact).flatMap(each => each.calls.map(call => at(call, body))));
	const stores = calls.flatMap(call => storeOf(models, scope, query, call) ?? []);
	const own = stores.filter(({ table }) => table !== undefined && table === ownerOf(query));
	if (own.length > 0) return own.length === 1 && own[0]?.many === false;
	const tables = new Set(stores.map(({ table }) => table));
	return stores.length > 0 && tables.size === stores.length && stores.every(({ many }) => !many);
}

function storeOf(models: Models, scope: Scope, query: Site<Call>, call: Site<Call>): { readonly table: string | undefined; readonly many: boolean } | undefined {
	const found = rowsOfCall(models, call).find((each): each is typeof each & { readonly row: StoreRow } => each.row.effect === 'store');
	if (found === undefined) return undefined;
	const { module, fact } = call;
	const around = query.module === module ? functionAt(query.module, query.fact.function) : undefined;
	const inner = around !== undefined && around.start <= fact.start && fact.end <= around.end ? around : scope.body.fact;
	return { table: ownerOf(call), many: isRepeated(models, inner, call) || holdsMany(models, found.row, call, query) };
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
