import { browserPackages, playwright } from '../browser-packages.ts';
import { answered } from '../interception.ts';
import type { ApiRow, RequestRow } from '../row.ts';

const url = [{ argument: 0 }] as const;
const urlOrOptions = [{ argument: 0 }, { argument: 0, key: 'url' }] as const;
const nodeOptions = [{ argument: 0 }, { argument: 0, key: 'hostname', bare: true }, { argument: 0, key: 'host', bare: true }] as const;
const based = [{ argument: 0 }, { argument: 0, key: 'url' }, { call: 0, argument: 0, key: 'baseURL' }, { call: 0, argument: 0, key: 'baseUrl' }, { call: 0, argument: 0, key: 'prefixUrl' }] as const;

/** What asks a chain for something: https://docs.ethers.org/v6/api/providers/#Provider */
const chainReads = '{send,call,perform,estimateGas,broadcastTransaction,sendTransaction,waitForTransaction,waitForBlock,listAccounts,resolveName,lookupAddress,detectNetwork,getNetwork,getBlockNumber,getBlock,getBlockWithTransactions,getBalance,getCode,getStorage,getStorageAt,getLogs,getFeeData,getGasPrice,getTransaction,getTransactionCount,getTransactionReceipt,getTransactionResult,getSigner,getResolver,getAvatar}';

interface Client {
	readonly from: string | readonly string[];
	/** How paths go on; braces hold several names. */
	readonly path: string;
	readonly to: RequestRow['to'];
	readonly see: RequestRow['see'];
	readonly flaky: string;
	readonly steady?: string;
	/** Where options stand that may name something else that answers. */
	readonly options?: readonly number[];
	readonly browser?: true;
}

const verbs = '{get,delete,del,head,options,post,put,patch,request}';

const clients: readonly Client[] = [
	{ from: 'global', path: 'fetch()', to: url, options: [1], see: 'https://developer.mozilla.org/en-US/docs/Web/API/Window/fetch', flaky: `await fetch('https://api.github.com/users');`, steady: `const fetch = () => {};\nawait fetch('https://api.github.com/users');` },
	{ from: 'global', path: 'new {WebSocket,EventSource}', to: url, options: [1], see: 'https://developer.mozilla.org/en-US/docs/Web/API/WebSocket/WebSocket', flaky: `new WebSocket('wss://echo.websocket.org');` },
	{ from: 'global', path: 'new XMLHttpRequest.open()', to: [{ argument: 1 }], see: 'https://developer.mozilla.org/en-US/docs/Web/API/XMLHttpRequest/open', flaky: `const request = new XMLHttpRequest();\nrequest.open('GET', 'https://api.github.com/users');` },
	{ from: ['node-fetch', 'node-fetch-native', 'cross-fetch', 'isomorphic-fetch', 'isomorphic-unfetch', 'unfetch', 'whatwg-fetch', 'make-fetch-happen', 'minipass-fetch', 'npm-registry-fetch', 'ofetch', 'got', 'ky', 'phin'], path: '()', to: urlOrOptions, options: [1], see: 'https://github.com/node-fetch/node-fetch#common-usage', flaky: `import fetch from 'node-fetch';\nawait fetch('https://api.github.com/users');`, steady: `import { Headers } from 'node-fetch';\nnew Headers();` },
	{ from: ['node-fetch', 'cross-fetch', 'undici', 'ofetch'], path: '{fetch,$fetch,ofetch}()', to: url, options: [1], see: 'https://github.com/lquixada/cross-fetch#usage', flaky: `import { fetch } from 'cross-fetch';\nawait fetch('https://api.github.com/users');` },
	{ from: 'undici', path: '{request,stream,pipeline,connect,upgrade}()', to: url, options: [1], see: 'https://undici.nodejs.org/#/?id=undicirequesturl-options-promise', flaky: `import { request } from 'undici';\nawait request('https://api.github.com/users');` },
	{ from: 'undici', path: 'new {Client,Pool,BalancedPool}.{request,stream,pipeline,connect,upgrade}()', to: [{ call: 0, argument: 0 }], see: 'https://undici.nodejs.org/#/docs/api/Client', flaky: `import { Client } from 'undici';\nconst client = new Client('https://api.github.com');\nawait client.request({ path: '/users', method: 'GET' });`, steady: `import { Client } from 'undici';\nconst client = new Client('https://api.github.com');\nawait client.close();` },
	{ from: ['got', 'ky', 'superagent', 'request', 'request-promise', 'request-promise-native', 'needle', 'popsicle'], path: verbs + '()', to: urlOrOptions, options: [1], see: 'https://github.com/sindresorhus/got#take-a-peek', flaky: `import got from 'got';\nawait got.get('https://api.github.com/users');` },
	{ from: ['request', 'request-promise', 'request-promise-native', 'superagent', 'needle'], path: '()', to: [...urlOrOptions, { argument: 0, key: 'uri' }, { argument: 1 }], options: [0, 1], see: 'https://github.com/request/request#super-simple-to-use', flaky: `const request = require('request');\nrequest('https://api.github.com/users', () => {});` },
	{ from: ['got', 'ky', 'ofetch'], path: '{extend,create}()()', to: based, see: 'https://github.com/sindresorhus/got/blob/main/documentation/10-instances.md', flaky: `import got from 'got';\nconst client = got.extend({ prefixUrl: 'https://api.github.com' });\nawait client('users');` },
	{ from: ['got', 'ky'], path: '{extend,create}().' + verbs + '()', to: based, see: 'https://github.com/sindresorhus/got/blob/main/documentation/10-instances.md', flaky: `import got from 'got';\nconst client = got.extend({ prefixUrl: 'https://api.github.com' });\nawait client.get('users');` },
	{ from: 'axios', path: '()', to: urlOrOptions, options: [0, 1], see: 'https://axios-http.com/docs/api_intro', flaky: `import axios from 'axios';\nawait axios('https://api.github.com/users');`, steady: `import axios from 'axios';\naxios.isCancel(error);` },
	{ from: 'axios', path: verbs + '()', to: urlOrOptions, options: [1, 2], see: 'https://axios-http.com/docs/api_intro', flaky: `import axios from 'axios';\nawait axios.get('https://api.github.com/users');`, steady: `import axios from 'axios';\nawait axios.get('https://api.github.com/users', { adapter });` },
	{ from: 'axios', path: 'create().' + verbs + '()', to: based, see: 'https://axios-http.com/docs/instance', flaky: `import axios from 'axios';\nconst client = axios.create({ baseURL: 'https://api.github.com' });\nawait client.get('/users');` },
	{ from: 'axios', path: 'create()()', to: based, see: 'https://axios-http.com/docs/instance', flaky: `import axios from 'axios';\nconst client = axios.create({ baseURL: 'https://api.github.com' });\nawait client('/users');` },
	{ from: ['node:http', 'node:https', 'follow-redirects/http', 'follow-redirects/https'], path: '{get,request}()', to: nodeOptions, options: [0, 1], see: 'https://nodejs.org/api/https.html#httpsgeturl-options-callback', flaky: `import https from 'node:https';\nhttps.get('https://api.github.com/users', () => {});`, steady: `import https from 'node:https';\nhttps.createServer(options);` },
	{ from: 'follow-redirects', path: '{http,https}.{get,request}()', to: nodeOptions, options: [0, 1], see: 'https://github.com/follow-redirects/follow-redirects#readme', flaky: `import { https } from 'follow-redirects';\nhttps.get('https://api.github.com/users', () => {});` },
	{ from: ['node:dns', 'node:dns/promises'], path: '{lookup,resolve,resolve4,resolve6,resolveMx,resolveTxt,resolveNs,resolveSrv,resolveCname}()', to: [{ argument: 0, bare: true }], see: 'https://nodejs.org/api/dns.html#dnslookuphostname-options-callback', flaky: `import dns from 'node:dns/promises';\nawait dns.lookup('github.com');`, steady: `import dns from 'node:dns/promises';\ndns.getServers();` },
	{ from: 'node:dns', path: 'promises.{lookup,resolve,resolve4,resolve6,resolveMx,resolveTxt,resolveNs,resolveSrv,resolveCname}()', to: [{ argument: 0, bare: true }], see: 'https://nodejs.org/api/dns.html#dns-promises-api', flaky: `import { promises as dns } from 'node:dns';\nawait dns.lookup('github.com');` },
	{ from: ['ws', 'isomorphic-ws', 'eventsource', 'reconnecting-websocket'], path: 'new ', to: url, options: [2], see: 'https://github.com/websockets/ws#usage-examples', flaky: `import WebSocket from 'ws';\nnew WebSocket('wss://echo.websocket.org');` },
	{ from: ['ws', 'eventsource'], path: 'new {WebSocket,EventSource}', to: url, options: [2], see: 'https://github.com/websockets/ws#usage-examples', flaky: `import { WebSocket } from 'ws';\nnew WebSocket('wss://echo.websocket.org');` },
	{ from: 'socket.io-client', path: '{io,connect}()', to: url, see: 'https://socket.io/docs/v4/client-api/#iourl-options', flaky: `import { io } from 'socket.io-client';\nio('https://chat.example.com');` },
	{ from: 'graphql-request', path: 'request()', to: urlOrOptions, see: 'https://github.com/graffle-js/graffle', flaky: `import { request } from 'graphql-request';\nawait request('https://api.github.com/graphql', query);` },
	{ from: 'graphql-request', path: 'new GraphQLClient.{request,rawRequest,batchRequests}()', to: [{ call: 0, argument: 0 }], see: 'https://github.com/graffle-js/graffle', flaky: `import { GraphQLClient } from 'graphql-request';\nconst client = new GraphQLClient('https://api.github.com/graphql');\nawait client.request(query);` },
	{ from: 'supertest', path: '().' + verbs + '()', to: [{ call: 0, argument: 0 }], see: 'https://github.com/forwardemail/supertest#example', flaky: `import request from 'supertest';\nawait request('https://api.github.com').get('/users');`, steady: `import request from 'supertest';\nawait request(app).fetch('/users');` },
	{ from: 'node:net', path: '{connect,createConnection}()', to: [{ argument: 1, bare: true }, { argument: 0, key: 'host', bare: true }], see: 'https://nodejs.org/api/net.html#netconnectport-host-connectlistener', flaky: `import net from 'node:net';\nnet.connect(80, 'github.com');`, steady: `import net from 'node:net';\nnet.createServer();` },
	{ from: 'node:net', path: 'new Socket.connect()', to: [{ argument: 1, bare: true }, { argument: 0, key: 'host', bare: true }], see: 'https://nodejs.org/api/net.html#socketconnectport-host-connectlistener', flaky: `import net from 'node:net';\nnew net.Socket().connect(80, 'github.com');` },
	{ from: 'node:tls', path: 'connect()', to: [{ argument: 1, bare: true }, { argument: 0, key: 'host', bare: true }], options: [0], see: 'https://nodejs.org/api/tls.html#tlsconnectport-host-options-callback', flaky: `import tls from 'node:tls';\ntls.connect(443, 'github.com');` },
	{ from: 'node:http2', path: 'connect()', to: url, options: [1], see: 'https://nodejs.org/api/http2.html#http2connectauthority-options-listener', flaky: `import http2 from 'node:http2';\nhttp2.connect('https://github.com');` },
	{ from: 'mqtt', path: '{connect,connectAsync}()', to: url, see: 'https://github.com/mqttjs/MQTT.js#mqttconnecturl-options', flaky: `import mqtt from 'mqtt';\nmqtt.connect('mqtt://test.mosquitto.org');` },
	{ from: 'jsdom', path: 'JSDOM.fromURL()', to: url, see: 'https://github.com/jsdom/jsdom#fromurl', flaky: `import { JSDOM } from 'jsdom';\nawait JSDOM.fromURL('https://github.com');` },
	{ from: 'cheerio', path: 'fromURL()', to: url, see: 'https://cheerio.js.org/docs/api/functions/fromURL', flaky: `import * as cheerio from 'cheerio';\nawait cheerio.fromURL('https://github.com');` },
	{ from: 'simple-git', path: '().{clone,mirror,listRemote}()', to: [{ argument: 0 }], see: 'https://github.com/steveukx/git-js#git-clone', flaky: `import simpleGit from 'simple-git';\nawait simpleGit().clone('https://github.com/a/b');` },
	{ from: ['node:child_process', 'shelljs', 'execa'], path: '{exec,execSync,execaCommand,execaCommandSync}()', to: [{ argument: 0, command: true }], see: 'https://nodejs.org/api/child_process.html#child_processexeccommand-options-callback', flaky: `import { execSync } from 'node:child_process';\nexecSync('git clone https://github.com/a/b');` },
	{ from: 'ethers', path: 'new {JsonRpcProvider,StaticJsonRpcProvider,WebSocketProvider}.' + chainReads + '()', to: [{ call: 0, argument: 0 }], see: 'https://docs.ethers.org/v6/api/providers/jsonrpc/', flaky: `import { JsonRpcProvider } from 'ethers';\nawait new JsonRpcProvider('https://mainnet.infura.io').getBlockNumber();` },
	{ from: 'ethers', path: '{ethers,providers}.new {JsonRpcProvider,StaticJsonRpcProvider,WebSocketProvider}.' + chainReads + '()', to: [{ call: 0, argument: 0 }], see: 'https://docs.ethers.org/v6/api/providers/jsonrpc/', flaky: `import { ethers } from 'ethers';\nawait new ethers.JsonRpcProvider('https://mainnet.infura.io').getBlockNumber();` },

	// Browsers
	{ from: 'selenium-webdriver', path: 'new WebDriver.get()', to: url, browser: true, see: 'https://www.selenium.dev/documentation/webdriver/interactions/navigation/', flaky: `import { Builder } from 'selenium-webdriver';\nconst driver = await new Builder().forBrowser('chrome').build();\nawait driver.get('https://www.google.com');`, steady: `import { Builder } from 'selenium-webdriver';\nconst driver = await new Builder().forBrowser('chrome').build();\nawait driver.quit();` },
	{ from: browserPackages, path: 'page.goto()', to: url, browser: true, see: 'https://playwright.dev/docs/best-practices#avoid-testing-third-party-dependencies', flaky: `import { test } from '@playwright/test';\ntest('x', async ({ page }) => {\n\tawait page.goto('https://www.google.com');\n});`, steady: `import { test } from '@playwright/test';\ntest('x', async ({ page }) => {\n\tawait page.reload();\n});` },
	{ from: playwright, path: 'request.{get,post,put,patch,delete,head,fetch}()', to: url, see: 'https://playwright.dev/docs/api-testing', flaky: `import { test } from '@playwright/test';\ntest('x', async ({ request }) => {\n\tawait request.get('https://api.github.com/users');\n});`, steady: `import { test } from '@playwright/test';\ntest('x', async ({ request }) => {\n\tawait request.dispose();\n});` },
	{ from: playwright, path: 'request.newContext().{get,post,put,patch,delete,head,fetch}()', to: [{ argument: 0 }, { call: 0, argument: 0, key: 'baseURL' }], see: 'https://playwright.dev/docs/api/class-apirequest#api-request-new-context', flaky: `import { request } from '@playwright/test';\nconst api = await request.newContext({ baseURL: 'https://api.github.com' });\nawait api.get('/users');`, steady: `import { request } from '@playwright/test';\nawait request.newContext({ baseURL: 'https://api.github.com' });` },
	{ from: playwright, path: 'page.frameLocator()', to: [{ argument: 0, selector: true }], browser: true, see: 'https://playwright.dev/docs/best-practices#avoid-testing-third-party-dependencies', flaky: `import { test } from '@playwright/test';\ntest('x', async ({ page }) => {\n\tawait page.frameLocator('iframe[src="https://www.google.com/maps"]').locator('h1').click();\n});`, steady: `import { test } from '@playwright/test';\ntest('x', async ({ page }) => {\n\tawait page.locator('iframe').click();\n});` },
	{ from: 'global', path: 'cy.request()', to: [...urlOrOptions, { argument: 1 }], see: 'https://docs.cypress.io/api/commands/request', flaky: `cy.request('GET', 'https://api.github.com/users');`, steady: `cy.request;` },
	{ from: 'global', path: 'cy.visit()', to: urlOrOptions, browser: true, see: 'https://docs.cypress.io/app/core-concepts/best-practices#Visiting-External-Sites', flaky: `cy.visit('https://www.google.com');`, steady: `cy.visit;` },
	{ from: 'global', path: 'cy.origin()', to: url, browser: true, see: 'https://docs.cypress.io/api/commands/origin', flaky: `cy.origin('https://www.google.com', () => {});`, steady: `cy.origin;` },
	{ from: ['global', '@wdio/globals'], path: 'browser.{url,navigateTo}()', to: url, browser: true, see: 'https://webdriver.io/docs/api/browser/url', flaky: `import { browser } from '@wdio/globals';\nawait browser.url('https://www.google.com');`, steady: `import { browser } from '@wdio/globals';\nawait browser.refresh();` },
	{ from: ['electron', 'electron/main'], path: 'new {BrowserWindow,BrowserView,WebContentsView}.loadURL()', to: url, browser: true, see: 'https://www.electronjs.org/docs/latest/api/browser-window#winloadurlurl-options', flaky: `import { BrowserWindow } from 'electron';\nconst window = new BrowserWindow();\nawait window.loadURL('https://www.google.com');` },
	{ from: ['electron', 'electron/main'], path: 'new {BrowserWindow,BrowserView,WebContentsView}.webContents.loadURL()', to: url, browser: true, see: 'https://www.electronjs.org/docs/latest/api/web-contents#contentsloadurlurl-options', flaky: `import { BrowserWindow } from 'electron';\nconst window = new BrowserWindow();\nawait window.webContents.loadURL('https://www.google.com');` },
];

/** What sends something over the network. */
export const requests: readonly ApiRow[] = clients.map(({ options = [], ...client }) => ({
	effect: 'request',
	...client,
	unless: options.flatMap(argument => answered.map(has => ({ argument, has }))),
}));
