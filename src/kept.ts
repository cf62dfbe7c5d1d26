import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Rule } from 'eslint';

import packageJson from '../package.json' with { type: 'json' };
import { type Host, disk } from './project/host.ts';
import { virtualHost } from './project/virtual-host.ts';
import { ancestors } from './project/workspaces.ts';
import { CacheFolder, contentDigest } from './results/folder.ts';
import { KeptResults } from './results/kept-results.ts';
import { settingsOf } from './settings.ts';

interface Reading {
	readonly host: Host;
	readonly kept: KeptResults | undefined;
}

const readings = new WeakMap<Rule.RuleContext['sourceCode'], Reading>();

/** The file system that everything outside the linted file is read from, the same one for all rules. */
export function hostOf(context: Rule.RuleContext): Host {
	return readingOf(context).host;
}

/** What was found in the linted file earlier; undefined where the settings ask for no cache, or there is no place for one. */
export function keptResultsOf(context: Rule.RuleContext): KeptResults | undefined {
	return readingOf(context).kept;
}

function readingOf(context: Rule.RuleContext): Reading {
	const known = readings.get(context.sourceCode) ?? read(context);
	readings.set(context.sourceCode, known);
	return known;
}

function read(context: Rule.RuleContext): Reading {
	const { files, cache } = settingsOf(context.settings);
	if (files !== undefined) return { host: virtualHost(files, context.cwd), kept: undefined };
	const kept = cache === false ? undefined : openKept(context, cache);
	return { host: kept?.host ?? disk, kept };
}

function openKept(context: Rule.RuleContext, cache: true | string): KeptResults | undefined {
	const { cwd, filename, sourceCode } = context;
	const root = cache === true ? defaultRoot(cwd) : path.resolve(cwd, cache);
	const conditions = conditionsOf(context);
	if (root === undefined || conditions === undefined) return undefined;
	return new KeptResults(disk, new CacheFolder(root, build()), {
		file: path.resolve(cwd, filename),
		text: sourceCode.text,
		directory: cwd,
		conditions,
	});
}

/** In the nearest `node_modules` from the working directory upwards, where tools keep theirs (https://github.com/avajs/find-cache-dir). */
function defaultRoot(cwd: string): string | undefined {
	const holder = [...ancestors(cwd)].find(directory => disk.directoryStamp(path.join(directory, 'node_modules')) !== undefined);
	return holder === undefined ? undefined : path.join(disk.real(path.join(holder, 'node_modules')), '.cache', 'deflake');
}

/** What a result depends on besides files; undefined where it cannot be told as text. */
function conditionsOf({ settings, languageOptions }: Rule.RuleContext): string | undefined {
	const { deflake } = settings;
	try {
		return JSON.stringify([process.version, process.platform, deflake, languageOptions], (name, value: unknown) =>
			name === 'parser' ? named(value) : value,
		);
	} catch {
		return undefined;
	}
}

/** Parsers are told by their names, for they are functions. */
function named(parser: unknown): unknown {
	if (typeof parser !== 'object' || parser === null) return parser;
	const { meta, name, version }: { meta?: unknown; name?: unknown; version?: unknown } = parser;
	return [meta, name, version];
}

/** The plugin is read once. */
const builds = new WeakMap<object, string>();

/** One build of the plugin: while it is worked on, its version stays the same and its code does not. Where it is one file, as it is published, that file is all its code. */
function build(): string {
	const known = builds.get(disk) ?? `${packageJson.version}\0${contentDigest(fileURLToPath(import.meta.url))}`;
	builds.set(disk, known);
	return known;
}
