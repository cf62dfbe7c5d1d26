import { describe } from 'vitest';

import rule from '../../rules/no-random-assertion.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-random-assertion', rule);

const head = `import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { knows, open } from './src/vault';`;
const vault = `
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
const key = Buffer.alloc(32, 7);
export function seal(text) {
	const iv = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', key, iv);
	const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return Buffer.concat([Buffer.from([1]), iv, cipher.getAuthTag(), body]);
}
export const open = sealed => { throw new Error(String(sealed)); };
export const knows = id => id.length > 99;
`;

describe('a text that is spoiled at one place', () => {
	for (const [name, made, spoiled] of [
		['its last letter', `randomBytes(16).toString('hex')`, `text.slice(0, -1) + '0'`],
		['its last letters, in a template', `randomBytes(16).toString('hex')`, `\`\${text.slice(0, -2)}ff\``],
		['letters in the middle', `randomBytes(16).toString('hex')`, `text.slice(0, 4) + 'ab' + text.slice(6)`],
		['up to one before its length', `randomBytes(16).toString('hex')`, `text.substring(0, text.length - 1) + 'e'`],
		['by a pattern at its end', `randomUUID()`, `text.replace(/.$/, '1')`],
		['by a pattern of letters', `randomUUID()`, `text.replace(/[0-9a-f]$/, 'f')`],
	] as const) {
		flags(name, {
			'a.test.ts': `
${head}
test('refuses another one', () => {
	const text = ${made};
	const spoiled = ${spoiled};
	                ${'~'.repeat(spoiled.length)} may have
	expect(knows(spoiled)).toBe(false);
});
`,
			'src/vault.ts': vault,
		});
	}

	for (const spoiled of [`'a' + text.slice(1)`, `text.replace(/^../, '00')`]) {
		flags(`its start, beside the text itself: ${spoiled}`, {
			'a.spec.ts': `
import { randomUUID } from 'node:crypto';
import { knows } from './src/vault';
it('tells one from the other', () => {
	const text = randomUUID();
	assert.isTrue(knows(text));
	assert.isFalse(knows(${spoiled}));
	                     ${'~'.repeat(spoiled.length)} may have
});
`,
			'src/vault.ts': vault,
		});
	}

	flags('a letter that it need not have', {
		'a.test.ts': `
${head}
test('refuses another one', () => {
	const text = randomBytes(16).toString('hex');
	expect(knows(text.replace('a', 'b'))).toBe(false);
	             ~~~~~~~~~~~~~~~~~~~~~~ need not have
});
`,
		'src/vault.ts': vault,
	});

	flags('a token that holds the time', `
import assert from 'node:assert';
import jwt from 'jsonwebtoken';
import { test } from 'node:test';
test('refuses a token of somebody else', () => {
	const token = jwt.sign({ id: 1 }, 'secret');
	assert.throws(() => jwt.verify(\`\${token.slice(0, -1)}A\`, 'secret'));
	                               ~~~~~~~~~~~~~~~~~~~~~~~~ one run of 16
});
`);

	flags('the signature of a token, whatever stands there', `
import { SignJWT, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
const key = new TextEncoder().encode('secret');
it('refuses a token of somebody else', async () => {
	const token = await new SignJWT({ id: 1 }).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().sign(key);
	const [head, body, signature] = token.split('.');
	const other = \`\${head}.\${body}.\${signature.slice(0, -1)}x\`;
	              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ one run of 16
	await expect(jwtVerify(other, key)).rejects.toThrow();
});
`);

	flags('a text of the code under test, in a hook', {
		'a.test.js': `
const { ticket } = require('./ticket');
describe('tickets', () => {
	let spoiled;
	beforeEach(() => {
		const text = ticket('a');
		spoiled = text.slice(0, -1) + '0';
		          ~~~~~~~~~~~~~~~~~~~~~~~ ticket (ticket.js:2)
	});
	it('are refused', () => {
		expect(() => check(spoiled)).toThrow();
	});
});
`,
		'ticket.js': `const { createHmac } = require('crypto');
exports.ticket = name => name + '.' + createHmac('sha256', 'key').update(name + Date.now()).digest('hex');
`,
	});

	flags('by a function of the test', {
		'a.test.ts': `
${head}
const other = text => text.slice(0, -1) + '0';
test('refuses another one', () => {
	expect(knows(other(randomUUID()))).toBe(false);
	             ~~~~~~~~~~~~~~~~~~~ may have
});
`,
		'src/vault.ts': vault,
	});
});

describe('bytes that are spoiled', () => {
	for (const [name, write, told] of [
		['the last one', `sealed[sealed.length - 1] = 0`, true],
		['by a method', `sealed.writeUInt8(0, sealed.length - 1)`, true],
		['the first one, which is always the same', `sealed[0] = 0`, false],
		['by what it was', `sealed[sealed.length - 1] ^= 1`, false],
	] as const) {
		(told ? flags : allows)(name, {
			'a.test.ts': `
import { expect, test } from 'vitest';
import { open, seal } from './src/vault';
test('notices what was changed', () => {
	const sealed = seal('text');
	${write};
${told ? `	${'~'.repeat(write.length)} one run of 260\n` : ''}	expect(() => open(sealed)).toThrow();
});
`,
			'src/vault.ts': vault,
		});
	}
});

describe('what may stay', () => {
	for (const [name, made, spoiled] of [
		['a letter that no such text has', `randomBytes(16).toString('hex')`, `text.slice(0, -1) + 'x'`],
		['a capital', `randomUUID()`, `text.slice(0, -1) + 'A'`],
		['another letter where it is the same', `randomUUID()`, `text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')`],
		['so many letters that they never stand there', `randomBytes(16).toString('hex')`, `text.slice(0, -8) + 'deadbeef'`],
		['a text that is longer afterwards', `randomBytes(16).toString('hex')`, `text.slice(0, -1) + '00'`],
		['a text with something behind it', `randomBytes(16).toString('hex')`, `text + '0'`],
		['a text that is the same in each run', `createHmac('sha256', 'key').update('a').digest('hex')`, `text.slice(0, -1) + '0'`],
		['an end that is always the same', `createHmac('sha256', 'key').update(randomUUID()).digest('base64')`, `text.slice(0, -1) + 'A'`],
		['a text that ends with something else', `randomUUID() + '-user'`, `text.slice(0, -1) + 'a'`],
		['a text that is to begin with a letter', `randomUUID()`, `text.replace(/^./, 'a')`],
		['a mark that it may do without', `randomBytes(9).toString('base64')`, `text.replace('+', '-')`],
		['a text that nobody sees', `JSON.stringify({ at: Date.now() })`, `text.slice(0, -1) + '0'`],
	] as const) {
		allows(name, {
			'a.test.ts': `
${head}
test('refuses another one', () => {
	const text = ${made};
	const spoiled = ${spoiled};
	expect(knows(spoiled)).toBe(false);
});
`,
			'src/vault.ts': vault,
		});
	}

	allows('what an assertion expects', {
		'a.test.ts': `
${head}
import { rounded } from './src/rounded';
test('rounds', () => {
	const text = randomBytes(16).toString('hex');
	const expected = text.slice(0, -1) + '0';
	expect(rounded(text)).toBe(expected);
	expect(rounded(text)).toBe(text.slice(0, -1) + '0');
});
`,
	});

	allows('a text that is asserted to be another one first', {
		'a.test.ts': `
${head}
test('refuses another one', () => {
	const text = randomUUID();
	let spoiled = text.slice(0, -1) + '0';
	if (spoiled === text) spoiled = text.slice(0, -1) + '1';
	expect(knows(spoiled)).toBe(false);
});
`,
		'src/vault.ts': vault,
	});

	allows('a letter that a token of a package which compares texts never ends with', `
import jwt from 'jsonwebtoken';
import { expect, test } from 'vitest';
test('refuses a token of somebody else', () => {
	const token = jwt.sign({ id: 1 }, 'secret');
	expect(() => jwt.verify(token.slice(0, -1) + 'x', 'secret')).toThrow();
});
`);

	allows('the first letter of a token, which is always the same', `
import jwt from 'jsonwebtoken';
import { expect, test } from 'vitest';
test('refuses a token of somebody else', () => {
	const token = jwt.sign({ id: 1 }, 'secret');
	expect(() => jwt.verify('a' + token.slice(1), 'secret')).toThrow();
});
`);

	allows('a token under a clock that stands still', `
import jwt from 'jsonwebtoken';
import { beforeEach, expect, test, vi } from 'vitest';
beforeEach(() => vi.useFakeTimers({ now: 0 }));
test('refuses a token of somebody else', () => {
	const token = jwt.sign({ id: 1 }, 'secret');
	expect(() => jwt.verify(token.slice(0, -1) + 'A', 'secret')).toThrow();
});
`);
});
