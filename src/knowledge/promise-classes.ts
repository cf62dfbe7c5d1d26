import type { PackagePath } from './package-paths.ts';

/** Packages that are a class of promises, or export one as `Promise`. */
export const promisePackages: ReadonlySet<string> = new Set([
	'bluebird',
	'q',
	'rsvp',
	'when',
	'promise',
	'lie',
	'any-promise',
	'es6-promise',
	'promise-polyfill',
	'native-promise-only',
	'native-or-bluebird',
	'pinkie',
	'pinkie-promise',
]);

/** Methods of a promise whose callback is called when it is settled (ECMAScript 27.2.5). */
export const settlingMethods = ['then', 'catch', 'finally'] as const;
export type SettlingMethod = (typeof settlingMethods)[number];

/** Functions of promises that wait for all they are given (ECMAScript 27.2.4.1, 27.2.4.2; Bluebird). */
export const joining: ReadonlySet<string> = new Set(['all', 'allSettled', 'join']);

/** What makes a function that gives a promise of one that is handed a callback: its first argument. */
export const promisifiers: readonly PackagePath[] = [
	{ from: 'node:util', path: 'promisify()', see: 'https://nodejs.org/api/util.html#utilpromisifyoriginal' },
	{ from: ['bluebird', 'es6-promisify'], path: 'promisify()', see: 'https://bluebirdjs.com/docs/api/promise.promisify.html' },
	{ from: 'bluebird', path: 'Promise.promisify()', see: 'https://bluebirdjs.com/docs/api/promise.promisify.html' },
	{ from: ['rsvp', 'promise', 'q'], path: 'denodeify()', see: 'https://github.com/tildeio/rsvp.js#readme' },
	{ from: ['pify', 'es6-promisify', 'thenify', 'util.promisify', 'denodeify'], path: '()', see: 'https://github.com/sindresorhus/pify#readme' },
];
