import { componentWrappers, hidingInside, showingInside, shownAttributes, unseenAttributes } from '../knowledge/rendering.ts';
import type { Site } from '../project/model.ts';
import type { Call, Value } from '../syntax/facts.ts';
import { maxRoots } from './memory.ts';
import type { Path, Root, Step } from './model.ts';
import { matchPattern, parsePattern } from './pattern.ts';
import { isElement } from './summary.ts';
import { type Walker, at, property, unknownRoot } from './walker.ts';

const wrappers = componentWrappers.flatMap(({ from, path }) => [from].flat().map(name => ({ name, pattern: parsePattern(path) })));

/** Whether a step shows a component: `<Clock />`. */
function isShown(step: Step | undefined): step is Extract<Step, { kind: 'call' }> {
	return step?.kind === 'call' && step.site.fact.form === 'jsx';
}

/** An element of the page itself shows what it is given; undefined for one of a component. */
export function walkElement(walker: Walker, site: Site<Call>, path: Path): Root[] | undefined {
	if (site.fact.form !== 'jsx' || site.fact.callee.kind !== 'unknown') return undefined;
	if (path[0]?.kind !== 'parts') return [unknownRoot(site)];
	return seenOf(site).flatMap(value => walker.walk(value, path));
}

/** What an element of the page shows of what it is given. */
function seenOf(site: Site<Call>): readonly Site<Value>[] {
	const given = site.fact.args.flatMap(argument => (argument.kind === 'object' ? argument.entries : []));
	return given
		.filter(entry => entry.kind === 'spread' || typeof entry.key !== 'string' || !unseenAttributes.test(entry.key))
		.map(({ value }) => at(value, site));
}

/**
 * The pieces that an element is put together from, where what was answered of all inside it may not be all: what an element of the page shows, what a component
 * of a package shows inside it, or what one of the project gives. Each can be asked about by itself.
 */
export function piecesOf(
	roots: (site: Site<Value>) => readonly Root[],
	site: Site<Value>,
	path: Path,
	answered: readonly Root[],
): readonly Site<Value>[] {
	const { fact } = site;
	if (path[0]?.kind !== 'parts' || !isElement(fact) || (answered.length < maxRoots && answered.every(({ kind }) => kind !== 'unknown')))
		return [];
	if (fact.callee.kind === 'unknown') return seenOf(at(fact, site));
	return roots(site).flatMap(root => {
		if (root.kind === 'unknown') return isElement(root.at.fact) && root.at.fact !== fact ? [root.at] : [];
		const last = root.kind === 'origin' ? root.origin.steps.at(-1) : undefined;
		return last?.kind === 'call' ? insideOf(last.site) : [];
	});
}

/** What a component of a package shows because it stands inside: `<Router><Clock /></Router>`. */
export function walkInside(walker: Walker, site: Site<Call>, path: Path): Root[] {
	if (path[0]?.kind !== 'parts') return [];
	const inside = insideOf(site);
	return inside.length > 0 && walker.walk(at(site.fact.callee, site), []).every(root => root.kind === 'origin')
		? inside.flatMap(value => walker.walk(value, path))
		: [];
}

/** What a component shows because it stands inside, unless its name says that it may be left out. */
export function insideOf(site: Site<Call>): readonly Site<Value>[] {
	const { callee, form, args } = site.fact;
	const name = form === 'jsx' ? componentName(callee, site) : '';
	if (name === '' || (hidingInside.test(name) && !showingInside.test(name))) return [];
	return args
		.flatMap(argument => (argument.kind === 'object' ? argument.entries : []))
		.filter(
			entry =>
				entry.kind === 'property' && typeof entry.key === 'string' && (entry.key === 'children' || shownAttributes.has(entry.key)),
		)
		.map(({ value }) => at(value, site));
}

function componentName(callee: Value, { module: { facts } }: Site<Call>): string {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? callee.property : '';
	return callee.kind === 'reference' ? (facts.bindings[callee.binding]?.word ?? '') : '';
}

/** `memo(Clock)` shows what `Clock` does. */
export function walkWrapped(walker: Walker, site: Site<Call>, path: Path): Root[] | undefined {
	const [component] = site.fact.args;
	if (!isShown(path[0]) || site.fact.form !== 'call' || component === undefined) return undefined;
	const isWrapper = walker
		.walk(at<Value>(site.fact, site), [])
		.some(
			root =>
				root.kind === 'origin' &&
				wrappers.some(
					({ name, pattern }) =>
						name === root.origin.from && matchPattern(pattern, root.origin)?.length === root.origin.steps.length,
				),
		);
	return isWrapper ? walker.walk(at(component, site), path) : undefined;
}

/** A component that is a class shows what its `render` gives. */
export function shownByClass([first, ...rest]: Path): Path | undefined {
	return isShown(first) ? [property('render'), first, ...rest] : undefined;
}
