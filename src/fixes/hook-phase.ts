import type { Hook } from '../framework/model.ts';
import type { Value } from '../syntax/facts.ts';
import { type Edit, replace, together } from './edit.ts';
import { type Editable, importedNames } from './import.ts';

/** What runs once, and what runs before each test, in the words of each runner. */
const words: ReadonlyMap<string, string> = new Map([
	['beforeAll', 'beforeEach'],
	['before', 'beforeEach'],
	['suiteSetup', 'setup'],
]);

/** Packages whose hooks are imported by name. */
const packages: ReadonlySet<string> = new Set(['vitest', '@jest/globals', 'bun:test', 'node:test', 'mocha']);

/**
 * Runs a hook before each test instead of once. Only where it does nothing but give values to variables, of which none is made by a
 * call: what it builds can be built again and needs no end.
 */
export function buildBeforeEach(file: Editable, { definition, body, call }: Hook): Edit | undefined {
	const { callee } = definition.fact;
	const word = wordOf(callee, file);
	const each = word === undefined ? undefined : words.get(word.name);
	if (
		word === undefined ||
		each === undefined ||
		definition.module !== file.module ||
		definition.fact !== call ||
		body.module !== file.module
	)
		return undefined;
	const { calls, awaits, writes, regions } = body.fact;
	const isPlain = calls.every(({ form }) => form === 'new') && awaits.length === 0 && regions.length === 0 && writes.length > 0;
	if (!isPlain || body.module.facts.functions.some(({ parent }) => body.module.facts.functions[parent ?? -1] === body.fact))
		return undefined;
	const edit = replace(word.span, each);
	if (word.source === undefined) return edit;
	const imported = packages.has(word.source) ? importedNames(file, word.source, [each]) : undefined;
	return imported === 'global' ? edit : together(edit, imported);
}

interface Word {
	readonly name: string;
	readonly span: { readonly start: number; readonly end: number };
	/** The package that it is imported from, by its own name; undefined where it is a member or a global. */
	readonly source: string | undefined;
}

function wordOf(callee: Value, { module }: Editable): Word | undefined {
	if (callee.kind === 'global') return { name: callee.name, span: callee, source: undefined };
	if (callee.kind === 'member')
		return typeof callee.property === 'string'
			? { name: callee.property, span: { start: callee.end - callee.property.length, end: callee.end }, source: undefined }
			: undefined;
	const binding = callee.kind === 'reference' ? module.facts.bindings[callee.binding] : undefined;
	const imported = binding?.definitions.find(each => each.kind === 'import');
	return binding === undefined || imported?.kind !== 'import' || imported.imported !== binding.name
		? undefined
		: { name: binding.name, span: callee, source: imported.source };
}
