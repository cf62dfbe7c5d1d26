import { createServer } from 'node:net';
import type { Condition } from './prove.ts';

/** The clock goes on from a time. */
export const clockAt = (time: string): Condition => ({
	when: `the clock says ${time}`,
	first: `
const { now } = Date;
const shift = Date.parse('${time}') - now();
globalThis.Date = class extends Date {
	constructor(...given) {
		super(...(given.length === 0 ? [now() + shift] : given));
	}
	static now() {
		return now() + shift;
	}
};`,
});

/** No two readings of the clock are the same. */
export const movingClock: Condition = {
	when: 'the clock moves on with each reading',
	first: `
const { now } = Date;
let read = 0;
Date.now = () => now() + ++read;`,
};

/** All readings of the clock are the same. */
export const standingClock: Condition = { when: 'all is done in one millisecond', first: `const time = Date.now();\nDate.now = () => time;` };

/** Files are read, or written, some milliseconds after that was asked for, and at one stroke then. */
export const disk = (when: string, late: { readonly [name in 'readFile' | 'writeFile']?: number }): Condition => pacedDisk(when, Object.entries(late).map(([name, ms]) => [name, String(ms)]));

/** Of files that are asked for at once, which one comes first. */
export const firstOfDisk = (which: 'first' | 'last'): Condition => pacedDisk(`what is asked for ${which} comes first`, [['readFile', which === 'first' ? '50 * asked++' : '200 - 50 * asked++']]);

/** The functions, and after how many milliseconds each is over; the runner, which asks for its own files by whole paths, is served as ever. */
const pacedDisk = (when: string, functions: readonly (readonly string[])[]): Condition => ({
	when,
	first: `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const wait = globalThis.setTimeout;
let asked = 0;
${functions.map(([name = '', ms = '']) => `
const { ${name} } = fs.promises;
fs.promises.${name} = async (path, ...given) => {
	if (typeof path !== 'string' || path.startsWith('/')) return ${name}(path, ...given);
	await new Promise(done => wait(done, ${ms}));
	return fs.${name}Sync(path, ...given);
};`).join('')}
syncBuiltinESMExports();`,
});

/** What is read is there at once. */
export const inMemory: Condition = {
	when: 'the file is in memory',
	first: `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { readFile } = fs.promises;
fs.promises.readFile = async (path, ...given) => (path === 'package.json' ? '{}' : readFile(path, ...given));
syncBuiltinESMExports();`,
};

/** Each draw comes to one value. */
export const draws = (value: number): Condition => ({ when: `each draw is ${value}`, first: `Math.random = () => ${value};` });

export const allTests: Condition = { when: 'all tests run' };

export const onlyTest = (title: string): Condition => ({ when: `'${title}' runs alone`, only: title });

export const inZone = (zone: string): Condition => ({ when: `the zone is ${zone}`, env: { TZ: zone } });

/** A port on which nothing listens now. */
export const freePort = (): Promise<number> =>
	new Promise((found, failed) => {
		const server = createServer().on('error', failed).listen(0, () => {
			const address = server.address();
			server.close(() => { found(typeof address === 'object' && address !== null ? address.port : 0); });
		});
	});

/** Something else on the machine listens on a port before the test does. */
export const takenPort = (port: number): Condition => ({ when: `port ${port} is taken`, first: `import net from 'node:net';\nawait new Promise(done => net.createServer().unref().listen(${port}, done));` });

export const nothingElse: Condition = { when: 'nothing else is there' };

/** A run of another user has left a file behind. */
export const takenPath = (path: string): Condition => ({
	when: `another run has made ${path}`,
	first: `import fs from 'node:fs';\nimport os from 'node:os';\nfs.writeFileSync(os.tmpdir() + '/${path}', 'of another run');`,
});

/** All of the program writes to the same console. */
export const talkative: Condition = { when: 'other code warns as well', first: `const { warn } = console;\nqueueMicrotask(function again() { console.warn('low on memory'); setTimeout(again, 5).unref(); });` };

/** Requests are answered by something on the way, or by nobody. */
export const network = (answer: string | undefined): Condition => ({
	when: answer === undefined ? 'the network is away' : 'the network is there',
	first: `globalThis.fetch = async () => ${answer === undefined ? `{ throw new TypeError('fetch failed'); }` : `new Response(${JSON.stringify(answer)})`};`,
});
