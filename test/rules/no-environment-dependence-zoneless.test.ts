import { describe } from 'vitest';

import rule from '../../rules/no-environment-dependence.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-environment-dependence', rule);

const code = (claim: string, mark = '', before = ''): string => `
import { expect, test, vi } from 'vitest';
import { pack } from 'some-format';
import { copy } from './copy';
test('tells when', () => {
	${before}
	${claim}
	${mark}
});
test('tells another', () => {
	expect(pack('later')).toEqual({ at: '2031-05-06T08:00:00.000Z' });
});
`;
const copy = { 'copy.ts': 'export const copy = (value: unknown) => JSON.parse(JSON.stringify(value));\n' };

describe('a date by the local clock of which UTC is expected', () => {
	for (const claim of [
		`expect(JSON.stringify(new Date('2031-05-06T10:00:00'))).toBe('"2031-05-06T10:00:00.000Z"');`,
		`expect(copy({ at: new Date('2031-05-06T10:00:00') })).toEqual({ at: '2031-05-06T10:00:00.000Z' });`,
		`expect(copy({ at: new Date('2031-05-06 10:00') })).toEqual({ at: '2031-05-06T08:00:00.000Z' });`,
		`expect(pack({ at: new Date(2031, 4, 6, 10) })).toEqual({ at: '2031-05-06T15:30:00Z' });`,
		`expect(pack(new Date('May 6, 2031'))).toContain('2031-05-05T22:00:00Z');`,
		`expect(pack({ at: new Date(2031, 4, 6, 10) })).toEqual({ at: new Date('2031-05-06T15:30:00Z') });`,
	])
		flags(`in ${claim}`, { 'a.test.ts': code(claim, underlined(claim)), ...copy });

	const named = 'expect(pack(given)).toEqual(wanted);';
	const given = `const given = { at: new Date('2031-05-06T10:00:00') };`;
	const wanted = `const wanted = { at: '2031-05-06T08:00:00.000Z' };`;
	flags('by way of variables', { 'a.test.ts': code(named, underlined(named), `${given} ${wanted}`), ...copy });

	const called = `expect(save).toHaveBeenCalledWith({ at: '2031-05-06T08:00:00.000Z' });`;
	const saved = `const save = vi.fn(); pack(new Date('2031-05-06T10:00:00'), save);`;
	flags('in what a stand-in is called with', { 'a.test.ts': code(called, underlined(called), saved), ...copy });

	flags('in an inline snapshot', {
		'a.test.ts': code(
			`expect(pack({ at: new Date('2031-05-06T10:00:00') })).toMatchInlineSnapshot(\`{ "at": "2031-05-06T08:00:00.000Z" }\`);`,
			underlined(`expect(pack({ at: new Date('2031-05-06T10:00:00') })).toMatchInlineSnapshot(\`{ "at": "2031-05-06T08:00:00.000Z" }\`);`),
		),
		...copy,
	});

	for (const claim of [
		`expect(copy({ at: new Date('2031-05-06T10:00:00Z') })).toEqual({ at: '2031-05-06T10:00:00.000Z' });`,
		`expect(copy({ at: new Date('2031-05-06') })).toEqual({ at: '2031-05-06T00:00:00.000Z' });`,
		`expect(pack({ at: new Date('2031-05-06T10:00:00') })).toEqual({ at: '2031-05-06T10:00:00' });`,
		`expect(pack({ at: new Date('2031-05-06T10:00:00') })).toEqual({ at: '2031-05-06T10:00:00Z' });`,
		`expect(pack({ at: new Date('2031-05-06T10:00:00') })).toEqual({ at: '2031-05-08T10:00:00.000Z' });`,
		`expect(pack({ at: new Date('2031-05-06T10:00:00') })).toEqual({ at: '2031-05-06T09:53:00.000Z' });`,
		`expect(pack({ at: new Date('2031-05-06T10:00:00') })).not.toEqual({ at: '2031-05-06T08:00:00.000Z' });`,
		`expect(pack({ from: new Date('2031-05-06T10:00:00'), to: '2031-05-06T12:00:00.000Z' })).toEqual({ to: '2031-05-06T12:00:00.000Z' });`,
		`vi.setSystemTime(new Date('2031-05-06T12:00:00.000Z')); expect(pack(new Date('2031-05-06T10:00:00'))).toEqual({ now: '2031-05-06T12:00:00.000Z' });`,
	])
		allows(`in ${claim}`, { 'a.test.ts': code(claim), ...copy });

	allows('where the zone is set', {
		'a.test.ts': code(`expect(copy({ at: new Date('2031-05-06T10:00:00') })).toEqual({ at: '2031-05-06T10:00:00.000Z' });`),
		'package.json': `{ "scripts": { "test": "TZ=UTC vitest run" }, "devDependencies": { "vitest": "3" } }`,
		...copy,
	});
});
