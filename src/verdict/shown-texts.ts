import { valuesInside } from '../effects/value-parts.ts';
import type { Site } from '../project/model.ts';
import type { Root } from '../provenance/model.ts';
import { insideOf } from '../provenance/components.ts';
import { isElement } from '../provenance/summary.ts';
import { at } from '../provenance/walker.ts';
import type { Call, Value } from '../syntax/facts.ts';
import type { Models, Scope } from './models.ts';
import { renderedFor } from './rendered-elements.ts';

/** What stands directly in an element of the page: its pieces, one after the other, and what decides whether the element is there. */
export interface ShownText {
	readonly element: Site<Call>;
	readonly pieces: readonly Site<Value>[];
	readonly conditions: readonly Site<Value>[];
}

/** The texts of the components that a test renders. */
export interface ShownTexts {
	readonly texts: readonly ShownText[];
	/** Nothing else is shown: no list, and no component of a package. */
	readonly isWhole: boolean;
}

const known = new WeakMap<Scope, ShownTexts>();

/** The texts that a test has on its page before anything is done there. */
export function textsShown(models: Models, scope: Scope): ShownTexts {
	const found = known.get(scope) ?? new Page(models).read(renderedFor(models, scope));
	known.set(scope, found);
	return found;
}

/** How deep elements stand in one another, and how many are looked at. */
const deepest = 20;
const most = 200;

class Page {
	readonly #models: Models;
	readonly #texts: ShownText[] = [];
	#count = 0;
	#isWhole = true;

	constructor(models: Models) {
		this.#models = models;
	}

	read(elements: readonly Site<Value>[]): ShownTexts {
		for (const element of elements) this.#show(element, [], 0);
		return { texts: this.#texts, isWhole: this.#isWhole };
	}

	#show(site: Site<Value>, conditions: readonly Site<Value>[], depth: number): void {
		if (isOfPage(site.fact)) {
			this.#element(at(site.fact, site), conditions, depth);
			return;
		}
		const [test, shown] = site.fact.kind === 'choice' && site.fact.operator === '&&' ? site.fact.options : [];
		if (test !== undefined && shown !== undefined) {
			this.#show(at(shown, site), [...conditions, at(test, site)], depth);
			return;
		}
		for (const root of this.#models.provenance.roots(site)) this.#root(root, site, [...conditions, ...root.conditions], depth);
	}

	#root(root: Root, { fact }: Site<Value>, conditions: readonly Site<Value>[], depth: number): void {
		const element = elementOf(root);
		if (element !== undefined && element.fact !== fact) {
			this.#element(element, conditions, depth);
			return;
		}
		const last = root.kind === 'origin' ? root.origin.steps.at(-1) : undefined;
		const isNothing = root.kind === 'made' && root.site.fact.kind === 'literal';
		if (!isNothing) this.#isWhole = false;
		if (last?.kind === 'call') for (const inside of insideOf(last.site)) this.#show(inside, conditions, depth + 1);
	}

	#element(element: Site<Call>, conditions: readonly Site<Value>[], depth: number): void {
		if (depth > deepest || this.#count++ > most) {
			this.#isWhole = false;
			return;
		}
		const pieces: Site<Value>[] = [];
		for (const child of childrenOf(element)) {
			if (this.#isElement(child)) this.#show(child, conditions, depth + 1);
			else pieces.push(child);
		}
		if (pieces.length > 0) this.#texts.push({ element, pieces, conditions });
	}

	#isElement(child: Site<Value>): boolean {
		if (child.fact.kind === 'literal') return false;
		return valuesInside(child.fact).some(isElement) || this.#models.provenance.roots(child).some(root => elementOf(root) !== undefined);
	}
}

/** An element of the page itself, or a fragment of it. */
function isOfPage(value: Value): value is Call {
	return isElement(value) && value.callee.kind === 'unknown';
}

function elementOf({ kind, at: place }: Root): Site<Call> | undefined {
	return kind === 'unknown' && isOfPage(place.fact) ? at(place.fact, place) : undefined;
}

function childrenOf(element: Site<Call>): readonly Site<Value>[] {
	return element.fact.args
		.flatMap(argument => (argument.kind === 'object' ? argument.entries : []))
		.flatMap(entry => (entry.kind === 'property' && entry.key === 'children' ? [at(entry.value, element)] : []));
}
