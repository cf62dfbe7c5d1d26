import { describe } from 'vitest';

import rule from '../../rules/no-tight-timeout.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-tight-timeout', rule, {}, { ended: true });
const plain = casesOf('no-tight-timeout', rule);

interface Body {
	/** How the test calls it off, with the marks of what is reported. */
	readonly off: string;
	readonly call: string;
	readonly title?: string;
	readonly before?: string;
	readonly hook?: string;
}

const file = ({ off, call, title = 'gives up', before = '', hook = 'client = connect();' }: Body): string => `
import assert from 'node:assert';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import axios from 'axios';
import { connect, fetch, ReadFailed } from 'some-client';
let client;
beforeEach(async () => { ${hook} });
test('${title}', async () => {
	${before}
	${off}
	${call}
});
`;

const signal = 'const signal = AbortSignal.timeout(1);\n\t               ~~~~~~~~~~~~~~~~~~~~~~ called off 1 ms later';
const timer = `const controller = new AbortController();
	setTimeout(() => controller.abort(), 5);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ called off 5 ms later`;
const bare = (marked: string): string => marked.replaceAll(/\n\t *~.*/g, '');

const refused = `await expect(client.get('a', { signal })).rejects.toThrow();`;
const kept = `const answer = await client.set('a', 1, { signal });\n\texpect(answer).toBeInstanceOf(ReadFailed.Error);\n\texpect(answer.reason()).toBe('aborted');`;
const tried = `try {\n\t\tawait fetch('/a', { method: 'POST', signal: controller.signal });\n\t\tassert.fail();\n\t} catch (error) {\n\t\tassert(error.name === 'AbortError');\n\t}`;

describe('a request that is called off after a few milliseconds, and must not be answered by then', () => {
	for (const [off, call] of [
		[signal, refused],
		[signal, kept],
		[timer, tried],
		[timer, `await assert.rejects(client.query('select 1', { abortSignal: controller.signal }));`],
		[`${timer}\n\tconst { signal } = controller;`, refused],
		[`${timer}\n\tconst signal = controller.signal;`, `await expect(async () => { await fetch('/a', { signal }); }).rejects.toThrow('aborted');`],
	] as const) {
		flags(`${bare(off)} ${call}`, file({ off, call }));
		plain.allows(`${bare(off)} ${call}, without the option`, file({ off: bare(off), call }));
	}
	const source = `const source = axios.CancelToken.source();\n\tsetTimeout(() => { source.cancel('enough'); }, 2);\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ called off 2 ms later`;
	flags('by a token', file({ off: source, call: `await expect(axios.get('/a', { cancelToken: source.token })).rejects.toThrow();` }));

	const off = bare(signal);
	for (const [title, body] of Object.entries<Body>({
		'that an answer keeps back': { off, call: `await expect(client.get('/delayed/2000', { signal })).rejects.toThrow();` },
		'that is asked for what never comes': { off, call: `await expect(client.get('a', { hang: true, signal })).rejects.toThrow();` },
		'of which the title says so': { off, call: refused, title: 'gives up a slow request' },
		'whose server the test has told to wait': { off, call: refused, before: `client.delayNext(1);` },
		'whose answer the test makes up': { off, call: refused, before: `client.send = () => new Promise(() => {});` },
		'whose answer a hook makes up': { off, call: refused, hook: `client = connect({ transport: vi.fn() }); vi.spyOn(client, 'send');` },
		'that may be answered': { off, call: `await client.get('a', { signal });` },
		'that must be answered': { off, call: `expect(await client.get('a', { signal })).toBe(1);` },
		'that waits for something by its name': { off, call: `await expect(client.waitForLeader({ signal })).rejects.toThrow();` },
		'that takes what somebody has to put there first': { off, call: `await expect(client.take({ signal })).rejects.toThrow();` },
		'of something that the test has made': { off, call: refused.replaceAll('client', 'own'), before: 'const own = connect({ read: async () => 1 });' },
		'that is called off at once': { off: 'const controller = new AbortController();\n\tcontroller.abort();\n\tconst { signal } = controller;', call: refused },
		'that is called off late': { off: 'const signal = AbortSignal.timeout(50);', call: refused },
		'by another timer than that of its signal': { off: `const other = new AbortController();\n\t${bare(timer).replace('controller.abort', 'other.abort')}\n\tconst { signal } = controller;`, call: refused },
		'under a fake clock': { off: `vi.useFakeTimers();\n\t${bare(timer)}\n\tconst { signal } = controller;`, call: refused },
	}))
		allows(title, file(body));
	allows('in a file that replaces modules', `${file({ off, call: refused })}\nvi.mock('some-client');`);
});
