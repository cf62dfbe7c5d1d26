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

/** The resolver keeps its answers, misses too: a relative file that appears later is found by `unbuilt.ts`, which asks the disk again. */
export function resolveOnDisk(source: string, from: string): string | undefined {
	const found = withPaths.resolveFileSync(from, source);
	if (found.path !== undefined) return found.path;
	if (found.error?.includes('sconfig') !== true) return undefined;
	return withoutPaths.resolveFileSync(from, source).path;
}
