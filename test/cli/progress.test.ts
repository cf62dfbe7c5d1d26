import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Progress } from '../../src/cli/progress.ts';

describe('Progress', () => {
	beforeEach(() => { vi.stubEnv('CI', undefined); });
	afterEach(() => { vi.unstubAllEnvs(); });

	const written = (isTTY: boolean, run: (progress: Progress) => void): string[] => {
		const texts: string[] = [];
		run(new Progress({ isTTY, columns: 40, write: text => texts.push(text) }, 12));
		return texts;
	};
	const run = (progress: Progress): void => {
		progress.report(2, 'a.test.ts');
		progress.report(3, 'test/with/a/path/that/goes/on/for/long.test.ts');
		progress.end();
	};

	it('shows each file in one line of the width of the terminal before it is looked at, and takes the line away', () => {
		expect(written(true, run)).toEqual(['\r\u001B[Kreading tests 2/12 a.test.ts', '\r\u001B[Kreading tests 3/12 test/with/a/path/tha', '\r\u001B[K']);
	});

	it('shows nothing off a terminal, nor in CI', () => {
		expect(written(false, run)).toEqual([]);
		vi.stubEnv('CI', 'true');
		expect(written(true, run)).toEqual([]);
	});

	it('takes nothing away where nothing was shown', () => {
		expect(written(true, progress => progress.end())).toEqual([]);
	});
});
