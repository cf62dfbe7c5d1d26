import type { Influence } from '../../effects/model.ts';
import { chainOf } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import type { Path, Root } from '../../provenance/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { tellsElement } from './order-dependence.ts';
import { countedIn, saysCount } from './lone-elements.ts';
import { storesSeveral } from './stored-rows.ts';
import type { Claim, Models, Scope } from '../models.ts';

/**
 * What leaves open which row an assertion picks by the first or last position, where conditions could leave one row alone, but the test
 * says that there are more: by their number, or by another position that it looks at.
 */
export function pickedOfSeveral(models: Models, scope: Scope, claim: Claim): Influence[] {
	const query = tellsElement(claim.relation) ? pickedFrom(models, claim) : undefined;
	if (query === undefined || isConditioned(models, query)) return [];
	const lists = models.effects
		.behind(query.site, [...query.path, { kind: 'parts' }])
		.filter(({ kind, picked, narrowed }) => kind === 'order' && !picked && narrowed);
	const several = lists.filter(list =>
		models.assertionsIn(scope).some(other => other !== claim && (saysMore(models, other, list) || picksLater(models, other, query))),
	);
	return several.map(list => ({ ...list, picked: true }));
}

/** Whether the test says that the list has more elements than the one that an assertion looks at: by its place, by their number, by another one that it looks at, or by what it stores. */
export function isOneOfSeveral(models: Models, scope: Scope, claim: Claim, list: Influence): boolean {
	if (!list.narrowed && list.call !== undefined && storesSeveral(models, scope, list.call, claim.place)) return true;
	const query = pickedFrom(models, claim);
	if (query === undefined) return false;
	return (
		(query.position ?? 0) > 0 ||
		models.assertionsIn(scope).some(other => other !== claim && (saysMore(models, other, list) || picksLater(models, other, query)))
	);
}

/** An element that an assertion looks at, by its position in what a query gives. */
interface Picked {
	readonly site: Site<Call>;
	/** From what the query gives to the list. */
	readonly path: Path;
	readonly position: number | undefined;
	/** What of the element is looked at; undefined for all of it. */
	readonly property: string | undefined;
}

/** Where the value may be one of several, those that one query gives are one. */
function pickedFrom({ provenance }: Models, { actual, part }: Claim): Picked | undefined {
	const [first, ...others] = provenance.roots(actual, part).map(pickedBy);
	return first !== undefined &&
		others.every(
			other => other?.site.fact === first.site.fact && other.position === first.position && other.property === first.property,
		)
		? first
		: undefined;
}

function pickedBy(root: Root): Picked | undefined {
	if (root.kind !== 'origin') return undefined;
	const { steps } = root.origin;
	const index = steps.findLastIndex(({ kind }) => kind === 'position');
	const asked = steps.slice(0, Math.max(index, 0)).findLastIndex(({ kind }) => kind === 'call');
	const [picked, query] = [steps[index], steps[asked]];
	const read = steps[index + 1];
	if (hasPosition(steps.slice(asked + 1, index))) return undefined;
	return picked?.kind === 'position' && query?.kind === 'call'
		? {
				site: query.site,
				path: steps.slice(asked + 1, index),
				position: picked.index,
				property: read?.kind === 'property' ? read.name : undefined,
			}
		: undefined;
}

/** Whether the query names what the assertion looks at, in a condition for example: then it may be the same in all rows. */
function isConditioned({ provenance }: Models, { site, property }: Picked): boolean {
	if (property === undefined) return false;
	const isNamed = (text: string): boolean => text.split(/\W+/).includes(property);
	// A variable may be given what holds it.
	const asked = new Set<Value>();
	const names = (value: Value, place: Site<unknown>): boolean => {
		if (asked.has(value)) return false;
		asked.add(value);
		const inside = (each: Value): boolean => names(each, place);
		switch (value.kind) {
			case 'literal':
				return typeof value.value === 'string' && isNamed(value.value);
			case 'template':
				return value.quasis.some(isNamed) || value.parts.some(inside);
			case 'object':
				return value.entries.some(entry => (entry.kind === 'property' && entry.key === property) || inside(entry.value));
			case 'array':
				return value.elements.some(inside);
			case 'reference':
				return provenance
					.roots(at(value, place))
					.some(root =>
						root.kind === 'made'
							? root.site.fact.kind !== 'reference' && names(root.site.fact, root.site)
							: root.kind === 'unknown',
					);
			default:
				return false;
		}
	};
	const isKnown = (argument: Value): boolean =>
		argument.kind !== 'reference' || provenance.roots(at(argument, site)).some(({ kind }) => kind === 'made');
	for (let call: Value = site.fact; call.kind === 'call'; call = chainOf(call.callee).root)
		if (call.args.some(argument => isKnown(argument) && names(argument, site))) return true;
	return false;
}

/** `expect(rows).toHaveLength(2)`. */
function saysMore(models: Models, claim: Claim, list: Influence): boolean {
	return (
		!isInsideElement(models, claim) &&
		saysCount(
			claim,
			count => count > 1,
			site => staticValue(models.provenance.roots, site),
		) &&
		countedIn(claim, models).some(({ kind, source, row }) => kind === 'order' && source.fact === list.source.fact && row === list.row)
	);
}

/** `rows[0].items` is a list of its own, which says nothing of how many rows there are. */
function isInsideElement({ provenance }: Models, { actual, part }: Claim): boolean {
	return provenance
		.roots(actual, part)
		.some(
			root =>
				root.kind === 'origin' &&
				hasPosition(root.origin.steps.slice(root.origin.steps.findLastIndex(({ kind }) => kind === 'call') + 1)),
		);
}

function hasPosition(path: Path): boolean {
	return path.some(({ kind }) => kind === 'position');
}

/** `rows[1]`. */
function picksLater(models: Models, claim: Claim, { site, path }: Picked): boolean {
	const other = pickedFrom(models, claim);
	return other?.site.fact === site.fact && other.path.length === path.length && other.position !== undefined && other.position > 0;
}
