/** What a package manager sets for all that it runs: `npm_config_user_agent` (https://docs.npmjs.com/cli/using-npm/scripts#environment). */
export const ofManager = /^npm_(?:config|lifecycle|package)_|^npm_(?:command|execpath|node_execpath)$/;

/** Variables that a shell, or the runner itself, always sets (https://vite.dev/guide/env-and-mode, https://jestjs.io/docs/environment-variables). */
export const alwaysSet: ReadonlySet<string> = new Set(['PATH', 'HOME', 'PWD', 'USER', 'SHELL', 'LOGNAME', 'NODE_ENV', 'VITEST', 'JEST_WORKER_ID', 'MODE', 'PROD', 'DEV', 'SSR', 'BASE_URL', '*']);

/** What tells whether the program runs in CI, by the package that it comes from (https://www.npmjs.com/package/is-ci, https://www.npmjs.com/package/ci-info, https://www.npmjs.com/package/std-env). */
export const ciFlags: ReadonlyMap<string, readonly string[]> = new Map([
	['global', ['process.env.CI']],
	['node:process', ['env.CI']],
	['is-ci', ['', 'default']],
	['ci-info', ['isCI']],
	['std-env', ['isCI']],
]);

/** Variables that name the folder for temporary files (https://nodejs.org/api/os.html#ostmpdir), on a runner of GitHub's as well (https://docs.github.com/actions/reference/variables-reference). */
export const temporaryFolders: ReadonlySet<string> = new Set(['TMPDIR', 'TEMP', 'TMP', 'RUNNER_TEMP']);

/** Names under which runners tell a worker its number, and a package that starts servers of any kind for whoever asks. */
export const ofWorker = /\b(?:JEST_WORKER_ID|VITEST_POOL_ID|VITEST_WORKER_ID|TEST_WORKER_INDEX|TEST_PARALLEL_INDEX|BUN_TEST_WORKER_ID)\b|testcontainers/;

/** Packages that set variables from files, by a word in their names. */
export const settingVariables = /(?:^|[/-])dotenv|^env-cmd|^(?:node-)?config$/;

/** What pins the time zone where a configuration or a setup file names it. */
export const zonePins = /\bTZ\b|timezoneId|timezone-mock|timezone_mock|\btz\.setDefault\b|\bdefaultZone\b|test-timezone|timezonedb/;

/** What pins the locale there. */
export const localePins = /\b(?:LANG|LC_ALL|LANGUAGE)\b|\blocale\s*:/;

/** Variables that tell clients which proxy to go through. */
export const proxyVariables = /^(?:https?|all|global_agent_https?)_proxy$/i;

/** What tests do not run as: Jest and Vitest set the variable to `test` (https://jestjs.io/docs/environment-variables), others leave it alone. */
export const buildMode = { of: ['process', 'env'], variable: 'NODE_ENV', shipped: 'production' } as const;
