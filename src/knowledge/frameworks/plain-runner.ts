import type { FrameworkRow } from './row.ts';

/** What is so of a runner without a configuration that runs one test after another. */
export const plain = {
	config: undefined,
	concurrency: { standard: 'none', asked: 'process', about: 'itself', overlap: 'file', reason: '', settings: [] },
	files: 'one process',
	fileSettings: [],
	restores: [],
	restoreSettings: [],
	clockSettings: [],
} as const satisfies Partial<FrameworkRow>;
