import type { BindingDraft } from './binding-draft.ts';
import type { Definition } from './facts.ts';
import { writtenEntry } from './written-part.ts';

/** The properties that are variables of their own, by the variables that hold their objects. They are added to the variables of the module as they are met. */
export class Parts {
	readonly #drafts: BindingDraft[];
	readonly #parts = new Map<number, Map<string, number>>();

	constructor(drafts: BindingDraft[]) {
		this.#drafts = drafts;
	}

	/** What this variable holds is made of parts. */
	allow(holder: number): void {
		this.#parts.set(holder, new Map());
	}

	of(holder: number | undefined, property: string): number | undefined {
		const parts = holder === undefined ? undefined : this.#parts.get(holder);
		if (holder === undefined || parts === undefined) return undefined;
		const part = parts.get(property) ?? this.#drafts.push(draftOf(this.#drafts[holder]?.name ?? '', property)) - 1;
		parts.set(property, part);
		return part;
	}

	/** Once all is read: each part is declared where its object is, and begins as what that is made with. What a file keeps and never asks for stays whole: it may be there for who runs it. */
	settle(): void {
		for (const [holder, parts] of this.#parts) {
			const whole = this.#drafts[holder];
			if (whole === undefined || (parts.size === 0 && whole.function === 0)) continue;
			for (const name of whole.definitions.flatMap(namesMade)) this.of(holder, name);
			for (const [name, part] of parts) settle(this.#drafts[part], whole, name);
			whole.definitions.length = 0;
		}
	}
}

const draftOf = (holder: string, word: string): BindingDraft => ({
	name: `${holder}.${word}`,
	word,
	isType: false,
	constant: undefined,
	kind: 'let',
	function: 0,
	region: undefined,
	start: 0,
	definitions: [],
});

function settle(part: BindingDraft | undefined, whole: BindingDraft, name: string): void {
	if (part === undefined) return;
	const begun = whole.definitions.flatMap(definition => partOf(definition, name) ?? []);
	const made = begun.find(({ path }) => path.length === 0);
	part.function = whole.function;
	part.region = whole.region;
	part.start = made?.start ?? whole.start;
	part.definitions.unshift(...begun);
	if (made !== undefined && part.isWritten !== true) part.kind = 'const';
}

const namesMade = (definition: Definition): string[] =>
	definition.kind === 'value' && definition.value.kind === 'object'
		? definition.value.entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key === 'string' ? [entry.key] : []))
		: [];

function partOf(definition: Definition, name: string): Extract<Definition, { readonly kind: 'value' }> | undefined {
	if (definition.kind !== 'value') return undefined;
	const { value, path, start, function: within, region } = definition;
	if (value.kind !== 'object')
		return { kind: 'value', value, path: [{ kind: 'property', name }, ...path], start, function: within, region };
	const entry = writtenEntry(value, name);
	return entry === undefined ? undefined : { kind: 'value', value: entry.value, path: [], start: entry.start, function: within, region };
}
