import { describe, expect, test } from 'vitest';

import { describe as describeWitness } from '../../src/effects/witness.ts';
import { analyse } from '../support/analysis.ts';
import type { Files } from '../support/memory-project.ts';

/** The waits in the function `body` of the first file: text of the reported code, length, way. */
function sleepsInBody(files: string | Files): string[] {
	const all = typeof files === 'string' ? { 'a.test.ts': files } : files;
	const { effects, function: named } = analyse(all);
	const [text = ''] = Object.values(all);
	return effects.sleepsIn(named('body')).map(({ site, ms, witness }) => `${text.slice(site.start, site.end)} | ${ms ?? '?'} | ${describeWitness(witness)}`);
}

const inline = 'await new Promise(r => setTimeout(r, 10));';

describe('a fixed wait', () => {
	test.each<[string, string | Files, string[]]>([
		['is a promise that only a timer settles', `async function body() { ${inline} }`, ['new Promise(r => setTimeout(r, 10)) | 10 | setTimeout']],
		['may have a body', `async function body() { await new Promise(resolve => { setTimeout(() => { resolve(); }, 5 * 2); }); }`, ['new Promise(resolve => { setTimeout(() => { resolve(); }, 5 * 2); }) | 10 | setTimeout']],
		['may be returned', `function body() { return new Promise(r => setTimeout(r, 10)); }`, ['new Promise(r => setTimeout(r, 10)) | 10 | setTimeout']],
		['may be chained', `function body() { return f().then(() => new Promise(r => setTimeout(r, 10))); }`, ['new Promise(r => setTimeout(r, 10)) | 10 | setTimeout']],
		['may be kept first', `async function body() { const p = new Promise(r => setTimeout(r, 10)); await g(); await p; }`, ['new Promise(r => setTimeout(r, 10)) | 10 | setTimeout']],
		['may be a helper', `const sleep = ms => new Promise(r => setTimeout(r, ms));\nasync function body() { await sleep(20); }`, ['sleep(20) | 20 | sleep (a.test.ts:1) → setTimeout']],
		[
			'may be several files away',
			{
				'a.test.ts': `import { settle } from './support';\nasync function body() { await settle(); }`,
				'support.ts': `export { settle } from './test/settle';`,
				'test/settle.ts': `import { sleep } from '../sleep';\nconst shortly = 30;\nexport async function settle() {\n\tawait sleep(shortly);\n}`,
				'sleep.ts': `export const sleep = (ms: number) => new Promise<void>(r => { setTimeout(r, ms); });`,
			},
			['settle() | 30 | settle (test/settle.ts:4) → sleep (sleep.ts:1) → setTimeout'],
		],
		['may come from timers/promises', `import { setTimeout as wait } from 'node:timers/promises';\nasync function body() { await wait(10); }`, ['wait(10) | 10 | setTimeout']],
		['may be promisified', `import { promisify } from 'node:util';\nconst wait = promisify(setTimeout);\nasync function body() { await wait(10); }`, ['wait(10) | 10 | promisify']],
		['may be in a callback that runs now', `async function body() { await Promise.all([1, 2].map(async () => { ${inline} })); }`, ['new Promise(r => setTimeout(r, 10)) | 10 | setTimeout']],
		['may spin', 'function body() { const end = Date.now() + 50; while (Date.now() < end) {} }', ['Date.now() < end | ? | a loop that watches the clock']],
		['may block', `import { execSync } from 'node:child_process';\nfunction body() { execSync('sleep 1'); }`, [`execSync('sleep 1') | ? | execSync`]],
		['repeats in a counting loop', `async function body() { for (let i = 0; i < 3; i++) { ${inline} } }`, ['new Promise(r => setTimeout(r, 10)) | 10 | setTimeout']],

		['is not a poll', `async function body() { while (!ready()) { ${inline} } }`, []],
		['is not a poll that leaves a counting loop', `async function body() { for (let i = 0; i < 9; i++) { if (ready()) break; ${inline} } }`, []],
		['is not a wait helper', `async function waitFor(check) { for (;;) { try { return check(); } catch { ${inline} } } }\nasync function body() { await waitFor(() => x); }`, []],
		['is not a helper that calls itself until it is done', `async function until(f) { if (f()) return; ${inline} return until(f); }\nasync function body() { await until(() => x); }`, []],
		['is not a poll by timers', `async function body() { await new Promise(resolve => { const check = () => (ready() ? resolve() : setTimeout(check, 10)); check(); }); }`, []],
		['is not a guard in a race', `const sleep = ms => new Promise(r => setTimeout(r, ms));\nasync function body() { await Promise.race([job(), sleep(1000)]); }`, []],
		['is not a timer that rejects', `async function body() { await new Promise((resolve, reject) => { emitter.once('x', resolve); setTimeout(() => reject(new Error('late')), 1000); }); }`, []],
		['is not a promise that an event settles too', `async function body() { await new Promise(resolve => { emitter.once('x', resolve); setTimeout(resolve, 1000); }); }`, []],
		['is not started and forgotten', `const sleep = ms => new Promise(r => setTimeout(r, ms));\nasync function body() { sleep(10); await g(); }`, []],
		['is not latency in a stub', `import { load } from './load';\nasync function body() { await load(async () => { ${inline} return 1; }); }`, []],
		['is not in code under test', { 'a.test.ts': `import { load } from './load';\nasync function body() { await load(); }`, 'load.ts': `export async function load() { await fetch('/a'); ${inline} return fetch('/b'); }` }, []],
	])('%s', (_, files, expected) => {
		expect(sleepsInBody(files)).toEqual(expected);
	});
});
