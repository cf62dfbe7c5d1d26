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
