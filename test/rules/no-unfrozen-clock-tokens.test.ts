import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { type Case, casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

const tokens = `
import jwt from 'jsonwebtoken';
export const tokenFor = (user, more = {}) => jwt.sign({ sub: user, ...more }, 'key');
export const userOf = token => {
	try {
		return jwt.verify(token, 'key');
	} catch {
		return null;
	}
};
`;

function asserting(body: string, head = ''): Case {
	return {
		'a.test.ts': `
import { expect, test, vi } from 'vitest';
import jwt from 'jsonwebtoken';
import { tokenFor, userOf } from './tokens';
${head}
test('verifies', async () => {
	${body}
});
`,
		'tokens.ts': tokens,
	};
}

describe('signed tokens that end at a fixed time', () => {
	const flagsClaim = (made: string, claim: string): void => flags(`${made} ${claim}`, asserting(`${made}\n\t${claim}\n\t${underlined(claim)}`));
	const allowsClaim = (made: string, claim: string): void => allows(`${made} ${claim}`, asserting(`${made}\n\t${claim}`));
	const fixed = `const token = jwt.sign({ sub: 'a', exp: 2230000000 }, 'key');`;

	flagsClaim(fixed, `expect(() => jwt.verify(token, 'key')).not.toThrow();`);
	flagsClaim(fixed, `expect(jwt.verify(token, 'key')).toMatchObject({ sub: 'a' });`);
	flagsClaim(fixed, `expect(jwt.verify(token, 'key').sub).toBe('a');`);
	flagsClaim(fixed, `expect(userOf(token)).not.toBeNull();`);
	flagsClaim(fixed, `expect(() => userOf(token)).not.toThrow();`);
	flagsClaim(`const token = tokenFor('a', { exp: Math.floor(new Date('2041-06-30').getTime() / 1000) });`, `expect(userOf(token)).toMatchObject({ sub: 'a' });`);
	flags('of Hono', {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { sign, verify } from 'hono/jwt';
test('verifies', async () => {
	const token = await sign({ sub: 'a', exp: 2230000000 }, 'key');
	const payload = await verify(token, 'key');
	expect(payload.sub).toBe('a');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`,
	});

	allowsClaim(`const token = jwt.sign({ sub: 'a' }, 'key');`, `expect(userOf(token)).toMatchObject({ sub: 'a' });`);
	allowsClaim(`const token = jwt.sign({ sub: 'a', exp: Math.floor(Date.now() / 1000) + 3600 }, 'key');`, `expect(userOf(token)).toMatchObject({ sub: 'a' });`);
	allowsClaim(`const token = jwt.sign({ sub: 'a', exp: 9999999999 }, 'key');`, `expect(userOf(token)).toMatchObject({ sub: 'a' });`);
	allowsClaim(`const token = jwt.sign({ sub: 'a', exp: 1500000000 }, 'key');`, `expect(() => jwt.verify(token, 'key')).toThrow('jwt expired');`);
	allowsClaim(fixed, `expect(userOf(token + 'x')).toBeNull();`);
	allowsClaim(fixed, `expect(() => jwt.verify(token, 'other')).toThrow('invalid signature');`);
	allowsClaim(fixed, `expect(jwt.decode(token)).toMatchObject({ sub: 'a' });`);
	allowsClaim(fixed, `expect(jwt.verify(token, 'key', { ignoreExpiration: true })).toMatchObject({ sub: 'a' });`);
	allowsClaim(fixed, `expect(jwt.verify(token, 'key', { clockTimestamp: 1500000000 }).sub).toBe('a');`);
	allowsClaim(fixed, `expect(jwt.verify(token, 'key', optionsOf('test')).sub).toBe('a');`);
	flagsClaim(fixed, `expect(jwt.verify(token, 'key', { algorithms: ['HS256'] }).sub).toBe('a');`);
	allows('a clock that stands still', asserting(`${fixed} expect(userOf(token)).not.toBeNull();`, `vi.useFakeTimers({ now: new Date('2024-01-01'), toFake: ['Date'] });`));
});
