import type { StoredValue } from '../effects/stores/stored-values.ts';
import { soleValue } from '../syntax/definitions.ts';
import type { ModuleFacts, Span, Value } from '../syntax/facts.ts';
import { type Edit, replace, together } from './edit.ts';
import { type Editable, importedName } from './import.ts';

/** Generators of an address, by the end of their name. */
const emails: ReadonlySet<string> = new Set(['email', 'exampleEmail', 'safeEmail']);
/** Generators of a word that any other text can stand for. */
const words: ReadonlySet<string> = new Set([
	'userName',
	'username',
	'displayName',
	'slug',
	'word',
	'words',
	'alphaNumeric',
	'alphanumeric',
	'firstName',
	'lastName',
	'fullName',
]);

/** A UUID in the place of what makes the value, where that stands in the linted file and the value is text. */
export function useUuid(file: Editable, { value, generator }: StoredValue): Edit | undefined {
	if (generator === undefined || generator.source.module !== file.module || value.module !== file.module) return undefined;
	const source = generator.source.fact;
	const written = writtenValue(file.module.facts, value.fact);
	const uuid = importedName(file, 'node:crypto', 'randomUUID');
	if (uuid === undefined) return undefined;

	const part = partOfText(written, source);
	const name = generator.api.split('.').at(-1) ?? '';
	const isWhole = written.start === source.start && written.end === source.end;
	const text = part === undefined && isWhole && emails.has(name) ? `\`\${${uuid.name}()}@example.com\`` : `${uuid.name}()`;
	const place = part ?? (isWhole && (emails.has(name) || words.has(name)) ? source : undefined);
	if (place === undefined) return undefined;
	return uuid.edit === undefined ? replace(place, text) : together(replace(place, text), uuid.edit);
}

/** Through variables that are given one value. */
function writtenValue(facts: ModuleFacts, value: Value, hops = 0): Value {
	if (value.kind === 'await') return value;
	const held = soleValue(facts, value);
	return held !== undefined && hops < 4 ? writtenValue(facts, held, hops + 1) : value;
}

/** The part of a template, or the operand that is added to a text, that holds the source. */
function partOfText(value: Value, source: Span): Span | undefined {
	const holds = (part: Span): boolean => part.start <= source.start && source.end <= part.end;
	if (value.kind === 'template') return value.parts.find(holds);
	const operands = value.kind === 'operation' && value.operator === '+' ? addends(value) : [];
	return operands.some(isText) ? operands.find(holds) : undefined;
}

function addends(value: Value): readonly Value[] {
	return value.kind === 'operation' && value.operator === '+' ? value.operands.flatMap(addends) : [value];
}

function isText(value: Value): boolean {
	return value.kind === 'template' || (value.kind === 'literal' && typeof value.value === 'string');
}
