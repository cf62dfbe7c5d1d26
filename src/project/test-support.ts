import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { Module } from './model.ts';

/** Names of directories, and of files up to their first dot, for code that exists only for tests. */
const names: ReadonlySet<string> = new Set([
	'test',
	'tests',
	'__tests__',
	'step_definitions',
	'step-definitions',
	'spec',
	'specs',
	'__mocks__',
	'__fixtures__',
	'__helpers__',
	'e2e',
	'cypress',
	'playwright',
	'integration',
	'testing',
	'fixtures',
	'support',
	'test-utils',
	'test-util',
	'testutils',
	'test-helpers',
	'testhelpers',
	'test-support',
	'spec-helpers',
	'test-helper',
	'spec-helper',
	'helpers-for-tests',
	'pageobject',
	'pageobjects',
	'page-object',
	'page-objects',
]);

/** Packages that run tests: what imports one (a page object, a fixture) is no part of the program. */
const runners: ReadonlySet<string> = new Set(Object.values(frameworks).flatMap(({ imports }) => imports));

/** Whether a module exists only for tests, by the names of its directories and of the file, and by what it imports. */
export function isTestSupport({ path, facts }: Module): boolean {
	return facts.sources.some(source => runners.has(source)) || hasTestName(path);
}

/** Whether a path says that what is there exists for tests. */
export function hasTestName(path: string): boolean {
	return path.split('/').some(segment => names.has(segment.split('.')[0]?.toLowerCase() ?? '') || /\.(test|spec|e2e|cy)\./.test(segment));
}
