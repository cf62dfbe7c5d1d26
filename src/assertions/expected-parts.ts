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
}

/**
 * - `equal`: all is compared
 * - `listed`: only the entries that are listed, at any depth (`toMatchObject`); patterns and classes stand for what fits them
 * - `subset`: the same, the elements of a list wherever they stand
 * - `top`: only the entries that are listed, each of them whole (`expect.objectContaining`)
 */
type Mode = 'equal' | 'listed' | 'subset' | 'top';

const element: Step = { kind: 'element' };
const nothing: Compared = { parts: [], open: [] };

/** Of the arguments of a spy's calls, the paths start at the list of arguments. */
export function expectedParts(assertion: Assertion, provenance: Provenance): Compared {
	const { relation, expected, part } = assertion;
	const all: Compared = { parts: [part], open: [] };
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
			return { parts: [part], open: expected === undefined ? [] : propertyMatchers(expected, part, provenance) };
		case 'length':
			return { parts: [[...part, property('length')]], open: [] };
		default:
			return all;
	}
}

/** Whether a change at the path in `actual` can change the verdict. */
export function isCompared({ parts, open }: Compared, path: Path): boolean {
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
	if (path.length > deepest) return { parts: [path], open: [] };
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
			return innerOf(mode) === mode && mode !== 'equal' ? { parts: [], open: [path] } : { parts: [path], open: [] };
		case 'collection':
		case 'scalar':
		case 'unknown':
			return { parts: [path], open: [] };
	}
}

/** How the parts of what is compared are compared. */
function innerOf(mode: Mode): Mode {
	return mode === 'top' ? 'equal' : mode;
}

function objectParts({ entries, whole }: Extract<Shape, { kind: 'object' }>, path: Path, mode: Mode, provenance: Provenance): Compared {
	const each = [...entries].map(([name, value]) => partsOf(value, [...path, property(name)], innerOf(mode), provenance));
	if (!whole) return { parts: [path], open: each.flatMap(({ open }) => open) };
	return mode === 'equal' ? collapsed(path, each) : joined(each);
}

/** Where nothing inside is open, all is compared. */
function collapsed(path: Path, inside: readonly Compared[]): Compared {
	const { parts, open } = joined(inside);
	const isWhole = open.length === 0 && inside.every(each => each.parts.length === 1 && each.parts[0]?.length === path.length + 1);
	return isWhole ? { parts: [path], open } : { parts, open };
}

function joined(all: readonly Compared[]): Compared {
	return { parts: all.flatMap(({ parts }) => parts), open: all.flatMap(({ open }) => open) };
}

function asymmetricParts({ means, argument }: Extract<Shape, { kind: 'asymmetric' }>, path: Path, provenance: Provenance): Compared {
	if (argument === undefined || means === 'open') return { parts: [], open: [path] };
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
		: { parts: [path], open: [] };
}

/** What the property matchers of a snapshot leave open. */
function propertyMatchers(site: Site<Value>, path: Path, provenance: Provenance): readonly Path[] {
	const shape = shapeOf(site, provenance);
	return shape.kind === 'object' ? objectParts(shape, path, 'listed', provenance).open : [];
}
