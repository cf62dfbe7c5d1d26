import type { Site } from '../project/model.ts';
import type { Path } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { property } from '../provenance/walker.ts';
import type { LiteralValue, Value } from '../syntax/facts.ts';
import type { Assertion } from './model.ts';
import { deepest, shapeOf } from './shape.ts';

/** Whether the order of a list that `actual` is, or holds, decides the verdict. */
export function isOrderSensitive(assertion: Assertion, provenance: Provenance): boolean {
	return orderedParts(assertion, provenance).length > 0;
}

/**
 * Where in `actual` the order of a list decides. What a position or `first()` picks, and a list joined into one text, are matters of
 * where the value comes from and not asked here. An expected value that is not seen may hold any list.
 */
export function orderedParts({ relation, expected, part, text }: Assertion, provenance: Provenance): readonly Path[] {
	switch (relation) {
		case 'snapshot':
			return text === undefined || holdsList(text) ? [part] : [];
		case 'nth-called-with':
			return [part];
		case 'deep-equal':
		case 'includes-structure':
			return expected === undefined ? [part] : [...ordered(expected, part, provenance)];
		case 'contains':
			return expected === undefined || isPlainList(expected, provenance)
				? []
				: [...ordered(expected, [...part, { kind: 'element' }], provenance, 'known')];
		case 'same-members':
			return expected === undefined ? [] : [...orderedInside(expected, part, provenance)];
		default:
			return [];
	}
}

/** A printed list has a line for each element, between brackets; other texts of several lines may be a list joined. */
function holdsList(text: string): boolean {
	const printed = text.trim();
	return printed === '' || (printed.includes('\n') && (printed.includes('[') || !/^(?:Object )?\{/.test(printed)));
}

/** `known` passes over what is not seen. */
function* ordered(site: Site<Value>, path: Path, provenance: Provenance, seen: 'known' | 'any' = 'any'): Iterable<Path> {
	if (path.length > deepest) return;
	const shape = shapeOf(site, provenance);
	switch (shape.kind) {
		case 'unknown':
			if (seen === 'any') yield path;
			return;
		case 'array':
			if (shape.elements.length > 1 && !areAlike(shape.elements, provenance)) yield path;
			for (const [index, each] of shape.elements.entries())
				yield* ordered(each, [...path, { kind: 'position', index }], provenance, 'known');
			return;
		case 'object':
			for (const [name, value] of shape.entries) yield* ordered(value, [...path, property(name)], provenance, seen);
			if (!shape.whole && seen === 'any') yield path;
			return;
		case 'asymmetric':
			if (shape.argument === undefined || shape.means === 'open') return;
			if (shape.means === 'members') yield* orderedInside(shape.argument, path, provenance);
			else yield* ordered(shape.argument, shape.means === 'each' ? [...path, { kind: 'element' }] : path, provenance, seen);
			return;
		case 'collection':
		case 'pattern':
		case 'scalar':
	}
}

function* orderedInside(list: Site<Value>, path: Path, provenance: Provenance): Iterable<Path> {
	const shape = shapeOf(list, provenance);
	if (shape.kind !== 'array') return;
	for (const each of shape.elements) yield* ordered(each, [...path, { kind: 'element' }], provenance, 'known');
}

/** Elements that may change places: the same constant, or any value at all. */
function areAlike(elements: readonly Site<Value>[], provenance: Provenance): boolean {
	const constants = new Set<LiteralValue['value']>();
	let open = 0;
	for (const each of elements) {
		const shape = shapeOf(each, provenance);
		if (shape.kind === 'asymmetric' && shape.means === 'open') open++;
		else if (each.fact.kind === 'literal') constants.add(each.fact.value);
		else return false;
	}
	return open === elements.length || (open === 0 && constants.size === 1);
}

/** The elements that a list must contain, in any order. */
function isPlainList(site: Site<Value>, provenance: Provenance): boolean {
	const shape = shapeOf(site, provenance);
	return shape.kind === 'array' && shape.elements.every(each => ['scalar', 'unknown'].includes(shapeOf(each, provenance).kind));
}
