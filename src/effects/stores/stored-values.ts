import type { Project, Site } from '../../project/model.ts';
import { textOf } from '../../provenance/text-of.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import { type SqlInsert, readInsert } from '../../syntax/sql-tables.ts';
import { valuesAt } from './column-declarations.ts';
import { type DeedOptions, deedsIn } from '../deeds.ts';
import { isDrawnFromMany } from '../random/drawn-range.ts';
import type { Flow } from '../flow.ts';
import { generatorOf } from '../random/generator.ts';
import type { Influence, Reached } from '../model.ts';
import { type Field, fieldsOf } from '../record.ts';
import { recordsOf } from '../records.ts';
import { isRepeated } from '../repetition.ts';
import { type Store, type Table, tableOf } from './stored-table.ts';
import { type Database, callsOf, databaseOf, toleratesDuplicates } from './storing-call.ts';
import type { Knowing } from '../knowing.ts';
import { Schemas } from './unique-keys.ts';
import type { Witness } from '../witness.ts';

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
	/** The generator draws from so many values that two are the same only where thousands are stored. */
	readonly improbable: boolean;
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
	if (toleratesDuplicates(storing.knowing, store)) return [];
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

function storedValue(
	{ knowing, flow }: Storing,
	{ call, site, witness }: Store,
	named: Pick<StoredValue, 'table' | 'key' | 'why'>,
	field: Field,
): Omit<StoredValue, 'repeated'> {
	const generator = generatorOf(knowing, flow, field);
	const constant = staticValue(knowing.provenance.roots, field.site, field.path);
	const fixed = typeof constant === 'string' || typeof constant === 'number' ? constant : undefined;
	return {
		...named,
		value: field.site,
		call,
		database: databaseOf(knowing, call),
		site,
		witness,
		generator,
		improbable: generator !== undefined && isDrawnFromMany(knowing, flow, field),
		fixed,
	};
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
	const insert = insertOf(knowing, store);
	return dataOf(knowing, store).flatMap(data => {
		const listed = insert === undefined ? undefined : listOf(knowing, store, data);
		if (insert !== undefined && listed !== undefined)
			return [{ table: named(insert.table), entries: insert.columns.flatMap(({ name, index }) => inPlace(name, listed, index)) }];
		return recordsOf(knowing, data).map(record => ({
			table: insert === undefined ? tableOf(knowing, { ...store, table: store.row.table }, record) : named(insert.table),
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

/** The INSERT whose text a call on the way is given; undefined where the row is about records. */
function insertOf(knowing: Knowing, store: Store): SqlInsert | undefined {
	const condition = store.row.when?.find(each => 'sql' in each);
	if (condition === undefined || !('sql' in condition)) return undefined;
	const call = condition.call === undefined ? store.call : callsOf(knowing, store)[condition.call];
	const text = call?.fact.args[condition.argument];
	return call === undefined || text === undefined ? undefined : readInsert(textOf(knowing.provenance.roots, at(text, call)) ?? '');
}

/** The values for the parameters of a text, by their position: a list, or one argument each; undefined where they have names. */
function listOf({ provenance }: Knowing, { row, call }: Store, data: Site<Value>): Site<Value>[] | undefined {
	const made = provenance.roots(data).flatMap(root => (root.kind === 'made' && root.path.length === 0 ? [root.site] : []));
	const [list] = made;
	if (list?.fact.kind === 'array') return list.fact.elements.some(isSpread) ? [] : list.fact.elements.map(element => at(element, list));
	if (list?.fact.kind === 'object' || row.data === 'receiver') return undefined;
	const values = call.fact.args.slice(row.data.argument);
	return values.some(isSpread) ? [] : values.map(value => at(value, call));
}

function isSpread({ kind }: Value): boolean {
	return kind === 'spread';
}

function inPlace(key: string, values: readonly Site<Value>[], index: number): Entries['entries'] {
	const site = values[index];
	return site === undefined ? [] : [{ key, field: { site, path: [] } }];
}

function named(name: string): Table {
	return { name, declarer: undefined, generated: false };
}
