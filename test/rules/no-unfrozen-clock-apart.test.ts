import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

/** A test that asserts something of what a module of the program makes of two readings. */
const asserting = (made: string, claim: string): Record<string, string> => ({
	'a.test.ts': `
import { expect, it } from 'vitest';
import { age, grant } from './src/grants';
it('holds', () => {
	const granted = grant();
	${claim}
});`,
	'src/grants.ts': `export const age = birth => new Date().getFullYear() - new Date(birth).getFullYear();\n${made}`,
});
const told = (claim: string): string => `${claim}\n\t${underlined(claim)}`;

describe('how far apart two readings are that one call makes', () => {
	const later = 'export const grant = () => { const since = Date.now(); return { since, until: Date.now() + 1000 }; };';
	const earlier = 'export const grant = () => { const until = Date.now() + 1000; return { until, since: Date.now() }; };';
	const inOrder = 'export const grant = () => ({ since: Date.now(), until: Date.now() + 1000 });';

	for (const [name, made] of Object.entries({ 'behind one another': later, 'in one object': inOrder }))
		allows(`a lower bound where the later one is moved ahead, ${name}`, asserting(made, 'expect(granted.until - granted.since).toBeGreaterThanOrEqual(1000);'));
	flags('an upper bound there', asserting(later, told('expect(granted.until - granted.since).toBeLessThanOrEqual(1000);')));
	flags('a strict lower bound there', asserting(later, told('expect(granted.until - granted.since).toBeGreaterThan(1000);')));
	flags('the very distance there', asserting(later, told('expect(granted.until - granted.since).toBe(1000);')));

	allows('an upper bound where the earlier one is moved ahead', asserting(earlier, 'expect(granted.until - granted.since).toBeLessThanOrEqual(1000);'));
	flags('a lower bound there', asserting(earlier, told('expect(granted.until - granted.since).toBeGreaterThanOrEqual(1000);')));
});

describe('the years between two readings', () => {
	allows('of a date that is moved', asserting('export const grant = 1;', 'const birth = new Date();\n\tbirth.setFullYear(birth.getFullYear() - 30);\n\texpect(age(birth)).toBe(30);'));
	allows('of a year in a text', asserting('export const grant = 1;', 'const year = new Date().getFullYear();\n\texpect(age(`${year - 30}-06-15`)).toBe(30);'));
	flags('but not since a year that is written down', asserting('export const grant = 1;', told(`expect(age('1990-06-15')).toBe(30);`)));
});

describe('two things that are not to be the same', () => {
	const sign = `import jwt from 'jsonwebtoken';
export const issue = (sub: string, roles: string[] = []) => jwt.sign({ sub, roles }, 's');
export class Issuer {
	constructor(private readonly secret = process.env.SECRET ?? 'dev') {}
	issue(sub: string, roles: string[] = []) { return { token: jwt.sign({ sub, roles }, this.secret, { expiresIn: 900 }) }; }
}
export const named = (name: string) => ({ name, at: Date.now() });
export const stamped = (prefix: string) => \`\${prefix}-\${Date.now()}\`;
let count = 0;
export const counted = (name: string) => ({ name, number: ++count, at: Date.now() });
export const drawn = (name: string) => ({ name, id: Math.random(), at: Date.now() });
export const filled = (name: string) => { const made = { name, at: Date.now() }; made.number = ++count; return made; };`;
	const not = (made: string): Record<string, string> => ({
		'a.test.ts': `
import { expect, it } from 'vitest';
import jwt from 'jsonwebtoken';
import { Issuer, counted, drawn, filled, issue, named, stamped } from './src/grants';
it('differs', async () => {
	const issuer = new Issuer();
	${made}
});`,
		'src/grants.ts': sign,
	});
	const apart: Record<string, string> = {
		'tokens of two people': `expect(issue('u')).not.toEqual(issue('v'));`,
		'tokens with other claims': `expect(issue('u')).not.toBe(issue('u', ['admin']));`,
		'tokens of an issuer, with other claims': `const first = issuer.issue('u').token; expect(issuer.issue('u', ['admin']).token).not.toEqual(first);`,
		'tokens of an issuer, of two people': `expect(issuer.issue('u').token).not.toEqual(issuer.issue('v').token);`,
		'tokens under two secrets': `expect(jwt.sign({ sub: 'u' }, 's1')).not.toEqual(jwt.sign({ sub: 'u' }, 's2'));`,
		'tokens with other properties': `expect(jwt.sign({ sub: 'u' }, 's')).not.toEqual(jwt.sign({ sub: 'u', admin: true }, 's'));`,
		'objects with two names': `expect(named('a')).not.toEqual(named('b'));`,
		'objects with a number': `expect(counted('a')).not.toEqual(counted('a'));`,
		'objects with something random': `expect(drawn('a')).not.toEqual(drawn('a'));`,
		'objects that are filled': `expect(filled('a')).not.toEqual(filled('a'));`,
		'texts with two prefixes': `expect(stamped('a')).not.toBe(stamped('b'));`,
	};
	for (const [name, claims] of Object.entries(apart)) allows(name, not(claims));
	const alike: Record<string, string> = {
		'tokens of one person': `expect(issue('u')).not.toEqual(issue('u'));`,
		'tokens of an issuer': `expect(issuer.issue('u').token).not.toEqual(issuer.issue('u').token);`,
		'tokens that are signed on the spot': `expect(jwt.sign({ sub: 'u' }, 's')).not.toEqual(jwt.sign({ sub: 'u' }, 's'));`,
		'objects with one name': `expect(named('a')).not.toEqual(named('a'));`,
		'objects with a name that a variable holds': `const name = 'a'; const one = named(name); expect(named(name)).not.toEqual(one);`,
		'texts with one prefix': `expect(stamped('a')).not.toBe(stamped('a'));`,
		'times': 'expect(Date.now()).not.toBe(Date.now());',
	};
	for (const [name, claims] of Object.entries(alike)) {
		const start = claims.indexOf('expect');
		flags(name, not(`${claims.slice(0, start)}\n\t${told(claims.slice(start))}`));
	}
	allows('objects with one name that the test waits between', not(`const one = named('a'); await new Promise(resolve => setTimeout(resolve, 20)); expect(named('a')).not.toEqual(one);`));
});

describe('a length of time that is rounded', () => {
	const rounding = (rounded: string, claim: string): Record<string, string> => ({
		'a.test.ts': `
import { expect, it } from 'vitest';
import { away } from './src/away';
const hour = 3_600_000;
it('tells how far away a time is', () => {
	${claim}
});`,
		'src/away.ts': `export const away = ${rounded};`,
	});
	const flagsClaim = (rounded: string, claim: string): void => flags(`${rounded}: ${claim}`, rounding(rounded, told(claim)));
	const allowsClaim = (rounded: string, claim: string): void => allows(`${rounded}: ${claim}`, rounding(rounded, claim));

	const since = 'date => Math.floor((Date.now() - date) / 3_600_000)';
	allowsClaim(since, 'expect(away(Date.now() - 2.5 * hour)).toBe(2);');
	allowsClaim(since, 'expect(away(Date.now() - 2 * hour)).toBe(2);');
	flagsClaim(since, `expect(away(Date.parse('2026-01-01'))).toBe(2);`);
	flagsClaim(since.replace('floor', 'ceil'), 'expect(away(Date.now() - 2 * hour)).toBe(2);');

	const until = 'date => Math.floor((date - Date.now()) / 3_600_000)';
	allowsClaim(until, 'expect(away(Date.now() + 2.5 * hour)).toBe(2);');
	flagsClaim(until, 'expect(away(Date.now() + 2 * hour)).toBe(2);');
	allowsClaim(until.replace('floor', 'ceil'), 'expect(away(Date.now() + 2 * hour)).toBe(2);');

	const text = 'date => `${Math.round((Date.now() - date) / 3_600_000)} hours ago`';
	allowsClaim(text, `expect(away(Date.now() - 2 * hour)).toBe('2 hours ago');`);
	flagsClaim(text.replace('Date.now() - date', 'date - Date.now()'), `expect(away(Date.now() + 2.5 * hour)).toBe('3 hours ago');`);

	const steps = '(date, now = new Date()) => { const s = Math.round((now - date) / 1000); if (s < 60) return `${s}s`; return `${Math.floor(s / 60)}m`; }';
	allowsClaim(steps, `expect(away(new Date(Date.now() - 150_000))).toBe('2m');`);

	const seconds = 'date => Math.floor((Date.now() - date) / 1000)';
	flagsClaim(seconds, 'expect(away(Date.now() - 5_000)).toBe(5);');
});
