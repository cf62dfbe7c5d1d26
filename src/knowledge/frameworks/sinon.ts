import type { ActRow } from './row.ts';

const packages = ['@sinonjs/fake-timers', 'lolex'] as const;
const timers = 'https://sinonjs.org/releases/latest/fake-timers/' as const;
const stubs = 'https://sinonjs.org/releases/latest/stubs/' as const;
const sandbox = 'https://sinonjs.org/releases/latest/sandbox/' as const;
const install = 'https://github.com/sinonjs/fake-timers#api-reference' as const;
const ticks = '{tick,tickAsync,next,nextAsync,runAll,runAllAsync,runToLast,runToLastAsync,runToFrame,runMicrotasks,jump}()';

/** The package; its build for pages makes a global of that name (`packageGlobals`). */
export const sinonName = 'sinon';

/** What a `sinon` or a sandbox of it is called. */
const owners = ['sinon.', 'sinon.createSandbox().', 'sinon.sandbox.create().', '', 'createSandbox().', 'sandbox.create().', 'new SinonSandbox.'] as const;

function ofEach(make: (owner: string, from: readonly string[]) => ActRow): readonly ActRow[] {
	return owners.map(owner => make(owner, [sinonName]));
}

/** sinon, its sandboxes, and the clock that it is made with. */
export const sinonActs: readonly ActRow[] = [
	...ofEach((owner, from) => ({
		act: 'freeze', from, path: `${owner}useFakeTimers()`, freezes: ['date', 'timers', 'monotonic'], starts: 'fixed',
		now: [{ argument: 0, key: 'now' }, { argument: 0 }], only: { argument: 0, key: 'toFake' }, except: { argument: 0, key: 'toNotFake' }, runs: { argument: 0, key: 'shouldAdvanceTime' }, see: timers,
	})),
	...ofEach((owner, from) => ({ act: 'advance', from, path: `${owner}useFakeTimers().${ticks}`, see: timers })),
	...ofEach((owner, from) => ({ act: 'advance', from, path: `${owner}clock.${ticks}`, see: timers })),
	...ofEach((owner, from) => ({ act: 'restore', from, path: `${owner}useFakeTimers().{restore,uninstall}()`, restores: ['clock'], see: timers })),
	...ofEach((owner, from) => ({ act: 'restore', from, path: `${owner}clock.restore()`, restores: ['clock'], see: timers })),
	...ofEach((owner, from) => ({ act: 'restore', from, path: `${owner}{restore,verifyAndRestore}()`, restores: ['spies', 'calls', 'clock', 'properties'], see: sandbox })),
	...ofEach((owner, from) => ({ act: 'restore', from, path: `${owner}{reset,resetHistory,resetBehavior}()`, restores: ['calls'], see: sandbox })),
	...ofEach((owner, from) => ({ act: 'stub', from, path: `${owner}stub()`, object: { argument: 0 }, member: { argument: 1 }, unlessThen: ['callThrough'], when: [{ argument: 1, present: true }], see: stubs })),
	...ofEach((owner, from) => ({ act: 'stub', from, path: `${owner}stub()`, object: { argument: 0 }, member: undefined, unlessThen: ['callThrough'], when: [{ argument: 0, present: true }, { argument: 1, present: false }], see: stubs })),
	...ofEach((owner, from) => ({ act: 'stub', from, path: `${owner}{replace,replaceGetter,define}()`, object: { argument: 0 }, member: { argument: 1 }, see: sandbox })),
	...ofEach((owner, from) => ({ act: 'stub', from, path: `${owner}mock().expects()`, object: { call: 0, argument: 0 }, member: { call: 1, argument: 0 }, see: 'https://sinonjs.org/releases/latest/mocks/' })),

	{
		act: 'freeze', from: packages, path: 'install()', freezes: ['date', 'timers', 'monotonic'], starts: 'fixed',
		now: [{ argument: 0, key: 'now' }], only: { argument: 0, key: 'toFake' }, except: { argument: 0, key: 'toNotFake' }, runs: { argument: 0, key: 'shouldAdvanceTime' }, see: install,
	},
	{ act: 'advance', from: packages, path: `install().${ticks}`, see: install },
	{ act: 'restore', from: packages, path: 'install().uninstall()', restores: ['clock'], see: install },
];
