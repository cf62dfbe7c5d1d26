import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		setupFiles: ['test/support/failures.ts'],
		reporters: ['default', './tools/closing-line.ts'],
		testTimeout: 120_000,
		hookTimeout: 60_000,
	},
});
