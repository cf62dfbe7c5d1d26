import type { AsymmetricRow } from './row.ts';

/** Packages whose `expect` has the asymmetric matchers. */
export const asymmetricPackages = [
	'vitest',
	'@jest/globals',
	'bun:test',
	'expect',
	'@std/expect',
	'global',
	'@playwright/test',
	'playwright/test',
	'@wdio/globals',
	'expect-webdriverio',
	'@storybook/test',
	'storybook/test',
] as const;
const see = 'https://jestjs.io/docs/expect#asymmetric-matchers';
const jasmine = 'https://jasmine.github.io/api/edge/jasmine.html';
const sinon = 'https://sinonjs.org/releases/latest/matchers/';

/** The first that fits counts. */
export const asymmetricRows: readonly AsymmetricRow[] = [
	{ from: asymmetricPackages, path: 'expect.arrayContaining()', means: 'members', see },
	{ from: asymmetricPackages, path: 'expect.objectContaining()', means: 'structure', see },
	{ from: asymmetricPackages, path: 'expect.arrayOf()', means: 'each', see },
	{ from: asymmetricPackages, path: 'expect.stringContaining()', means: 'open', finds: 'contains', see },
	{ from: asymmetricPackages, path: 'expect.stringMatching()', means: 'open', finds: 'matches', see },
	/** The others, custom ones among them, look at one value: `any`, `anything`, `stringMatching`, `closeTo`, `not.…`. */
	{ from: asymmetricPackages, path: 'expect.*()', means: 'open', see },
	{ from: asymmetricPackages, path: 'expect.not.*()', means: 'open', see },
	{ from: 'expect', path: 'arrayContaining()', means: 'members', see },
	{ from: 'expect', path: 'objectContaining()', means: 'structure', see },
	{ from: 'expect', path: 'stringContaining()', means: 'open', finds: 'contains', see },
	{ from: 'expect', path: 'stringMatching()', means: 'open', finds: 'matches', see },
	{ from: 'expect', path: '{any,anything,closeTo}()', means: 'open', see },
	{ from: 'vitest', path: 'TestContext.expect.arrayContaining()', means: 'members', see },
	{ from: 'vitest', path: 'TestContext.expect.objectContaining()', means: 'structure', see },
	{ from: 'vitest', path: 'TestContext.expect.arrayOf()', means: 'each', see },
	{ from: 'vitest', path: 'TestContext.expect.stringContaining()', means: 'open', finds: 'contains', see },
	{ from: 'vitest', path: 'TestContext.expect.stringMatching()', means: 'open', finds: 'matches', see },
	{ from: 'vitest', path: 'TestContext.expect.*()', means: 'open', see },
	{ from: 'global', path: 'jasmine.{arrayContaining,arrayWithExactContents}()', means: 'members', see: jasmine },
	{ from: 'global', path: 'jasmine.objectContaining()', means: 'structure', see: jasmine },
	{ from: 'global', path: 'jasmine.is()', means: 'value', see: jasmine },
	{ from: 'global', path: 'jasmine.stringContaining()', means: 'open', finds: 'contains', see: jasmine },
	{ from: 'global', path: 'jasmine.stringMatching()', means: 'open', finds: 'matches', see: jasmine },
	{
		from: 'global',
		path: 'jasmine.{any,anything,truthy,falsy,empty,notEmpty,mapContaining,setContaining,allOf}()',
		means: 'open',
		see: jasmine,
	},
	{ from: ['sinon', '@sinonjs/samsam'], path: 'match.array.{contains,startsWith,endsWith}()', means: 'members', see: sinon },
	{ from: ['sinon', '@sinonjs/samsam'], path: 'match.{array,map,set}.deepEquals()', means: 'value', see: sinon },
	{ from: ['sinon', '@sinonjs/samsam'], path: 'match.*()', means: 'open', see: sinon },
	{ from: ['sinon', '@sinonjs/samsam'], path: 'match.*', means: 'open', see: sinon },
	{ from: ['sinon', '@sinonjs/samsam'], path: 'match()', means: 'structure', see: sinon },
	{ from: 'global', path: 'Cypress.sinon.match.*', means: 'open', see: 'https://docs.cypress.io/api/utilities/sinon' },
	{ from: 'unexpected', path: 'it()', means: 'open', see: 'https://unexpected.js.org/api/it/' },
];
