import type { Site } from '../project/model.ts';
import type { MemberValue, TemplateValue, Value } from '../syntax/facts.ts';
import type { Root, Step } from './model.ts';
import { type Walker, at, property } from './walker.ts';

/** Ways in which one key may be written. */
const maxKeys = 100;

/** What a key says, or how it begins. */
interface Key {
	readonly text: string;
	readonly isWhole: boolean;
}

/**
 * The entries of tables that are written down which a computed key may name, as far as the key is written down itself: `servers[kind]`, where the call that is
 * looked at hands over `'http'`, or where `kind` is one of a list of texts; of a template counts what stands in front of the first part that is not known.
 * Undefined where any entry may be meant.
 */
export function namedEntries(walker: Walker, { object, property: name }: MemberValue, site: Site<Value>): readonly Step[] | undefined {
	if (typeof name === 'string' || name.kind === 'literal') return undefined;
	const keys = keysOf(walker, at(name, site));
	if (keys === undefined) return undefined;
	const names = new Set<string>();
	for (const root of walker.walk(at(object, site), [])) {
		if (root.kind !== 'made' || root.path.length > 0 || root.site.fact.kind !== 'object') return undefined;
		for (const entry of root.site.fact.entries) {
			if (entry.kind !== 'property' || typeof entry.key !== 'string') return undefined;
			const { key } = entry;
			if (keys.some(({ text, isWhole }) => (isWhole ? key === text : key.startsWith(text)))) names.add(key);
		}
	}
	return names.size === 0 ? undefined : [...names].map(property);
}

function keysOf(walker: Walker, name: Site<Value>): readonly Key[] | undefined {
	const keys: Key[] = [];
	for (const root of walker.walk(name, [])) {
		const found =
			root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'template'
				? beginnings(walker, at(root.site.fact, root.site))
				: wholeOf(root);
		if (found === undefined || keys.length + found.length > maxKeys) return undefined;
		keys.push(...found);
	}
	return keys.length === 0 ? undefined : keys;
}

function wholeOf(root: Root): readonly Key[] | undefined {
	const text = textOf(root);
	return text === undefined ? undefined : [{ text, isWhole: true }];
}

function textOf(root: Root): string | undefined {
	const value = root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'literal' ? root.site.fact.value : undefined;
	return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** `${kind}-server` */
function beginnings(walker: Walker, { fact: { quasis, parts }, ...place }: Site<TemplateValue>): readonly Key[] | undefined {
	let texts = [quasis[0] ?? ''];
	for (const [index, part] of parts.entries()) {
		const written = walker.walk(at(part, place), []).map(textOf);
		if (written.length === 0 || written.includes(undefined))
			return texts.includes('') ? undefined : texts.map(text => ({ text, isWhole: false }));
		texts = texts.flatMap(text => written.map(each => `${text}${each ?? ''}${quasis[index + 1] ?? ''}`));
		if (texts.length > maxKeys) return undefined;
	}
	return texts.map(text => ({ text, isWhole: true }));
}
