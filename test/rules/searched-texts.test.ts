import { describe } from 'vitest';

import noEnvironmentDependence from '../../rules/no-environment-dependence.ts';
import noRandomAssertion from '../../rules/no-random-assertion.ts';
import noUnfrozenClock from '../../rules/no-unfrozen-clock.ts';
import { type Case, casesOf, underlined } from '../support/rule-cases.ts';

const made = `
export const report = () => ({ at: new Date().toISOString(), year: 'since 2020', n: 1 });
export const greeting = () => ({ text: new Date().getHours() < 12 ? 'good morning' : 'good evening', n: 1 });
export const shown = () => ({ time: new Date('2024-01-15T22:30:00Z').toLocaleTimeString('en-GB'), n: 1 });
export const named = () => ({ id: Math.random().toString(36).slice(2), n: 1 });
`;

const runners: Readonly<Record<string, string>> = {
	Vitest: `import { expect, test } from 'vitest';`,
	Jest: `import { expect, test } from '@jest/globals';`,
	'the package of its own': `import { test } from 'node:test';\nimport { expect } from 'expect';`,
};

function asserting(claim: string, mark = '', head = runners['Vitest'] ?? ''): Case {
	return {
		'a.test.ts': `${head}
import { greeting, named, report, shown } from './made';
test('makes', () => {
	${claim}
	${mark}
});
`,
		'made.ts': made,
	};
}

describe('texts inside an object that are searched', () => {
	const clock = casesOf('no-unfrozen-clock', noUnfrozenClock);
	const flags = (claim: string): void => clock.flags(claim, asserting(claim, underlined(claim)));
	const allows = (claim: string): void => clock.allows(claim, asserting(claim));

	for (const [name, head] of Object.entries(runners)) {
		const claim = 'expect(report()).toMatchObject({ at: expect.stringMatching(/^2026-/) });';
		clock.flags(`for a year, in ${name}`, asserting(claim, underlined(claim), head));
	}
	clock.flags('in Jasmine', {
		'a.spec.js': `import { report } from './made';
describe('reports', () => {
	it('makes', () => {
		expect(report()).toEqual(jasmine.objectContaining({ at: jasmine.stringContaining('2026-') }));
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	});
});
`,
		'made.js': made,
	});
	flags(`expect(report()).toEqual({ at: expect.stringContaining('2026-1'), year: 'since 2020', n: 1 });`);
	flags('expect(report().at).toEqual(expect.stringMatching(/^2026/));');
	flags('expect([report()]).toEqual([expect.objectContaining({ at: expect.stringMatching(/^2026/) })]);');
	flags(`expect(greeting()).toEqual({ text: expect.stringContaining('morning'), n: 1 });`);

	allows('expect(report()).toMatchObject({ at: expect.stringMatching(/^\\d{4}-/) });');
	allows('expect(report()).toMatchObject({ at: expect.any(String), year: expect.stringMatching(/2020/) });');
	allows(`expect(greeting()).toEqual({ text: expect.stringContaining('good'), n: 1 });`);
	allows('expect(report()).not.toMatchObject({ at: expect.stringMatching(/^2026-/) });');

	const environment = casesOf('no-environment-dependence', noEnvironmentDependence);
	const zoned = `expect(shown()).toEqual({ time: expect.stringContaining('22:30'), n: 1 });`;
	environment.flags('for a time of the day', asserting(zoned, underlined(zoned)));
	environment.allows('for what every time has', asserting(`expect(shown()).toEqual({ time: expect.stringContaining(':'), n: 1 });`));

	const random = casesOf('no-random-assertion', noRandomAssertion);
	const lettered = 'expect(named()).toEqual({ id: expect.stringMatching(/^[a-z]+$/), n: 1 });';
	random.flags('for letters that need not come up', asserting(lettered, underlined(lettered)));
	random.allows('for letters that always do', asserting('expect(named()).toEqual({ id: expect.stringMatching(/^[a-z0-9]*$/), n: 1 });'));
});
