import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

/** A test that asserts how far the present is from a time that is written down. */
const asserting = (claim: string): Record<string, string> => ({
	'a.test.ts': `
import { differenceInCalendarDays, differenceInDays } from 'date-fns';
import dayjs from 'dayjs';
import { expect, it } from 'vitest';
import { daysLeft, isOpen, percentDone, secondsLeft, since, statusOf } from './src/trials';
it('counts', () => {
	${claim}
});`,
	'src/trials.ts': `
import { differenceInCalendarDays } from 'date-fns';
const day = 86_400_000;
export const daysLeft = (start: Date, length = 14, now = new Date()) => Math.max(0, length - differenceInCalendarDays(now, start));
export const secondsLeft = (end: Date) => Math.ceil((end.getTime() - Date.now()) / 1_000);
export const since = (start: string) => Math.floor((Date.now() - Date.parse(start)) / day);
export const percentDone = (start: Date) => Math.min(100, (Date.now() - start.getTime()) / day);
export const isOpen = (end: Date) => end.getTime() - Date.now() > 0;
export const statusOf = (end: string) => { const left = Date.parse(end) - Date.now(); if (left <= 0) return 410; return 200; };
`,
});
const told = (claim: string): string => {
	const start = claim.lastIndexOf('expect');
	return start === 0 ? `${claim}\n\t${underlined(claim)}` : `${claim.slice(0, start)}\n\t${claim.slice(start)}\n\t${underlined(claim.slice(start))}`;
};

describe('a time that will pass, less the present', () => {
	const due: readonly string[] = [
		`expect(Date.parse('2027-03-01') - Date.now()).toBeGreaterThan(0);`,
		`expect(new Date('2027-03-01').getTime() - new Date().getTime()).toBeGreaterThanOrEqual(1);`,
		`expect(Math.ceil((Date.parse('2027-03-01') - Date.now()) / 864e5)).toBeGreaterThan(7);`,
		`expect(differenceInCalendarDays(new Date('2027-01-01'), new Date())).toBeGreaterThan(0);`,
		`expect(differenceInDays(new Date('2027-01-01'), Date.now())).not.toBeLessThan(3);`,
		`expect(dayjs('2027-01-01').diff(dayjs(), 'day')).toBeGreaterThan(0);`,
		`expect(dayjs().diff('2027-01-01')).toBeLessThan(0);`,
		`expect(secondsLeft(new Date('2027-01-01'))).toBeGreaterThan(0);`,
		`expect(daysLeft(new Date(2026, 10, 20))).toBeGreaterThan(0);`,
		`expect(since('2026-10-01')).toBeLessThan(365);`,
		`expect(Date.parse('2027-03-01') - Date.now() > 0).toBe(true);`,
		`expect(isOpen(new Date('2027-03-01'))).toBe(true);`,
		`const left = Date.parse('2027-03-01') - Date.now(); expect(left <= 0 ? 410 : 200).toBe(200);`,
		`expect(statusOf('2027-03-01')).toBe(200);`,
		`expect(percentDone(new Date('2027-01-01'))).toBeLessThan(100);`,
	];
	for (const claim of due) flags(claim, asserting(told(claim)));
	const settled: readonly string[] = [
		`expect(Date.parse('2020-03-01') - Date.now()).toBeLessThan(0);`,
		`expect(Date.now() - Date.parse('2020-03-01')).toBeGreaterThan(0);`,
		`expect(Date.now() - Date.parse('2026-03-01')).toBeGreaterThan(0);`,
		`expect(differenceInCalendarDays(new Date(), new Date('2024-01-01'))).toBeGreaterThan(300);`,
		`expect(dayjs().diff('2019-01-01', 'year')).toBeGreaterThan(3);`,
		`expect(differenceInDays(new Date(), new Date('1990-01-01')) / 365).toBeLessThan(100);`,
		`expect(Date.parse('2999-01-01') - Date.now()).toBeGreaterThan(0);`,
		`expect(secondsLeft(new Date('2024-01-01'))).toBeLessThan(0);`,
		`expect(isOpen(new Date('2020-01-01'))).toBe(false);`,
		`expect(statusOf('2020-01-01')).toBe(410);`,
		`expect(since('2020-01-01')).toBeGreaterThan(100);`,
	];
	for (const claim of settled) allows(claim, asserting(claim));
});

describe('a length that is kept from falling, or from rising', () => {
	const strict = { options: { decisions: true } };
	for (const claim of [`expect(daysLeft(new Date('2024-01-01'))).toBe(0);`, `expect(daysLeft(new Date('2024-01-01'))).toEqual(0);`, `expect(percentDone(new Date('2020-01-01'))).toBe(100);`])
		allows(`${claim}, which stays so`, asserting(claim), strict);
	const begun = `expect(Math.max(0, differenceInCalendarDays(new Date(), new Date('2027-01-01')))).toBe(0);`;
	flags(`${begun}, which does not`, asserting(told(begun)));
});

describe('behind a route', () => {
	const app = (end: string): string => `
import Fastify from 'fastify';
export const build = () => {
	const app = Fastify();
	app.get('/trial', async (request, reply) => {
		const left = Date.parse('${end}') - Date.now();
		if (left <= 0) return reply.code(410).send({ gone: true });
		return { ok: true };
	});
	return app;
};`;
	const test = (claim: string): string => `
import { expect, it } from 'vitest';
import { build } from './src/app';
it('answers', async () => {
	const answer = await build().inject('/trial');
	${claim}
});`;
	flags('a time that will pass', { 'a.test.ts': test(told('expect(answer.statusCode).toBe(200);')), 'src/app.ts': app('2027-03-01') });
	allows('a time that has passed', { 'a.test.ts': test('expect(answer.statusCode).toBe(410);'), 'src/app.ts': app('2020-03-01') });
});
