import { describe, expect, test } from 'vitest';

import { describe as describeWitness } from '../../src/effects/witness.ts';
import { analyse } from '../support/analysis.ts';
import type { Files } from '../support/memory-project.ts';

/** What the function `run` stores: where, how it is known to be unique, and what makes it. */
function stored(files: string | Files): string[] {
	const all = typeof files === 'string' ? { 'a.test.ts': files } : files;
	const { effects, function: named, module } = analyse(all);
	const [text = ''] = Object.values(all);
	const at = (offset: number): number => module.facts.lines.filter(start => start <= offset).length;
	return effects.storesIn(named('run')).map(({ table, key, why, generator, fixed, site, witness }) => {
		const made = generator === undefined ? (fixed === undefined ? 'something' : `fixed ${fixed}`) : describeWitness(witness);
		expect(text.slice(site.start, site.end)).not.toBe('');
		return `${table ?? '?'}.${key} (${why}) at line ${at(site.start)}: ${made}`;
	});
}

const faker = `import { faker } from '@faker-js/faker';\n`;
const prisma = `${faker}import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n`;
const run = (body: string): string => `async function run() { ${body} }`;

describe('the record of a store is read', () => {
	test.each<[string, string, string[]]>([
		['from a literal', run('await prisma.user.create({ data: { email: faker.internet.email(), age: 3 } });'), ['user.email (name) at line 4: faker.internet.email']],
		['from a variable', run('const data = { email: faker.internet.email() }; await prisma.user.create({ data });'), ['user.email (name) at line 4: faker.internet.email']],
		['from a factory', `const build = () => ({ email: faker.internet.email() });\n${run('await prisma.user.create({ data: build() });')}`, ['user.email (name) at line 5: build (a.test.ts:4) → faker.internet.email']],
		['from a factory that stores', `const create = async (attrs = {}) => prisma.user.create({ data: { email: faker.internet.email(), ...attrs } });\n${run('await create();')}`, ['user.email (name) at line 5: create (a.test.ts:4) → faker.internet.email']],
		['with overrides', `const create = async (attrs = {}) => prisma.user.create({ data: { email: faker.internet.email(), ...attrs } });\n${run("await create({ email: 'a@x.com' }); await create({ name: 'a' });")}`, ['user.email (name) at line 5: fixed a@x.com', 'user.email (name) at line 5: create (a.test.ts:4) → faker.internet.email']],
		['with defaults', `const defaults = { email: 'a@x.com', username: 'a' };\n${run('await prisma.user.create({ data: { ...defaults, username: faker.internet.username() } });')}`, ['user.email (name) at line 5: fixed a@x.com', 'user.username (name) at line 5: faker.internet.username']],
		['with overrides that nobody can see', `import { attrs } from './gone';\n${run('await prisma.user.create({ data: { email: faker.internet.email(), ...attrs, slug: faker.lorem.slug() } });')}`, ['user.slug (name) at line 5: faker.lorem.slug']],
		['with a default parameter', `const create = (email = faker.internet.email()) => prisma.user.create({ data: { email } });\n${run("await create(); await create('a@x.com');")}`, ['user.email (name) at line 5: create (a.test.ts:4) → faker.internet.email', 'user.email (name) at line 5: fixed a@x.com']],
		['with fields assigned later', run("const user = {}; user.email = faker.internet.email(); await prisma.user.create({ data: user });"), ['user.email (name) at line 4: faker.internet.email']],
		['with fields assigned over others', run("const user = { email: faker.internet.email() }; user.email = 'a@x.com'; await prisma.user.create({ data: user });"), ['user.email (name) at line 4: fixed a@x.com']],
		['through Object.assign', run("await prisma.user.create({ data: Object.assign({ email: faker.internet.email() }, { slug: 'a' }) });"), ['user.email (name) at line 4: faker.internet.email', 'user.slug (name) at line 4: fixed a']],
		['from a list', run("await prisma.user.createMany({ data: [{ email: 'a@x.com' }, { email: faker.internet.email() }] });"), ['user.email (name) at line 4: fixed a@x.com', 'user.email (name) at line 4: faker.internet.email']],
		['from Array.from', run('await prisma.user.createMany({ data: Array.from({ length: 3 }, () => ({ email: faker.internet.email() })) });'), ['user.email (name) at line 4: faker.internet.email']],
		['from map', run("const data = ['a', 'b'].map(name => ({ name, email: faker.internet.email() })); await prisma.user.createMany({ data });"), ['user.email (name) at line 4: faker.internet.email']],
		['from pushes', run('const users = []; users.push({ email: faker.internet.email() }); await prisma.user.createMany({ data: users });'), ['user.email (name) at line 4: faker.internet.email']],
		['in callbacks', run('await Promise.all([1, 2].map(() => prisma.user.create({ data: { email: faker.internet.email() } })));'), ['user.email (name) at line 4: faker.internet.email']],
		['from a class', `class User { email; constructor(email) { this.email = email; } }\n${run('await prisma.user.create({ data: new User(faker.internet.email()) });')}`, ['user.email (name) at line 5: faker.internet.email']],
		['from a class that takes all', `class User { constructor(attrs) { Object.assign(this, attrs); } }\n${run('await prisma.user.create({ data: new User({ email: faker.internet.email() }) });')}`, ['user.email (name) at line 5: faker.internet.email']],
		['from a list that a function is handed', `const ana = { email: faker.internet.email() };\nconst insert = async users => prisma.user.createMany({ data: users.map(user => ({ ...user, age: 3 })) });\n${run('await insert([ana]);')}`, ['user.email (name) at line 6: faker.internet.email']],
		['from nothing', run('await prisma.user.create(); await prisma.user.create({}); await prisma.user.create({ data: {} });'), []],
		['from what nobody can see', run('await prisma.user.create(gone); await prisma.user.create({ data: gone() }); await prisma.user.create(...gone);'), []],
	])('%s', (_, code, expected) => {
		expect(stored(prisma + code)).toEqual(expected);
	});

	test('across files', () => {
		expect(stored({
			'test/a.test.ts': `import { createUser } from './factories';\n${run('await createUser();')}`,
			'test/factories/index.ts': `export * from './user';`,
			'test/factories/user.ts': `${faker}import { db } from '../../src/db';\nconst build = () => ({ email: faker.internet.email() });\nexport async function createUser(attrs = {}) {\n\treturn db.user.create({ data: { ...build(), ...attrs } });\n}`,
			'src/db.ts': `import { PrismaClient } from '@prisma/client';\nexport const db = new PrismaClient();`,
		})).toEqual(['user.email (name) at line 2: createUser (test/factories/user.ts:5) → build (test/factories/user.ts:3) → faker.internet.email']);
	});
});

test.each([
	`const holder = globalThis as unknown as { db?: PrismaClient };\nexport const db = holder.db ?? new PrismaClient();\nif (process.env.NODE_ENV !== 'production') holder.db = db;`,
	`export const db = global.db || new PrismaClient();\nif (process.env.NODE_ENV !== 'production') global.db = db;`,
	`const create = () => new PrismaClient({ log: [] }).$extends({});\nlet client: ReturnType<typeof create>;\nif (!globalThis.client) globalThis.client = create();\nclient = globalThis.client ?? create();\nexport { client as db };`,
	`class Database extends PrismaClient {}\nexport const db = new Database();`,
])('a client is found: %s', client => {
	expect(stored({
		'test/a.test.ts': `import { faker } from '@faker-js/faker';\nimport { db } from '../src/db';\n${run('await db.user.create({ data: { email: faker.internet.email() } });')}`,
		'src/db.ts': `import { PrismaClient } from '@prisma/client';\n${client}`,
	})).toEqual(['user.email (name) at line 3: faker.internet.email']);
});

test('a value that another file keeps is said to be there', () => {
	expect(stored({
		'test/a.test.ts': `import { ana } from './people';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n${run('await prisma.user.create({ data: ana });')}`,
		'test/people.ts': `${faker}export const ana = {\n\temail: faker.internet.email(),\n};`,
	})).toEqual(['user.email (name) at line 4: email (test/people.ts:3) → faker.internet.email']);
});

describe('a value can be made twice by', () => {
	test.each<[string, string, string]>([
		['faker', 'faker.internet.email()', 'faker.internet.email'],
		['faker with options', "faker.internet.email({ provider: 'x.com' })", 'faker.internet.email'],
		['faker, changed', 'faker.internet.email().trim().toLowerCase()', 'faker.internet.email'],
		['two fakers', '`${faker.person.firstName()}.${faker.person.lastName()}@x.com`', 'faker.person.firstName'],
		['Math.random', '`user${Math.random()}@x.com`', 'Math.random'],
		['a small range', '`user${Math.floor(Math.random() * 1000)}@x.com`', 'Math.random'],
		['a part of it', '`user${Math.random().toString(36).slice(2, 8)}@x.com`', 'Math.random'],
		['the clock', '`user${Date.now()}@x.com`', 'Date.now'],
		['a date', "'user' + new Date().getTime() + '@x.com'", 'new Date'],
		['a variable', 'stamp', 'Date.now'],
		['a function', 'email("a")', 'email (a.test.ts:5) → Math.random'],
	])('%s', (_, value, api) => {
		const code = `const stamp = \`u\${Date.now()}\`;\nconst email = name => \`\${name}\${Math.random()}@x.com\`;\n${run(`await prisma.user.create({ data: { email: ${value} } });`)}`;
		expect(stored(prisma + code)).toEqual([`user.email (name) at line 6: ${api}`]);
	});
});

describe('a value cannot be made twice by', () => {
	test.each<[string, string]>([
		['crypto', '`${crypto.randomUUID()}@x.com`'],
		['uuid', '`${uuid()}@x.com`'],
		['nanoid', '`${nanoid()}@x.com`'],
		["faker's UUIDs", 'faker.string.uuid()'],
		['a UUID among others', '`${faker.person.firstName()}-${uuid()}@x.com`'],
		['a UUID in an option', 'faker.internet.email({ provider: `${uuid()}.com` })'],
		['a counter', '`user${n++}@x.com`'],
		['a counter function', '`user${nextId()}@x.com`'],
		['a counter in an object', '`user${state.next()}@x.com`'],
		['a counter and the clock', '`user${Date.now()}-${nextId()}@x.com`'],
		['a counter and faker', 'faker.internet.email({ firstName: `user${++n}` })'],
		["a worker's id", '`user${process.env.JEST_WORKER_ID}-${Date.now()}@x.com`'],
		['a process id', '`user${process.pid}-${Date.now()}@x.com`'],
		['the clock and chance together', '`user${Date.now()}${Math.random()}@x.com`'],
		['what nobody can see', '`${unique()}${Date.now()}@x.com`'],
	])('%s', (_, value) => {
		const code = `import { v4 as uuid } from 'uuid';\nimport { nanoid } from 'nanoid';\nimport { unique } from './gone';\nlet n = 0;\nconst nextId = () => ++n;\nclass State { count = 0; next() { return this.count++; } }\nconst state = new State();\n${run(`await prisma.user.create({ data: { email: ${value} } });`)}`;
		expect(stored(prisma + code)).toEqual(['user.email (name) at line 11: something']);
	});

	test('an index', () => {
		expect(stored(prisma + run('await prisma.user.createMany({ data: Array.from({ length: 3 }, (_, index) => ({ email: `u${index}${Date.now()}` })) });'))).toEqual(['user.email (name) at line 4: something']);
		expect(stored(prisma + run('for (let i = 0; i < 3; i++) await prisma.user.create({ data: { email: `u${i}${Date.now()}` } });'))).toEqual(['user.email (name) at line 4: something']);
	});
});

describe('odd code has an answer', () => {
	const chain = Array.from({ length: 40 }, (_, index) => `const v${index + 1} = v${index} + v${index};`).join('\n');
	const spreads = Array.from({ length: 40 }, (_, index) => `const s${index + 1} = () => ({ ...s${index}(), ...s${index}() });`).join('\n');

	test.each([
		['values of values', `const v0 = Date.now();\n${chain}\n${run('await prisma.user.create({ data: { email: v40 } });')}`],
		['spreads of spreads', `const s0 = () => ({ email: Date.now() });\n${spreads}\n${run('await prisma.user.create({ data: s40() });')}`],
		['a record of itself', `const data = { ...data, email: data.email };\n${run('await prisma.user.create({ data });')}`],
		['a function of itself', `const build = n => ({ ...build(n - 1), email: build(n).email });\n${run('await prisma.user.create({ data: build(3) });')}`],
		['a list of itself', `const users = [...users]; users.push(users);\n${run('await prisma.user.createMany({ data: users });')}`],
		['a class of itself', `class User extends User { constructor() { Object.assign(this, this); } }\n${run('await prisma.user.create({ data: new User() });')}`],
		['no arguments', run('await prisma.user.create(...[], ...{}); await prisma["user"]["create"]({ ["data"]: { ["email"]: null, [1]: 2, get slug() { return 1; } } });')],
	])('%s', (_, code) => {
		expect(stored(prisma + code)).toBeInstanceOf(Array);
	});
});
