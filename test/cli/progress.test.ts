import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Progress } from '../../src/cli/progress.ts';

describe('Progress', () => {
	beforeEach(() => { vi.useFakeTimers({ toFake: ['performance'] }); });
	afterEach(() => { vi.useRealTimers(); });

	const written = (isTTY: boolean, run: (progress: Progress) => void): string => {
		const texts: string[] = [];
		run(new Progress({ isTTY, columns: 40, write: text => texts.push(text) }, 12));
		return texts.join('');
	};
	const slowRun = (progress: Progress): void => {
		vi.advanceTimersByTime(1500);
		progress.report(3, 'test/with/a/path/that/goes/on/for/long.test.ts');
		progress.end();
	};

	it('shows one line of the width of the terminal when a run takes long, and takes it away', () => {
		expect(written(true, slowRun)).toBe('\r\u001B[Kreading tests 3/12 test/with/a/path/tha\r\u001B[K');
	});

	it('shows nothing off a terminal', () => {
		expect(written(false, slowRun)).toBe('');
	});

	it('shows nothing for a short run', () => {
		const quickRun = (progress: Progress): void => {
			vi.advanceTimersByTime(500);
			progress.report(3, 'a.test.ts');
			progress.end();
		};
		expect(written(true, quickRun)).toBe('');
	});
});
