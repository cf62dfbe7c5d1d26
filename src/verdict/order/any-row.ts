import type { Influence } from '../../effects/model.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { ObjectValue, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { ownerOf, recordsOf, storesAround, storesOne } from './stored-rows.ts';

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
	const others = models
		.assertionsIn(scope)
		.flatMap(each => saidOf(models, each) ?? [])
		.filter(({ about, position }) => about === own.about && position !== own.position);
	return others.length > 0 && others.every(({ expects }) => expects === own.expects);
}

/** Which row an assertion picks, what it asks of it, and what it expects. */
function saidOf(
	{ provenance }: Models,
	{ actual, part, relation, negated, expected }: Claim,
): { readonly about: string; readonly position: number; readonly expects: string } | undefined {
	const [root, ...others] = provenance.roots(actual, part);
	if (root?.kind !== 'origin' || others.length > 0) return undefined;
	const { steps } = root.origin;
	const index = steps.findIndex(({ kind }) => kind === 'position');
	const [picked, query] = [steps[index], steps.slice(0, index).findLast(({ kind }) => kind === 'call')];
	const value = expected === undefined ? '' : staticValue(provenance.roots, expected);
	if (picked?.kind !== 'position' || picked.index === undefined || query?.kind !== 'call' || value === undefined) return undefined;
	const rest = steps
		.slice(index + 1)
		.map(step => (step.kind === 'property' ? `.${step.name}` : step.kind === 'position' ? `[${step.index ?? ''}]` : step.kind));
	return {
		about: `${query.site.module.path}:${query.site.fact.start}${rest.join('')}`,
		position: picked.index,
		expects: `${relation} ${negated} ${String(value)}`,
	};
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
		const isOne =
			each.relation === 'length' &&
			!each.negated &&
			each.expected !== undefined &&
			staticValue(models.provenance.roots, each.expected) === 1;
		return (
			isOne &&
			models.effects
				.behind(each.actual, [...each.part, { kind: 'element' }, { kind: 'parts' }])
				.concat(models.effects.behind(each.actual, [...each.part, { kind: 'parts' }]))
				.some(influence => influence.source.fact === source)
		);
	});
}

/** Whether all records that are seen to be stored have the same at the column that an assertion looks at; those of other tables have no such column. */
function isStoredAlike(models: Models, scope: Scope, claim: Claim): boolean {
	const column = columnOf(models, claim);
	const stores =
		column === undefined
			? []
			: storesAround(models, scope).map(({ row, call }) => ({ table: ownerOf(call), records: recordsOf(models, { row, call }) }));
	const own = stores.filter(({ records }) => records?.some(record => entryOf(record, column) !== undefined));
	const tables = new Set(own.map(({ table }) => table));
	const values = stores
		.filter(({ table, records }) => records === undefined || tables.has(table))
		.flatMap(({ records }) =>
			(records ?? [undefined]).map(record => {
				const entry = record === undefined ? undefined : entryOf(record, column);
				return entry === undefined || !isFixed(entry) ? undefined : identityOf(entry, 'ways');
			}),
		);
	return values.length > 1 && values.every(value => value !== undefined && value === values[0]);
}

/** Whether nothing in a value changes from one time to the next: it names constants alone. */
function isFixed({ fact, module: { facts } }: Site<Value>): boolean {
	return valuesInside(fact).every(
		value =>
			value.kind !== 'reference' ||
			facts.bindings[value.binding]?.definitions.every(({ kind }) => kind === 'value' || kind === 'import') === true,
	);
}

function entryOf(record: Site<ObjectValue>, column: string | undefined): Site<Value> | undefined {
	const entry = record.fact.entries.findLast(
		each => each.kind === 'spread' || (typeof each.key === 'string' && plainName(each.key) === column),
	);
	return entry?.kind === 'property' ? at(entry.value, record) : undefined;
}

/** The column of the row that is picked: the first name behind the query, or behind the position. */
function columnOf({ provenance }: Models, { actual, part }: Claim): string | undefined {
	const columns = provenance.roots(actual, part).map(root => {
		if (root.kind !== 'origin') return undefined;
		const { steps } = root.origin;
		const behind = steps
			.slice(steps.findLastIndex(({ kind }) => kind === 'call' || kind === 'position') + 1)
			.find(({ kind }) => kind !== 'await');
		return behind?.kind === 'property' ? plainName(behind.name) : undefined;
	});
	return columns.every(column => column === columns[0]) ? columns[0] : undefined;
}

/** `firstName` and `first_name` are one column. */
function plainName(name: string): string {
	return name.replaceAll('_', '').toLowerCase();
}
