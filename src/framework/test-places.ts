import path from 'node:path';

import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import { type Setting, settingAt, stringsIn } from './setting.ts';
import type { RunnerConfig } from './runner-config.ts';

/** Whether a runner's configuration leaves a file out: it looks for tests in other folders, or ignores this one. What cannot be read leaves nothing out. */
export function leavesOut(config: RunnerConfig, file: string): boolean {
	if (config.file === undefined || config.commands.some(command => command.some(word => elsewhere.test(word)))) return false;
	return config.variants.every(variant => isLeftOut(variant, config, file));
}

/** Scripts that name another configuration, or other folders. */
const elsewhere = /^(?:-c|--(?:config|rootDir|roots|testMatch|testRegex|projects|selectProjects))(?:=|$)/;

function isLeftOut(variant: Setting, { framework, directory }: RunnerConfig, file: string): boolean {
	const { tests } = frameworks[framework].config ?? {};
	if (tests === undefined) return false;
	const rootDirectory = settingAt(variant, 'rootDir');
	if (rootDirectory !== undefined && rootDirectory.kind !== 'value') return false;
	const root = path.resolve(directory, stringsIn(rootDirectory)[0]?.replace(inRoot, './') ?? '');
	const asked = (keys: readonly string[]): readonly (readonly string[])[] => keys.flatMap(key => listAt(variant, key) ?? []);
	const relative = path.relative(root, file).split(path.sep).join('/');
	if (relative.startsWith('../')) return true;
	const isBelow = (folder: string): boolean => !path.relative(path.resolve(root, folder.replace(inRoot, './')), file).startsWith('..');
	return (
		asked(tests.folders).some(folders => !folders.some(folder => isBelow(baseOf(folder)))) ||
		asked(tests.patterns).some(patterns => !patterns.some(pattern => matches(pattern, relative))) ||
		asked(tests.ignored).some(patterns => patterns.some(pattern => matches(pattern, relative)))
	);
}

const inRoot = /^<rootDir>\/?/;

/** The strings of a list, where all that is in it can be read; what a pattern leaves out again is no place. */
function listAt(variant: Setting, key: string): readonly (readonly string[])[] | undefined {
	const setting = settingAt(variant, key);
	if (setting === undefined || setting.kind === 'unknown') return undefined;
	const strings = stringsIn(setting);
	const isWhole = setting.kind !== 'list' || strings.length === setting.items.length;
	const places = strings.filter(each => !each.startsWith('!'));
	return isWhole && places.length > 0 ? [places] : undefined;
}

/** The folder that all files of a glob are in: `test/unit` of `test/unit/**` and what follows. */
function baseOf(glob: string): string {
	const end = glob.search(/[*?[{(!@+]/);
	return end === -1 ? glob : glob.slice(0, glob.lastIndexOf('/', end) + 1);
}

/** Patterns are matched against whole paths: here against that from the root, so that the folders above it have no say. */
function matches(pattern: string, relative: string): boolean {
	try {
		return new RegExp(pattern.replace(/<rootDir>/g, '^')).test(`/${relative}`);
	} catch {
		return false;
	}
}
