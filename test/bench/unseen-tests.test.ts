import { describe, expect, it } from 'vitest';
import { readOptions } from '../../bench/unseen-tests/options.ts';
import { readingOf } from '../../bench/unseen-tests/reading.ts';
import { scratch } from '../support/scratch.ts';

describe('what is seen in a file', () => {
	it.each([
		['tests', `it('saves', () => { assert(true) });`],
		['around', `before(() => { expect(1).to.equal(1) });`],
		['unseen', `import { flow } from '@acme/dsl'; flow.check({ saves() { expect(1).to.equal(1) } });`],
		['silent', `export const port = 1;`],
		['unreadable', `it('saves', (`],
	])('%s', (reading, text) => {
		const directory = scratch({ 'package.json': JSON.stringify({ devDependencies: { mocha: '^11.0.0' } }) });
		expect(readingOf(text, 'test/store.test.js', directory)).toBe(reading);
	});
});

describe('options', () => {
	it('say what is read, and have defaults', () => {
		expect(readOptions(['--repos', '/clones', '--cache', '/c', '--list'])).toMatchObject({ seed: 'one', files: 15, list: true });
	});

	it.each([[[]], [['--repos', '/clones', '--files', '0']], [['--repos', '/clones', '--files', 'many']], [['--repos', '/clones', '--unknown']]])('refuse %j', args => {
		expect(() => readOptions(args)).toThrow();
	});
});
