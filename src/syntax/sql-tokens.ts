/**
 * SQL text as words, values and parenthesised groups. Dialects differ in their quotes and comments; where two of them read the
 * same text differently, the text is not read at all.
 */
export type SqlToken =
	/** A keyword or name in lower case; `quoted` names are no keywords. */
	| { readonly kind: 'word'; readonly text: string; readonly quoted: boolean }
	| { readonly kind: 'string'; readonly text: string }
	| { readonly kind: 'number'; readonly value: number }
	/** A value that the text leaves open: `?`, `$1`, `:name`, `@name`, `${…}`; `index` counts them from 0, or is what `$1` says. */
	| { readonly kind: 'parameter'; readonly index: number }
	| { readonly kind: 'symbol'; readonly text: string }
	| { readonly kind: 'group'; readonly tokens: readonly SqlToken[] };

export type SqlTokens = readonly SqlToken[];

interface Cursor {
	readonly text: string;
	at: number;
	parameters: number;
}

/** Undefined for text that no dialect reads, or that two dialects read differently. A hole of a template string is to be written `?`. */
function tokenizeSql(text: string): readonly SqlToken[] | undefined {
	const cursor: Cursor = { text, at: 0, parameters: 0 };
	const tokens = readGroup(cursor);
	return cursor.at === text.length ? tokens : undefined;
}

/** Reads up to a closing parenthesis or the end, and stops in front of it. */
function readGroup(cursor: Cursor): readonly SqlToken[] | undefined {
	const tokens: SqlToken[] = [];
	while (skipBlank(cursor) && cursor.text[cursor.at] !== ')') {
		const token = cursor.text[cursor.at] === '(' ? readParentheses(cursor) : readToken(cursor, tokens.at(-1));
		if (token === undefined) return undefined;
		tokens.push(token);
	}
	return tokens;
}

function readParentheses(cursor: Cursor): SqlToken | undefined {
	cursor.at++;
	const tokens = readGroup(cursor);
	if (tokens === undefined || cursor.text[cursor.at] !== ')') return undefined;
	cursor.at++;
	return { kind: 'group', tokens };
}

/** Steps over white space and comments; false at the end. `#` is a comment in MySQL and an operator elsewhere: it is no blank. */
function skipBlank(cursor: Cursor): boolean {
	const { text } = cursor;
	for (;;) {
		if (/\s/.test(text.charAt(cursor.at))) cursor.at++;
		else if (text.startsWith('--', cursor.at)) cursor.at = endOf(text, '\n', cursor.at);
		else if (text.startsWith('/*', cursor.at)) cursor.at = endOf(text, '*/', cursor.at + 2);
		else return cursor.at < text.length;
	}
}

/** Just behind the next `mark`, or the end of the text. */
function endOf(text: string, mark: string, from: number): number {
	const found = text.indexOf(mark, from);
	return found === -1 ? text.length : found + mark.length;
}

function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
	pattern.lastIndex = cursor.at;
	const match = pattern.exec(cursor.text) ?? undefined;
	if (match !== undefined) cursor.at += match[0].length;
	return match;
}

function readToken(cursor: Cursor, previous: SqlToken | undefined): SqlToken | undefined {
	return readQuoted(cursor, previous) ?? readParameter(cursor) ?? readWordOrNumber(cursor) ?? readSymbol(cursor);
}

const escapedString = /e'((?:[^'\\]|''|\\.)*)'/isy;
const plainString = /n?'((?:[^'\\]|'')*)'/iy;
const dollarString = /(\$(?:[a-z_]\w*)?\$)(.*?)\1/isy;
const doubleQuoted = /"((?:[^"]|"")*)"/y;
const backQuoted = /`([^`]*)`/y;
const bracketed = /\[([a-z_][\w $]*)\]/iy;

/** A string with a backslash and no `E` in front ends in different places in PostgreSQL and MySQL, and is not read. */
function readQuoted(cursor: Cursor, previous: SqlToken | undefined): SqlToken | undefined {
	const string = take(cursor, escapedString)?.[1] ?? take(cursor, plainString)?.[1] ?? take(cursor, dollarString)?.[2];
	if (string !== undefined) return { kind: 'string', text: string.replaceAll("''", "'") };
	const name = take(cursor, doubleQuoted)?.[1] ?? take(cursor, backQuoted)?.[1];
	if (name !== undefined) return { kind: 'word', text: name.toLowerCase(), quoted: true };
	const indexes = previous !== undefined && /[\w\])"]/.test(cursor.text.charAt(cursor.at - 1));
	const column = indexes ? undefined : take(cursor, bracketed)?.[1];
	return column === undefined ? undefined : { kind: 'word', text: column.toLowerCase(), quoted: true };
}

const numbered = /[$?](\d+)/y;
const unnumbered = /\?\??(?![|&])|\$[a-z_]\w*|\$\{[^}]*\}|\$<[^>]*>|\$\([^)]*\)|:[a-z_]\w*:?|@@?[a-z_]\w*|%[sLI](?!\w)/iy;

function readParameter(cursor: Cursor): SqlToken | undefined {
	const number = take(cursor, numbered)?.[1];
	if (number !== undefined) return { kind: 'parameter', index: Number(number) - 1 };
	return take(cursor, unnumbered) === undefined ? undefined : { kind: 'parameter', index: cursor.parameters++ };
}

/** A hole that touches a name is a part of it: `table_${suffix}`. */
const word = /[\p{L}_][\p{L}\p{N}_$]*(?:\?[\p{L}\p{N}_]*)*/uy;
const number = /\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+/iy;

function readWordOrNumber(cursor: Cursor): SqlToken | undefined {
	const name = take(cursor, word)?.[0];
	if (name !== undefined) return { kind: 'word', text: name.toLowerCase(), quoted: false };
	const value = take(cursor, number)?.[0];
	return value === undefined ? undefined : { kind: 'number', value: Number(value) };
}

const symbol = /::|[-+*/%=<>!,.;|&^~[\]]|\?[|&]|@>|:=/y;

function readSymbol(cursor: Cursor): SqlToken | undefined {
	const text = take(cursor, symbol)?.[0];
	return text === undefined ? undefined : { kind: 'symbol', text };
}

/** The statements of a text; none where it cannot be read. */
export function statementsOf(sql: string): readonly SqlTokens[] {
	const tokens = tokenizeSql(sql) ?? [];
	return split(tokens, token => isSymbol(token, ';')).filter(statement => statement.length > 0);
}

export function split(tokens: SqlTokens, separates: (token: SqlToken) => boolean): readonly SqlTokens[] {
	const parts: SqlToken[][] = [[]];
	for (const token of tokens) {
		if (separates(token)) parts.push([]);
		else parts.at(-1)?.push(token);
	}
	return parts;
}

export function isWord(token: SqlToken | undefined, text: string): boolean {
	return token?.kind === 'word' && !token.quoted && token.text === text;
}

export function isOneOf(token: SqlToken | undefined, texts: ReadonlySet<string>): boolean {
	return token?.kind === 'word' && !token.quoted && texts.has(token.text);
}

export function isSymbol(token: SqlToken | undefined, text: string): boolean {
	return token?.kind === 'symbol' && token.text === text;
}
