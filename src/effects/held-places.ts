import type { PathStep, Value } from '../syntax/facts.ts';

/** Where a value stands in what holds it, the outermost place first: names of properties, positions in lists, and `*` for one that nobody can tell. Nothing: it is the value itself, or computed from it. */
export type Inside = readonly string[];

/** What is taken of a value: an element in each round of a loop, what has a name or a position in it, or what a pattern leaves. */
export type Taken = PathStep | { readonly kind: 'element' };

const anywhere = '*';

/** Where a value stands in what is taken of its holder; undefined where it is not in that. */
export function afterSteps(inside: Inside, steps: readonly Taken[]): Inside | undefined {
	let rest: Inside | undefined = inside;
	for (const step of steps) rest = rest === undefined || rest.length === 0 ? rest : afterStep(rest, step);
	return rest;
}

function afterStep([first = anywhere, ...rest]: Inside, step: Taken): Inside | undefined {
	switch (step.kind) {
		case 'element':
			return rest;
		case 'property':
			return isAt(first, step.name) ? rest : undefined;
		case 'position':
			return isAt(first, String(step.index)) ? rest : undefined;
		case 'rest':
			return [anywhere, ...rest];
	}
}

function isAt(place: string, name: string): boolean {
	return place === anywhere || name === anywhere || place === name;
}

/** Where a value stands in what a part that holds it is put into, or taken from; undefined where what is taken is not it. `isCalled`: a method is called on the part. */
export function held(holder: Value, part: Value, inside: Inside, isCalled: boolean): Inside | undefined {
	switch (holder.kind) {
		case 'array': {
			const index = holder.elements.indexOf(part);
			const isKnown = !holder.elements.slice(0, index).some(({ kind }) => kind === 'spread');
			if (part.kind === 'spread') return [anywhere, ...inside.slice(1)];
			return [isKnown ? String(index) : anywhere, ...inside];
		}
		case 'object': {
			const entry = holder.entries.find(each => each.value === part);
			if (entry?.kind !== 'property') return inside;
			return [typeof entry.key === 'string' ? entry.key : anywhere, ...inside];
		}
		case 'member': {
			if (inside.length === 0 || isCalled || holder.object !== part) return isCalled ? inside : [];
			const { property } = holder;
			const name = typeof property === 'string' ? property : property.kind === 'literal' ? String(property.value) : anywhere;
			return afterSteps(inside, [{ kind: 'property', name }]);
		}
		case 'spread':
		case 'await':
		case 'choice':
			return inside;
		default:
			return [];
	}
}
