import type { UniqueFields } from './prisma-schema.ts';
import { type SqlToken, type SqlTokens, isOneOf, isSymbol, isWord, split, statementsOf } from './sql-tokens.ts';

/** Where an INSERT takes the columns' values from: `index` counts the parameters of the text. */
export interface SqlInsert {
	/** In lower case, without the schema in front. */
	readonly table: string;
	readonly columns: readonly { readonly name: string; readonly index: number }[];
}

/** The first INSERT of a text, as far as its values are parameters; undefined where there is none that names its columns. */
export function readInsert(sql: string): SqlInsert | undefined {
	for (const tokens of statementsOf(sql)) {
		const into = tokens.findIndex(token => isWord(token, 'into'));
		const named = into === -1 ? undefined : nameAt(tokens, into + 1);
		if (named === undefined) continue;
		const columns = isWord(tokens[named.end], 'set') ? assigned(tokens.slice(named.end + 1)) : listed(tokens.slice(named.end));
		return { table: named.name, columns };
	}
	return undefined;
}

type Columns = { readonly name: string; readonly index: number }[];

/** `(a, b) VALUES ($1, $2), ($3, $4)` */
function listed([names, values, ...rows]: SqlTokens): Columns {
	if (names?.kind !== 'group' || !isWord(values, 'values')) return [];
	const columns = split(names.tokens, token => isSymbol(token, ',')).map(nameOnly);
	return rows
		.filter(row => row.kind === 'group')
		.flatMap(row => {
			const parts = split(row.tokens, token => isSymbol(token, ','));
			return parts.length === columns.length ? parts.flatMap((part, position) => column(columns[position], part)) : [];
		});
}

/** `SET a = ?, b = ?` (https://dev.mysql.com/doc/refman/9.0/en/insert.html) */
function assigned(tokens: SqlTokens): Columns {
	return split(tokens, token => isSymbol(token, ',')).flatMap(([name, equals, ...value]) =>
		isSymbol(equals, '=') ? column(wordOf(name), value) : [],
	);
}

/** A cast may follow the parameter: `$1::uuid`. */
function column(name: string | undefined, [value, cast]: SqlTokens): Columns {
	if (name === undefined || value?.kind !== 'parameter' || (cast !== undefined && !isSymbol(cast, '::'))) return [];
	return [{ name, index: value.index }];
}

const tableWords: ReadonlySet<string> = new Set(['table', 'if', 'not', 'exists', 'only']);
const constraintWords: ReadonlySet<string> = new Set([
	'constraint',
	'primary',
	'unique',
	'foreign',
	'check',
	'key',
	'index',
	'exclude',
	'fulltext',
	'spatial',
	'like',
]);

/** Columns that CREATE TABLE, ALTER TABLE and CREATE UNIQUE INDEX make unique, by table; a table that is created has an entry. */
export function readSqlSchema(sql: string): UniqueFields {
	const tables = new Map<string, Set<string>>();
	const add = (table: string, columns: readonly string[]): void => {
		tables.set(table, new Set([...(tables.get(table) ?? []), ...columns]));
	};
	for (const tokens of statementsOf(sql)) {
		if (isWord(tokens[0], 'create') && isWord(tokens[1], 'unique')) {
			const index = tokens.findIndex(token => isWord(token, 'on'));
			const named = index === -1 ? undefined : nameAt(tokens, index + 1);
			if (named !== undefined && !tokens.some(token => isWord(token, 'where'))) add(named.name, onlyColumn(tokens.slice(named.end)));
			continue;
		}
		const start = tokens.findIndex(token => isWord(token, 'table'));
		const first = tokens.findIndex((token, at) => at >= start && !isOneOf(token, tableWords));
		const named = start === -1 || start > 3 || first === -1 ? undefined : nameAt(tokens, first);
		if (named === undefined) continue;
		if (isWord(tokens[0], 'create')) add(named.name, created(tokens[named.end]));
		if (isWord(tokens[0], 'alter')) add(named.name, altered(tokens.slice(named.end)));
	}
	return tables;
}

function created(body: SqlToken | undefined): string[] {
	return body?.kind === 'group' ? split(body.tokens, token => isSymbol(token, ',')).flatMap(uniqueIn) : [];
}

function altered(tokens: SqlTokens): string[] {
	return split(tokens, token => isSymbol(token, ',')).flatMap(([verb, ...rest]) => {
		if (!isWord(verb, 'add')) return [];
		return uniqueIn(isWord(rest[0], 'column') ? rest.slice(1) : rest);
	});
}

/** One column, or one constraint over columns. */
function uniqueIn(tokens: SqlTokens): string[] {
	const at = tokens.findIndex(
		(token, index) => isWord(token, 'unique') || (isWord(token, 'primary') && isWord(tokens[index + 1], 'key')),
	);
	if (at === -1) return [];
	const [first] = tokens;
	if (isOneOf(first, constraintWords)) return onlyColumn(tokens.slice(at));
	const name = wordOf(first);
	return name === undefined ? [] : [name];
}

/** The column of the next group, where it holds one alone. */
function onlyColumn(tokens: SqlTokens): string[] {
	const group = tokens.find(token => token.kind === 'group');
	const parts = group === undefined ? [] : split(group.tokens, token => isSymbol(token, ','));
	const name = parts.length === 1 ? wordOf(parts[0]?.[0]) : undefined;
	return name === undefined || parts[0]?.[1]?.kind === 'group' ? [] : [name];
}

/** `public.users`: the last part counts. */
function nameAt(tokens: SqlTokens, from: number): { readonly name: string; readonly end: number } | undefined {
	let at = from;
	while (isSymbol(tokens[at + 1], '.')) at += 2;
	const name = wordOf(tokens[at]);
	return name === undefined ? undefined : { name, end: at + 1 };
}

function nameOnly(tokens: SqlTokens): string | undefined {
	return tokens.length === 1 ? wordOf(tokens[0]) : undefined;
}

function wordOf(token: SqlToken | undefined): string | undefined {
	return token?.kind === 'word' ? token.text : undefined;
}
