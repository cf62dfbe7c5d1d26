import type { ModuleFacts, ObjectEntry, Value } from '../syntax/facts.ts';
import { nodeunitContexts } from '../syntax/contexts-by-use.ts';

const answers = new WeakMap<ModuleFacts, Signs>();

/** What the exports of a module say of the runner that finds its tests in them. */
export interface Signs {
	/** Something is named in a sentence: `module.exports = { 'saves a file': function () {} }`. */
	readonly sentences: boolean;
	/** A function ends what it is handed first, and makes its assertions with it: `exports.saves = function (test) { test.ok(true); test.done() }`. */
	readonly nodeunit: boolean;
}

/** A cheap look at the module alone. */
export function exportedSigns(facts: ModuleFacts): Signs {
	const known = answers.get(facts) ?? {
		sentences: namesSentences(facts),
		nodeunit: facts.exports.some(({ kind }) => kind === 'value') && nodeunitContexts(facts).size > 0,
	};
	answers.set(facts, known);
	return known;
}

function namesSentences({ exports, bindings }: ModuleFacts): boolean {
	return exports.some(each => {
		if (each.kind !== 'value') return false;
		if (each.name !== 'default' && each.name !== 'export=') return isSentence(each.name) && mayHoldTests(each.value);
		const [value] =
			each.value.kind === 'reference'
				? (bindings[each.value.binding]?.definitions ?? []).flatMap(definition =>
						definition.kind === 'value' ? [definition.value] : [],
					)
				: [each.value];
		return value?.kind === 'object' && value.entries.some(entry => hasSentence(entry, 0));
	});
}

/** `'a list': { 'has no end': function () {} }` */
function hasSentence(entry: ObjectEntry, depth: number): boolean {
	if (entry.kind !== 'property' || typeof entry.key !== 'string') return false;
	if (isSentence(entry.key) && mayHoldTests(entry.value)) return true;
	return depth < 2 && entry.value.kind === 'object' && entry.value.entries.some(inner => hasSentence(inner, depth + 1));
}

function mayHoldTests({ kind, ...value }: Value): boolean {
	return (
		kind === 'function' ||
		(kind === 'object' &&
			'entries' in value &&
			value.entries.some(entry => entry.kind === 'property' && entry.value.kind === 'function'))
	);
}

/** Words with spaces between them. No name of a function in a program is one. */
function isSentence(name: string): boolean {
	return /^\S*\p{Letter}\S* \S/u.test(name);
}
