import { assumedBrowser, nightwatchBrowser, ofPages, onlyOfPages, opening, pageNames } from '../knowledge/browser-packages.ts';
import { nodeunitMethods, nodeunitPackage } from '../knowledge/frameworks/nodeunit.ts';
import type { Site } from '../project/model.ts';
import type { ModuleFacts, Value } from '../syntax/facts.ts';
import { nightwatchContexts, nodeunitContexts } from '../syntax/contexts-by-use.ts';
import type { Path, Root } from './model.ts';
import { type Walker, property } from './walker.ts';

/** A variable, what is asked of it, and where. */
interface Use {
	readonly binding: number;
	readonly path: Path;
	readonly from: Site<Value>;
}

/**
 * A variable of which nothing says where it comes from, but what is called on it: only pages have `$eval` and `waitForSelector`, and go to an address. So a helper's page
 * is known without types, and one that the tests are handed by a list. Roots that tell anything are left as they are.
 */
export function knownByUse(walker: Walker, roots: Root[], { binding, path, from }: Use): Root[] {
	const [first] = path;
	const { facts } = from.module;
	const isOf = (names: ReadonlySet<string>): boolean => first === undefined || (first.kind === 'property' && names.has(first.name));
	const known = (source: string, ...steps: Path): Root[] => [
		{ kind: 'origin', origin: { from: source, steps: [...steps, ...path] }, at: from, conditions: [] },
	];
	if (isOf(ofPages) && pagesIn(facts).has(binding))
		return roots.every(root => tellsNothing(walker, root)) ? known(assumedBrowser, property('page')) : roots;
	if (!roots.every(({ kind }) => kind === 'parameter')) return roots;
	if (isOf(nodeunitMethods) && nodeunitContexts(facts).has(binding)) return known(nodeunitPackage, property('TestContext'));
	return nightwatchContexts(facts).has(binding)
		? known(nightwatchBrowser.from, property(nightwatchBrowser.type), { kind: 'construct', site: undefined })
		: roots;
}

/** What is taken out of a list of promises counts as little as what a package gives of which nothing is known. */
function tellsNothing({ knows }: Walker, root: Root): boolean {
	if (root.kind === 'unknown' || root.kind === 'parameter') return true;
	if (root.kind !== 'origin') return false;
	const { from, steps } = root.origin;
	return from === 'global'
		? steps.some(({ kind }) => kind === 'element' || kind === 'position') &&
				!steps.some(step => step.kind === 'property' && pageNames.has(step.name))
		: !knows(from);
}

const pages = new WeakMap<ModuleFacts, ReadonlySet<number>>();

function pagesIn(facts: ModuleFacts): ReadonlySet<number> {
	const found =
		pages.get(facts) ??
		new Set(
			facts.functions.flatMap(({ calls }) =>
				calls.flatMap(({ callee, args }) => (callee.kind === 'member' ? usedAsPage(callee.object, callee.property, args) : [])),
			),
		);
	pages.set(facts, found);
	return found;
}

/** `page.$eval(…)`, `page.goto('https://…')`, `page.keyboard.press(…)`. */
function usedAsPage(object: Value, name: string | Value, [first]: readonly Value[]): readonly number[] {
	if (object.kind === 'reference')
		return typeof name === 'string' && (onlyOfPages.has(name) || (name === opening && first !== undefined && isAddress(first)))
			? [object.binding]
			: [];
	if (object.kind !== 'member' || object.object.kind !== 'reference' || typeof object.property !== 'string') return [];
	return onlyOfPages.has(`${object.property}.${typeof name === 'string' ? name : ''}`) ? [object.object.binding] : [];
}

function isAddress(value: Value): boolean {
	const text = value.kind === 'template' ? value.quasis[0] : value.kind === 'literal' ? value.value : undefined;
	return typeof text === 'string' && /^https?:\/\//.test(text);
}
