import { answeringCallbacks } from './apis/answering-callbacks.ts';
import { bookshelf } from './apis/bookshelf.ts';
import { browserDrivers } from './apis/browser-drivers.ts';
import { callbacks } from './apis/callbacks.ts';
import { capturedOutput } from './apis/captured-output.ts';
import { childProcess } from './apis/child-process.ts';
import { clocks } from './apis/clocks.ts';
import { cloudResources } from './apis/cloud-resources.ts';
import { componentInternals } from './apis/component-internals.ts';
import { dateLibraries } from './apis/date-libraries.ts';
import { deadlines } from './apis/deadlines.ts';
import { delays } from './apis/delays.ts';
import { documentStores } from './apis/document-stores.ts';
import { draws } from './apis/draws.ts';
import { drizzle } from './apis/drizzle.ts';
import { dynamodb } from './apis/dynamodb.ts';
import { ecmascript } from './apis/ecmascript.ts';
import { elasticsearch } from './apis/elasticsearch.ts';
import { emptiedTables } from './apis/emptied-tables.ts';
import { eventWaits } from './apis/event-waits.ts';
import { fakeData } from './apis/fake-data.ts';
import { fileWalks } from './apis/file-walks.ts';
import { hashing } from './apis/hashing.ts';
import { identifiers } from './apis/identifiers.ts';
import { knex } from './apis/knex.ts';
import { kysely } from './apis/kysely.ts';
import { librarySettings } from './apis/library-settings.ts';
import { lodash } from './apis/lodash.ts';
import { loggers } from './apis/loggers.ts';
import { mikroOrm } from './apis/mikro-orm.ts';
import { mongodb } from './apis/mongodb.ts';
import { mongoose } from './apis/mongoose.ts';
import { mssql } from './apis/mssql.ts';
import { mysql } from './apis/mysql.ts';
import { networkStubs } from './apis/network-stubs.ts';
import { react } from './apis/react.ts';
import { nodeValues } from './apis/node-values.ts';
import { objection } from './apis/objection.ts';
import { paths } from './apis/paths.ts';
import { writtenPaths } from './apis/written-paths.ts';
import { pageFiles } from './apis/page-files.ts';
import { pickers } from './apis/pickers.ts';
import { ports } from './apis/ports.ts';
import { pages } from './apis/pages.ts';
import { postgres } from './apis/postgres.ts';
import { prisma } from './apis/prisma.ts';
import { processState } from './apis/process-state.ts';
import { promiseClients } from './apis/promise-clients.ts';
import { promiseHelpers } from './apis/promise-helpers.ts';
import { promiseLibraries } from './apis/promise-libraries.ts';
import { promisePrograms } from './apis/promise-programs.ts';
import { promises } from './apis/promises.ts';
import { vitestBrowserMode } from './apis/vitest-browser.ts';
import { vscodePromises } from './apis/vscode.ts';
import { webComponents } from './apis/web-components.ts';
import { webPromises } from './apis/web-promises.ts';
import { ramda } from './apis/ramda.ts';
import { randomLibraries } from './apis/random-libraries.ts';
import { random } from './apis/random.ts';
import { redis } from './apis/redis.ts';
import { hostedClients } from './apis/hosted-clients.ts';
import { requests } from './apis/requests.ts';
import { resources } from './apis/resources.ts';
import { sequelize } from './apis/sequelize.ts';
import { sharedStores } from './apis/shared-stores.ts';
import { shellSleeps } from './apis/shell-sleeps.ts';
import { sqlSleeps } from './apis/sql-sleeps.ts';
import { sqlClients } from './apis/sql-clients.ts';
import { sqlite } from './apis/sqlite.ts';
import { supabase } from './apis/supabase.ts';
import { testDoubles } from './apis/test-doubles.ts';
import { timers } from './apis/timers.ts';
import { tokens } from './apis/tokens.ts';
import { typeorm } from './apis/typeorm.ts';
import { uiPages } from './apis/ui-pages.ts';
import { uiRunners } from './apis/ui-runners.ts';
import { uiSelectors } from './apis/ui-selectors.ts';
import { uiSelenium } from './apis/ui-selenium.ts';
import { testCallbacks } from './frameworks/callbacks.ts';
import type { ApiRow } from './row.ts';


const families: readonly (readonly ApiRow[])[] = [
	answeringCallbacks,
	bookshelf,
	browserDrivers,
	callbacks,
	capturedOutput,
	childProcess,
	clocks,
	cloudResources,
	componentInternals,
	dateLibraries,
	deadlines,
	delays,
	documentStores,
	draws,
	drizzle,
	dynamodb,
	ecmascript,
	elasticsearch,
	eventWaits,
	fakeData,
	fileWalks,
	hashing,
	identifiers,
	knex,
	kysely,
	librarySettings,
	lodash,
	loggers,
	mikroOrm,
	mongodb,
	mongoose,
	mssql,
	mysql,
	networkStubs,
	nodeValues,
	react,
	objection,
	paths,
	writtenPaths,
	pageFiles,
	pickers,
	ports,
	pages,
	postgres,
	prisma,
	processState,
	promiseClients,
	promiseHelpers,
	promiseLibraries,
	promisePrograms,
	promises,
	vscodePromises,
	webComponents,
	webPromises,
	ramda,
	randomLibraries,
	random,
	redis,
	requests,
	hostedClients,
	resources,
	sequelize,
	sharedStores,
	emptiedTables,
	shellSleeps,
	sqlSleeps,
	sqlClients,
	sqlite,
	supabase,
	testDoubles,
	testCallbacks,
	timers,
	tokens,
	typeorm,
	uiPages,
	uiRunners,
	uiSelectors,
	uiSelenium,
	vitestBrowserMode,
];

/** Everything the project knows of the world's APIs. */
export const allRows: readonly ApiRow[] = families.flat();
