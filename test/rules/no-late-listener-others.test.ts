import { describe } from 'vitest';

import rule from '../../rules/no-late-listener.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-late-listener', rule);
const options = { others: true };

const helpers = `
import { firstValueFrom } from 'rxjs';
import { filter } from 'rxjs/operators';
export function nextOf(emitter, event) {
	return new Promise(resolve => emitter.on(event, resolve));
}
export const waitForParcel = async (station, city) => {
	return new Promise(resolve => {
		const listener = parcel => {
			if (parcel.city === city) {
				station.arrivals.off('parcel', listener);
				resolve(parcel);
			}
		};
		station.arrivals.on('parcel', listener);
	});
};
export function waitForNews(station, city) {
	return firstValueFrom(station.news.stream('all').pipe(filter(each => each.city === city)));
}
export function waitForReplay(replay, city) {
	return firstValueFrom(replay.pipe(filter(each => each.city === city)));
}
export async function waitUntilOpen(station) {
	if (station.isOpen) return;
	await new Promise(resolve => station.once('open', resolve));
}
export async function exchange(one, two) {
	await one.mail.send('b');
	return await waitForParcel(two, 'b');
}
`;

function test(body: string): string {
	return `
import { expect, test } from 'vitest';
import { alice, bob, logger, replay } from 'stations';
import { exchange, nextOf, waitForNews, waitForParcel, waitForReplay, waitUntilOpen } from './helpers';
test('sends', async () => {${body}
	expect(bob.parcels).toHaveLength(1);
});`;
}

describe('what does nothing but listen, behind an act on something else', () => {
	const flagged = (title: string, body: string): void => flags(title, { 'test/a.test.ts': test(body), 'test/helpers.ts': helpers }, { options });
	const allowed = (title: string, body: string): void => allows(title, { 'test/a.test.ts': test(body), 'test/helpers.ts': helpers }, { options });

	flagged('a helper that listens', `
	await alice.mail.send('b');
	await waitForParcel(bob, 'b');
	      ~~~~~~~~~~~~~~~~~~~~~~~ waitForParcel hears only what happens from now on, and alice.mail.send is over by then`);

	flagged('one that is told the event', `
	await alice.mail.send('b');
	await nextOf(bob, 'parcel');
	      ~~~~~~~~~~~~~~~~~~~~~ nextOf hears only`);

	flagged('the first value of a stream', `
	await alice.mail.send('b');
	await waitForNews(bob, 'b');
	      ~~~~~~~~~~~~~~~~~~~~~ waitForNews hears only`);

	flagged('a method that is called like a wait for an event', `
	await alice.mail.send('b');
	await bob.waitForEvent('parcel');
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~ bob.waitForEvent hears only`);

	flagged('a promise of the test\'s own', `
	await alice.mail.send('b');
	await new Promise(resolve => bob.onParcel(resolve));
	      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The promise hears only`);

	flagged('what the act has given, where the wait is only told which', `
	const parcel = await alice.mail.send('b');
	logger.info('waiting');
	const arrived = await waitForParcel(bob, { city: parcel.city });
	                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ waitForParcel hears only`);

	flagged('the same in a helper of another file', `
	await exchange(alice, bob);
	      ~~~~~~~~~~~~~~~~~~~~ waitForParcel hears only what happens from now on, and exchange (test/helpers.ts:29) → one.mail.send is over by then`);

	allowed('a wait that begins before', `
	const arrived = waitForParcel(bob, 'b');
	await alice.mail.send('b');
	await arrived;`);

	allowed('one that first looks whether it is so', `
	await alice.mail.send('b');
	await waitUntilOpen(bob);`);

	allowed('a stream that tells again what it told', `
	await alice.mail.send('b');
	await waitForReplay(replay, 'b');`);

	allowed('what another call brings about that is not awaited', `
	await alice.mail.prepare('b');
	alice.mail.send('b');
	await waitForParcel(bob, 'b');`);

	allowed('what is made in between', `
	await alice.prepare();
	const carol = alice.open();
	await nextOf(carol, 'parcel');`);

	allowed('what was awaited itself', `
	const carol = await alice.open();
	await nextOf(carol, 'parcel');`);

	allowed('what is put off', `
	await alice.mail.send('b', { delay: 2000 });
	await waitForParcel(bob, 'b');`);

	allowed('what only looks, or is a wait itself', `
	await alice.getMail();
	await waitForParcel(bob, 'b');
	await waitForParcel(bob, 'c');`);

	allowed('a condition on the way', `
	await alice.mail.send('b');
	if (bob.isSlow) await waitForParcel(bob, 'b');`);

	allows('all of them where the option is off', { 'test/a.test.ts': test(`
	await alice.mail.send('b');
	await waitForParcel(bob, 'b');`), 'test/helpers.ts': helpers });
});
