import type { Site } from '../project/model.ts';
import type { Path, Step } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { property } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';
import type { Assertion } from './model.ts';
import { deepest, type Shape, shapeOf } from './shape.ts';

/** What of `actual` decides whether an assertion holds. */
export interface Compared {
	/** Paths from `actual`; the empty path is all of it. None: only that something is there. */
	readonly parts: readonly Path[];
	/** Paths inside those that any value satisfies, such as a date under `expect.any(Date)`. */
	readonly open: readonly Path[];
	/** Texts that are searched, as `expect.stringContaining('a')` does. */
	readonly searches: readonly Search[];
}

/** What is looked for in a text at a path. */
interface Search {
	readonly path: Path;
	readonly relation: 'contains' | 'matches';
	readonly expected: Site<Value>;
}

/**
 * - `equal`: all is compared
 * - `listed`: only the entries that are listed, at any depth (`toMatchObject`); patterns and classes stand for what fits them
 * - `subset`: the same, the elements of a list wherever they stand
 * - `top`: only the entries that are listed, each of them whole (`expect.objectContaining`)
 */
type Mode = 'equal' | 'listed' | 'subset' | 'top';

const element: Step = { kind: 'element' };
const nothing: Compared = { parts: [], open: [], searches: [] };

/** Of the arguments of a spy's calls, the paths start at the list of arguments. */
export function expectedParts(assertion: Assertion, provenance: Provenance): Compared {
	const { relation, expected, part } = assertion;
	const all = whole(part);
	switch (relation) {
		case 'deep-equal':
		case 'identical':
		case 'called-with':
		case 'nth-called-with':
			return expected === undefined ? all : partsOf(expected, part, 'equal', provenance);
		case 'includes-structure':
			return expected === undefined ? all : partsOf(expected, part, 'listed', provenance);
		case 'includes-subset':
			return expected === undefined ? all : partsOf(expected, part, 'subset', provenance);
		case 'same-members':
			return expected === undefined ? all : eachOf(expected, part, provenance);
		case 'contains':
			return expected === undefined ? nothing : partsOf(expected, [...part, element], 'equal', provenance);
		case 'snapshot':
			return { ...all, ...(expected === undefined ? {} : propertyMatchers(expected, part, provenance)) };
		case 'length':
			return whole([...part, property('length')]);
		default:
			return all;
	}
}

const searching: ReadonlySet<Assertion['relation']> = new Set([
	'deep-equal',
	'includes-structure',
	'includes-subset',
	'contains',
	'snapshot',
]);

/** An assertion, and one for each text inside its subject that is searched: `{ at: expect.stringMatching(/^2026/) }` wants that of `at`. */
export function withSearches<Any extends Assertion>(assertion: Any, provenance: Provenance): readonly Any[] {
	if (assertion.negated || assertion.expected === undefined || !searching.has(assertion.relation)) return [assertion];
	const { searches } = expectedParts(assertion, provenance);
	return [assertion, ...searches.map(({ path, relation, expected }) => ({ ...assertion, part: path, relation, expected }))];
}

/** Whether a change at the path in `actual` can change the verdict. */
export function isCompared({ parts, open }: Pick<Compared, 'parts' | 'open'>, path: Path): boolean {
	return parts.some(part => isPrefix(part, path) || isPrefix(path, part)) && !open.some(each => isPrefix(each, path));
}

function isPrefix(prefix: Path, path: Path): boolean {
	return prefix.length <= path.length && prefix.every((step, index) => meets(step, path[index]));
}

function meets(one: Step, other: Step | undefined): boolean {
	if (other === undefined) return false;
	if (one.kind === 'property') return other.kind === 'property' && one.name === other.name;
	if (other.kind === 'property') return false;
	if (one.kind === 'position' && other.kind === 'position')
		return one.index === undefined || other.index === undefined || one.index === other.index;
	return true;
}

function partsOf(site: Site<Value>, path: Path, mode: Mode, provenance: Provenance): Compared {
	if (path.length > deepest) return whole(path);
	const shape = shapeOf(site, provenance);
	switch (shape.kind) {
		case 'object':
			return objectParts(shape, path, mode, provenance);
		case 'array':
			return collapsed(
				path,
				shape.elements.map((each, index) =>
					partsOf(each, [...path, mode === 'subset' ? element : { kind: 'position', index }], innerOf(mode), provenance),
				),
			);
		case 'asymmetric':
			return asymmetricParts(shape, path, provenance);
		case 'pattern':
			return innerOf(mode) === mode && mode !== 'equal' ? { ...nothing, open: [path] } : whole(path);
		case 'collection':
		case 'scalar':
		case 'unknown':
			return whole(path);
	}
}

/** How the parts of what is compared are compared. */
function innerOf(mode: Mode): Mode {
	return mode === 'top' ? 'equal' : mode;
}

function objectParts(
	{ entries, whole: isWhole }: Extract<Shape, { kind: 'object' }>,
	path: Path,
	mode: Mode,
	provenance: Provenance,
): Compared {
	const each = [...entries].map(([name, value]) => partsOf(value, [...path, property(name)], innerOf(mode), provenance));
	if (!isWhole) return { ...joined(each), parts: [path] };
	return mode === 'equal' ? collapsed(path, each) : joined(each);
}

/** Where nothing inside is open, all is compared. */
function collapsed(path: Path, inside: readonly Compared[]): Compared {
	const all = joined(inside);
	const isWhole = all.open.length === 0 && inside.every(each => each.parts.length === 1 && each.parts[0]?.length === path.length + 1);
	return isWhole ? whole(path) : all;
}

function joined(all: readonly Compared[]): Compared {
	return {
		parts: all.flatMap(({ parts }) => parts),
		open: all.flatMap(({ open }) => open),
		searches: all.flatMap(({ searches }) => searches),
	};
}

function asymmetricParts({ means, finds, argument }: Extract<Shape, { kind: 'asymmetric' }>, path: Path, provenance: Provenance): Compared {
	if (argument === undefined || means === 'open')
		return {
			...nothing,
			open: [path],
			searches: argument === undefined || finds === undefined ? [] : [{ path, relation: finds, expected: argument }],
		};
	switch (means) {
		case 'structure':
			return partsOf(argument, path, 'top', provenance);
		case 'members':
			return eachOf(argument, path, provenance);
		case 'each':
			return partsOf(argument, [...path, element], 'equal', provenance);
		case 'value':
			return partsOf(argument, path, 'equal', provenance);
	}
}

/** The elements of a list, wherever they stand. */
function eachOf(site: Site<Value>, path: Path, provenance: Provenance): Compared {
	const shape = shapeOf(site, provenance);
	return shape.kind === 'array'
		? joined(shape.elements.map(each => partsOf(each, [...path, element], 'equal', provenance)))
		: whole(path);
}

/** What the property matchers of a snapshot leave open. */
function propertyMatchers(site: Site<Value>, path: Path, provenance: Provenance): Pick<Compared, 'open' | 'searches'> | undefined {
	const shape = shapeOf(site, provenance);
	if (shape.kind !== 'object') return undefined;
	const { open, searches } = objectParts(shape, path, 'listed', provenance);
	return { open, searches };
}

function whole(path: Path): Compared {
	return { parts: [path], open: [], searches: [] };
}
