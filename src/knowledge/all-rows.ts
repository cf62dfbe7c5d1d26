import { browserDrivers } from './apis/browser-drivers.ts';
import { capturedOutput } from './apis/captured-output.ts';
import { childProcess } from './apis/child-process.ts';
import { clocks } from './apis/clocks.ts';
import { dateLibraries } from './apis/date-libraries.ts';
import { delays } from './apis/delays.ts';
import { ecmascript } from './apis/ecmascript.ts';
import { loggers } from './apis/loggers.ts';
import { networkStubs } from './apis/network-stubs.ts';
import { prisma } from './apis/prisma.ts';
import { processState } from './apis/process-state.ts';
import { promiseLibraries } from './apis/promise-libraries.ts';
import { shellSleeps } from './apis/shell-sleeps.ts';
import { sqlSleeps } from './apis/sql-sleeps.ts';
import { testDoubles } from './apis/test-doubles.ts';
import { timers } from './apis/timers.ts';
import type { ApiRow } from './row.ts';

/** Everything the project knows of the world's APIs. */
export const allRows: readonly ApiRow[] = [
	...browserDrivers,
	...capturedOutput,
	...childProcess,
	...clocks,
	...dateLibraries,
	...delays,
	...ecmascript,
	...loggers,
	...networkStubs,
	...prisma,
	...processState,
	...promiseLibraries,
	...shellSleeps,
	...sqlSleeps,
	...testDoubles,
	...timers,
];
