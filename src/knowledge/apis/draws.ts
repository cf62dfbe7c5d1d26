import type { ApiRow, Bound, Draws } from '../row.ts';

const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const uuid: Draws = { of: 'text', alphabet: '0123456789abcdef', length: 30, layout: 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx' };
const nanoid = `${lower}${upper}${digits}_-`;

const whole = (min: Bound, max: Bound): Draws => ({ of: 'number', min, max, step: 1 });
const text = (alphabet: string, length: Bound): Draws => ({ of: 'text', alphabet, length });
const examples = (size: number, values: readonly (string | number | boolean)[]): Draws => ({ of: 'example', values, size });
const first = (standard: number | undefined, ...keys: readonly string[]): Bound => ({ at: [...keys.map(key => ({ argument: 0, key })), { argument: 0 }], standard });
const option = (standard: number | undefined, key: string): Bound => ({ at: [{ argument: 0, key }], standard });

/** Earlier versions take the greatest and the smallest as arguments. */
const degrees = (limit: number): Draws => ({ of: 'number', min: { at: [{ argument: 0, key: 'min' }, { argument: 1 }], standard: -limit }, max: first(limit, 'max'), step: 0.0001 });

/** From Faker's English lists: https://github.com/faker-js/faker/tree/next/src/locales/en */
const firstNames = [
	'Aaliyah', 'Aaron', 'Abigail', 'Adam', 'Alan', 'Alexandra', 'Amanda', 'Ana', 'Andrea', 'Andrew', 'Andy', 'Angela', 'Anna', 'Anthony', 'Ben', 'Brad', 'Brian', 'Carol', 'Charles',
	'Chris', 'Dan', 'Daniel', 'David', 'Diana', 'Ed', 'Elena', 'Ella', 'Emma', 'Eric', 'Eva', 'Frank', 'Grace', 'Hannah', 'Ian', 'Isaac', 'Jack', 'James', 'Jane', 'Janet', 'Joan', 'Joe',
	'John', 'Johnny', 'Jordan', 'Juan', 'Kate', 'Kim', 'Laura', 'Leo', 'Linda', 'Lisa', 'Luke', 'Maria', 'Mark', 'Martin', 'Mary', 'Max', 'Mia', 'Michael', 'Nancy', 'Nick', 'Noah', 'Oscar', 'Otto',
	'Pam', 'Pat', 'Paul', 'Peter', 'Robert', 'Rosa', 'Ruth', 'Sally', 'Sam', 'Sandra', 'Sara', 'Simon', 'Sophie', 'Tina', 'Tom', 'Vera', 'Victor', 'Wilma', 'Zoe', 'Zachary',
] as const;
const lastNames = [
	'Abbott', 'Adams', 'Anderson', 'Bailey', 'Beier', 'Brown', 'Collins', 'Conn', 'Davis', 'Doyle', 'Green', 'Hansen', 'Harris', 'Hilll', 'Johns', 'Johnson', 'Jones', 'King', 'Klein', 'Lang', 'Lind', 'Miller', 'Moore',
	"O'Conner", "O'Connell", "O'Hara", "O'Keefe", 'Ortiz', 'Roberts', 'Sanford', 'Smith', 'Stark', 'Ward', 'White', 'Williams', 'Wolf', 'Zulauf',
] as const;
const fullNames = [...firstNames.map((name, index) => `${name} ${lastNames[index % lastNames.length] ?? ''}`), ...lastNames.map((name, index) => `${firstNames[index] ?? ''} ${name}`), 'Mrs. Jane Smith', 'Dr. Eric Stark', 'Anna Davis MD', 'John White Jr.'];
const userNames = [...firstNames.map(name => `${name}12`), ...lastNames.map(name => `Anna.${name.replace('\'', '')}`), 'Joe_Miller', 'Zoe99', 'Max_Smith7', 'Sam.Wolf'];
const words = ['a', 'ab', 'ad', 'et', 'ex', 'id', 'in', 'ut', 'non', 'est', 'qui', 'sit', 'amet', 'lorem', 'ipsum', 'dolor', 'tempora', 'voluptatem', 'consequatur', 'exercitationem'];
/** Of about every length that there is, as often as it comes up. */
const latin = [
	'ad', 'et', 'ut', 'in', 'ex', 'non', 'qui', 'sit', 'est', 'quia', 'modi', 'amet', 'enim', 'vero', 'dolor', 'nihil', 'optio', 'culpa', 'ipsum', 'natus', 'lorem', 'omnis', 'soluta', 'tempora', 'debitis', 'ratione', 'officia',
	'nesciunt', 'possimus', 'voluptas', 'molestiae', 'explicabo', 'laudantium', 'voluptatem', 'doloremque', 'consequatur', 'repellendus', 'reprehenderit', 'necessitatibus', 'exercitationem',
] as const;
const latinWords = (least: number, most: number) => ({ of: 'words', min: first(least, 'min'), max: first(most, 'max'), words: latin }) as const;
const cities = ['Lake Anna', 'Port Sara', 'East Rosa', 'North Ruth', 'New Sam', 'West Joan', 'South Ella', 'Johnsonville', 'Amandaside', 'Maxburgh', 'Fort Dan', 'Smithtown', 'Kimland'];
const countries = ['Albania', 'Andorra', 'Angola', 'Austria', 'Belgium', 'Canada', 'Chad', 'China', "Cote d'Ivoire", 'Cuba', 'Denmark', 'Fiji', 'France', 'Germany', 'Ghana', 'Iceland', 'India', 'Ireland', 'Italy', 'Japan', 'Kenya', 'Mali', 'Norway', 'Oman', 'Peru', 'Poland', 'Romania', 'Spain', 'Sweden', 'Togo'];
const companies = ['Smith Group', 'Wolf LLC', 'Stark Inc', 'Abbott and Sons', 'Adams - Davis', "O'Conner - Ward", 'Miller, Green and White', 'Lang, King and Brown'];
const products = ['Handcrafted Granite Table', 'Small Wooden Chair', 'Sleek Steel Car', 'Fantastic Cotton Shirt', 'Awesome Rubber Hat', 'Ergonomic Plastic Mouse', 'Refined Metal Pizza', 'Tasty Soft Salad'];

interface Method {
	/** As rows write paths, the calls left out; one set of braces at its end. */
	readonly path: string;
	readonly draws: Draws;
	readonly example?: string;
}

/** Methods of Faker by module; names of earlier versions beside those of today. */
const faker: readonly Method[] = [
	{ path: '{person,name}.firstName', draws: examples(3_000, firstNames) },
	{ path: '{person,name}.lastName', draws: examples(470, lastNames) },
	{ path: '{person,name}.{fullName,findName}', draws: examples(1_000_000, fullNames) },
	{ path: 'internet.{userName,username,displayName}', draws: examples(1_000_000, userNames) },
	{ path: 'internet.email', draws: examples(1_000_000, userNames.map(name => `${name}@gmail.com`)) },
	{ path: '{lorem,word}.{word,noun,sample}', draws: examples(180, words) },
	{ path: 'lorem.words', draws: latinWords(3, 3), example: 'lorem.words({ min: 1, max: 4 })' },
	{ path: 'lorem.sentence', draws: { ...latinWords(3, 10), sentence: true } },
	{ path: '{location,address}.city', draws: examples(10_000, cities) },
	{ path: '{location,address}.country', draws: examples(240, countries) },
	{ path: 'company.{name,companyName}', draws: examples(100_000, companies) },
	{ path: 'commerce.productName', draws: examples(10_000, products) },
	{ path: 'datatype.boolean', draws: examples(2, [true, false]) },
	{ path: '{location,address}.latitude', draws: degrees(90), example: 'location.latitude({ max: 5, min: -5 })' },
	{ path: '{location,address}.longitude', draws: degrees(180), example: 'location.longitude({ max: 5, min: -5 })' },
	{ path: 'number.int', draws: whole(option(0, 'min'), first(Number.MAX_SAFE_INTEGER, 'max')), example: 'number.int({ max: 10 })' },
	{ path: '{datatype,random}.number', draws: whole(option(0, 'min'), first(99_999, 'max')), example: 'datatype.number({ max: 10 })' },
	{ path: 'number.float', draws: { of: 'number', min: option(0, 'min'), max: first(1, 'max') } },
	{ path: 'finance.amount', draws: { of: 'number', min: { at: [{ argument: 0, key: 'min' }, { argument: 0 }], standard: 0 }, max: { at: [{ argument: 0, key: 'max' }, { argument: 1 }], standard: 1_000 }, step: 0.01, decimals: 2 } },
	{ path: '{string,random}.numeric', draws: text(digits, first(1, 'length')) },
	{ path: 'string.alpha', draws: text(lower + upper, first(1, 'length')) },
	{ path: 'random.{alpha,alphas}', draws: text(lower, first(1, 'count')) },
	{ path: 'string.alphanumeric', draws: text(lower + upper + digits, first(1, 'length')) },
	{ path: 'random.alphaNumeric', draws: text(lower + digits, first(1)) },
	{ path: '{helpers,random}.arrayElement', draws: { of: 'element', argument: 0 }, example: 'helpers.arrayElement([1, 2])' },
	{ path: 'helpers.shuffle', draws: { of: 'order', argument: 0 }, example: 'helpers.shuffle([1, 2])' },
	{ path: '{string,datatype,random}.uuid', draws: uuid },
	{ path: 'internet.password', draws: text(`${lower}${upper}${digits}_`, first(15, 'length')) },
	{ path: 'finance.{account,accountNumber}', draws: text(digits, first(8, 'length')) },
	{ path: 'finance.pin', draws: text(digits, first(4, 'length')) },
	{ path: '{person,name}.sexType', draws: examples(2, ['female', 'male']) },
	{ path: 'system.fileExt', draws: examples(1_000, ['z', 'c', 'h', 'ts', 'js', 'png', 'html', 'json', 'pptx']) },
];

/** Options that change what is drawn, in a way that these rows do not tell. */
const restricting = ['casing', 'exclude', 'bannedChars', 'allowLeadingZeros', 'multipleOf', 'precision', 'fractionDigits', 'dec', 'symbol', 'prefix', 'provider', 'length.min', 'memorable', 'pattern', 'firstName', 'lastName', 'sex', 'strategy', 'probability'] as const;

const plainly = (path: string): string => path.replaceAll(/\{(\w+)[^}]*\}/g, '$1');
const fakerRows = faker.flatMap(({ path, draws, example }): readonly ApiRow[] => {
	const isSwitch = draws.of === 'example' && draws.size === 2;
	const told = isSwitch ? [{ argument: 0, present: true } as const] : [0, 1].flatMap(argument => restricting.map(has => ({ argument, has })));
	const shared = { effect: 'draw', draws, unless: told, see: 'https://fakerjs.dev/api/' } as const;
	const call = example ?? `${plainly(path)}()`;
	return [
		{ ...shared, from: '@faker-js/faker', path: `*.${path}()`, flaky: `import { faker } from '@faker-js/faker';\nfaker.${call};` },
		{ ...shared, from: ['faker', '@faker-js/faker'], path: `${path}()`, flaky: `import faker from 'faker';\nfaker.${call};` },
	];
});

/** What is drawn from a million and more, whatever its options say; of which values is not told. */
const fakerVast = [
	'internet.{email,exampleEmail,userName,username,displayName,domainName,url,ip,ipv4,ipv6,mac}', '{person,name}.{fullName,findName}', 'phone.{number,phoneNumber}', '{location,address}.streetAddress',
	'lorem.{sentences,paragraph,paragraphs,slug,lines,text}', 'finance.{iban,bic,creditCardNumber}', 'phone.imei', 'image.{url,imageUrl}', 'git.commitMessage', 'vehicle.vin',
] as const;
const vast: Draws = { of: 'example', values: [], size: 1_000_000 };
const fakerVastRows = fakerVast.flatMap((path): readonly ApiRow[] => {
	const named = ['firstName', 'lastName'].map(has => ({ argument: 0, has }));
	const shared = { effect: 'draw', draws: vast, unless: [...named, { argument: 1, present: true }], see: 'https://fakerjs.dev/api/' } as const;
	return [
		{ ...shared, from: '@faker-js/faker', path: `*.${path}()`, flaky: `import { faker } from '@faker-js/faker';\nfaker.${plainly(path)}();` },
		{ ...shared, from: ['faker', '@faker-js/faker'], path: `${path}()`, flaky: `import faker from 'faker';\nfaker.${plainly(path)}();` },
	];
});

const chanceMethods: readonly Method[] = [
	{ path: 'first', draws: examples(1_000, firstNames) },
	{ path: '{bool,coin}', draws: examples(2, [true, false]) },
	{ path: '{integer,natural}', draws: whole(option(0, 'min'), option(Number.MAX_SAFE_INTEGER, 'max')), example: 'integer({ min: 0, max: 10 })' },
	{ path: '{email,name,phone,address,sentence,paragraph,domain,url,ip,ipv6,mac_address,cc}', draws: vast },
	{ path: 'd6', draws: whole(1, 6) },
	{ path: '{pickone,pick}', draws: { of: 'element', argument: 0 }, example: 'pickone([1, 2])' },
	{ path: 'shuffle', draws: { of: 'order', argument: 0 }, example: 'shuffle([1, 2])' },
];
const chanceRows = chanceMethods.flatMap(({ path, draws, example }): readonly ApiRow[] => {
	const shared = { effect: 'draw', draws, from: 'chance', unless: [{ argument: 0, has: 'likelihood' }, { argument: 0, has: 'exclude' }, { argument: 1, present: true }], see: 'https://chancejs.com/' } as const;
	const call = example ?? `${plainly(path)}()`;
	return [
		{ ...shared, path: `new Chance.${path}()`, flaky: `import { Chance } from 'chance';\nconst chance = new Chance();\nchance.${call};` },
		{ ...shared, path: `new .${path}()`, flaky: `import Chance from 'chance';\nconst chance = new Chance();\nchance.${call};` },
		{ ...shared, path: `Chance().${path}()`, flaky: `const chance = require('chance').Chance();\nchance.${call};` },
		{ ...shared, path: `().${path}()`, flaky: `const chance = require('chance')();\nchance.${call};` },
	];
});

const lodash = ['lodash', 'lodash-es', 'underscore'] as const;

/** What generators draw. */
export const draws: readonly ApiRow[] = [
	{
		effect: 'draw', draws: { of: 'number', min: 0, max: 1, open: true },
		from: 'global', path: 'Math.random()',
		see: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Math/random',
		flaky: `Math.random();`,
	},
	{
		effect: 'draw', draws: uuid,
		from: 'node:crypto', path: 'randomUUID()',
		see: 'https://nodejs.org/api/crypto.html#cryptorandomuuidoptions',
		flaky: `import { randomUUID } from 'node:crypto';\nrandomUUID();`,
	},
	{
		effect: 'draw', draws: uuid,
		from: 'global', path: 'crypto.randomUUID()',
		see: 'https://developer.mozilla.org/en-US/docs/Web/API/Crypto/randomUUID',
		flaky: `crypto.randomUUID();`,
	},
	{
		effect: 'draw', draws: { of: 'number', min: 0, max: { at: [{ argument: 0 }], standard: undefined }, step: 1, open: true },
		from: 'node:crypto', path: 'randomInt()',
		when: [{ argument: 1, present: false }],
		see: 'https://nodejs.org/api/crypto.html#cryptorandomintmin-max-callback',
		flaky: `import { randomInt } from 'node:crypto';\nrandomInt(10);`,
	},
	{
		effect: 'draw', draws: { of: 'number', min: { at: [{ argument: 0 }], standard: undefined }, max: { at: [{ argument: 1 }], standard: undefined }, step: 1, open: true },
		from: 'node:crypto', path: 'randomInt()',
		when: [{ argument: 1, number: true }],
		see: 'https://nodejs.org/api/crypto.html#cryptorandomintmin-max-callback',
		flaky: `import { randomInt } from 'node:crypto';\nrandomInt(1, 7);`,
	},
	{
		effect: 'draw', draws: text('0123456789abcdef', { at: [{ argument: 0 }], standard: undefined, times: 2, call: 0 }),
		from: 'node:crypto', path: 'randomBytes().toString()',
		when: [{ argument: 0, in: ['hex'] }],
		see: 'https://nodejs.org/api/crypto.html#cryptorandombytessize-callback',
		flaky: `import { randomBytes } from 'node:crypto';\nrandomBytes(4).toString('hex');`,
		steady: `import { randomBytes } from 'node:crypto';\nrandomBytes(4).toString('base64');`,
	},
	{
		effect: 'draw', draws: { of: 'base64', alphabet: `${upper}${lower}${digits}+/`, bytes: { at: [{ argument: 0 }], standard: undefined, call: 0 }, padded: true },
		from: 'node:crypto', path: 'randomBytes().toString()',
		when: [{ argument: 0, in: ['base64'] }],
		see: 'https://nodejs.org/api/crypto.html#cryptorandombytessize-callback',
		flaky: `import { randomBytes } from 'node:crypto';\nrandomBytes(8).toString('base64');`,
		steady: `import { randomBytes } from 'node:crypto';\nrandomBytes(8).toString('hex');`,
	},
	{
		effect: 'draw', draws: { of: 'base64', alphabet: `${upper}${lower}${digits}-_`, bytes: { at: [{ argument: 0 }], standard: undefined, call: 0 } },
		from: 'node:crypto', path: 'randomBytes().toString()',
		when: [{ argument: 0, in: ['base64url'] }],
		see: 'https://nodejs.org/api/crypto.html#cryptorandombytessize-callback',
		flaky: `import { randomBytes } from 'node:crypto';\nrandomBytes(8).toString('base64url');`,
		steady: `import { randomBytes } from 'node:crypto';\nrandomBytes(8).toString('hex');`,
	},
	{
		effect: 'draw', draws: uuid,
		from: ['uuid', 'node-uuid'], path: 'v4()',
		when: [{ argument: 0, present: false }],
		see: 'https://github.com/uuidjs/uuid#uuidv4options-buffer-offset',
		flaky: `import { v4 as uuid } from 'uuid';\nuuid();`,
	},
	{
		effect: 'draw', draws: text(nanoid, { at: [{ argument: 0 }], standard: 21 }),
		from: ['nanoid', 'nanoid/non-secure'], path: 'nanoid()',
		see: 'https://github.com/ai/nanoid#blocking',
		flaky: `import { nanoid } from 'nanoid';\nnanoid();`,
	},
	{
		effect: 'draw', draws: whole(0, { at: [{ argument: 0 }], standard: 1 }),
		from: lodash, path: 'random()',
		when: [{ argument: 1, present: false }],
		see: 'https://lodash.com/docs/#random',
		flaky: `import _ from 'lodash';\n_.random(6);`,
	},
	{
		effect: 'draw', draws: whole({ at: [{ argument: 0 }], standard: undefined }, { at: [{ argument: 1 }], standard: undefined }),
		from: lodash, path: 'random()',
		when: [{ argument: 1, number: true }, { argument: 2, present: false }],
		see: 'https://lodash.com/docs/#random',
		flaky: `import _ from 'lodash';\n_.random(1, 6);`,
	},
	{
		effect: 'draw', draws: { of: 'element', argument: 0 },
		from: lodash, path: 'sample()',
		see: 'https://lodash.com/docs/#sample',
		flaky: `import _ from 'lodash';\n_.sample([1, 2]);`,
	},
	{
		effect: 'draw', draws: { of: 'order', argument: 0 },
		from: lodash, path: 'shuffle()',
		see: 'https://lodash.com/docs/#shuffle',
		flaky: `import _ from 'lodash';\n_.shuffle([1, 2]);`,
	},
	{
		effect: 'draw', draws: vast,
		from: '@ngneat/falso', path: '{randEmail,randFullName,randUserName,randPhoneNumber,randSentence,randParagraph,randSlug,randUrl,randIp,randPassword}()',
		unless: [{ argument: 0, has: 'firstName' }, { argument: 0, has: 'lastName' }],
		see: 'https://ngneat.github.io/falso/',
		flaky: `import { randEmail } from '@ngneat/falso';\nrandEmail();`,
	},
	{
		effect: 'draw', draws: vast,
		from: 'shortid', path: 'generate()',
		see: 'https://github.com/dylang/shortid#usage',
		flaky: `import shortid from 'shortid';\nshortid.generate();`,
	},
	{
		effect: 'draw', draws: vast,
		from: ['cuid', '@bugsnag/cuid'], path: 'slug()',
		see: 'https://github.com/paralleldrive/cuid#short-urls',
		flaky: `import cuid from 'cuid';\ncuid.slug();`,
	},
	{
		effect: 'draw', draws: vast,
		from: 'human-id', path: 'humanId()',
		see: 'https://github.com/RienNeVaPlus/human-id#pool-size',
		flaky: `import { humanId } from 'human-id';\nhumanId();`,
	},
	...fakerRows,
	...fakerVastRows,
	...chanceRows,
];
