import type { FrameworkRow, Word } from './row.ts';

/** What is so of a runner of browser tests that runs one after another, in one process. */
const plain = {
	config: undefined,
	concurrency: { standard: 'none', asked: 'machine', about: 'itself', overlap: 'file', reason: '', settings: [] },
	files: 'one process', fileSettings: [], restores: [], restoreSettings: [], clockSettings: [],
} as const satisfies Partial<FrameworkRow>;

const called: Word = { called: true };
const choosing: Readonly<Record<string, Word>> = { only: { adds: 'only' }, skip: { adds: 'skip' }, page: called, meta: called, httpAuth: called, requestHooks: called, clientScripts: called, skipJsErrors: called, disablePageCaching: {}, disablePageReloads: {} };

/** Its words are globals of its own: see `runner-globals.ts`. A fixture has no body: what follows it in the file belongs to it. */
export const testcafe: FrameworkRow = {
	name: 'testcafe',
	see: 'https://testcafe.io/documentation/402665/reference/test-api/global',
	imports: ['testcafe'],
	packages: ['testcafe'],
	commands: ['testcafe'],
	hints: [],
	inPlaceOfWaits: { page: ['t.expect(Selector(…).exists).ok()'] },
	vocabularies: [
		{ from: ['testcafe'], start: { test: { is: 'test' } }, then: { ...choosing, before: called, after: called, timeouts: called } },
		{
			from: ['testcafe'],
			start: { fixture: called },
			then: { ...choosing, before: { is: 'before-all' }, beforeEach: { is: 'before-each' }, afterEach: { is: 'after-each' }, after: { is: 'after-all' } },
		},
	],
	options: [],
	...plain,
};

export const codeceptjs: FrameworkRow = {
	name: 'codeceptjs',
	see: 'https://codecept.io/basics/',
	imports: ['codeceptjs'],
	packages: ['codeceptjs'],
	commands: ['codeceptjs run', 'codeceptjs run-workers'],
	hints: ['Scenario', 'xScenario', 'Feature'],
	inPlaceOfWaits: { page: ['I.waitForElement(…)', 'I.waitForText(…)'] },
	vocabularies: [
		{
			from: ['global'],
			start: {
				Feature: { is: 'suite' },
				Scenario: { is: 'test' },
				xScenario: { is: 'test', adds: 'skip' },
				Data: { called: true },
				BeforeSuite: { is: 'before-all' },
				Before: { is: 'before-each' },
				After: { is: 'after-each' },
				AfterSuite: { is: 'after-all' },
			},
			then: { only: { adds: 'only' }, skip: { adds: 'skip' }, todo: { adds: 'todo' }, Scenario: { is: 'test' }, xScenario: { is: 'test', adds: 'skip' } },
		},
	],
	flatSuites: true,
	options: [],
	...plain,
};
