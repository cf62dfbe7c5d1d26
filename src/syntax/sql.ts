import {
	aggregateNames,
	beforeTable,
	conditionWords,
	connectives,
	joinWords,
	locks,
	narrowing,
	operatorWords,
	setOperators,
	setQuantifiers,
	sleepFunctions,
} from '../knowledge/sql-words.ts';
import { uniqueColumnNames } from '../knowledge/unique-columns.ts';
import { type SqlToken, type SqlTokens as Tokens, isOneOf, isSymbol, isWord, split, statementsOf } from './sql-tokens.ts';

type Source =
	| { readonly kind: 'table'; readonly name: string }
	| { readonly kind: 'query'; readonly tokens: Tokens }
	/** A function in the place of a table: what order its rows have is its own promise. */
	| { readonly kind: 'function' };
/** What the names of a WITH clause stand for. */
type Named = ReadonlyMap<string, boolean>;

/**
 * Whether the text is one query that may give several rows, in no promised order (ISO 9075-2, 7.17: without ORDER BY "the order
 * … is implementation-dependent"). False in doubt: several statements, a clause this does not know, a hole where more than a value
 * could stand.
 */
export function isUnorderedSelect(sql: string): boolean {
	const [statement, ...others] = statementsOf(sql);
	return statement !== undefined && others.length === 0 && isUnorderedQuery(statement, new Map());
}

/** Whether a condition or a limit of the query decides how many rows there are. */
export function narrowsRows(sql: string): boolean {
	return statementsOf(sql).some(statement => statement.some(token => isOneOf(token, narrowing)));
}

/** Whether the database itself waits: `pg_sleep(1)`, `SLEEP(1)`, `WAITFOR DELAY '00:00:01'`. A wait of 0 is none. */
export function callsSleep(sql: string): boolean {
	return statementsOf(sql).some(statement => holdsSleep(statement));
}

/** Whether a statement of the text, or a part of it, stores rows. */
export function insertsRows(sql: string): boolean {
	return statementsOf(sql).some(statement => holdsInsert(statement));
}

function holdsSleep(tokens: Tokens): boolean {
	return tokens.some((token, index) => {
		if (token.kind === 'group') return holdsSleep(token.tokens);
		const next = tokens[index + 1];
		if (isWord(token, 'waitfor')) return isWord(next, 'delay') || isWord(next, 'time');
		if (token.kind !== 'word' || token.quoted || !sleepFunctions.has(token.text) || next?.kind !== 'group') return false;
		return !isZero(next.tokens) && !(token.text === 'sleep' && isOneOf(tokens[index - 1], beforeTable));
	});
}

function isZero([token, ...others]: Tokens): boolean {
	return token?.kind === 'number' && token.value === 0 && others.length === 0;
}

function holdsInsert(tokens: Tokens): boolean {
	const [first, second] = tokens;
	if (isWord(first, 'insert')) return tokens.some(token => isWord(token, 'into') || isWord(token, 'values'));
	if (isWord(first, 'replace')) return isWord(second, 'into');
	if (!isWord(first, 'with')) return false;
	return tokens.some((token, index) =>
		token.kind === 'group' ? holdsInsert(token.tokens) : isWord(token, 'insert') && isWord(tokens[index + 1], 'into'),
	);
}

function isUnorderedQuery(tokens: Tokens, named: Named): boolean {
	const [first] = tokens;
	if (first?.kind === 'group' && tokens.length === 1) return isUnorderedQuery(first.tokens, named);
	if (isWord(first, 'with')) return isUnorderedWith(tokens, named);
	const parts = split(tokens, token => isOneOf(token, setOperators)).map(part =>
		isOneOf(part[0], setQuantifiers) ? part.slice(1) : part,
	);
	const last = clausesOf(parts.at(-1) ?? []);
	if (last === undefined || last.has('order') || !allowsSeveralRows(last)) return false;
	return parts.length === 1 ? isUnorderedSelection(last, named) : parts.some(part => isUnorderedQuery(part, named));
}

/** Recursive ones give their rows as they go, which tests of hierarchies rely on: they count as ordered. */
function isUnorderedWith(tokens: Tokens, outer: Named): boolean {
	const named = new Map(outer);
	let at = 1;
	for (;;) {
		const name = tokens[at++];
		if (tokens[at]?.kind === 'group') at++;
		if (name?.kind !== 'word' || isWord(name, 'recursive') || !isWord(tokens[at++], 'as')) return false;
		while (isWord(tokens[at], 'not') || isWord(tokens[at], 'materialized')) at++;
		const body = tokens[at++];
		if (body?.kind !== 'group') return false;
		named.set(name.text, isUnorderedQuery(body.tokens, named));
		if (!isSymbol(tokens[at], ',')) return isUnorderedQuery(tokens.slice(at), named);
		at++;
	}
}

const clauseOrder = ['select', 'from', 'where', 'group', 'having', 'window', 'order', 'limit', 'offset', 'fetch', 'for'] as const;
type Clause = (typeof clauseOrder)[number];
type Clauses = ReadonlyMap<Clause, Tokens>;

/** Undefined for what is no SELECT, or has a clause twice, or out of turn (OFFSET may stand before LIMIT). */
function clausesOf(tokens: Tokens): Clauses | undefined {
	if (!isWord(tokens[0], 'select')) return undefined;
	const clauses = new Map<Clause, SqlToken[]>();
	let rank = -1;
	let body: SqlToken[] = [];
	for (const [index, token] of tokens.entries()) {
		const clause = clauseAt(tokens, index);
		if (clause === undefined) {
			body.push(token);
			continue;
		}
		const next = clauseOrder.indexOf(clause);
		if (next <= rank && !(clause === 'limit' && !clauses.has('limit') && rank === clauseOrder.indexOf('offset'))) return undefined;
		rank = next;
		clauses.set(clause, (body = []));
	}
	return clauses;
}

/** `IS DISTINCT FROM` begins no clause. */
function clauseAt(tokens: Tokens, index: number): Clause | undefined {
	const found = clauseOrder.find(clause => isWord(tokens[index], clause));
	const comparison =
		found === 'from' && isWord(tokens[index - 1], 'distinct') && (isWord(tokens[index - 2], 'is') || isWord(tokens[index - 2], 'not'));
	return comparison ? undefined : found;
}

/** False for `LIMIT 1`, `FETCH FIRST ROW ONLY`, `TOP 1`, for a limit that a value decides, and for what no dialect says. */
function allowsSeveralRows(clauses: Clauses): boolean {
	const limit = clauses.get('limit');
	const fetch = clauses.get('fetch');
	const [top, count] = clauses.get('select') ?? [];
	if (limit !== undefined && !isSeveral(isSymbol(limit[1], ',') ? limit[2] : limit[0])) return false;
	if (fetch !== undefined && !isSeveral(fetch[1])) return false;
	return !isWord(top, 'top') || isSeveral(count?.kind === 'group' ? count.tokens[0] : count);
}

function isSeveral(count: SqlToken | undefined): boolean {
	return count?.kind === 'number' ? count.value > 1 : isWord(count, 'all');
}

function isUnorderedSelection(clauses: Clauses, named: Named): boolean {
	const select = clauses.get('select') ?? [];
	const from = clauses.get('from');
	const where = clauses.get('where') ?? [];
	const lock = clauses.get('for');
	const sources = from === undefined ? undefined : sourcesOf(from);
	if (sources === undefined || select.some(token => token.kind === 'parameter' || isWord(token, 'into'))) return false;
	if (!clauses.has('group') && (clauses.has('having') || aggregates(select))) return false;
	if (lock !== undefined && !isOneOf(lock[0], locks)) return false;
	if (![where, clauses.get('group') ?? [], clauses.get('having') ?? []].every(isExpression)) return false;
	if (sources.length === 1 && picksOneByKey(where)) return false;
	const rows = sources.filter(source => source.kind !== 'function');
	return (
		rows.length > 0 &&
		rows.every(source => (source.kind === 'query' ? isUnorderedQuery(source.tokens, named) : isUnorderedTable(source.name, named)))
	);
}

function isUnorderedTable(name: string, named: Named): boolean {
	return named.get(name) ?? name !== 'dual';
}

/** An aggregate makes one row of all, a window function does not; an aggregate in a subquery is not this query's own. */
function aggregates(tokens: Tokens): boolean {
	return tokens.some((token, index) => {
		const next = tokens[index + 1];
		if (token.kind === 'group') return !isWord(token.tokens[0], 'select') && aggregates(token.tokens);
		if (!isOneOf(token, aggregateNames) || next?.kind !== 'group') return false;
		const filtered = isWord(tokens[index + 2], 'filter') ? 4 : 2;
		return !isWord(tokens[index + filtered], 'over');
	});
}

/** Undefined where a source is written in a way that this does not know. */
function sourcesOf(from: Tokens): readonly Source[] | undefined {
	const sources = split(from, token => isSymbol(token, ',') || isWord(token, 'join')).map(part => {
		const end = part.findIndex(token => isOneOf(token, conditionWords));
		const words = (end === -1 ? part : part.slice(0, end)).filter(token => !isOneOf(token, joinWords));
		return end === -1 || isExpression(part.slice(end + 1).filter(token => !isOneOf(token, joinWords))) ? sourceOf(words) : undefined;
	});
	const known = sources.filter(source => source !== undefined);
	return known.length === sources.length ? known : undefined;
}

function sourceOf(words: Tokens): Source | undefined {
	const tokens = words.filter(token => !isWord(token, 'as') && !isWord(token, 'only') && !isWord(token, 'lateral'));
	const [first] = tokens;
	if (first?.kind === 'group') return isWord(first.tokens[0], 'values') ? { kind: 'function' } : { kind: 'query', tokens: first.tokens };
	if (first?.kind !== 'word' && first?.kind !== 'parameter') return undefined;
	let at = 1;
	while (isSymbol(tokens[at], '.')) at += 2;
	if (tokens[at]?.kind === 'group') return { kind: 'function' };
	return isAlias(tokens.slice(at)) ? { kind: 'table', name: at === 1 && first.kind === 'word' ? first.text : '' } : undefined;
}

function isAlias(tokens: Tokens): boolean {
	return tokens.length === 0 || (tokens.length === 1 && tokens[0]?.kind === 'word');
}

/** No two operands side by side: such a pair hides a clause that this does not know, or a hole that holds one. */
function isExpression(tokens: Tokens): boolean {
	return tokens.every((token, index) => {
		if (token.kind === 'symbol' || isOneOf(token, operatorWords)) return true;
		const next = tokens[index + 1];
		if (token.kind === 'parameter' && endsCondition(next) && startsCondition(tokens, index)) return false;
		return (
			next === undefined ||
			next.kind === 'symbol' ||
			isOneOf(next, operatorWords) ||
			(token.kind === 'word' && (next.kind === 'group' || next.kind === 'string'))
		);
	});
}

function endsCondition(next: SqlToken | undefined): boolean {
	return next === undefined || isOneOf(next, connectives);
}

/** The `AND` of a BETWEEN joins no conditions. */
function startsCondition(tokens: Tokens, index: number): boolean {
	return index === 0 || (isOneOf(tokens[index - 1], connectives) && !isWord(tokens[index - 3], 'between'));
}

/** One of the conditions, all of which must hold, compares a key with one value. */
function picksOneByKey(where: Tokens): boolean {
	if (where.some(token => isWord(token, 'or') || isWord(token, 'xor'))) return false;
	return split(where, token => isWord(token, 'and')).some(([first, ...others]) => {
		if (first?.kind === 'group') return others.length === 0 && picksOneByKey(first.tokens);
		const [left, right, ...rest] = split(first === undefined ? [] : [first, ...others], token => isSymbol(token, '='));
		return (
			left !== undefined &&
			right !== undefined &&
			rest.length === 0 &&
			((isKey(left) && isValue(right)) || (isKey(right) && isValue(left)))
		);
	});
}

function isKey(tokens: Tokens): boolean {
	const column = tokens.at(-1);
	const qualified = tokens.every((token, index) => (index % 2 === 0 ? token.kind === 'word' : isSymbol(token, '.')));
	return qualified && column?.kind === 'word' && uniqueColumnNames.includes(column.text);
}

function isValue(tokens: Tokens): boolean {
	const [value, cast] = tokens;
	return (
		(value?.kind === 'string' || value?.kind === 'number' || value?.kind === 'parameter') &&
		(cast === undefined || isSymbol(cast, '::'))
	);
}
