import { componentWrappers, showingInside, shownAttributes, unseenAttributes } from '../knowledge/rendering.ts';
import type { Site } from '../project/model.ts';
import type { Call, Value } from '../syntax/facts.ts';
import type { Path, Root, Step } from './model.ts';
import { matchPattern, parsePattern } from './pattern.ts';
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
	const given = site.fact.args.flatMap(argument => (argument.kind === 'object' ? argument.entries : []));
	const seen = given.filter(entry => entry.kind === 'spread' || typeof entry.key !== 'string' || !unseenAttributes.test(entry.key));
	return seen.flatMap(({ value }) => walker.walk(at(value, site), path));
}

/** What a component of a package shows because it stands inside: `<Router><Clock /></Router>`. */
export function walkInside(walker: Walker, site: Site<Call>, path: Path): Root[] {
	const { callee, form, args } = site.fact;
	if (form !== 'jsx' || path[0]?.kind !== 'parts' || !showingInside.test(componentName(callee, site))) return [];
	if (!walker.walk(at(callee, site), []).every(root => root.kind === 'origin')) return [];
	const inside = args.flatMap(argument => (argument.kind === 'object' ? argument.entries : [])).filter(entry => entry.kind === 'property' && typeof entry.key === 'string' && shownAttributes.has(entry.key));
	return inside.flatMap(({ value }) => walker.walk(at(value, site), path));
}

function componentName(callee: Value, { module: { facts } }: Site<Call>): string {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? callee.property : '';
	return callee.kind === 'reference' ? facts.bindings[callee.binding]?.word ?? '' : '';
}

/** `memo(Clock)` shows what `Clock` does. */
export function walkWrapped(walker: Walker, site: Site<Call>, path: Path): Root[] | undefined {
	const [component] = site.fact.args;
	if (!isShown(path[0]) || site.fact.form !== 'call' || component === undefined) return undefined;
	const isWrapper = walker.walk(at<Value>(site.fact, site), []).some(root => root.kind === 'origin' && wrappers.some(({ name, pattern }) => name === root.origin.from && matchPattern(pattern, root.origin)?.length === root.origin.steps.length));
	return isWrapper ? walker.walk(at(component, site), path) : undefined;
}

/** A component that is a class shows what its `render` gives. */
export function shownByClass([first, ...rest]: Path): Path | undefined {
	return isShown(first) ? [property('render'), first, ...rest] : undefined;
}
