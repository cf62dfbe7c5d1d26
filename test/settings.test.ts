import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';

import deflake from '../src/index.ts';
import { settingsOf } from '../src/settings.ts';

const row = { from: '@acme/clock', path: 'now()', effect: 'clock', clock: 'wall' };

describe('settings.deflake', () => {
	test('may be left out', () => {
		expect(settingsOf({})).toEqual({ apis: [], files: undefined, projectIndex: false, cache: false });
	});

	test('has rows and texts', () => {
		expect(settingsOf({ deflake: { apis: [row], files: { 'a.ts': '' }, projectIndex: true, cache: 'found' } })).toEqual({ apis: [row], files: { 'a.ts': '' }, projectIndex: true, cache: 'found' });
	});

	test.each([
		['all', 'settings.deflake must be an object'],
		[[], 'settings.deflake must be an object'],
		[{ api: [] }, 'settings.deflake.api is no setting'],
		[{ apis: row }, 'settings.deflake.apis must be an array'],
		[{ apis: ['now()'] }, 'settings.deflake.apis[0] must be an object'],
		[{ apis: [row, { ...row, path: undefined }] }, 'settings.deflake.apis[1].path must be a string'],
		[{ apis: [{ ...row, from: [] }] }, 'settings.deflake.apis[0].from must be the name of a package'],
		[{ apis: [{ ...row, effect: 'clocks' }] }, 'settings.deflake.apis[0].effect must be one of sleep, '],
		[{ apis: [{ ...row, path: 'now(' }] }, 'settings.deflake.apis[0].path must be a string such as "now()"'],
		[{ apis: [{ ...row, path: 'a..b' }] }, 'settings.deflake.apis[0].path must be a string'],
		[{ apis: [{ ...row, clock: undefined }] }, 'settings.deflake.apis[0].clock must be one of wall, monotonic'],
		[{ apis: [{ ...row, clock: 'walls' }] }, 'settings.deflake.apis[0].clock must be one of wall, monotonic'],
		[{ apis: [{ ...row, faked: 'yes' }] }, 'settings.deflake.apis[0].faked must be true, or left out'],
		[{ apis: [{ ...row, delay: 1 }] }, "settings.deflake.apis[0].delay is nothing that a row of 'clock' has; there are clock, elapsed, unit, distance, calendar, faked, when, unless"],
		[{ apis: [{ from: '@acme/wait', path: '()', effect: 'sleep', delay: 0 }] }, 'settings.deflake.apis[0].delay must say where it is'],
		[{ apis: [{ ...row, when: [{ argument: 0, hass: 'x' }] }] }, 'settings.deflake.apis[0].when must be an array of conditions'],
		[{ projectIndex: 'yes' }, "settings.deflake.projectIndex must be true or false; it is 'yes'"],
		[{ apis: [{ path: 'now()', effect: 'clock' }] }, 'settings.deflake.apis[0].from must be the name of a package, or an array of them; it is missing'],
		[{ files: ['a'.repeat(500)] }, `settings.deflake.files must be an object of texts by path; it is [ '${'a'.repeat(77)}…`],
		[{ cache: 1 }, 'settings.deflake.cache must be true, false or the path of a folder; it is 1'],
		[{ cache: '' }, 'settings.deflake.cache must be true, false or the path of a folder'],
		[{ files: { 'a.ts': 1 } }, 'settings.deflake.files must be an object of texts by path'],
	])('%j is a mistake', (settings, message) => {
		expect(() => settingsOf({ deflake: settings })).toThrow(message);
	});

	test('a mistake ends the run with its place, and names no rule', () => {
		const linter = new Linter({ configType: 'flat' });
		const config: Linter.Config = { plugins: { deflake }, rules: { 'deflake/no-sleep': 'error' }, settings: { deflake: { apis: [{ path: 1 }] } } };
		let thrown: unknown;
		try {
			linter.verify('', [config], 'a.test.js');
		} catch (error) {
			thrown = error;
		}
		const told = expect.stringMatching(/^settings\.deflake\.apis\[0\]\.path must be a string such as "now\(\)"; it is 1\nOccurred while linting .*a\.test\.js$/);
		expect(thrown).toMatchObject({ message: told, stack: told });
	});
});
