import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

const user = `
export const create = () => ({ lastSeen: Date.now(), createdAt: new Date() });
export const isIdle = (user: { lastSeen: number }) => Date.now() - user.lastSeen > 1000;
export const age = (date: Date) => Math.floor((Date.now() - date.getTime()) / 86_400_000);
export const work = () => fetch('/work');
`;
const told = (claim: string): string => `${claim}\n\t${underlined(claim)}`;
const asserting = (body: string): Record<string, string> => ({
	'a.test.ts': `
import { expect, test } from 'vitest';
import { age, create, isIdle, work } from './user';
test('a', async () => {
	${body}
});`,
	'user.ts': user,
});

describe('how far two times lie apart, of which the test has moved one', () => {
	const since = 'expect(Date.now() - since).toBeGreaterThanOrEqual(2000);';
	allows('by a number', asserting(`let since = Date.now();\n	since -= 2000;\n	${since}`));
	allows('given anew', asserting(`let since = Date.now();\n	since = since - 2000;\n	${since}`));
	allows('in an object', asserting(`const kept = { since: Date.now() };\n	kept.since = kept.since - 2000;\n	expect(Date.now() - kept.since).toBeGreaterThanOrEqual(2000);`));
	allows('of what code made', asserting(`const user = create();\n	user.lastSeen -= 5000;\n	expect(isIdle(user)).toBe(true);`));
	allows('to a fixed time', asserting(`const user = create();\n	user.lastSeen = 0;\n	expect(isIdle(user)).toBe(true);`));
	allows('by Object.assign', asserting(`const user = create();\n	Object.assign(user, { lastSeen: user.lastSeen - 5000 });\n	expect(isIdle(user)).toBe(true);`));
	allows('in place', asserting(`const user = create();\n	user.createdAt.setFullYear(2001);\n	expect(age(user.createdAt)).toBeGreaterThan(365);`));
	allows('where it is made far away', asserting(`const then = new Date(Date.now() - 10 * 86_400_000);\n	expect(age(then)).toBeGreaterThanOrEqual(5);`));

	flags('which it has not', asserting(`const since = Date.now();\n	await work();\n	${told('expect(Date.now() - since).toBeLessThan(100);')}`));
	flags('which it has only set to the present', asserting(`const user = create();\n	user.lastSeen = Date.now();\n	await work();\n	${told('expect(Date.now() - user.lastSeen).toBeLessThan(100);')}`));
	flags('where it has moved another one', asserting(`const since = Date.now();\n	const user = create();\n	user.lastSeen -= 5000;\n	await work();\n	${told('expect(Date.now() - since).toBeLessThan(100);')}`));
	flags('where it moves one behind it', asserting(`let since = Date.now();\n	await work();\n	${told('expect(Date.now() - since).toBeLessThan(100);')}\n	since -= 2000;`));
	flags('where it is no further away than work takes', asserting(`const end = Date.now() + 50;\n	await work();\n	${told('expect(Date.now()).toBeLessThan(end);')}`));
});

describe('a part of a date of which the year alone is read', () => {
	const year = 'const year = new Date().getFullYear();';
	allows('by numbers', asserting('expect(new Date(new Date().getFullYear(), 1, 1).getMonth()).toBe(1);'));
	allows('by way of variables', asserting(`${year}\n	const day = new Date(year, 11, 25);\n	expect(day.getDate()).toBe(25);`));
	allows('in UTC', asserting(`${year}\n	expect(new Date(Date.UTC(year, 4, 5)).getUTCMonth()).toBe(4);`));
	allows('in a text', asserting('expect(new Date(`${new Date().getFullYear()}-03-04T12:00:00Z`).getUTCMonth()).toBe(2);'));
	flags('that is the year', asserting(`${year}\n	${told('expect(new Date(year, 11, 25).getFullYear()).toBe(2026);')}`));
	flags('that is the day of the week', asserting(`${year}\n	${told('expect(new Date(year, 11, 25).getDay()).toBe(5);')}`));
	flags('of the leap day', asserting(`${year}\n	${told('expect(new Date(year, 1, 29).getMonth()).toBe(1);')}`));
	flags('where the month is read as well', asserting(told('expect(new Date(new Date().getFullYear(), new Date().getMonth(), 5).getMonth()).toBe(4);')));
});
