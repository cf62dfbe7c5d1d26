import path from 'node:path';

import { stringAt } from './json.ts';
import type { Module, Project } from './model.ts';
import { ancestors } from './workspaces.ts';

/** Directories upwards that are looked into, up to the one that holds the repository. */
const maxLevels = 12;
/** Files of one project that declare tables. */
const maxFiles = 200;

/** The Prisma schema that is nearest to a file, all its parts; none where there is none. */
export function prismaSchemas(project: Project, file: string): readonly string[] {
	for (const directory of upwards(project, file)) {
		const configured = configuredSchema(project, directory);
		for (const place of [configured, 'prisma/schema.prisma', 'prisma/schema', 'prisma', 'schema.prisma']) {
			const texts = place === undefined ? [] : schemasAt(project, path.join(directory, place));
			if (texts.length > 0) return texts;
		}
	}
	return [];
}

/** `package.json#prisma.schema`, or what `prisma.config.ts` says (https://www.prisma.io/docs/orm/reference/prisma-config-reference). */
function configuredSchema(project: Project, directory: string): string | undefined {
	const said = stringAt(project.json(path.join(directory, 'package.json')), 'prisma', 'schema');
	if (said !== undefined) return said;
	const config = project.entries(directory, /^prisma\.config\.[cm]?[jt]s$/)[0];
	const exported =
		config === undefined ? undefined : project.load(path.join(directory, config))?.facts.exports.find(({ name }) => name === 'default');
	if (exported?.kind !== 'value') return undefined;
	const options = exported.value.kind === 'call' ? exported.value.args[0] : exported.value;
	const entry = options?.kind === 'object' ? options.entries.find(each => each.kind === 'property' && each.key === 'schema') : undefined;
	return entry?.value.kind === 'literal' && typeof entry.value.value === 'string' ? entry.value.value : undefined;
}

/** A schema may be one file, or a folder of them; a file's neighbours are parts of the same schema. */
function schemasAt(project: Project, place: string): string[] {
	if (!place.endsWith('.prisma'))
		return filesBelow(project, place, 2)
			.filter(file => file.endsWith('.prisma'))
			.flatMap(file => project.text(file) ?? []);
	const text = project.text(place);
	if (text === undefined) return [];
	const others = path.basename(path.dirname(place)) === 'prisma' ? filesBelow(project, path.dirname(place), 2) : [];
	return [text, ...others.filter(file => file.endsWith('.prisma') && file !== place).flatMap(file => project.text(file) ?? [])];
}

export interface Migrations {
	readonly modules: readonly Module[];
	/** Texts of SQL files. */
	readonly sql: readonly string[];
}

/** Where migrations are, by the conventions of Knex, Kysely, Drizzle, Prisma, TypeORM, node-pg-migrate and Supabase. */
const folders = [
	'migrations',
	'db/migrations',
	'database/migrations',
	'src/migrations',
	'src/db/migrations',
	'src/database/migrations',
	'knex/migrations',
	'prisma/migrations',
	'drizzle',
	'supabase/migrations',
	'sql/migrations',
	'server/migrations',
	'test/migrations',
] as const;
const files = [
	'schema.sql',
	'db/schema.sql',
	'db/structure.sql',
	'db/init.sql',
	'database/schema.sql',
	'sql/schema.sql',
	'src/schema.sql',
	'src/db/schema.sql',
	'init.sql',
] as const;

/** What the project nearest to a file says of its tables: migrations, and SQL dumps. */
export function migrationsNear(project: Project, file: string): Migrations {
	for (const directory of upwards(project, file)) {
		const found = [
			...folders.flatMap(folder => filesBelow(project, path.join(directory, folder), 1)),
			...files.map(name => path.join(directory, name)),
		].slice(0, maxFiles);
		const modules = found.filter(name => /\.[cm]?[jt]s$/.test(name) && !name.includes('.d.')).flatMap(name => project.load(name) ?? []);
		const sql = found.filter(name => name.endsWith('.sql') && !name.endsWith('down.sql')).flatMap(name => project.text(name) ?? []);
		if (modules.length + sql.length > 0) return { modules, sql };
	}
	return { modules: [], sql: [] };
}

function* upwards(project: Project, file: string): Iterable<string> {
	let level = 0;
	for (const directory of ancestors(path.dirname(file))) {
		if (level++ === maxLevels) return;
		yield directory;
		if (project.entries(directory, /^\.git$/).length > 0) return;
	}
}

/** What has an ending is taken for a file. */
function filesBelow(project: Project, directory: string, depth: number): string[] {
	return project
		.entries(directory)
		.slice(0, maxFiles)
		.flatMap(name => {
			const place = path.join(directory, name);
			if (name.includes('.')) return [place];
			return depth > 0 ? filesBelow(project, place, depth - 1) : [];
		});
}
