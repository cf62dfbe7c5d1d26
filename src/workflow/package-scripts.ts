import type { Repository } from './model.ts';

const none: ReadonlyMap<string, string> = new Map();

/** The scripts of the package.json in a directory; of the repository's own where there is none. */
export function scriptsIn(repository: Repository, directory: string): ReadonlyMap<string, string> {
	const scripts = property(manifestIn(repository, directory), 'scripts');
	if (typeof scripts !== 'object' || scripts === null) return directory === '' ? none : scriptsIn(repository, '');
	return new Map(
		Object.entries(scripts).flatMap(([name, script]: [string, unknown]) =>
			typeof script === 'string' ? [[name, script] as const] : [],
		),
	);
}

/** `npm` of `"packageManager": "npm@11.0.0"`, or of `devEngines` (https://docs.npmjs.com/cli/configuring-npm/package-json#devengines). */
export function packageManagerOf(repository: Repository): string | undefined {
	const manifest = manifestIn(repository, '');
	const name =
		property(manifest, 'packageManager') ?? property([property(property(manifest, 'devEngines'), 'packageManager')].flat()[0], 'name');
	return typeof name === 'string' ? name.split('@')[0] : undefined;
}

function manifestIn(repository: Repository, directory: string): unknown {
	const text = repository.text(directory === '' ? 'package.json' : `${directory}/package.json`);
	try {
		return text === undefined ? undefined : JSON.parse(text);
	} catch {
		return undefined;
	}
}

function property(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined;
}
