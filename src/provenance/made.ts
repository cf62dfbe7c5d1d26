import type { Site } from '../project/model.ts';
import type { ArrayValue, ObjectValue, Value } from '../syntax/facts.ts';
import type { Path, Root } from './model.ts';
import { type Walker, at, functionAt, settled } from './walker.ts';

/** Takes a literal value apart as far as its own text goes; what is still asked then goes into the root. */
export function walkMade(walker: Walker, site: Site<Value>, path: Path): Root[] {
	const { fact: value } = site;
	const asked = settled(path);
	if (value.kind === 'object') return walkObject(walker, at(value, site), asked);
	if (value.kind === 'array') return walkArray(walker, at(value, site), asked);
	return [made(site, asked)];
}

function made(site: Site<Value>, path: Path): Root {
	return { kind: 'made', site, path, at: site, conditions: [] };
}

function walkObject(walker: Walker, site: Site<ObjectValue>, path: Path): Root[] {
	const [first, ...rest] = path;
	if (first?.kind === 'parts') {
		const values = site.fact.entries.filter(entry => entry.kind === 'spread' || entry.accessor !== 'set').map(entry => entry.value);
		return values.flatMap(value => walker.walk(at(value, site), path));
	}
	if (first?.kind !== 'property' && first?.kind !== 'position') return [made(site, path)];
	const name = first.kind === 'property' ? first.name : String(first.index ?? '*');

	const { entries } = site.fact;
	const last = entries.findLastIndex(entry => entry.kind === 'property' && entry.key === name && entry.accessor !== 'set');
	const found = entries[last];
	const behind = entries.slice(last + 1);
	const over = behind.findLastIndex(entry => entry.kind === 'spread' && surelyHas(walker, at(entry.value, site), name));
	const later = over === -1 ? behind : behind.slice(over);
	const spreads = later.flatMap(entry => (entry.kind === 'spread' ? walker.walk(at(entry.value, site), path) : []));
	const computed = later.flatMap(entry =>
		entry.kind === 'property' && (typeof entry.key !== 'string' || name === '*') ? walker.walk(at(entry.value, site), rest) : [],
	);
	if (found?.kind !== 'property') return spreads.length + computed.length > 0 ? [...spreads, ...computed] : [made(site, path)];

	if (over !== -1) return [...spreads, ...computed];
	const own = found.accessor === 'get' ? walkGetter(walker, at(found.value, site), rest) : walker.walk(at(found.value, site), rest);
	return [...own, ...spreads.filter(root => root.kind === 'origin'), ...computed];
}

/** Whether a value is nothing but objects that are written down with a property of that name. */
function surelyHas(walker: Walker, site: Site<Value>, name: string): boolean {
	const roots = walker.walk(site, []);
	return (
		roots.length > 0 &&
		roots.every(
			root =>
				root.kind === 'made' &&
				root.path.length === 0 &&
				root.site.fact.kind === 'object' &&
				root.site.fact.entries.some(entry => entry.kind === 'property' && entry.key === name && entry.accessor === undefined),
		)
	);
}

/** What reading a getter gives. */
export function walkGetter(walker: Walker, site: Site<Value>, path: Path): Root[] {
	const facts = site.fact.kind === 'function' ? functionAt(site.module, site.fact.function) : undefined;
	return facts === undefined ? [] : walker.results(at(facts, site), path);
}

function walkArray(walker: Walker, site: Site<ArrayValue>, path: Path): Root[] {
	const [first, ...rest] = path;
	const { elements } = site.fact;
	const each = (element: Value): Root[] => walker.walk(at(element, site), element.kind === 'spread' ? path : rest);

	if (first?.kind === 'parts') return elements.flatMap(element => walker.walk(at(element, site), path));
	if (first?.kind === 'element') return elements.flatMap(each);
	if (first?.kind !== 'position') return [made(site, path)];
	const spreads = elements.findIndex(element => element.kind === 'spread');
	if (first.index === undefined || (spreads !== -1 && spreads <= first.index)) return elements.flatMap(each);
	const element = elements.at(first.index);
	return element === undefined ? [] : each(element);
}
