import { statSync } from 'node:fs';
import path from 'node:path';

import { ResolverFactory, type NapiResolveOptions } from 'oxc-resolver';

const options: NapiResolveOptions = {
	extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'],
	extensionAlias: {
		'.js': ['.ts', '.tsx', '.js', '.jsx'],
		'.jsx': ['.tsx', '.jsx'],
		'.mjs': ['.mts', '.mjs'],
		'.cjs': ['.cts', '.cjs'],
	},
	conditionNames: ['source', 'import', 'require', 'node', 'default'],
	mainFields: ['source', 'module', 'main'],
};

/** With the nearest tsconfig's `paths`. */
const withPaths = new ResolverFactory({ ...options, tsconfig: 'auto' });

/**
 * For projects whose tsconfig cannot be read: where it extends a package that is not installed, the resolver above fails for every
 * request, relative ones too.
 */
const withoutPaths = new ResolverFactory(options);

/** What tells of paths, of TypeScript and of an editor's view of JavaScript (https://www.typescriptlang.org/docs/handbook/tsconfig-json.html#using-tsconfigjson-or-jsconfigjson). */
const configNames: readonly string[] = ['tsconfig.json', 'jsconfig.json'];

/** Resolvers by the paths of the nearest of these, whichever files it includes. They are kept, as what they answer is. */
class NearestPaths {
	readonly #known = new Map<string, ResolverFactory | undefined>();

	of(directory: string): ResolverFactory | undefined {
		if (this.#known.has(directory)) return this.#known.get(directory);
		const configFile = configNames
			.map(name => path.join(directory, name))
			.find(file => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
		const parent = path.dirname(directory);
		const found =
			configFile !== undefined
				? new ResolverFactory({ ...options, tsconfig: { configFile, references: 'auto' } })
				: parent === directory
					? undefined
					: this.of(parent);
		this.#known.set(directory, found);
		return found;
	}
}

const nearestPaths = new NearestPaths();

/**
 * The resolver keeps its answers, misses too: a relative file that appears later is found by `unbuilt.ts`, which asks the disk again. Tests often stand outside of what a tsconfig
 * includes, and their runner is told of the same paths in code: what leads nowhere else is looked for there.
 */
export function resolveOnDisk(source: string, from: string): string | undefined {
	const found = withPaths.resolveFileSync(from, source);
	if (found.path !== undefined) return found.path;
	if (found.error?.includes('sconfig') === true) return withoutPaths.resolveFileSync(from, source).path;
	return source.startsWith('.') ? undefined : nearestPaths.of(path.dirname(from))?.resolveFileSync(from, source).path;
}
