import { describe } from 'vitest';

import rule from '../../rules/no-random-assertion.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-random-assertion', rule);

const vitest = `import { beforeEach, expect, test, vi } from 'vitest';`;
const faker = `import { faker } from '@faker-js/faker';`;

describe('bounds', () => {
	flags('an upper bound that the generator reaches', `
${vitest}
${faker}
test('draws', () => {
	expect(faker.number.int({ max: 10 })).toBeLessThan(10);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ fails when that is \`10\`
});
`);

	for (const [name, claim] of [['the upper end of a range', `expect(Math.round(Math.random() * 50)).toBeLessThan(50)`], ['the lower end of a range', `expect(Math.floor(Math.random() * 1000)).toBeGreaterThan(0)`]] as const) {
		flags(name, `
${vitest}
test('draws', () => {
	${claim};
	${'~'.repeat(claim.length)} fails when
});
`);
	}

	flags('what the code makes of a draw, by what it makes', {
		'a.test.ts': `
${vitest}
import { coupon } from './coupon';
test('draws', () => {
	expect(coupon()).toMatch(/^C\\d{3}$/);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ , of which the code makes \`"C
});
`,
		'coupon.ts': `export const coupon = () => 'C' + Math.floor(Math.random() * 1000);`,
	});

	flags('an amount that may be nothing', `
${vitest}
${faker}
test('draws', () => {
	const amount = faker.finance.amount();
	expect(+amount).toBeGreaterThan(0);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ fails when that is \`"0.00"\`
});
`);

	flags('a die that is thrown in another module', {
		'a.test.ts': `
${vitest}
import { throwDie } from './src/die';
test('throws', () => {
	expect(throwDie()).toBeGreaterThan(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ throwDie (src/die.ts:2) → Math.random
});
`,
		'src/die.ts': `export function throwDie() {\n\treturn Math.floor(Math.random() * 6) + 1;\n}\n`,
	});

	flags('a comparison of node:assert', `
import assert from 'node:assert';
import test from 'node:test';
import faker from 'faker';
test('draws', () => {
	const options = { max: 10 };
	assert.ok(faker.random.number(options) < options.max);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	allows('bounds that every value is within', `
${vitest}
${faker}
test('draws', () => {
	expect(faker.number.int({ max: 10 })).toBeLessThanOrEqual(10);
	expect(faker.number.int({ min: 1, max: 10 })).toBeGreaterThan(0);
	expect(Math.random()).toBeLessThan(1);
	expect(Math.random()).toBeGreaterThanOrEqual(0);
	expect(Math.floor(Math.random() * 6) + 1).toBeGreaterThan(0);
});
`);

	allows('bounds of what nobody knows', `
${vitest}
${faker}
test('draws', () => {
	const max = Number(process.env.MAX);
	expect(faker.number.int({ max })).toBeLessThan(10);
	expect(faker.date.past().getTime()).toBeLessThan(10);
});
`);
});

describe('patterns', () => {
	flags('a digit that may be nought', `
${vitest}
${faker}
test('draws', () => {
	expect(faker.string.numeric()).toMatch(/^[1-9]$/);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ fails when that is \`"0"\`
});
`);

	flags('letters that need not be there', `
${vitest}
import faker from 'faker';
test('draws', () => {
	const text = faker.random.alphaNumeric(5);
	expect(text).toMatch(/[a-z]/);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	flags('an id that may hold what is looked for', `
${vitest}
import { randomUUID } from 'node:crypto';
test('is another', () => {
	const id = randomUUID();
	expect({ id }).toEqual({ id: expect.not.stringMatching('123') });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(id).not.toContain('12');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	flags('a name with an apostrophe', `
${vitest}
${faker}
test('is a name', () => {
	expect(faker.person.lastName()).toMatch(/^[A-Za-z]+$/);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ O'Conner
});
`);

	allows('patterns that every value has', `
${vitest}
${faker}
import { nanoid } from 'nanoid';
import { randomBytes, randomUUID } from 'node:crypto';
test('draws', () => {
	expect(faker.string.numeric(3)).toMatch(/^\\d{3}$/);
	expect(randomUUID()).toMatch(/^[0-9a-f-]{36}$/);
	expect(randomUUID()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	expect(randomUUID()).not.toContain('password');
	expect(randomUUID()).not.toContain('1234567');
	expect(nanoid()).toHaveLength(21);
	expect(randomBytes(16).toString('hex')).toHaveLength(32);
	expect(randomBytes(16).toString('hex')).not.toBe('0123456789abcdef0123456789abcdef');
});
`);
});

describe('equality', () => {
	flags('two of few values that are expected to differ', `
${vitest}
${faker}
test('differ', () => {
	const one = faker.number.int({ max: 100 });
	const other = faker.number.int({ max: 100 });
	expect(one).not.toBe(other);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	flags('a shuffled list that may be as it was', `
${vitest}
import _ from 'lodash';
test('shuffles', () => {
	expect(_.shuffle([1, 2, 3])).not.toEqual([1, 2, 3]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	flags('a value that hooks and factories draw', {
		'a.test.ts': `
${vitest}
import { buildUser } from './test/factory';
let user;
beforeEach(() => {
	user = buildUser();
});
test('is grown up', () => {
	expect(user.age).toBeGreaterThanOrEqual(18);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ buildUser (test/factory.ts:3) → faker.number.int
	expect(user.name).toBe('Ann');
	expect(user.active).toBe(true);
});
`,
		'test/factory.ts': `${faker}\nexport function buildUser(overrides = {}) {\n\treturn { age: faker.number.int({ min: 16, max: 90 }), active: true, name: 'Ann', ...overrides };\n}\n`,
	});

	flags('a branch that chance takes', {
		'a.test.ts': `
${vitest}
import { toss } from './src/coin';
test('tosses', () => {
	expect(toss()).toBe('heads');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`,
		'src/coin.ts': `export function toss() {\n\tif (Math.random() < 0.5) return 'heads';\n\treturn 'tails';\n}\n`,
	});

	allows('values that the test asks for, or draws again', `
${vitest}
${faker}
test('draws', () => {
	const size = faker.number.int(10);
	if (size === 0) {
		expect(size).toBe(0);
	} else {
		expect(size).toBeGreaterThan(0);
	}
	let other;
	do {
		other = faker.number.int(10);
	} while (other === 0);
	expect(other).toBeGreaterThan(0);
	if (size < 5) return;
	expect(size).toBeGreaterThan(4);
});
`);

	allows('the same value on both sides', {
		'a.test.ts': `
${vitest}
${faker}
import { greet } from './src/greet';
test('greets', () => {
	const name = faker.person.firstName();
	expect(greet(name)).toBe(\`Hello, \${name}\`);
	expect({ name }).toEqual({ name });
	expect(name.length).toBe(name.length);
});
`,
		'src/greet.ts': `export const greet = (name: string) => 'Hello, ' + name;\n`,
	});

	allows('ids that never come twice, and what is overridden', {
		'a.test.ts': `
${vitest}
${faker}
import { randomUUID } from 'node:crypto';
import { buildUser } from './test/factory';
test('differ', () => {
	expect(randomUUID()).not.toBe(randomUUID());
	expect(Math.random()).not.toBe(Math.random());
	expect(buildUser({ name: 'Ann' }).name).toBe('Ann');
	expect(buildUser({ age: 20 }).age).toBeGreaterThan(18);
});
`,
		'test/factory.ts': `${faker}\nexport const buildUser = (overrides = {}) => ({ age: faker.number.int(90), name: faker.person.firstName(), ...overrides });\n`,
	});

	allows('what the code under test makes of it, where that is not all told', {
		'a.test.ts': `
${vitest}
${faker}
import { isValid, save } from './src/users';
test('is valid', async () => {
	expect(isValid(faker.internet.email())).toBe(true);
	const { status } = await save({ name: faker.person.firstName() });
	expect(status).toBe(200);
});
`,
		'src/users.ts': `import { client } from './client';\nexport const isValid = (email: string) => /^\\S+@\\S+$/.test(email);\nexport async function save(user) {\n\tif (!user.name) return { status: 400 };\n\treturn client.post('/users', user);\n}\n`,
	});
});

describe('control', () => {
	allows('a seed in the test, in a hook, in a module', `
${vitest}
${faker}
beforeEach(() => {
	faker.seed(1);
});
test('draws', () => {
	expect(faker.number.int({ max: 10 })).toBeLessThan(10);
});
`);

	allows('a seed in a setup file', {
		'a.test.ts': `
${vitest}
${faker}
test('draws', () => {
	expect(faker.number.int({ max: 10 })).toBeLessThan(10);
});
`,
		'vitest.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { setupFiles: ['./setup.ts'] } });\n`,
		'setup.ts': `${faker}\nfaker.seed(1);\n`,
		'package.json': `{ "devDependencies": { "vitest": "4" } }`,
	});

	allows('a stub', `
${vitest}
test('draws', () => {
	vi.spyOn(Math, 'random').mockReturnValue(0.5);
	expect(Math.floor(Math.random() * 6)).toBe(3);
});
`);
});

describe('records that a search may find', () => {
	const factory = `${faker}\nimport { prisma } from './db';\nexport async function createUser(attributes = {}) {\n\treturn prisma.user.create({ data: { name: faker.person.fullName(), email: faker.internet.email(), ...attributes } });\n}\n`;
	const users = `import { prisma } from './db';\nexport const searchUsersByName = (name: string) => prisma.user.findMany({ where: { name: { contains: name } } });\n`;
	const db = `import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n`;
	const others = { 'test/factory.ts': factory, 'test/db.ts': db, 'src/users.ts': users, 'src/db.ts': db };

	flags('a filler whose name may fit the search', {
		'a.test.ts': `
${vitest}
import { createUser } from './test/factory';
import { searchUsersByName } from './src/users';
test('finds users by name', async () => {
	await createUser({ name: 'Andy' });
	await createUser({ name: 'Ana' });
	await createUser();
	await createUser({ email: 'a@b.c' });
	expect(await searchUsersByName('An')).toHaveLength(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The record of line 8 has a random \`name\` (createUser (test/factory.ts:4) → faker.person.fullName)
});
`,
		...others,
	}, {
		mends: {
			'Give the other record a fixed value.': `
${vitest}
import { createUser } from './test/factory';
import { searchUsersByName } from './src/users';
test('finds users by name', async () => {
	await createUser({ name: 'Andy' });
	await createUser({ name: 'Ana' });
	await createUser({ name: 'Robin' });
	await createUser({ email: 'a@b.c' });
	expect(await searchUsersByName('An')).toHaveLength(2);
});
`,
		},
	});

	flags('a filler of a hook, and a search by a URL', {
		'a.test.ts': `
${vitest}
import request from 'supertest';
import { app } from './src/app';
import { createUser } from './test/factory';
beforeEach(async () => {
	await createUser();
});
test('finds users by name', async () => {
	const andy = await createUser({ name: 'Andy' });
	const response = await request(app).get('/users?name=and');
	expect(response.body.users).toHaveLength(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(response.body.users.map(user => user.id)).toEqual([andy.id]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`,
		...others,
	});

	flags('a filler that chance gives the state that is looked for', {
		'a.test.ts': `
${vitest}
import { createOrder, findOrders } from './src/orders';
test('finds open orders', async () => {
	createOrder({ status: 'open' });
	createOrder({});
	const found = findOrders({ status: 'open' });
	expect(found.length).toBe(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`,
		'src/orders.ts': `${faker}\nconst orders = [];\nexport function createOrder(given) {\n\tconst order = { status: faker.helpers.arrayElement(['open', 'closed']), ...given };\n\torders.push(order);\n\treturn order;\n}\nexport const findOrders = ({ status }) => orders.filter(order => order.status === status);\n`,
	});

	allows('fillers that are told apart', {
		'a.test.ts': `
${vitest}
import { createUser } from './test/factory';
import { countUsers, searchUsersByName } from './src/users';
test('finds users by name', async () => {
	await createUser({ name: 'Andy' });
	await createUser({ name: 'Teddy' });
	expect(await searchUsersByName('An')).toHaveLength(1);
});
test('finds the rare one', async () => {
	await createUser({ name: 'Xqzzy' });
	await createUser();
	expect(await searchUsersByName('Xqzzy')).toHaveLength(1);
});
test('counts all', async () => {
	await createUser({ name: 'Andy' });
	await createUser();
	expect(await countUsers('active')).toBe(2);
	expect((await searchUsersByName('An')).length).toBeGreaterThan(0);
});
`,
		...others,
	});

	allows('a seeded filler', {
		'a.test.ts': `
${vitest}
${faker}
import { createUser } from './test/factory';
import { searchUsersByName } from './src/users';
beforeEach(() => faker.seed(1));
test('finds users by name', async () => {
	await createUser({ name: 'Andy' });
	await createUser();
	expect(await searchUsersByName('An')).toHaveLength(1);
});
`,
		...others,
	});
});

describe('counts', () => {
	const toss = (claim: string): string => `
${vitest}
test('is fair', () => {
	let heads = 0;
	for (let i = 0; i < 1000; i++) {
		if (Math.random() < 0.5) heads++;
	}
	${claim}
});
`;

	flags('a bound on a count that chance may miss', toss('expect(heads).toBeGreaterThan(450);\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ one run in'));
	flags('a count that chance may hit', toss('expect(heads).toBe(500);\n\t~~~~~~~~~~~~~~~~~~~~~~~'));
	allows('a bound that is wide enough', toss('expect(heads).toBeGreaterThan(300);'));
	allows('a share that is worked out exactly', `
${vitest}
test('is a third', () => {
	let hits = 0;
	for (let i = 0; i < 100_000; i++) if (Math.random() < 0.33) hits++;
	expect(hits).toBeGreaterThan(32_000);
});
`);
	allows('the bounds of what there can be', toss('expect(heads).toBeLessThanOrEqual(1000);'));

	const sides = (raise: string, claim: string): string => `
${vitest}
const side = () => (Math.random() < 0.5 ? 'heads' : 'tails');
test('is fair', () => {
	const counts = { heads: 0, tails: 0 };
	for (let i = 0; i < 1000; i++) ${raise}
	${claim}
});
`;
	flags('a count for each side', sides('counts[side()]++;', 'expect(counts.heads).toBeGreaterThan(450);\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ one run in'));
	flags('a count for each side, added up', sides('{ const one = side(); counts[one] = counts[one] + 1; }', 'expect(counts.tails).toBe(500);\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~'));
	allows('a wide bound on a count for each side', sides('counts[side()]++;', 'expect(counts.heads).toBeGreaterThan(300);'));
	allows('a count for each side of which only some draws are counted', sides(`if (i > 990) counts[side()]++;`, 'expect(counts.heads).toBeGreaterThan(450);'));
	allows('a count for each side that goes up by more', sides('counts[side()] += 5;', 'expect(counts.heads).toBeGreaterThan(450);'));

	const colours = (rounds: number, claim: string): string => `
${vitest}
const pick = list => list[Math.floor(Math.random() * list.length)];
test('gives each colour', () => {
	const seen = new Set();
	for (let i = 0; i < ${rounds}; i++) seen.add(pick(['red', 'green', 'blue']));
	${claim}
});
`;
	flags('all kinds in few draws', colours(10, 'expect(seen.size).toBe(3);\n\t~~~~~~~~~~~~~~~~~~~~~~~~~ Math.random): in one run of 20 one is missing.'));
	flags('more than all but one', colours(10, 'expect(seen.size).toBeGreaterThan(2);\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~'));
	allows('all kinds in many draws', colours(100, 'expect(seen.size).toBe(3);'));
	allows('one kind, and no more than there are', colours(10, 'expect(seen.size).toBeGreaterThan(0);\n\texpect(seen.size).toBeLessThanOrEqual(3);'));
});

describe('stubs', () => {
	flags('a stub of chance that leaves it to chance', `
import sinon from 'sinon';
let random: number;
beforeEach(() => {
	random = Math.random();
	sinon.stub(global.Math, 'random').returns(random);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ stands in for
});
it('waits', () => {});
`);

	flags('a stub in a hook, which works out with it how long it is to wait', `
import sinon from 'sinon';
let random: number;
let delay: number;
beforeEach(() => {
	random = Math.random();
	sinon.stub(global.Math, 'random').returns(random);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ stands in for
	delay = 1000 * random;
});
it('waits', () => {});
`);

	allows('a stub whose answer the test works with', `
import sinon from 'sinon';
import assert from 'assert';
import { delayOf } from './delay';
it('waits', () => {
	const random = Math.random();
	sinon.stub(global.Math, 'random').returns(random);
	assert.strictEqual(delayOf(3), 8000 + Math.floor(random * 1000));
});
`);

	allows('a stub with a fixed value, and stubs of others', `
${vitest}
test('waits', () => {
	vi.spyOn(Math, 'random').mockReturnValue(0.5);
	const id = Math.random();
	const source = { id: () => 1 };
	vi.spyOn(source, 'id').mockReturnValue(id);
	expect(source.id()).toBe(id);
});
`);
});

describe('snapshots', () => {
	const factory = { 'test/factory.ts': `${faker}\nexport const buildUser = (overrides = {}) => ({ id: faker.string.uuid(), name: 'Ann', ...overrides });\n` };

	flags('a snapshot with a random part', {
		'a.test.ts': `
${vitest}
import { buildUser } from './test/factory';
test('is a user', () => {
	expect(buildUser()).toMatchSnapshot();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ buildUser (test/factory.ts:2) → faker.string.uuid
});
`,
		...factory,
	});

	allows('a masked part, and parts that are fixed', {
		'a.test.ts': `
${vitest}
import { buildUser } from './test/factory';
test('is a user', () => {
	expect(buildUser()).toMatchSnapshot({ id: expect.any(String) });
	expect(buildUser().name).toMatchInlineSnapshot('"Ann"');
});
`,
		...factory,
	});
});

describe('suggestions', () => {
	flags('a value of the test', `
${vitest}
${faker}
test('is short', () => {
	const size = faker.number.int({ min: 1, max: 10 });
	expect(size).toBeLessThan(10);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`, {
		mends: {
			'Use one of the values that it may be.': `
${vitest}
${faker}
test('is short', () => {
	const size = 1;
	expect(size).toBeLessThan(10);
});
`,
			'Seed the generator at the start of the test.': `
${vitest}
${faker}
test('is short', () => {
	faker.seed(1);
	const size = faker.number.int({ min: 1, max: 10 });
	expect(size).toBeLessThan(10);
});
`,
		},
	});
});

describe('a seed that chance picks itself', () => {
	flags('a generator that is seeded with nothing', `
import { describe, expect, test } from 'vitest';
${faker}
describe(\`seed \${faker.seed()}\`, () => {
	test('draws', () => {
		expect(faker.string.numeric()).toMatch(/^[1-9]$/);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ fails when that is \`"0"\`
	});
});
`);

	flags('a generator that is seeded with the time', `
${vitest}
${faker}
faker.seed(Date.now());
test('draws', () => {
	expect(faker.string.numeric()).toMatch(/^[1-9]$/);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	allows('one that is seeded again after that', `
${vitest}
${faker}
faker.seed();
beforeEach(() => faker.seed(1));
test('draws', () => {
	expect(faker.string.numeric()).toMatch(/^[1-9]$/);
});
`);
});

describe('values on the edge', () => {
	flags('the length of a number that may begin with noughts', `
${vitest}
test('draws', () => {
	expect(String(Math.floor(Math.random() * 1_000_000))).toHaveLength(6);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	flags('the length of a fraction', `
${vitest}
import { makeId } from './id';
test('draws', () => {
	expect(Math.random().toString(36).slice(2)).toHaveLength(11);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	flags('the length of an id that another module makes', {
		'a.test.ts': `
${vitest}
import { makeId } from './id';
test('draws', () => {
	expect(makeId().length).toBe(8);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`,
		'id.ts': `export function makeId() {\n\treturn Math.floor(Math.random() * 0xffffffff).toString(16);\n}\n`,
	});

	flags('the fraction of a number that may be whole', `
${vitest}
${faker}
test('draws', () => {
	const latitude = faker.location.latitude({ max: 5, min: -5 });
	expect(latitude.toString().split('.')[1].length).toBeLessThanOrEqual(4);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ fails when that is
});
`);

	flags('a match that may be none', `
${vitest}
${faker}
test('draws', () => {
	expect(faker.string.alphanumeric(3).match(/[a-z]/)[0]).toBeTruthy();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	allows('what is asked with care', `
${vitest}
${faker}
test('draws', () => {
	const latitude = faker.location.latitude();
	expect(latitude.toString().split('.')[1]?.length ?? 0).toBeLessThanOrEqual(4);
	expect(latitude).toBeLessThanOrEqual(90);
	expect(faker.datatype.boolean(1)).toBe(true);
	expect(faker.datatype.boolean({ probability: 0 })).toBe(false);
	expect(faker.random.alphaNumeric(5, { bannedChars: ['a'] })).toMatch(/^[^a]*$/);
});
`);
});

describe('orders that chance makes', () => {
	flags('a list that is sorted by chance', `
${vitest}
test('draws', () => {
	const list = [1, 2, 3].sort(() => Math.random() - 0.5);
	expect(list[0]).toBe(1);
	~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	flags('a list that another module sorts by chance', {
		'a.test.ts': `
${vitest}
import { shuffle } from './shuffle';
test('draws', () => {
	const list = ['a', 'b', 'c'];
	expect(shuffle(list)).not.toEqual(list);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`,
		'shuffle.ts': `export function shuffle(list) {\n\treturn [...list].sort(() => 0.5 - Math.random());\n}\n`,
	});

	allows('its members', `
${vitest}
test('draws', () => {
	const list = [1, 2, 3].sort(() => Math.random() - 0.5);
	expect(list).toHaveLength(3);
	expect(list).toContain(1);
	expect([...list].sort()).toEqual([1, 2, 3]);
});
`);
});

describe('bytes', () => {
	flags('a code of random bytes that must not begin with nought', `
${vitest}
import { randomBytes } from 'node:crypto';
test('draws', () => {
	expect(randomBytes(3).toString('hex')).toMatch(/^[1-9a-f]/);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	flags('the text of random bytes', `
${vitest}
import { randomBytes } from 'node:crypto';
test('draws', () => {
	expect(randomBytes(6).toString('base64')).toMatch(/^[a-zA-Z0-9=]{8}$/);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	const made = (claim: string, mark = ''): string => `
${vitest}
import { randomBytes } from 'node:crypto';
import { nanoid } from 'nanoid';
test('makes a key', () => {
	${claim}
	${mark}
});
`;
	for (const claim of [
		`expect(randomBytes(8).toString('base64')).toMatch(/^[A-Za-z0-9=]+$/);`,
		`expect(randomBytes(16).toString('base64')).not.toContain('/');`,
		`expect(randomBytes(32).toString('base64').includes('+')).toBe(false);`,
		`expect(randomBytes(16).toString('base64url')).toMatch(/^[A-Za-z0-9]+$/);`,
		`expect(encodeURIComponent(randomBytes(9).toString('base64'))).toHaveLength(12);`,
		`expect(nanoid()).toMatch(/^[A-Za-z0-9]+$/);`,
	])
		flags(`in ${claim}`, made(claim, '~'.repeat(claim.length - 1)));
	for (const claim of [
		`expect(randomBytes(8).toString('base64')).toMatch(/^[A-Za-z0-9+/]{11}=$/);`,
		`expect(randomBytes(16).toString('base64')).toHaveLength(24);`,
		`expect(randomBytes(16).toString('base64')).toMatch(/==$/);`,
		`expect(randomBytes(16).toString('base64url')).toHaveLength(22);`,
		`expect(randomBytes(16).toString('base64url')).toMatch(/^[\\w-]+$/);`,
		`expect(randomBytes(16).toString('base64url')).not.toContain('=');`,
		`expect(randomBytes(length).toString('base64')).not.toContain('/');`,
		`expect(nanoid()).toMatch(/^[\\w-]{21}$/);`,
	])
		allows(`in ${claim}`, made(claim));
});

describe('one of a list that is handed over', () => {
	const pick = { 'src/pick.ts': 'export const pick = <Item>(items: Item[]) => items[Math.floor(Math.random() * items.length)];\n' };
	const test = (body: string, mark = ''): string => `
import { expect, test } from 'vitest';
import { pick } from './src/pick';
const colours = ['red', 'blue'];
test('picks', () => {
	${body}
${mark}});
`;
	flags('a list that is written there', { 'a.test.ts': test(`expect(pick(['red', 'blue'])).toBe('red');`, `\t${'~'.repeat(`expect(pick(['red', 'blue'])).toBe('red')`.length)}\n`), ...pick });
	flags('a list of the file', { 'a.test.ts': test(`expect(pick(colours)).toBe('red');`, `\t${'~'.repeat(`expect(pick(colours)).toBe('red')`.length)}\n`), ...pick });
	allows('a list of one', { 'a.test.ts': test(`expect(pick(['red'])).toBe('red');`), ...pick });
	allows('whether it is one of the list', { 'a.test.ts': test(`expect(colours).toContain(pick(colours)); expect(pick(colours)).toBeTruthy();`), ...pick });
});

describe('a list that is shuffled by hand', () => {
	const shuffles = `export function fisher(list) {
	const copy = list.slice();
	for (let i = copy.length - 1; i > 0; i--) {
		const j = Math.floor(Math.random() * (i + 1));
		[copy[i], copy[j]] = [copy[j], copy[i]];
	}
	return copy;
}
export function mix(list) {
	let rest = list.length;
	while (rest > 0) {
		const at = Math.floor(Math.random() * rest--);
		const last = list[rest];
		list[rest] = list[at];
		list[at] = last;
	}
}
export function sortAnyhow(list) {
	list.sort(() => 0.5 - Math.random());
	return list;
}
export function turn(list) {
	for (let i = 0, j = list.length - 1; i < j; i++, j--) [list[i], list[j]] = [list[j], list[i]];
	return list;
}
`;
	const test = (body: string): string => `
import { expect, test, vi } from 'vitest';
import { fisher, mix, sortAnyhow, turn } from './shuffles';
test('shuffles', () => {
	const list = [1, 2, 3, 4];
${body}
});
`;
	const flagsClaim = (claim: string, message: string, before = ''): void =>
		flags(`${before} ${claim}`, { 'a.test.ts': test(`${before === '' ? '' : `\t${before};\n`}\t${claim};\n\t${'~'.repeat(claim.length)} ${message}`), 'shuffles.ts': shuffles });

	flagsClaim('expect(fisher([1, 2, 3])).not.toEqual([1, 2, 3])', 'fisher (shuffles.ts:4) → Math.random): it fails when that is `[1,2,3]`');
	flagsClaim('expect(shuffled).not.toEqual(list)', 'fails when that is `[1,2,3,4]`', 'const shuffled = fisher([...list])');
	flagsClaim('expect(fisher(list)[0]).toBe(1)', 'fails when that is `2`');
	flagsClaim('expect(list).not.toEqual([1, 2, 3, 4])', 'mix (shuffles.ts:12) → Math.random', 'mix(list)');
	flagsClaim('expect(sortAnyhow(list)).not.toStrictEqual([1, 2, 3, 4])', 'sortAnyhow (shuffles.ts:19) → Math.random');
	flagsClaim('expect(fisher(list)).toEqual([4, 3, 2, 1])', 'fails when that is `[1,2,3,4]`');

	allows('what holds for every order, what no order meets, and what is turned by no chance', {
		'a.test.ts': test(`	expect(fisher(list)).toHaveLength(4);
	expect(fisher(list)).toContain(2);
	expect(fisher(list).sort()).toEqual([1, 2, 3, 4]);
	expect(fisher(list)).not.toEqual([1, 2, 3]);
	expect(fisher(list)).not.toBe(list);
	expect(fisher([1])).toEqual([1]);
	expect(fisher([1, 1])).toEqual([1, 1]);
	expect(fisher(list)[0]).not.toBe(7);
	expect(list).toEqual([1, 2, 3, 4]);
	expect(turn([1, 2])).toEqual([2, 1]);`),
		'shuffles.ts': shuffles,
	});

	allows('a long list that is not to come out as it was', { 'a.test.ts': test(`	expect(fisher([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);`), 'shuffles.ts': shuffles });
	allows('a generator that the test stubs', { 'a.test.ts': test(`	vi.spyOn(Math, 'random').mockReturnValue(0.1);\n	expect(fisher(list)).not.toEqual(list);`), 'shuffles.ts': shuffles });
});

describe('random values of which no two are to be the same', () => {
	const ids = `export const short = () => Math.random().toString(36).slice(2, 6);
export const long = () => Math.random().toString(36).slice(2, 10);
export const number = () => Math.floor(Math.random() * 10000);
let last = 0;
export const next = () => ++last;
`;
	const test = (body: string): string => `
import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { long, next, number, short } from './ids';
test('are unique', () => {
${body}
});
`;

	flags('a set of short ones, with how often that is', {
		'a.test.ts': test(`	expect(new Set(Array.from({ length: 100 }, () => short())).size).toBe(100);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (short (ids.ts:1) → Math.random) may be the same: that is so in one run of 340`),
		'ids.ts': ids,
	});

	flags('a set that a loop fills, and a list of it', {
		'a.test.ts': test(`	const seen = new Set();
	for (let i = 0; i < 50; i++) seen.add(number());
	expect(seen.size).toBe(50);
	~~~~~~~~~~~~~~~~~~~~~~~~~~ one run of 9
	const drawn = [...Array(20)].map(() => number());
	expect([...new Set(drawn)]).toHaveLength(20);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(new Set(drawn).size).toBe(drawn.length);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`),
		'ids.ts': ids,
	});

	flags('so many that two are mostly the same', {
		'a.test.ts': test(`	expect(new Set(Array.from({ length: 155 }, () => number())).size).toBe(155);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ that is so in about 7 of 10 runs.
	expect(new Set(Array.from({ length: 500 }, () => number())).size).toBe(500);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ that is so in nearly every run.`),
		'ids.ts': ids,
	});

	flags('two that are to differ, of a few thousand', {
		'a.test.ts': test(`	expect(number()).not.toBe(number());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ These two random values (number (ids.ts:3) → Math.random) may be the same: that is so in one run of 10000.
	const one = number();
	const other = number();
	expect(one).not.toEqual(other);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`),
		'ids.ts': ids,
	});

	flags('two that are filled up to one length', {
		'a.test.ts': test(`	expect(String(number()).padStart(5, '0')).not.toBe(String(number()).padStart(5, '0'));
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`),
		'ids.ts': ids,
	});

	allows('two of very many, one that is held against itself, and two of a seeded generator', {
		'a.test.ts': test(`	expect(long()).not.toBe(long());
	expect(randomUUID()).not.toBe(randomUUID());
	const one = number();
	expect(one).not.toBe({ one });
	expect(one).toBe(one);
	expect(next()).not.toBe(next());
	vi.spyOn(Math, 'random').mockReturnValueOnce(0.1).mockReturnValueOnce(0.2);
	expect(number()).not.toBe(number());`),
		'ids.ts': ids,
	});

	allows('a few of very many, what is counted, another count, and a stubbed generator', {
		'a.test.ts': test(`	expect(new Set(Array.from({ length: 1000 }, () => long())).size).toBe(1000);
	expect(new Set(Array.from({ length: 1000 }, () => randomUUID())).size).toBe(1000);
	expect(new Set(Array.from({ length: 1000 }, () => next())).size).toBe(1000);
	expect(new Set(Array.from({ length: 1000 }, () => short())).size).toBeGreaterThan(1);
	const list = Array.from({ length: 50 }, () => number());
	expect(list).toHaveLength(50);
	vi.spyOn(Math, 'random').mockReturnValueOnce(0.1).mockReturnValueOnce(0.2);
	expect(new Set(Array.from({ length: 2 }, () => short())).size).toBe(2);`),
		'ids.ts': ids,
	});
});

describe('what an app answers that the test asks in its own process', () => {
	const app = { 'app.ts': `import express from 'express';
export const app = express();
app.get('/roll', (req, res) => res.json({ value: Math.ceil(Math.random() * 6), of: 6 }));
app.get('/word', (req, res) => { const words = ['a', 'b']; res.send(words[Math.floor(Math.random() * words.length)]); });
` };
	const asking = (claim: string, mark = ''): string => `
${vitest}
import request from 'supertest';
import { app } from './app';
test('answers', async () => {
	const found = await request(app).get('/roll');
	${claim}
	${mark}
});
`;
	for (const claim of [`expect(found.body.value).toBe(3)`, `expect(found.body).toEqual({ value: 3, of: 6 })`, `await request(app).get('/roll').expect(200, { value: 3, of: 6 })`, `await request(app).get('/word').expect('a')`]) {
		flags(`in ${claim}`, { 'a.test.ts': asking(claim, underlined(claim)), ...app });
	}
	for (const claim of [`expect(found.body.value).toBeLessThan(7)`, `expect(found.body.of).toBe(6)`, `await request(app).get('/roll').expect(200)`, `await request(app).get('/word').expect(/^[ab]$/)`, `await request(app).get('/rolls').expect({ value: 3 })`]) {
		allows(`in ${claim}`, { 'a.test.ts': asking(claim), ...app });
	}
});

describe('lists whose elements are drawn one by one', () => {
	const made = { 'made.ts': `const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
export function code(length: number) {
	let text = '';
	for (let i = 0; i < length; i++) {
		text += letters[Math.floor(Math.random() * letters.length)];
	}
	return text;
}
export const die = () => 1 + Math.floor(Math.random() * 6);
export const throws = (times: number) => Array.from({ length: times }, () => die());
export const isLucky = () => Math.random() < 0.5;
export const tag = (name: string) => name + '-' + code(5);
export function thrown(times: number) {
	const found: number[] = [];
	for (let i = 0; i < times; i++) found.push(die());
	return found;
}
` };
	const making = (claim: string, mark = ''): string => `
${vitest}
import { code, die, isLucky, tag, throws, thrown } from './made';
test('draws', () => {
	${claim}
	${mark}
});
`;
	for (const claim of [
		'expect(code(6)).toMatch(/[a-z]/)',
		'expect(code(6)).toMatch(/\\d/)',
		'expect(code(4)).toMatch(/^[a-z]/)',
		'expect(new Set(throws(20)).size).toBe(6)',
		'expect(Math.max(...throws(10))).toBe(6)',
		'expect(throws(10)).toContain(3)',
		'expect(thrown(10)).toContain(3)',
		'expect([...Array(5)].map(() => die()).every(each => each > 1)).toBe(true)',
		'expect(throws(10).filter(each => each === 6).length).toBeGreaterThan(0)',
		'expect(throws(3).reduce((sum, each) => sum + each, 0)).toBeGreaterThan(3)',
	]) {
		flags(`in ${claim}`, { 'a.test.ts': making(claim, underlined(claim)), ...made });
	}
	for (const claim of [
		'expect(code(40)).toMatch(/[a-z]/)',
		'expect(code(6)).toMatch(/^[a-z0-9]{6}$/)',
		'expect(code(6)).toHaveLength(6)',
		'expect(new Set(throws(400)).size).toBe(6)',
		'expect(Math.max(...throws(10))).toBeLessThan(7)',
		'expect(throws(10)).toHaveLength(10)',
		'expect(throws(10)).not.toContain(7)',
		'expect(thrown(200)).toContain(3)',
		'expect(throws(10).every(each => each >= 1 && each <= 6)).toBe(true)',
		'expect(throws(1000).reduce((sum, each) => sum + each, 0) / 1000).toBeCloseTo(3.5, 0)',
		`expect(tag('a')).toMatch(/^a-/)`,
		'expect(tag(code(2)).length).toBe(8)',
	]) {
		allows(`in ${claim}`, { 'a.test.ts': making(claim), ...made });
	}
});

describe('which of several draws is told of', () => {
	const goods = { 'goods.ts': `import { randomInt } from 'node:crypto';
import { faker } from '@faker-js/faker';
export const item = () => ({ code: faker.string.alphanumeric(8), pieces: faker.number.int({ max: 5 }), price: faker.number.float({ min: 100, max: 900 }) });
export function order() {
	const items = [item()];
	return { items, total: items.reduce((sum, each) => sum + each.pieces * each.price, 0) };
}
const letters = 'ABCDEF0123456789';
export const coupon = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
` };
	const drawing = (code: string): string => `
${vitest}
import { coupon, item, order } from './goods';
test('draws', () => {
${code}
});
`;
	flags('the one that decides, where the others do not matter', {
		'a.test.ts': drawing(`
	expect(order().total).toBeGreaterThan(0);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ item (goods.ts:3) → faker.number.int): it fails when that is \`0\`. Use`),
		...goods,
	});
	flags('both, where one is held against the other', {
		'a.test.ts': drawing(`
	expect(item().pieces).not.toBe(item().pieces);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ faker.number.int): it fails when that is \`0\` and \`0\`. Use`),
		...goods,
	});
	flags('what the code makes of many, not what each of them takes up', {
		'a.test.ts': drawing(`
	expect(coupon()).toMatch(/[A-Z]/);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ randomInt): it fails where the code makes \`"0000"\` of them`),
		...goods,
	});
});

describe('texts of a length that chance decides, and what is made of them', () => {
	const drawing = (claim: string, mark = ''): string => `
${vitest}
${faker}
import { randomBytes } from 'node:crypto';
const shortened = (text: string) => (text.length > 20 ? text.slice(0, 20) + '…' : text);
test('draws', () => {
	const words = faker.lorem.words();
	const id = randomBytes(6).toString('base64');
	const safe = randomBytes(6).toString('base64url');
	${claim}
	${mark}
});
`;
	for (const claim of [
		'expect(words.length).toBeLessThan(15);',
		'expect(faker.lorem.words({ min: 1, max: 6 }).length).toBeLessThanOrEqual(20);',
		'expect(faker.lorem.sentence().length).toBeLessThan(50);',
		'expect(shortened(words)).toBe(words);',
		'expect(encodeURIComponent(id)).toBe(id);',
		'expect(Cypress._.random(1, 50)).toBeLessThan(40);',
	]) {
		flags(`in ${claim}`, drawing(claim, underlined(claim)));
	}
	for (const claim of [
		'expect(words.length).toBeLessThan(60);',
		'expect(words.length).toBeGreaterThan(5);',
		`expect(words.split(' ')).toHaveLength(3);`,
		'expect(words).not.toBe(faker.lorem.words());',
		'expect(faker.lorem.sentence()).toMatch(/^[A-Z].*\\.$/);',
		'expect(faker.lorem.sentence().length).toBeLessThan(200);',
		'expect(encodeURIComponent(safe)).toBe(safe);',
		'expect(decodeURIComponent(encodeURIComponent(id))).toBe(id);',
		'expect(Cypress._.random(1, 50)).toBeLessThan(51);',
		'expect(Cypress.$.random(1, 50)).toBeLessThan(40);',
	]) {
		allows(`in ${claim}`, drawing(claim));
	}
});

describe('what is called for each place of a list', () => {
	const ids = { 'ids.ts': `export const ticket = () => String(Math.floor(Math.random() * 1e6));
export function die() { return 1 + Math.floor(Math.random() * 6); }
export const isHeads = () => Math.random() < 0.5;
export const numbered = (_: unknown, place: number) => place + '-' + Math.floor(Math.random() * 10);
export const stamped = (_: unknown, id = Math.random()) => 'n' + id;
export class Dice { static cast() { return die(); } }
` };
	const drawing = (claim: string, mark = ''): string => `
${vitest}
${faker}
import _ from 'lodash';
import { Dice, die, isHeads, numbered, stamped, ticket } from './ids';
test('draws', async () => {
	${claim}
	${mark}
});
`;
	for (const claim of [
		'expect(new Set(Array.from({ length: 1000 }, ticket)).size).toBe(1000);',
		'expect(new Set([...Array(1000)].map(ticket)).size).toBe(1000);',
		'expect(Array.from({ length: 3 }, die)).toContain(6);',
		'expect(Array.from({ length: 3 }, Dice.cast)).toContain(6);',
		'expect(_.times(3, die)).toContain(6);',
		'expect([1, 2, 3].map(die)).toContain(6);',
		'expect(new Array(4).fill(0).map(Math.random)[0]).toBeLessThan(0.9);',
		`expect(new Set([1, 2].map(() => (Math.random() < 0.5 ? 'a' : 'b'))).size).toBe(2);`,
		'expect(new Set(await Promise.all([1, 2].map(async () => die()))).size).toBe(2);',
		'expect(faker.helpers.multiple(() => faker.number.int({ min: 1, max: 9 }), { count: 3 })).toContain(3);',
		'expect(new Set(faker.helpers.multiple(die, { count: 3 })).size).toBe(3);',
		'expect(Array.from({ length: 5 }, isHeads).filter(Boolean).length).toBeGreaterThan(0);',
		'expect([1, 2, 3].map(() => isHeads()).filter(Boolean)).toHaveLength(2);',
	]) {
		flags(`in ${claim}`, { 'a.test.ts': drawing(claim, underlined(claim)), ...ids });
	}
	for (const claim of [
		'expect(new Set(Array.from({ length: 3 }, ticket)).size).toBe(3);',
		'expect(new Set(Array.from({ length: 1000 }, crypto.randomUUID)).size).toBe(1000);',
		'expect(Array.from({ length: 1000 }, isHeads).filter(Boolean).length).toBeGreaterThan(0);',
		'expect(Array.from({ length: 400 }, die)).toContain(6);',
		'expect(new Set(Array.from({ length: 10 }, numbered)).size).toBe(10);',
		'expect(new Set(Array.from({ length: 10 }, stamped)).size).toBe(10);',
		`expect(Array.from({ length: 10 }, stamped)[0]).toBe('n0');`,
		'expect([1, 2, 3].map(die)).toHaveLength(3);',
		'expect(faker.helpers.multiple(() => 3, { count: 3 })).toContain(3);',
		'expect(faker.helpers.multiple(() => 3)).toMatchSnapshot();',
		'expect([2, 4].map(Number).filter(Boolean)).toHaveLength(2);',
	]) {
		allows(`in ${claim}`, { 'a.test.ts': drawing(claim), ...ids });
	}
});
