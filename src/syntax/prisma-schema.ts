import { schemaLanguages } from '../knowledge/unique-columns.ts';

/** Unique fields by model, each by itself; a key of several fields makes none of them unique. */
export type UniqueFields = ReadonlyMap<string, ReadonlySet<string>>;

const [words] = schemaLanguages.filter(({ extension }) => extension === '.prisma');

/** Reads the models of a Prisma schema (https://www.prisma.io/docs/orm/reference/prisma-schema-reference); what is no model is passed over. */
export function readPrismaSchema(text: string): UniqueFields {
	const models = new Map<string, ReadonlySet<string>>();
	const plain = text.split('\n').map(withoutComment).join('\n');
	for (const [, name = '', body = ''] of plain.matchAll(/^[ \t]*model[ \t]+(\w+)[ \t]*\{(.*?)^[ \t]*\}/gms)) {
		models.set(name, new Set(body.split('\n').flatMap(uniqueFieldsOf)));
	}
	return models;
}

/** Two slashes inside a string are no comment: `@default("https://…")`. */
function withoutComment(line: string): string {
	return line.replace(/^((?:[^"/]|"(?:[^"\\]|\\.)*"|\/(?!\/))*)\/\/.*$/, '$1');
}

function uniqueFieldsOf(line: string): string[] {
	const [first = '', ...attributes] = line.trim().split(/\s+(?=@)|(?<=\w)(?=@)/);
	const block = /^(@@\w+)\s*\(\s*(?:fields\s*:\s*)?\[\s*(\w+)\b[^,\]]*\]/.exec(first);
	if (block !== null) return isOneOf(words?.beforeColumns, block[1]) ? [block[2] ?? ''] : [];
	const [field = ''] = first.split(/\s+/);
	const marks = attributes.map(attribute => /^@\w+/.exec(attribute)?.[0]);
	return marks.some(mark => isOneOf(words?.onColumn, mark)) ? [field] : [];
}

function isOneOf(names: readonly string[] | undefined, name: string | undefined): boolean {
	return name !== undefined && names?.includes(name) === true;
}
