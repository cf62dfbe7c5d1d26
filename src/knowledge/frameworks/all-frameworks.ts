import { ava } from './ava.ts';
import { codeceptjs, testcafe } from './browser-runners.ts';
import { bun, bunActs } from './bun.ts';
import { clockLibraryActs, languageActs } from './clock-libraries.ts';
import { cypress, cypressActs } from './cypress.ts';
import { deno, denoActs } from './deno.ts';
import { jasmine, jasmineActs } from './jasmine.ts';
import { jest, jestActs } from './jest.ts';
import { mocha } from './mocha.ts';
import { moduleMockActs } from './module-mocks.ts';
import { nodeTest, nodeTestActs } from './node-test.ts';
import { nodeunit } from './nodeunit.ts';
import { intern, lib0, vows } from './object-runners.ts';
import { playwright } from './playwright.ts';
import { qunit, qunit1 } from './qunit.ts';
import type { ActRow, FrameworkName, FrameworkRow } from './row.ts';
import { script } from './scripts.ts';
import { sinonActs } from './sinon.ts';
import { baretest, cucumber, japa, lab, microShould, mochaSugarFree, nightwatch, poku, testharness, tinytest, uvu } from './small-runners.ts';
import { tap, tapActs } from './tap.ts';
import { vitest, vitestActs } from './vitest.ts';
import { webdriverio } from './webdriverio.ts';

/** Every framework, the likelier first where several could be meant. */
export const frameworks: Readonly<Record<FrameworkName, FrameworkRow>> = {
	vitest,
	jest,
	playwright,
	cypress,
	webdriverio,
	mocha,
	jasmine,
	ava,
	'node:test': nodeTest,
	bun,
	deno,
	tap,
	qunit,
	qunit1,
	uvu,
	lab,
	japa,
	poku,
	baretest,
	vows,
	nodeunit,
	intern,
	lib0,
	'mocha-sugar-free': mochaSugarFree,
	'micro-should': microShould,
	tinytest,
	nightwatch,
	cucumber,
	testcafe,
	codeceptjs,
	testharness,
	script,
};

/** Every call that is known to change what a test sees of the world. */
export const allActs: readonly ActRow[] = [
	...vitestActs,
	...jestActs,
	...nodeTestActs,
	...cypressActs,
	...jasmineActs,
	...bunActs,
	...denoActs,
	...tapActs,
	...sinonActs,
	...clockLibraryActs,
	...languageActs,
	...moduleMockActs,
];
