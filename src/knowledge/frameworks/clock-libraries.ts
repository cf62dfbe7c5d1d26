import type { ActRow } from './row.ts';

/** Libraries that replace the clock, whatever the framework. */
export const clockLibraryActs: readonly ActRow[] = [
	{ act: 'freeze', from: ['mockdate', 'global'], path: 'MockDate.set()', freezes: ['date'], starts: 'fixed', now: [{ argument: 0 }], see: 'https://github.com/boblauer/MockDate' },
	{ act: 'freeze', from: 'mockdate', path: 'set()', freezes: ['date'], starts: 'fixed', now: [{ argument: 0 }], see: 'https://github.com/boblauer/MockDate' },
	{ act: 'restore', from: 'mockdate', path: 'reset()', restores: ['clock'], see: 'https://github.com/boblauer/MockDate' },
	{ act: 'freeze', from: 'timekeeper', path: 'freeze()', freezes: ['date'], starts: 'real', now: [{ argument: 0 }], see: 'https://github.com/vesln/timekeeper' },
	{ act: 'freeze', from: 'timekeeper', path: 'travel()', freezes: ['date'], starts: 'real', now: [{ argument: 0 }], runs: true, see: 'https://github.com/vesln/timekeeper' },
	{ act: 'freeze', from: 'timekeeper', path: 'withFreeze()', freezes: ['date'], starts: 'real', now: [{ argument: 0 }], during: 1, see: 'https://github.com/vesln/timekeeper' },
	{ act: 'restore', from: 'timekeeper', path: 'reset()', restores: ['clock'], see: 'https://github.com/vesln/timekeeper' },
	{ act: 'freeze', from: 'jest-date-mock', path: 'advanceTo()', freezes: ['date'], starts: 'real', now: [{ argument: 0 }], see: 'https://github.com/hustcc/jest-date-mock' },
	{ act: 'advance', from: 'jest-date-mock', path: 'advanceBy()', moves: 'date', see: 'https://github.com/hustcc/jest-date-mock' },
	{ act: 'restore', from: 'jest-date-mock', path: 'clear()', restores: ['clock'], see: 'https://github.com/hustcc/jest-date-mock' },
	{ act: 'freeze', from: 'jest-mock-now', path: '()', freezes: ['date'], starts: 'fixed', now: [{ argument: 0 }], see: 'https://www.npmjs.com/package/jest-mock-now' },
	{ act: 'freeze', from: '@angular/core/testing', path: 'fakeAsync()', freezes: ['timers', 'date'], starts: 'real', during: 0, see: 'https://angular.dev/api/core/testing/fakeAsync' },
	{ act: 'advance', from: '@angular/core/testing', path: '{tick,flush}()', see: 'https://angular.dev/api/core/testing/tick' },
];

/** What the language has to replace a member of an object. */
export const languageActs: readonly ActRow[] = [
	{ act: 'stub', from: 'global', path: '{Object,Reflect}.defineProperty()', object: { argument: 0 }, member: { argument: 1 }, see: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Object/defineProperty' },
	{ act: 'stub', from: 'global', path: 'Reflect.set()', object: { argument: 0 }, member: { argument: 1 }, see: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Reflect/set' },
];

/** Properties of date libraries that, once assigned, decide what time the whole library tells. */
export const clockOverrides = [
	{ from: 'luxon', names: ['Settings', 'now'], see: 'https://moment.github.io/luxon/api-docs/index.html#settingsnow' },
	{ from: 'moment', names: ['now'], see: 'https://momentjs.com/docs/#/customization/now/' },
	{ from: 'moment-timezone', names: ['now'], see: 'https://momentjs.com/docs/#/customization/now/' },
] as const;
