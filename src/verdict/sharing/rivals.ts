import path from 'node:path';

import { isBelow } from '../../effects/names/path-name.ts';
import type { TableUse } from '../../effects/stores/tables.ts';
import type { Taking } from '../../effects/names/takings.ts';
import type { Module } from '../../project/model.ts';
import { wordsIn } from '../../project/test-files.ts';
import type { Models, NameElsewhere } from '../models.ts';

/** Files whose names are asked for, for one name. */
const maxAsked = 30;

/** The first other test file that takes the same name and runs at the same time; with `whenever` also where nothing tells how files run. */
export function rivalElsewhere(models: Models, taking: Taking, whenever = false): NameElsewhere | undefined {
	const isOpen = whenever && models.framework.fileRun === undefined;
	return isOpen || areAtOnce(models) ? firstElsewhere(models, mentionsOf(taking, models.module), name => clash(taking, name)) : undefined;
}

/** The first other test file that stores into a table, or for `*` into any, or empties it as well, and runs at the same time. */
export function usesElsewhere(models: Models, { client, table }: TableUse): NameElsewhere | undefined {
	const words = table === '*' ? wordsIn(client) : [...new Set([table, table.replace(/s$/, '')])];
	const cased = words.flatMap(word => [[word], [`${word.slice(0, 1).toUpperCase()}${word.slice(1)}`]]);
	return !areAtOnce(models)
		? undefined
		: firstElsewhere(
				models,
				cased,
				({ what, act, name }) =>
					what === 'table' &&
					(act === 'store' || act === 'empty') &&
					(table === '*' ? name.startsWith(`${client} `) : name === `${client} ${table}`),
			);
}

/** Whether the files of tests run side by side. */
export function areAtOnce({ framework: { fileRun } }: Models): boolean {
	return fileRun === 'processes' || fileRun === 'threads';
}

/** Of the files that have all words of one of the lists. */
function firstElsewhere(
	{ others, framework }: Models,
	mentions: readonly (readonly string[])[],
	isRival: (name: NameElsewhere) => boolean,
): NameElsewhere | undefined {
	if (others === undefined) return undefined;
	const own = framework.frameworks[0]?.name;
	const asked = new Set<string>();
	for (const words of mentions) {
		for (const file of words.length === 0 ? [] : others.mentioning(words)) {
			if (asked.has(file) || asked.size >= maxAsked) continue;
			asked.add(file);
			const rivals = others.namesIn(file).filter(name => name.framework === own && isRival(name));
			const rival = rivals.find(({ act }) => act === 'store') ?? rivals[0];
			if (rival !== undefined) return rival;
		}
	}
	return undefined;
}

/** What another file says that takes the name, the likeliest first: its end, or the module where it is written; of a path also the folder, to remove it. */
function mentionsOf({ what, name, written }: Taking, linted: Module): readonly (readonly string[])[] {
	const [end, folder] = [path.basename(name), path.basename(path.dirname(name))];
	const ends = what === 'path' ? [`${folder} ${end}`, end, folder] : [name];
	const source = path.basename(written.module.file).replace(/\.\w+$/, '');
	const module = written.module === linted ? [] : [source === 'index' ? path.basename(path.dirname(written.module.file)) : source];
	return [...ends, ...module].map(wordsIn);
}

/** Of paths, one that is removed with what is in it clashes too. */
function clash(one: Pick<Taking, 'what' | 'act' | 'name' | 'server'>, other: NameElsewhere): boolean {
	if (one.what !== other.what || (one.server !== undefined && other.server !== undefined && one.server !== other.server)) return false;
	if (one.act === 'fill' || other.act === 'fill') return false;
	if (one.name === other.name) return true;
	return (
		one.what === 'path' &&
		((one.act === 'remove' && isBelow(other.name, one.name)) || (other.act === 'remove' && isBelow(one.name, other.name)))
	);
}
