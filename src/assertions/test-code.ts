import type { Module } from '../project/model.ts';

const words =
	/(?:^|[/._-])(?:tests?|specs?|__tests__|__mocks__|e2e|testing|testutils?|integration|cypress|playwright|fixtures?|mocks?|stubs?|support|helpers?|asserts?|assertions?)(?:[/._-]|$)/i;

/**
 * Whether a module, by its path, is there for tests. Programs check their own invariants with the same `assert` as tests do: in other
 * modules only what nobody but a test uses is taken for an assertion of the test.
 */
export function isTestCode({ path }: Module): boolean {
	return words.test(path);
}
