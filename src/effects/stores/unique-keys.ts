import { primaryKeys } from '../../knowledge/record-words.ts';
import { tableMakers, uniqueColumnNames } from '../../knowledge/unique-columns.ts';
import type { Module, Project, Site } from '../../project/model.ts';
import { type Migrations, migrationsNear, prismaSchemas } from '../../project/schema-files.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { readPrismaSchema } from '../../syntax/prisma-schema.ts';
import { readSqlSchema } from '../../syntax/sql-tables.ts';
import { type DeclaredColumns, decoratedColumns } from './class-declarations.ts';
import { type CallDeclaration, callDeclarations } from './column-declarations.ts';
import type { Declarer, Table } from './stored-table.ts';
import type { Knowing } from '../knowing.ts';
import { holds } from '../../syntax/spans.ts';

/** Which keys of a table no two records may share, and who says so. */
export type UniqueKeys = (key: string) => 'schema' | 'name' | undefined;

const conventional: ReadonlySet<string> = new Set(uniqueColumnNames);

/** What the project's schemas declare, as far as one linted file asks. */
export class Schemas {
	readonly #knowing: Knowing;
	readonly #project: Project;
	readonly #calls = new Map<Module, readonly CallDeclaration[]>();
	readonly #migrations = new Map<string, Migrations>();
	readonly #classes = new Map<string, DeclaredColumns>();
	readonly #prisma = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();

	constructor(knowing: Knowing, project: Project) {
		this.#knowing = knowing;
		this.#project = project;
	}

	/** `file` is where the table is used: schemas are looked for from there upwards. */
	keysOf(table: Table, file: string): UniqueKeys {
		const { columns, complete } = this.#declared(table, file);
		const declared = new Set(columns.map(column => column.toLowerCase()));
		return key => {
			const name = key.toLowerCase();
			if (declared.has(name)) return 'schema';
			return (complete ? primaryKeys : conventional).has(name) ? 'name' : undefined;
		};
	}

	#declared({ name, declarer, generated }: Table, file: string): DeclaredColumns {
		if (generated) return this.#inPrisma(name, file);
		if (declarer?.kind === 'class') {
			const place = `${declarer.site.module.file}#${declarer.site.fact}`;
			const known = this.#classes.get(place) ?? this.#byClass(declarer, file);
			this.#classes.set(place, known);
			return known;
		}
		if (declarer?.kind === 'call') return { columns: this.#byCall(declarer), complete: true };
		return name === undefined ? { columns: [], complete: false } : this.#byName(name, file);
	}

	/** The client has each model under its name with a small first letter. */
	#inPrisma(name: string | undefined, file: string): DeclaredColumns {
		const known =
			this.#prisma.get(file) ??
			new Map(
				prismaSchemas(this.#project, file)
					.flatMap(text => [...readPrismaSchema(text)])
					.map(([model, fields]) => [model.charAt(0).toLowerCase() + model.slice(1), fields]),
			);
		this.#prisma.set(file, known);
		const fields = name === undefined ? undefined : known.get(name);
		return { columns: [...(fields ?? [])], complete: fields !== undefined };
	}

	/** Decorators, `User.init({ … })`, or the table that `static tableName` names. */
	#byClass({ site }: Extract<Declarer, { kind: 'class' }>, file: string): DeclaredColumns {
		const decorated = decoratedColumns(this.#knowing, site);
		const initialised = this.#callsIn(site.module).filter(({ call }) => this.#isOn(call, site));
		const columns = [...decorated.columns, ...initialised.flatMap(each => each.columns)];
		if (decorated.complete || initialised.length > 0) return { columns, complete: true };
		const table = site.module.facts.classes[site.fact]?.members.find(member => member.static && member.name === 'tableName');
		const name = table?.value.kind === 'literal' ? table.value.value : undefined;
		return typeof name === 'string' ? this.#byName(name, file) : { columns, complete: false };
	}

	#isOn(call: Site<Call>, { module, fact }: Site<number>): boolean {
		const { callee } = call.fact;
		if (callee.kind !== 'member') return false;
		return this.#knowing.provenance
			.roots(at(callee.object, call))
			.some(root => root.kind === 'class' && root.site.module === module && root.site.fact === fact);
	}

	/** What the call itself says, what is called on its result, and what stands inside it. */
	#byCall({ site: { module, fact } }: Extract<Declarer, { kind: 'call' }>): readonly string[] {
		return this.#callsIn(module)
			.filter(
				({ call, origin }) =>
					holds(fact, call.fact) ||
					origin.steps.some(step => (step.kind === 'call' || step.kind === 'construct') && step.site?.fact === fact),
			)
			.flatMap(({ columns }) => columns);
	}

	/** What migrations say of a table. */
	#byName(full: string, file: string): DeclaredColumns {
		const name = full.split('.').at(-1)?.toLowerCase();
		const migrations = this.#migrations.get(file) ?? migrationsNear(this.#project, file);
		this.#migrations.set(file, migrations);
		const dumped = migrations.sql.flatMap(text => [...readSqlSchema(text)]).filter(([table]) => table === name);
		const called = migrations.modules.flatMap(module =>
			this.#callsIn(module).filter(declaration => this.#tablesOf(declaration, module).includes(name)),
		);
		const made = migrations.modules.some(module =>
			allCalls(module).some(
				call => tableMakers.includes(methodOf(call.callee) ?? '') && this.#firstName({ module, fact: call }) === name,
			),
		);
		return {
			columns: [...dumped.flatMap(([, columns]) => [...columns]), ...called.flatMap(({ columns }) => columns)],
			complete: dumped.length > 0 || made,
		};
	}

	/** Names that the calls on the way, and the calls around, are given. */
	#tablesOf({ call, origin }: CallDeclaration, module: Module): (string | undefined)[] {
		const before = origin.steps.flatMap(step => (step.kind === 'call' ? [step.site] : []));
		const around = allCalls(module)
			.filter(fact => fact !== call.fact && holds(fact, call.fact))
			.map(fact => ({ module, fact }));
		return [...before, ...around].map(each => this.#firstName(each));
	}

	#firstName(call: Site<Call>): string | undefined {
		const [first] = call.fact.args;
		const name = first === undefined ? undefined : staticValue(this.#knowing.provenance.roots, at(first, call));
		return typeof name === 'string' ? name.split('.').at(-1)?.toLowerCase() : undefined;
	}

	#callsIn(module: Module): readonly CallDeclaration[] {
		const known = this.#calls.get(module) ?? callDeclarations(this.#knowing, module);
		this.#calls.set(module, known);
		return known;
	}
}

function allCalls(module: Module): Call[] {
	return module.facts.functions.flatMap(({ calls }) => calls);
}

function methodOf(callee: Value): string | undefined {
	return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
}
