import { orderedParts } from '../../assertions/order.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { directions, sorting } from '../../knowledge/record-words.ts';
import type { Site } from '../../project/model.ts';
import { textOf } from '../../provenance/text-of.ts';
import type { Origin } from '../../provenance/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';
import { tableName } from './table-names.ts';

/** A query behind an assertion that counts on the order of its rows. */
export interface SortedQuery {
	/** The only name that it sorts by. */
	readonly key: string;
	/** Its first call. */
	readonly call: Site<Call>;
	readonly origin: Origin;
}

/** What a query is to come behind: a call that stores records, through the package `from`. */
export interface StoredBefore {
	readonly from: string | undefined;
	readonly call: Site<Call>;
	/** Where another file may ask for them: what the code calls their table. */
	readonly table?: string | undefined;
	/** The test stores no others there: of several that a condition leaves, all are among them. */
	readonly all?: boolean;
}

/** The query, through the same package and behind the call, one of whose rows an assertion picks by its position, or all of which it compares in order. */
export function sortedQuery(models: Models, claim: Claim, before: StoredBefore): SortedQuery | undefined {
	const picks = (origin: Origin): boolean =>
		origin.steps.some(step => step.kind === 'position') || orderedParts(claim, models.provenance).length > 0;
	for (const root of models.provenance.roots(claim.actual, claim.part)) {
		if (
			root.kind !== 'origin' ||
			root.sorted !== undefined ||
			root.origin.from !== before.from ||
			isSortedAfter(root.origin) ||
			!picks(root.origin)
		)
			continue;
		const calls = root.origin.steps.flatMap(step => (step.kind === 'call' && isBehind(step.site, before, claim) ? [step.site] : []));
		const filtered =
			calls.some(each => isFiltered(models, each)) ||
			root.origin.steps.some(step => step.kind === 'property' && /where$/i.test(step.name));
		if (filtered && !(before.all === true && isOfSeveral(root.origin, claim))) continue;
		const [key, ...more] = calls.flatMap(each => sortedBy(models, each));
		const [call] = calls;
		if (key !== undefined && call !== undefined && more.length === 0) return { key, call, origin: root.origin };
	}
	return undefined;
}

/** Whether it takes more than one row for the claim. */
function isOfSeveral({ steps }: Origin, { expected }: Claim): boolean {
	return (
		steps.some(step => step.kind === 'position' && (step.index ?? 0) > 0) ||
		(expected?.fact.kind === 'array' && expected.fact.elements.length > 1)
	);
}

function isBehind(query: Site<Call>, { call, table }: StoredBefore, { place }: Claim): boolean {
	if (table !== undefined && tableName(query)?.toLowerCase() !== table.toLowerCase()) return false;
	return query.module === call.module
		? query.fact.start > call.fact.start && query.fact !== call.fact
		: table !== undefined && place.start > call.fact.end;
}

/** Of the records that a condition leaves, one may be what was made before. */
function isFiltered({ provenance }: Models, { fact, ...place }: Site<Call>): boolean {
	const names = fact.args
		.flatMap(each => [...valuesInside(each)])
		.flatMap(each => (each.kind === 'object' ? each.entries.flatMap(entry => (entry.kind === 'property' ? [entry.key] : [])) : []));
	const [first] = fact.args;
	const text =
		first === undefined || first.kind === 'function' || first.kind === 'object'
			? undefined
			: textOf(provenance.roots, at(first, place));
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
	const written = isSorting
		? fact.args
		: fact.args
				.flatMap(each => [...valuesInside(each)])
				.flatMap(each =>
					each.kind === 'object'
						? each.entries.flatMap(entry =>
								entry.kind === 'property' && typeof entry.key === 'string' && sorting.has(entry.key) ? [entry.value] : [],
							)
						: [],
				);
	const [first] = fact.args;
	const text =
		first === undefined || first.kind === 'function' || first.kind === 'object'
			? undefined
			: textOf(provenance.roots, at(first, place));
	const inText = /\border\s+by\s+([\w.,\s"`]+)/i.exec(text ?? '')?.[1]?.split(',') ?? [];
	return [...written.flatMap(each => [...valuesInside(each)].flatMap(namesOf)), ...inText]
		.map(bare)
		.filter(name => name !== '' && !directions.test(name));
}

function namesOf(value: Value): readonly string[] {
	if (value.kind === 'literal') return typeof value.value === 'string' ? [value.value] : [];
	if (value.kind === 'member') return typeof value.property === 'string' ? [value.property] : [];
	return value.kind === 'object'
		? value.entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key === 'string' ? [entry.key] : ['?']))
		: [];
}

/** A column without its table, its quotes and its direction. */
function bare(name: string): string {
	return (
		name
			.trim()
			.replace(/\s+(?:asc|desc)\b.*$/i, '')
			.replace(/^[-+]/, '')
			.replace(/["`]/g, '')
			.split('.')
			.at(-1) ?? ''
	);
}
