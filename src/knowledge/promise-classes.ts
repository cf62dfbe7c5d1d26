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

/** Functions of promises that wait for all they are given (ECMAScript 27.2.4.1, 27.2.4.2; Bluebird). */
export const joining: ReadonlySet<string> = new Set(['all', 'allSettled', 'join']);
