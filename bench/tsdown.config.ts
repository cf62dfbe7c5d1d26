import { fileURLToPath } from 'node:url';
import { defineConfig } from 'tsdown';

const countedParser = fileURLToPath(new URL('counted-parser.ts', import.meta.url));

/**
 * The benchmark, and beside it the plugin once more for the run that is looked into: module by module, so that a profile tells the
 * rooms apart, and with a parser that counts. What is timed is the plugin as it is published, from `dist`.
 */
export default defineConfig({
	entry: {
		main: 'main.ts',
		'timed-child': 'timed-child.ts',
		'profiled-child': 'profiled-child.ts',
		'real-fixes/main': 'real-fixes/main.ts',
		'suites/main': 'suites/main.ts',
		'triage/main': 'triage/main.ts',
		'unseen-tests/main': 'unseen-tests/main.ts',
		'changed-cases/main': 'changed-cases/main.ts',
		'planted/main': 'planted/main.ts',
		'real-fixes/lint-child': 'real-fixes/lint-child.ts',
	},
	outDir: 'dist',
	format: 'esm',
	platform: 'node',
	target: 'node20.19',
	unbundle: true,
	sourcemap: true,
	dts: false,
	fixedExtension: false,
	clean: true,
	report: false,
	logLevel: 'warn',
	deps: { skipNodeModulesBundle: true, neverBundle: ['eslint-plugin-deflake'] },
	plugins: [
		{
			name: 'counted-parser',
			resolveId: {
				order: 'pre',
				handler: (source, importer) =>
					source === 'oxc-parser' && importer !== undefined && importer !== countedParser ? countedParser : null,
			},
		},
	],
});
