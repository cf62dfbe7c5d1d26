import type { Site } from '../../project/model.ts';
import { placeOf } from '../../provenance/match.ts';
import { textOf } from '../../provenance/text-of.ts';
import { at } from '../../provenance/walker.ts';
import type { FunctionFacts } from '../../syntax/facts.ts';
import { emptiedTables } from '../../syntax/sql-emptied.ts';
import { readInsert } from '../../syntax/sql-tables.ts';
import { type DeedOptions, deedsIn } from '../deeds.ts';
import type { Deed, Reached } from '../model.ts';
import { tableOf } from './stored-table.ts';
import { type Database, databaseOf } from './storing-call.ts';

/** What is done to a table of a database. */
export interface TableUse extends Reached {
	readonly act: 'empty' | 'store';
	/** As the code calls it, in lower case; `*` for all tables. */
	readonly table: string;
	readonly database: Database;
	/** The package that the database is reached through. */
	readonly client: string;
}

/** The tables that running a function empties or stores into; those whose name nobody can tell are left out. */
export function tablesIn(options: DeedOptions, scope: Site<FunctionFacts>): TableUse[] {
	return deedsIn(options, scope, 'empty').flatMap((deed): TableUse[] => {
		if (deed.kind !== 'empty' && deed.kind !== 'store') return [];
		const { site, witness, call, row } = deed;
		const act = deed.kind === 'empty' ? 'empty' : 'store';
		const client = [row.from].flat()[0] ?? '';
		return namesOf(options, deed).map(table => ({
			act,
			table: table.toLowerCase(),
			database: databaseOf(options, call),
			client,
			site,
			witness,
		}));
	});
}

function namesOf(options: DeedOptions, deed: Extract<Deed, { readonly kind: 'empty' | 'store' }>): readonly string[] {
	const { call } = deed;
	const record = at(call.fact, call);
	if (deed.kind === 'store') return inserted(options, deed) ?? known(tableOf(options, { ...deed, table: deed.row.table }, record).name);
	const { row } = deed;
	const { table } = row;
	if (table === 'all') return ['*'];
	const place = table === undefined || 'step' in table ? undefined : placeOf(table, call);
	const inText = place === undefined ? [] : emptiedTables(textOf(options.provenance.roots, place.site) ?? '');
	return inText.length > 0 ? inText : known(tableOf(options, { row, table, call }, record).name);
}

/** The table of an INSERT; undefined where the call is given none. */
function inserted({ provenance }: DeedOptions, { call }: Extract<Deed, { readonly kind: 'store' }>): readonly string[] | undefined {
	const tables = call.fact.args.flatMap(argument =>
		argument.kind === 'function' || argument.kind === 'object'
			? []
			: (readInsert(textOf(provenance.roots, at(argument, call)) ?? '')?.table ?? []),
	);
	return tables.length > 0 ? tables : undefined;
}

function known(name: string | undefined): readonly string[] {
	return name === undefined ? [] : [name];
}
