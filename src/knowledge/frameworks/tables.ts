import { frameworks } from './all-frameworks.ts';

/** The words that run a test for each element of a list that they are called with, as `package word`: `vitest each`, `global each`. */
const words: ReadonlySet<string> = new Set(
	Object.values(frameworks).flatMap(({ vocabularies }) =>
		vocabularies.flatMap(({ from, then }) => Object.entries(then).flatMap(([word, { adds, called }]) => (adds === 'each' && called === true ? from.map(name => `${name} ${word}`) : []))),
	),
);

export function takesTable(from: string, word: string): boolean {
	return words.has(`${from} ${word}`);
}

/** Words that hand over each element whole, a list too (https://vitest.dev/api/test#test-for). */
export function handsOverWhole(word: string): boolean {
	return word === 'for';
}
