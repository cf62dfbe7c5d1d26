import { describe } from 'vitest';

import rule from '../../rules/no-random-assertion.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-random-assertion', rule);

const journal = `
import { createHash, randomUUID } from 'node:crypto';
export const journal = (write, load) => async url => {
	const entry = { id: Math.random().toString(36).slice(2, 11), url, body: await load(url) };
	write(entry);
};
export const ticket = body => ({ id: randomUUID(), body: JSON.parse(body) });
export const mark = body => ({ mark: createHash('sha256').update(randomUUID()).digest('hex').length, body: JSON.parse(body) });
export const lot = body => ({ isFirst: Math.random() < 2, body: JSON.parse(body) });
`;

function says(title: string, hangs: boolean, lines: readonly string[], claim: string): void {
	(hangs ? flags : allows)(title, {
		'a.test.ts': `
import { expect, test } from 'vitest';
import { journal, lot, mark, ticket } from './journal';
const load = async url => (await fetch(url)).text();
test('keeps no secret', async () => {
${lines.map(line => `	${line}\n`).join('')}	${claim};
${hangs ? `	${'~'.repeat(claim.length)} fails when that is\n` : ''}});
`,
		'journal.js': journal,
	});
}

describe('a short text that is not to stand in a longer one', () => {
	const written = [`const entries = [];`, `const record = journal(entry => entries.push(entry), load);`, `await record('/token?secret=pwd');`];
	says('with an id that a callback is handed', true, written, `expect(JSON.stringify(entries[0])).not.toContain('pwd')`);
	says('with an id that is put together', true, [`const entry = { id: \`e-\${Math.random().toString(36).slice(2)}\`, body: await load('/') };`], `expect(JSON.stringify(entry)).not.toContain('pwd')`);
	says('in capitals, which the id never has', false, written, `expect(JSON.stringify(entries[0])).not.toContain('PWD')`);
	says('too long to come up', false, written, `expect(JSON.stringify(entries[0])).not.toContain('password')`);
	const asked = [`const made = ticket(await load('/ticket'));`];
	says('with a uuid', true, asked, `expect(JSON.stringify(made)).not.toMatch(/42/)`);
	says('of letters that no uuid has', false, asked, `expect(JSON.stringify(made)).not.toContain('key')`);
	says('which has to stand there', false, asked, `expect(JSON.stringify(made)).toContain('42')`);
	says('with the length of what is random', false, [`const made = mark(await load('/ticket'));`], `expect(JSON.stringify(made)).not.toContain('42')`);
	says('with what a draw only decides', false, [`const made = lot(await load('/ticket'));`], `expect(JSON.stringify(made)).not.toContain('42')`);
});
