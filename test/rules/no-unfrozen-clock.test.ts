import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { type Case, casesOf, underlined } from '../support/rule-cases.ts';

// What is held against something fixed is mostly a whole time here, for short: told with `whole`, and apart in the last group.
const { flags, allows, leaves } = casesOf('no-unfrozen-clock', rule, {}, { whole: true });

/** Tildes under a statement, its semicolon left out. */
const under = (statement: string): string => '~'.repeat(statement.length - 1);

const vitest = `import { expect, test } from 'vitest';`;

/** Tests import what these modules export. */
const clocks = {
	'src/time.ts': `export function isMorning() {\n\treturn new Date().getHours() < 12;\n}\nexport const partOfDay = (now = new Date()) => (now.getHours() < 12 ? 'morning' : 'evening');\n`,
	'src/greeting.ts': `import { isMorning } from './time';\nexport function greet(name: string) {\n\tif (isMorning()) return 'Good morning, ' + name;\n\treturn 'Hello, ' + name;\n}\n`,
	'src/note.ts': `export class Note {\n\tcreatedAt = new Date();\n\tupdatedAt = new Date();\n\tconstructor(readonly text: string) {}\n}\nexport function createNote(text: string) {\n\treturn { text, createdAt: new Date() };\n}\n`,
};

describe('a reading that reaches an assertion', () => {
	flags('the time of the day, read in another module', {
		'a.test.ts': `
${vitest}
import { isMorning } from './src/time';
test('is morning', () => {
	expect(isMorning()).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ isMorning (src/time.ts:2) → new Date
});
`,
		...clocks,
	});

	flags('the time of the day, two modules away', {
		'a.test.ts': `
${vitest}
import { greet } from './src/greeting';
test('greets', () => {
	expect(greet('Ann')).toBe('Good morning, Ann');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ greet (src/greeting.ts:3) → isMorning (src/time.ts:2) → new Date
});
`,
		...clocks,
	});

	flags('a default parameter that is left out', {
		'a.test.ts': `
${vitest}
import { partOfDay } from './src/time';
test('part of the day', () => {
	expect(partOfDay()).toEqual('morning');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ partOfDay (src/time.ts:4) → new Date
});
`,
		...clocks,
	});

	flags('a whole record with a time in it', {
		'a.test.ts': `
${vitest}
import { createNote } from './src/note';
test('creates a note', () => {
	expect(createNote('a')).toEqual({ text: 'a', createdAt: new Date() });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ two readings
});
`,
		...clocks,
	});

	flags('fields of an entity that are each read', {
		'a.test.ts': `
${vitest}
import { Note } from './src/note';
test('is new', () => {
	const note = new Note('a');
	expect(note.createdAt).toEqual(note.updatedAt);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ two readings
});
`,
		...clocks,
	});

	flags('a field that a constructor sets', {
		'a.test.ts': `
${vitest}
import { Order } from './order';
test('is dated', () => {
	expect(new Order().year).toBe(2026);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ new Order (order.ts:4) → new Date
});
`,
		'order.ts': `export class Order {
	year: number;
	constructor() {
		this.year = new Date().getFullYear();
	}
}
`,
	});

	flags('a snapshot with a time in it', {
		'a.test.ts': `
${vitest}
import { createNote } from './src/note';
test('creates a note', () => {
	expect(createNote('a')).toMatchSnapshot();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ createNote (src/note.ts:7) → new Date
	expect(createNote('a')).toMatchInlineSnapshot();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ createNote (src/note.ts:7) → new Date
});
`,
		...clocks,
	});

	flags('what a mock was called with', `
import { expect, test, vi } from 'vitest';
test('passes the time on', () => {
	const save = vi.fn();
	save(new Date());
	expect(save).toHaveBeenCalledWith(new Date());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ two readings
});
`);

	flags('an assertion of a test that a helper defines through a callback, where it is written', {
		'a.test.js': `const assert = require('node:assert');
const { withParsers } = require('./parsers');
describe('client', () => {
	withParsers(parser => {
		it('gives up', done => {
			const start = Date.now();
			connect(parser).on('error', () => {
				assert(Date.now() - start < 1050);
				~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ measures how long
				done();
			});
		});
	});
});`,
		'parsers.js': `exports.withParsers = register => {
	for (const parser of ['js', 'native']) describe(parser, () => register(parser));
};`,
	});
	flags('an assertion in a helper of another module, at its call', {
		'a.test.ts': `
${vitest}
import { expectThisYear } from './support';
test('is of this year', () => {
	expectThisYear(2026);
	~~~~~~~~~~~~~~~~~~~~ new Date
});
`,
		'support.ts': `import { expect } from 'vitest';\nexport function expectThisYear(year: number) {\n\texpect(new Date().getFullYear()).toBe(year);\n}\n`,
	});
	flags('an assertion in a hook', `
import { afterEach, expect, test } from 'vitest';
afterEach(() => {
	expect(new Date().getDay()).toBe(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ new Date
});
test('a', () => {});
`);
});

describe('suites in a function', () => {
	for (const [open, close] of [['function suite() {', '}\nsuite();'], ['(() => {', '})();'], ['module.exports = function suite() {', '};']] as const) {
		flags(`their own readings: ${open}`, `
const { create } = require('library');
${open}
	test('stores the time', async () => {
		const record = await create();
		const now = new Date();
		expect(record.createdAt.getMinutes()).toBe(now.getMinutes());
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ two readings
	});
${close}`);
	}

	allows('what a helper of theirs is handed', `
const { create } = require('library');
function suite() {
	test('stores the time', async () => {
		const now = new Date();
		const record = await create(now);
		same(record.createdAt, now);
	});
}
function same(one, other) {
	expect(one.getMinutes()).toBe(other.getMinutes());
}
suite();`);
});

describe('a call whose function makes the same mistake twice', () => {
	flags('is reported once', {
		'a.test.ts': `
${vitest}
import { check } from './test/check';
test('a', () => {
	check();
	~~~~~~~
});
`,
		'test/check.ts': `import { expect } from 'vitest';\nexport function check() {\n\tconst hour = new Date().getHours();\n\texpect(hour).toBe(1); expect(hour).toBe(1);\n}\n`,
	});
});

describe('assertions in a stand-in', () => {
	const file = (body: string): string => `
${vitest}
import * as api from './api';
test('a', () => {
	const kept = api.decode;
	api.decode = value => {
		expect(value).toBe('1');
		return value;
	};
	api.decode('1');
	api.decode = kept;
});
test('b', () => {
	const now = new Date();
	${body}
});
`;
	allows('are those of the test that puts it there', { 'a.test.ts': file(`expect(api.decode(now)).toBe(now);`), 'api.ts': `export let decode = value => value;\n` });
	flags('count where the test makes it itself', { 'a.test.ts': file(`expect(now.getHours()).toBe(1);\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), 'api.ts': `export let decode = value => value;\n` });
});

describe('every clock', () => {
	for (const [name, code, reported] of [
		['Date.now', `expect(Date.now()).toBe(1700000000000);`, 'Date.now'],
		['Date as a function', `expect(Date()).toBe('Mon');`, 'Date'],
		['performance.now', `expect(performance.now()).toBe(5);`, 'performance.now'],
		['process.hrtime.bigint', `expect(process.hrtime.bigint()).toBe(5n);`, 'process.hrtime.bigint'],
		['Temporal', `expect(Temporal.Now.plainDateISO().year).toBe(2026);`, 'Temporal.Now.plainDateISO'],
		['Intl.DateTimeFormat', `expect(new Intl.DateTimeFormat('en').format()).toBe('1/1/2026');`, 'DateTimeFormat.format'],
	] as const) {
		flags(name, `
${vitest}
test('a', () => {
	${code}
	${under(code)} ${reported}
});
`);
	}

	for (const [name, imports, code, reported] of [
		['dayjs', `import dayjs from 'dayjs';`, `expect(dayjs().hour()).toBe(8);`, 'dayjs'],
		['dayjs, formatted', `import dayjs from 'dayjs';`, `expect(dayjs().format('YYYY')).toBe('2026');`, 'dayjs'],
		['moment', `import moment from 'moment';`, `expect(moment().format('YYYY-MM-DD')).toBe('2026-01-01');`, 'moment'],
		['moment twice', `import moment from 'moment';`, `expect(moment.utc().toISOString()).toBe(moment().toISOString());`, 'two readings'],
		['luxon', `import { DateTime } from 'luxon';`, `expect(DateTime.now().year).toBe(2026);`, 'DateTime.now'],
		['date-fns', `import { isToday } from 'date-fns';`, `expect(isToday(new Date(2026, 0, 1))).toBe(true);`, 'isToday'],
		['date-fns over a read', `import { format } from 'date-fns';`, `expect(format(new Date(), 'yyyy')).toBe('2026');`, 'new Date'],
	] as const) {
		flags(name, `
${vitest}
${imports}
test('a', () => {
	${code}
	${under(code)} ${reported}
});
`);
	}
});

describe('elapsed time', () => {
	for (const [name, before, code] of [
		['an upper bound', `const start = Date.now();\n\tawait work();`, `expect(Date.now() - start).toBeLessThan(100);`],
		['an upper bound in a variable', `const start = Date.now();\n\tawait work();\n\tconst took = Date.now() - start;`, `expect(took).toBeLessThanOrEqual(100);`],
		['a bound in a condition', `const start = Date.now();\n\tawait work();`, `expect(Date.now() - start < 100).toBe(true);`],
		['a lower bound', `const start = Date.now();\n\tawait work();`, `expect(Date.now() - start).toBeGreaterThanOrEqual(50);`],
		['a lower bound of performance.now', `const start = performance.now();\n\tawait work();`, `expect(performance.now() - start).toBeGreaterThan(99);`],
		['dates', `const start = new Date();\n\tawait work();`, `expect(new Date().getTime() - start.getTime()).toBeLessThan(100);`],
		['dates as numbers', `const start = new Date();\n\tawait work();\n\tconst end = new Date();`, `expect(end - start).toBeLessThan(100);`],
		['an exact length', `const start = Date.now();\n\tawait work();`, `expect(Date.now() - start).toBe(0);`],
		['a length that is near another', `const start = Date.now();\n\tawait work();`, `expect(Date.now() - start).toBeCloseTo(100, -1);`],
		['a difference of two lengths', `const start = Date.now();\n\tawait work();\n\tconst end = Date.now();`, `expect(Math.abs(end - start - 100)).toBeLessThan(20);`],
		['seconds, rounded', `const start = Date.now();\n\tawait work();`, `expect(Math.round((Date.now() - start) / 1000)).toBe(1);`],
		['process.hrtime, from an earlier reading', `const start = process.hrtime();\n\tawait work();\n\tconst [seconds] = process.hrtime(start);`, `expect(seconds).toBeLessThan(2);`],
		['nanoseconds', `const start = process.hrtime.bigint();\n\tawait work();`, `expect(process.hrtime.bigint() - start).toBeLessThan(1_000_000n);`],
		['a time that the start is moved to', `const start = Date.now();\n\tawait work();`, `expect(Date.now()).toBeLessThan(start + 100);`],
		['a time that the start is moved to, at least', `const start = Date.now();\n\tawait work();`, `expect(Date.now()).toBeGreaterThanOrEqual(start + 50);`],
		['a start that is not long ago', `const start = Date.now();\n\tawait work();`, `expect(start).toBeGreaterThan(Date.now() - 1000);`],
		['a bound that is kept in a variable', `const start = Date.now();\n\tawait work();\n\tconst limit = 100;`, `expect(Date.now() - start <= limit).toBe(true);`],
		['a decision that is kept in a variable', `const start = Date.now();\n\tawait work();\n\tconst inTime = Date.now() - start < 100;`, `expect(inTime).toBe(true);`],
		['process.hrtime in milliseconds', `const start = process.hrtime();\n\tawait work();\n\tconst [s, ns] = process.hrtime(start);`, `expect(s * 1e3 + ns / 1e6).toBeLessThan(100);`],
		['date-fns', `const start = new Date();\n\tawait work();`, `expect(differenceInMilliseconds(new Date(), start)).toBeLessThan(100);`],
		['luxon', `const start = DateTime.now();\n\tawait work();`, `expect(DateTime.now().diff(start).milliseconds).toBeLessThan(100);`],
		['a difference of two dayjs', `const start = dayjs();\n\tawait work();`, `expect(dayjs().diff(start)).toBeLessThan(100);`],
	] as const) {
		flags(name, `
${vitest}
import { differenceInMilliseconds } from 'date-fns';
import dayjs from 'dayjs';
import { DateTime } from 'luxon';
import { work } from 'work';
test('is fast', async () => {
	${before}
	${code}
	${under(code)} measures how long
});
`);
	}

	flags('both bounds', `
${vitest}
import { work } from 'work';
test('is fast', async () => {
	const start = Date.now();
	await work();
	const took = Date.now() - start;
	expect(took).toBeGreaterThanOrEqual(99);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ measures how long
	expect(took).toBeLessThan(150);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ measures how long
});
`);

	flags('within a range, of chai', `
import { expect } from 'chai';
import { work } from 'work';
describe('work', () => {
	it('is fast', async () => {
		const start = Date.now();
		await work();
		expect(Date.now() - start).to.be.within(90, 110);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ measures how long
		expect(Date.now() - start).to.be.below(110);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ measures how long
	});
});
`);

	flags('node:assert', `
import assert from 'node:assert';
import { test } from 'node:test';
import { work } from 'work';
test('is fast', async t => {
	const begin = Date.now();
	await work();
	assert.ok(Date.now() - begin < 100);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ measures how long
	assert(Date.now() - begin >= 10);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ measures how long
	t.assert.ok(Date.now() - begin < 100);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ measures how long
});
`);

	flags('a helper that measures', {
		'a.test.ts': `
${vitest}
import { measure } from './support/measure';
import { work } from 'work';
test('is fast', async () => {
	const took = await measure(() => work());
	expect(took).toBeLessThan(100);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ measure (support/measure.ts:4) → Date.now
});
`,
		'support/measure.ts': `export async function measure(run: () => Promise<void>) {\n\tconst start = Date.now();\n\tawait run();\n\treturn Date.now() - start;\n}\n`,
	});

	flags('a stopwatch', {
		'a.test.ts': `
${vitest}
import { Stopwatch } from './support/stopwatch';
test('is fast', async () => {
	const watch = new Stopwatch();
	await work();
	expect(watch.elapsed()).toBeLessThan(100);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ elapsed (support/stopwatch.ts:4) → Date.now
});
`,
		'support/stopwatch.ts': `export class Stopwatch {\n\t#start = Date.now();\n\telapsed() {\n\t\treturn Date.now() - this.#start;\n\t}\n}\n`,
	});

	flags('a bound that the option calls small', `
${vitest}
import { work } from 'work';
test('is fast', async () => {
	const start = Date.now();
	await work();
	expect(Date.now() - start).toBeLessThan(8_000);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ measures how long
});
`, { options: { generous: 10_000 } });

	for (const [name, code] of [
		['a generous upper bound', `expect(Date.now() - start).toBeLessThan(5_000);`],
		['a generous bound in seconds', `expect((Date.now() - start) / 1000).toBeLessThan(10);`],
		['a generous time that the start is moved to', `expect(Date.now()).toBeLessThan(start + 60_000);`],
		['a lower bound of nothing', `expect(Date.now() - start).toBeGreaterThanOrEqual(0);`],
		['a lower bound of more than nothing less', `expect(Date.now() - start).toBeGreaterThan(-1);`],
		['a type', `expect(typeof (Date.now() - start)).toBe('number');`],
		['a duration of another source', `expect(result.duration).toBeGreaterThan(0);`],
		['a log line', 'console.log(`took ${Date.now() - start} ms`);'],
		['a deadline of a loop', `while (Date.now() - start < 100) await tick();\n\texpect(result.ready).toBe(true);`],
		['any number', `expect({ took: Date.now() - start }).toEqual({ took: expect.any(Number) });`],
	] as const) {
		allows(name, `
${vitest}
import { tick, work } from 'work';
test('is fast', async () => {
	const start = Date.now();
	const result = await work();
	${code}
});
`);
	}
});

describe('the least time that others take whom the test tells how long to wait', () => {
	const late = (bound: string, handler: string, told: string): string => `
${vitest}
import { intercept, request } from 'interception';
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
test('answers late', async () => {
	intercept('/slow', ${handler});
	const start = Date.now();
	await request('/slow'${told});
	expect(Date.now() - start).${bound};
`;
	const end = '});\n';
	for (const [name, bound, handler, told] of [
		['longer, in a callback', 'toBeGreaterThanOrEqual(700)', 'async () => { await sleep(750); }', ''],
		['longer, in a timer of a callback', 'toBeGreaterThanOrEqual(700)', 'answer => { setTimeout(answer, 750); }', ''],
		['longer, in an option', 'toBeGreaterThan(700)', 'answer => answer()', ', { timeout: 750 }'],
	] as const) allows(name, late(bound, handler, told) + end);
	for (const [name, bound, handler, told] of [
		['just as long', 'toBeGreaterThanOrEqual(750)', 'async () => { await sleep(750); }', ''],
		['just as long, beside something longer', 'toBeGreaterThanOrEqual(750)', 'async () => { await sleep(750); }', ', { timeout: 1_000 }'],
		['very much longer', 'toBeGreaterThanOrEqual(700)', 'answer => answer()', ', { timeout: 4_000 }'],
		['shorter', 'toBeGreaterThanOrEqual(700)', 'async () => { await sleep(600); }', ''],
		['longer, under an upper bound', 'toBeLessThan(700)', 'async () => { await sleep(750); }', ''],
	] as const) flags(name, `${late(bound, handler, told)}	${'~'.repeat(`expect(Date.now() - start).${bound}`.length)} measures how long\n${end}`);
});

describe('two readings', () => {
	for (const [name, code] of [
		['of the same kind', `expect(new Date()).toEqual(new Date());`],
		['of two kinds', `expect(new Date().getTime()).toBe(Date.now());`],
		['in seconds', `expect(Math.floor(Date.now() / 1000)).toBe(Math.floor(Date.now() / 1000));`],
		['as text', `expect(new Date().toISOString()).toBe(new Date().toISOString());`],
		['in strict order', `expect(Date.now()).toBeGreaterThan(earlier);`],
		['in strict order, turned', `expect(earlier).toBeLessThan(Date.now());`],
		['in strict order, as dates', `expect(new Date() > new Date(earlier)).toBe(true);`],
		['that are near', `expect(Date.now()).toBeCloseTo(Date.now(), 0);`],
	] as const) {
		flags(name, `
${vitest}
test('a', () => {
	const earlier = Date.now();
	${code}
	${under(code)} two readings
});
`);
	}

	flags('an expected value that is read while the assertion is made', {
		'a.test.ts': `
${vitest}
import { save } from 'store';
test('saves', async () => {
	const saved = await save({ text: 'a' });
	expect(saved.createdAt).toEqual(new Date());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ two readings
	expect(saved).toEqual({ text: 'a', createdAt: new Date() });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ two readings
	expect(saved.expires).toBe(Date.now() + 2000);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ two readings
});
`,
	});

	flags('an expiry of the test and one of the code under test', {
		'a.test.ts': `
import { describe, expect, it } from 'vitest';
import { session } from './session';
describe('a session', () => {
	const expected = { expires: Date.now() + 2000 };
	it('expires', () => {
		expect(session()).toEqual(expected);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ two readings
	});
});
`,
		'session.ts': `export const session = () => ({ expires: Date.now() + 2000 });`,
	});

	flags('two readings that must differ', `
${vitest}
import { save } from 'store';
test('touches', async () => {
	const before = new Date();
	await save();
	const after = new Date();
	expect(after).not.toEqual(before);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ two readings
});
`);

	allows('two readings with a wait between them', {
		'a.test.ts': `
import { setTimeout as sleep } from 'node:timers/promises';
${vitest}
import { createNote } from './src/note';
test('differs', async () => {
	const first = createNote('a');
	await sleep(5);
	const second = createNote('b');
	expect(second.createdAt.getTime()).toBeGreaterThan(first.createdAt.getTime());
	expect(second.createdAt).not.toEqual(first.createdAt);
});
`,
		...clocks,
	});
	flags('two readings with no wait between them', {
		'a.test.ts': `
${vitest}
import { createNote } from './src/note';
test('differs', async () => {
	const first = createNote('a');
	const second = createNote('b');
	expect(second.createdAt.getTime()).toBeGreaterThan(first.createdAt.getTime());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ two readings
});
`,
		...clocks,
	});

	allows('a difference of one reading from itself', `
${vitest}
test('lasts', () => {
	const now = Date.now();
	const expires = now + 1000;
	expect(expires - now).toBe(1000);
	expect(new Date(expires).getTime() === expires).toBe(true);
});
`);
	allows('times that are some way off each other', {
		'a.test.ts': `
${vitest}
import { session } from './session';
test('lasts', () => {
	const before = Date.now();
	const { expires } = session();
	expect(expires).toBeGreaterThan(before);
	expect(expires).toBeGreaterThan(Date.now());
	expect(expires).not.toBe(before);
	expect(new Date(expires) > new Date()).toBe(true);
});
`,
		'session.ts': `export const session = () => ({ expires: Date.now() + 60_000 });`,
	});

	allows('one reading on both sides', `
${vitest}
import { save } from 'store';
test('saves', async () => {
	const now = new Date();
	expect({ at: now }).toEqual({ at: now });
	expect(await save(now)).toEqual({ at: now });
	expect((await save(now)).at.getTime()).toBe(now.getTime());
});
`);

	allows('a round trip through the code under test', {
		'a.test.ts': `
${vitest}
import { stamp } from './stamp';
test('stamps', () => {
	const now = Date.now();
	const expires = now + 1000;
	expect(stamp(now)).toEqual({ at: now });
	expect(stamp(expires).at).toBe(expires);
	expect(stamp(expires).at).toBe(now + 1000);
	expect(JSON.parse(JSON.stringify({ now }))).toEqual({ now });
});
`,
		'stamp.ts': `export const stamp = (at: number) => ({ at });`,
	});

	allows('a reading that is not earlier than a captured one', {
		'a.test.ts': `
${vitest}
import { createNote } from './src/note';
test('creates a note', () => {
	const before = Date.now();
	const note = createNote('a');
	const after = Date.now();
	expect(note.createdAt.getTime()).toBeGreaterThanOrEqual(before);
	expect(note.createdAt.getTime()).toBeLessThanOrEqual(after);
	expect(note.createdAt.getTime() >= before).toBe(true);
	expect(before <= note.createdAt.getTime()).toBe(true);
});
`,
		...clocks,
	});
});

describe('parts of the calendar', () => {
	for (const code of [
		`expect(new Date().getHours()).toBeLessThan(12);`,
		`expect(new Date().getHours() < 12).toBe(true);`,
		`expect(new Date().getFullYear()).toBe(2026);`,
		`expect(new Date().getFullYear()).toEqual(year);`,
		`expect(new Date().getMilliseconds()).not.toBe(0);`,
		`expect([0, 6]).not.toContain(new Date().getDay());`,
		`expect(new Date().getHours() < 12).toBeTruthy();`,
	]) {
		flags(code, `
${vitest}
const year = 2026;
test('a', () => {
	${code}
	${under(code)} new Date
});
`);
	}
});

describe('a clock that is under control', () => {
	const assertion = `expect(new Date().getFullYear()).toBe(2024);`;
	const inModule = { 'src/year.ts': `export const thisYear = () => new Date().getFullYear();\n` };

	allows('in the test', `
import { expect, test, vi } from 'vitest';
test('a', () => {
	vi.useFakeTimers();
	vi.setSystemTime(new Date('2024-01-15'));
	${assertion}
	vi.useRealTimers();
});
`);
	allows('by options', `
import { expect, test, vi } from 'vitest';
test('a', () => {
	vi.useFakeTimers({ now: 1_705_000_000_000, toFake: ['Date'] });
	${assertion}
});
`);
	allows('in a hook', {
		'a.test.ts': `
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { thisYear } from './src/year';
beforeEach(() => {
	vi.useFakeTimers({ now: new Date('2024-01-15') });
});
afterEach(() => {
	vi.useRealTimers();
});
test('a', () => {
	expect(thisYear()).toBe(2024);
	expect(thisYear()).toMatchSnapshot();
});
`,
		...inModule,
	});
	allows('in an outer hook', `
import { beforeEach, describe, expect, it, vi } from 'vitest';
describe('a', () => {
	beforeEach(() => void vi.setSystemTime('2024-01-15'));
	describe('b', () => {
		it('c', () => {
			${assertion}
		});
	});
});
`);
	allows('in a helper of another module', {
		'a.test.ts': `
import { beforeEach, expect, test } from 'vitest';
import { freeze } from './support/freeze';
beforeEach(freeze);
test('a', () => {
	${assertion}
});
`,
		'support/freeze.ts': `import { vi } from 'vitest';\nexport function freeze() {\n\tvi.useFakeTimers();\n\tvi.setSystemTime(new Date(2024, 0, 15));\n}\n`,
	});
	allows('in a setup file', {
		'a.test.ts': `${vitest}\ntest('a', () => {\n\t${assertion}\n});\n`,
		'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { setupFiles: ['./setup.ts'] } });\n`,
		'setup.ts': `import { beforeEach, vi } from 'vitest';\nbeforeEach(() => {\n\tvi.useFakeTimers({ now: new Date('2024-01-15') });\n});\n`,
		'package.json': `{ "devDependencies": { "vitest": "^3.0.0" } }`,
	});
	allows('in a setup file, where the words come by a file of the project', {
		'a.test.ts': `import { expect, test } from './testing';\ntest('a', () => {\n\t${assertion}\n});\n`,
		'testing.ts': `export { expect, test } from 'vitest';\n`,
		'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { setupFiles: ['./setup.ts'] } });\n`,
		'setup.ts': `import { beforeEach, vi } from 'vitest';\nbeforeEach(() => {\n\tvi.useFakeTimers({ now: new Date('2024-01-15') });\n});\n`,
		'package.json': `{ "devDependencies": { "vitest": "^3.0.0" } }`,
	});
	allows('by the configuration of Jest', {
		'a.test.js': `test('a', () => {\n\t${assertion}\n});\n`,
		'jest.config.js': `module.exports = { fakeTimers: { enableGlobally: true, now: 1705000000000 } };\n`,
		'package.json': `{ "devDependencies": { "jest": "^30.0.0" } }`,
	});
	allows('by Jest', {
		'a.test.js': `
beforeEach(() => {
	jest.useFakeTimers().setSystemTime(new Date('2024-01-15'));
});
afterEach(() => {
	jest.useRealTimers();
});
test('a', () => {
	${assertion}
});
`,
		'package.json': `{ "devDependencies": { "jest": "^30.0.0" } }`,
	});
	allows('by a spy on Date.now', `
import { expect, test, vi } from 'vitest';
test('a', () => {
	vi.spyOn(Date, 'now').mockReturnValue(5);
	expect(Date.now()).toBe(5);
});
`);
	allows('by sinon', `
import sinon from 'sinon';
import { expect } from 'chai';
describe('a', () => {
	let clock;
	beforeEach(() => {
		clock = sinon.useFakeTimers(new Date('2024-01-15'));
	});
	afterEach(() => clock.restore());
	it('b', () => {
		expect(new Date().getFullYear()).to.equal(2024);
	});
});
`);
	allows('by node:test', `
import assert from 'node:assert';
import { test } from 'node:test';
test('a', t => {
	t.mock.timers.enable({ apis: ['Date'], now: 1_705_000_000_000 });
	assert.equal(new Date().getFullYear(), 2024);
});
`);
	allows('by node:test, in a body with a name', `
import assert from 'node:assert';
import { test } from 'node:test';
const isFrozen = t => {
	t.mock.timers.enable({ apis: ['Date'], now: 1_705_000_000_000 });
	assert.equal(new Date().getFullYear(), 2024);
};
test('a', isFrozen);
`);
	allows('by Jasmine', {
		'a.spec.js': `
describe('a', () => {
	beforeEach(() => {
		jasmine.clock().install().mockDate(new Date(2024, 0, 15));
	});
	afterEach(() => {
		jasmine.clock().uninstall();
	});
	it('b', () => {
		${assertion}
	});
});
`,
		'package.json': `{ "devDependencies": { "jasmine": "^5.0.0" } }`,
	});
	allows('by Deno', `
import { assertEquals } from 'jsr:@std/assert';
import { FakeTime } from 'jsr:@std/testing/time';
Deno.test('a', () => {
	using time = new FakeTime(new Date('2024-01-15'));
	assertEquals(new Date().getFullYear(), 2024);
});
`);
	allows('by MockDate', `
import MockDate from 'mockdate';
${vitest}
test('a', () => {
	MockDate.set('2024-01-15');
	${assertion}
});
`);
	allows('by Bun', `
import { beforeAll, expect, setSystemTime, test } from 'bun:test';
beforeAll(() => {
	setSystemTime(new Date('2024-01-15'));
});
test('a', () => {
	${assertion}
});
`);
	allows('from wherever it stands, for two readings', `
import { beforeEach, expect, test, vi } from 'vitest';
beforeEach(() => {
	vi.useFakeTimers();
});
test('a', () => {
	const start = Date.now();
	vi.advanceTimersByTime(50);
	expect(Date.now() - start).toBe(50);
	expect(new Date()).toEqual(new Date());
});
`);
	allows('where the module that reads is mocked', {
		'a.test.ts': `
import { expect, test, vi } from 'vitest';
import { thisYear } from './src/year';
vi.mock('./src/year', () => ({ thisYear: () => 2024 }));
test('a', () => {
	expect(thisYear()).toBe(2024);
});
`,
		...inModule,
	});

	flags('a clock that was released before', `
import { expect, test, vi } from 'vitest';
test('a', () => {
	vi.useFakeTimers({ now: 5 });
	vi.useRealTimers();
	${assertion}
	${under(assertion)} new Date
});
`);
	flags('a fake clock that starts from the real one', `
import { expect, test, vi } from 'vitest';
test('a', () => {
	vi.useFakeTimers();
	${assertion}
	${under(assertion)} new Date
});
`);
	flags('a clock that only another test froze', `
import { expect, test, vi } from 'vitest';
test('a', () => {
	vi.useFakeTimers({ now: 5 });
	vi.useRealTimers();
});
test('b', () => {
	${assertion}
	${under(assertion)} new Date
});
`);
});

describe('a time that is handed in', () => {
	allows('an argument in place of the default', {
		'a.test.ts': `
${vitest}
import { partOfDay } from './src/time';
test('part of the day', () => {
	expect(partOfDay(new Date('2024-01-15T08:00:00'))).toBe('morning');
});
`,
		...clocks,
	});

	allows('a date that may be left out, and is', {
		'a.test.ts': `
${vitest}
import { isWithin } from './src/range';
test('has no bounds', () => {
	expect(isWithin(new Date('2024-01-15'))).toBe(true);
});
test('has a bound', () => {
	expect(isWithin(new Date('2024-01-15'), undefined, new Date('2024-02-15'))).toBe(true);
});
`,
		'src/range.ts': `export function isWithin(date: Date, from?: Date, to?: Date): boolean {\n\tif (from && date < from) return false;\n\treturn !(to && date > to);\n}\n`,
	});

	allows('a date among options that may be left out, and is', {
		'a.test.ts': `
${vitest}
import { within } from './src/range';
test('begins in time', () => {
	expect(within(new Date('2024-01-15'), { from: new Date('2024-02-15') })).toBeNull();
});
`,
		'src/range.ts': `export function within(date: Date, options: { from?: Date; to?: Date }): Date | null {\n\tconst { from, to } = options;\n\tif (from && date < from) return null;\n\treturn until(date, to);\n}\nconst until = (date: Date, to?: Date) => (to && date > to ? null : date);\n`,
	});

	allows('a clock that the test made', {
		'a.test.ts': `
${vitest}
import { Sessions } from './sessions';
test('expires', () => {
	const sessions = new Sessions(() => 1000);
	expect(sessions.expiry()).toBe(1500);
	expect(new Sessions({ now: () => 5 }.now).expiry()).toBe(505);
});
`,
		'sessions.ts': `export class Sessions {\n\tconstructor(private readonly now: () => number = Date.now) {}\n\texpiry() {\n\t\treturn this.now() + 500;\n\t}\n}\n`,
	});

	flags('a clock that is left out', {
		'a.test.ts': `
${vitest}
import { Sessions } from './sessions';
test('expires', () => {
	expect(new Sessions().expiry()).toBe(1500);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Date.now
});
`,
		'sessions.ts': `export class Sessions {\n\tconstructor(private readonly now: () => number = Date.now) {}\n\texpiry() {\n\t\treturn this.now() + 500;\n\t}\n}\n`,
	});
});

describe('what does not depend on the clock', () => {
	allows('a branch that asks whether something with a time in it is there', {
		'a.test.ts': `
${vitest}
import { send } from './send';
import { createNote } from './src/note';
test('sends', () => {
	expect(send(createNote('a'))).toBe(200);
});
`,
		'send.ts': `export function send(note?: object, other?: object) {\n\tif (!note) return 404;\n\tif (typeof note === 'object' && note !== null) return 200;\n\treturn other === undefined ? 400 : 500;\n}\n`,
		...clocks,
	});
	flags('not one that asks for the hour as well', {
		'a.test.ts': `
${vitest}
import { greeting } from './greeting';
import { createNote } from './src/note';
test('greets', () => {
	expect(greeting(createNote('a'))).toBe('Good morning');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`,
		'greeting.ts': `export function greeting(note?: { createdAt: Date }) {\n\treturn note && note.createdAt.getHours() < 12 ? 'Good morning' : 'Hello';\n}\n`,
		...clocks,
	});

	for (const [name, code] of [
		['a field beside the time', `expect(note.text).toBe('a');`],
		['the fields that are listed', `expect(note).toMatchObject({ text: 'a' });`],
		['an object that contains', `expect(note).toEqual(expect.objectContaining({ text: 'a' }));`],
		['any date', `expect(note).toEqual({ text: 'a', createdAt: expect.any(Date) });`],
		['anything', `expect(note).toEqual({ text: 'a', createdAt: expect.anything() });`],
		['the type of a date', `expect(note.createdAt).toBeInstanceOf(Date);`],
		['typeof', `expect(typeof note.createdAt.getTime()).toBe('number');`],
		['instanceof', `expect(note.createdAt instanceof Date).toBe(true);`],
		['its class', `expect(note.createdAt.constructor === Date).toBe(true);`],
		['its prototype', `expect(Object.getPrototypeOf(note.createdAt) === Date.prototype).toBe(true);`],
		['that there is one', `expect(note.createdAt).toBeDefined();`],
		['that there is one, compared with nothing', `expect(note.createdAt !== undefined && note != null).toBe(true);`],
		['that it is truthy', `expect(note.createdAt).toBeTruthy();`],
		['that it is not null', `expect(note.createdAt).not.toBeNull();`],
		['a property', `expect(note).toHaveProperty('createdAt');`],
		['a snapshot with property matchers', `expect(note).toMatchSnapshot({ createdAt: expect.any(Date) });`],
		['the same object', `expect(note).toEqual(note);`],
		['keys', `expect(Object.keys(note)).toEqual(['text', 'createdAt']);`],
		['the form of a date', `expect(note.createdAt.toISOString()).toMatch(/^\\d{4}-/);`],
		['a distance from now that is generous', `expect(note.createdAt.getTime()).toBeCloseTo(Date.now(), -4);`],
		['thousands of milliseconds from now', `expect(note.createdAt.getTime()).toBeCloseTo(Date.now(), -3);`],
		['a difference that is generous', `expect(Math.abs(Date.now() - note.createdAt.getTime())).toBeLessThan(10_000);`],
		['that it is not the epoch', `expect(note.createdAt.getTime()).toBeGreaterThan(0);`],
		['that it is after a day long past', `expect(note.createdAt.getTime()).toBeGreaterThan(1_500_000_000_000);`],
		['that a time is not a fixed one', `expect(note.createdAt).not.toEqual(new Date(0));`],
	] as const) {
		allows(name, {
			'a.test.ts': `
${vitest}
import { createNote } from './src/note';
test('creates a note', () => {
	const note = createNote('a');
	${code}
});
`,
			...clocks,
		});
	}

	const later = {
		'src/starting.ts': `import { find } from 'finder';\nclass Run {\n\tstarted = Date.now();\n\tstate = 'new';\n}\nexport const start = (name: string) => find(name).then(found => new Run(found));\n`,
	};
	const starting = (line: string): string => `
${vitest}
import { start } from './src/starting';
test('starts', async () => {
	const run = await start('a');
${line}
});
`;

	allows('another part of what a callback of a promise gives', { 'a.test.ts': starting(`	expect(run.state).toBe('new');`), ...later });

	flags('the part of what a callback of a promise gives that is a time', {
		'a.test.ts': starting(`	expect(run.started).toBe(1700000000000);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`),
		...later,
	});

	flags('whether there is a value that only a time gives', {
		'a.test.ts': `
${vitest}
import { isDue } from './src/due';
test('is due', () => {
	expect(isDue(Date.parse('2027-06-01'))).toBe(false);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`,
		'src/due.ts': `export function isDue(time: number) {\n\tconst due = Date.now() > time ? { time } : undefined;\n\treturn due !== undefined;\n}\n`,
	});

	allows('a cache whose entries live long enough', {
		'a.test.ts': `
${vitest}
import { get, put } from './cache';
test('keeps', () => {
	put('a');
	expect(get()).toBe('a');
});
`,
		'cache.ts': `let entry = { value: '', at: 0 };
export function put(value: string) {
	entry = { value, at: Date.now() };
}
export function get() {
	if (Date.now() - entry.at > 60_000) return undefined;
	return entry.value;
}
`,
	});
	allows('a text that is truthy whatever the time', {
		'a.test.ts': `
${vitest}
import { greet } from './src/greeting';
test('greets', () => {
	expect(greet('Ann')).toBeTruthy();
	expect(greet('Ann').length > 0).toBe(true);
	expect(\`\${Date.now()}\`).toBeTruthy();
	expect(new Date().toISOString()).toHaveLength(24);
	expect(new Date().toISOString().length).toBe(24);
});
`,
		...clocks,
	});
	allows('a text whose times are masked', {
		'a.test.ts': `
${vitest}
import { report } from './report';
test('reports', () => {
	expect(report().replace(/\\d+/g, 'N')).toMatchSnapshot();
});
`,
		'report.ts': 'export const report = () => `done at ${Date.now()}`;',
	});
	allows('a time through an unknown function', `
${vitest}
import { normalize } from 'unknown';
test('a', () => {
	expect(normalize(new Date())).toBe('a');
});
`);
	allows('a name made from the time', `
${vitest}
import { save } from 'store';
test('saves', async () => {
	const name = \`user-\${Date.now()}\`;
	const user = await save({ name });
	expect(user.name).toBe(name);
	expect(user.name).toContain('user-');
});
`);
	allows('a deadline some way off', `
${vitest}
import { isExpired, sign } from 'tokens';
test('is not expired', () => {
	const token = sign({ exp: Math.floor(Date.now() / 1000) + 3600 });
	expect(isExpired(token)).toBe(false);
});
`);
	allows('a deadline some way off, in the code of the project', {
		'a.test.ts': `
${vitest}
import { isExpired } from './token';
test('is not expired', () => {
	expect(isExpired({ exp: Date.now() + 60_000 })).toBe(false);
	expect(isExpired({ exp: Date.now() - 60_000 })).toBe(true);
});
`,
		'token.ts': `export const isExpired = (token: { exp: number }) => token.exp < Date.now();\n`,
	});
	allows('an assertion that is tried again', `
import { expect, test, vi } from 'vitest';
test('waits', async () => {
	const start = Date.now();
	await vi.waitFor(() => {
		expect(Date.now() - start).toBeGreaterThan(50);
	});
	await expect.poll(() => Date.now() - start).toBeGreaterThan(50);
});
`);
	allows('what the time only decides the flow of', `
${vitest}
import { poll } from 'work';
test('polls', async () => {
	const deadline = Date.now() + 1000;
	let state = 'idle';
	while (state !== 'done' && Date.now() < deadline) state = await poll();
	expect(state).toBe('done');
});
`);
});

describe('a date that will have passed', () => {
	flags('a fixed deadline against now', {
		'a.test.ts': `
${vitest}
import { isExpired } from './token';
test('is not expired', () => {
	expect(isExpired({ exp: 1_900_000_000_000 })).toBe(false);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ isExpired (token.ts:1) → Date.now
});
`,
		'token.ts': `export const isExpired = (token: { exp: number }) => token.exp < Date.now();\n`,
	});
	flags('the time against a fixed date to come', `
${vitest}
test('is not over', () => {
	expect(Date.now()).toBeLessThan(new Date('2030-01-01').getTime());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Date.now
});
`);
	flags('a date of the test against now', {
		'a.test.ts': `
${vitest}
import { isActive } from './subscription';
test('is active', () => {
	expect(isActive({ until: new Date('2027-06-01') })).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ isActive (subscription.ts:1) → new Date
});
`,
		'subscription.ts': `export const isActive = (subscription: { until: Date }) => subscription.until > new Date();\n`,
	});
	allows('a time that the test does not know', {
		'a.test.ts': `
${vitest}
import { decode } from 'tokens';
import { isActive } from './subscription';
test('is active', () => {
	expect(isActive(decode('x'))).toBe(true);
	expect(isActive({ until: new Date('9999-12-31') })).toBe(true);
});
`,
		'subscription.ts': `export const isActive = (subscription: { until: Date }) => subscription.until > new Date();\n`,
	});
	allows('a deadline long past', {
		'a.test.ts': `
${vitest}
import { isExpired } from './token';
test('is expired', () => {
	expect(isExpired({ exp: 1_000_000_000_000 })).toBe(true);
	expect(isExpired({ exp: 0 })).toBe(true);
});
`,
		'token.ts': `export const isExpired = (token: { exp: number }) => token.exp < Date.now();\n`,
	});
});

describe('suggestions', () => {
	const title = 'Freeze the date around each test here, and release it.';
	const inside = 'Freeze the date in this test, and release it behind it.';
	const assertion = `expect(new Date().getHours() < 12).toBe(true);`;
	const tildes = under(assertion);

	flags('with Vitest', `
import { expect, test } from 'vitest';

// The year.
test('a', () => {
	${assertion}
	${tildes}
});
`, { mends: { [title]: `
import { afterEach, beforeEach, vi, expect, test } from 'vitest';

beforeEach(() => {
	vi.useFakeTimers({ now: new Date(2024, 0, 15, 10), toFake: ['Date'] });
});
afterEach(() => {
	vi.useRealTimers();
});

// The year.
test('a', () => {
	${assertion}
});
` } });

	const none = (claim: string): string => `
import { expect, test } from 'vitest';
test('a', () => {
	${claim}
});
`;
	leaves('what is asked for a day that is written down', none(`expect(new Date().getDate()).toBe(26);`));
	leaves('two readings that are to differ', none(`expect(Date.now()).not.toBe(Date.now());`));
	leaves('one reading that is to be later', none(`expect(Date.now()).toBeLessThan(Date.now());`));

	const withMocha = (imports: string, word: string, hooks = '', marked = true): string => `
${imports}
describe('x', () => {
${hooks}	${word}('a', () => {
		assert.equal(new Date().getHours() < 12, true);
${marked ? `\t\t${under('assert.equal(new Date().getHours() < 12, true);')}\n` : ''}	});
});
`;
	const ofMocha = { 'package.json': `{ "devDependencies": { "mocha": "^11.0.0", "sinon": "^21.0.0" } }` };
	const sinonHooks = (sinon: string): string => `	beforeEach(() => {
		${sinon}.useFakeTimers({ now: new Date(2024, 0, 15, 10), toFake: ['Date'] });
	});
	afterEach(() => {
		${sinon}.clock.restore();
	});

`;
	for (const [name, imports, sinon] of [
		['an import', `import assert from 'node:assert';\nimport sinon from 'sinon';`, 'sinon'],
		['a namespace', `import assert from 'node:assert';\nimport * as doubles from 'sinon';`, 'doubles'],
		['require', `const assert = require('node:assert');\nconst sinon = require('sinon');`, 'sinon'],
	] as const) {
		flags(`with the sinon of a file of Mocha, by ${name}`, { 'a.test.js': withMocha(imports, 'it'), ...ofMocha }, { mends: { [title]: withMocha(imports, 'it', sinonHooks(sinon), false) } });
		allows(`what the sinon of a file of Mocha freezes, by ${name}`, { 'a.test.js': withMocha(imports, 'it', sinonHooks(sinon), false), ...ofMocha });
	}
	leaves('a file of Mocha that has no sinon', { 'a.test.js': withMocha(`import assert from 'node:assert';`, 'it', '', false), ...ofMocha });
	leaves('words of Mocha whose hooks have other names', { 'a.test.js': withMocha(`import assert from 'node:assert';\nimport sinon from 'sinon';`, 'test', '', false).replace('describe(', 'suite('), ...ofMocha });

	flags('with Vitest, in a suite, where some names are there', `
import {
	beforeEach,
	describe,
	expect,
	it,
} from 'vitest';
describe('x', () => {
	it('a', () => {
		${assertion}
		${tildes}
	});
});
`, { mends: { [title]: `
import {
	afterEach, vi, beforeEach,
	describe,
	expect,
	it,
} from 'vitest';
describe('x', () => {
	beforeEach(() => {
		vi.useFakeTimers({ now: new Date(2024, 0, 15, 10), toFake: ['Date'] });
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	it('a', () => {
		${assertion}
	});
});
` } });

	flags('with the globals of Jest', {
		'a.test.js': `
test('a', () => {
	${assertion}
	${tildes}
});
`,
		'package.json': `{ "devDependencies": { "jest": "^30.0.0" } }`,
	}, { mends: { [title]: `
beforeEach(() => {
	jest.useFakeTimers({ now: new Date(2024, 0, 15, 10), doNotFake: ['cancelAnimationFrame', 'cancelIdleCallback', 'clearImmediate', 'clearInterval', 'clearTimeout', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'requestAnimationFrame', 'requestIdleCallback', 'setImmediate', 'setInterval', 'setTimeout'] });
});
afterEach(() => {
	jest.useRealTimers();
});

test('a', () => {
	${assertion}
});
` } });

	flags('with Bun', `
import { expect, test } from 'bun:test';
test('a', () => {
	${assertion}
	${tildes}
});
`, { mends: { [title]: `
import { afterEach, beforeEach, setSystemTime, expect, test } from 'bun:test';
beforeEach(() => {
	setSystemTime(new Date(2024, 0, 15, 10));
});
afterEach(() => {
	setSystemTime();
});

test('a', () => {
	${assertion}
});
` } });

	flags('with the context of node:test', `
import assert from 'node:assert';
import { test } from 'node:test';
test('a', async () => {
	// The year.
	assert.equal(new Date().getHours() < 12, true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`, { mends: { [inside]: `
import assert from 'node:assert';
import { test } from 'node:test';
test('a', async (t) => {
	t.mock.timers.enable({ apis: ['Date'], now: new Date(2024, 0, 15, 10) });
	// The year.
	assert.equal(new Date().getHours() < 12, true);
});
` } });

	flags('with a context of node:test that is there', `
import assert from 'node:assert';
import { it } from 'node:test';
it('a', context => {
	context.assert.ok(true);
	assert.equal(new Date().getHours() < 12, true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`, { mends: { [inside]: `
import assert from 'node:assert';
import { it } from 'node:test';
it('a', context => {
	context.mock.timers.enable({ apis: ['Date'], now: new Date(2024, 0, 15, 10) });
	context.assert.ok(true);
	assert.equal(new Date().getHours() < 12, true);
});
` } });

	const freezing = `vi.useFakeTimers({ now: new Date(2024, 0, 15, 10), toFake: ['Date'] });`;
	const flaggedHere = `${assertion}\n\t\t${tildes}`;
	const frozenHere = `${freezing}\n\t\tonTestFinished(() => {\n\t\t\tvi.useRealTimers();\n\t\t});`;
	const suiteOf = (imported: string, statements: string, others: string): string => `
import { ${imported} } from 'vitest';
describe('x', () => {
	it('a', async () => {
		${statements}
	});
${others}
});
`;
	const pendingOthers = [
		['a test', `	it('b', () => { expect(run()).toBe(true); });`],
		['a suite that fakes timers', `	describe('y', () => {\n\t\tbeforeEach(() => void vi.useFakeTimers());\n\t\tafterEach(() => void vi.useRealTimers());\n\t\tit('b', () => { expect(run()).toBe(true); });\n\t});`],
		['a suite that fakes timers for all of it', `	describe('y', () => {\n\t\tbeforeAll(() => void vi.useFakeTimers());\n\t\tafterAll(() => void vi.useRealTimers());\n\t\tit('b', () => { expect(run()).toBe(true); });\n\t});`],
	] as const;
	for (const [name, others] of pendingOthers)
		flags(`with Vitest, in the test itself beside ${name}`, suiteOf('afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi', flaggedHere, others), {
			mends: { [inside]: suiteOf('onTestFinished, afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi', `${frozenHere}\n\t\t${assertion}`, others) },
		});
	const releasing = `	afterEach(() => {\n\t\tvi.useRealTimers();\n\t});\n	it('b', () => { expect(run()).toBe(true); });`;
	flags('with Vitest, in a suite that puts the real clock back', suiteOf('afterEach, describe, expect, it, vi', flaggedHere, releasing), {
		mends: { [inside]: suiteOf('afterEach, describe, expect, it, vi', `${freezing}\n\t\t${assertion}`, releasing) },
	});
	const aloneReleased = '	afterEach(() => {\n\t\tvi.useRealTimers();\n\t});';
	flags('with Vitest, around a test behind which the real clock is put back', suiteOf('afterEach, describe, expect, it, vi', flaggedHere, aloneReleased), {
		mends: { [title]: suiteOf('beforeEach, afterEach, describe, expect, it, vi', assertion, aloneReleased).replace(`	it('a'`, `	beforeEach(() => {\n\t\t${freezing}\n\t});\n\n	it('a'`) },
	});
	const beside = `	it('b', () => { expect(run()).toBe(true); });`;
	for (const begins of ['async ({ store }) => {', 'async function (this: Context): Promise<void> {', '({ at = now() }) => {'])
		flags(`with Vitest, in a test that begins ${begins}`, suiteOf('describe, expect, it, vi', flaggedHere, beside).replace('async () => {', () => begins), {
			mends: { [inside]: suiteOf('onTestFinished, describe, expect, it, vi', `${frozenHere}\n\t\t${assertion}`, beside).replace('async () => {', () => begins) },
		});
	leaves('a test that is no block', suiteOf('describe, expect, it', '', beside).replace(/it\('a'[^]*?\n\t}\);/, () => `it('a', () => ${assertion.slice(0, -1)});`));

	const inJest = (statements: string, others: string): Case => ({
		'a.test.js': `
describe('x', () => {
${others}	it('a', () => {
		${statements}
	});
	it('b', () => { expect(run()).toBe(true); });
});
`,
		'package.json': `{ "devDependencies": { "jest": "^30.0.0" } }`,
	});
	const inJestFrozen = `jest.useFakeTimers({ now: new Date(2024, 0, 15, 10), doNotFake: ['cancelAnimationFrame', 'cancelIdleCallback', 'clearImmediate', 'clearInterval', 'clearTimeout', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'requestAnimationFrame', 'requestIdleCallback', 'setImmediate', 'setInterval', 'setTimeout'] });`;
	flags('with Jest, in the test itself, and put back behind each', inJest(flaggedHere, ''), {
		mends: { [inside]: inJest(`${inJestFrozen}\n\t\t${assertion}`, `	afterEach(() => {\n\t\tjest.useRealTimers();\n\t});\n\n`)['a.test.js'] ?? '' },
	});
	leaves('with Jest, beside a suite whose clock is fake throughout', inJest(assertion, `	describe('y', () => {\n\t\tbeforeAll(() => { jest.useFakeTimers(); });\n\t\tit('c', () => { expect(run()).toBe(true); });\n\t});\n`));
	leaves('what a hook around several tests reads', suiteOf('beforeEach, describe, expect, it', `expect(made).toEqual({ at: Date.now() });`, `	let made;\n\tbeforeEach(() => { made = { at: Date.now() }; });\n\tit('b', () => { expect(run()).toBe(true); });`));
	flags('what a hook reads around the only test', suiteOf('beforeEach, describe, expect, it, vi', `expect(made).toEqual({ at: Date.now() });\n\t\t${under('expect(made).toEqual({ at: Date.now() });')}`, `	let made;\n\tbeforeEach(() => { made = { at: Date.now() }; });`), {
		mends: { [title]: suiteOf('afterEach, beforeEach, describe, expect, it, vi', 'expect(made).toEqual({ at: Date.now() });', `	let made;\n\tbeforeEach(() => { made = { at: Date.now() }; });`).replace(`	it('a'`, `	beforeEach(() => {\n\t\t${freezing}\n\t});\n\tafterEach(() => {\n\t\tvi.useRealTimers();\n\t});\n\n	it('a'`) },
	});
	leaves('what is read when the file is loaded', `import { expect, test } from 'vitest';\nconst start = Date.now();\ntest('a', () => {\n\texpect({ at: Date.now() }).toEqual({ at: start });\n});\n`);
	const hello = `const greeting = () => (new Date().getHours() < 12 ? 'Good morning' : new Date().getHours() < 18 ? 'Good afternoon' : 'Good evening');\n`;
	const greets = (claim: string): string => `import { expect, test } from 'vitest';\n${hello}test('a', () => {\n\t${claim}\n});\n`;
	for (const claim of [`expect(greeting()).toBe('Good afternoon');`, `expect({ message: greeting(), name: 'Ada' }).toMatchObject({ message: 'Good evening' });`, `expect(greeting()).toMatch(/evening/);`, `expect(new Date().toLocaleDateString('en', { weekday: 'long' })).toBe('Sunday');`])
		leaves(`what is not so at the hour of the mend: ${claim}`, greets(claim));
	flags('what is so at the hour of the mend', greets(`expect(greeting()).toBe('Good morning');\n\t${under(`expect(greeting()).toBe('Good morning');`)}`), {
		mends: { [title]: greets(`expect(greeting()).toBe('Good morning');`).replace('{ expect, test }', '{ afterEach, beforeEach, vi, expect, test }').replace(`test('a'`, `beforeEach(() => {\n\t${freezing}\n});\nafterEach(() => {\n\tvi.useRealTimers();\n});\n\ntest('a'`) },
	});

	flags('with Jasmine', {
		'a.spec.js': `
describe('x', () => {
	it('a', () => {
		${assertion}
		${tildes}
	});
});
`,
		'package.json': `{ "devDependencies": { "jasmine": "^5.0.0" } }`,
	}, { mends: { [title]: `
describe('x', () => {
	beforeEach(() => {
		jasmine.clock().install().mockDate(new Date(2024, 0, 15, 10));
	});
	afterEach(() => {
		jasmine.clock().uninstall();
	});

	it('a', () => {
		${assertion}
	});
});
` } });
});

describe('readings that only assertions use', () => {
	flags('a reading that a stored time is compared with', `import { create } from 'library';
test('stores the time', async () => {
	const record = await create();
	const now = new Date();
	expect(record.createdAt.getMinutes()).toBe(now.getMinutes());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings
});`);

	flags('one that an object of expectations is made of', `import { create } from 'library';
test('stores the time', async () => {
	const start = Date.now();
	const expected = { id: 1, at: Math.floor(start / 1000) + 60 };
	expect(await create()).toEqual(expected);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings
});`);

	flags('one that stands in a text which is looked for', `import { create } from 'library';
test('tells when it ends', async () => {
	const { output } = await create();
	const end = new Date(Date.now() + 10_000);
	expect(output).toContain(\`ends at \${end}\`);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings
});`);

	flags('one of a few times', `import { create } from 'library';
test('stores the time', async () => {
	const now = Date.now();
	const { at } = await create();
	expect([now - 1, now, now + 1].indexOf(at)).not.toBe(-1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings
	expect([now, now + 1]).toContain(at);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings
});`);

	flags('one that the text of a failure shows as well', `import assert from 'node:assert';
import { create } from 'library';
import { format } from 'other';
test('stores the time', async () => {
	const now = Date.now();
	const { at } = await create();
	assert.ok([now - 1, now, now + 1].indexOf(at) > -1, format(now));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings
});`);

	allows('what has to be in a list or a text, where it is handed in, is not to be there, or is a year', `import { create } from 'library';
test('stores the time', async () => {
	const now = Date.now();
	const { at } = await create(now);
	expect([now - 1, now, now + 1]).toContain(at);
});
test('keeps the record', async () => {
	const record = { at: new Date() };
	expect(await create(record)).toContain(record);
});
test('says no time', async () => {
	expect((await create()).output).not.toContain(String(Date.now()));
});
test('has the year in its footer', async () => {
	expect((await create()).output).toContain(String(new Date().getFullYear()));
});`);

	allows('a time that is handed in, by itself, in an object, or by a function', `import { create } from 'library';
test('stores the time', async () => {
	const now = new Date();
	expect((await create(now)).at).toEqual(now);
});
test('stores it in a record', async () => {
	const now = Date.now();
	const record = { at: now };
	const stored = await create(record);
	expect(stored.at).toBe(now);
});
test('asks for it', async () => {
	const now = Date.now();
	const stored = await create(() => now);
	expect(stored.at).toBe(now);
});
test('serializes', () => {
	const date = new Date();
	expect(create(date)).toBe(date.toISOString());
});`);

	allows('a time that a helper hands in and compares', `import { save } from 'library';
async function roundTrip(value: unknown, expected: unknown) {
	expect(await save(value)).toEqual(expected);
}
test('keeps dates', async () => {
	const date = new Date();
	await roundTrip(date, date);
});`);

	flags('a time strictly between two readings', `import { create } from 'library';
test('is now', async () => {
	const before = Date.now();
	const record = await create();
	const after = Date.now();
	expect(record.time).toBeGreaterThan(before);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings
	expect(record.time).toBeLessThanOrEqual(after);
});`);

	allows('a time that is later than now, and one within bounds', `import { create } from 'library';
test('expires later', async () => {
	expect((await create()).expires).toBeGreaterThan(Date.now());
});
test('is now', async () => {
	const before = Date.now();
	const record = await create();
	const after = Date.now();
	expect(record.time).toBeGreaterThanOrEqual(before);
	expect(record.time).toBeLessThanOrEqual(after);
});
test('is soon', async () => {
	const now = new Date();
	const limit = new Date();
	limit.setFullYear(limit.getFullYear() + 1);
	const record = await create(now);
	expect(record.time).toBeGreaterThanOrEqual(now);
	expect(record.time).toBeLessThan(limit);
});`);

	flags('the time between two elements of a list of readings', `import { run } from 'library';
test('waits', async () => {
	const calls: { at: number }[] = [];
	await run(() => {
		calls.push({ at: Date.now() });
	});
	expect(calls[1].at - calls[0].at).toBeGreaterThanOrEqual(100);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion measures
});`);

	flags('the order of parts of the calendar', `import { expiry } from 'library';
test('expires in a later month', () => {
	const month = new Date().getMonth() + 1;
	expect(expiry().month).toBeGreaterThan(month);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion depends on the real time
});
test('is tomorrow', () => {
	const today = new Date();
	const tomorrow = new Date(today);
	tomorrow.setDate(today.getDate() + 1);
	expect(tomorrow.getDate()).toBeGreaterThan(today.getDate());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion depends on the real time
});`);

	allows('the order of years, and records that are the same object', `import { car } from 'library';
test('is not from the future', () => {
	expect(car().year).toBeLessThanOrEqual(new Date().getFullYear());
});
class Batch {
	created = Date.now();
}
test('keeps the oldest', () => {
	const batches = [new Batch(), new Batch()];
	const queue = { all: [...batches] };
	expect(queue.all[0]).toBe(batches[0]);
});`);
});

describe('times that are set when the file is loaded', () => {
	flags('one that is soon over', `import { verify } from 'library';
describe('tokens', () => {
	const token = { id: 1, expires: Date.now() + 2 * 1_000 };
	                                ~~~~~~~~~~~~~~~~~~~~~~ This time is 2000 ms after the file is loaded (Date.now)
	it('is valid', () => {
		expect(verify(token).isValid).toBe(true);
	});
});`);

	allows('another date, which nothing asks whether it has passed', `import { save } from 'library';
const date = new Date();
const secondDate = new Date(date.getTime() + 1000);
const notes = [{ text: 'a', createdAt: date }, { text: 'b', createdAt: new Date(date.getTime() + 2000) }];
it('is saved', () => {
	expect(save([date, secondDate], notes)).toBe(true);
});`);

	allows('times far off, in the test, in a hook, under a fake clock, and those that no test uses', `import { verify } from 'library';
const deadline = Date.now() + 2_000;
while (Date.now() < deadline) verify();
describe('tokens', () => {
	const far = Date.now() + 3_600_000;
	let soon: number;
	beforeEach(() => {
		soon = Date.now() + 2_000;
	});
	it('is valid', () => {
		const own = Date.now() + 2_000;
		expect(verify(far, soon, own)).toBe(true);
	});
});
describe('frozen', () => {
	const token = Date.now() + 2_000;
	beforeEach(() => {
		vi.useFakeTimers({ now: 0 });
	});
	it('is valid', () => {
		expect(verify(token)).toBe(true);
	});
});`);
});

describe('what libraries measure', () => {
	flags('the phases of a request, and a stopwatch', `import got from 'got';
import { Stopwatch } from '@sapphire/stopwatch';
test('is fast', async () => {
	const watch = new Stopwatch();
	const response = await got('http://localhost');
	watch.stop();
	expect(response.timings.phases.total).toBeLessThan(200);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion measures
	expect(watch.duration).toBeLessThan(200);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion measures
});`);
});

describe('readings that unknown code is handed', () => {
	flags('on both sides', `import { escape, where } from 'library';
test('writes dates', () => {
	expect(where({ at: new Date() })).toBe(escape(new Date()));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings
});`);

	allows('a variable on both sides, where nobody sees what one of them makes of it', {
		'a.test.ts': `import { bucket } from './bucket';
import { urlOf } from './storage';
let name: string, path: string;
beforeEach(async () => {
	name = await bucket();
	path = \`file-\${Date.now()}\`;
});
test('says where a file is', () => {
	expect(urlOf(name, path)).toEqual(\`/\${name}/\${path}\`);
});`,
		'bucket.ts': `import { storage } from 'library';
export const bucket = async () => { const name = \`bucket-\${Date.now()}\`; await storage.create(name); return name; };`,
		'storage.ts': `export function urlOf(bucket: string, path: string) { let file = ''; for (const part of path.split('/')) file += encode(part); return \`/\${bucket}/\${file}\`; }
function encode(part) { let out = ''; for (const each of part) out = out.concat(each); return out; }`,
	});

	const queue = {
		'queue.ts': `import { Batch } from './batch';
export class Queue {
	batches: Batch[] = [];
	add() { this.batches.push(this.create()); }
	first() { return this.batches[0]; }
	create() { return new Batch(); }
}`,
		'batch.ts': `export class Batch { created: number; constructor() { this.created = Date.now(); } }`,
	};
	allows('objects with a time in them that the code under test was handed', {
		'a.test.ts': `import { Batch } from './batch';
import { Queue } from './queue';
test('keeps the oldest', () => {
	const queue = new Queue();
	const batches = [new Batch(), new Batch()];
	queue.batches.push(...batches);
	expect(queue.first()).toBe(batches[0]);
	expect(queue.create()).not.toBe(batches[0]);
});
test('makes another', () => {
	const queue = new Queue();
	const [batch, other] = [queue.create(), new Batch()];
	vi.spyOn(queue, 'create').mockReturnValue(other);
	expect(queue.create()).toEqual(other);
	expect([queue.create(), batch]).toEqual([other, batch]);
});`,
		...queue,
	});
	flags('but not objects that are made to be compared with', {
		'a.test.ts': `import { Batch } from './batch';
import { Queue } from './queue';
test('makes one', () => {
	const expected = new Batch();
	expect(new Queue().create()).toEqual(expected);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings
	expect(new Queue().create()).toEqual(new Batch());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings
});`,
		...queue,
	});

	allows('one reading on both sides, and a frozen clock', `import { escape, where } from 'library';
test('writes dates', () => {
	const now = new Date();
	expect(where({ at: now })).toBe(escape(now));
	expect(where({ at: new Date() })).not.toBe(escape(new Date()));
	expect(where({ at: new Date() })).toBe(true);
});
test('writes frozen dates', () => {
	vi.useFakeTimers({ now: 0 });
	expect(where({ at: new Date() })).toBe(escape(new Date()));
});`);
});

describe('an element of a list', () => {
	flags('that the clock chooses', {
		'test/a.test.ts': `import { expect, test } from 'vitest';
import { weekday } from '../src/weekday';
test('names the day', () => {
	expect(weekday()).toBe('monday');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ weekday (src/weekday.ts:2) → new Date
});`,
		'src/weekday.ts': `const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
export const weekday = () => days[new Date().getDay()];`,
	});
	allows('that the test chooses', {
		'test/a.test.ts': `import { expect, test } from 'vitest';
import { nameOf } from '../src/weekday';
test('names the day', () => {
	expect(nameOf(1)).toBe('monday');
});`,
		'src/weekday.ts': `const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
export const nameOf = (day: number) => days[day];`,
	});
});

describe('a method that only heirs have', () => {
	const test = (mark: string): string => `import { expect, test } from 'vitest';
import { Local } from '../src/clocks';
test('tells the hour', () => {
	expect(new Local().hour()).toBe(3);
${mark}});`;
	const clocks = (time: string): string => `export abstract class Clock {
	abstract time(): number;
	hour() { return new Date(this.time()).getHours(); }
}
export class Local extends Clock {
	time() { return ${time}; }
}`;

	flags('and that reads the clock', { 'test/a.test.ts': test(`	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ hour (src/clocks.ts:3) → time (src/clocks.ts:6) → Date.now\n`), 'src/clocks.ts': clocks('Date.now()') });
	allows('and that reads none', { 'test/a.test.ts': test(''), 'src/clocks.ts': clocks('this.at') });
});

describe('what a function constructs, from before there were classes', () => {
	const job = `function Job(name) {
	this.name = name;
	this.created = Date.now();
}
Job.prototype.age = function () { return Date.now() - this.created; };
Job.prototype.title = function () { return 'job ' + this.name; };
module.exports = Job;`;
	const test = (body: string): string => `const assert = require('node:assert');
const Job = require('../lib/job');
it('is made', () => {
	const job = new Job('a');
${body}
});`;

	flags('reads the clock where it is made', { 'test/a.test.js': test(`	assert.strictEqual(job.created, 1);\n	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Job (lib/job.js:3) → Date.now`), 'lib/job.js': job });
	flags('reads the clock in a method', { 'test/a.test.js': test(`	assert.strictEqual(job.age(), 0);\n	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ age (lib/job.js:5) → Date.now`), 'lib/job.js': job });
	allows('knows what it was handed', { 'test/a.test.js': test(`	assert.strictEqual(job.title(), 'job a');`), 'lib/job.js': job });
});

describe('a reading that stands in for what is left out', () => {
	const make = {
		'src/make.ts': `
export const either = (given?: { at: number }) => given ?? { at: Date.now() };
export function pattern({ at = Date.now() }: { at?: number } = {}) { return { at }; }
export function taken(options: { at?: number } = {}) { const { at = Date.now() } = options; return { at }; }
export function branch(options: { at?: number }) { if (options.at !== undefined) return { at: options.at }; return { at: Date.now() }; }
export function picked(options: { at?: number }) { return { at: options.at ? options.at : Date.now() }; }
export function changed(options: { at?: number }) { let at = 0; if (!options.at) { at = Date.now(); } return { at }; }
export class Made { at: number; constructor(options: { at?: number }) { this.at = options.at || Date.now(); } }
export function asked(options: { at?: number; log?(): void; name?: string }) { options.log?.call(options); options.name = 'a'; return { at: options.at ?? Date.now() }; }
export function filled(options: { at?: number }) { if (!options.at) options.at = Date.now(); return options; }
`,
	};
	const test = (given: string, tildes = ''): string => `
import { expect, test } from 'vitest';
import { Made, asked, branch, changed, either, filled, picked, pattern, taken } from './src/make';
test('makes', () => {
	expect(${given}.at).toBe(3);
${tildes}});
`;
	const calls = (argument: string): readonly string[] => ['either', 'pattern', 'taken', 'branch', 'picked', 'changed', 'asked', 'new Made'].map(name => `${name}(${argument})`);

	for (const call of calls('{ at: 3 }')) allows(`what ${call} does not ask`, { 'a.test.ts': test(call), ...make });
	for (const call of calls('{}').slice(1)) flags(`what ${call} asks`, { 'a.test.ts': test(call, `\t${'~'.repeat(`expect(${call}.at).toBe(3)`.length)}\n`), ...make });
	for (const call of calls('JSON.parse(text)').filter(each => !each.startsWith('changed'))) allows(`what ${call} may ask, or not`, { 'a.test.ts': test(call), ...make });
	flags('what is filled in', { 'a.test.ts': test('filled({})', `\t${'~'.repeat('expect(filled({}).at).toBe(3)'.length)}\n`), ...make });
});

describe('what the test itself puts into a record with times', () => {
	const test = (body: string): string => `
import { beforeEach, expect, test } from 'vitest';
import { make, save } from './src/make';
${body}
`;
	const make = { 'src/make.ts': `export const make = () => ({ at: Date.now(), title: 'a' });\nexport function save(note: { at: number }) { note.at = Date.now(); }\n` };
	const allowsWritten = (title: string, body: string): void => allows(title, { 'a.test.ts': test(body), ...make });
	const flagsWritten = (title: string, body: string): void => flags(title, { 'a.test.ts': test(body), ...make });

	allowsWritten('a property that is written before it is asserted', `test('a', () => { const note = make(); note.at = 5; expect(note.at).toBe(5); });`);
	allowsWritten('the whole of the record', `test('a', () => { const note = make(); note.at = 5; expect(note).toEqual({ at: 5, title: 'a' }); });`);
	allowsWritten('a property that a hook writes', `let note: ReturnType<typeof make>;\nbeforeEach(() => { note = make(); note.at = 5; });\ntest('a', () => { expect(note.at).toBe(5); });`);
	allowsWritten('an entry over that of a copy', `test('a', () => { const note = { ...make(), at: 5 }; expect(note).toEqual({ at: 5, title: 'a' }); expect(note.at).toBe(5); });`);
	allowsWritten('an entry that is laid over another', `test('a', () => { const note = Object.assign(make(), { at: 5 }); expect(note.at).toBe(5); });`);
	flagsWritten('another property', `test('a', () => {\n\tconst note = make(); note.title = 'b';\n\texpect(note.at).toBe(5);\n\t${'~'.repeat(23)}\n});`);
	flagsWritten('a property that is written afterwards', `test('a', () => {\n\tconst note = make();\n\texpect(note.at).toBe(5);\n\t${'~'.repeat(23)}\n\tnote.at = 6;\n});`);
	allowsWritten('a property that is written sometimes', `test('a', () => { const note = make(); if (process.env.OLD) { note.at = 5; } expect(note.at).toBe(5); });`);
	flagsWritten('a record that other code gets hold of', `test('a', () => {\n\tconst note = make(); note.at = 6; save(note);\n\texpect(note.at).toBe(5);\n\t${'~'.repeat(23)}\n});`);
	flagsWritten('a record that is made anew', `test('a', () => {\n\tlet note = make(); note.at = 6; note = make();\n\texpect(note.at).toBe(5);\n\t${'~'.repeat(23)}\n});`);
	flagsWritten('a reading that is laid over', `test('a', () => {\n\tconst note = Object.assign({ at: 5 }, make());\n\texpect(note.at).toBe(5);\n\t${'~'.repeat(23)}\n});`);
});

describe('a clock that a class takes where it is handed none', () => {
	const limiter = (start: string, mark = ''): string => `
import { beforeEach, expect, test } from 'vitest';
class Limiter {
	constructor(private readonly size: number, private readonly start = Date.now()) {}
	rate(at: Date) { return this.size + at.getTime() - this.start; }
}
let limiter: Limiter;
beforeEach(() => {
	limiter = new Limiter(500${start});
});
test('counts', () => {
	expect(limiter.rate(new Date(1000))).toBe(1500);
	${mark}
});`;
	allows('one that a hook hands a time', limiter(', 0'));
	flags('one that it does not', limiter('', '~'.repeat(47)));
});

describe('records that a list is mapped to', () => {
	const test = (claim: string, mark = ''): string => `
import { expect, test } from 'vitest';
const make = note => ({ id: note.id, at: note.at ?? Date.now() });
const noted = notes => ({ active: notes.filter(note => note.id).map(note => ({ id: note.id, at: Date.now() })) });
const list = ['a', 'b'].map(id => ({ id })).map(make);
class Log { at = Date.now(); id = 'a'; age() { return this.at; } name() { return this.id; } }
test('makes records', () => {
	const { active } = noted([{ id: 'a' }]);
	${claim}
	${mark}
});
`;
	const flagsClaim = (title: string, claim: string): void => flags(title, test(claim, '~'.repeat(claim.length - 1)));
	const allowsClaim = (title: string, claim: string): void => allows(title, test(claim));

	flagsClaim('the time of one', 'expect(active[0].at).toBe(5);');
	flagsClaim('the times of all', 'expect(list.map(note => note.at)).toEqual([5, 6]);');
	flagsClaim('the time of one that is looked for', `expect(list.find(note => note.id === 'a').at).toBe(5);`);
	flagsClaim('a whole record', `expect(active[0]).toEqual({ id: 'a', at: 5 });`);
	flagsClaim('what a method makes of a time', `expect(active.slice(1)[0].at.toFixed(0)).toBe('5');`);
	allowsClaim('another field of one', `expect(active[0].id).toBe('a');`);
	allowsClaim('another field of all', `expect(active.map(note => note.id)).toEqual(['a']);`);
	allowsClaim('another field of one that is looked for', `expect(list.find(note => note.id === 'a').id).toBe('a');`);
	allowsClaim('another field of one of those behind the first', `expect(list.slice(1).at(0).id).toBe('b');`);
	allowsClaim('another field of each', `for (const note of active) expect(note.id).toBe('a');`);
	allowsClaim('another field, taken apart', `const [{ id }] = list; expect(id).toBe('a');`);

	const pairs = 'list.map(note => [note.id, note])';
	describe.each([
		['a list of lists', '[[1]].flatMap(() => [make(1)])[0]'],
		['a copy', `structuredClone(make({ id: 'a' }))`],
		['a copy through its text', `JSON.parse(JSON.stringify(make({ id: 'a' })))`],
		['the values of an object', `Object.values({ a: make({ id: 'a' }) })[0]`],
		['the entries of an object', `Object.entries({ a: make({ id: 'a' }) })[0][1]`],
		['an object of entries', `Object.fromEntries(${pairs}).a`],
		['a map of entries', `new Map(${pairs}).get('a')`],
	])('%s', (_, record) => {
		flagsClaim('its time', `expect(${record}.at).toBe(5);`);
		allowsClaim('another field', `expect(${record}.id).toBe('a');`);
	});

	describe.each([
		['a list that is filled and turned round', '(() => { const all = []; for (const id of [1, 2]) all.push(new Log(id)); return all; })().reverse()'],
		['a list that is written down', `[make({ id: 'a' })].slice()`],
		['a list with another in it', `[...list, make({ id: 'b' })].reverse()`],
	])('%s', (_, records) => {
		flagsClaim('the times', `expect(${records}.map(each => each.at)).toEqual([5]);`);
		allowsClaim('another field', `expect(${records}.map(each => each.id)).toEqual(['a']);`);
	});

	allowsClaim('a method of the project that says something else', `expect([1].map(() => new Log())[0].name()).toBe('a');`);
	flagsClaim('a method of the project that tells the time', 'expect([1].map(() => new Log())[0].age()).toBe(5);');
});

describe('what callbacks make of readings', () => {
	const test = (statements: string, claim: string, mark = ''): string => `
import assert from 'node:assert';
import { test } from 'node:test';
import { work } from 'library';
test('takes its time', async () => {
	${statements}
	assert.ok(${claim});
	${mark}
});
`;
	const flagsClaim = (title: string, statements: string, claim: string): void => flags(title, test(statements, claim, `${'~'.repeat(`assert.ok(${claim})`.length)} measures how long`));
	const times = 'const times = []; for (const job of [1, 2, 3]) { await work(job); times.push(Date.now()); }';
	const gaps = `${times} const gaps = times.slice(1).map((time, index) => time - times[index]);`;
	const timed = 'const all = await Promise.all([1, 2].map(async job => { const start = Date.now(); await work(job); return Date.now() - start; }));';

	flagsClaim('a distance of neighbours', gaps, 'gaps[0] >= 100');
	flagsClaim('the longest of them', gaps, 'Math.max(...gaps) < 150');
	flagsClaim('their average', gaps, 'gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length < 150');
	flagsClaim('a bound on each of them', gaps, 'gaps.every(gap => gap < 150)');
	flagsClaim('what a promise gives in the end', 'const start = Date.now(); const took = await work(1).then(() => Date.now() - start);', 'took < 150');
	flagsClaim('what several give', timed, 'all[1] < 150');
	flagsClaim('a bound in a variable', 'const start = Date.now(); await work(1); const isFast = Date.now() - start < 150;', 'isFast');
	allows('generous bounds', test(gaps, 'gaps.every(gap => gap < 10_000)'));
	allows('a generous bound in a variable', test('const start = Date.now(); await work(1); const isFast = Date.now() - start < 10_000;', 'isFast'));
	allows('a lower bound of nothing', test(gaps, 'gaps.every(gap => gap >= 0)'));
	allows('how many there are', test(gaps, 'gaps.length === 2'));
	allows('what the callback does not take from the time', test(`${times} const names = times.map((time, index) => 'job ' + index);`, `names[0] === 'job 0'`));
});

describe('what is left of a time to live', () => {
	const session = { 'src/session.ts': `export class Session {\n\texpires: Date;\n\tconstructor(lifetime: number) { this.expires = new Date(Date.now() + lifetime); }\n\tleft() { return Math.floor((this.expires.getTime() - Date.now()) / 1000); }\n}\n` };
	const test = (claim: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { Session } from './src/session';
test('expires', () => {
	const session = new Session(60_000);
	${claim};
${mark}});
`;
	const flagsClaim = (claim: string): void => flags(claim, { 'a.test.ts': test(claim, `\t${'~'.repeat(claim.length)}\n`), ...session });

	flagsClaim('expect(session.left()).toBe(60)');
	flagsClaim('expect(session.left()).toBeGreaterThan(59)');
	flagsClaim('expect(session.left()).toBeGreaterThanOrEqual(60)');
	allows('a bound that is far from it', { 'a.test.ts': test('expect(session.left()).toBeGreaterThan(50)'), ...session });
	allows('a bound above it', { 'a.test.ts': test('expect(session.left()).toBeLessThan(90)'), ...session });
});

describe('a module that the test replaces, and asks for itself', () => {
	const test = (head: string, given: string): string => `
${head}
test('is morning', async () => {
	const { isMorning } = ${given};
	expect(isMorning()).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ isMorning (src/time.ts:2)
});
`;
	flags('by `vi.importActual`', { 'a.test.ts': test(`import { expect, test, vi } from 'vitest';\nvi.mock('./src/time');`, `await vi.importActual<object>('./src/time')`), ...clocks });
	flags('by `jest.requireActual`', { 'a.test.js': test(`jest.mock('./src/time');`, `jest.requireActual('./src/time')`), ...clocks });
	allows('by another name', { 'a.test.ts': test(`import { expect, test, vi } from 'vitest';\nvi.mock('./src/time');`, `await vi.importMock('./src/time')`).replace(/\n\s*~.*\n/, '\n'), ...clocks });
});

describe('a list that is searched for what is yet to come', () => {
	const lists = {
		'src/lists.ts': `
export const upcoming = (events: { at: Date; name: string }[]) => events.filter(event => event.at > new Date()).map(event => event.name);
export const ofToday = (events: { day: number }[]) => events.filter(event => event.day === new Date().getDay());
export const next = (events: { at: Date; name: string }[]) => events.find(event => event.at.getTime() > Date.now());
export const recent = (events: { at: number }[]) => events.filter(event => Date.now() - event.at < 60_000);
`,
	};
	const test = (claim: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { next, ofToday, recent, upcoming } from './src/lists';
const fair = { name: 'fair', at: new Date('2028-05-01') };
const past = { name: 'past', at: new Date('2001-05-01') };
const soon = { name: 'soon', at: new Date(Date.now() + 60_000) };
test('searches', () => {
	${claim};
${mark}});
`;
	const flagsClaim = (claim: string): void => flags(claim, { 'a.test.ts': test(claim, `\t${'~'.repeat(claim.length)}\n`), ...lists });
	const allowsClaim = (claim: string): void => allows(claim, { 'a.test.ts': test(claim), ...lists });

	flagsClaim(`expect(upcoming([fair])).toEqual(['fair'])`);
	flagsClaim('expect(upcoming([fair])).toHaveLength(1)');
	flagsClaim('expect(upcoming([fair]).length).toBe(1)');
	flagsClaim(`expect(next([fair])?.name).toBe('fair')`);
	flagsClaim('expect(ofToday([{ day: 3 }])).toHaveLength(1)');
	allowsClaim('expect(upcoming([past])).toHaveLength(0)');
	allowsClaim(`expect(upcoming([soon])).toEqual(['soon'])`);
	allowsClaim('expect(recent([{ at: Date.now() }, { at: 0 }])).toHaveLength(1)');
	allowsClaim('expect([soon].filter(event => event.at === past.at)).toEqual([])');
	allowsClaim('expect([soon].find(event => event.at === soon.at)).toBeTruthy()');
});

describe('times that records get when they are stored', () => {
	const test = (body: string, claim: string, mark = '', head = ''): string => `
import { expect, test, vi } from 'vitest';
import { notes, sleep } from 'library';
${head}
test('keeps the time', async () => {
	${body}
	${claim};
${mark}});
`;
	const flagsClaim = (body: string, claim: string): void => flags(claim, test(body, claim, `\t${'~'.repeat(claim.length)}\n`));
	const stored = 'const before = Date.now(); const note = await notes.create({ text: "a" });';
	const changed = 'const note = await notes.create({ text: "a" }); const edited = await notes.update(note.id, { text: "b" });';

	flagsClaim(stored, 'expect(note.createdAt.getTime()).toBeGreaterThan(before)');
	flagsClaim(stored, 'expect(before).toBeLessThan(note.created_at.getTime())');
	flagsClaim(stored, 'expect(note.updatedAt.getTime() > before).toBe(true)');
	flagsClaim(stored, 'expect(note.updatedAt ?? 0).toBeGreaterThan(before)');
	flagsClaim(stored, 'expect(note.lastSuccessTime || 0).toBeGreaterThan(before)');
	flagsClaim(changed, 'expect(edited.last_seen_at).not.toBe(note.last_seen_at)');
	flagsClaim(changed, 'expect(edited.updatedAt.getTime()).toBeGreaterThan(note.updatedAt.getTime())');
	flagsClaim(changed, 'expect(edited.updatedAt).not.toEqual(note.updatedAt)');
	flagsClaim(changed, 'expect(new Date(edited.updatedAt)).not.toEqual(new Date(note.updatedAt))');

	allows('a bound that the same time fits', test(stored, 'expect(note.createdAt.getTime()).toBeGreaterThanOrEqual(before)'));
	allows('a time that the record had before', test(stored, 'expect(note.createdAt.getTime()).toBeLessThan(before)'));
	allows('another value where there is none', test(stored, 'expect(note.updatedAt ?? note.expiresAt).toBeGreaterThan(before)'));
	allows('what is no time by its name', test(changed, 'expect(edited.lastRun).not.toBe(note.lastRun)'));
	allows('other times', test(stored, 'expect(note.expiresAt.getTime()).toBeGreaterThan(before)'));
	allows('a wait after the reading', test(`const before = Date.now(); await new Promise(resolve => setTimeout(resolve, 10)); const note = await notes.create({ text: 'a' });`, 'expect(note.createdAt.getTime()).toBeGreaterThan(before)'));
	allows('a time that the test gives', test(`const before = Date.now(); const note = await notes.create({ createdAt: soon });`, 'expect(note.createdAt.getTime()).toBeGreaterThan(before)'));
	allows('a wait between two changes', test(`const note = await notes.create({}); await new Promise(resolve => setTimeout(resolve, 10)); const edited = await notes.update(note);`, 'expect(edited.updatedAt).not.toEqual(note.updatedAt)'));
	allows('a fake clock that moves', test(`const note = await notes.create({}); vi.advanceTimersByTime(10); const edited = await notes.update(note);`, 'expect(edited.updatedAt).not.toEqual(note.updatedAt)', '', 'vi.useFakeTimers();'));
	allows('the order of two records, which may be old', test('const [one, other] = await notes.list();', 'expect(one.createdAt).toBeGreaterThan(other.createdAt)'));
	allows('changes that come to the same', test(changed, 'expect(edited.updatedAt).toEqual(note.updatedAt)'));
});

describe('two readings that a wait keeps apart', () => {
	const test = (claim: string, mark = ''): string => `
import { expect, test } from 'vitest';
test('takes its time', async () => {
	const start = Date.now();
	await new Promise(resolve => setTimeout(resolve, 50));
	${claim}
${mark}});
`;
	const flaky = (claim: string): string => test(claim, `\t${'~'.repeat(claim.length)} how long\n`);
	allows('a least time below the wait, behind the later one', test('expect(start).toBeLessThan(Date.now() - 20)'));
	allows('a least time below the wait, behind the earlier one', test('expect(Date.now()).toBeGreaterThan(start + 20)'));
	flags('a least time as long as the wait', flaky('expect(start).toBeLessThan(Date.now() - 50)'));
	flags('a least time as long as the wait, turned', flaky('expect(Date.now()).toBeGreaterThanOrEqual(start + 50)'));
	flags('a most time', flaky('expect(start).toBeGreaterThan(Date.now() - 60)'));
	flags('a most time, turned', flaky('expect(Date.now()).toBeLessThan(start + 60)'));
});

describe('two readings that may be some way apart', () => {
	const test = (tolerance: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { create, grace } from 'library';
test('keeps the time', async () => {
	const made = await create();
	const expected = new Date();
	expect(Math.abs(new Date(made.at) - expected) <= ${tolerance}).toBe(true);
${mark}});
`;
	flags('a few milliseconds', test('20', `\t${'~'.repeat('expect(Math.abs(new Date(made.at) - expected) <= 20).toBe(true)'.length)}\n`));
	allows('a second', test('1_000'));
	allows('what nobody can tell', test('grace'));

	const handed = (start: string, claim: string, mark = ''): Record<string, string> => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { create } from './create';
test('keeps the time', async () => {
	${start}
	${claim}
${mark}});
`,
		'create.ts': `export const create = ({ start }: { start?: Date }) => ({ begin: start ?? new Date() });`,
	});
	const near = 'expect(Math.abs(made.begin - start.getTime()) < 10).toBe(true)';
	const turned = 'expect(Math.abs(start.getTime() - made.begin)).toBeLessThan(10)';
	const given = 'const start = new Date(Date.now() - 3000);\n\tconst telemetry = { start };\n\tconst made = create(telemetry);';
	const apart = 'const start = new Date();\n\tconst made = create({});';
	allows('a time that the test hands over', handed(given, near));
	allows('a time that the test hands over, on the other side', handed(given, turned));
	flags('a time that the test keeps', handed(apart, near, `\t${'~'.repeat(near.length)}\n`));
	flags('a time that the test keeps, on the other side', handed(apart, turned, `\t${'~'.repeat(turned.length)}\n`));
});

describe('durations that code measures which nobody sees', () => {
	flags('a latency that a plugin hands to a callback, about as long as the handler takes', `
const assert = require('chai').assert;
const restify = require('restify');
describe('metrics', () => {
	it('measures', done => {
		const server = restify.createServer();
		server.on('after', restify.plugins.metrics({ server }, (err, metrics) => {
			assert.isAtLeast(metrics.latency, 100);
			~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion measures how long something takes (metrics.latency)
			done();
		}));
		server.get('/', (req, res, next) => setTimeout(next, 100));
	});
});
`);

	flags('a duration that a method tells, its name in the middle of a chain', {
		'a.test.ts': `
import assert from 'node:assert';
import { test } from 'node:test';
import { agent } from 'agent';
const PAUSE = 50;
test('measures a transaction', (t, end) => {
	agent.once('finished', tx => {
		assert.ok(tx.trace.getDurationInMillis() >= PAUSE);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ trace.getDurationInMillis
		end();
	});
	agent.run(() => new Promise(resolve => setTimeout(resolve, PAUSE)));
});
`,
	});

	flags('microseconds, in a record of timers', `
${vitest}
import { serve } from 'serve';
test('records timers', async () => {
	const record = await serve(next => setTimeout(next, 1000));
	expect(record.timers['handler-0']).toBeGreaterThan(1000000);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ timers
});
`);

	flags('a duration in another unit, as a number, or read out of a text', `
${vitest}
import { hrTimeToMilliseconds } from '@opentelemetry/core';
import { create, spans } from './tracing';
const parseDuration = text => Number(text.split(':')[2]);
test('measures', async () => {
	const watch = create();
	await new Promise(resolve => setTimeout(resolve, 50));
	expect(hrTimeToMilliseconds(spans[0].duration)).toBeGreaterThanOrEqual(50);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion measures how long something takes
	expect(watch.elapsed().asMilliseconds()).toBeLessThan(60);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion measures how long something takes
	expect(Number(watch.latency)).toBeCloseTo(50, 0);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion measures how long something takes
	expect(parseDuration(watch.duration)).toBeGreaterThanOrEqual(50);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion measures how long something takes
});
`);

	allows('what something unknown makes of a duration', `
${vitest}
import { create, rank } from './tracing';
test('measures', async () => {
	const watch = create();
	await new Promise(resolve => setTimeout(resolve, 50));
	expect(rank(watch.duration)).toBeLessThan(60);
});
`);

	flags('seconds, taken apart and put into two bounds', `
import assert from 'node:assert';
import { test } from 'node:test';
import { run } from 'runner';
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
test('measures', async () => {
	const { duration } = await run(() => sleep(300));
	assert.ok(duration >= 0.3 && duration < 0.5);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ duration
});
`);

	flags('what a helper waits for, against an event', {
		'a.test.ts': `
${vitest}
import { queue } from 'queue';
import { pause } from './pause';
test('measures', async () => {
	queue.on('done', job => {
		expect(job.elapsedMs).toBeLessThan(100);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ job.elapsedMs
	});
	await queue.add(() => pause(60));
});
`,
		'pause.ts': `export const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));`,
	});

	allows('durations that the test gives, or that are written down', `
${vitest}
import { show } from 'toast';
test('shows', async () => {
	const toast = show({ duration: 100 });
	await new Promise(resolve => setTimeout(resolve, 100));
	expect(toast.duration).toBeGreaterThan(50);
	const duration = 100;
	expect(toast.width).toBeLessThan(duration);
});
`);

	allows('durations of what is no work of the test: without a timer, or far from it', `
${vitest}
import { parse, play } from 'media';
test('reads', async () => {
	expect((await parse('a.mp3')).duration).toBeGreaterThan(120);
});
test('plays', async () => {
	const film = await play('a.mp4');
	await new Promise(resolve => setTimeout(resolve, 10));
	expect(film.duration).toBeLessThan(4);
	expect(film.duration).toBeGreaterThan(0);
});
`);

	allows('lower bounds that stay below the timer, and generous upper ones', `
${vitest}
import { run } from 'runner';
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
test('measures', async () => {
	const result = await run(() => sleep(2000));
	expect(result.duration).toBeGreaterThan(1900);
	expect(result.duration).toBeLessThan(5500);
});
`);

	allows('time that the test controls', `
import { expect, test, vi } from 'vitest';
import { run } from 'runner';
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
test('measures', async () => {
	vi.useFakeTimers();
	const work = run(() => sleep(100));
	await vi.advanceTimersByTimeAsync(100);
	expect((await work).duration).toBeGreaterThanOrEqual(100);
});
`);

	allows('limits and settings that are called after a duration', `
${vitest}
import { run } from 'runner';
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
test('is set', async () => {
	const runner = await run(() => sleep(100));
	expect(runner.maxDuration).toBeGreaterThan(100);
	expect(runner.timeout).toBeGreaterThan(100);
});
`);
});

describe('readings that only seem to be made for an assertion', () => {
	allows('a record that a helper stores and reads back', {
		'a.test.ts': `
${vitest}
import { checkStore } from './check';
import { store } from 'store';
test('stores', async () => {
	await checkStore(store);
});
`,
		'check.ts': `
import { expect } from 'vitest';
export async function checkStore(store) {
	const user = { name: 'Ann', verified: new Date() };
	await store.save(user);
	expect(await store.find('Ann')).toEqual(user);
}
`,
	});

	flags('one that a helper makes in its assertion', {
		'a.test.ts': `
${vitest}
import { checkStore } from './check';
import { store } from 'store';
test('stores', async () => {
	await checkStore(store);
	      ~~~~~~~~~~~~~~~~~ new Date
});
`,
		'check.ts': `
import { expect } from 'vitest';
export async function checkStore(store) {
	await store.save({ name: 'Ann' });
	expect(await store.find('Ann')).toEqual({ name: 'Ann', verified: new Date() });
}
`,
	});

	allows('an element of a list whose callback is handed it', `
import assert from 'node:assert';
import { test } from 'node:test';
import { store } from 'store';
[1, 4294967299, new Date().valueOf()].forEach(integer => {
	test('stores ' + integer, async () => {
		await store.insert(integer);
		assert.equal((await store.last()).value, integer);
	});
});
`);

	allows('a list that is put into a property as well', `
import assert from 'node:assert';
import { test } from 'node:test';
import { pool } from 'pool';
test('lists what is idle', () => {
	const fake = (pool.inventory.sessions = [{ used: Date.now() }, { used: 0 }]);
	assert.deepStrictEqual(pool.idle(), [fake[0]]);
});
`);
});

describe('a date whose parts are all set', () => {
	const shown = (set: string): string => `
export function show(day) {
	const date = new Date();
	${set}
	return date.toISOString();
}
`;
	const asked = (mark = ''): string => `
${vitest}
import { show } from './show';
test('shows', () => {
	expect(show(new Date(2020, 0, 31))).toBe('2020-01-31T12:00:00.000Z');
${mark}});
`;
	const mark = `\t${'~'.repeat(`expect(show(new Date(2020, 0, 31))).toBe('2020-01-31T12:00:00.000Z')`.length)} depends on the real time\n`;
	for (const set of [
		'date.setFullYear(day.getFullYear(), day.getMonth(), day.getDate()); date.setHours(12, 0, 0, 0);',
		'date.setUTCHours(12, 0, 0, 0); date.setUTCFullYear(2020, 0, 31);',
		'date.setTime(day.getTime());',
	]) allows(set, { 'a.test.ts': asked(), 'show.js': shown(set) });
	for (const set of [
		'date.setFullYear(2020, 0, 31);',
		'date.setFullYear(2020); date.setMonth(0); date.setDate(31); date.setHours(12, 0, 0, 0);',
		'date.setFullYear(2020, 0, 31); date.setHours(12);',
		'if (day) date.setFullYear(2020, 0, 31); date.setHours(12, 0, 0, 0);',
		'date.setFullYear(date.getFullYear(), 0, 31); date.setHours(12, 0, 0, 0);',
		'date.setTime(date.getTime() - 1000);',
	]) flags(set, { 'a.test.ts': asked(mark), 'show.js': shown(set) });

	const madeElsewhere = (after: string): string => `
const present = () => new Date();
export function show(day) {
	if (!day.getTime()) return present().toISOString();
	const date = present();
	${after}
	return date.toISOString();
}
`;
	const wholly = 'date.setFullYear(day.getFullYear(), day.getMonth(), day.getDate()); date.setHours(12, 0, 0, 0);';
	allows('made in another function, also where it is left as it was for what the test may not hand over', { 'a.test.ts': asked(), 'show.js': madeElsewhere(wholly) });
	flags('made in another function, but for the day', { 'a.test.ts': asked(mark), 'show.js': madeElsewhere('date.setHours(12, 0, 0, 0);') });

	const parsed = (after: string): string => `
const form = /^(\\d{4})-(\\d{2})-(\\d{2})([+-]\\d{2})$/;
export function show(text) {
	const parts = form.exec(text);
	if (!parts) throw new Error('no date');
	const offset = parts[4] === '+00' ? 0 : Number(parts[4]);
	const date = new Date();
	${after}
	return new Date(date.getTime() - offset);
}
`;
	const told = (mark = ''): string => `
${vitest}
import { show } from './show';
test('shows', () => {
	expect(show('2020-01-31+00').getTime()).toBe(1580428800000);
${mark}});
`;
	const tellsNow = `\t${'~'.repeat(`expect(show('2020-01-31+00').getTime()).toBe(1580428800000)`.length)} depends on the real time\n`;
	allows('to those of a text, behind a way out', { 'a.test.ts': told(), 'show.js': parsed('date.setUTCFullYear(+parts[1], parts[2] - 1, +parts[3]); date.setUTCHours(0, 0, 0, 0);') });
	flags('of which one is set only sometimes, behind a way out', { 'a.test.ts': told(tellsNow), 'show.js': parsed('date.setUTCFullYear(+parts[1], parts[2] - 1, +parts[3]); if (offset) date.setUTCHours(0, 0, 0, 0);') });
});

describe('two readings in two tests', () => {
	const file = (body: string): string => `
import { beforeEach, expect, test } from 'vitest';
import { create } from 'elements';
let element;
beforeEach(() => { element = create(); });
test('refuses', () => {
	const first = element.name;
	element.name = Date.now().toString(36);
	expect(element.name).toBe(first);
});
test('takes', () => {
	const name = Date.now().toString(36);
	${body}
});
`;
	allows('of which each sets the same thing to its own', file('element.set({ name }); expect(element.name).toBe(name);'));

	flags('where one test has both', file(`element.name = Date.now().toString(36);
	expect(element.name).toBe(name);
	${'~'.repeat('expect(element.name).toBe(name)'.length)}`));
});

describe('two readings of one call', () => {
	const file = (claim: string, mark = ''): Readonly<Record<string, string>> => ({
		'a.test.ts': `
${vitest}
import { session } from './session';
test('lives', () => {
	const { created, expires, limit } = session(1000);
	${claim}
${mark}});
`,
		'session.ts': `
export const session = (ttl: number) => ({ limit: Date.now() + 10, created: Date.now(), expires: Date.now() + ttl });
`,
	});
	allows('of which the later one is moved on', file('expect(expires).toBeGreaterThan(created);'));
	flags('of which the earlier one is moved on', file('expect(limit).toBeGreaterThan(created);', `\t${'~'.repeat('expect(limit).toBeGreaterThan(created)'.length)} measures how long\n`));
});

describe('a date whose parts the test stubs', () => {
	allows('what is told by them', `
const sinon = require('sinon');
const assert = require('assert');
describe('toJSON', () => {
	let date;
	beforeEach(() => {
		date = new Date();
		sinon.stub(date, 'getFullYear').returns(1999);
		sinon.stub(date, 'getMonth').returns(11);
	});
	it('is shown', () => {
		assert.strictEqual(date.getFullYear() + '-' + date.getMonth(), '1999-11');
	});
});
`);
});

describe('what is left of a time to live, at once', () => {
	const cookie = { 'cookie.js': `module.exports = class Cookie { constructor(ms) { this.expires = new Date(Date.now() + ms); } get maxAge() { return this.expires.valueOf() - Date.now(); } };` };

	allows('with half a second to spare', {
		'a.test.js': `
const assert = require('assert');
const Cookie = require('./cookie');
it('has an age', () => {
	const cookie = new Cookie(60000);
	assert.ok(cookie.expires.getTime() - Date.now() - 1000 <= cookie.maxAge);
	assert.ok(cookie.expires.getTime() - Date.now() + 1000 >= cookie.maxAge);
	assert.ok(cookie.maxAge > 59000);
});
`,
		...cookie,
	});

	flags('with less, or after something that takes its time', {
		'a.test.js': `
const assert = require('assert');
const Cookie = require('./cookie');
it('has an age', () => {
	assert.ok(new Cookie(60000).maxAge > 59990);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
it('still has an age', async () => {
	const cookie = new Cookie(60000);
	await cookie.save();
	assert.ok(cookie.maxAge > 59000);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`,
		...cookie,
	});
});

describe('what methods of a prototype keep, and its getters', () => {
	const span = `module.exports = Span;
function Span(name) {
	this.name = name;
	this.ended = false;
}
Span.prototype.start = function () {
	this._began = process.hrtime();
	this.kind = 'web';
};
Span.prototype.end = function () {
	this._took = process.hrtime(this._began);
	this.ended = true;
};
Span.prototype.duration = function () {
	var ns = this._took[0] * 1e9 + this._took[1];
	return ns / 1e6;
};
function Cookie(age) {
	this.expires = new Date(Date.now() + age);
}
Cookie.prototype = {
	get maxAge() { return this.expires.valueOf() - Date.now(); },
	set maxAge(age) { this.expires = new Date(Date.now() + age); },
	get secure() { return true; },
};
Span.Cookie = Cookie;
`;
	const test = (body: string): string => `
const assert = require('assert');
const Span = require('../lib/span');
it('works', () => {
	const span = new Span('a');
	span.start();
	span.end();
	const cookie = new Span.Cookie(1000);
${body}
});
`;

	flags('a duration from two methods', { 'test/a.test.js': test(`	assert.ok(span.duration() < 60);\n	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ process.hrtime`), 'lib/span.js': span });
	flags('an age from a getter', { 'test/a.test.js': test(`	assert.strictEqual(cookie.maxAge, 1000);\n	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Date.now`), 'lib/span.js': span });
	allows('what they keep beside it', { 'test/a.test.js': test(`	assert.strictEqual(span.kind, 'web');\n	assert.strictEqual(span.ended, true);\n	assert.strictEqual(cookie.secure, true);`), 'lib/span.js': span });
});

describe('a list that is asked whether it has a part of the calendar', () => {
	const days = `export const isWeekend = () => [0, 6].includes(new Date().getDay());
export const isRest = () => new Set(['Sat', 'Sun']).has(new Date().toDateString().slice(0, 3));
export const kind = () => { if ([0, 6].includes(new Date().getDay())) return 'rest'; return 'work'; };
export const isKnown = (name: string) => ['a', 'b'].includes(name);
export const at = () => ({ made: Date.now(), known: ['a', 'b'].includes('a') });
`;
	const test = (body: string): string => `
${vitest}
import { at, isKnown, isRest, isWeekend, kind } from './src/days';
test('is asked', () => {
${body}
});
`;
	const flagsClaim = (claim: string): void => flags(claim, { 'a.test.ts': test(`\t${claim};\n\t${'~'.repeat(claim.length)} new Date`), 'src/days.ts': days });

	flagsClaim('expect(isWeekend()).toBe(false)');
	flagsClaim('expect(isWeekend()).toBeFalsy()');
	flagsClaim('expect(isRest()).toBe(false)');
	flagsClaim("expect(kind()).toBe('work')");
	allows('one that is asked for something else', { 'a.test.ts': test(`	expect(isKnown('a')).toBe(true);\n	expect(at().known).toBe(true);`), 'src/days.ts': days });
});

describe('a reading in a matcher', () => {
	flags('of entries, of elements, and of what a spy was called with', `
import { expect, test, vi } from 'vitest';
import { store } from 'store';
test('stores', async () => {
	const save = vi.fn();
	const note = await store(save, 'milk');
	expect(note).toEqual(expect.objectContaining({ text: 'milk', at: Date.now() }));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings of the real clock (Date.now)
	expect([note]).toEqual(expect.arrayContaining([expect.objectContaining({ at: Date.now() })]));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(save).toHaveBeenCalledWith('milk', expect.objectContaining({ at: Date.now() }));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	allows('that was handed in, or stands for any', `
import { expect, test } from 'vitest';
import { store } from 'store';
test('stores', async () => {
	const at = Date.now();
	expect(await store({ text: 'milk', at })).toEqual(expect.objectContaining({ at }));
	expect(await store('milk')).toEqual(expect.objectContaining({ at: expect.any(Number) }));
	expect(await store('milk')).toEqual(expect.objectContaining({ at: expect.closeTo(Date.now(), -4) }));
});
`);
});

describe('how long it is since a time that nobody sees', () => {
	flags('within a second', `
${vitest}
import { store } from 'store';
test('stores', async () => {
	const note = await store('milk');
	expect(Date.now() - note.createdAt).toBeLessThan(100);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion measures how long something takes (Date.now)
	expect(note.finished - Date.now() <= 1000).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect((Date.now() - note.createdAt) / 1000).toBeLessThan(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	allows('within more, at least, or less a length of time', `
${vitest}
import { store } from 'store';
const ttl = 60_000;
test('stores', async () => {
	const note = await store('milk');
	expect(Date.now() - note.createdAt).toBeLessThan(5000);
	expect(Date.now() - note.createdAt).toBeGreaterThanOrEqual(0);
	expect(note.createdAt).toBeGreaterThan(Date.now() - ttl);
	expect(note.createdAt).toBeGreaterThan(Date.now() - note.ttl);
});
`);
});

describe('what is left of a time, between two bounds', () => {
	const expiring = (claim: string, flagged = ''): Record<string, string> => ({
		'a.test.ts': `
import { expect } from 'chai';
import { Cache } from './cache';
import { store } from 'store';
it('expires', async () => {
	const cache = new Cache();
	const note = await store('milk');
	await cache.fill();
	${claim}
${flagged}});`,
		'cache.ts': `export class Cache {\n\texpires: number;\n\tasync fill() { await load(); this.expires = Date.now() + 5_000; }\n}`,
	});
	flags('that are near each other', expiring('expect((note.expires - Date.now()) / 1000 | 0).to.be.within(4, 5);', '\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ tells how far a time is from now\n'));
	flags('of which the lower one is near', expiring('expect(cache.expires - Date.now()).to.be.within(4_500, 5_000);', '\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ tells how far a time is from now\n'));
	allows('that are far from each other', expiring('expect(note.expires - Date.now()).to.be.within(0, 60_000);'));
	allows('that are both far', expiring('expect(cache.expires - Date.now()).to.be.within(0, 10_000);'));
});

describe('durations that are added up', () => {
	flags('in a variable, a record and a field', {
		'a.test.ts': `
${vitest}
import { Stopwatch } from './stopwatch';
import { work } from 'work';
test('takes its time', async () => {
	let total = 0;
	const stats = { total: 0 };
	const watch = new Stopwatch();
	for (let i = 0; i < 3; i++) {
		const start = Date.now();
		watch.start();
		await work();
		watch.stop();
		total += Date.now() - start;
		stats.total += Date.now() - start;
	}
	expect(total).toBeLessThan(50);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ measures how long something takes (Date.now)
	expect(stats.total / 3).toBeLessThan(50);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(watch.getTotal()).toBeGreaterThan(10);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ performance.now
});
`,
		'stopwatch.ts': `export class Stopwatch {
	#startedAt = 0;
	#total = 0;
	start() { this.#startedAt = performance.now(); }
	stop() { this.#total += performance.now() - this.#startedAt; }
	getTotal() { return this.#total; }
}
`,
	});

	allows('a count beside them, and a generous bound', `
${vitest}
import { work } from 'work';
test('takes its time', async () => {
	let total = 0;
	let rounds = 0;
	for (let i = 0; i < 3; i++) {
		const start = Date.now();
		await work();
		total += Date.now() - start;
		rounds += 1;
	}
	expect(rounds).toBe(3);
	expect(total).toBeLessThan(10_000);
});
`);
});

describe('two readings that unseen code is handed', () => {
	flags('which an assertion wants to be a fixed length apart', `
${vitest}
import { lib } from 'lib';
test('tells how long', async () => {
	expect(lib.duration({ start: Date.now() - 1000, end: Date.now() })).toBe(1000);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings of the real clock (Date.now)
	const job = { startedAt: new Date(Date.now() - 5000), finishedAt: new Date() };
	const took = await lib.took(job);
	expect(took).toEqual(5000);
	~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	allows('made from one, told in other units, or nothing that they are apart', `
${vitest}
import { lib } from 'lib';
test('tells how long', () => {
	const now = Date.now();
	expect(lib.duration({ start: now - 1000, end: now })).toBe(1000);
	expect(lib.seconds(new Date(Date.now() - 5000), new Date())).toBe(5);
	expect(lib.count({ createdAt: new Date(), updatedAt: new Date(), limit: 5000 })).toBe(5000);
	expect(lib.ttl(Date.now() + 5000)).toBe(5000);
});
`);

	allows('while the clock stands still', `
import { expect, test, vi } from 'vitest';
import { lib } from 'lib';
test('tells how long', () => {
	vi.useFakeTimers();
	expect(lib.duration({ start: Date.now() - 1000, end: Date.now() })).toBe(1000);
});
`);
});

describe('a part of the calendar that is counted on', () => {
	flags('from the same reading', `
${vitest}
import { addDays } from './dates';
test('is tomorrow', () => {
	const today = new Date();
	const tomorrow = new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1);
	expect(tomorrow.getDate()).toBe(today.getDate() + 1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This assertion depends on the real time (new Date)
});
`);

	allows('a date that is written down, and the number of a month', `
${vitest}
test('is tomorrow', () => {
	const today = new Date(2024, 0, 5);
	const tomorrow = new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1);
	expect(tomorrow.getDate()).toBe(today.getDate() + 1);
	const now = new Date();
	expect(Number(now.toISOString().slice(5, 7))).toBe(now.getUTCMonth() + 1);
});
`);
});

describe('a variable that how long something took sets', () => {
	flags('in a callback, and in the test', `
${vitest}
import { client } from 'client';
test('waits longer each time', async () => {
	let grows = true, last = 0, start = 0;
	client.on('error', () => { start = Date.now(); });
	client.on('attempt', () => {
		const delay = Date.now() - start;
		if (delay <= last) grows = false;
		last = delay;
	});
	await client.fail();
	expect(grows).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~ measures how long something takes (Date.now)
	let late = false;
	const began = performance.now();
	await client.close();
	if (performance.now() - began > 100) { late = true; }
	expect(late).toBeFalsy();
	~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	allows('after a generous while, by something else, and while the clock stands still', `
import { expect, test, vi } from 'vitest';
import { client } from 'client';
test('is in time', async () => {
	let late = false, failed = false;
	const start = Date.now();
	await client.close();
	if (Date.now() - start > 10_000) late = true;
	if (client.errors > 0) failed = true;
	expect(late).toBe(false);
	expect(failed).toBe(false);
});
test('is in time, by a clock of its own', async () => {
	vi.useFakeTimers();
	let late = false;
	const start = Date.now();
	await client.close();
	if (Date.now() - start > 10) late = true;
	expect(late).toBe(false);
});
`);
});

describe('what says nothing of the time', () => {
	allows('the year of two readings, and the names in an object', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { assert } from 'chai';
import { expect as claim } from 'chai';
import { createNote } from './src/note';
import { report } from 'report';
test('tells the year', async () => {
	expect(await report.year()).toBe(new Date().getFullYear());
});
test('has the names', () => {
	claim(createNote('a')).to.have.all.keys('text', 'createdAt');
	assert.hasAllKeys(createNote('a'), ['text', 'createdAt']);
});
`,
		...clocks,
	});

	allows('a name made unique by the clock, compared with what nobody sees', `
import assert from 'node:assert';
import { test } from 'node:test';
import { table } from 'table';
test('finds two', async () => {
	const key = 'key' + Date.now();
	const all = await table.list(key);
	for (const entity of all) assert.ok(entity.key === key + '1' || entity.key === key + '2');
});
`);

	flags('a decision by the hour beside it', `
import assert from 'node:assert';
import { test } from 'node:test';
test('is noon', () => {
	assert.ok(new Date().getHours() === 12);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	flags('a lower bound that is the length of the timer, and none that is below it', `
import { expect, test } from 'vitest';
const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
test('takes its time', async () => {
	const start = Date.now();
	await sleep(100);
	expect(Date.now() - start).toBeGreaterThanOrEqual(100);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(Date.now() - start).toBeGreaterThanOrEqual(99);
	expect(Date.now() - start).toBeLessThan(200);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
test('wants more than it', async () => {
	const start = Date.now();
	await sleep(100);
	expect(Date.now() - start).toBeGreaterThan(99);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(99 < Date.now() - start).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(Date.now() - start).toBeGreaterThan(98);
	expect(Date.now() - start).not.toBeLessThan(99);
});
test('wants more than it of a clock that tells parts of milliseconds', async () => {
	const start = performance.now();
	await sleep(100);
	expect(performance.now() - start).toBeGreaterThan(99);
});
test('waits before the clock is read', async () => {
	await sleep(100);
	const start = Date.now();
	await fetch('http://localhost/');
	expect(Date.now() - start).toBeGreaterThan(50);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);
});

describe('a function of the project that a stub stands in for', () => {
	const stubbed = (stub: string, mark = ''): Record<string, string> => ({
		'a.test.ts': `
import { expect, test, vi } from 'vitest';
import { Timer, stamp, util } from './timer';
test('a', () => {
	const timer = new Timer();
	timer.stop();
	${stub}${mark}
});`,
		'timer.ts': `export const util = { now() { return Date.now(); } };
export const stamp = () => ({ time: util.now() });
export class Timer {
	start = Date.now();
	end = 0;
	stop() { this.end = Date.now(); }
	duration() { return this.end - this.start; }
}`,
	});
	allows('of an object', stubbed(`vi.spyOn(timer, 'duration').mockReturnValue(100);\n\texpect(timer.duration()).toBe(100);`));
	allows('of a class', stubbed(`vi.spyOn(Timer.prototype, 'duration').mockReturnValue(100);\n\texpect(timer.duration()).toBe(100);`));
	allows('on the way', stubbed(`vi.spyOn(util, 'now').mockReturnValue(100);\n\texpect(stamp().time).toBe(100);`));
	flags('which it only watches', stubbed(`vi.spyOn(timer, 'duration');\n\texpect(timer.duration()).toBe(100);`, '\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~'));
	flags('beside another', stubbed(`vi.spyOn(timer, 'stop').mockReturnValue(undefined);\n\texpect(stamp().time).toBe(100);`, '\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~'));
});

describe('a duration that is told only once both ends are there', () => {
	const timed = (told: string): string => `
${vitest}
class Timer {
	start = 0;
	end = 0;
	begin() { this.start = Date.now(); }
	stop() { this.end = Date.now(); }
	duration() { ${told} }
}
test('takes its time', async () => {
	const timer = new Timer();
	timer.begin();
	await new Promise(resolve => setTimeout(resolve, 50));
	timer.stop();
	expect(timer.duration()).toBeGreaterThanOrEqual(50);
	CLAIM
});
`;
	const flagged = '~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~';
	for (const told of [
		'if (this.start !== 0 && this.end !== 0) return this.end - this.start; return undefined;',
		'return this.end ? this.end - this.start : 0;',
		'if (!this.start || !this.end) return 0; return this.end - this.start;',
		'return this.end === 0 ? undefined : this.end - this.start;',
	]) flags(told, timed(told).replace('CLAIM', flagged));
	for (const told of [
		'return new Date(this.end).getHours() === 0 ? 60 : this.end - this.start;',
		'return this.end > 1e12 ? this.end - this.start : 0;',
	]) allows(told, timed(told).replace('\tCLAIM\n', ''));
});

describe('a difference between instants that code notes which nobody sees', () => {
	const spans = (claims: string, before = ''): string => `
${vitest}
import { hrTimeToMilliseconds } from '@opentelemetry/core';
import { client, spans } from './tracing';
test('notes when each begins', async () => {
	${before}await client.set('a');
	await new Promise(resolve => setTimeout(resolve, 10));
	await client.set('b');
	const [first, second] = spans();
	const apart = hrTimeToMilliseconds(second.startTime) - hrTimeToMilliseconds(first.startTime);
${claims}
});
`;
	flags('about as long as a wait between them', spans(`	expect(apart).toBeGreaterThanOrEqual(9);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ second.startTime - first.startTime
	expect(second.createdAt.getTime() - first.createdAt.getTime() >= 10).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ second.createdAt - first.createdAt
	expect(second.timestamp - first.timestamp).toBeLessThan(20);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ second.timestamp`));
	flags('when one thing began and when it ended', spans(`	const duration = Date.parse(first.endTime) - Date.parse(first.startTime);
	expect(duration >= 9).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ first.endTime - first.startTime
	expect(new Date(first.finishedAt) - new Date(first.startedAt)).toBeLessThan(15);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ first.finishedAt - first.startedAt`));
	flags('when it ends, in a unit of its own', spans(`	expect(second.expiresAt.epoch() - first.expiresAt.epoch()).toBeLessThanOrEqual(20);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ second.expiresAt - first.expiresAt
	expect(second.issuedAt - first.issuedAt).toBeLessThanOrEqual(0.02);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ second.issuedAt - first.issuedAt`));
	allows('when one thing ends and another one is given', spans(`	expect(second.expiresAt - first.issuedAt).toBeLessThanOrEqual(20);
	expect(first.expiresAt - first.issuedAt).toBeLessThanOrEqual(20);`));
	allows('of which one is of another thing, or of another kind', spans(`	expect(second.endTime - first.startTime).toBeGreaterThanOrEqual(10);
	expect(first.startTime - first.endTime).toBeLessThan(10);
	expect(first.endDate - first.startTime).toBeLessThan(15);
	expect(first.end - first.start).toBeLessThan(15);`));
	allows('of which the test says one itself', spans(`	expect(first.endTime - first.startTime).toBeGreaterThanOrEqual(10);`, `client.stamp = { startTime: 7 };\n\t`));
	allows('far below it, and what is no instant, or another', spans(`	expect(apart).toBeGreaterThanOrEqual(5);
	expect(second.size - first.size).toBeGreaterThanOrEqual(10);
	expect(second.startTime - first.createdAt).toBeGreaterThanOrEqual(10);
	expect(first.startTime - first.startTime).toBeLessThan(10);
	expect(second.startTime - 5).toBeGreaterThanOrEqual(10);`));
	allows('that the test says itself', spans(`	expect(second.timestamp - first.timestamp).toBeGreaterThanOrEqual(10);`, `client.stamp = { timestamp: 7 };\n\t`));
	allows('under a fake clock', spans(`	expect(apart).toBeGreaterThanOrEqual(10);`, `vi.useFakeTimers();\n\t`).replace('{ expect, test }', '{ expect, test, vi }'));

	flags('a duration that is to be a millisecond less than the timer, for which that is too long', `
${vitest}
import { run } from './runner';
test('measures', async () => {
	let duration;
	await run({ body: done => { setTimeout(done, 10); }, onDone: result => { duration = result.duration; } });
	expect(duration).toBeGreaterThanOrEqual(9);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ result.duration
	expect(duration).toBeGreaterThanOrEqual(8);
});
`);
});

describe('a measured duration and a length of time that the code under test is told', () => {
	flags('as an option, in a hook, and to a method', `
import { beforeEach, describe, expect, test } from 'vitest';
import { browser, connect } from 'client';
describe('commands', () => {
	const relaxed = 2_000;
	let client;
	beforeEach(() => {
		client = connect({ commandTimeout: relaxed });
	});
	test('time out', async () => {
		const answers = {};
		client.on('answer', answer => { answers.first = answer; });
		await client.send('x');
		expect(answers.first.duration >= relaxed && answers.first.duration < relaxed * 1.2).toBe(true);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ duration
	});
});
test('gives up', async () => {
	const answer = await connect({ delay: 50 }).send('x');
	expect(answer.elapsedMs).toBeLessThanOrEqual(80);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(answer.elapsedMs).toBeGreaterThanOrEqual(50);
});
test('waits', async () => {
	const expectation = browser.expect.element('p').text.to.equal('x').before(110);
	await browser.start();
	expect(expectation.elapsedTime <= 150).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ elapsedTime
});
`);

	allows('durations that the test gives, and bounds that are far from it', `
import { expect, test } from 'vitest';
import { connect } from 'client';
test('keeps them', async () => {
	const answer = await connect({ delay: 50, duration: 60 }).send('x');
	expect(answer.duration).toBeLessThan(70);
});
test('tells limits', async () => {
	const client = await connect({ timeout: 50 });
	expect(client.timeout).toBeGreaterThanOrEqual(50);
	expect(client.elapsed).toBeLessThan(1_000);
});
`);
});

describe('a field that is given a constant and a time', () => {
	const list = {
		'src/list.ts': `export class List {\n\tupdated = 0;\n\treset() {\n\t\tthis.updated = 0;\n\t}\n\tload() {\n\t\tthis.updated = Date.now();\n\t}\n}\n`,
	};
	allows('and is said to be the constant', { 'a.test.ts': `${vitest}\nimport { List } from './src/list';\ntest('is reset', () => {\n\tconst list = new List();\n\tlist.reset();\n\texpect(list.updated).toBe(0);\n});\n`, ...list });
	flags('and is said to be something else', { 'a.test.ts': `${vitest}\nimport { List } from './src/list';\ntest('is loaded', () => {\n\tconst list = new List();\n\tlist.load();\n\texpect(list.updated).toBe(1700000000000);\n\t${under('expect(list.updated).toBe(1700000000000);')} Date.now\n});\n`, ...list });
});

describe('a decision that asks for no part of the calendar', () => {
	const decided = (body: string): object & Record<string, string> => ({
		'a.test.ts': `
${vitest}
import { isFresh, isPlain } from './src/cache';
test('decides', () => {
${body}
});
`,
		'src/cache.ts': `
const ttl = 60_000;
export const isFresh = (entry: { kept: boolean; at: number }) => entry.kept && Date.now() - entry.at < ttl + entry.at;
export const isPlain = (value: unknown) => JSON.stringify(value) === '{}';
`,
	});

	allows('where nobody asks for it', decided(`	expect(isFresh({ kept: false, at: Date.now() })).toBe(false);\n	expect(isPlain(new Date())).toBe(false);`));

	flags('with the option', decided(`	expect(isPlain(new Date())).toBe(false);\n	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`), { options: { decisions: true } });

	const record = 'expect({ plain: isPlain(new Date()) }).toEqual({ plain: false })';
	allows('in a record, where nobody asks for it', decided(`	${record};`));
	flags('in a record, with the option', decided(`	${record};\n	${'~'.repeat(record.length)}`), { options: { decisions: true } });

	flags('that the test makes itself', `
${vitest}
import { pauses } from './pauses';
test('waits', async () => {
	const times: number[] = [];
	await pauses(() => times.push(Date.now()));
	const pause = times[1] - times[0];
	expect(pause >= 0 && pause <= 450).toBe(true);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);
});

describe('conditions on the time inside one another', () => {
	const steps = Array.from({ length: 8 }, (_, step) => `\t\tif (at.getTime() % ${step + 2} > unit) at = new Date(at.getTime() + (at.getHours() > ${step} ? at.getMinutes() : ${step}));`);
	const next = (inside: readonly string[]): object & Record<string, string> => ({
		'next.js': `export function next(unit) {
	let at = new Date();
	for (let step = 0; step < 9; step += at.getDay()) {
${inside.join('\n')}
	}
	return at;
}`,
	});
	flags('what they make of it', {
		'a.test.js': `import { expect, it } from 'vitest';
import { next } from './next.js';
it('goes on', () => {
	expect(next(1).getTime()).toBe(5);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ next (next.js:2) → new Date
});`,
		...next(steps.slice(0, 1)),
	});
	flags('what they make of it, in steps that are bounded: their ways are more than anybody can follow', {
		'a.test.js': `import { expect, it } from 'vitest';
import { next } from './next.js';
it('goes on', () => {
	expect(next(1).getTime()).toBe(5);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ next (next.js:2) → new Date
});`,
		...next(steps),
	});
});

describe('a reading that is handed over and held against another one', () => {
	const src = `export const isTooFar = (timestamp: number, seconds: number, now = Date.now()): boolean => {
	return timestamp >= now + seconds * 1000;
};
export const isBefore = (date: Date): boolean => date < new Date();
export const isPast = (time: number): boolean => Date.now() >= time;
export function isLate(time: number): boolean {
	const now = Date.now();
	return now > time;
}
export class Permit {
	constructor(private readonly options: { from: number }) {}
	async holds() { return this.options.from < Date.now(); }
}
const loaded = Date.now();
export const isRunning = () => loaded < Date.now();`;
	const asking = (...lines: readonly string[]) => ({
		'test/a.test.ts': `
import { expect, test } from 'vitest';
import { isBefore, isLate, isPast, isRunning, isTooFar, Permit } from '../src/times';
import { sleep } from './sleep';
test('a', async () => {
	const now = Date.now();
	${lines.join('\n\t')}
});`,
		'test/sleep.ts': 'export const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));',
		'src/times.ts': src,
	});

	flags('one by a default', asking(
		'expect(isTooFar(now, 0)).toBeFalsy();',
		'~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings of the real clock (Date.now), which may or may not be the same.',
	));
	flags('one that is made on the spot', asking(
		'expect(isBefore(new Date())).toBe(false);',
		'~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings of the real clock (new Date)',
		'expect(isLate(now)).toBe(false);',
		'~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings of the real clock (Date.now)',
	));
	flags('one that an object keeps', asking(
		'const permit = new Permit({ from: now });',
		'expect(await permit.holds()).toBe(true);',
		'~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This compares two readings of the real clock (Date.now)',
	));
	allows('one that holds in the same millisecond and in the next', asking('expect(isPast(now)).toBe(true);'));
	allows('one that is moved', asking('expect(isTooFar(now, 1)).toBe(false);', 'expect(isTooFar(now, -1)).toBe(true);', 'expect(isBefore(new Date(now - 1))).toBe(true);', 'expect(isTooFar(now + 3 * 1000, 2)).toBe(true);'));
	allows('one behind a wait', asking('await sleep(5);', 'expect(isLate(now)).toBe(true);'));
	allows('one that the test hands both', asking('expect(isTooFar(now, 0, now)).toBe(true);'));
	allows('one that was read when the file was loaded', asking('expect(isRunning()).toBe(true);'));
	allows('one under a clock that stands still', Object.fromEntries(Object.entries(asking('expect(isTooFar(now, 0)).toBe(true);')).map(([file, text]) => [file, text.replace("{ expect, test }", '{ expect, test, vi }').replace('const now =', 'vi.useFakeTimers();\n\tconst now =')])));
});

describe('getters of a class that is handed its clock', () => {
	const made = (clock: string, body: string): string => `import { expect, it } from 'vitest';
import { Span } from './span.js';
it('ends', () => {
	expect(new Span(${clock}).end.getFullYear()).toBe(2026);${body}
});`;
	const span = { 'span.js': `const systemClock = { now: () => new Date() };
export class Span {
	constructor(clock = systemClock) {
		this.at = clock.now();
	}
	get end() {
		const day = new Date(this.at);
		return day;
	}
}` };
	allows('with variables of their own', { 'a.test.js': made(`{ now: () => new Date(2026, 1, 1) }`, ''), ...span });
	flags('where it is not', { 'a.test.js': made('', `\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ depends on the real time`), ...span });
});

describe('a helper that gives a test several functions', () => {
	const helped = (body: string, handed = ''): Record<string, string> => ({
		'a.test.js': `import { expect, it } from 'vitest';
import { createContext } from './context.js';
let context;
it('counts', async () => {
	context = createContext();
	${body}
	context.same(count, 2);
});`,
		'context.js': `import { expect } from 'vitest';
export function createContext() {
	const start = Date.now();
	const told = () => ({ elapsed: Date.now() - start });
	const same = (one, other) => { expect(one).toBe(other); };
	const context = {
		same,
		told,
		checkDuration: longest => { expect(told().elapsed).toBeLessThan(longest); },
	};
	${handed}
	return context;
}`,
	});
	allows('of which one that it does not call measures something', helped('await count();'));
	flags('of which one that it calls does', helped('context.checkDuration(50);\n\t~~~~~~~~~~~~~~~~~~~~~~~~~ measures how long something takes'));
	const many = Array.from({ length: 40 }, (_, index) => `it('counts ${index}', () => { context = createContext(); ${'context.same(count, 2); '.repeat(8)}});`).join('\n');
	flags('of which one that it calls does, made anew in each of many tests', { ...helped(''), 'a.test.js': `import { expect, it } from 'vitest';
import { createContext } from './context.js';
let context;
${many}
it('counts', async () => {
	context = createContext();
	${'context.same(count, 2); '.repeat(8)}
	context.checkDuration(50);
	~~~~~~~~~~~~~~~~~~~~~~~~~ measures how long something takes
});` });
	flags('of which one is handed to somebody else', { ...helped(''), 'a.test.js': `import { expect, it } from 'vitest';
import { createContext } from './context.js';
let context;
it('counts', async () => {
	context = createContext();
	          ~~~~~~~~~~~~~~~ measures how long something takes
	context.same(count, 2);
});`, 'context.js': `import { expect } from 'vitest';
export function createContext() {
	const start = Date.now();
	const check = () => { expect(Date.now() - start).toBeLessThan(50); };
	emitter.on('end', check);
	return { same(one, other) { expect(one).toBe(other); }, check };
}` });
});

describe('a date that is given a method of its own', () => {
	const offset = (given: string): string => `import { expect, it } from 'vitest';
function dateWith(minutes) {
	const date = new Date();
	${given}
	return date;
}
const offsetOf = date => (date.getMinutes() === date.getUTCMinutes() ? date.getTimezoneOffset() * -60 : 0);
it('has an offset', () => {
	expect(offsetOf(dateWith(2))).toBe(-120);`;
	allows('tells what it was given', `${offset('date.getTimezoneOffset = () => minutes;')}\n});`);
	flags('tells the time where that is no method', `${offset('date.offset = minutes;')}\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ depends on the real time\n});`);
});

describe('what a class keeps', () => {
	const store = `export class Store {
	rows = [];
	names = [];
	#hidden: object[] = [];
	noted = [];
	recorded = [];
	marked = [];
	byId = new Map();
	last: { at?: number; name?: string } = {};
	sent = new Headers();
	constructor(readonly limit: number) {
		this.rows.push({ name: 'first', at: limit });
	}
	add(name: string) {
		this.rows.push({ name, at: Date.now() });
		this.names.push(name);
		this.#hidden.push({ name, at: Date.now() });
		this.last.at = Date.now();
		this.last.name = name;
	}
	put(id: string) {
		this.byId.set(id, { id, at: new Date() });
		this.sent.set(id, 'x');
	}
	note(name: string, at = Date.now()) {
		this.noted.push({ name, at });
	}
	record(name: string, { at = Date.now() } = {}) {
		this.recorded.push({ name, at });
	}
	mark(name: string, at?: number) {
		this.marked.push({ name, at: at === undefined ? Date.now() : at });
	}
	markNow(name: string) {
		this.mark(name);
	}
	hidden() {
		return this.#hidden;
	}
	get(id: string) {
		return this.byId.get(id);
	}
}
const cache = new Map();
cache.set('start', { at: Date.now() });
export const cached = (id: string) => cache.get(id);
`;
	const test = (claim: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { Store, cached } from './store';
test('keeps', () => {
	const store = new Store(5);
	store.add('a');
	store.put('b');
	${claim}
	${mark}
});
`;
	const flagsClaim = (title: string, claim: string): void => flags(title, { 'a.test.ts': test(claim, claim.replace(/expect.*;$/, each => '~'.repeat(each.length - 1)).replace(/^[^~]+/, each => ' '.repeat(each.length))), 'store.ts': store });
	const allowsClaim = (title: string, claim: string): void => allows(title, { 'a.test.ts': test(claim), 'store.ts': store });

	flagsClaim('a time that it is not handed', `store.note('a'); expect(store.noted[0].at).toBe(5);`);
	flagsClaim('a time that is left open', `store.mark('a'); expect(store.marked[0].at).toBe(5);`);
	allowsClaim('a time that it is handed', `store.note('a', 5); expect(store.noted[0].at).toBe(5);`);
	allowsClaim('a time that it may be handed where nobody sees it', `fill(store); expect(store.noted[0].at).toBe(5);`);
	allowsClaim('a time that it may be handed in an object', `fill(store); expect(store.recorded[0].at).toBe(5);`);
	allowsClaim('a time that it is handed instead of reading it', `store.mark('a', 5); expect(store.marked[0].at).toBe(5);`);
	allowsClaim('a time that it may be handed by another of its methods', `store.markNow('a'); expect(store.marked[0].at).toBe(5);`);
	flagsClaim('a time in a list', `expect(store.rows[1].at).toBe(6);`);
	flagsClaim('a record in a list', `expect(store.rows[1]).toEqual({ name: 'a', at: 6 });`);
	flagsClaim('all records', `expect(store.rows).toEqual([{ name: 'first', at: 6 }, { name: 'a', at: 6 }]);`);
	flagsClaim('a list that nobody sees', `expect(store.hidden()).toEqual([{ name: 'a', at: 5 }]);`);
	flagsClaim('a field of an object', `expect(store.last.at).toBe(5);`);
	flagsClaim('what a map has for a key', `expect(store.byId.get('b')).toEqual({ id: 'b', at: 5 });`);
	flagsClaim('what a method gives of a map', `expect(store.get('b').at).toEqual(5);`);
	flagsClaim('what a map of the module has for a key', `expect(cached('start')).toEqual({ at: 5 });`);
	allowsClaim('another field of a record', `expect(store.rows[1].name).toBe('a');`);
	allowsClaim('how many there are', `expect(store.rows).toHaveLength(2);`);
	allowsClaim('another list', `expect(store.names).toEqual(['a']);`);
	allowsClaim('another field of an object', `expect(store.last.name).toBe('a');`);
	allowsClaim('another field of what a map has', `expect(store.get('b').id).toBe('b');`);
	allowsClaim('whether a map has it', `expect(store.byId.has('b')).toBe(true);`);
	allowsClaim('another key of a map', `expect(cached('end')).toEqual({ at: 5 });`);
	allowsClaim('what is no map', `expect(store.sent.get('b')).toBe('x');`);
});

describe('how far a time is from now', () => {
	const away = (claim: string, text: string): string => `
import { expect, test } from 'vitest';
const daysSince = (day: Date) => Math.ceil((Date.now() - day.getTime()) / 86_400_000);
test('counts', () => {
	const start = Date.now();
	const yesterday = new Date(Date.now() - 86_400_000);
	run();
	${claim}
	${'~'.repeat(claim.length - 1)} ${text}
});
`;
	flags('is no length of something', away('expect(daysSince(yesterday)).toBe(1);', 'tells how far a time is from now'));
	flags('and how long something takes', away('expect(Date.now() - start).toBeLessThan(100);', 'measures how long something takes'));
});

describe('how long it is to a time, as a text', () => {
	const left = (body: string, claim: string, mark = ''): Record<string, string> => ({
		'a.test.ts': `
import { expect, test, vi } from 'vitest';
import { left } from './left';
test('shows what is left', () => {
	const until = new Date(Date.now() + 7_200_000);
	${claim}
	${mark}
});
`,
		'left.ts': `export function left(until: Date) {\n\tconst hours = Math.floor((until.getTime() - Date.now()) / 3_600_000);\n\t${body}\n}\n`,
	});
	const claim = `expect(left(until)).toBe('2h');`;
	const mark = '~'.repeat(claim.length - 1);
	for (const body of [`return hours + 'h';`, `return hours > 0 ? hours + 'h' : 'soon';`, `if (hours > 0) return hours + 'h';\n\treturn 'soon';`, `if (hours <= 0) return 'soon';\n\treturn hours + 'h';`]) {
		flags(`by ${body.replaceAll(/\s+/g, ' ')}`, left(body, claim, mark));
	}
	const fixed = `expect(left(new Date('2031-01-01'))).toBe('2h');`;
	flags('to a day that is written down', left(`return hours > 0 ? hours + 'h' : 'soon';`, fixed, '~'.repeat(fixed.length - 1)));
	allows('that says only whether it has come', left(`return hours > 0 ? 'later' : 'soon';`, `expect(left(until)).toBe('later');`));
	allows('of which nothing is asked', left(`return hours > 0 ? hours + 'h' : 'soon';`, `expect(left(until)).toMatch(/h$/);`));
	allows('while the clock is frozen', left(`return hours > 0 ? hours + 'h' : 'soon';`, `vi.useFakeTimers({ now: 0 });\n\texpect(left(new Date(7_200_000))).toBe('2h');`));
});

describe('how far a time is from now, in words', () => {
	const test = (claim: string, mark = ''): string => `
import dayjs from 'dayjs';
import { formatDistanceToNow, formatDistanceToNowStrict, subDays } from 'date-fns';
import moment from 'moment';
import { expect, test } from 'vitest';
const since = (date: Date) => formatDistanceToNow(date, { addSuffix: true });
const made = { at: new Date('2024-02-01') };
const day = 86_400_000;
test('tells how long ago', () => {
	${claim}
	${mark}
});
`;
	const flagsClaim = (claim: string): void => flags(claim, test(claim, '~'.repeat(claim.length - 1)));
	const allowsClaim = (claim: string): void => allows(claim, test(claim));
	flagsClaim(`expect(since(made.at)).toBe('about 1 year ago');`);
	flagsClaim(`expect(moment('2024-02-01').add(1, 'day').fromNow()).toBe('a year ago');`);
	flagsClaim(`expect(dayjs(made.at).fromNow()).toBe('a year ago');`);
	flagsClaim(`expect(formatDistanceToNowStrict(new Date(Date.now() + day))).toBe('1 day');`);
	flagsClaim(`expect(dayjs().add(2, 'hour').isToday()).toBe(true);`);
	allowsClaim(`expect(since(new Date(Date.now() - 3 * day))).toBe('3 days ago');`);
	allowsClaim(`expect(formatDistanceToNow(subDays(new Date(), 3))).toBe('3 days');`);
	allowsClaim(`expect(moment().subtract(3, 'days').fromNow()).toBe('3 days ago');`);
	allowsClaim(`expect(moment(new Date()).fromNow()).toBe('a few seconds ago');`);
	allowsClaim(`const then = dayjs().subtract(2, 'hour'); expect(then.fromNow()).toBe('2 hours ago');`);
});

describe('what a component shows at some times', () => {
	const hello = (body: string, claim: string, mark = '', before = ''): Record<string, string> => ({
		'a.test.tsx': `
import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Hello } from './hello';
test('greets', () => {
	${before}render(<Hello name="Ada" />);
	${claim}
	${mark}
});
`,
		'hello.tsx': `export function Hello({ name }) {\n\tconst hour = new Date().getHours();\n\t${body}\n}\n`,
	});
	const whole = `return <b data-testid="h">{hour < 12 ? 'Good morning' : 'Good evening'}</b>;`;
	const flagsClaim = (claim: string, body = whole): void => flags(`${claim} of ${body}`, hello(body, claim, `${'~'.repeat(claim.length - 1)} (Hello (hello.tsx:2) → new Date)`));
	flagsClaim(`expect(screen.getByText('Good morning')).toBeInTheDocument();`);
	flagsClaim(`expect(screen.getByTestId('h')).toHaveTextContent('Good morning');`);
	flagsClaim(`expect(screen.getByTestId('h').textContent).toBe('Good morning');`);
	flagsClaim(`expect(screen.getByText('Good morning')).toBeVisible();`, `return <p>Good {hour < 12 ? 'morning' : 'evening'}</p>;`);
	const named = `return <h1>{hour < 12 ? 'Good morning' : 'Good evening'}, {name}</h1>;`;
	flagsClaim(`expect(screen.getByTestId('h')).toHaveTextContent('Good morning, Ada');`, named);
	flagsClaim(`expect(screen.getByText('Good morning')).toBeVisible();`, `return hour < 12 ? <p>Good morning</p> : <p>Good evening</p>;`);
	flagsClaim(`expect(screen.getByText('Good morning')).toBeVisible();`, `return <div><i>Hi</i>{hour < 12 ? <p>\n\t\tGood\n\t\tmorning\n\t</p> : null}</div>;`);
	flagsClaim(`expect(screen.getByText('Good evening')).toBeVisible();`, `if (hour < 12) return <p>Good morning</p>;\n\treturn <p>Good evening</p>;`);
	flagsClaim(`expect(screen.getByText('Good morning!')).toBeVisible();`, `return <h1>{hour < 12 ? 'Good morning' : 'Good evening'}!</h1>;`);
	flagsClaim(`expect(screen.getByText(/good morning/i)).toBeVisible();`, named);
	flagsClaim(`expect(screen.getByRole('heading', { name: /good morning/i })).toBeVisible();`, named);
	allows('what an element is not called', hello(named, `expect(screen.getByRole('heading', { level: 1, name: 'Ada' })).toBeVisible();`));
	flagsClaim(`expect(screen.getByTestId('h')).toHaveTextContent(/^Good morning, Ada\\.$/);`, named);
	allows('a pattern that has more in it than a text', hello(named, `expect(screen.getByText(/good (morning|evening)/i)).toBeVisible();`));
	allows('a pattern in another case', hello(named, `expect(screen.getByText(/good morning/)).toBeVisible();`));
	allows('a word that another one begins with', hello(`return <p className={hour < 12 ? 'day' : 'night'}>Daylight, dayside</p>;`, `expect(screen.getByText('Daylight, dayside')).toBeVisible();`));
	allows('what stands beside it', hello(`return <p>Welcome{hour < 12 && <i>Good morning</i>}</p>;`, `expect(screen.getByText('Welcome')).toBeVisible();`));
	allows('what it always shows', hello(`return <p><b>{hour < 12 ? 'Good morning' : 'Good evening'}</b> <i>Welcome</i></p>;`, `expect(screen.getByText('Welcome')).toBeVisible();`));
	allows('a word that stands inside another one', hello(`return <p className={hour < 12 ? 'red' : 'green'}>Ordered</p>;`, `expect(screen.getByText('Ordered')).toBeVisible();`));
	allows('what it is handed', hello(`return <p>{hour < 12 ? 'Good morning' : 'Good evening'} <i>{name}</i></p>;`, `expect(screen.getByText('Ada')).toBeVisible();`));
	allows('while the clock is frozen', hello(whole, `expect(screen.getByText('Good morning')).toBeInTheDocument();`, '', `vi.useFakeTimers({ now: 0 });\n\t`));
	allows('what is not asked for', hello(whole, `expect(screen.getByTestId('h')).toBeVisible();`));
});

describe('a time that a page is to show', () => {
	const test = (claim: string, mark = '', before = ''): string => `
import { expect, test } from '@playwright/test';
test('shows the day', async ({ page }) => {
	${before}
	await page.goto('/');
	${claim}
	${mark}
});
`;
	const flagsClaim = (title: string, claim: string, before = ''): void => flags(title, test(claim, ' '.repeat(6) + '~'.repeat(claim.length - 7) + ' two readings', before));
	const allowsClaim = (title: string, claim: string, before = ''): void => allows(title, test(claim, '', before));

	flagsClaim('a text', `await expect(page.getByTestId('day')).toHaveText(new Date().toLocaleDateString());`);
	flagsClaim('a value that a variable holds', `await expect(page.getByTestId('day')).toHaveValue(today);`, `const today = new Date().toISOString().slice(0, 10);`);
	flagsClaim('a text that an element is found by', `await expect(page.getByText(\`Today is \${new Date().toDateString()}\`)).toBeVisible();`);
	const today = 'const today = () => new Date().toISOString().slice(0, 10);';
	flagsClaim('what a helper gives', `await expect(page.getByTestId('day')).toHaveText(today());`, today);
	flagsClaim('what a helper gave a variable', `await expect(page.getByTestId('day')).toHaveText(day);`, `${today} const day = today();`);
	flags('what a helper of another file gives', {
		'tests/a.spec.ts': test(`await expect(page.getByTestId('day')).toHaveText(today());`, `${' '.repeat(6)}${'~'.repeat(`expect(page.getByTestId('day')).toHaveText(today())`.length)} (today (tests/support/day.ts:1) → new Date)`).replace('\n', `\nimport { today } from './support/day';\n`),
		'tests/support/day.ts': `export ${today}`,
	});
	allowsClaim('what a helper gives for each try', `await expect(async () => { await expect(page.locator('p')).toHaveText(today()); }).toPass();`, today);
	allowsClaim('what a helper gave and the page was told', `await expect(page.getByText(name)).toBeVisible();`, `const newName = () => \`Item \${Date.now()}\`; const name = newName(); await page.getByLabel('Name').fill(name);`);
	allowsClaim('a name that the page was told', `await expect(page.getByText(name)).toBeVisible();`, `const name = \`Item \${Date.now()}\`; await page.getByLabel('Name').fill(name);`);
	allowsClaim('what the page was told, in a field', `await expect(page.getByLabel('Name')).toHaveValue(name);`, `const name = \`Item \${Date.now()}\`; await page.getByLabel('Name').fill(name);`);
	allowsClaim('a year', `await expect(page.locator('footer')).toHaveText(\`© \${new Date().getFullYear()} Us\`);`);
	allowsClaim('a year that an element is found by', `await expect(page.getByText(\`© \${new Date().getFullYear()} Us\`)).toBeVisible();`);
	allowsClaim('a reading for each try', `await expect(async () => { await expect(page.locator('p')).toHaveText(new Date().toDateString()); }).toPass();`);
	allowsClaim('a day that is not shown', `await expect(page.getByText(new Date().toDateString())).not.toBeVisible();`);

	flags('a text in a page of React', `
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showToday } from 'today';
test('shows the day', () => {
	showToday();
	expect(screen.getByText(new Date().toLocaleDateString())).toBeInTheDocument();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ two readings
});
`);

	allows('a text where the clock is stopped', `
import { screen } from '@testing-library/react';
import { beforeEach, afterEach, expect, test, vi } from 'vitest';
beforeEach(() => { vi.useFakeTimers(); vi.setSystemTime(new Date(2024, 0, 1)); });
afterEach(() => { vi.useRealTimers(); });
test('shows the day', () => {
	expect(screen.getByText(new Date().toLocaleDateString())).toBeInTheDocument();
});
`);
});

describe('a snapshot of what components show', () => {
	const components = `import React, { memo, useState } from 'react';
export function Clock() {
	const now = new Date();
	return <div>{now.getHours()}:{now.getMinutes()}</div>;
}
const Year = () => <span>{new Date().getFullYear()}</span>;
export const Footer = () => <footer><p>by us</p><Year /></footer>;
export class Old extends React.Component { render() { return <p>{Date.now()}</p>; } }
export const Picker = () => { const [day] = useState(new Date()); return <input value={day.toISOString()} />; };
export const Kept = memo(() => <b>{new Date().toString()}</b>);
export const Keyed = () => <ul><li key={Date.now()} onClick={() => Date.now()}>a</li></ul>;
export const Named = ({ name, at }) => <p title={at}>{name}</p>;
export const Unshown = ({ name, at }) => <p>{name}</p>;
`;
	const test = (claim: string, mark = ''): string => `
import { render } from '@testing-library/react';
import renderer from 'react-test-renderer';
import { expect, test } from 'vitest';
import { Clock, Footer, Keyed, Kept, Named, Old, Picker, Unshown } from './components';
const show = element => render(element);
test('looks as before', () => {
	${claim}
	${mark}
});
`;
	const flagsClaim = (title: string, claim: string): void => flags(title, { 'a.test.jsx': test(claim, '~'.repeat(claim.length - 1)), 'components.jsx': components });
	const allowsClaim = (title: string, claim: string): void => allows(title, { 'a.test.jsx': test(claim), 'components.jsx': components });

	flagsClaim('a component', `expect(render(<Clock />).container).toMatchSnapshot();`);
	flagsClaim('one inside another', `expect(render(<Footer />).asFragment()).toMatchSnapshot();`);
	flagsClaim('one that is a class', `expect(render(<Old />).container.firstChild).toMatchInlineSnapshot();`);
	flagsClaim('what it remembers', `expect(renderer.create(<Picker />).toJSON()).toMatchSnapshot();`);
	flagsClaim('one that is made of another', `expect(renderer.create(<Kept />)).toMatchSnapshot();`);
	flagsClaim('what it is handed', `expect(render(<Named at={new Date()} name="a" />).container).toMatchSnapshot();`);
	flagsClaim('a helper that shows it', `expect(show(<Clock />).container).toMatchSnapshot();`);
	allowsClaim('what no page shows', `expect(render(<Keyed />).container).toMatchSnapshot();`);
	allowsClaim('a time that stands in the test', `expect(render(<Named at={5} name="a" />).container).toMatchSnapshot();`);
	allowsClaim('what it is handed and does not show', `expect(render(<Unshown at={new Date()} name="a" />).container).toMatchSnapshot();`);
	allowsClaim('a part of it', `expect(render(<Clock />).container.querySelector('b')).toMatchSnapshot();`);
	allowsClaim('one of its texts', `expect(render(<Clock />).container.querySelector('b').textContent).toBe('a');`);
});

describe('the answer of an app that the test asks in its own process', () => {
	const app = {
		'app.ts': `import express from 'express';
import { addMore } from './more';
import { show } from './show';
const wrap = handler => (req, res, next) => Promise.resolve(handler(req, res, next)).catch(next);
const part = express.Router();
part.get('/:id', (req, res) => { res.json({ id: req.params.id, seen: new Date() }); });
export const app = express();
app.use(express.json());
app.get('/time', (req, res) => { res.json({ at: Date.now(), ok: true }); });
app.post('/items', (req, res) => {
	if (!req.body.name) return res.status(400).json({ error: 'no name', at: Date.now() });
	res.status(201).send({ ...req.body, createdAt: new Date() });
});
app.use('/part', part);
app.route('/shown').post((req, res) => res.json({ ok: true })).get(show);
app.get('/wrapped', wrap(async (req, res) => { res.json({ at: Date.now() }); }));
addMore(app);
const others = express.Router();
others.get('/all', (req, res) => { res.json({ at: new Date() }); });
const versioned = express.Router();
const parts = [{ path: '/parts', router: part }, { path: '/others', router: others }];
parts.forEach(each => { versioned.use(each.path, each.router); });
app.use('/v1', versioned);
`,
		'more.ts': `export function addMore(server) {\n\tserver.get('/more', async (req, res) => { res.json({ at: Date.now() }); });\n}\n`,
		'show.ts': `export const show = (req, res) => res.json({ at: new Date(), id: 1 });\n`,
	};
	const test = (statements: string, claim: string, mark = ''): string => `
import http from 'node:http';
import request from 'supertest';
import { expect, test } from 'vitest';
import { app } from './app';
test('answers', async () => {
	${statements}
	${claim}
	${mark}
});
`;
	const flagsClaim = (title: string, statements: string, claim: string): void => flags(title, { 'a.test.ts': test(statements, claim, underlined(claim)), ...app });
	const allowsClaim = (title: string, statements: string, claim: string): void => allows(title, { 'a.test.ts': test(statements, claim), ...app });
	const got = (path: string): string => `const { body } = await request(app).get('${path}').set('Accept', 'json').expect(200);`;

	flagsClaim('all of it', got('/time'), 'expect(body).toEqual({ at: 5, ok: true });');
	flagsClaim('a field', got('/time?day=1'), 'expect(body.at).toBe(5);');
	flagsClaim('what is added to what was sent', `const created = await request(app).post('/items').send({ name: 'a' });`, `expect(created.body).toEqual({ name: 'a', createdAt: 5 });`);
	flagsClaim('a part of the app that has a path of its own', got('/part/1'), 'expect(body).toMatchSnapshot();');
	flagsClaim('a path that is filled in', 'const id = await save(); const found = await request(app).get(`/part/${id}`);', 'expect(found.body.seen).toBe(5);');
	flagsClaim('a handler of another module, in a chain', got('/shown'), 'expect(body.at).toBe(5);');
	flagsClaim('a handler that is wrapped', got('/wrapped'), 'expect(body).toEqual({ at: 5 });');
	flagsClaim('a route that a function adds', got('/more'), 'expect(body).toEqual({ at: 5 });');
	flagsClaim('a server of the app', `const found = await request(http.createServer(app)).get('/time');`, 'expect(found.body.at).toBe(5);');
	flagsClaim('an agent', `const found = await request.agent(app).get('/time');`, 'expect(found.body.at).toBe(5);');
	flagsClaim('one of a list of parts with paths', got('/v1/parts/1'), 'expect(body.seen).toBe(5);');
	flagsClaim('a part in the list that has another path', got('/v1/others/all'), 'expect(body.at).toBe(5);');
	allowsClaim('a path of another part in the list', got('/v1/others/1'), 'expect(body.seen).toBe(5);');
	flagsClaim('what the request itself expects', '', `await request(app).get('/time').expect(200, { at: 5, ok: true });`);
	flagsClaim('what an agent expects, without a status', 'const agent = request.agent(app);', `await agent.get('/time').expect({ at: 5, ok: true });`);
	flagsClaim('the text of the answer', `const found = await request(app).get('/time');`, `expect(found.text).toBe('{}');`);
	allowsClaim('a status that the request expects, and a header', '', `await request(app).get('/time').expect(200).expect('Content-Type', /json/);`);
	allowsClaim('another field', got('/time'), 'expect(body.ok).toBe(true);');
	allowsClaim('a matcher for any', got('/time'), 'expect(body).toEqual({ at: expect.any(Number), ok: true });');
	allowsClaim('another method', `const found = await request(app).post('/time');`, 'expect(found.body).toEqual({ at: 5 });');
	allowsClaim('another path', got('/times'), 'expect(body).toEqual({ at: 5 });');
	allowsClaim('what says that something is missing', `const found = await request(app).post('/items').send({});`, `expect(found.body.error).toBe('no name');`);
	allowsClaim('the status', `const found = await request(app).get('/time');`, 'expect(found.status).toBe(200);');
	allowsClaim('an app somewhere else', `const found = await request('http://localhost:3000').get('/time');`, 'expect(found.body).toEqual({ at: 5 });');

	flags('in callbacks of the client', { 'a.test.ts': `
import request from 'supertest';
import { expect, test } from 'vitest';
import { app } from './app';
test('ends', done => {
	request(app).get('/time').expect(200).end((error, found) => {
		expect(found.body.at).toBe(5);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		expect(found.body.ok).toBe(true);
		done();
	});
});
test('checks', () => request(app).get('/time').expect(found => {
	expect(found.body.at).toBe(5);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
}));
test('checks behind what it expects', () => request(app).get('/time').expect(200).expect('Content-Type', /json/).expect(found => {
	expect(found.body.at).toBe(5);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
}));
test('ends with what it expects', done => {
	request(app).get('/time').expect(200, (error, found) => {
		expect(found.body.at).toBe(5);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		done();
	});
});
test('goes on', () => request(app).get('/time').then(found => {
	expect(found.body.at).toBe(5);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
}));
`, ...app });

	flags('what is left of a time in it', {
		'a.test.ts': `
import request from 'supertest';
import express from 'express';
import { expect, test } from 'vitest';
import { greeting } from './greeting';
const app = express();
app.get('/greeting', (req, res) => res.json({ text: greeting(), name: 'Ada' }));
test('greets', async () => {
	const { body } = await request(app).get('/greeting');
	expect(body.text).toBe('good morning');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(body.name).toBe('Ada');
});
`,
		'greeting.ts': `export const greeting = () => (new Date().getHours() < 12 ? 'good morning' : 'good evening');\n`,
	}, { options: { whole: false } });

	flags('in Fastify, which gives back what a handler returns', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { build } from './build';
test('answers', async () => {
	const app = build();
	const found = await app.inject({ method: 'GET', url: '/time' });
	expect(found.json()).toEqual({ at: 5, ok: 1 });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(JSON.parse(found.body).at).toBe(5);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(found.json().ok).toBe(1);
	const day = await app.inject('/v1/day');
	expect(day.json().day).toBe(5);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`,
		'build.ts': `import Fastify from 'fastify';
export function build() {
	const app = Fastify();
	app.route({ method: 'GET', url: '/time', handler: async () => ({ at: Date.now(), ok: 1 }) });
	app.register(parts, { prefix: '/v1' });
	return app;
}
async function parts(fastify) {
	fastify.get('/day', async (request, reply) => { reply.send({ day: new Date().getDay() }); });
}
`,
	});

	flags('in Koa, which has it in the context', {
		'a.test.ts': `
import request from 'supertest';
import { expect, test } from 'vitest';
import { app } from './app';
test('answers', async () => {
	const { body } = await request(app.callback()).get('/api/time');
	expect(body).toEqual({ at: 5 });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`,
		'app.ts': `import Router from '@koa/router';
import Koa from 'koa';
const router = new Router();
router.get('/time', async ctx => { ctx.body = { at: Date.now() }; });
export const app = new Koa();
app.use('/api', router.routes());
`,
	});
});

describe('methods of the project that have the names of those of lists', () => {
	flags('what they give back', {
		'a.test.ts': `import { expect, test } from 'vitest';
import { Notes } from './notes';
test('notes', () => {
	const notes = new Notes();
	const before = Date.now();
	const note = notes.add('a');
	expect(note.at).toBeGreaterThan(before);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ two readings of the real clock (add (notes.ts:3) → Date.now)
});`,
		'notes.ts': `export class Notes {
	add(text) {
		return { text, at: Date.now() };
	}
}`,
	});
});

describe('what functions put into a list or map that they share', () => {
	const log = `const rows = [];
const marked = [];
const cache = new Map();
export const all = () => rows;
export const marks = () => marked;
export const get = (id: string) => cache.get(id);
export function note(name: string, at = Date.now()) { rows.push({ name, at }); }
export function mark(name: string, at?: number) { marked.push({ name, at: at ?? Date.now() }); }
export function keep(id: string, { at = new Date() } = {}) { cache.set(id, { at }); }
export const stamps = [];
export function stamp(name: string) { stamps.push({ name, at: Date.now() }); }
`;
	const test = (claim: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { all, get, keep, mark, marks, note, stamp, stamps } from './log';
test('keeps', () => {
	note('a', 5);
	mark('a', 5);
	keep('a', { at: 5 });
	stamp('a');
	${claim}
	${mark}
});
`;
	allows('a time that they are handed', { 'a.test.ts': test(`expect(all()).toEqual([{ name: 'a', at: 5 }]);`), 'log.ts': log });
	allows('a time that they are handed instead of reading it', { 'a.test.ts': test(`expect(marks()).toEqual([{ name: 'a', at: 5 }]);`), 'log.ts': log });
	allows('a time that they are handed in an object', { 'a.test.ts': test(`expect(get('a')).toEqual({ at: 5 });`), 'log.ts': log });
	const claim = `expect(stamps[0].at).toBe(5);`;
	flags('a time that they read themselves', { 'a.test.ts': test(claim, '~'.repeat(claim.length - 1)), 'log.ts': log });
});

describe('what the rows of a table hand to a test', () => {
	const times = `import { expect, it, test } from 'vitest';
const now = Date.now();
const hourOf = (date: Date) => date.getHours();
const secondsSince = (time: number) => Math.floor((Date.now() - time) / 1000);
`;
	const given = (each: string, claim: string, isFlagged: boolean): string => `${times}${each}\n\t${claim}\n\t${isFlagged ? '~'.repeat(claim.length - 1) : ''}\n});\n`;

	flags('in a list of rows', given(`test.each([['now', new Date(), 12], ['once', new Date(0), 1]])('%s', (name, date, wanted) => {`, 'expect(hourOf(date)).toBe(wanted);', true));
	flags('in a template', given('it.each`\n\ttime | wanted\n\t${Date.now() - 1000} | ${1}\n\t${Date.now() - 5000} | ${5}\n`("$time", ({ time, wanted }) => {', 'expect(secondsSince(time)).toBe(wanted);', true));
	flags('in objects', given(`test.each([{ time: Date.now() - 1000, wanted: 1 }])('%j', ({ time, wanted }) => {`, 'expect(secondsSince(time)).toBe(wanted);', true));
	flags('in single values', given(`test.each([now, now - 10])('%i', time => {`, 'expect(time).toBe(Date.now());', true));
	flags('in rows that are handed over whole', given(`test.for([[Date.now() - 1000, 1]])('%i', ([time, wanted]) => {`, 'expect(secondsSince(time)).toBe(wanted);', true));
	allows('in another column', given(`test.each([['today', new Date(), 'a']])('%s', (name, date, wanted) => {`, `expect(name.length > 0).toBe(true);`, false));
	allows('with the same reading on both sides', given(`test.each([[now, now]])('%s', (one, other) => {`, 'expect(one).toBe(other);', false));
	allows('with a day to spare', given(`test.each([[new Date(Date.now() - 86_400_000), true], [new Date(Date.now() + 86_400_000), false]])('%s', (date, wanted) => {`, 'expect(date < new Date()).toBe(wanted);', false));
	allows('in a list of the project, whose `each` is its own', `import { expect, test } from 'vitest';
import { table } from './table';
table.each([[new Date(), 1]])('rows', (date, wanted) => {
	expect(date.getDay()).toBe(wanted);
});
`);
});

describe('a reading that goes elsewhere before it is compared', () => {
	const told = (use: string, mark: string): string => `import { expect, test } from 'vitest';
import { connect, keep } from './client';
test('answers in time', async () => {
	const client = connect();
	let last = performance.now();
	await client.send();
	${use}
	expect(last + 100).toBeCloseTo(performance.now(), -1);
	${mark}
});
`;
	const mark = '~'.repeat('expect(last + 100).toBeCloseTo(performance.now(), -1)'.length);
	flags('nowhere', told('', mark));
	flags('to whom looks at the console', told("console.log('last', last, [last + 100, { last }]);", mark));
	allows('to a function that may hand it back', told("keep('last', last);", ''));
	allows('to a console of its own', told('client.console.log(last);', ''));
	allows('into what is shown and then kept', told('const shown = { last }; console.log(shown); keep(shown);', ''));
});

describe('times of changes that a test keeps in variables', () => {
	const changing = (statements: string, claim: string, mark = underlined(claim)): string => `import { expect, test } from 'vitest';
import { add, load, touch, wait } from './notes';
test('changes', async () => {
	${statements}
	${claim}
	${mark}
});
`;
	flags('one that was kept before the change', changing('const note = await load();\n\tconst before = note.updatedAt.getTime();\n\tawait touch(note);', 'expect(note.updatedAt.getTime()).toBeGreaterThan(before);'));
	flags('those of two records, taken out of them', changing('const { updatedAt } = await add();\n\tconst { updatedAt: later } = await touch();', 'expect(updatedAt).not.toEqual(later);'));
	flags('a change after the creation', changing('const note = await touch(await add());', 'expect(note.updatedAt > note.createdAt).toBe(true);'));
	flags('a change after the creation, the other way round', changing('const { createdAt } = await add();\n\tconst { updatedAt } = await touch();', 'expect(createdAt < updatedAt).toBe(true);'));
	for (const name of ['startedAt', 'completedAt', 'publishedAt', 'deleted_at']) flags(`a later step than the creation, by the name \`${name}\``, changing('const note = await touch(await add());', `expect(note.${name} > note.createdAt).toBe(true);`));
	for (const name of ['expiresAt', 'startAt', 'publish_date', 'end_date', 'startedBy']) allows(`a time that may lie anywhere, by the name \`${name}\``, changing('const note = await touch(await add());', `expect(note.${name} > note.createdAt).toBe(true);`, ''));
	allows('a step that may come with the creation', changing('const note = await touch(await add());', 'expect(note.completedAt >= note.createdAt).toBe(true);', ''));
	allows('a step that a hook gives', changing('const note = await load();', 'expect(note.completedAt > note.createdAt).toBe(true);', '').replace(`test('changes'`, `beforeEach(() => add({ completedAt: new Date(2030, 1, 1) }));\ntest('changes'`).replace('{ expect', '{ beforeEach, expect'));
	allows('a step that comes before', changing('const note = await touch(await add());', 'expect(note.createdAt > note.startedAt).toBe(true);', ''));
	allows('nothing that was done in between', changing('const note = await load();\n\tconst before = note.updatedAt;', 'expect(note.updatedAt).not.toBe(before);', ''));
	allows('a wait in between', `import { expect, test } from 'vitest';
import { load, touch } from './notes';
test('changes', async () => {
	const note = await load();
	const before = note.updatedAt;
	await new Promise(resolve => setTimeout(resolve, 10));
	await touch(note);
	expect(note.updatedAt > before).toBe(true);
});
`);
	allows('a change that may be as early as the creation', changing('const note = await touch(await add());', 'expect(note.updatedAt >= note.createdAt).toBe(true);', ''));
	allows('the creation, which stays as it was', changing('const note = await load();\n\tconst before = note.createdAt;\n\tawait touch(note);', 'expect(note.createdAt).toEqual(before);', ''));
	allows('a time that the test gives', changing('const note = await add({ createdAt: new Date(0) });\n\tawait touch(note);', 'expect(note.updatedAt > note.createdAt).toBe(true);', ''));
});

describe('what is expected of one part, where anything fits another', () => {
	const run = { 'run.ts': `export async function run() {
	const startedAt = new Date();
	const took = Date.now() - startedAt.getTime();
	return { startedAt, took, name: 'a' };
}
` };
	const running = (claim: string, mark = underlined(claim)): string => `import { expect, test } from 'vitest';
import { run } from './run';
test('runs', async () => {
	${claim}
	${mark}
});
`;
	flags('a duration', { 'a.test.ts': running('expect(await run()).toEqual({ startedAt: expect.any(Date), took: 0, name: "a" });'), ...run });
	allows('of nothing that hangs on the clock', { 'a.test.ts': running('expect(await run()).toEqual({ startedAt: expect.any(Date), took: expect.any(Number), name: "a" });', ''), ...run });
});

describe('years in texts', () => {
	const footer = { 'footer.ts': `export const footer = () => \`© \${new Date().getFullYear()} Acme\`;\nexport const logged = (text: string) => \`[\${new Date().toISOString()}] \${text}\`;\n` };
	const saying = (claim: string, mark = underlined(claim)): string => `import { expect, test } from 'vitest';
import { footer, logged } from './footer';
test('says', () => {
	${claim}
	${mark}
});
`;
	flags('that follow from the present one', { 'a.test.ts': saying(`expect(footer()).toContain('© 2026');`), ...footer });
	flags('as a pattern', { 'a.test.ts': saying('expect(footer()).toMatch(/2026 Acme$/);'), ...footer });
	allows('what else is there', { 'a.test.ts': saying(`expect(footer()).toContain('Acme');`, ''), ...footer });
	allows('a year that is written down', { 'a.test.ts': saying(`expect(logged('report of 2026')).toContain('2026');`, ''), ...footer });
	allows('numbers that are none', { 'a.test.ts': saying(`expect(logged('a')).not.toContain('20261');`, ''), ...footer });

	const page = { 'page.tsx': `import { useState } from 'react';
export const Footer = ({ text = 'Acme' }) => <footer>© {new Date().getFullYear()} {text}</footer>;
export const Still = () => { const [at] = useState(Date.now()); return <p title={String(at)}>Since 2026</p>; };
` };
	const showing = (element: string, claim: string, mark = underlined(claim)): string => `import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Footer, Still } from './page';
test('shows', () => {
	render(${element});
	${claim}
	${mark}
});
`;
	flags('that a component shows', { 'a.test.tsx': showing('<Footer />', `expect(screen.getByText('© 2026 Acme')).toBeInTheDocument();`), ...page });
	flags('in the text of an element', { 'a.test.tsx': showing('<Footer />', `expect(screen.getByRole('contentinfo')).toHaveTextContent(/2026/);`), ...page });
	allows('that the test hands in', { 'a.test.tsx': showing('<Footer text="of 2026" />', `expect(screen.getByText(/of 2026/)).toBeInTheDocument();`, ''), ...page });
	allows('that stand in a component which reads the clock for something else', { 'a.test.tsx': showing('<Still />', `expect(screen.getByText('Since 2026')).toBeInTheDocument();`, ''), ...page });
	allows('other texts of the component', { 'a.test.tsx': showing('<Footer />', `expect(screen.getByText(/Acme/)).toBeInTheDocument();`, ''), ...page });

	const setUp = (element: string, helper: string, mark = underlined(said)): string => `import { expect, test } from 'vitest';
import { screen } from '@testing-library/react';
import { show } from './show';
import { Footer } from './page';
${helper}
test('shows', () => {
	setUp();
	${said}
	${mark}
});
`;
	const said = `expect(screen.getByText(/2026/)).toBeInTheDocument();`;
	const show = { 'show.tsx': `import { render } from '@testing-library/react';\nexport const show = ui => render(<main>{ui}</main>);\n` };
	flags('that a component shows which a helper of the file renders', { 'a.test.tsx': setUp('', `import { render } from '@testing-library/react';\nfunction setUp() { render(<Footer />); }`), ...page, ...show });
	flags('that a component shows which a helper of another file is handed', { 'a.test.tsx': setUp('', `const setUp = () => show(<Footer />);`), ...page, ...show });
	allows('that a helper hands in', { 'a.test.tsx': setUp('', `const props = { text: 'of 2026' };\nconst setUp = () => show(<Footer {...props} />);`, ''), ...page, ...show });
});

describe('days that are picked', () => {
	const picking = (element: string, steps: string, mark: string): string => `import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import DatePicker from 'react-datepicker';
import { Days } from './days';
test('picks a day', () => {
	render(${element});
	${steps}
	expect(screen.getByRole('textbox').value).toBe('06/15/2026');
	${mark}
});
`;
	const days = { 'days.tsx': `import DatePicker from 'react-datepicker';
export const Days = ({ date, onChange }) => <label>Day <DatePicker selected={date} onChange={onChange} /></label>;
` };
	const toldYear = underlined(`expect(screen.getByRole('textbox').value).toBe('06/15/2026');`);
	const pick = `fireEvent.click(screen.getByText('15'));`;
	flags('in a calendar that opens on the present month', { 'a.test.tsx': picking('<Days />', pick, toldYear), ...days });
	flags('by their whole name', { 'a.test.tsx': picking('<Days />', `fireEvent.click(screen.getByRole('option', { name: 'Choose Monday, June 15th, 2026' }));`, toldYear), ...days });
	flags('that a variable holds', { 'a.test.tsx': picking('<Days />', `const day = screen.getByRole('gridcell', { name: '15' });\n\tfireEvent.click(day);`, toldYear), ...days });
	flags('in a calendar inside the components of packages', { 'a.test.tsx': picking('<MemoryRouter><Days /></MemoryRouter>', pick, toldYear).replace('import DatePicker', `import { MemoryRouter } from 'react-router-dom';\nimport DatePicker`), ...days });
	allows('in a calendar that opens elsewhere', { 'a.test.tsx': picking(`<Days date={new Date('2026-06-01')} />`, pick, ''), ...days });
	allows('behind a month that is typed', { 'a.test.tsx': picking('<Days />', `fireEvent.change(screen.getByRole('textbox'), { target: { value: '06/01/2026' } });\n\t${pick}`, ''), ...days });
	allows('where no day is picked', { 'a.test.tsx': picking('<Days />', `fireEvent.click(screen.getByText('Load'));`, ''), ...days });
	allows('from a list that reads no clock', { 'a.test.tsx': picking('<Days />', pick, ''), 'days.tsx': `export const Days = ({ days }) => <ul>{days}</ul>;\n` });
	allows('under a clock that stands still', { 'a.test.tsx': picking('<Days />', pick, '').replace('\trender', `\tvi.useFakeTimers().setSystemTime(new Date(2026, 5, 1));\n\trender`).replace('{ expect, test }', '{ expect, test, vi }'), ...days });
	allows('in a snapshot in which nothing is opened', { 'a.test.tsx': `import { render } from '@testing-library/react';\nimport { expect, test } from 'vitest';\nimport { Days } from './days';\ntest('shows', () => { expect(render(<Days />).container).toMatchSnapshot(); });\n`, ...days });
});

describe('components made of others', () => {
	const wrapped = (imports: string, wrapped: string, mark = ''): Record<'a.test.tsx' | 'clock.tsx', string> => ({
		'a.test.tsx': `import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Clock } from './clock';
test('shows', () => {
	expect(render(<Clock />).container).toMatchSnapshot();
	${mark}
});
`,
		'clock.tsx': `${imports}\nconst Plain = () => <p>{new Date().toDateString()}</p>;\nconst Other = () => <p>Other</p>;\nexport const Clock = ${wrapped};\n`,
	});
	const shown = underlined('expect(render(<Clock />).container).toMatchSnapshot();');
	flags('by one call', wrapped(`import { injectIntl } from 'react-intl';`, 'injectIntl(Plain)', shown));
	flags('by two', wrapped(`import { connect } from 'react-redux';`, 'connect(state => ({ name: state.name }))(Plain)', shown));
	flags('by several, put together', wrapped(`import { compose } from 'redux';\nimport { withStyles } from '@material-ui/core/styles';\nimport { withRouter } from 'react-router-dom';`, 'compose(withRouter, withStyles({}))(Plain)', shown));

	const around = (imports: string, element: string, mark = ''): Record<'a.test.tsx' | 'clock.tsx', string> => ({
		'a.test.tsx': `${imports}\nimport { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Clock } from './clock';
test('shows', () => {
	expect(render(${element}).container).toMatchSnapshot();
	${mark}
});
`,
		'clock.tsx': `export const Clock = ({ offset }) => <p>{new Date().toDateString()}</p>;\n`,
	});
	const shownIn = (element: string): string => underlined(`expect(render(${element}).container).toMatchSnapshot();`);
	for (const [imports, element] of [
		[`import { MemoryRouter } from 'react-router-dom';`, '<MemoryRouter><Clock /></MemoryRouter>'],
		[`import { Provider } from 'react-redux';\nimport { ThemeProvider } from '@mui/material/styles';`, '<Provider store={store}><ThemeProvider theme={theme}><Clock /></ThemeProvider></Provider>'],
		[`import { createContext } from 'react';\nconst Zone = createContext('UTC');`, '<Zone.Provider value="CET"><Clock /></Zone.Provider>'],
		[`import { Copy } from 'somewhere';`, '<Copy text="a"><Clock /></Copy>'],
		[`import { ListItemText } from '@mui/material';`, '<ListItemText primary="Now" secondary={<Clock />} />'],
	] as const) flags(`inside those of packages: ${element}`, around(imports, element, shownIn(element)));
	const page = (size: number, [open, close]: readonly [string, string]): Record<'a.test.tsx' | 'clock.tsx', string> => {
		const names = Array.from({ length: size }, (_, index) => `name${index}`);
		const files = around('', '<Page />', shownIn('<Page />'));
		return {
			'a.test.tsx': files['a.test.tsx'].replace('{ Clock }', '{ Page }'),
			'clock.tsx': `import { Card } from '@mui/material';\nconst Clock = () => <p>{new Date().toDateString()}</p>;\nexport const Page = ({ ${names.join(', ')} }) => ${open}<dl>${names.map(name => `<dt>{${name}}</dt><dd>{${name}.text}</dd>`).join('')}</dl><Clock />${close};\n`,
		};
	};
	flags('in a large one', page(20, ['<Card>', '</Card>']));
	flags('in one that is too large for one question', page(150, ['<main>', '</main>']));
	const onPage = (claim: string, mark: string): Record<'a.test.tsx' | 'clock.tsx', string> => {
		const files = around('', '<Clock />', '');
		return { ...files, 'a.test.tsx': files['a.test.tsx'].replace(/\texpect.*\n\t\n/, `\trender(<main><Clock /></main>);\n\t${claim}\n\t${mark}\n`) };
	};
	flags('on the whole page', onPage('expect(document.body).toMatchSnapshot();', underlined('expect(document.body).toMatchSnapshot();')));
	allows('in a piece of the page that may be another', onPage(`expect(document.querySelector('h1')).toMatchSnapshot();`, ''));
	allows('inside what opens and closes', around(`import { Dialog } from '@mui/material';`, '<Dialog open={false}><Clock /></Dialog>'));
	allows('inside a function that may never be called', around(`import { Copy } from 'somewhere';`, '<Copy>{() => <Clock />}</Copy>'));
	allows('in a property that is not shown', around(`import { ListItemText } from '@mui/material';`, '<ListItemText primary="Now" fallback={<Clock />} />'));
	allows('inside those of the project that leave it out', around(`const Box = () => <p>empty</p>;`, '<Box><Clock /></Box>'));
	allows('of one that does not read the clock', wrapped(`import { connect } from 'react-redux';`, 'connect(() => ({ Plain }))(Other)'));
});

describe('names that differ by the time alone', () => {
	const naming = (statements: string, claim: string, mark = underlined(claim)): string => `import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
const name = () => \`note-\${Date.now()}\`;
const safe = () => \`note-\${Date.now()}-\${randomUUID()}\`;
const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
test('names', async () => {
	${statements}
	${claim}
	${mark}
});
`;
	flags('two of them', naming('const first = name();\n\tconst second = name();', 'expect(first).not.toBe(second);'));
	allows('with something else in them', naming('const first = safe();\n\tconst second = safe();', 'expect(first).not.toBe(second);', ''));
	allows('with a wait in between', naming('const first = name();\n\tawait wait(10);\n\tconst second = name();', 'expect(first).not.toBe(second);', ''));
});

describe('times that a helper makes when the file is loaded', () => {
	flags('shortly before they are used', {
		'a.test.ts': `import { expect, test } from 'vitest';
import { inSeconds } from './times';
import { isLive } from './live';
const expires = inSeconds(2);
                ~~~~~~~~~~~~
test('lives', () => {
	expect(isLive({ expires })).toBe(true);
});
`,
		'times.ts': `export const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);\n`,
	});
	allows('long before', {
		'a.test.ts': `import { expect, test } from 'vitest';
import { inSeconds } from './times';
import { isLive } from './live';
const expires = inSeconds(3600);
test('lives', () => {
	expect(isLive({ expires })).toBe(true);
});
`,
		'times.ts': `export const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);\n`,
	});
});

describe('the milliseconds of the present second', () => {
	flags('taken for the time at which something was changed, or is told', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { hear } from './channel';
test('sees a change', async () => {
	const lastModified = new Date().getMilliseconds();
	                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 0 to 999
	const file = { path: 'a', stats: { mtime: new Date().getMilliseconds() } };
	                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 0 to 999
	hear('a', new Date().getMilliseconds());
	          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ 0 to 999
	expect(await look(file, lastModified)).toBe(true);
});
`,
		'channel.ts': 'export function hear(text: string, time: number) { channel.since = time; }',
	});

	allows('that stand in a text, that are a part of a date, or that nothing says to be a time', `
import { expect, test } from 'vitest';
test('shows', async () => {
	const now = new Date();
	const time = now.getHours() + ':' + String(now.getMilliseconds()).padStart(3, '0');
	await log({ at: { ms: now.getMilliseconds() } });
	const left = 1000 - new Date().getMilliseconds();
	const port = new Date().getMilliseconds();
	const timestamp = parse('2020-01-01').getMilliseconds();
	expect(await read(left, port)).toEqual([time, timestamp]);
});
`);

	allows('of a clock that stands still', `
import { beforeEach, expect, test, vi } from 'vitest';
beforeEach(() => { vi.useFakeTimers(); });
test('keeps', async () => {
	const timestamp = new Date().getMilliseconds();
	expect((await keep({ timestamp })).timestamp).toBe(timestamp);
});
`);
});

describe('a record with the present moment in it, which the code under test holds against its own reading', () => {
	const over = (comparison: string): Record<string, string> => ({
		'src/tokens.ts': `
import { isOver } from './over';
export const kept = tokens => tokens.filter(each => !isOver(each));
`,
		'src/over.ts': `export const isOver = (token: { expires: string }) => ${comparison};\n`,
	});
	const told = (before: string, value: string, behind = ''): string => `
import { beforeEach, expect, test, vi } from 'vitest';
import { kept } from './src/tokens';
${before}test('keeps', async () => {
	const tokens = [{ id: 1, expires: ${value} }];${behind}
	expect(kept(tokens)).toEqual(tokens);
});
`;
	const marked = told('', 'new Date()').replace(/^.*new Date.*$/m, line => `${line}\n${' '.repeat(26).replace(/^ /, '\t')}~~~~~~~~~~~~~~~~~~~ (new Date), which src/over.ts:1 holds against`);

	flags('where the same millisecond is not over yet', { 'a.test.ts': marked, ...over('new Date(token.expires) < new Date()') });
	flags('where the same millisecond is over, the reading in a constant', { 'a.test.ts': marked, ...over('{ const now = Date.now(); const { expires } = token; return now <= +expires; }') });
	allows('where it makes no difference', { 'a.test.ts': told('', 'new Date()'), ...over('new Date(token.expires) <= new Date()') });
	allows('where another time is compared', { 'a.test.ts': told('', 'new Date()'), ...over('new Date(token.created) < new Date()') });
	allows('where it is far off', { 'a.test.ts': told('', 'new Date(Date.now() + 60_000)'), ...over('new Date(token.expires) < new Date()') });
	allows('where the code leaves room', { 'a.test.ts': told('', 'new Date()'), ...over('+token.expires < Date.now() - 1000') });
	allows('where the test waits', { 'a.test.ts': told('', 'new Date()', '\n\tawait new Promise(resolve => setTimeout(resolve, 20));'), ...over('new Date(token.expires) < new Date()') });
	allows('where the clock stands still', { 'a.test.ts': told('beforeEach(() => { vi.useFakeTimers(); });\n', 'new Date()'), ...over('new Date(token.expires) < new Date()') });
});

describe('a duration that nothing but its name tells of', () => {
	flags('and that is no length which somebody chose', `
${vitest}
import assert from 'node:assert';
import { measure, query, run } from 'client';
test('is quick', async () => {
	const answer = await query('x');
	expect(answer.elapsedMs).toBeLessThan(50);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ answer.elapsedMs
	assert.ok(answer.stats.responseTime <= 1_000);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ stats.responseTime
	expect(Math.round(answer.timeTakenInSeconds)).toBe(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ timeTakenInSeconds
	const { stdout } = await run('x');
	const ellapsedTime = Number(stdout.split(':')[0].trim());
	expect(ellapsedTime).toBeLessThanOrEqual(10);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ ellapsedTime
	await measure(latency => expect(latency).toBeLessThan(20));
	                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ latency
});
`);

	const ambiguous = (code: string): string => `
${vitest}
import { request } from 'client';
test('is quick', async () => {
	const result = await request('x');
	${code}
});
`;
	const bounded = 'expect(result.duration).toBeLessThan(50);';
	const rounded = 'expect(Math.round(result.run.duration)).toBe(4);';
	allows('that may be somebody\'s choice', ambiguous(bounded));
	flags('that may be somebody\'s choice, with the option', ambiguous(`${bounded}\n\t${underlined(bounded)} result.duration`), { options: { named: true } });
	flags('and that another test of the file chooses, with the option', `${ambiguous(`${bounded}\n\t${underlined(bounded)} result.duration`)}
test('lasts', async () => {
	expect(await request('x', { duration: 5 })).toBe(1);
});
`, { options: { named: true } });
	for (const lasted of ['expect(result.inactiveMs).toBeLessThanOrEqual(50);', 'expect(result.cacheAgeSeconds).toBeLessThan(1);', 'expect(result.idleForMs < 50).toBe(true);'])
		flags(`that tells how long it lasted so far, with the option: ${lasted}`, ambiguous(`${lasted}\n\t${underlined(lasted)} result.`), { options: { named: true } });
	for (const other of ['expect(result.maxAgeSeconds).toBeLessThan(60);', 'expect(result.idleTimeoutMs).toBeLessThan(60);', 'expect(result.age).toBeLessThan(60);'])
		allows(`that is a setting, or has no unit: ${other}`, ambiguous(other), { options: { named: true } });
	flags('and that is rounded, with the option', ambiguous(`${rounded}\n\t${underlined(rounded)} run.duration`), { options: { named: true } });

	flags('that code of the project hands on from a callback', {
		'a.test.ts': `
${vitest}
import { start } from './src/start';
test('is quick', () => new Promise(resolve => {
	start((error, result) => {
		expect(result.elapsed).toBeLessThan(50);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ result.elapsed
		resolve(error);
	});
}));
`,
		'src/start.ts': `import { run } from 'runner';\nexport function start(callback) {\n\trun({}, (error, result) => callback(error, result));\n}\n`,
	});

	flags('between the start and the end that a helper of the tests looks up, with the option', {
		'a.test.ts': `
${vitest}
import { checkSpan } from './helpers/spans';
import { call } from 'client';
test('is measured', async () => {
	await call('x');
	checkSpan('x');
	~~~~~~~~~~~~~~ endTime
});
`,
		'helpers/spans.ts': `
import assert from 'node:assert';
import { spans } from 'agent';
const wait = 200;
const room = 0.2;
export function checkSpan(name: string) {
	const span = spans().find(each => each.name === name);
	const duration = Date.parse(span.endTime) - Date.parse(span.startTime);
	assert(duration < wait * (1 + room), 'Duration was ' + duration);
}
`,
	}, { options: { named: true } });

	allows('of what lasts by itself, with the option', `
${vitest}
import { open, toast } from 'media';
test('is as long as it was made', async () => {
	const { video } = await open('a.mp4');
	expect(Math.round(video.duration)).toBe(4);
	expect((await toast('hi')).animation.durationMs).toBeLessThan(400);
});
`, { options: { named: true } });

	allows('that the code tells how to make, that stands in the file, or whose bound is no measure of speed', {
		'a.test.ts': `
import { expect, test, vi } from 'vitest';
import { summary } from './src/summary';
import { query } from 'client';
const sample = { took: 5, responseTime: 7 };
test('adds up', async () => {
	expect(summary([3, 4]).elapsed).toBeLessThan(8);
	vi.spyOn(query, 'run').mockResolvedValue(sample);
	expect((await query.run()).took).toBeLessThan(10);
	expect((await query.ask()).elapsed).toBeLessThan(10_000);
	expect((await query.ask()).elapsedSeconds).toBeLessThan(60);
	expect((await query.ask()).elapsed).toBeGreaterThanOrEqual(0);
	expect((await query.ask()).maxLatency).toBeLessThan(50);
});
`,
		'src/summary.ts': 'export const summary = (list: number[]) => ({ elapsed: list[0] + list[1] });',
	}, { options: { named: true } });
});

describe('a reading in the error that is expected', () => {
	const checking = (text: string): Record<string, string> => ({
		'src/check.ts': `
import { fail } from './fail';
export function check(end: number, now = 0) {
	if (end < Date.now() / 1000) fail(end, now);
}
`,
		'src/fail.ts': `
export function fail(end: number, now: number): never {
	const present = new Date(Date.now());
	throw new Error(\`over since \${end}: ${text}\`);
}
`,
	});
	const expecting = (claim: string, marks = '', before = ''): string => `
import { expect, test, vi } from 'vitest';
import { check } from './src/check';
const shown = (seconds: number) => new Date(seconds * 1000).toUTCString();
test('is over', () => {
	${before}const now = Date.now() / 1000;
	${claim}${marks === '' ? '' : `\n\t${marks}`}
});
`;
	const text = 'expect(() => check(now - 5)).toThrow(`over since ${now - 5}: ${shown(now)}`);';
	const error = 'expect(() => check(now - 5)).toThrow(new Error(`over since ${now - 5}: ${shown(now)}`));';
	const own = checking('${present.toUTCString()}');

	flags('that the code makes from its own', { 'a.test.ts': expecting(text, `${underlined(text)} two readings of the real clock`), ...own });
	flags('that the code makes from its own, as an error', { 'a.test.ts': expecting(error, `${underlined(error)} two readings of the real clock`), ...own });
	allows('that the code was handed, beside one of its own', { 'a.test.ts': expecting('expect(() => check(now - 5)).toThrow(`over since ${now - 5}`);'), ...own });
	allows('that the code makes from what it is handed', { 'a.test.ts': expecting(text.replace('- 5))', '- 5, now))')), ...checking('${now}') });
	allows('while the clock stands still', { 'a.test.ts': expecting(text, '', 'vi.useFakeTimers();\n\t'), ...own });
	allows('where the test has none', { 'a.test.ts': expecting('expect(() => check(now - 5)).toThrow(/over since/);'), ...own });

	const whole = (before = '', marks = ''): string => expecting(text, marks, before).replace('Date.now() / 1000;\n', 'new Date().getTime() / 1000;\n');
	flags('that the code reads in another way', { 'a.test.ts': whole('', `${underlined(text)} two readings of the real clock`), ...own });
	allows('where what the code reads is replaced', { 'a.test.ts': whole(`vi.spyOn(Date, 'now').mockReturnValue(5_000);\n\t`), ...own });
});

describe('a second reading that goes the same way as one which was kept', () => {
	const readings = { options: { readings: true } };
	const scene = (statements: string, imports = 'import { draw, load } from "chart";'): string => `
import { expect, test, vi } from 'vitest';
${imports}
test('shows', async () => {
${statements}
});
`;
	const both = (last: string, mark = ''): string => scene(`
	const now = Date.now();
	const data = { points: [{ at: now - 1000, y: 1 }, { at: now, y: 2 }] };
	const chart = draw(${last}, data);${mark}
	expect(chart.points).toEqual([1, 2]);`);

	flags('beside data that hold it', both('Date.now()', '\n\t                   ~~~~~~~~~~ `now` of line 6'), readings);
	flags('in an object', both('{ until: new Date() }', '\n\t                            ~~~~~~~~~~ `now` of line 6'), readings);
	flags('of the whole suite', `
import { describe, expect, test } from 'vitest';
import { draw } from 'chart';
describe('charts', () => {
	const now = Date.now();
	test('are shown', () => {
		expect.assertions(1);
		const chart = draw({ until: Date.now(), points: [{ at: now }] });
		                            ~~~~~~~~~~ \`now\` of line 5
		expect(chart.points).toEqual([1]);
	});
});
`, readings);
	allows('where nobody asks for it', both('Date.now()'));
	allows('that is the same one, or an hour away', both('now, Date.now() + 3_600_000'), readings);
	allows('without the other', scene(`
	const now = Date.now();
	load(now);
	const chart = draw(Date.now());
	expect(chart.points).toEqual([]);`), readings);
	allows('of a clock that stands still', scene(`
	vi.useFakeTimers();
	const now = Date.now();
	const chart = draw(Date.now(), now);
	expect(chart.points).toEqual([]);`), readings);
});

describe('parts of a date that were set', () => {
	const asking = (asked: string, marks = ''): Record<string, string> => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { asked } from './asked';
test('a', () => {
	expect(asked()).toBe(1);
${marks}});`,
		'asked.ts': `
import dayjs from 'dayjs';
import moment from 'moment';
import { DateTime } from 'luxon';
const which = 'Monday';
export const asked = () => ${asked};`,
	});
	const marks = `	${'~'.repeat(23)} depends on the real time\n`;
	for (const set of [
		"moment().day('Monday').day()",
		'moment().day(which).clone().day()',
		'moment().hours(1).minutes(30).hour()',
		"dayjs().startOf('day').minute()",
		'dayjs().date(1).date()',
		"DateTime.now().startOf('month').second",
	]) allows(`${set} is the same at any time`, asking(set));
	for (const open of [
		'moment().day()',
		"moment().day('Monday').hour()",
		"moment().day('Monday').add(1, 'day').day()",
		'dayjs().date(31).date()',
		"dayjs().startOf('day').hour(1).date()",
		"DateTime.now().startOf('hour').hour",
	]) flags(`${open} is not`, asking(open, marks));
});

describe('the date that a text is read for', () => {
	const reading = (pattern: string, part: string, marks = ''): Record<string, string> => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { read } from './read';
test('a', () => {
	expect(read('x')).toBe(3);
${marks}});`,
		'read.ts': `
import { parse } from 'date-fns';
export const read = (text: string) => parse(text, '${pattern}', new Date()).${part}();`,
	});
	const marks = `	${'~'.repeat(25)} depends on the real time\n`;
	allows('is nothing to a month by its name', reading('LLLL', 'getMonth'));
	allows('is nothing to a time of the day', reading('HH:mm', 'getMinutes'));
	flags('tells the year of a month', reading('LLLL', 'getFullYear', marks));
	flags('tells the month of a time of the day', reading('HH:mm', 'getMonth', marks));
	flags('tells what a pattern has not that nobody names', reading('EEEE', 'getMonth', marks));
	flags('is what is handed to it as the text', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { format, parse } from 'date-fns';
test('a', () => {
	expect(parse(format(new Date(), 'LLLL'), 'LLLL', new Date(0)).getMonth()).toBe(3);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ depends on the real time
});`,
	});
});

describe('a clock behind an option', () => {
	const reading = (option: string, stub: string, marks = ''): Record<string, string> => ({
		'a.test.ts': `
import { expect, test, vi } from 'vitest';
import { Span } from './span';
test('a', () => {
	${stub}
	const span = new Span(${option});
	expect(span.at).toBe(1000);
${marks}});`,
		'span.ts': `
import { now } from './now';
export class Span {
	at = 0;
	constructor(private readonly options: { precise?: boolean }) { this.start(); }
	start() { this.at = now(this.options.precise); }
}`,
		'now.ts': `export function now(precise = false) { if (precise) { return performance.timeOrigin; } return Date.now(); }`,
	});
	const marks = `	${'~'.repeat(26)} depends on the real time\n`;
	const dateNow = `vi.spyOn(Date, 'now').mockReturnValue(1000);`;
	allows('is not read where the test has set the other one', reading('{}', dateNow));
	flags('is read where the test has set none', reading('{}', '', marks));

	const choosing = (argument: string, marks = ''): Record<string, string> => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { stamp } from './stamp';
test('a', () => {
	expect(stamp({ name: 'a' })).toBe(1000);
${marks}});`,
		'stamp.ts': `
const now = (real = false) => (real ? Date.now() : 1000);
export const stamp = (options: { real?: boolean; name?: string }) => now(${argument});`,
	});
	allows('is not read where the option is left out, and is no by itself', choosing('options.real'));
	flags('is read where it is yes', choosing('true', `	${'~'.repeat(39)} depends on the real time\n`));
});

describe('a field that was given a constant before', () => {
	const spanning = (lines: string): Record<string, string> => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { now, Span } from './span';
const expectSpan = (span, overrides = {}) => {
	const expected = { name: 'a', startTime: [0, 0], endTime: [0, 0], ...overrides };
	expect(span.data.name).toBe(expected.name);
	expect(span.data.endTime).toEqual(expected.endTime);
};
test('a', () => {
	const overrides = {};
	const span = new Span('a');
${lines}
});`,
		'span.ts': `
export const now = () => [Math.trunc(Date.now() / 1000), 0];
export class Span {
	constructor(name) { this.init(name); }
	init(name) { this.data = { name, startTime: now(), endTime: [0, 0] }; }
	end(time) { this.data.endTime = time || now(); }
}`,
	});
	allows('is what it was, in a helper that leaves the time out', spanning('\texpectSpan(span);'));
	allows('is what the test has handed in', spanning('\tconst endTime = now();\n\tspan.end(endTime);\n\tObject.assign(overrides, { endTime });\n\texpectSpan(span, overrides);'));
	flags('is the time where the test writes another one down', spanning(`\tspan.end();\n\texpect(span.data.endTime).toEqual([1700000000, 0]);\n\t${'~'.repeat(50)} depends on the real time`));
	flags('is the time where it never was a constant', spanning(`\texpect(span.data.startTime).toEqual([0, 0]);\n\t${'~'.repeat(43)} depends on the real time`));
});

describe('an assertion in a function of the file', () => {
	const timed = (check: string, call: string): string => `
import { expect, test } from 'vitest';
import { run } from './run';
test('a', async () => {
	const start = Date.now();
	${check}
	await run();
	${call}
});`;
	flags('that is handed nothing', timed(`const done = () => {
		expect(Date.now() - start).toBeLessThan(100);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ measures how long
	};`, 'done();\n\tdone();'));
	flags('that is handed the bound', timed('const done = limit => { expect(Date.now() - start).toBeLessThan(limit); };', `done(100);
	~~~~~~~~~ measures how long`));
});

describe('a number that must be near to what the test waits', () => {
	const waiting = (claim: string, before = ''): string => `
import { expect, test, vi } from 'vitest';
import { assert } from 'chai';
import { fetchAll, timed, watch } from 'client';
const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
const slowly = () => sleep(200);
test('takes its time', async () => {
	${before}
	const summary = await timed(() => sleep(100));
	await timed(slowly);
	${claim}
});
`;
	const marked = (claim: string, name: string): string => waiting(`${claim}\n\t${under(claim)} ${name}`);
	flags('of chai', marked('assert.closeTo(summary.first, 100, 10);', 'summary.first'));
	flags('told in a text', marked('assert.closeTo(Number.parseFloat(watch.lines()[0]), 100, 10);', 'Number.parseFloat'));
	flags('in a range', marked('expect(summary.first).to.be.within(95, 130);', 'summary.first'));
	flags('that it is taken from', marked('expect(summary.max - 100).toBeLessThan(15);', 'summary.max'));
	flags('that it is taken from, in whichever direction', marked('expect(Math.abs(100 - summary.max) <= 20).toBe(true);', 'summary.max'));
	flags('by digits', marked('expect(summary.first).toBeCloseTo(100, -2);', 'summary.first'));

	allows('and is of another kind', waiting('assert.closeTo(summary.box.width, 100, 10);\n\texpect(summary.callCount).to.be.within(95, 130);\n\tassert.closeTo(summary.percentage, 100, 10);'));
	allows('as near as what is computed', waiting('assert.closeTo(summary.first, 100, 1);\n\texpect(summary.first).toBeCloseTo(100);\n\tassert.closeTo(summary.first, 100, 0.5);'));
	allows('or rather, to anything at all', waiting('assert.closeTo(summary.first, 100, 200);\n\texpect(summary.first - 100).toBeLessThan(6_000);'));
	allows('but is not', waiting('assert.closeTo(summary.first, 40, 10);\n\texpect(summary.first - 50).toBeLessThan(10);\n\texpect(summary.first).to.be.within(10, 40);'));
	allows('where the clock is faked', waiting('assert.closeTo(summary.first, 100, 10);', 'vi.useFakeTimers();'));
	allows('and is counted in the test', waiting('assert.closeTo(turns, 100, 10);', 'let turns = 0;\n\tawait fetchAll(() => { turns = turns + 1; });'));
	allows('and is written down', waiting('assert.closeTo(limit, 100, 10);', 'const limit = 95;'));
});

describe('two readings of a clock that are in order', () => {
	const ordered = (clock: string, mark = ''): string => `
${vitest}
import { ask } from 'client';
test('waits for the first', async () => {
	let first = 0;
	let second = 0;
	await Promise.all([ask().then(() => { first = ${clock}; }), ask().then(() => { second = ${clock}; })]);
	expect(second).toBeGreaterThan(first);${mark}
});
`;
	flags('to the millisecond', ordered('Date.now()', '\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ compares two readings'));
	allows('to less than a microsecond', ordered('performance.now()'));
});

describe('the keys of a map whose values hold a time', () => {
	const kept = (claim: string, mark = ''): object & Record<string, string> => ({
		'a.test.ts': `
${vitest}
import { Cache } from './cache';
test('keeps', () => {
	const made = new Map([['a', { v: 1, at: Date.now() }]]);
	const filled = new Map();
	filled.set('a', { v: 1, at: Date.now() });
	const mapped = new Map(['a', 'b'].map(key => [key, { at: Date.now() }]));
	const timed = new Map([[Date.now(), 1]]);
	const filledWithTimes = new Map();
	filledWithTimes.set(Date.now(), 1);
	const cache = new Cache();
	cache.put('a', 1);
	${claim}
	${mark}
});
`,
		'cache.ts': `
export class Cache {
	held = new Map();
	put(key, v) {
		this.held.set(key, { v, at: Date.now() });
	}
	keys() {
		return [...this.held.keys()];
	}
	all() {
		return [...this.held.values()];
	}
	pairs() {
		return [...this.held].map(([key, each]) => [key, each.v]);
	}
}`,
	});
	for (const claim of [
		`expect([...made.keys()]).toEqual(['a']);`,
		`expect(Array.from(made.keys())).toEqual(['a']);`,
		`expect(Array.from(filled.keys(), key => key.length)).toEqual([1]);`,
		`expect([...filled.keys()].sort().join()).toBe('a');`,
		`expect([...filled.keys()][0]).toBe('a');`,
		`expect(made.keys().next().value).toBe('a');`,
		`expect([...mapped.keys()].map(key => key + 'x')).toEqual(['ax', 'bx']);`,
		`const keys = []; for (const key of made.keys()) keys.push(key); expect(keys).toEqual(['a']);`,
		`expect(cache.keys()).toEqual(['a']);`,
		`expect([...made].map(([key, each]) => [key, each.v])).toEqual([['a', 1]]);`,
		`expect([...filled].map(([key, each]) => [key, each.v])).toEqual([['a', 1]]);`,
		`const keys = []; for (const [key] of made) keys.push(key); expect(keys).toEqual(['a']);`,
		`const found = []; for (const [key, each] of filled) found.push([key, each.v]); expect(found).toEqual([['a', 1]]);`,
		`expect(cache.pairs()).toEqual([['a', 1]]);`,
	]) allows(`tell none: ${claim}`, kept(claim));
	for (const claim of [
		`expect([...made.values()]).toEqual([{ v: 1, at: 5 }]);`,
		`expect([...made]).toEqual([['a', { v: 1, at: 5 }]]);`,
		`expect([...filled.values()]).toEqual([{ v: 1, at: 5 }]);`,
		`expect(filled.get('a').at).toBe(5);`,
		`expect(cache.all()).toEqual([{ v: 1, at: 5 }]);`,
		`const found = []; for (const [, each] of made) found.push(each.at); expect(found).toEqual([5]);`,
		`const found = []; for (const [, each] of filled) found.push(each); expect(found).toEqual([{ v: 1, at: 5 }]);`,
		`expect([...filled].map(([, each]) => each.at)).toEqual([5]);`,
		`const found = []; for (const [key] of timed) found.push(key); expect(found).toEqual([5]);`,
		`const found = []; for (const [key] of filledWithTimes) found.push(key); expect(found).toEqual([5]);`,
		`expect([...timed.keys()]).toEqual([5]);`,
		`expect([...filledWithTimes.keys()]).toEqual([5]);`,
		`expect([...new Set([Date.now()]).keys()]).toEqual([5]);`,
		`expect([...made.keys()].map(key => key + Date.now())).toEqual(['a5']);`,
	]) flags(`are not what is told: ${claim}`, kept(claim, ' '.repeat(claim.indexOf('expect')) + underlined(claim.slice(claim.indexOf('expect')))));
});

describe('an object in a loop', () => {
	const cache = {
		'src/cache.ts': `
export class Cache {
	#held;
	constructor(entries) {
		this.#held = new Map(entries.map(([key, value]) => [key, { value, at: Date.now() }]));
	}
	*[Symbol.iterator]() {
		for (const [key, each] of this.#held) yield [key, each.value];
	}
}`,
	};
	const looped = (claim: string): object & Record<string, string> => ({
		'a.test.ts': `
${vitest}
import { Cache } from './src/cache';
test('hands them out', () => {
	const cache = new Cache([['a', 1]]);
	${claim}
});
`,
		...cache,
	});
	allows('gives what its iterator does, to a list', looped(`expect(Array.from(cache)).toEqual([['a', 1]]);`));
	allows('gives what its iterator does, to what it is spread into', looped(`expect([...cache]).toEqual([['a', 1]]);`));
	allows('gives what its iterator does, to a record', looped(`expect(Object.fromEntries(cache)).toEqual({ a: 1 });`));
});

describe('how long it is until a time ahead', () => {
	const left = (claim: string, mark = ''): string => `import { expect, test } from 'vitest';
class Token { until = Date.now() + 1_000; left() { return this.until - Date.now(); } }
test('counts down', () => {
	const left = new Token().left();
	${claim}
	${mark}
});`;
	for (const claim of ['expect(left).toBeLessThanOrEqual(1_000);', 'expect(left < 1_001).toBe(true);', 'expect(left > 0 && left <= 1_000).toBe(true);']) allows(`is never more than it was: ${claim}`, left(claim));
	for (const claim of ['expect(left).toBeLessThan(1_000);', 'expect(left).toBeGreaterThan(990);', 'expect(left <= 1_000 && left > 990).toBe(true);', 'expect(left).toBe(1_000);']) flags(`is sooner or later less: ${claim}`, left(claim, '~'.repeat(claim.length - 1)));
	flags('is not how long it is since a time that was moved back', left('expect(Date.now() - (start - 1_000)).toBeLessThanOrEqual(1_000);', '~'.repeat(63)).replace('\tconst left', '\tconst start = Date.now();\n\tconst left'));
});

describe('a time that may differ by so many seconds', () => {
	const seconds = (scale: string, tolerance: number, mark = ''): string => `import { expect } from 'chai';
const now = () => Math.floor(Date.now() / ${scale});
const fetched = async () => { await fetch('/keys'); return { until: now() + 60 }; };
it('is kept for a minute', async () => {
	const until = now() + 60;
	expect((await fetched()).until).to.be.closeTo(until, ${tolerance});
	${mark}
});`;
	allows('leaves a second', seconds('1_000', 1));
	flags('leaves a millisecond', seconds('1', 1, '~'.repeat(55)));
	allows('leaves a second of milliseconds', seconds('1', 1_000));
});

describe('what is handed back where it will do', () => {
	const kept = (claim: string, mark = ''): string => `import { expect, test } from 'vitest';
import { valid } from 'library';
const pick = (id?: number) => (valid(id) ? id : Date.now());
const make = (id?: number) => ({ id: pick(id), manual: true });
test('keeps it', () => {
	${claim}
	${mark}
});`;
	for (const claim of ['expect(make(123)).toEqual({ id: 123, manual: true });', 'expect(make(123).id).toBe(123);']) allows(`is no reading: ${claim}`, kept(claim));
	for (const claim of ['expect(make(124)).toEqual({ id: 123, manual: true });', 'expect(make().id).toBe(123);']) flags(`is one, where something else was handed over: ${claim}`, kept(claim, '~'.repeat(claim.length - 1)));
});

describe('a test that has a hook or tests inside', () => {
	const inside = (body: string): string => `const { test } = require('node:test');
const { verify } = require('library');
test('a', async t => {
	const soon = Date.now() + 1_000;
	${body}
});`;
	allows('and works with a time of its own', inside('t.after(() => verify(0));\n\tt.assert.ok(verify(soon));'));
	flags('where a test inside works with it', inside('await t.test("b", () => { t.assert.ok(verify(soon)); });').replace('+ 1_000;', '+ 1_000;\n\t             ~~~~~~~~~~~~~~~~~~ after the file is loaded'));
});

describe('bounds of how long something took, in one condition', () => {
	const took = (claim: string, mark = ''): string => `import assert from 'node:assert';
import { test } from 'vitest';
import { run } from 'library';
test('runs', async () => {
	const start = Date.now();
	await run();
	const took = Date.now() - start;
	${claim}
	${mark}
});`;
	for (const claim of ['assert(took >= 0 && took < 100);', 'assert.strictEqual(took > 0 && took < 100, true);', 'assert.strictEqual(took > 100, false);']) flags(`one from above: ${claim}`, took(claim, `${'~'.repeat(claim.length - 1)} measures how long`));
	for (const claim of ['assert.strictEqual(took >= 0 && took < 60_000, true);', 'assert.strictEqual(took < 0, false);']) allows(`none that hangs on the machine: ${claim}`, took(claim));
});

describe('the times of two looks at a file', () => {
	const looking = (claim: string, between: string, kept = 'mtimeMs'): Record<string, string> => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { execSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { Saver, load, pathOf, save } from './src/save';
test('is written anew', async () => {
	const file = join('out', 'a.txt');
	const first = fs.statSync(file);
	const kept = first.${kept};
	${between}
	const second = fs.statSync(file);
	${claim}
});
`,
		'src/save.ts': `import fs from 'node:fs';\nexport const save = () => fs.writeFileSync('out/a.txt', 'b');\nexport const load = async () => { save(); };\nexport const pathOf = file => file;\nexport class Saver {\n\tconstructor(readonly file: string) {}\n\tsave() { save(); }\n}`,
	});
	const marked = (claim: string): string => `${claim}\n\t${under(claim)} compares two readings`;
	const later = 'expect(second.mtimeMs).toBeGreaterThan(first.mtimeMs);';

	flags('that must be in order', looking(marked(later), 'save();'));
	flags('of which something in between is made', looking(marked(later), 'const saver = new Saver(pathOf(file));\n\tsaver.save();'));
	flags('of which one is kept', looking(marked('expect(second.mtimeMs).toBeGreaterThan(kept);'), `fs.writeFileSync(file, 'b');`));
	flags('that must differ', looking(marked('expect(second.mtime.getTime()).not.toBe(first.mtime.getTime());'), `expect(first.size).toBe(1);\n\tawait fs.promises.writeFile(file, 'b');`));

	allows('with nothing done in between', looking(later, ''));
	allows('with something that takes its time in between', looking(later, 'await load();'));
	allows('with something in between that is waited for later', looking(later, 'const loading = load();\n\tawait loading;'));
	allows('with a process in between', looking(later, `execSync('make');`));
	allows('with a wait in between', looking(later, 'save();\n\tawait new Promise(resolve => setTimeout(resolve, 1_000));'));
	allows('which the test sets', looking(later, 'save();\n\tfs.utimesSync(file, 2_000, 2_000);'));
	allows('that must be the same, or in whichever order', looking('expect(second.mtimeMs).toBe(first.mtimeMs);\n\texpect(second.mtimeMs).toBeGreaterThanOrEqual(first.mtimeMs);', 'save();'));
});

describe('a record that is filled in by whoever asks for it', () => {
	const filled = (make: string, claim: string): string => `
import { expect, test } from 'vitest';
${make}
test('has its date', () => {
	${claim}
});`;
	const mark = (claim: string): string => `${claim}\n\t${'~'.repeat(claim.length - 1)}`;
	flags('and leaves its time to the clock', filled('const note = over => ({ due: Date.now(), ...over });', mark('expect(note({}).due).toBe(5);')));
	flags('and gives a name to what is there before the time', filled('const note = over => ({ ...over, due: Date.now() });', mark('expect(note({ due: 5 }).due).toBe(5);')));
	allows('and gives a time of its own', filled('const note = over => ({ due: Date.now(), ...over });', 'expect(note({ due: 5 }).due).toBe(5);'));
	allows('out of two objects', filled('const base = { due: Date.now() };\nconst own = { due: 5 };', 'expect({ ...base, ...own }.due).toBe(5);'));
});

describe('a branch that what is handed over rules out', () => {
	const reduced = (body: string, action: string): string => `
import { expect, test } from 'vitest';
const reduce = type => { ${body} };
test('reduces', () => {
	expect(reduce('${action}').at).toBe(5);
${action === 'add' ? '\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n' : ''}});`;
	const ifs = `if (type === 'add') return { at: Date.now() }; if (type === 'touch') return { at: 5 }; return {};`;
	const cases = `switch (type) { case 'add': return { at: Date.now() }; case 'touch': return { at: 5 }; default: return {}; }`;
	const shared = `switch (type) { case 'touch': case 'add': return { at: Date.now() }; default: return { at: 6 }; }`;
	flags('in front of the one that is taken, reads the clock where it is taken itself', reduced(ifs, 'add'));
	flags('in a switch that is taken itself', reduced(cases, 'add'));
	allows('reads the clock', reduced(ifs, 'touch'));
	allows('of a switch reads the clock', reduced(cases, 'touch'));
	flags('is none that several cases share', reduced(shared, 'add'));
});

describe('a time that may be something else', () => {
	const limits = `
export class Limit {
	until;
	keep(ms) { this.until = ms === 0 ? undefined : Date.now() + ms; }
	left() { return this.until === undefined ? -1 : this.until - Date.now(); }
}
export function readHeader(headers) {
	const age = headers.age;
	if (age) return { keep: Number(age) * 1000 };
	return headers.until ? { keep: Date.parse(headers.until) - Date.now() } : 'unknown';
}
export class Moment {
	constructor(config) {
		const at = config.at === undefined ? Date.now() : config.at;
		this.at = at;
		this.text = new Date(at).toISOString();
	}
	static of(parts) { return new Moment({ at: toTime(parts) }); }
}
export function createReporter(start) {
	let since = start;
	return {
		report(count) {
			const now = Date.now();
			const told = { kind: 'report', since, count, now };
			since = now;
			return told;
		},
	};
}
export class Journal {
	lines = [];
	load(lines) { this.lines = lines; }
	close() {
		const all = this.lines.concat([]);
		if (all.length > 0) all.push({ at: Date.now(), what: 'end' });
		return all;
	}
}
export class Queue {
	items = [];
	add(item) {
		item = Object.assign({}, item);
		if (!item.at) item.at = new Date();
		this.items.push(item);
	}
}
export const queueOf = () => new Queue();
export const hour = utc => (utc ? new Date().getUTCHours() : new Date().getHours());
export const partOfDay = () => (new Date().getHours() < 12 ? 'morning' : 'evening');
export const labelled = label => label + new Date().getHours();
`;
	const test = (claim: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { Journal, Limit, Moment, createReporter, hour, labelled, partOfDay, queueOf, readHeader } from './limits';
test('tells', () => {
	${claim}
	${mark}
});
`;
	const marked = (claim: string): string => `${' '.repeat(claim.indexOf('expect'))}${'~'.repeat(claim.length - claim.indexOf('expect') - 1)}`;
	const isAllowed = (title: string, claim: string): void => allows(title, { 'a.test.ts': test(claim), 'limits.js': limits });
	const isFlagged = (title: string, claim: string): void => flags(title, { 'a.test.ts': test(claim, marked(claim)), 'limits.js': limits });

	isAllowed('the constant that is told', `const limit = new Limit(); limit.keep(0); expect(limit.left()).toBe(-1);`);
	isAllowed('what is computed from something that is handed in', `expect(readHeader(JSON.parse(text))).toEqual({ keep: 3000 });`);
	isAllowed('a constant, where it may be a record', `expect(readHeader(JSON.parse(text))).toBe('unknown');`);
	isAllowed('what nobody can tell to be there', `expect(Moment.of({ year: 2020 }).text).toBe('2020-01-01T00:00:00.000Z');`);
	isAllowed('what a variable held before', `const reporter = createReporter(1000); expect(reporter.report(3)).toMatchObject({ since: 1000, count: 3 });`);
	isAllowed('one of the elements of a list to which a record with a time is added', `const journal = new Journal(); journal.load(lines); expect(journal.close()[0].at).toBe(1000);`);
	isAllowed('the reading of the test, which it hands in', `const at = new Date(); const queue = queueOf(); queue.add({ at, what: 'a' }); expect(queue.items.pop()).toEqual({ at, what: 'a' });`);
	isFlagged('but is the time in each way', `expect(hour(JSON.parse(text))).toBe(12);`);
	isFlagged('but is picked by the time', `expect(partOfDay()).toBe('morning');`);
	isFlagged('but has a part that is the time', `expect(labelled(JSON.parse(text))).toBe('at 12');`);
	isFlagged('but is a reading for the assertion alone', `const queue = queueOf(); queue.add({ what: 'a' }); expect(queue.items.pop()).toEqual({ at: new Date(), what: 'a' });`);
	isFlagged('but not where the condition is known', `const moment = new Moment({}); expect(new Date(moment.at).getHours()).toBe(12);`);
});

describe('a piece of a text that has more in it than a time', () => {
	const file = (claim: string): string => `
import { expect, test } from 'vitest';
const nameOf = (given = {}) => [given.at || Date.now(), given.tries || 0, given.host || 'here'].join('_');
const label = count => \`run \${Date.now()} of \${count}\`;
const key = user => 'key:' + Date.now() + ':' + user;
const clockFace = () => \`\${new Date().getHours()}:\${new Date().getMinutes()}\`;
test('names', () => {
	${claim}
});`;
	const mark = (claim: string): string => `${claim}\n\t${'~'.repeat(claim.length - 1)}`;
	for (const claim of [
		"expect(nameOf().split('_')[1]).toBe('0');",
		"const [, tries] = nameOf().split('_'); expect(tries).toBe('0');",
		"expect(nameOf({ at: 5 }).split('_')[0]).toBe('5');",
		"expect(label(3).slice(0, 3)).toBe('run');",
		"expect(key('bo').split(':').at(-1)).toBe('bo');",
		"expect(key('bo').substring(0, 4)).toBe('key:');",
	]) allows(claim, file(claim));
	for (const claim of [
		"expect(nameOf()).toBe('5_0_here');",
		"expect(nameOf().split('_')).toEqual(['5', '0', 'here']);",
		"expect(label(3)).toBe('run 5 of 3');",
		"expect(key('bo')).toBe('key:5:bo');",
		"expect(clockFace().split(':')[0]).toBe('12');",
		"expect(new Date().toISOString().slice(0, 10)).toBe('2024-01-31');",
	]) flags(claim, file(mark(claim)));

	allows('which is another one where it has as many pieces', `
import { expect, test } from 'vitest';
const read = name => {
	let pieces = name.split('_');
	if (pieces.length === 2) {
		pieces = name.match(/(.*)_(.*)/).slice(1);
		pieces.unshift(Date.now());
	}
	return { at: parseInt(pieces[0]), tries: parseInt(pieces[1]) };
};
test('reads', () => {
	expect(read('12_3_host').tries).toBe(3);
});`);
});

describe('waits one after the other', () => {
	const file = (waits: string, bound: number): string => `
import { expect, test } from 'vitest';
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
test('takes its time', async () => {
	const start = Date.now();
	${waits}
	expect(Date.now() - start).toBeGreaterThanOrEqual(${bound});
`;
	const mark = (bound: number): string => `\t${'~'.repeat(`expect(Date.now() - start).toBeGreaterThanOrEqual(${bound})`.length)}\n`;
	const two = 'await sleep(50);\n\tawait sleep(50);';
	allows('add up', `${file(two, 90)}});`);
	flags('under a bound as long as both', `${file(two, 100)}${mark(100)}});`);
	flags('are not those that are awaited at once', `${file('await Promise.all([sleep(50), sleep(50)]);', 90)}${mark(90)}});`);

	const measured = (bound: string, more = ''): string => `
import { expect, test } from 'vitest';
import { watch } from 'library';
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
test('counts', async () => {
	const event = {};
	const report = watch(event);
	await sleep(50);
	await sleep(50);
	report();
	expect(event.duration).${bound};
${more}});`;
	allows('what code measures that nobody sees, from below', measured('toBeGreaterThanOrEqual(90)'));
	flags('what code measures that nobody sees, from above', measured('toBeLessThanOrEqual(110)', `\t${'~'.repeat('expect(event.duration).toBeLessThanOrEqual(110)'.length)}\n`));
});

describe('what is left of a length of time', () => {
	const file = (claim: string): string => `
import { expect, test } from 'vitest';
const left = ({ length, start }) => Math.max(0, length - (Date.now() - start));
test('is told', () => {
	${claim}
});`;
	const mark = (claim: string): string => `${claim}\n\t${'~'.repeat(claim.length - 1)}`;
	for (const claim of ['expect(left({ length: 1000, start: Date.now() })).toBeLessThanOrEqual(1000);', 'expect(left({ length: 1, start: Date.now() - 1000 })).toBe(0);']) allows(claim, file(claim));
	for (const claim of ['expect(left({ length: 1000, start: Date.now() })).toBeLessThan(1000);', 'expect(left({ length: 1000, start: Date.now() })).toBeGreaterThan(900);', 'expect(left({ length: 1000, start: Date.now() })).toBe(1000);']) flags(claim, file(mark(claim)));
});

describe('which of two dates of a library is the earlier one', () => {
	const file = (claim: string): string => `
import { expect, test } from 'vitest';
import moment from 'moment';
const bornOn = (year, month) => {
	const date = moment({ year, month });
	if (date.isAfter(moment())) return { valid: false, message: 'not born yet' };
	return { valid: true };
};
const isPast = text => moment(text).isBefore(moment());
test('tells', () => {
	${claim}
});`;
	const mark = (claim: string): string => `${claim}\n\t${'~'.repeat(claim.length - 1)}`;
	for (const claim of ['expect(bornOn(2000, 6).valid).toBe(true);', 'expect(bornOn(2000, 6)).toEqual({ valid: true });', "expect(isPast('2000-01-01')).toBe(true);"]) allows(claim, file(claim));
	for (const claim of ["expect(isPast('2030-01-01')).toBe(false);", 'expect(bornOn(2000, moment().month())).toEqual({ valid: moment().hour() < 12 });']) flags(claim, file(mark(claim)));
});

describe('a date that a function moves', () => {
	const file = (set: string, more = ''): string => `
import { expect, test } from 'vitest';
import { create } from 'library';
const shifted = (date, seconds) => {
	const moved = new Date(date);
	${set}
	return moved;
};
test('is made in between', () => {
	const before = shifted(new Date(), -1);
	const { time } = create();
	expect(new Date()).greaterThan(before);
${more}});`;
	allows('away from another', file('moved.setTime(date.getTime() + seconds * 1000);'));
	flags('not at all', file('', `\t${'~'.repeat('expect(new Date()).greaterThan(before)'.length)} two readings\n`));
});

describe('the two ends of a time that lies ahead when the file is loaded', () => {
	const file = (name: string, sign = ''): string => `
import { expect, test } from 'vitest';
import { lengthOf } from 'library';
const now = new Date();
const ${name} = new Date(now.getTime() + 3000);
${sign}test('is told', () => {
	expect(lengthOf(now, ${name})).toBe('3 s');
});`;
	allows('of which one is its end', file('endDate1'));
	flags('of which one may be a limit', file('expires', `${' '.repeat('const expires = new Date('.length)}${'~'.repeat('now.getTime() + 3000'.length)} may have passed\n`));
});

describe('a reading that is made while the clock stands still, and looked at later', () => {
	const file = (body: string): string => `
import { afterEach, expect, test } from 'vitest';
import { useFakeTimers } from 'sinon';
async function stopped(work) {
	const clock = useFakeTimers(5);
	await work(clock);
	clock.restore();
}
test('tells', async () => {
	const times = [];
	${body}
	expect(times[0] - times[1]).toBeLessThan(100);
`;
	const mark = `\t${'~'.repeat('expect(times[0] - times[1]).toBeLessThan(100)'.length)} measures\n`;
	allows('in a callback', `${file('await stopped(async () => { times.push(Date.now()); times.push(Date.now()); });')}});`);
	allows('in between', `${file('const clock = useFakeTimers(5); times.push(Date.now()); times.push(Date.now()); clock.restore();')}});`);
	flags('behind it', `${file('await stopped(async () => {}); times.push(Date.now()); times.push(Date.now());')}${mark}});`);
});

describe('a time that is held against something fixed, by default', () => {
	const modules = {
		'src/record.ts': `
import dayjs from 'dayjs';
import { format } from 'date-fns';
export const record = (kind: string) => ({ kind, at: Date.now(), label: \`\${kind} of \${new Date().getFullYear()}\` });
export const stamp = (kind: string) => \`\${kind}-\${Date.now()}\`;
export const seconds = () => Math.floor(Date.now() / 1000);
export const days = () => Math.floor(Date.now() / 86_400_000);
export const day = () => new Date().toISOString().slice(0, 10);
export const shown = () => new Date().toLocaleDateString('en');
export const formatted = () => format(new Date(), 'yyyy');
export const month = () => dayjs().format('YYYY-MM');
export const moment = () => new Date().toISOString();
export const midnight = () => new Date().setHours(0, 0, 0, 0);
export const age = (born: number) => new Date().getFullYear() - born;
export class Journal {
	entries: { at: Date; text: string }[] = [];
	add(text: string) { this.entries.push({ at: new Date(), text }); }
}
`,
	};
	const test = (claim: string, mark = ''): string => `${vitest}\nimport * as made from './src/record';\nimport { Journal } from './src/record';\ntest('works', () => {\n\t${claim}\n\t${mark}\n});\n`;
	const marked = (claim: string): string => `${' '.repeat(claim.indexOf('expect'))}${'~'.repeat(claim.length - claim.indexOf('expect') - 1)}`;

	for (const claim of [
		`expect(made.record('a').at).toBe(5);`,
		`expect(made.record('a')).toMatchObject({ kind: 'a', at: 5 });`,
		`expect(made.stamp('a')).toBe('a-5');`,
		`expect(made.seconds()).toBe(5);`,
		`expect(made.moment()).toBe('2024-01-01T00:00:00.000Z');`,
		`expect(made.moment()).toMatchSnapshot();`,
		`const journal = new Journal(); journal.add('a'); expect(journal.entries[0].at).toBe('2024-01-01T00:00:00.000Z');`,
	]) {
		const files = { 'a.test.ts': test(claim), ...modules };
		allows(`is the whole time, which it never fits: ${claim}`, files, { options: {} });
		flags(`is the whole time: ${claim}`, { 'a.test.ts': test(claim, marked(claim)), ...modules }, { options: { whole: true } });
	}

	for (const claim of [
		`expect(made.record('a')).toMatchObject({ kind: 'a', label: 'a of 2024' });`,
		`expect(made.record('a').label).toBe('a of 2024');`,
		`expect(made.days()).toBe(20_000);`,
		`expect(made.day()).toBe('2024-01-01');`,
		`expect(made.day()).toMatchSnapshot();`,
		`expect(made.shown()).toBe('1/1/2024');`,
		`expect(made.formatted()).toBe('2024');`,
		`expect(made.month()).toBe('2024-01');`,
		`expect(made.midnight()).toBe(1704067200000);`,
		`expect(made.age(1990)).toBe(34);`,
	]) flags(`leaves of the time what lasts for a while: ${claim}`, { 'a.test.ts': test(claim, marked(claim)), ...modules }, { options: {} });
});

describe('a variable of which only the type is known', () => {
	const typed = (claim: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { make, show } from './show';
test('picks', () => {
	let picked: Date | undefined;
	show({ onPick: (day: Date) => { picked = day; } });
	const made = new Date();
	${claim}
	${mark}
});
`;
	const show = 'export declare function show(options: object): void;\nexport declare function make(): Date;\n';
	for (const claim of ['expect(picked?.getFullYear()).toBe(2020);', 'expect(picked!.getMonth()).toBe(3);', 'expect(make().getHours()).toBe(12);']) allows(`is no reading: ${claim}`, { 'a.test.ts': typed(claim), 'show.d.ts': show });
	const claim = 'expect(made.getHours()).toBe(12);';
	flags('beside one that is made there', { 'a.test.ts': typed(claim, '~'.repeat(claim.length - 1)), 'show.d.ts': show });
});

describe('what is expected may be something else', () => {
	const test = (claim: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { dateOf, pick } from './dates';
test('picks', () => {
	const picked = pick();
	${claim}
	${mark}
});
`;
	const dates = `
import { isValid, parseISO } from 'date-fns';
export function dateOf(text) {
	if (text == null) return new Date();
	const date = parseISO(text);
	return isValid(date) ? date : new Date();
}
export const pick = () => dateOf();
`;
	allows('than the present', { 'a.test.ts': test(`expect(picked.toString()).toBe(dateOf('2015-03-01').toString());`).replace('pick();', 'JSON.parse(text);'), 'dates.js': dates });
	const claim = 'expect(picked.toString()).toBe(dateOf().toString());';
	flags('but is not', { 'a.test.ts': test(claim, '~'.repeat(claim.length - 1)), 'dates.js': dates });

	const shown = `
import Big from 'unheard-of-numbers';
export function shown(n) {
	if (typeof n === 'string') n = new Big(n);
	return n.toString(16);
}
export function other(n) {
	if (typeof n === 'string') n = new Big('5');
	return n.toString(16);
}
`;
	const asked = (claim: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { other, shown } from './shown';
import { ask } from 'unheard-of-records';
test('asks', () => {
	const start = new Date();
	const record = ask();
	${claim}
	${mark}
});
`;
	const same = 'expect(record.time).toBe(shown(Math.ceil(start.valueOf() / 1000)));';
	flags('but is what a package makes of the reading', { 'a.test.ts': asked(same, '~'.repeat(same.length - 1)), 'shown.js': shown });
	allows('which a package makes of something else', { 'a.test.ts': asked('expect(record.time).toBe(other(Math.ceil(start.valueOf() / 1000)));'), 'shown.js': shown });
});

describe('a helper of another file that measures, and bounds what it has measured', () => {
	const helpers = `export const defining = function (title, rule, expected) {
	it(title, function () {
		let time = Date.now();
		const found = rule.all();
		time = Date.now() - time;
		const most = 200;
		expect(time).toBeLessThan(most);
		expect(found).toEqual(expected);
	});
};
export function quickly(run) {
	const start = Date.now();
	run();
	expect(Date.now() - start).toBeLessThan(200);
}
export function since(start) {
	expect(Date.now() - start).toBeLessThan(200);
}`;
	const calling = (...lines: readonly string[]) => ({
		'test/a.test.js': `import { defining, quickly, since } from './helpers';
import { make } from '../src/make';
describe('a', () => {
${lines.map(line => `\t${line}`).join('\n')}
});`,
		'test/helpers.js': helpers,
	});

	flags('once, where it defines the tests, and by its name', calling(
		`defining('one', make(1), []);`,
		'~~~~~~~~~~~~~~~~~~~~~~~~~~~~ how long something takes (defining (test/helpers.js:3) → Date.now)',
		`defining('two', make(2), []);`,
	));

	flags('once, where tests call it', calling(
		`it('one', () => { quickly(() => make(1)); });`,
		'                  ~~~~~~~~~~~~~~~~~~~~~~ quickly (test/helpers.js:14) → Date.now',
		`it('two', () => { quickly(() => make(2)); });`,
	));

	flags('in each test that hands over where it began', calling(
		`it('one', () => { const start = Date.now(); make(1); since(start); });`,
		'                                                     ~~~~~~~~~~~~',
		`it('two', () => { const start = Date.now(); make(2); since(start); });`,
		'                                                     ~~~~~~~~~~~~',
	));
});

describe('a length that a callback measures', () => {
	const measured = (before: string, claim: string): string => `
${vitest}
import { work } from './work';
test('does not block', async () => {
	let late = ${before};
	const begun = performance.now();
	Promise.resolve().then(() => { late = performance.now() - begun; });
	await work();
${claim}
});
`;
	const claim = '	expect(late).toBeLessThan(15);\n	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ how long something takes (performance.now)';
	flags('behind nothing', measured('0', claim));
	flags('behind what no length is', measured('Infinity', claim));
});

describe('an object that is compared as itself, or taken for a number', () => {
	const copied = (test: string): Record<string, string> => ({
		'test/copy.test.ts': `
import { expect, it } from 'vitest';
import { copy } from '../src/copy';
it('copies', () => {
	const copied = copy({ at: new Date(), name: 'Ada' });
	expect(copied.name).toBe('Ada');
});`,
		'src/copy.ts': `
const isKnown = value => ${test};
export const copy = source => {
	if (isKnown(source)) return { name: 'Bob' };
	return { ...source };
};`,
	});
	for (const test of ['value === Date || value === Number || value === String', 'value === Date || (value instanceof Date && !isNaN(+value))', 'value > 1']) allows(`in ${test}`, copied(test));
	flags('but for a reading that is compared itself', {
		'test/copy.test.ts': `
import { expect, it } from 'vitest';
import { greet } from '../src/copy';
it('greets', () => {
	expect(greet({ at: new Date() })).toBe('morning');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		'src/copy.ts': `export const greet = source => (source.at.getHours() < 12 ? 'morning' : 'evening');`,
	});
});

describe('a variable whose type says less than what it is given', () => {
	const files = {
		'ticket.ts': `export class Ticket {
	until?: number;
	get left() { return this.until === undefined ? undefined : this.until - Math.floor(Date.now() / 1000); }
}
export class Seat { row = 1; }`,
		'fill.ts': `import { asked } from './generated/asked';
export async function fill(ticket) { Object.assign(ticket, await asked()); }`,
	};
	const test = (given: string): string => `import { beforeEach, expect, it } from 'vitest';
import { fill } from './fill';
import { Ticket, Seat } from './ticket';
let ticket: Ticket & Seat;
beforeEach(() => { ticket = ${given}; });
it('is filled', async () => {
	await fill(ticket);
	expect(ticket).toMatchObject({ left: 42 });
});`;

	allows('an object that is only cast has no accessors', { 'a.test.ts': test('{ row: 2 } as Ticket & Seat'), ...files });
	flags('one that is made has', {
		'a.test.ts': test('new Ticket()').replace(/^(\texpect.*)$/m, line => `${line}\n\t${'~'.repeat(line.length - 2)} depends on the real time`),
		...files,
	});
});
