import { asymmetricRows } from '../knowledge/assertions/asymmetric.ts';
import type { AsymmetricRow } from '../knowledge/assertions/row.ts';
import type { Site } from '../project/model.ts';
import type { Origin } from '../provenance/model.ts';
import { matchPattern, parsePattern } from '../provenance/pattern.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import type { ArrayValue, ObjectValue, Value } from '../syntax/facts.ts';
import { listed, packageOf } from './vocabulary.ts';

/** What an expected value is made of, as far as the text tells. */
export type Shape =
	/** `whole` is false where a spread or a computed key hides some entries. */
	| { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Site<Value>>; readonly whole: boolean }
	| { readonly kind: 'array'; readonly elements: readonly Site<Value>[] }
	/** Stands for several values: `expect.any(Date)`. */
	| ({ readonly kind: 'asymmetric'; readonly argument: Site<Value> | undefined } & Pick<AsymmetricRow, 'means' | 'finds'>)
	/** A set or map, whose order no equality looks at. */
	| { readonly kind: 'collection' }
	/** A class or a regular expression, which some libraries take for a pattern. */
	| { readonly kind: 'pattern' }
	| { readonly kind: 'scalar' }
	| { readonly kind: 'unknown' };

const rows = asymmetricRows.map(row => ({ row, packages: listed(row.from), pattern: parsePattern(row.path) }));
const unknown: Shape = { kind: 'unknown' };

/** How deep values are looked into: a variable may be given what holds it, as in `body = { error: body }`, and then there is no end. */
export const deepest = 16;

export function shapeOf(site: Site<Value>, provenance: Provenance, depth = 0): Shape {
	switch (site.fact.kind) {
		case 'object':
			return depth > deepest ? unknown : objectShape(at(site.fact, site), provenance, depth);
		case 'array':
			return arrayShape(at(site.fact, site));
		case 'literal':
		case 'template':
		case 'operation':
			return { kind: 'scalar' };
		case 'regexp':
		case 'class':
			return { kind: 'pattern' };
		case 'unknown':
			return unknown;
		default:
			return resolvedShape(site, provenance, depth);
	}
}

function resolvedShape(site: Site<Value>, provenance: Provenance, depth: number): Shape {
	if (site.fact.kind === 'reference' && isChanged(site, site.fact.binding)) return unknown;
	const [root, ...others] = provenance.roots(site);
	if (root === undefined || others.length > 0) return unknown;
	if (root.kind === 'made' && root.path.length === 0)
		return root.site.fact === site.fact ? unknown : shapeOf(root.site, provenance, depth);
	if (root.kind === 'class' && root.path.length === 0) return { kind: 'pattern' };
	return root.kind === 'origin' ? originShape(root.origin) : unknown;
}

/** Something is written into the variable after it was made. */
function isChanged({ module }: Site<Value>, binding: number): boolean {
	const definitions = module.facts.bindings[binding]?.definitions ?? [];
	return definitions.some(definition => definition.kind === 'member' || definition.kind === 'method');
}

const collections = parsePattern('new {Set,Map,WeakSet,WeakMap}');
const classes: readonly string[] = [
	'String',
	'Number',
	'Boolean',
	'Date',
	'Array',
	'Object',
	'Function',
	'RegExp',
	'Error',
	'Buffer',
	'Map',
	'Set',
];

function originShape(origin: Origin): Shape {
	for (const { row, packages, pattern } of rows) {
		if (!packages.includes(origin.from) && !packages.includes(packageOf(origin.from))) continue;
		const match = matchPattern(pattern, origin);
		if (match?.length !== origin.steps.length) continue;
		const call = match.calls.at(-1)?.site;
		const argument = call?.fact.args[0];
		return {
			kind: 'asymmetric',
			means: row.means,
			...(row.finds === undefined ? {} : { finds: row.finds }),
			argument: call === undefined || argument === undefined ? undefined : at(argument, call),
		};
	}
	if (origin.from !== 'global') return unknown;
	if (matchPattern(collections, origin)?.length === origin.steps.length) return { kind: 'collection' };
	const [step, ...others] = origin.steps;
	return step?.kind === 'property' && others.length === 0 && classes.includes(step.name) ? { kind: 'pattern' } : unknown;
}

function objectShape(site: Site<ObjectValue>, provenance: Provenance, depth: number): Shape {
	const entries = new Map<string, Site<Value>>();
	let whole = true;
	for (const entry of site.fact.entries) {
		if (entry.kind === 'property') {
			if (typeof entry.key === 'string') entries.set(entry.key, at(entry.value, site));
			else whole = false;
			continue;
		}
		const spread = shapeOf(at(entry.value, site), provenance, depth + 1);
		if (spread.kind === 'object') for (const [name, value] of spread.entries) entries.set(name, value);
		whole &&= spread.kind === 'object' && spread.whole;
	}
	return { kind: 'object', entries, whole };
}

function arrayShape(site: Site<ArrayValue>): Shape {
	const { elements } = site.fact;
	return elements.some(element => element.kind === 'spread')
		? unknown
		: { kind: 'array', elements: elements.map(element => at(element, site)) };
}
