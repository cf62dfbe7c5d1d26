import { describe } from 'vitest';

import rule from '../../rules/no-environment-dependence.ts';
import { platformValues } from '../../src/knowledge/platform-values.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-environment-dependence', rule);

const vitest = `import { beforeEach, expect, test, vi } from 'vitest';`;

describe('time zones', () => {
	flags('parts and texts of an instant by the local clock', `
${vitest}
import { format } from 'date-fns';
import dayjs from 'dayjs';
test('shows', () => {
	const date = new Date('2020-01-01T00:00:00Z');
	expect(date.getHours()).toBe(0);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ time zones (getHours)
	expect(date.getDate()).toBe(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(date.toLocaleString('en-US')).toBe('1/1/2020, 12:00:00 AM');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(format(date, 'HH:mm')).toBe('00:00');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(dayjs('2020-01-01T00:00:00Z').format('YYYY-MM-DD HH:mm')).toEqual('2020-01-01 00:00');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(new Intl.DateTimeFormat('en-US').format(date)).toBe('1/1/2020');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(String(new Date(1600000000000).getHours())).toBe('14');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`, {
		mends: {
			'Show it in UTC.': `
${vitest}
import { format } from 'date-fns';
import dayjs from 'dayjs';
test('shows', () => {
	const date = new Date('2020-01-01T00:00:00Z');
	expect(date.getUTCHours()).toBe(0);
	expect(date.getDate()).toBe(1);
	expect(date.toLocaleString('en-US')).toBe('1/1/2020, 12:00:00 AM');
	expect(format(date, 'HH:mm')).toBe('00:00');
	expect(dayjs('2020-01-01T00:00:00Z').format('YYYY-MM-DD HH:mm')).toEqual('2020-01-01 00:00');
	expect(new Intl.DateTimeFormat('en-US').format(date)).toBe('1/1/2020');
	expect(String(new Date(1600000000000).getHours())).toBe('14');
});
`,
		},
	});

	flags('what another module makes of an instant', {
		'a.test.ts': `
${vitest}
import { timeOf } from './src/time';
test('shows', () => {
	expect(timeOf(new Date('2020-06-15T10:30:00Z'))).toBe('10:30');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ timeOf (src/time.ts:2) → getHours
	expect({ at: timeOf(new Date(Date.UTC(2020, 5, 15))) }).toMatchSnapshot();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`,
		'src/time.ts': `export function timeOf(date: Date) {\n\treturn \`\${date.getHours()}:\${date.getMinutes()}\`;\n}\n`,
	});

	flags('a local time that is told in UTC', `
${vitest}
test('tells', () => {
	expect(new Date('2020-01-01T00:00').toISOString()).toBe('2020-01-01T00:00:00.000Z');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(new Date(2020, 0, 1).getTime()).toBe(1577836800000);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(new Date(2020, 0, 1).toString()).toBe('Wed Jan 01 2020 00:00:00 GMT+0100 (Central European Standard Time)');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	flags('a text that a later snapshot shows', `
${vitest}
import { cache } from './src/cache';
test('writes', () => {
	const date = new Date(1601053713081);
	cache.write({ data: { at: date.toLocaleString('en-US'), iso: date.toISOString() } });
	                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(cache.extract()).toMatchSnapshot();
});
`);

	allows('the same clock on both sides', `
${vitest}
import { format } from 'date-fns';
test('shows', () => {
	expect(new Date(2020, 0, 1, 8).getHours()).toBe(8);
	expect(new Date('2020-01-01T08:00').getHours()).toBe(8);
	expect(format(new Date(2020, 0, 1), 'HH:mm')).toBe('00:00');
	expect(new Date('2020-01-01T00:00:00Z').toISOString()).toBe('2020-01-01T00:00:00.000Z');
	expect(new Date('2020-01-01').getUTCDate()).toBe(1);
	expect(new Date('Wed, 01 Jan 2020 00:00:00 EST').getTime()).toBe(1577854800000);
	const now = new Date('2020-01-01T00:00:00Z');
	expect(now.toLocaleString('en-US')).toBe(new Date('2020-01-01T00:00:00Z').toLocaleString('en-US'));
});
`);

	const setIn = (own: string, claim: string): string => `
${vitest}
import { page } from './page';
test('a number', () => {
	page.date = new Date('November 7, 2005 23:30:00').getTime();
	page.update();
	expect(typeof page.date).toBe('number');
});
test('a word', () => {
	${own}
	page.update();
	${claim}
});
`;
	allows('what another test has put where this one puts something else', { 'a.test.ts': setIn(`page.date = 'today';`, `expect(page.date).toBe('today');`), 'page.ts': 'export const page = { date: undefined as unknown, update() {} };\n' });
	flags('what this one has put there', { 'a.test.ts': setIn(`page.date = new Date('November 7, 2005 23:30:00').getTime();`, `expect(page.date).toBe(1131406200000);\n	${underlined('expect(page.date).toBe(1131406200000);')}`), 'page.ts': 'export const page = { date: undefined as unknown, update() {} };\n' });

	allows('a zone that is said', `
${vitest}
import dayjs from 'dayjs';
import { DateTime } from 'luxon';
test('shows', () => {
	const date = new Date('2020-01-01T00:00:00Z');
	expect(date.toLocaleString('en-US', { timeZone: 'UTC' })).toBe('1/1/2020, 12:00:00 AM');
	expect(new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' }).format(date)).toBe('1/1/2020');
	expect(dayjs.utc('2020-01-01T00:00:00Z').format('HH:mm')).toBe('00:00');
	expect(dayjs('2020-01-01T00:00:00Z').utc().format('HH:mm')).toBe('00:00');
	expect(DateTime.fromISO('2020-01-01T00:00:00Z', { zone: 'utc' }).toFormat('HH:mm')).toBe('00:00');
	expect(DateTime.fromISO('2020-01-01T00:00:00Z').setZone('utc').hour).toBe(0);
});
`);

	allows('what is the same wherever people live', `
${vitest}
import { format } from 'date-fns';
test('shows', () => {
	const date = new Date('2020-06-15T12:00:00Z');
	expect(date.getFullYear()).toBe(2020);
	expect(date.getDate()).toBe(15);
	expect(date.toLocaleDateString('en-US')).toBe('6/15/2020');
	expect(date.toLocaleDateString('en-US', { month: 'long', year: 'numeric' })).toBe('June 2020');
	expect(format(new Date('2020-06-15'), 'yyyy-MM')).toBe('2020-06');
	expect(date.toLocaleTimeString('en-US')).toMatch(/\\d+:00:00/);
	expect(date.getHours()).toBeGreaterThan(0);
});
`);

	const shows = `test('shows', () => {\n\texpect(new Date('2020-01-01T00:00:00Z').getHours()).toBe(0);\n});\n`;
	allows('a zone of the scripts', { 'a.test.ts': `${vitest}\n${shows}`, 'package.json': `{ "scripts": { "test": "TZ=UTC vitest run" } }` });
	allows('a zone of the scripts, by cross-env', { 'a.test.ts': `${vitest}\n${shows}`, 'package.json': `{ "scripts": { "test": "cross-env TZ=UTC vitest run" } }` });
	allows('a zone of the configuration', { 'a.test.ts': `${vitest}\n${shows}`, 'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { env: { TZ: 'UTC' } } });\n`, 'package.json': '{}' });
	allows('a zone of a setup file', { 'a.test.ts': `${vitest}\n${shows}`, 'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { setupFiles: ['./setup.ts'] } });\n`, 'setup.ts': `process.env.TZ = 'UTC';\n`, 'package.json': '{}' });
	allows('a zone of the global setup', { 'a.test.ts': shows, 'jest.config.js': `module.exports = { globalSetup: '<rootDir>/test/global-setup.js' };\n`, 'test/global-setup.js': `module.exports = async () => {\n\tprocess.env.TZ = 'UTC';\n};\n`, 'package.json': '{}' });
	allows('a zone of the file', `${vitest}\nprocess.env.TZ = 'UTC';\n${shows}`);
	allows('Bun, which runs tests in UTC', `import { expect, test } from 'bun:test';\n${shows}`);
});

describe('locales', () => {
	flags('texts in the locale of the machine', {
		'a.test.ts': `
${vitest}
import { price } from './src/price';
test('shows', () => {
	expect(price(1234.5)).toBe('$1,234.50');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ locale (price (src/price.ts:1) → toLocaleString)
	expect(new Intl.NumberFormat().format(1234)).toBe('1,234');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(new Date(2020, 0, 1).toLocaleDateString()).toBe('1/1/2020');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`,
		'src/price.ts': `export const price = (amount: number) => '$' + amount.toLocaleString(undefined, { minimumFractionDigits: 2 });\n`,
	});

	flags('a number that is worked out', {
		'a.test.ts': `
${vitest}
import { price } from './src/price';
test('shows', () => {
	const seconds = 4_500_000 / 1000;
	expect(price(1999)).toBe('€19.99');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ locale (price (src/price.ts:1) → toLocaleString)
	expect(seconds.toLocaleString()).toBe('4,500');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect((5).toLocaleString(undefined, { style: 'currency', currency: 'EUR' })).toBe('€5.00');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect((seconds / 900).toLocaleString()).toBe('5');
	expect((seconds / 7).toLocaleString('en')).toBe('642.857');
});
`,
		'src/price.ts': `export const price = (cents: number) => (cents / 100).toLocaleString(undefined, { style: 'currency', currency: 'EUR' });
`,
	});

	flags('the locale and the zone of the machine at once', `
${vitest}
test('shows', () => {
	expect(new Date('2020-01-01T00:00:00Z').toLocaleDateString()).toBe('1/1/2020');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Say which zone and which locale are meant
	expect(new Date('2020-01-01T00:00:00Z').toLocaleDateString('en-US')).toBe('1/1/2020');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ some time zones (toLocaleDateString). Say which zone is meant
});
`);

	allows('a locale that is said', `
${vitest}
test('shows', () => {
	expect((1234.5).toLocaleString('en-US')).toBe('1,234.5');
	expect((12).toLocaleString()).toBe('12');
	expect(new Intl.NumberFormat('en').format(1234)).toBe('1,234');
	expect(new Date(2020, 0, 1).toLocaleDateString('en-US')).toBe('1/1/2020');
	expect((1234.5).toLocaleString()).toBe(new Intl.NumberFormat().format(1234.5));
});
`);
});

describe('what a callback makes of a list, and what is left open', () => {
	const head = `
${vitest}
import { DateTime } from 'luxon';
const day = text => new Date(text).getDate();
const amount = (number, locale?: string) => number.toLocaleString(locale);
const price = (number, locale = undefined) => new Intl.NumberFormat(locale).format(number);
const sum = (number, options: { locale?: string } = {}) => new Intl.NumberFormat(options.locale).format(number);
const days = dates => dates.map(date => date.toLocaleDateString());`;
	const asserting = (claim: string): string => `${head}\ntest('shows', () => {\n\t${claim}\n});`;
	const flagsClaim = (claim: string): void => flags(claim, asserting(`${claim}\n\t${underlined(claim)}`));
	const allowsClaim = (claim: string): void => allows(claim, asserting(claim));

	flagsClaim(`expect(['2024-01-15T22:30:00Z'].map(text => new Date(text).getDate())).toEqual([15]);`);
	flagsClaim(`expect([{ at: '2024-01-15T22:30:00Z' }].map(({ at }) => ({ day: day(at) }))).toEqual([{ day: 15 }]);`);
	flagsClaim(`expect(days([new Date(2024, 0, 1)])).toEqual(['1/1/2024']);`);
	flagsClaim(`expect(amount(1234.5)).toBe('1,234.5');`);
	flagsClaim(`expect(amount(1234.5, undefined)).toBe('1,234.5');`);
	flagsClaim(`expect(price(1234.5)).toBe('1,234.5');`);
	flagsClaim(`expect(sum(1234.5)).toBe('1,234.5');`);
	flagsClaim(`expect(sum(1234.5, {})).toBe('1,234.5');`);
	flagsClaim(`expect(new Date('2024-01-15T22:30:00Z').toLocaleTimeString('en-US', { timeZone: undefined })).toBe('10:30:00 PM');`);
	flagsClaim(`expect(DateTime.fromISO('2024-01-15T22:30:00Z', {}).toFormat('HH:mm')).toBe('22:30');`);
	flagsClaim(`expect(DateTime.fromISO('2024-01-15T22:30:00Z', { zone: undefined }).toFormat('HH:mm')).toBe('22:30');`);

	allowsClaim(`expect(['2024-01-15T22:30:00Z'].map(text => new Date(text).getUTCDate())).toEqual([15]);`);
	allowsClaim(`expect(['2024-01-15T22:30:00Z'].map(text => ({ at: new Date(text), day: day(text) })).map(({ at }) => at.toISOString())).toEqual(['2024-01-15T22:30:00.000Z']);`);
	allowsClaim(`expect(['2024-01-15T22:30:00Z', '2023-01-15T22:30:00Z'].sort((one, other) => day(one) - day(other))).toEqual(['2024-01-15T22:30:00Z', '2023-01-15T22:30:00Z']);`);
	allowsClaim(`expect(amount(1234.5, 'en-US')).toBe('1,234.5');`);
	allowsClaim(`expect(price(1234.5, 'en-US')).toBe('1,234.5');`);
	allowsClaim(`expect(sum(1234.5, { locale: 'en-US' })).toBe('1,234.5');`);
	allowsClaim(`expect(sum(1234.5, unknown)).toBe('1,234.5');`);
	allowsClaim(`expect(DateTime.fromISO('2024-01-15T22:30:00Z', { zone: 'utc' }).toFormat('HH:mm')).toBe('22:30');`);
	allowsClaim(`expect(DateTime.fromISO('2024-01-15T22:30:00Z', { setZone: true }).toFormat('HH:mm')).toBe('22:30');`);
	allowsClaim(`expect(DateTime.fromISO('2024-01-15T22:30:00Z', options).toFormat('HH:mm')).toBe('22:30');`);
});

describe('messages of the engine', () => {
	flags('how one version words an error', `
${vitest}
import { load } from './src/load';
test('fails', async () => {
	expect(() => load('{')).toThrow('Unexpected token } in JSON at position 1');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(() => load('')).toThrow('"undefined" is not valid JSON');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await expect(load(undefined)).rejects.toThrow("Cannot read properties of undefined (reading 'name')");
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	allows('the kind of error, and words of the project', `
${vitest}
import { load } from './src/load';
test('fails', async () => {
	expect(() => load('{')).toThrow(SyntaxError);
	expect(() => load('{')).toThrow(/JSON/);
	expect(() => load('x')).toThrow('the file is not valid');
	expect(() => load('x')).toThrow('The body is not valid JSON');
	load.mockRejectedValue(new Error('Unexpected token } in JSON at position 1'));
	await expect(load('a')).rejects.toThrow('Unexpected token } in JSON at position 1');
});
`);

	allows('what the test words itself and hands over', `
${vitest}
import { wrap } from './src/load';
test('says where it failed', () => {
	expect(wrap({ message: "Cannot read properties of undefined (reading 'name')" }).message).toBe("E_LOAD, Cannot read properties of undefined (reading 'name')");
	expect(wrap("Cannot read property 'name' of undefined").message).toBe("E_LOAD, Cannot read property 'name' of undefined");
	const reason = 'Unexpected token } in JSON at position 1';
	expect(() => wrap(reason)).toThrow('Unexpected token } in JSON at position 1');
});
`);

	flags('the same words where another test alone hands them over, or only an assertion has them', `
${vitest}
import { load, wrap } from './src/load';
test('says where it failed', () => {
	expect(wrap("Cannot read property 'name' of undefined").message).toBe('E_LOAD');
});
test('fails', () => {
	expect(() => load(undefined)).toThrow("Cannot read property 'name' of undefined");
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(() => load(null)).toThrow("Cannot read property 'name' of undefined");
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);
});

describe('parts of two dates, one taken from the other', () => {
	const dates = `export const years = (from: Date, to: Date) => to.getFullYear() - from.getFullYear();
export function ageAt(birth: Date, at: Date) {
	let age = at.getFullYear() - birth.getFullYear();
	const months = at.getMonth() - birth.getMonth();
	if (months < 0 || (months === 0 && at.getDate() < birth.getDate())) age--;
	return age;
}
`;
	const test = (body: string): string => `
import { expect, test } from 'vitest';
import { ageAt, years } from './dates';
test('counts', () => {
${body}
});
`;
	allows('years that each zone moves alike', {
		'a.test.ts': test(`	expect(years(new Date('2000-01-01'), new Date('2024-01-01'))).toBe(24);\n	expect(ageAt(new Date('2000-01-01'), new Date('2024-01-01'))).toBe(24);`),
		'dates.ts': dates,
	});
	flags('years that only some zones move', {
		'a.test.ts': test(`	expect(years(new Date('2000-01-01'), new Date('2024-06-01'))).toBe(24);\n	${'~'.repeat("expect(years(new Date('2000-01-01'), new Date('2024-06-01'))).toBe(24)".length)} getFullYear`),
		'dates.ts': dates,
	});
});

describe('instants of the local clock that are held against one another', () => {
	const times = `export const older = (one: Date, other: Date) => one.getTime() < other.getTime();
export const same = (one: Date, other: Date) => one.valueOf() === other.valueOf();
export const isValid = (date: Date) => !Number.isNaN(date.getTime());
export const isPositive = (date: Date) => date.getTime() > 0;
export const isSet = (date: Date) => !!date.getTime();
export const isBetween = (date: Date, from: Date, to: Date) => from.getTime() <= date.getTime() && date.getTime() <= to.getTime();
export const overlaps = (one: { from: Date; to: Date }, other: { from: Date; to: Date }) => one.from.getTime() < other.to.getTime() && other.from.getTime() < one.to.getTime();
export const isExpired = (date: Date) => date.getTime() < Date.now();
export const daysBetween = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 86_400_000);
export const compare = (one: Date, other: Date) => Math.sign(one.getTime() - other.getTime());
export const msOf = (date: Date) => date.getTime();
export const before = (date: Date) => date.getTime() - 1000;
export const described = (date: Date) => ({ isLate: date.getTime() > 5, ms: date.getTime() });
export const isMorning = (date: Date) => date.getHours() < 12;
export const onOneDay = (one: Date, other: Date) => one.toISOString().slice(0, 10) === other.toISOString().slice(0, 10);
`;
	const compared = (claim: string, mark = ''): object & Record<string, string> => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { before, compare, daysBetween, described, isBetween, isExpired, isMorning, isPositive, isSet, isValid, msOf, older, onOneDay, overlaps, same } from './times';
const [one, other] = [new Date(2000, 1, 1), new Date(2020, 1, 1)];
test('compares', () => {
	${claim}
	${mark}
});
`,
		'times.ts': times,
	});
	const flagsClaim = (name: string, claim: string): void => { flags(name, compared(claim, underlined(claim))); };

	for (const claim of [
		'expect(older(one, other)).toBe(true);',
		'expect(older(new Date(2000, 1, 1), new Date("2020-02-01T00:00:00Z"))).toBe(true);',
		'expect(older(new Date("2000-02-01T00:00:00"), new Date(Date.UTC(2020, 1, 1)))).toBe(true);',
		'expect(same(new Date(2000, 1, 1), new Date(2000, 1, 1))).toBe(true);',
		'expect(same(new Date(2000, 1, 1), new Date("2001-02-01T00:00:00Z"))).toBe(false);',
		'expect(isValid(new Date(2000, 1, 1))).toBe(true);',
		'expect(isPositive(new Date(2000, 1, 1))).toBe(true);',
		'expect(isSet(new Date(2000, 1, 1))).toBe(true);',
		'expect(isBetween(new Date(2010, 1, 1), new Date(2000, 1, 1), new Date(2020, 1, 1))).toBe(true);',
		'expect(overlaps({ from: new Date(2000, 1, 1), to: new Date(2000, 1, 3) }, { from: new Date(2000, 1, 2), to: new Date(2000, 1, 4) })).toBe(true);',
		'expect(isExpired(new Date(2000, 1, 1))).toBe(true);',
		'expect(daysBetween(new Date(2000, 1, 1), new Date(2000, 1, 3))).toBe(2);',
		'expect(compare(new Date(2000, 1, 1), new Date(2000, 1, 3))).toBe(-1);',
	]) allows(`are so in each zone: ${claim}`, compared(claim));

	flagsClaim('the instant itself', 'expect(msOf(new Date(2000, 1, 1))).toBe(949359600000);');
	flagsClaim('an instant so much before', 'expect(before(new Date(2000, 1, 1))).toBe(949359599000);');
	flagsClaim('an instant that is compared and told', 'expect(described(new Date(2000, 1, 1))).toEqual({ isLate: true, ms: 949359600000 });');
	flagsClaim('an instant that is the same everywhere, near by', 'expect(same(new Date(2000, 1, 1), new Date("2000-02-01T00:00:00Z"))).toBe(true);');
	flagsClaim('the beginning of the epoch', 'expect(isPositive(new Date(1970, 0, 1))).toBe(false);');
	flagsClaim('the distance to an instant that is the same everywhere', 'expect(daysBetween(new Date(2000, 1, 1), new Date("2000-02-03T00:00:00Z"))).toBe(2);');
	flagsClaim('an hour', 'expect(isMorning(new Date("2000-02-01T10:00:00Z"))).toBe(true);');
	flagsClaim('days in UTC', 'expect(onOneDay(new Date(2000, 1, 1, 3), new Date(2000, 1, 1, 20))).toBe(true);');
});

describe('paths, line endings and machines', () => {
	const paths = `import { EOL } from 'node:os';
import { join, relative } from 'node:path';
export const outputOf = name => join('dist', name + '.js');
export const namedOf = name => relative('/work', name).replaceAll('\\\\', '/');
export const textOf = lines => lines.join(EOL);
`;
	const test = (body: string, more = ''): string => `
import os, { cpus, EOL as ending } from 'node:os';
import path, { join } from 'node:path';
import { expect, test } from 'vitest';
import { namedOf, outputOf, textOf } from './paths';
${more}
test('tells', () => {
${body}
});
`;
	flags('a path that is compared with slashes', {
		'a.test.ts': test(`	expect(outputOf('main')).toBe('dist/main.js');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ paths are written with \`/\` (outputOf (paths.ts:3) → join)
	expect({ to: path.resolve('a', 'b'), name: 'x' }).toEqual({ to: '/work/a/b', name: 'x' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`),
		'paths.ts': paths,
	}, { options: { platform: true } });

	flags('lines, processors and memory', {
		'a.test.ts': `
import { memoryUsage } from 'node:process';
import { cpus, hostname } from 'node:os';
import { expect, test } from 'vitest';
import { textOf } from './paths';
test('tells', () => {
	expect(textOf(['a', 'b'])).toBe('a\\nb');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (textOf (paths.ts:5) → EOL)
	expect(cpus().length).toBe(8);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ depends on the machine (cpus)
	expect({ host: hostname() }).toEqual({ host: 'ci' });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	const before = process.memoryUsage().heapUsed;
	textOf([]);
	expect(memoryUsage().heapUsed - before).toBeLessThan(1_000_000);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`,
		'paths.ts': paths,
	}, { options: { platform: true } });

	allows('all of it without the option', { 'a.test.ts': test(`	expect(outputOf('main')).toBe('dist/main.js');\n	expect(cpus().length).toBe(8);`), 'paths.ts': paths });

	allows('paths that are made in the same way, put right, of one name, URLs, and what is not fixed', {
		'a.test.ts': `
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namedOf, outputOf } from './paths';
test('tells', () => {
	expect(outputOf('main')).toBe(join('dist', 'main.js'));
	expect(outputOf('main')).not.toBe('src/main.js');
	expect(namedOf('/work/a/b')).toBe('a/b');
	expect(join('a')).toBe('a');
	expect(join('a', 'b')).toBe('ab');
	expect(availableParallelism()).toBeGreaterThan(Number('0'));
	expect(outputOf('main')).toMatch(/main/);
});
`,
		'paths.ts': paths,
	}, { options: { platform: true } });

	allows('what a spy answers in the place of the machine', {
		'a.test.js': `
const os = require('os');
const { name, room } = require('./name');
afterEach(() => { jest.restoreAllMocks(); });
test('tells the name', () => {
	jest.spyOn(os, 'hostname').mockReturnValue('ci');
	expect(name()).toBe('ci');
});
test('tells the room', () => {
	jest.spyOn(os, 'cpus').mockImplementation(() => [{}, {}]);
	expect(room()).toBe(2);
});`,
		'name.js': `
const os = require('os');
exports.name = () => os.hostname();
exports.room = () => os.cpus().length;`,
	}, { options: { platform: true } });

	flags('what a spy answers for something else, and only in another test', {
		'a.test.js': `
const os = require('os');
const { name } = require('./name');
afterEach(() => { jest.restoreAllMocks(); });
test('tells the name', () => {
	jest.spyOn(os, 'cpus').mockReturnValue([]);
	expect(name()).toBe('ci');
	~~~~~~~~~~~~~~~~~~~~~~~~~ depends on the machine
});
test('tells it again', () => {
	jest.spyOn(os, 'hostname').mockReturnValue('ci');
	expect(name()).toBe('ci');
});`,
		'name.js': `
const os = require('os');
exports.name = () => os.hostname();`,
	}, { options: { platform: true } });

	allows('a test file that minds the platform', {
		'a.test.ts': test(`	expect(outputOf('main')).toBe('dist/main.js');`, `if (process.platform === 'win32') test.skip('not here', () => {});`),
		'paths.ts': paths,
	}, { options: { platform: true } });
});

describe('each value that differs between platforms', () => {
	for (const { of, from: [from = ''], names, called } of platformValues)
		for (const name of names) {
			const value = { separator: `${name}('/a', '/a/b')`, 'line-ending': name, machine: `${name}()` }[of];
			const expected = { separator: '/a/b', 'line-ending': '\\n', machine: '1' }[of];
			const told = from === 'global' ? `process.${value}` : called ? value : name;
			const imported = from === 'global' ? '' : `import { ${name} } from '${from}';`;
			const claim = `expect({ told: tell() }).toEqual({ told: '${expected}' })`;
			flags(`${from} ${name}`, {
				'a.test.ts': `
import { expect, test } from 'vitest';
import { tell } from './tell';
test('tells', () => {
	${claim};
	${'~'.repeat(claim.length)} (tell (tell.ts:2) → ${name})
});
`,
				'tell.ts': `${imported}
export const tell = () => ${told};
`,
			}, { options: { platform: true } });
		}
});
