import type { Project, Site } from '../project/model.ts';
import { textOf } from '../provenance/match.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';
import { lineAt } from '../syntax/lower.ts';
import { type SqlInsert, readInsert } from '../syntax/sql-tables.ts';
import { valuesAt } from './column-declarations.ts';
import { type DeedOptions, deedsIn } from './deeds.ts';
import type { Flow } from './flow.ts';
import { generatorOf } from './generator.ts';
import type { Influence, Reached } from './model.ts';
import { type Field, fieldsOf } from './record.ts';
import { recordsOf } from './records.ts';
import { isRepeated } from './repetition.ts';
import { type Store, type Table, tableOf } from './stored-table.ts';
import { type Database, databaseOf, toleratesDuplicates } from './storing-call.ts';
import type { Knowing } from './timer-promise.ts';
import { Schemas } from './unique-keys.ts';
import type { Witness } from './witness.ts';

/** A value that is stored under a key which no two records of a table may share. */
export interface StoredValue extends Reached {
	/** As the code calls it; undefined where it has no name. */
	readonly table: string | undefined;
	readonly key: string;
	readonly value: Site<Value>;
	/** What says that the key is unique: the project's schema, or its name alone. */
	readonly why: 'schema' | 'name';
	/** The call that stores, wherever it stands. */
	readonly call: Site<Call>;
	readonly database: Database;
	/** What makes the value, where that can make the same one twice. */
	readonly generator: Influence | undefined;
	/** The generator runs several times for the one call. */
	readonly repeated: boolean;
	/** The value, where it is written down. */
	readonly fixed: string | number | undefined;
}

interface Storing {
	readonly knowing: DeedOptions;
	readonly flow: Flow;
	readonly schemas: Schemas;
}

export function createStoring(knowing: DeedOptions, flow: Flow, project: Project): Storing {
	return { knowing, flow, schemas: new Schemas(knowing, project) };
}

/** The unique values that running a function stores, in source order. */
export function storesIn(storing: Storing, scope: Site<FunctionFacts>): StoredValue[] {
	return deedsIn(storing.knowing, scope, 'store').flatMap(deed => (deed.kind === 'store' ? storedBy(storing, deed, scope) : []));
}

/** The unique values that one call stores, where the database refuses to store one twice. */
function storedBy(storing: Storing, store: Store, scope: Site<FunctionFacts>): StoredValue[] {
	if (toleratesDuplicates(storing.knowing, store.call)) return [];
	return valuesOf(storing.knowing, store).flatMap(({ table, entries }) => {
		const unique = storing.schemas.keysOf(table, store.call.module.file);
		return entries.flatMap(({ key, field }) => {
			const why = unique(key);
			if (why === undefined) return [];
			const value = storedValue(storing, store, { table: table.name, key, why }, field);
			const { generator } = value;
			const repeated = generator?.call !== undefined && isRepeated(storing.knowing, scope.fact, generator.call);
			return [{ ...value, repeated, witness: generator === undefined ? value.witness : wayTo(generator, key, scope) }];
		});
	});
}

function storedValue({ knowing, flow }: Storing, { call, site, witness }: Store, named: Pick<StoredValue, 'table' | 'key' | 'why'>, field: Field): Omit<StoredValue, 'repeated'> {
	const generator = generatorOf(knowing, flow, field);
	const constant = staticValue(knowing.provenance.roots, field.site, field.path);
	const fixed = typeof constant === 'string' || typeof constant === 'number' ? constant : undefined;
	return { ...named, value: field.site, call, database: databaseOf(knowing, call), site, witness, generator, fixed };
}

/** The calls that lead to the generator; where there are none, the place in another file where the value is written. */
function wayTo({ witness, source }: Influence, key: string, scope: Site<FunctionFacts>): Witness {
	if (witness.steps.length > 0 || source.module === scope.module) return witness;
	return { api: witness.api, steps: [{ file: source.module.path, line: lineAt(source.module.facts, source.fact.start), text: key }] };
}

interface Entries {
	readonly table: Table;
	readonly entries: readonly { readonly key: string; readonly field: Field }[];
}

function valuesOf(knowing: Knowing, store: Store): Entries[] {
	return dataOf(knowing, store).flatMap(data => {
		const insert = insertOf(knowing, store);
		const listed = insert === undefined ? undefined : listOf(knowing, data);
		if (insert !== undefined && listed !== undefined) return [{ table: named(insert.table), entries: insert.columns.flatMap(({ name, index }) => inPlace(name, listed, index)) }];
		return recordsOf(knowing, data).map(record => ({
			table: insert === undefined ? tableOf(knowing, store, record) : named(insert.table),
			entries: [...fieldsOf(knowing, record).known].flatMap(([key, { values }]) => values.map(field => ({ key, field }))),
		}));
	});
}

/** The record, or the list of records. */
function dataOf(knowing: Knowing, { row: { data }, call }: Store): Site<Value>[] {
	const { callee, args } = call.fact;
	if (data === 'receiver') return callee.kind === 'member' ? [at(callee.object, call)] : [];
	if (args.slice(0, data.argument + 1).some(({ kind }) => kind === 'spread')) return [];
	const whole = args.slice(data.argument, data.argument + 1).map(argument => at(argument, call));
	return (data.key?.split('.') ?? []).reduce((sites, key) => sites.flatMap(site => valuesAt(knowing, site, key)), whole);
}

/** The INSERT that the first argument is the text of; undefined where the row is about records. */
function insertOf({ provenance }: Knowing, { row, call }: Store): SqlInsert | undefined {
	const condition = row.when?.find(each => 'sql' in each);
	const text = condition === undefined || !('argument' in condition) ? undefined : call.fact.args[condition.argument];
	return text === undefined ? undefined : readInsert(textOf(provenance.roots, at(text, call)) ?? '');
}

/** The values for the parameters of a text, by their position; undefined where they have names. */
function listOf({ provenance }: Knowing, data: Site<Value>): Site<Value>[] | undefined {
	const [root] = provenance.roots(data);
	if (root?.kind !== 'made' || root.path.length > 0 || root.site.fact.kind !== 'array') return undefined;
	const { elements } = root.site.fact;
	return elements.some(({ kind }) => kind === 'spread') ? [] : elements.map(element => at(element, root.site));
}

function inPlace(key: string, values: readonly Site<Value>[], index: number): Entries['entries'] {
	const site = values[index];
	return site === undefined ? [] : [{ key, field: { site, path: [] } }];
}

function named(name: string): Table {
	return { name, declarer: undefined, generated: false };
}
