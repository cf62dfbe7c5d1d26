/**
 * How schemas say that no two records may share the value of a column. Only a column that is unique by itself is told of: a key of
 * several columns collides only where all of them do.
 */
export type UniqueDeclaration =
	| PropertyDecorator
	| ClassDecorator
	| AttributesDeclaration
	| ColumnsDeclaration
	| ColumnChain;

interface DeclarationBase {
	readonly from: string | readonly string[];
	/** Where the library says so. */
	readonly see: `https://${string}`;
	/** The declaration's own test: the columns that `example` makes unique are `columns`. */
	readonly example: string;
	readonly columns: readonly string[];
}

/** A decorator on a class member: the member's name is the column. */
export interface PropertyDecorator extends DeclarationBase {
	readonly kind: 'property-decorator';
	/** Access paths of the decorator in the package, as in `ApiRow.path`. */
	readonly decorator: string;
	/** It counts only where an argument is an object in which one of these is not `false`: `@Column({ unique: true })`. */
	readonly options?: readonly string[];
}

/** A decorator on a class that lists columns by name. */
export interface ClassDecorator extends DeclarationBase {
	readonly kind: 'class-decorator';
	readonly decorator: string;
	/** The list is this property of an argument; without a key it is the argument that is a list of strings. */
	readonly key?: string;
	readonly options?: readonly string[];
}

/** A call that takes an object with one entry a column: `{ email: { type: String, unique: true } }`. */
export interface AttributesDeclaration extends DeclarationBase {
	readonly kind: 'attributes';
	readonly path: string;
	readonly argument: number;
	/** The entries are inside this property of the argument. */
	readonly key?: string;
	/** One of these in a column's entry that is not `false` makes it unique. */
	readonly options: readonly string[];
}

/** A call that names columns: `table.unique(['email'])`, `schema.index({ email: 1 }, { unique: true })`. */
export interface ColumnsDeclaration extends DeclarationBase {
	readonly kind: 'columns';
	readonly path: string;
	/**
	 * - `names`: a string or a list of strings
	 * - `keys`: the keys of an object
	 * - `members`: each argument from this one on is a property of the table, and its name is the column: `.on(table.email)`
	 * - `entries`: a list of objects; a column is listed by name in the entry's `fields`, where the entry's `option` is true
	 */
	readonly names: 'names' | 'keys' | 'members' | { readonly fields: string; readonly option?: string };
	readonly argument: number;
	/** What is named stands in this property of the argument. */
	readonly key?: string;
	/** The call counts only where this is true. */
	readonly when?: { readonly argument: number; readonly key: string };
}

/** A chain of calls that makes one column, and in which one of the methods makes it unique. */
export interface ColumnChain extends DeclarationBase {
	readonly kind: 'chain';
	/** The call that begins the chain. */
	readonly path: string;
	readonly methods: readonly string[];
	/**
	 * - `argument`: the first argument of the call that begins the chain: `table.string('email').unique()`
	 * - `key`: the property that the chain is the value of: `{ email: text().unique() }`
	 * - `callback`: the chain hangs on the parameter of a callback, and the column is the first argument of the call that takes it
	 */
	readonly column: 'argument' | 'key' | 'callback';
	/** The calls that take such columns and say all that a table has. */
	readonly tables?: readonly string[];
}

const mikroOrm = ['@mikro-orm/core', '@mikro-orm/decorators/legacy', '@mikro-orm/decorators/es'] as const;
const drizzleCores = ['drizzle-orm/pg-core', 'drizzle-orm/mysql-core', 'drizzle-orm/sqlite-core', 'drizzle-orm/singlestore-core', 'drizzle-orm/gel-core'] as const;

export const uniqueDeclarations = [
	{
		kind: 'property-decorator', from: 'typeorm', decorator: '{PrimaryColumn,PrimaryGeneratedColumn,ObjectIdColumn,Unique}',
		see: 'https://typeorm.io/docs/help/decorator-reference',
		example: 'import { Entity, PrimaryColumn } from "typeorm"; @Entity() class User { @PrimaryColumn() email: string }', columns: ['email'],
	},
	{
		kind: 'property-decorator', from: 'typeorm', decorator: '{Column,Index}', options: ['unique', 'primary'],
		see: 'https://typeorm.io/docs/help/decorator-reference',
		example: 'import { Column, Entity } from "typeorm"; @Entity() class User { @Column("varchar", { unique: true }) email: string; @Column() name: string }', columns: ['email'],
	},
	{
		kind: 'class-decorator', from: 'typeorm', decorator: 'Unique',
		see: 'https://typeorm.io/docs/help/decorator-reference',
		example: 'import { Column, Entity, Unique } from "typeorm"; @Entity() @Unique("one_email", ["email"]) class User { @Column() email: string }', columns: ['email'],
	},
	{
		kind: 'class-decorator', from: 'typeorm', decorator: 'Index', options: ['unique'],
		see: 'https://typeorm.io/docs/advanced-topics/indices',
		example: 'import { Column, Entity, Index } from "typeorm"; @Entity() @Index(["email"], { unique: true }) class User { @Column() email: string }', columns: ['email'],
	},
	{
		kind: 'attributes', from: 'typeorm', path: 'new EntitySchema', argument: 0, key: 'columns', options: ['unique', 'primary'],
		see: 'https://typeorm.io/docs/entity/separating-entity-definition',
		example: 'import { EntitySchema } from "typeorm"; export const User = new EntitySchema({ name: "user", columns: { email: { type: String, unique: true }, name: { type: String } } })',
		columns: ['email'],
	},
	{
		kind: 'columns', from: 'typeorm', path: 'new EntitySchema', names: { fields: 'columns' }, argument: 0, key: 'uniques',
		see: 'https://typeorm.io/docs/entity/separating-entity-definition',
		example: 'import { EntitySchema } from "typeorm"; export const User = new EntitySchema({ name: "user", columns: {}, uniques: [{ columns: ["email"] }] })', columns: ['email'],
	},
	{
		kind: 'columns', from: 'typeorm', path: 'new EntitySchema', names: { fields: 'columns', option: 'unique' }, argument: 0, key: 'indices',
		see: 'https://typeorm.io/docs/entity/separating-entity-definition',
		example: 'import { EntitySchema } from "typeorm"; export const User = new EntitySchema({ name: "user", columns: {}, indices: [{ unique: true, columns: ["email"] }] })',
		columns: ['email'],
	},
	{
		kind: 'property-decorator', from: mikroOrm, decorator: '{PrimaryKey,SerializedPrimaryKey,Unique}',
		see: 'https://mikro-orm.io/docs/decorators',
		example: 'import { Entity, Property, Unique } from "@mikro-orm/core"; @Entity() class User { @Property() @Unique() email: string }', columns: ['email'],
	},
	{
		kind: 'property-decorator', from: mikroOrm, decorator: '{Property,Enum}', options: ['unique', 'primary'],
		see: 'https://mikro-orm.io/docs/decorators',
		example: 'import { Entity, Property } from "@mikro-orm/core"; @Entity() class User { @Property({ unique: true }) email: string; @Property() name: string }', columns: ['email'],
	},
	{
		kind: 'class-decorator', from: mikroOrm, decorator: 'Unique', key: 'properties',
		see: 'https://mikro-orm.io/docs/decorators',
		example: 'import { Entity, Property, Unique } from "@mikro-orm/core"; @Entity() @Unique({ properties: ["email"] }) class User { @Property() email: string }', columns: ['email'],
	},
	{
		kind: 'attributes', from: '@mikro-orm/core', path: 'new EntitySchema', argument: 0, key: 'properties', options: ['unique', 'primary'],
		see: 'https://mikro-orm.io/docs/define-entity',
		example: 'import { EntitySchema } from "@mikro-orm/core"; export const User = new EntitySchema({ name: "User", properties: { email: { type: "string", unique: true } } })',
		columns: ['email'],
	},
	{
		kind: 'attributes', from: '@mikro-orm/core', path: 'defineEntity()', argument: 0, key: 'properties', options: ['unique', 'primary'],
		see: 'https://mikro-orm.io/docs/define-entity',
		example: 'import { defineEntity } from "@mikro-orm/core"; export const User = defineEntity({ name: "User", properties: { email: { type: "string", unique: true } } })',
		columns: ['email'],
	},
	{
		kind: 'chain', from: '@mikro-orm/core', path: 'p.*()', methods: ['unique', 'primary'], column: 'key',
		see: 'https://mikro-orm.io/docs/define-entity',
		example: 'import { defineEntity, p } from "@mikro-orm/core"; export const User = defineEntity({ name: "User", properties: { email: p.string().unique(), name: p.string() } })',
		columns: ['email'],
	},
	{
		kind: 'property-decorator', from: ['sequelize-typescript', '@sequelize/core/decorators-legacy'], decorator: '{PrimaryKey,Unique}',
		see: 'https://github.com/sequelize/sequelize-typescript#column-options',
		example: 'import { Column, Model, Table, Unique } from "sequelize-typescript"; @Table class User extends Model { @Unique @Column email: string }', columns: ['email'],
	},
	{
		kind: 'property-decorator', from: ['sequelize-typescript', '@sequelize/core/decorators-legacy'], decorator: '{Column,Attribute,Index}', options: ['unique', 'primaryKey'],
		see: 'https://github.com/sequelize/sequelize-typescript#column-options',
		example: 'import { Column, Model, Table } from "sequelize-typescript"; @Table class User extends Model { @Column({ unique: true }) email: string; @Column name: string }',
		columns: ['email'],
	},
	{
		kind: 'attributes', from: ['sequelize', '@sequelize/core'], path: 'new Sequelize.define()', argument: 1, options: ['unique', 'primaryKey'],
		see: 'https://sequelize.org/docs/v6/core-concepts/model-basics/#column-options',
		example: 'import { DataTypes, Sequelize } from "sequelize"; const sequelize = new Sequelize(); sequelize.define("User", { email: { type: DataTypes.STRING, unique: true } })',
		columns: ['email'],
	},
	{
		kind: 'attributes', from: ['sequelize', '@sequelize/core'], path: 'Model.init()', argument: 0, options: ['unique', 'primaryKey'],
		see: 'https://sequelize.org/docs/v6/core-concepts/model-basics/#column-options',
		example: 'import { DataTypes, Model } from "sequelize"; class User extends Model {} User.init({ email: { type: DataTypes.STRING, unique: true } }, {})', columns: ['email'],
	},
	{
		kind: 'columns', from: ['sequelize', '@sequelize/core'], path: 'new Sequelize.define()', names: { fields: 'fields', option: 'unique' }, argument: 2, key: 'indexes',
		see: 'https://sequelize.org/docs/v6/other-topics/indexes/',
		example: 'import { Sequelize } from "sequelize"; new Sequelize().define("User", {}, { indexes: [{ unique: true, fields: ["email"] }] })', columns: ['email'],
	},
	{
		kind: 'columns', from: ['sequelize', '@sequelize/core'], path: 'Model.init()', names: { fields: 'fields', option: 'unique' }, argument: 1, key: 'indexes',
		see: 'https://sequelize.org/docs/v6/other-topics/indexes/',
		example: 'import { Model } from "sequelize"; class User extends Model {} User.init({}, { indexes: [{ unique: true, fields: ["email"] }] })', columns: ['email'],
	},
	{
		kind: 'attributes', from: 'mongoose', path: 'new Schema', argument: 0, options: ['unique'],
		see: 'https://mongoosejs.com/docs/schematypes.html#indexes',
		example: 'import { Schema } from "mongoose"; export const user = new Schema({ email: { type: String, unique: true }, name: String })', columns: ['email'],
	},
	{
		kind: 'attributes', from: 'mongoose', path: 'Schema()', argument: 0, options: ['unique'],
		see: 'https://mongoosejs.com/docs/schematypes.html#indexes',
		example: 'const mongoose = require("mongoose"); module.exports = mongoose.Schema({ email: { type: String, unique: true }, name: String })', columns: ['email'],
	},
	{
		kind: 'columns', from: 'mongoose', path: 'Schema().index()', names: 'keys', argument: 0, when: { argument: 1, key: 'unique' },
		see: 'https://mongoosejs.com/docs/api/schema.html#Schema.prototype.index()',
		example: 'const mongoose = require("mongoose"); const user = mongoose.Schema({ email: String }); user.index({ email: 1 }, { unique: true })', columns: ['email'],
	},
	{
		kind: 'columns', from: 'mongoose', path: 'new Schema.index()', names: 'keys', argument: 0, when: { argument: 1, key: 'unique' },
		see: 'https://mongoosejs.com/docs/api/schema.html#Schema.prototype.index()',
		example: 'import { Schema } from "mongoose"; const user = new Schema({ email: String }); user.index({ email: 1 }, { unique: true })', columns: ['email'],
	},
	{
		kind: 'property-decorator', from: ['@nestjs/mongoose', '@typegoose/typegoose'], decorator: '{Prop,prop}', options: ['unique'],
		see: 'https://docs.nestjs.com/techniques/mongodb',
		example: 'import { Prop, Schema } from "@nestjs/mongoose"; @Schema() class User { @Prop({ unique: true }) email: string; @Prop() name: string }', columns: ['email'],
	},
	{
		kind: 'columns', from: 'mongodb', path: 'new Collection.createIndex()', names: 'keys', argument: 0, when: { argument: 1, key: 'unique' },
		see: 'https://www.mongodb.com/docs/manual/core/index-unique/',
		example: 'import { MongoClient } from "mongodb"; await new MongoClient("").db().collection("users").createIndex({ email: 1 }, { unique: true })', columns: ['email'],
	},
	{
		kind: 'chain', from: 'knex', path: 'new TableBuilder.*()', methods: ['unique', 'primary'], column: 'argument',
		see: 'https://knexjs.org/guide/schema-builder.html#unique-1',
		example: 'export const up = (knex: import("knex").Knex) => knex.schema.createTable("users", table => { table.string("email").notNullable().unique(); table.string("name") })',
		columns: ['email'],
	},
	{
		kind: 'columns', from: 'knex', path: 'new TableBuilder.{unique,primary}()', names: 'names', argument: 0,
		see: 'https://knexjs.org/guide/schema-builder.html#unique',
		example: 'export const up = (knex: import("knex").Knex) => knex.schema.alterTable("users", table => { table.unique(["email"]) })', columns: ['email'],
	},
	{
		kind: 'chain', from: drizzleCores, path: '*()', methods: ['unique', 'primaryKey'], column: 'key',
		tables: ['{pgTable,mysqlTable,sqliteTable,singlestoreTable,gelTable}()', '{pgTableCreator,mysqlTableCreator,sqliteTableCreator}()()', '{pgSchema,mysqlSchema}().table()'],
		see: 'https://orm.drizzle.team/docs/indexes-constraints',
		example: 'import { pgTable, text } from "drizzle-orm/pg-core"; export const users = pgTable("users", { email: text().notNull().unique(), name: text() })', columns: ['email'],
	},
	{
		kind: 'columns', from: drizzleCores, path: '{unique,uniqueIndex}().on()', names: 'members', argument: 0,
		see: 'https://orm.drizzle.team/docs/indexes-constraints',
		example: 'import { pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"; export const users = pgTable("users", { email: text() }, table => [uniqueIndex("one_email").on(table.email)])',
		columns: ['email'],
	},
	{
		kind: 'chain', from: 'kysely', path: 'new Kysely.schema.**.addColumn()', methods: ['unique', 'primaryKey'], column: 'callback',
		see: 'https://kysely.dev/docs/migrations',
		example: 'import type { Kysely } from "kysely"; export const up = (db: Kysely<unknown>) => db.schema.createTable("users").addColumn("email", "text", column => column.unique()).execute()',
		columns: ['email'],
	},
	{
		kind: 'columns', from: 'kysely', path: 'new Kysely.schema.**.{addUniqueConstraint,addPrimaryKeyConstraint}()', names: 'names', argument: 1,
		see: 'https://kysely.dev/docs/migrations',
		example: 'import type { Kysely } from "kysely"; export const up = (db: Kysely<unknown>) => db.schema.alterTable("users").addUniqueConstraint("one_email", ["email"]).execute()',
		columns: ['email'],
	},
] as const satisfies readonly UniqueDeclaration[];

/** Schema files that are no JavaScript. */
export interface SchemaLanguage {
	/** How the file's name ends. */
	readonly extension: string;
	/** The words that, on a column's own line or definition, make that column unique. */
	readonly onColumn: readonly string[];
	/** The words in front of a list of columns in brackets or parentheses. */
	readonly beforeColumns: readonly string[];
	readonly see: `https://${string}`;
	readonly example: string;
	readonly columns: readonly string[];
}

export const schemaLanguages = [
	{
		extension: '.prisma', onColumn: ['@id', '@unique'], beforeColumns: ['@@id', '@@unique'],
		see: 'https://www.prisma.io/docs/orm/reference/prisma-schema-reference#unique',
		example: 'model User {\n  id    Int    @id @default(autoincrement())\n  email String @unique\n  name  String\n  slug  String\n  @@unique([slug])\n}\n', columns: ['id', 'email', 'slug'],
	},
	{
		extension: '.sql', onColumn: ['UNIQUE', 'PRIMARY KEY'], beforeColumns: ['UNIQUE', 'PRIMARY KEY', 'UNIQUE INDEX', 'UNIQUE KEY'],
		see: 'https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-UNIQUE-CONSTRAINTS',
		example: 'CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL UNIQUE, name text, slug text, UNIQUE (slug));\n', columns: ['id', 'email', 'slug'],
	},
] as const satisfies readonly SchemaLanguage[];

/**
 * Names that columns have only where their values tell records apart, in whatever project: for a project whose schema cannot be
 * read. In lower case. Deliberately short: `name`, `title`, `phone` or `code` are unique in some projects only.
 */
export const uniqueColumnNames: readonly string[] = ['id', '_id', 'uuid', 'guid', 'ulid', 'email', 'username', 'login', 'handle', 'slug', 'symbol', 'sku', 'isbn', 'ssn', 'iban', 'vin'];

/** Methods of database clients whose first argument names a table, collection or model. */
export const tableMethods: readonly string[] = [
	'insertInto', 'replaceInto', 'deleteFrom', 'into', 'from', 'table', 'collection', 'model', 'define', 'getModel', 'getRepository', 'getMongoRepository', 'getTreeRepository', 'getCollection',
	'createTable', 'createTableIfNotExists', 'alterTable',
];

/** Of those, the ones that say all columns of a new table. */
export const tableMakers: readonly string[] = ['createTable', 'createTableIfNotExists'];

/** Methods that take a record which is there already for the stored one, on the call that stores or after it. */
export const toleratingMethods: readonly string[] = [
	'upsert', 'upsertMany', 'upsertGraph', 'upsertGraphAndFetch', 'findOrCreate', 'findCreateFind', 'findOrBuild', 'connectOrCreate', 'replaceInto', 'put', 'insertOrIgnore',
	'onConflict', 'onConflictDoNothing', 'onConflictDoUpdate', 'onDuplicateKeyUpdate', 'orIgnore', 'orUpdate', 'ignore',
];
/** Options that say the same: Prisma's, Sequelize's. */
export const toleratingOptions: readonly string[] = ['skipDuplicates', 'ignoreDuplicates', 'updateOnDuplicate', 'onConflict'];

/** Methods that take all records away: of databases' clients, and of the packages that clean up after tests. */
export const emptyingMethods: readonly string[] = [
	'deleteMany', 'deleteAll', 'removeAll', 'destroy', 'truncate', 'truncateTable', 'truncateTables', 'dropDatabase', 'dropTable', 'dropTables', 'dropCollection', 'dropSchema',
	'sync', 'synchronize', 'clear', 'clearDatabase', 'refreshDatabase', 'del', 'delete', 'nativeDelete', 'remove', 'flushdb', 'flushall', 'flushDb', 'flushAll', 'rollback',
	'rollbackTransaction', 'abortTransaction', 'cleanDatabase', 'cleanAll',
];
