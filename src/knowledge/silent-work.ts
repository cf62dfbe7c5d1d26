import { childPackages } from './schedules.ts';

/** A function that begins work and gives an object whose events tell of its end, and no promise. */
export interface SilentWork {
	readonly from: readonly string[];
	/** Its name, and those in front of it. */
	readonly path: readonly string[];
	readonly see: `https://${string}`;
}

export const silentWork: readonly SilentWork[] = [
	{ from: childPackages, path: ['exec'], see: 'https://nodejs.org/api/child_process.html#child_processexeccommand-options-callback' },
	{ from: childPackages, path: ['execFile'], see: 'https://nodejs.org/api/child_process.html#child_processexecfilefile-args-options-callback' },
	{ from: ['global'], path: ['indexedDB', 'deleteDatabase'], see: 'https://developer.mozilla.org/docs/Web/API/IDBFactory/deleteDatabase' },
	{ from: ['fake-indexeddb'], path: ['indexedDB', 'deleteDatabase'], see: 'https://github.com/dumbmatter/fakeIndexedDB#readme' },
];
