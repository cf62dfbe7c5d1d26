import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

const code = (claim: string, mark = ''): string => `
import assert from 'node:assert';
import test from 'node:test';
import { encode } from 'some-format';
import { print } from './print';
function assertPrinted(value: unknown, text: string) {
	assert.equal(print({ value }), text);
}
function assertEncoded(value: unknown, text: string) {
	const encoded = encode(value);
	assert.equal(encoded.replace(/;$/, ''), text);
}
function assertStored(value: unknown, at: Date) {
	const record = encode({ value, at });
	assert.deepEqual(record.at, at);
}
test('writes a date', () => {
	${claim}
	${mark}
});
`;
const printer = {
	'print.ts': `
export function print(values: Record<string, unknown>) {
	const lines: string[] = [];
	for (const [key, value] of Object.entries(values)) lines.push(key + ': ' + (value instanceof Date ? value.toISOString() : value));
	return lines.join();
}
`,
};

describe('a helper that is handed one reading for the subject and another for what is expected', () => {
	for (const claim of [
		'assertPrinted(new Date(), `value: ${new Date().toISOString()}`);',
		'assertEncoded(new Date(), `d${new Date().getTime()}`);',
		`assertEncoded({ at: Date.now() }, 'at=' + Date.now());`,
		'assertEncoded(new Date(), new Date().toISOString());',
		`assertEncoded('now', new Date().toISOString());`,
	])
		flags(`in ${claim}`, { 'a.test.ts': code(claim, underlined(claim)), ...printer });

	for (const claim of [
		'const now = new Date(); assertPrinted(now, `value: ${now.toISOString()}`);',
		'const now = new Date(); assertEncoded(now, `d${now.getTime()}`);',
		'assertEncoded(new Date(0), `d${new Date(0).getTime()}`);',
		'assertEncoded(new Date().getFullYear(), `y${new Date().getFullYear()}`);',
		`assertEncoded(new Date(), 'd0');`,
		'assertStored(new Date(), new Date());',
		`assertStored('now', new Date());`,
		'assert.equal(encode("year"), `in ${new Date().getFullYear()}`);',
	])
		allows(`in ${claim}`, { 'a.test.ts': code(claim), ...printer });
});
