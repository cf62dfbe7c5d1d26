import { formatHoles, joining, textFormats, wordKeepers } from '../knowledge/text-formats.ts';
import type { Site } from '../project/model.ts';
import type { Value } from '../syntax/facts.ts';
import type { Origin, Path } from './model.ts';
import { type Ask, maxPieces } from './static-value.ts';
import { at } from './walker.ts';

/** The template that an API's tag was given: sql`SELECT 1`. */
function taggedText({ steps }: Origin): Site<Value> | undefined {
	const last = steps.at(-1);
	const [text] = last?.kind === 'call' && last.site.fact.form === 'tag' ? last.site.fact.args : [];
	return last?.kind !== 'call' || text === undefined ? undefined : at(text, last.site);
}

/** The text that an API is given to fill something into, or to take white space from, with `?` for what is filled in. */
function filledInText({ from, steps }: Origin): Site<Value> | undefined {
	const last = steps.at(-1);
	const names = steps.flatMap(step => (step.kind === 'property' && step.name !== 'default' ? [step.name] : [])).join('.');
	if (last?.kind !== 'call' || textFormats.get(from)?.includes(names) !== true) return undefined;
	const [text] = last.site.fact.args;
	return text === undefined ? undefined : at(text, last.site);
}

/** Whether nothing but methods is asked of a text, or of the words of one, that leave its words as they are: `[…].filter(Boolean).join(' ')`. */
function keepsWords(path: Path): boolean {
	return path.every((step, index) =>
		step.kind === 'property' ? wordKeepers.has(step.name) && path[index + 1]?.kind === 'call' : step.kind === 'call',
	);
}

/** What is put between words, where they are joined; a space where a list of them is the text. */
function separatorIn(path: Path): string {
	const index = path.findIndex(step => step.kind === 'property' && step.name === joining);
	const call = path[index + 1];
	if (index < 0 || call?.kind !== 'call') return ' ';
	const [separator] = call.site.fact.args;
	return separator?.kind === 'literal' && typeof separator.value === 'string' ? separator.value : ',';
}

/** The text that a value is, with `?` for what is filled in; of an array of words, the words. */
export function textOf(ask: Ask, site: Site<Value>): string | undefined {
	let pieces = 0;
	return textAt(site);

	function textAt(place: Site<Value>): string | undefined {
		if (pieces++ > maxPieces) return undefined;
		const [root, ...others] = ask(place);
		if (root === undefined || others.length > 0) return undefined;
		if (root.kind === 'origin') {
			const tagged = taggedText(root.origin);
			if (tagged !== undefined) return textAt(tagged);
			const format = filledInText(root.origin);
			return format === undefined ? undefined : textAt(format)?.replace(formatHoles, '?');
		}
		return root.kind === 'made' && keepsWords(root.path) ? madeText(root.site, separatorIn(root.path)) : undefined;
	}

	function madeText(made: Site<Value>, separator: string): string | undefined {
		const { fact: value } = made;
		const filled = (part: Value | undefined): string => (part === undefined ? undefined : textAt(at(part, made))) ?? '?';
		if (value.kind === 'literal' && typeof value.value === 'string') return value.value;
		if (value.kind === 'template')
			return value.quasis.map((quasi, index) => quasi + (index < value.parts.length ? filled(value.parts[index]) : '')).join('');
		if (value.kind === 'operation' && value.operator === '+') return value.operands.map(filled).join('');
		return value.kind === 'array' ? value.elements.map(filled).join(separator) : undefined;
	}
}
