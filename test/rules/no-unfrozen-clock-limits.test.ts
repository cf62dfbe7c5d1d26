import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

/** A test that asserts what a module of the program decides by how far a time is from now. */
const asserting = (claim: string): Record<string, string> => ({
	'a.test.ts': `
import { expect, it } from 'vitest';
import { Grants, isStale, isNear, needsRenewal } from './src/grants';
it('decides', async () => {
	const grants = new Grants({ seconds: 900 });
	${claim}
});`,
	'src/grants.ts': `
export const needsRenewal = (grant: { until: number }) => grant.until - Date.now() < 60_000;
export const isNear = (grant: { until: Date }) => { const left = grant.until.getTime() - Date.now(); return left <= 60_000; };
export const isStale = (at: number, most: number) => Date.now() - at > most;
export class Grants {
	constructor(private readonly config: { seconds: number }) {}
	grant() { return { until: Date.now() + this.config.seconds * 1_000 }; }
	needsRenewal(grant: { until: number }) { return grant.until - Date.now() < 60_000; }
}`,
});
const told = (claim: string): string => `${claim}\n\t${underlined(claim)}`;

describe('a limit that a program sets on how far a time is', () => {
	const far: Record<string, string> = {
		'far from what is left': 'expect(needsRenewal({ until: Date.now() + 900_000 })).toBe(false);',
		'very far from what is left': 'expect(needsRenewal({ until: Date.now() + 3_600_000 })).toBeFalsy();',
		'far from what is left, as a date': 'expect(isNear({ until: new Date(Date.now() + 900_000) })).toBe(false);',
		'far from what is left, as a variable has it': 'const until = Date.now() + 900_000; await Promise.resolve(); expect(needsRenewal({ until })).toBe(false);',
		'far from what a class leaves': 'expect(grants.needsRenewal(grants.grant())).toBe(false);',
		'far below what has passed': 'expect(isStale(Date.now() - 120_000, 60_000)).toBe(true);',
		'just below what has passed': 'expect(isStale(Date.now() - 60_001, 60_000)).toBe(true);',
		'far above what has passed': 'expect(isStale(Date.now() - 10_000, 3_600_000)).toBe(false);',
		'above what is left': 'expect(needsRenewal({ until: Date.now() + 59_999 })).toBe(true);',
	};
	for (const [name, claim] of Object.entries(far)) allows(name, asserting(claim));
	const near: Record<string, string> = {
		'that is all that is left': 'expect(needsRenewal({ until: Date.now() + 60_000 })).toBe(false);',
		'just below what is left': 'expect(needsRenewal({ until: Date.now() + 60_001 })).toBe(false);',
		'just below what is left, as a date': 'expect(isNear({ until: new Date(Date.now() + 60_010) })).toBe(false);',
		'that is all that has passed': 'expect(isStale(Date.now() - 60_000, 60_000)).toBe(true);',
		'just above what has passed': 'expect(isStale(Date.now() - 60_000, 60_010)).toBe(false);',
	};
	for (const [name, claim] of Object.entries(near)) flags(name, asserting(told(claim)));
});
