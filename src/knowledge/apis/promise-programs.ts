import type { ApiRow } from '../row.ts';

/** Shells, servers, queues, peers and other programs whose methods give promises of what they do. */
export const promisePrograms = [
	// The language
	{
		effect: 'promise', from: 'global', path: 'import()',
		see: 'https://tc39.es/ecma262/#sec-import-calls',
		flaky: `async function prepare() { import('./register.js'); }`,
		steady: `async function prepare() { await import('./register.js'); }`,
	},

	// Shells
	{
		effect: 'promise', from: ['zx', 'execa'], path: '$()',
		see: 'https://google.github.io/zx/process-promise',
		flaky: 'import { $ } from \'zx\';\n$`rm -rf build`;',
		steady: 'import { $ } from \'zx\';\n$.sync`rm -rf build`;',
	},

	// Servers
	{
		effect: 'promise', from: ['@hapi/hapi', 'hapi'], path: '{server,Server}().{start,stop,initialize,inject,register}()',
		see: 'https://hapi.dev/api/#-await-serverstart',
		flaky: `import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\nserver.stop();`,
		steady: `import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\nserver.route(routes);`,
	},
	{
		effect: 'promise', from: ['@hapi/hapi', 'hapi'], path: 'new Server.{start,stop,initialize,inject,register}()',
		see: 'https://hapi.dev/api/#-await-serverstart',
		flaky: `import { Server } from '@hapi/hapi';\nnew Server().start();`,
		steady: `import { Server } from '@hapi/hapi';\nnew Server().route(routes);`,
	},
	{
		effect: 'promise', from: 'webpack-dev-server', path: 'new .{start,stop}()',
		see: 'https://webpack.js.org/api/webpack-dev-server/#start',
		flaky: `import WebpackDevServer from 'webpack-dev-server';\nnew WebpackDevServer({}, compiler).stop();`,
		steady: `import WebpackDevServer from 'webpack-dev-server';\nnew WebpackDevServer({}, compiler).stopCallback(done);`,
	},
	{
		effect: 'promise', from: 'mockttp', path: '{getLocal,getRemote,getAdminServer}().{start,stop,reset}()',
		see: 'https://httptoolkit.github.io/mockttp/typedoc/interfaces/Mockttp.html',
		flaky: `import { getLocal } from 'mockttp';\nconst server = getLocal();\nserver.start(8080);`,
		steady: `import { getLocal } from 'mockttp';\nconst server = getLocal();\nserver.urlFor('/');`,
	},
	{
		effect: 'promise', from: '@pollyjs/core', path: 'new Polly.{stop,flush}()',
		see: 'https://netflix.github.io/pollyjs/#/api?id=stop',
		flaky: `import { Polly } from '@pollyjs/core';\nconst polly = new Polly('a');\npolly.stop();`,
		steady: `import { Polly } from '@pollyjs/core';\nconst polly = new Polly('a');\npolly.pause();`,
	},
	{
		effect: 'promise', from: 'miniflare', path: 'new Miniflare.{dispose,setOptions,dispatchFetch,getBindings}()',
		see: 'https://developers.cloudflare.com/workers/testing/miniflare/get-started/#reference',
		flaky: `import { Miniflare } from 'miniflare';\nconst mf = new Miniflare({});\nmf.dispose();`,
		steady: `import { Miniflare } from 'miniflare';\nconst mf = new Miniflare({});\nmf.options;`,
	},
	{
		effect: 'promise', from: 'wrangler', path: 'unstable_dev().stop()',
		see: 'https://developers.cloudflare.com/workers/wrangler/api/#unstable_dev',
		flaky: `import { unstable_dev } from 'wrangler';\nconst worker = await unstable_dev('a.js');\nworker.stop();`,
		steady: `import { unstable_dev } from 'wrangler';\nconst worker = await unstable_dev('a.js');\nworker.port;`,
	},
	{
		effect: 'promise', from: 'testcontainers', path: 'new GenericContainer.**.start().{stop,restart,exec}()',
		see: 'https://node.testcontainers.org/features/containers/#stopping-a-container',
		flaky: `import { GenericContainer } from 'testcontainers';\nconst redis = await new GenericContainer('redis').start();\nredis.stop();`,
		steady: `import { GenericContainer } from 'testcontainers';\nconst redis = await new GenericContainer('redis').start();\nredis.getHost();`,
	},

	// Builds and files
	{
		effect: 'promise', from: 'esbuild', path: 'context().{watch,serve,rebuild,dispose,cancel}()',
		see: 'https://esbuild.github.io/api/#build',
		flaky: `import { context } from 'esbuild';\nconst ctx = await context({});\nctx.dispose();`,
		steady: `import { context } from 'esbuild';\nawait context({});`,
	},
	{
		effect: 'promise', from: 'chokidar', path: 'watch().close()',
		see: 'https://github.com/paulmillr/chokidar#api',
		flaky: `import { watch } from 'chokidar';\nconst watcher = watch('.');\nwatcher.close();`,
		steady: `import { watch } from 'chokidar';\nconst watcher = watch('.');\nwatcher.add('a');`,
	},

	// Workers and queues
	{
		effect: 'promise', from: ['piscina', 'tinypool'], path: 'new .{run,destroy,close,recycleWorkers}()',
		see: 'https://github.com/piscinajs/piscina#method-destroy',
		flaky: `import Piscina from 'piscina';\nconst pool = new Piscina({});\npool.destroy();`,
		steady: `import Piscina from 'piscina';\nconst pool = new Piscina({});\npool.on('drain', next);`,
	},
	{
		effect: 'promise', from: ['piscina', 'tinypool'], path: 'new {Piscina,Tinypool}.{run,destroy,close,recycleWorkers}()',
		see: 'https://github.com/piscinajs/piscina#method-destroy',
		flaky: `import { Piscina } from 'piscina';\nconst pool = new Piscina({});\npool.run({});`,
		steady: `import { Piscina } from 'piscina';\nconst pool = new Piscina({});\npool.on('drain', next);`,
	},
	{
		effect: 'promise', from: 'bull', path: 'new .{add,addBulk,close,empty,clean,obliterate,pause,resume,removeJobs,isReady}()',
		see: 'https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md',
		flaky: `import Queue from 'bull';\nconst queue = new Queue('a');\nqueue.empty();`,
		steady: `import Queue from 'bull';\nconst queue = new Queue('a');\nqueue.on('failed', log);`,
	},
	{
		effect: 'promise', from: ['agenda', '@hokify/agenda'], path: 'new Agenda.{start,stop,now,every,schedule,purge,cancel,close,drain}()',
		see: 'https://github.com/agenda/agenda#starting-the-job-processor',
		flaky: `import { Agenda } from 'agenda';\nconst agenda = new Agenda();\nagenda.stop();`,
		steady: `import { Agenda } from 'agenda';\nconst agenda = new Agenda();\nagenda.define('a', work);`,
	},
	{
		effect: 'promise', from: 'amqplib', path: 'connect().**.{assertQueue,deleteQueue,purgeQueue,bindQueue,assertExchange,deleteExchange,consume,cancel,close}()',
		see: 'https://amqp-node.github.io/amqplib/channel_api.html',
		flaky: `import { connect } from 'amqplib';\nconst channel = await (await connect('')).createChannel();\nchannel.purgeQueue('a');`,
		steady: `import { connect } from 'amqplib';\nconst channel = await (await connect('')).createChannel();\nchannel.ack(message);`,
	},

	// Peers
	{
		effect: 'promise', from: 'libp2p', path: '{createLibp2p,create,createNode}().{start,stop,dial,dialProtocol,hangUp,handle,unhandle,ping}()',
		see: 'https://github.com/libp2p/js-libp2p/blob/main/doc/API.md',
		flaky: `import { createLibp2p } from 'libp2p';\nconst node = await createLibp2p({});\nnode.start();`,
		steady: `import { createLibp2p } from 'libp2p';\nconst node = await createLibp2p({});\nnode.getPeers();`,
	},
	{
		effect: 'promise', from: ['hypercore', 'hyperbee', 'hyperdrive', 'hyperswarm', 'corestore', 'autobase', 'hyperdht'], path: 'new .{ready,append,truncate,close,put,del,update,flush,listen,join,leave,destroy,clear,purge}()',
		see: 'https://github.com/holepunchto/hypercore#api',
		flaky: `import Hypercore from 'hypercore';\nconst core = new Hypercore('a');\ncore.append('a');`,
		steady: `import Hypercore from 'hypercore';\nconst core = new Hypercore('a');\ncore.on('append', next);`,
	},

	// Pages
	{
		effect: 'promise', asserts: true, from: 'expect-puppeteer', path: '().**.{toMatchElement,toMatchTextContent}()',
		see: 'https://github.com/argos-ci/jest-puppeteer/tree/main/packages/expect-puppeteer',
		flaky: `import expect from 'expect-puppeteer';\nexpect(page).toMatchElement('a');`,
		steady: `import expect from 'expect-puppeteer';\nexpect(page);`,
	},
	{
		effect: 'promise', from: '@angular/core/testing', path: 'new ComponentFixture.whenStable()',
		see: 'https://angular.dev/api/core/testing/ComponentFixture#whenStable',
		flaky: `import type { ComponentFixture } from '@angular/core/testing';\nasync function settle(fixture: ComponentFixture<App>) { fixture.whenStable(); }`,
		steady: `import type { ComponentFixture } from '@angular/core/testing';\nasync function settle(fixture: ComponentFixture<App>) { fixture.detectChanges(); }`,
	},
	{
		effect: 'promise', from: '@angular/core/testing', path: 'TestBed.**.createComponent().whenStable()',
		see: 'https://angular.dev/api/core/testing/ComponentFixture#whenStable',
		flaky: `import { TestBed } from '@angular/core/testing';\nconst fixture = TestBed.createComponent(App);\nfixture.whenStable();`,
		steady: `import { TestBed } from '@angular/core/testing';\nconst fixture = TestBed.createComponent(App);\nfixture.detectChanges();`,
	},

	// Components
	{
		effect: 'promise', inTurn: true, from: '@ember/test-helpers', path: '{blur,clearRender,click,doubleClick,fillIn,focus,pauseTest,render,rerender,scrollTo,select,settled,tab,tap,triggerEvent,triggerKeyEvent,typeIn,visit,waitFor,waitUntil}()',
		see: 'https://github.com/emberjs/ember-test-helpers/blob/main/API.md',
		flaky: `import { click } from '@ember/test-helpers';\nclick('button');`,
		steady: `import { find } from '@ember/test-helpers';\nfind('button');`,
	},
	{
		effect: 'promise', inTurn: true, from: '@angular/cdk/testing/testbed', path: 'TestbedHarnessEnvironment.**.{blur,check,clear,click,clickAction,clickOptions,close,collapse,dismissWithAction,dispatchEvent,enterText,expand,focus,hover,open,select,selectOption,selectTab,sendKeys,setInputValue,setValue,toggle,uncheck}()',
		see: 'https://material.angular.dev/cdk/test-harnesses/overview',
		flaky: `import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';\nconst button = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatButtonHarness);\nbutton.click();`,
		steady: `import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';\nTestbedHarnessEnvironment.loader(fixture);`,
	},
	{
		effect: 'promise', from: ['@testing-library/react-hooks', '@testing-library/preact-hooks'], path: 'renderHook().{waitFor,waitForNextUpdate,waitForValueToChange}()',
		see: 'https://react-hooks-testing-library.com/reference/api#async-utilities',
		flaky: `import { renderHook } from '@testing-library/react-hooks';\nconst { waitForNextUpdate } = renderHook(() => useNotes());\nwaitForNextUpdate();`,
		steady: `import { renderHook } from '@testing-library/react-hooks';\nconst { rerender } = renderHook(() => useNotes());\nrerender();`,
	},
	{
		effect: 'promise', from: '@stencil/core/testing', path: '{newSpecPage,newE2EPage}().{waitForChanges,setContent}()',
		see: 'https://stenciljs.com/docs/unit-testing',
		flaky: `import { newSpecPage } from '@stencil/core/testing';\nconst page = await newSpecPage({ components: [Note] });\npage.waitForChanges();`,
		steady: `import { newSpecPage } from '@stencil/core/testing';\nconst page = await newSpecPage({ components: [Note] });\npage.rootInstance.open();`,
	},
	{
		effect: 'promise', from: '@stencil/core/testing', path: 'newE2EPage().find().{callMethod,click,focus,hover,press,tap,type}()',
		see: 'https://stenciljs.com/docs/end-to-end-testing',
		flaky: `import { newE2EPage } from '@stencil/core/testing';\nconst page = await newE2EPage();\nconst button = await page.find('button');\nbutton.click();`,
		steady: `import { newE2EPage } from '@stencil/core/testing';\nconst page = await newE2EPage();\nconst button = await page.find('button');\nbutton.getAttribute('type');`,
	},
	{
		effect: 'promise', from: ['@apollo/client', '@apollo/client/core', 'apollo-client'], path: 'new {ApolloClient,default}.{clearStore,mutate,query,reFetchObservableQueries,refetchQueries,resetStore}()',
		see: 'https://www.apollographql.com/docs/react/api/core/ApolloClient',
		flaky: `import { ApolloClient } from '@apollo/client';\nconst client = new ApolloClient({});\nclient.resetStore();`,
		steady: `import { ApolloClient } from '@apollo/client';\nconst client = new ApolloClient({});\nclient.writeQuery({});`,
	},
] as const satisfies readonly ApiRow[];
