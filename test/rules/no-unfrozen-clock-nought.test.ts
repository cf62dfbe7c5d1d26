import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

const relay = {
	'relay.ts': `
export class Relay {
	spent = 0;
	constructor(private readonly send: (text: string) => Promise<string>) {}
	async pass(text: string) {
		const begun = Date.now();
		const answer = await this.send(text);
		this.spent = Date.now() - begun;
		return { answer, begun, spent: this.spent };
	}
	turn(text: string) {
		const begun = Date.now();
		return { answer: text.split('').toReversed().join(''), spent: Date.now() - begun };
	}
	finely(text: string) {
		const begun = performance.now();
		return { answer: text.trim(), spent: performance.now() - begun };
	}
	turnSlowly(text: string) {
		const begun = Date.now();
		while (Date.now() - begun < 5);
		return { answer: text, spent: Date.now() - begun };
	}
}
`,
};

const asserting = (claim: string, before = ''): Record<string, string> => ({
	'a.test.ts': `
import assert from 'node:assert';
import { expect, test, vi } from 'vitest';
import { Relay } from './relay';
test('passes on', async () => {
	${before}
	const relay = new Relay(vi.fn().mockResolvedValue('yes'));
	${claim}
	${underlined(claim)}
});
`,
	...relay,
});
const quiet = (code: string): Record<string, string> => ({
	'a.test.ts': `
import assert from 'node:assert';
import { expect, test, vi } from 'vitest';
import { Relay } from './relay';
test('passes on', async () => {
	${code}
});
`,
	...relay,
});

describe('a length of whole milliseconds that has to be more than nothing, with nothing that takes time', () => {
	for (const claim of [
		`expect(relay.turn('ab').spent).toBeGreaterThan(0);`,
		`expect(relay.turn('ab').spent).not.toBe(0);`,
		`expect(relay.turn('ab').spent).toBeTruthy();`,
		`assert.ok(relay.turn('ab').spent);`,
		`assert(relay.turn('ab').spent > 0);`,
		`expect((await relay.pass('ab')).spent).toBeGreaterThan(0);`,
		`expect((await relay.pass('ab')).spent).not.toBeLessThanOrEqual(0);`,
	])
		flags(`in ${claim}`, asserting(claim));
	flags('in a reading of the test itself', asserting('expect(Date.now() - begun).toBeGreaterThan(0);', 'const begun = Date.now();'));

	for (const claim of [
		`const relay = new Relay(vi.fn()); expect(relay.turn('ab').spent).toBeGreaterThanOrEqual(0);`,
		`const relay = new Relay(vi.fn()); expect(relay.turn('ab').spent).not.toBe(-1);`,
		`const relay = new Relay(vi.fn()); expect((await relay.pass('ab')).begun).toBeGreaterThan(0);`,
		`const relay = new Relay(vi.fn()); expect((await relay.pass('ab')).begun).toBeTruthy();`,
		`const relay = new Relay(vi.fn()); expect(relay.finely('ab').spent).toBeGreaterThan(0);`,
		`const relay = new Relay(vi.fn()); expect(relay.turnSlowly('ab').spent).toBeGreaterThan(0);`,
		`const relay = new Relay(text => fetch('/' + text).then(answer => answer.text())); expect((await relay.pass('ab')).spent).toBeGreaterThan(0);`,
		`const relay = new Relay(text => new Promise(resolve => setTimeout(resolve, 20, text))); expect((await relay.pass('ab')).spent).toBeGreaterThan(0);`,
		`const begun = Date.now(); await new Promise(resolve => setTimeout(resolve, 20)); expect(Date.now() - begun).toBeGreaterThan(0);`,
		`vi.useFakeTimers(); const begun = Date.now(); vi.advanceTimersByTime(5); expect(Date.now() - begun).toBeGreaterThan(0);`,
	])
		allows(`in ${claim}`, quiet(claim));
});

describe('what is called a measurement that nobody sees, and has to be more than nothing', () => {
	const test = (claim: string, mark = ''): string => `
import assert from 'node:assert';
import { connect } from 'some-client';
it('tells how long a call took', async () => {
	const client = await connect();
	const answer = await client.call('now');
	${claim}
	${mark}
});
`;
	const strictly = { options: { named: true } };
	for (const claim of [
		'assert.ok(client.lastElapsedTime);',
		'expect(answer.elapsedMs).to.be.greaterThan(0);',
		'expect(answer.responseTime).toBeTruthy();',
		'expect(answer.duration).to.be.above(0);',
		'assert(answer.stats.loadTime > 0);',
		'expect(answer.idleMs).to.be.greaterThan(0);',
	]) {
		allows(`in ${claim}`, test(claim));
		flags(`in ${claim}, with the option`, test(claim, underlined(claim)), strictly);
	}
	for (const claim of [
		`assert.equal(typeof client.lastElapsedTime, 'number');`,
		'assert.ok(answer.duration);',
		'assert.ok(client.lastElapsedTime >= 0);',
		'expect(answer.elapsedMs).to.be.greaterThan(-1);',
		'expect(answer.duration).to.be.above(-1);',
		'expect(answer.clip.duration).to.be.above(0);',
		'expect(answer.maxDuration).to.be.above(0);',
	])
		allows(`in ${claim}, with the option`, test(claim), strictly);
});
