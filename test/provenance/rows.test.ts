import { describe, expect, it, test } from 'vitest';

import { knownRows } from '../../src/known-rows.ts';

describe('what the paths of rows end with', () => {
	test.each(['sleep', 'timer', 'deadline', 'store', 'take', 'empty', 'request', 'expensive', 'ui-action', 'ui-wait', 'event-wait'] as const)('is not just any name for %s: functions would be entered for nothing', effect => {
		expect(knownRows.mayEnd(effect, 'nameThatNoApiHas')).toBe(false);
	});

	it('is what aliases stand for, of packages that have such rows alone', () => {
		expect(knownRows.mayEnd('store', 'getRepository')).toBe(true);
		expect(knownRows.mayEnd('request', 'getRepository')).toBe(false);
	});
});
