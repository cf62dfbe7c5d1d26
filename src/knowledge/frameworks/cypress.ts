import type { ActRow, FrameworkRow, Vocabulary } from './row.ts';

/** https://docs.cypress.io/app/core-concepts/writing-and-organizing-tests#Test-Structure: Mocha's BDD words. */
const words: Vocabulary = {
	from: ['global', 'cypress'],
	start: {
		describe: { is: 'suite' },
		context: { is: 'suite' },
		xdescribe: { is: 'suite', adds: 'skip' },
		xcontext: { is: 'suite', adds: 'skip' },
		it: { is: 'test' },
		specify: { is: 'test' },
		xit: { is: 'test', adds: 'skip' },
		xspecify: { is: 'test', adds: 'skip' },
		before: { is: 'before-all' },
		beforeEach: { is: 'before-each' },
		afterEach: { is: 'after-each' },
		after: { is: 'after-all' },
	},
	then: { only: { adds: 'only' }, skip: { adds: 'skip' }, each: { adds: 'each', called: true } },
};

export const cypress: FrameworkRow = {
	name: 'cypress',
	see: 'https://docs.cypress.io/app/core-concepts/test-isolation',
	imports: ['cypress'],
	packages: ['cypress'],
	commands: ['cypress run', 'cypress open'],
	hints: ['cy', 'Cypress'],
	inPlaceOfWaits: { page: ['cy.get(…).should(…)', "cy.wait('@request')"], clock: 'cy.clock()' },
	vocabularies: [words],
	bounds: [{ bounds: 'tries', key: 'retries' }, { bounds: 'time', key: 'defaultCommandTimeout' }],
	options: [],
	/** https://docs.cypress.io/api/cypress-api/custom-commands */
	adding: { on: 'cy', one: 'Cypress.Commands.add', several: 'Cypress.Commands.addAll' },
	done: 0,
	config: {
		stems: ['cypress.config'],
		setup: [
			{ at: 'e2e.supportFile', means: 'module' },
			{ at: 'component.supportFile', means: 'module' },
		],
		bareSetup: true,
		/** https://docs.cypress.io/app/core-concepts/writing-and-organizing-tests#Support-file */
		standardSetup: ['./cypress/support/e2e', './cypress/support/component', './cypress/support/index'],
	},
	concurrency: { standard: 'none', asked: 'machine', about: 'itself', overlap: 'file', reason: '', settings: [] },
	files: 'one after another',
	fileSettings: [],
	restores: [{ what: 'spies' }, { what: 'clock' }, { what: 'calls' }],
	restoreSettings: [],
	clockSettings: [],
};

export const cypressActs: readonly ActRow[] = [
	{ act: 'freeze', from: 'global', path: 'cy.clock()', freezes: ['date', 'timers'], starts: 'fixed', now: [{ argument: 0 }], only: { argument: 1 }, see: 'https://docs.cypress.io/api/commands/clock' },
	{ act: 'advance', from: 'global', path: 'cy.tick()', see: 'https://docs.cypress.io/api/commands/tick' },
	{ act: 'restore', from: 'global', path: 'cy.clock().invoke()', restores: ['clock'], when: [{ argument: 0, in: ['restore'] }], see: 'https://docs.cypress.io/api/commands/clock#Restore-clock' },
	{ act: 'stub', from: 'global', path: 'cy.stub()', object: { argument: 0 }, member: { argument: 1 }, see: 'https://docs.cypress.io/api/commands/stub' },
];
