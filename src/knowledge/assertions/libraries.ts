import { ava } from './ava.ts';
import { brittle, zora } from './brittle.ts';
import { chaiAssert } from './chai-assert.ts';
import { chaiExpect, chaiShould } from './chai.ts';
import { cypress } from './cypress.ts';
import { expectJs } from './expect-js.ts';
import { expectPuppeteer } from './expect-puppeteer.ts';
import { jestExpect } from './expect.ts';
import { hapiCode } from './hapi-code.ts';
import { jasmine, jasmineAsync } from './jasmine.ts';
import { jestDom } from './jest-dom.ts';
import { jestExtended } from './jest-extended.ts';
import { lib0 } from './lib0.ts';
import { nodeAssert } from './node-assert.ts';
import { nodeunit } from './nodeunit.ts';
import { playwright } from './playwright.ts';
import { qunit, qunitGlobals } from './qunit.ts';
import type { AssertionLibrary } from './row.ts';
import { should, shouldFunctions } from './should.ts';
import { sinonAssert } from './sinon.ts';
import { stdAssert } from './std-assert.ts';
import { supertest } from './supertest.ts';
import { tap, tape } from './tap.ts';
import { testharness } from './testharness.ts';
import { tinytest } from './tinytest.ts';
import { unexpected } from './unexpected.ts';
import { uvu } from './uvu.ts';
import { webdriverio } from './webdriverio.ts';

/** Where several know a beginning, such as the global `expect`, the first that knows all of its words wins. */
export const assertionLibraries: readonly AssertionLibrary[] = [
	playwright,
	webdriverio,
	expectPuppeteer,
	jestExpect,
	jasmine,
	jasmineAsync,
	jestDom,
	jestExtended,
	chaiExpect,
	chaiShould,
	chaiAssert,
	should,
	shouldFunctions,
	expectJs,
	hapiCode,
	unexpected,
	nodeAssert,
	stdAssert,
	sinonAssert,
	ava,
	tap,
	brittle,
	zora,
	tape,
	uvu,
	qunit,
	qunitGlobals,
	cypress,
	tinytest,
	testharness,
	nodeunit,
	lib0,
	supertest,
];
