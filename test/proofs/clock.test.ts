import { describe } from 'vitest';
import { clockAt, movingClock, standingClock } from './conditions.ts';
import { proves } from './prove.ts';

describe('the clock', () => {
	const greeting = { 'greeting.js': `export const greeting = name => \`Good \${new Date().getHours() < 12 ? 'morning' : 'evening'}, \${name}\`;\n` };
	const passes = clockAt('2026-03-02T09:00:00Z');
	const fails = clockAt('2026-03-02T15:00:00Z');

	proves('a greeting by the time of the day, with node:test', {
		rule: 'no-unfrozen-clock',
		files: {
			'greeting.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { greeting } from './greeting.js';

test('greets', () => {
	assert.equal(greeting('Ada'), 'Good morning, Ada');
});
`,
			...greeting,
		},
		passes,
		fails,
		mend: 0,
	});

	proves('a greeting by the time of the day, with Vitest', {
		rule: 'no-unfrozen-clock',
		files: {
			'greeting.test.js': `import { expect, test } from 'vitest';
import { greeting } from './greeting.js';

test('greets', () => {
	expect(greeting('Ada')).toBe('Good morning, Ada');
});
`,
			...greeting,
		},
		passes,
		fails,
		mend: 0,
	});

	proves('two readings that have to be the same', {
		rule: 'no-unfrozen-clock',
		files: {
			'entry.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entry } from './entry.js';

test('notes the time', () => {
	assert.deepEqual(entry('a'), { text: 'a', at: Date.now() });
});
`,
			'entry.js': `export const entry = text => ({ text, at: Date.now() });\n`,
		},
		passes: standingClock,
		fails: movingClock,
		mend: 0,
	});
});
