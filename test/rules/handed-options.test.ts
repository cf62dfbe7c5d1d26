import { describe } from 'vitest';
import noSleep from '../../rules/no-sleep.ts';
import noUnfrozenClock from '../../rules/no-unfrozen-clock.ts';
import { casesOf } from '../support/rule-cases.ts';

const { allows, flags } = casesOf('no-unfrozen-clock', noUnfrozenClock);

describe('what an API hands to a callback that it is given in an object', () => {
	const sleeps = casesOf('no-sleep', noSleep);
	sleeps.flags('of a test of Deno, whose steps call a function of the test', `
import { assert } from '@std/assert';
import { delay } from '@std/async';
Deno.test({
	name: 'a',
	async fn(t) {
		const counts = async () => {
			start();
			await delay(100);
			      ~~~~~~~~~~ (counts (a.test.ts:9) → delay)
			assert(count() === 1);
		};
		await t.step('first', async () => {
			await counts();
		});
	},
});`);
});

describe('what a function hands to a callback that it is given in an object', () => {
	const run = `
export function run({ onEnd, onStart = () => {} }: { onEnd: (hour: number) => void; onStart?: () => void }) { onStart(); onEnd(new Date().getHours()); }
export function start(options: { onEnd: (hour: number) => void; onLine: (text: string) => void }) {
	const tell = () => options.onEnd(new Date().getHours());
	options.onLine('a');
	tell();
}
export function keep(options: { onEnd: (hour: number) => void }) { handlers.push(options); }
const handlers: unknown[] = [];
`;
	const file = (body: string): Record<string, string> => ({
		'a.test.ts': `
import { expect, test } from 'vitest';
import { keep, run, start } from './run';
test('a', () => {
	${body}
});`,
		'run.ts': run,
	});

	flags('of which one is taken apart', file(`run({ onEnd: hour => {
		expect(hour).toBe(3);
		~~~~~~~~~~~~~~~~~~~~ (run (run.ts:2) → new Date)
	} });`));
	flags('that is called by a function inside', file(`start({
		onEnd(hour) { expect(hour).toBe(3); },
		              ~~~~~~~~~~~~~~~~~~~~ (start (run.ts:4) → new Date)
		onLine() {},
	});`));
	flags('which keeps it for the test', file(`let seen = 0;
	run({ onEnd: hour => { seen = hour; } });
	expect(seen).toBe(3);
	~~~~~~~~~~~~~~~~~~~~ (run (run.ts:2) → new Date)`));
	allows('of which another is handed the time', file(`start({
		onEnd() {},
		onLine: text => { expect(text).toBe('a'); },
	});`));
	allows('that keeps the object, and is not seen to call it', file(`keep({ onEnd: hour => { expect(hour).toBe(3); } });`));
});
