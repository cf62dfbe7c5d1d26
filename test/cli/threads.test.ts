import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../src/cli/options.ts';
import { threadsBeside } from '../../src/cli/threads.ts';
import { Turns } from '../../src/cli/turns.ts';

describe('threadsBeside', () => {
	it.each([
		[[], 100, 0, 8, 0],
		[[], 100, 2_000, 8, 3],
		[[], 100, 2_000, 2, 1],
		[[], 100, 2_000, 1, 0],
		[[], 25, 2_000, 8, 2],
		[[], 5, 2_000, 8, 0],
		[['--concurrency', 'auto'], 100, 2_000, 8, 3],
		[['--concurrency', 'off'], 100, 2_000, 8, 0],
		[['--concurrency', '1'], 100, 2_000, 8, 0],
		[['--concurrency', '6'], 100, 0, 2, 5],
		[['--concurrency', '6'], 3, 0, 8, 3],
	])('%j, with %i files left after %i ms and %i cores: %i', (args, left, elapsed, cores, threads) => {
		expect(threadsBeside(left, elapsed, parseOptions(args), cores)).toBe(threads);
	});
});

describe('Turns', () => {
	it('are each taken once, whoever asks', () => {
		const turns = new Turns();
		const others = new Turns(turns.shared);
		expect([turns.take(), others.take(), others.take(), turns.take()]).toEqual([0, 1, 2, 3]);
	});
});
