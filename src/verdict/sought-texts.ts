import { valuesInside } from '../effects/value-parts.ts';
import { roleQueries, testIdQueries, textQueries } from '../knowledge/page-words.ts';
import type { Call, Value } from '../syntax/facts.ts';

/** A text that is written down, as it stands or as a pattern that has nothing else in it: `/good morning/i`. */
export interface Said {
	readonly text: string;
	readonly isAnyCase: boolean;
	/** A pattern fits whatever it stands in. */
	readonly isPart: boolean;
}

/** The text that a value is, or looks for. */
export function saidIn(value: Value | undefined): readonly Said[] {
	if (value?.kind === 'literal' && typeof value.value === 'string')
		return [{ text: value.value.trim(), isAnyCase: false, isPart: false }];
	if (value?.kind !== 'regexp' || !plainPattern.test(value.pattern)) return [];
	const text = value.pattern.replace(/^\^|\$$/g, '').replace(/\\(?=\W)/g, '');
	return [{ text, isAnyCase: value.flags.includes('i'), isPart: true }];
}

/** Letters, digits, spaces and signs that stand for themselves. */
const plainPattern = /^\^?(?:[^\\^$()[\]{}*+?|]|\\\W)*\$?$/;

/** A query that finds an element by what is written down in it. */
export interface Sought extends Said {
	readonly by: 'text' | 'test-id';
	readonly query: Call;
}

/** `screen.getByText('Good morning')`, `screen.getByRole('heading', { name: 'Good morning' })`, `screen.getByTestId('note')` */
export function soughtIn(value: Value): readonly Sought[] {
	return valuesInside(value).flatMap(query => {
		if (query.kind !== 'call' || query.callee.kind !== 'member' || typeof query.callee.property !== 'string') return [];
		const [first, options] = query.args;
		const { property } = query.callee;
		const sought = (by: Sought['by'], asked: Value | undefined): readonly Sought[] =>
			saidIn(asked).map(said => ({ ...said, by, query }));
		if (textQueries.has(property)) return sought('text', first);
		if (testIdQueries.has(property)) return sought('test-id', first);
		if (!roleQueries.has(property) || options?.kind !== 'object') return [];
		return options.entries.flatMap(entry => (entry.kind === 'property' && entry.key === 'name' ? sought('text', entry.value) : []));
	});
}

/** What elements are found by, in a value: their text, or their name. */
export function namesSought(value: Value): readonly Value[] {
	return valuesInside(value).flatMap(each => {
		const name = each.kind === 'call' ? nameSought(each) : undefined;
		return name === undefined ? [] : [name];
	});
}

/** The text, or the name, that a query finds an element by. */
export function nameSought({ callee, args: [first, options] }: Call): Value | undefined {
	const query = callee.kind === 'member' ? callee.property : undefined;
	if (typeof query !== 'string') return undefined;
	if (textQueries.has(query)) return first;
	if (!roleQueries.has(query) || options?.kind !== 'object') return undefined;
	return options.entries.flatMap(entry => (entry.kind === 'property' && entry.key === 'name' ? [entry.value] : []))[0];
}

/** Whether what a query asks for fits a whole text that is shown. */
export function fits({ text, isAnyCase, isPart }: Said, shown: string): boolean {
	const [asked, whole] = isAnyCase ? [text.toLowerCase(), shown.trim().toLowerCase()] : [text, shown.trim()];
	return isPart ? whole.includes(asked) : whole === asked;
}
