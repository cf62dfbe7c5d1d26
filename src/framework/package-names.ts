/**
 * The package that a specifier means in Deno's ways of writing it (https://docs.deno.com/runtime/fundamentals/modules/):
 * `https://deno.land/std@0.224.0/testing/bdd.ts` is `@std/testing/bdd`.
 */
export function packageNameOf(specifier: string): string {
	const [, path] = /^https:\/\/deno\.land\/std(?:@[^/]*)?\/(.*?)(?:\/mod)?\.[cm]?[jt]s$/.exec(specifier) ?? [];
	return path === undefined ? specifier : `@std/${path.replaceAll('_', '-')}`;
}
