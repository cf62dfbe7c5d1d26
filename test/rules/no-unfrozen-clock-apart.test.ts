import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

/** A test that asserts something of what a module of the program makes of two readings. */
const asserting = (made: string, claim: string): Record<string, string> => ({
	'a.test.ts': `
import { expect, it } from 'vitest';
import { age, grant } from './src/grants';
it('holds', () => {
	const granted = grant();
	${claim}
});`,
	'src/grants.ts': `export const age = birth => new Date().getFullYear() - new Date(birth).getFullYear();\n${made}`,
});
const told = (claim: string): string => `${claim}\n\t${underlined(claim)}`;

describe('how far apart two readings are that one call makes', () => {
	const later = 'export const grant = () => { const since = Date.now(); return { since, until: Date.now() + 1000 }; };';
	const earlier = 'export const grant = () => { const until = Date.now() + 1000; return { until, since: Date.now() }; };';
	const inOrder = 'export const grant = () => ({ since: Date.now(), until: Date.now() + 1000 });';

	for (const [name, made] of Object.entries({ 'behind one another': later, 'in one object': inOrder }))
		allows(`a lower bound where the later one is moved ahead, ${name}`, asserting(made, 'expect(granted.until - granted.since).toBeGreaterThanOrEqual(1000);'));
	flags('an upper bound there', asserting(later, told('expect(granted.until - granted.since).toBeLessThanOrEqual(1000);')));
	flags('a strict lower bound there', asserting(later, told('expect(granted.until - granted.since).toBeGreaterThan(1000);')));
	flags('the very distance there', asserting(later, told('expect(granted.until - granted.since).toBe(1000);')));

	allows('an upper bound where the earlier one is moved ahead', asserting(earlier, 'expect(granted.until - granted.since).toBeLessThanOrEqual(1000);'));
	flags('a lower bound there', asserting(earlier, told('expect(granted.until - granted.since).toBeGreaterThanOrEqual(1000);')));
});

describe('the years between two readings', () => {
	allows('of a date that is moved', asserting('export const grant = 1;', 'const birth = new Date();\n\tbirth.setFullYear(birth.getFullYear() - 30);\n\texpect(age(birth)).toBe(30);'));
	allows('of a year in a text', asserting('export const grant = 1;', 'const year = new Date().getFullYear();\n\texpect(age(`${year - 30}-06-15`)).toBe(30);'));
	flags('but not since a year that is written down', asserting('export const grant = 1;', told(`expect(age('1990-06-15')).toBe(30);`)));
});
