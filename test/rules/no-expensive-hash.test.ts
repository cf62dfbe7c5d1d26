import { describe } from 'vitest';

import rule from '../../rules/no-expensive-hash.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows, leaves } = casesOf('no-expensive-hash', rule);

const vitest = `import { beforeAll, beforeEach, expect, test, vi } from 'vitest';`;

describe('in the test itself', () => {
	flags('bcrypt, and lowers it', `
${vitest}
import bcrypt from 'bcrypt';
test('logs in', async () => {
	const hash = await bcrypt.hash('secret', 12);
	                   ~~~~~~~~~~~~~~~~~~~~~~~~~ bcrypt at 12 rounds (hash)
	expect(await login('ann', hash)).toBe(true);
});
`, { mends: { 'Use a cost that is enough for a test.': `
${vitest}
import bcrypt from 'bcrypt';
test('logs in', async () => {
	const hash = await bcrypt.hash('secret', 4);
	expect(await login('ann', hash)).toBe(true);
});
` } });

	flags('each API once in a test, and again in a hook', `
${vitest}
import { hashSync, genSaltSync } from 'bcryptjs';
beforeAll(() => {
	hashSync('secret', 10);
	~~~~~~~~~~~~~~~~~~~~~~ bcrypt at 10 rounds
});
test('logs in', () => {
	const one = hashSync('one', genSaltSync());
	                            ~~~~~~~~~~~~~ bcrypt at 10 rounds by default
	const other = hashSync('other', 10);
	expect(one).not.toBe(other);
});
`);

	flags('argon2 by its memory, by its passes and by default', `
${vitest}
import argon2 from 'argon2';
import { hash } from '@node-rs/argon2';
import { argon2id } from 'hash-wasm';
test('one', async () => {
	await argon2.hash('secret');
	      ~~~~~~~~~~~~~~~~~~~~~ argon2 over 64 MiB by default
});
test('two', async () => {
	await hash('secret', { algorithm: 2 });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ argon2 over 19 MiB by default
});
test('three', async () => {
	await argon2.hash('secret', { memoryCost: 1024, timeCost: 3 });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ argon2 in 3 passes
});
test('four', async () => {
	await argon2id({ password: 'secret', salt, parallelism: 1, iterations: 2, memorySize: 1 << 16, hashLength: 32 });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ argon2 over 64 MiB
});
`);

	flags('scrypt and pbkdf2', `
${vitest}
import crypto, { scryptSync, pbkdf2, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
const scrypt = promisify(crypto.scrypt);
test('one', () => {
	scryptSync('secret', 'salt', 64);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ scrypt at N = 16384 by default
});
test('two', async () => {
	await scrypt('secret', 'salt', 64, { cost: 2 ** 15 });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ scrypt at N = 32768
});
test('three', done => {
	crypto.scrypt('secret', 'salt', 64, () => done());
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ scrypt at N = 16384 by default
	pbkdf2('secret', 'salt', 100_000, 64, 'sha512', () => {});
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ pbkdf2 with 100000 iterations
});
test('four', async () => {
	await webcrypto.subtle.deriveBits({ name: 'PBKDF2', salt, iterations: 600_000, hash: 'SHA-256' }, key, 256);
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ pbkdf2 with 600000 iterations
});
`);

	flags('keys of RSA in tests and in hooks around each', `
${vitest}
import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';
import NodeRSA from 'node-rsa';
import { generateKeyPair } from 'jose';
beforeEach(() => {
	generateKeyPairSync('rsa', { modulusLength: 2048 });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ an RSA key of 2048 bits
});
test('one', () => {
	forge.pki.rsa.generateKeyPair(4096);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ an RSA key of 4096 bits
});
test('one and a half', () => {
	forge.pki.rsa.generateKeyPair({ bits: 2048 });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ an RSA key of 2048 bits
});
test('two', () => {
	new NodeRSA({ b: 2048 });
	~~~~~~~~~~~~~~~~~~~~~~~~ an RSA key of 2048 bits
});
test('three', async () => {
	await generateKeyPair('RS256');
	      ~~~~~~~~~~~~~~~~~~~~~~~~ an RSA key of 2048 bits
});
`);

	flags('the password of Bun', `
import { expect, test } from 'bun:test';
test('one', async () => {
	await Bun.password.hash('secret');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~ argon2 over 64 MiB by default
});
test('two', async () => {
	await Bun.password.hash('secret', { algorithm: 'bcrypt' });
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ bcrypt at 10 rounds by default
	expect(await Bun.password.hash('secret', { algorithm: 'bcrypt', cost: 4 })).toBeDefined();
});
`);

	flags('a cost in another file once, where it is run first', {
		'a.test.ts': `
${vitest}
import { hashPassword } from './src/password';
test('one', async () => {
	expect(await hashPassword('one')).toBeTruthy();
	             ~~~~~~~~~~~~~~~~~~~ bcrypt at 12 rounds
});
test('two', async () => {
	expect(await hashPassword('two')).toBeTruthy();
});
`,
		'src/password.ts': `import bcrypt from 'bcrypt';\nexport const hashPassword = (text: string) => bcrypt.hash(text, 12);\n`,
	});

	flags('more than the options say', `
${vitest}
import bcrypt from 'bcrypt';
import { generateKeyPairSync } from 'node:crypto';
test('one', async () => {
	await bcrypt.hash('secret', 5);
	      ~~~~~~~~~~~~~~~~~~~~~~~~
	generateKeyPairSync('rsa', { modulusLength: 1024 });
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`, { options: { bcryptRounds: 4, rsaBits: 1024 } });

	allows('what is cheap', `
${vitest}
import argon2 from 'argon2';
import bcrypt from 'bcrypt';
import { generateKeyPairSync, pbkdf2Sync, scryptSync } from 'node:crypto';
test('one', async () => {
	await bcrypt.hash('secret', 4);
	await bcrypt.hash('secret', await bcrypt.genSalt(4));
	await bcrypt.compare('secret', hash);
	await argon2.hash('secret', { memoryCost: 1024, timeCost: 2 });
	await argon2.hash('secret', { memoryCost: 4096 });
	scryptSync('secret', 'salt', 64, { N: 1024 });
	pbkdf2Sync('secret', 'salt', 1000, 64, 'sha512');
	generateKeyPairSync('rsa', { modulusLength: 1024 });
	generateKeyPairSync('ec', { namedCurve: 'P-256' });
});
`);

	allows('one pair of keys for the file', `
${vitest}
import { generateKeyPairSync } from 'node:crypto';
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
let other;
beforeAll(() => {
	other = generateKeyPairSync('rsa', { modulusLength: 2048 });
});
test('one', () => {
	expect(sign(pair, other)).toBe(true);
});
`);

	allows('what nobody can tell', `
${vitest}
import argon2 from 'argon2';
import bcrypt from 'bcrypt';
import { options, rounds } from 'somewhere';
test('one', async () => {
	await bcrypt.hash('secret', rounds);
	await bcrypt.hash('secret', Number(process.env.ROUNDS));
	await bcrypt.hash('secret', Number(process.env.ROUNDS ?? 12));
	await bcrypt.hash('secret', process.env.CI ? 4 : 12);
	await argon2.hash('secret', options);
	await argon2.hash('secret', { ...options });
	await argon2.hash(...options);
});
`);

	allows('tests of the library itself', {
		'a.test.ts': `
${vitest}
import bcrypt from 'bcryptjs';
test('hashes', async () => {
	expect(await bcrypt.hash('secret', 12)).toBeDefined();
});
`,
		'package.json': `{ "name": "bcryptjs" }`,
	});

	allows('functions of the same names', `
${vitest}
import bcrypt from './bcrypt';
const scryptSync = (text: string) => text;
test('one', async () => {
	await bcrypt.hash('secret', 12);
	scryptSync('secret');
});
`);

	allows('a test of the cost, or of known answers', `
${vitest}
import argon2 from 'argon2';
import bcrypt from 'bcrypt';
import { generateKeyPairSync, pbkdf2Sync } from 'node:crypto';
test('one', async () => {
	expect(await bcrypt.hash('secret', 12)).toMatch(/^\\$2b\\$12\\$/);
});
test('two', async () => {
	expect(bcrypt.getRounds(await bcrypt.hash('secret', 12))).toBe(12);
});
test('three', async () => {
	const hash = await argon2.hash('secret');
	expect(hash.startsWith('$argon2id$')).toBe(true);
});
test('four', () => {
	expect(pbkdf2Sync('password', 'salt', 16_777_216, 20, 'sha1').toString('hex')).toBe('eefe3d61cd4da4e4e9945b3d6ba2158c2634e984');
});
test('five', () => {
	const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	expect(publicKey.asymmetricKeyDetails.modulusLength).toBeGreaterThan(2000);
});
test('takes its rounds from its caller', async () => {
	expect(await bcrypt.hash('secret', 12)).toBeDefined();
});
test.skip('six', async () => {
	await bcrypt.hash('secret', 12);
});
`);
});

describe('in the code under test', () => {
	const password = {
		'src/password.ts': `import bcrypt from 'bcrypt';\nimport { rounds } from './config';\nexport const hashPassword = (text: string) => bcrypt.hash(text, rounds);\n`,
		'src/config.ts': `export const rounds = 12;\n`,
	};

	flags('a constant two modules away', {
		'a.test.ts': `
${vitest}
import { createUser } from './src/users';
test('creates', async () => {
	expect(await createUser('ann', 'secret')).toBeDefined();
	             ~~~~~~~~~~~~~~~~~~~~~~~~~~~ bcrypt at 12 rounds (createUser (src/users.ts:4) → hashPassword (src/password.ts:3) → hash)
});
`,
		...password,
		'src/users.ts': `import { hashPassword } from './password';\nexport async function createUser(name: string, password: string) {\n\tif (name === '') throw new Error('a name is needed');\n\tconst hash = await hashPassword(password);\n\treturn { name, hash };\n}\n`,
	});

	flags('a method of a class, with a field for the cost', {
		'a.test.ts': `
${vitest}
import { Passwords } from './src/passwords';
beforeEach(async () => {
	const passwords = new Passwords();
	await passwords.hash('secret');
	      ~~~~~~~~~~~~~~~~~~~~~~~~ argon2 over 64 MiB (hash (src/passwords.ts:5) → hash)
});
test('verifies', () => {});
`,
		'src/passwords.ts': `import argon2 from 'argon2';\nexport class Passwords {\n\tprivate readonly memory = 2 ** 16;\n\thash(text: string) {\n\t\treturn argon2.hash(text, { memoryCost: this.memory, timeCost: 2 });\n\t}\n}\n`,
	});

	flags('the default of a parameter', {
		'a.test.ts': `
${vitest}
import { derive } from './src/derive';
test('derives', () => {
	expect(derive('secret')).toBeDefined();
	       ~~~~~~~~~~~~~~~~ pbkdf2 with 100000 iterations
	expect(derive('secret', 1000)).toBeDefined();
});
`,
		'src/derive.ts': `import { pbkdf2Sync } from 'node:crypto';\nexport function derive(text: string, iterations = 100_000) {\n\treturn pbkdf2Sync(text, 'salt', iterations, 32, 'sha256');\n}\n`,
	});

	leaves('a number of another file', {
		'a.test.ts': `${vitest}\nimport { hashPassword } from './src/password';\ntest('hashes', async () => {\n\tawait hashPassword('secret');\n});\n`,
		...password,
	});

	allows('a cost that tests lower', {
		'a.test.ts': `
${vitest}
import { hashPassword } from './src/password';
test('creates', async () => {
	expect(await hashPassword('secret')).toBeDefined();
});
`,
		'src/password.ts': password['src/password.ts'],
		'src/config.ts': `export const rounds = process.env.NODE_ENV === 'test' ? 4 : 12;\n`,
	});

	allows('a cost that the test hands over or writes', {
		'a.test.ts': `
${vitest}
import { Passwords } from './src/passwords';
import { config } from './src/config';
test('hashes', async () => {
	config.saltRounds = 4;
	await new Passwords(4).hash('secret');
	await new Passwords().hash('secret');
});
`,
		'src/config.ts': `export const config = { saltRounds: 12 };\n`,
		'src/passwords.ts': `import bcrypt from 'bcrypt';\nimport { config } from './config';\nexport class Passwords {\n\tconstructor(private readonly rounds: number = config.saltRounds) {}\n\thash(text: string) {\n\t\treturn bcrypt.hash(text, this.rounds);\n\t}\n}\n`,
	});

	allows('replaced modules and functions', {
		'a.test.ts': `
${vitest}
import { hashPassword } from './src/password';
vi.mock('bcrypt');
test('creates', async () => {
	expect(await hashPassword('secret')).toBeDefined();
});
`,
		...password,
	});

	allows('a stubbed function', {
		'a.test.ts': `
${vitest}
import bcrypt from 'bcrypt';
import { hashPassword } from './src/password';
test('creates', async () => {
	vi.spyOn(bcrypt, 'hash').mockResolvedValue('hash');
	expect(await hashPassword('secret')).toBe('hash');
});
`,
		...password,
	});

	allows('what may not be come to', {
		'a.test.ts': `
${vitest}
import { check, createUser, key } from './src/users';
test('refuses', async () => {
	await expect(createUser('')).rejects.toThrow();
	await check('ann');
	key();
});
`,
		'src/users.ts': `import bcrypt from 'bcrypt';\nlet kept: string | undefined;\nexport async function createUser(name: string) {\n\tif (name === '') throw new Error('a name is needed');\n\treturn bcrypt.hash(name, 12);\n}\nexport async function check(name: string) {\n\tif (name === 'bob') await bcrypt.hash(name, 12);\n}\nexport function key() {\n\tif (kept !== undefined) return kept;\n\treturn (kept = bcrypt.hashSync('key', 12));\n}\n`,
	});
});
