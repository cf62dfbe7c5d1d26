import { userActions, userEvent } from '../user-event.ts';
import { playwright, puppeteer } from '../browser-packages.ts';
import { playwrightPackages } from '../frameworks/playwright.ts';
import { retryingMatchers as playwrightMatchers } from '../assertions/playwright.ts';
import { retryingMatchers as webdriverMatchers } from '../assertions/webdriverio.ts';
import type { ApiRow, Condition } from '../row.ts';

/** A callback in any place, where a function has two forms. */
/** A second callback of `then` takes the failure. */
const handled: readonly Condition[] = [{ argument: 1, present: true }];
const called: readonly Condition[] = [0, 1, 2, 3].map(argument => ({ argument, callable: true }));

const fileCalls = '{access,appendFile,chmod,chown,copyFile,cp,link,lstat,lutimes,mkdir,mkdtemp,open,opendir,readFile,readdir,readlink,realpath,rename,rm,rmdir,stat,statfs,symlink,truncate,unlink,utimes,writeFile}()';
const verbs = '{get,post,put,patch,delete,head,options,request}()';
/** What supertest, and chai-http, ask a server for. */
const asking = '{get,post,put,patch,delete,del,head,options}()';
/** What says more of such a request, and sends nothing. */
const building = '{send,set,query,field,attach,auth,type,accept}()';
const asked = (root: string): string => (root === '()' ? 'request(app)' : 'request.agent(app)');
const driven =
	'{click,dblclick,fill,type,press,pressSequentially,check,uncheck,setChecked,selectOption,setInputFiles,hover,tap,focus,blur,clear,dragTo,dragAndDrop,dispatchEvent,scrollIntoViewIfNeeded,goto,reload,goBack,goForward,setContent,setViewportSize,waitFor,waitForSelector,waitForURL,waitForLoadState,waitForFunction,waitForEvent,waitForResponse,waitForRequest,waitForNavigation,evaluate,evaluateHandle,evaluateAll,addInitScript,addScriptTag,addStyleTag,addCookies,clearCookies,route,unroute,close,newPage,newContext,down,up,move,wheel,insertText,screenshot,bringToFront,$eval,$$eval}()';
const puppets =
	'{click,type,press,select,uploadFile,hover,tap,focus,goto,reload,goBack,goForward,setContent,setViewport,waitForSelector,waitForFunction,waitForNavigation,waitForResponse,waitForRequest,evaluate,$eval,$$eval,evaluateOnNewDocument,setRequestInterception,setCookie,deleteCookie,close,down,up,move,wheel,sendCharacter,scrollIntoView}()';
const elementCommands =
	'{click,doubleClick,setValue,addValue,clearValue,moveTo,selectByVisibleText,selectByIndex,selectByAttribute,scrollIntoView,dragAndDrop,waitForDisplayed,waitForExist,waitForClickable,waitForEnabled,waitForStable,waitUntil}()';
const browserCommands =
	'{url,navigateTo,execute,executeAsync,scroll,keys,refresh,back,forward,switchToFrame,switchFrame,switchWindow,newWindow,closeWindow,setWindowSize,setCookies,deleteCookies,waitUntil,reloadSession,deleteSession,action,actions}()';
const finders = ['Text', 'Role', 'LabelText', 'PlaceholderText', 'DisplayValue', 'AltText', 'Title', 'TestId'].flatMap(by => [`findBy${by}`, `findAllBy${by}`]).join(',');
const testingLibrary = [
	'@testing-library/dom', '@testing-library/react', '@testing-library/react-native', '@testing-library/vue', '@testing-library/svelte', '@testing-library/preact', '@testing-library/angular',
	'@solidjs/testing-library', '@storybook/test', 'storybook/test',
] as const;

/** What chai's `eventually` ends with. */
const eventual = [
	'equal', 'equals', 'eq', 'eql', 'eqls', 'include', 'includes', 'contain', 'contains', 'property', 'match', 'matches', 'lengthOf', 'length', 'a', 'an', 'instanceof', 'instanceOf',
	'above', 'below', 'least', 'most', 'within', 'members', 'keys', 'key', 'string', 'closeTo', 'approximately', 'satisfy', 'oneOf',
];

/** Calls whose value is a promise. */

/** What clients of Redis send, in the words of ioredis and in those of node-redis. */
const redisCommands = [
	'append', 'copy', 'decr', 'decrby', 'del', 'eval', 'evalsha', 'exists', 'expire', 'expireat', 'flushall', 'flushdb', 'get', 'getdel', 'hdel', 'hget', 'hgetall', 'hincrby', 'hkeys', 'hlen', 'hmget',
	'hmset', 'hset', 'hvals', 'incr', 'incrby', 'keys', 'lindex', 'llen', 'lpop', 'lpush', 'lrange', 'lrem', 'ltrim', 'mget', 'mset', 'persist', 'pexpire', 'psubscribe', 'publish', 'quit', 'rename', 'rpop',
	'rpush', 'sadd', 'scan', 'scard', 'select', 'set', 'setex', 'setnx', 'sismember', 'smembers', 'srem', 'subscribe', 'ttl', 'unlink', 'xadd', 'xdel', 'xlen', 'zadd', 'zcard', 'zrange', 'zrem', 'zscore',
];
const nodeRedis: Readonly<Record<string, string>> = {
	decrby: 'decrBy', evalsha: 'evalSha', expireat: 'expireAt', flushall: 'flushAll', flushdb: 'flushDb', getdel: 'getDel', hdel: 'hDel', hget: 'hGet', hgetall: 'hGetAll', hincrby: 'hIncrBy', hkeys: 'hKeys', hlen: 'hLen',
	hmget: 'hmGet', hset: 'hSet', hvals: 'hVals', incrby: 'incrBy', lindex: 'lIndex', llen: 'lLen', lpop: 'lPop', lpush: 'lPush', lrange: 'lRange', lrem: 'lRem', ltrim: 'lTrim', mget: 'mGet', mset: 'mSet', pexpire: 'pExpire',
	psubscribe: 'pSubscribe', rpop: 'rPop', rpush: 'rPush', sadd: 'sAdd', scard: 'sCard', setex: 'setEx', setnx: 'setNX', sismember: 'sIsMember', smembers: 'sMembers', srem: 'sRem', xadd: 'xAdd', xdel: 'xDel', xlen: 'xLen',
	zadd: 'zAdd', zcard: 'zCard', zrange: 'zRange', zrem: 'zRem', zscore: 'zScore',
};

export const promises = [
	// The language and Node.js
	{
		effect: 'promise', from: 'global', path: 'new Promise',
		see: 'https://tc39.es/ecma262/#sec-promise-constructor',
		flaky: `new Promise(resolve => socket.once('open', resolve));`,
		steady: `Promise.resolve(1);`,
	},
	{
		effect: 'promise', from: 'global', path: 'Promise.{all,allSettled,any,race}()',
		see: 'https://tc39.es/ecma262/#sec-promise.all',
		flaky: `Promise.all([save(), load()]);`,
		steady: `Promise.reject(new Error('no'));`,
	},
	{
		effect: 'promise', from: 'global', path: 'fetch()',
		see: 'https://developer.mozilla.org/docs/Web/API/Window/fetch',
		flaky: `fetch('/items');`,
		steady: `new Headers();`,
	},
	{
		effect: 'promise', from: 'node:fs/promises', path: fileCalls,
		see: 'https://nodejs.org/api/fs.html#promises-api',
		flaky: `import { writeFile } from 'node:fs/promises';\nwriteFile('a', 'b');`,
		steady: `import { watch } from 'node:fs/promises';\nwatch('a');`,
	},
	{
		effect: 'promise', from: 'node:fs', path: `promises.${fileCalls}`,
		see: 'https://nodejs.org/api/fs.html#promises-api',
		flaky: `import { promises as fs } from 'node:fs';\nfs.rm('a');`,
		steady: `import fs from 'node:fs';\nfs.rmSync('a');`,
	},
	{
		effect: 'promise', from: 'fs-extra', unless: called,
		path: '{copy,copyFile,emptyDir,ensureDir,ensureFile,mkdir,mkdirp,mkdirs,mkdtemp,move,outputFile,outputJSON,outputJson,pathExists,readFile,readJSON,readJson,readdir,remove,rename,rm,rmdir,stat,unlink,writeFile,writeJSON,writeJson}()',
		see: 'https://github.com/jprichardson/node-fs-extra#methods',
		flaky: `import fs from 'fs-extra';\nfs.remove('tmp');`,
		steady: `import fs from 'fs-extra';\nfs.remove('tmp', error => done(error));`,
	},
	{
		effect: 'promise', from: ['del', 'make-dir', 'cpy', 'move-file', 'globby', 'rimraf'], path: '()', unless: called,
		see: 'https://github.com/sindresorhus/del#usage',
		flaky: `import del from 'del';\ndel('tmp');`,
		steady: `import del from 'del';\ndel.sync('tmp');`,
	},
	{
		effect: 'promise', from: ['del', 'make-dir', 'rimraf'], path: '{deleteAsync,makeDirectory,rimraf}()', unless: called,
		see: 'https://github.com/sindresorhus/del#usage',
		flaky: `import { deleteAsync } from 'del';\ndeleteAsync('tmp');`,
		steady: `import { deleteSync } from 'del';\ndeleteSync('tmp');`,
	},
	{
		effect: 'promise', from: 'node:events', path: 'once()',
		see: 'https://nodejs.org/api/events.html#eventsonceemitter-name-options',
		flaky: `import { once } from 'node:events';\nonce(socket, 'open');`,
		steady: `import { on } from 'node:events';\non(socket, 'open');`,
	},
	{
		effect: 'promise', from: 'node:stream/promises', path: '{pipeline,finished}()',
		see: 'https://nodejs.org/api/stream.html#streams-promises-api',
		flaky: `import { pipeline } from 'node:stream/promises';\npipeline(source, target);`,
		steady: `import { pipeline } from 'node:stream';\npipeline(source, target, done);`,
	},
	{
		effect: 'promise', from: 'node:util', path: 'promisify()()',
		see: 'https://nodejs.org/api/util.html#utilpromisifyoriginal',
		flaky: `import { exec } from 'node:child_process';\nimport { promisify } from 'node:util';\npromisify(exec)('make');`,
		steady: `import { promisify } from 'node:util';\npromisify(run);`,
	},
	{
		effect: 'promise', from: ['bluebird', 'es6-promisify', 'rsvp', 'q'], path: '{promisify,denodeify,nfbind,coroutine}()()',
		see: 'https://github.com/petkaantonov/bluebird/blob/master/docs/docs/api/promise.promisify.md',
		flaky: `import Promise from 'bluebird';\nimport fs from 'node:fs';\nPromise.promisify(fs.writeFile)('a', 'b');`,
		steady: `import Promise from 'bluebird';\nimport fs from 'node:fs';\nPromise.promisify(fs.writeFile);`,
	},
	{
		effect: 'promise', from: ['pify', 'denodeify', 'thenify', 'promisify-es6', 'util.promisify', 'es6-promisify'], path: '()()',
		see: 'https://github.com/sindresorhus/pify#readme',
		flaky: `import pify from 'pify';\nimport fs from 'node:fs';\npify(fs.writeFile)('a', 'b');`,
		steady: `import pify from 'pify';\nimport fs from 'node:fs';\npify(fs.writeFile);`,
	},

	// Processes and requests
	{
		effect: 'promise', from: 'execa', path: '{execa,execaCommand,execaNode,command,node}()',
		see: 'https://github.com/sindresorhus/execa#readme',
		flaky: `import { execa } from 'execa';\nexeca('make');`,
		steady: `import { execaSync } from 'execa';\nexecaSync('make');`,
	},
	{
		effect: 'promise', from: ['execa', 'axios', 'got', 'ky', 'node-fetch', 'cross-fetch', 'isomorphic-fetch', 'make-fetch-happen'], path: '()',
		see: 'https://github.com/sindresorhus/got#readme',
		flaky: `import got from 'got';\ngot('http://localhost/items');`,
		steady: `import got from 'got';\ngot.extend({});`,
	},
	{
		effect: 'promise', from: ['axios', 'got', 'ky'], path: verbs,
		see: 'https://axios-http.com/docs/api_intro',
		flaky: `import axios from 'axios';\naxios.post('/items', item);`,
		steady: `import axios from 'axios';\naxios.create({});`,
	},
	{
		effect: 'promise', from: ['axios', 'got', 'ky'], path: `{create,extend}().${verbs}`,
		see: 'https://axios-http.com/docs/instance',
		flaky: `import axios from 'axios';\naxios.create({}).get('/items');`,
		steady: `import axios from 'axios';\naxios.create({}).interceptors.request.use(log);`,
	},
	{
		effect: 'promise', from: ['undici', 'cross-fetch', 'node-fetch-native', 'ofetch'], path: '{fetch,request,ofetch,$fetch}()', unless: called,
		see: 'https://undici.nodejs.org/',
		flaky: `import { request } from 'undici';\nrequest('http://localhost/items');`,
		steady: `import { setGlobalDispatcher } from 'undici';\nsetGlobalDispatcher(agent);`,
	},
	...['()', 'agent()'].flatMap((root): ApiRow[] => [
		{
			effect: 'promise', from: ['supertest', 'supertest-as-promised'], path: `${root}.${asking}.**.expect()`, lazy: true,
			when: [{ argument: 0, present: true }, { argument: 1, present: false }],
			see: 'https://github.com/forwardemail/supertest#expectfunctionres-',
			flaky: `import request from 'supertest';\n${asked(root)}.get('/').expect(200).expect(response => check(response));`,
			steady: `import request from 'supertest';\n${asked(root)}.get('/').expect(200, done);`,
		},
		{
			effect: 'promise', from: ['supertest', 'supertest-as-promised'], path: `${root}.${asking}.**.expect()`, lazy: true,
			when: [{ argument: 1, data: true }, { argument: 2, present: false }],
			see: 'https://github.com/forwardemail/supertest#expectfield-value-fn',
			flaky: `import request from 'supertest';\n${asked(root)}.get('/').expect(200).expect('Content-Type', /json/);`,
			steady: `import request from 'supertest';\n${asked(root)}.get('/').expect('Content-Type', /json/, done);`,
		},
		{
			effect: 'promise', from: ['supertest', 'supertest-as-promised'], path: `${root}.${asking}`, lazy: true,
			see: 'https://github.com/forwardemail/supertest#promises',
			flaky: `import request from 'supertest';\n${asked(root)}.get('/');`,
			steady: `import request from 'supertest';\n${asked(root)};`,
		},
		{
			effect: 'promise', from: ['supertest', 'supertest-as-promised'], path: `${root}.${asking}.**.${building}`, lazy: true,
			see: 'https://ladjs.github.io/superagent/docs/index.html#request-basics',
			flaky: `import request from 'supertest';\n${asked(root)}.post('/').send({ name: 'a' });`,
			steady: `import request from 'supertest';\n${asked(root)}.post('/').end((error, response) => check(response));`,
		},
		{
			effect: 'promise', from: ['supertest', 'supertest-as-promised'], path: `${root}.${asking}.**.then()`,
			see: 'https://github.com/forwardemail/supertest#promises',
			flaky: `import request from 'supertest';\n${asked(root)}.get('/').then(response => check(response));`,
			steady: `import request from 'supertest';\n${asked(root)}.get('/').end((error, response) => check(response));`,
		},
	]),
	{
		effect: 'promise', from: 'chai', path: `request().${asking}.**.then()`,
		see: 'https://www.chaijs.com/plugins/chai-http/',
		flaky: `import chai from 'chai';\nchai.request(app).get('/').then(response => check(response));`,
		steady: `import chai from 'chai';\nchai.request(app).get('/').end((error, response) => check(response));`,
	},

	// Assertions that are made later
	{
		effect: 'promise', from: ['vitest', '@effect/vitest', '@jest/globals', 'expect', 'esmocha', 'bun:test', '@vitest/expect', 'global'], path: 'expect().{resolves,rejects}.**', asserts: true,
		see: 'https://vitest.dev/api/expect.html#resolves',
		flaky: `expect(load()).resolves.toBe(1);`,
		steady: `expect(1).toBe(1);`,
	},
	{
		effect: 'promise', from: ['vitest', 'global'], path: 'expect.poll().**', asserts: true,
		see: 'https://vitest.dev/api/expect.html#poll',
		flaky: `import { expect } from 'vitest';\nexpect.poll(() => items.length).toBe(1);`,
		steady: `import { expect } from 'vitest';\nexpect(items).toHaveLength(1);`,
	},
	{
		effect: 'promise', from: playwrightPackages, path: 'expect.poll().**', asserts: true,
		see: 'https://playwright.dev/docs/test-assertions#expectpoll',
		flaky: `import { expect } from '@playwright/test';\nexpect.poll(() => items.length).toBe(1);`,
		steady: `import { expect } from '@playwright/test';\nexpect(items).toHaveLength(1);`,
	},
	{
		effect: 'promise', from: playwrightPackages, path: `expect.**.{${playwrightMatchers.join(',')},toPass,toBeOK}()`, asserts: true,
		see: 'https://playwright.dev/docs/test-assertions#auto-retrying-assertions',
		flaky: `import { expect } from '@playwright/test';\nexpect(page.getByText('x')).toBeVisible();`,
		steady: `import { expect } from '@playwright/test';\nexpect(1).toBe(1);`,
	},
	{
		effect: 'promise', from: ['@wdio/globals', 'expect-webdriverio'], path: `expect.**.{${webdriverMatchers.join(',')}}()`, asserts: true,
		see: 'https://webdriver.io/docs/api/expect-webdriverio',
		flaky: `import { $, expect } from '@wdio/globals';\nexpect($('h1')).toHaveText('x');`,
		steady: `import { expect } from '@wdio/globals';\nexpect(1).toBe(1);`,
	},
	{
		effect: 'promise', from: ['global', 'jasmine'], path: 'expectAsync().**', asserts: true,
		see: 'https://jasmine.github.io/api/edge/async-matchers.html',
		flaky: `expectAsync(load()).toBeResolved();`,
		steady: `expect(1).toBe(1);`,
	},
	{
		effect: 'promise', from: ['chai', 'global'], path: 'expect().**.{rejectedWith,become}()', asserts: true,
		see: 'https://www.chaijs.com/plugins/chai-as-promised/',
		flaky: `import { expect } from 'chai';\nexpect(load()).to.be.rejectedWith('no');`,
		steady: `import { expect } from 'chai';\nexpect(load()).to.be.a('promise');`,
	},
	{
		effect: 'promise', from: ['chai', 'global'], path: `expect().**.eventually.**.{${eventual.join(',')}}()`, asserts: true,
		see: 'https://www.chaijs.com/plugins/chai-as-promised/',
		flaky: `import { expect } from 'chai';\nexpect(load()).to.eventually.deep.equal([1]);`,
		steady: `import { expect } from 'chai';\nexpect(1).to.equal(1);`,
	},
	{
		effect: 'promise', from: 'chai', path: 'assert.{isRejected,isFulfilled,becomes,doesNotBecome}()', asserts: true,
		see: 'https://www.chaijs.com/plugins/chai-as-promised/',
		flaky: `import { assert } from 'chai';\nassert.isRejected(load(), /no/);`,
		steady: `import { assert } from 'chai';\nassert.isOk(load());`,
	},
	{
		effect: 'promise', from: 'node:assert', path: '{rejects,doesNotReject}()', asserts: true,
		see: 'https://nodejs.org/api/assert.html#assertrejectsasyncfn-error-message',
		flaky: `import assert from 'node:assert';\nassert.rejects(load());`,
		steady: `import assert from 'node:assert';\nassert.throws(load);`,
	},
	{
		effect: 'promise', from: ['node:assert', 'node:assert/strict'], path: '{strict,default}.{rejects,doesNotReject}()', asserts: true,
		see: 'https://nodejs.org/api/assert.html#assertrejectsasyncfn-error-message',
		flaky: `import { strict as assert } from 'node:assert';\nassert.rejects(load());`,
		steady: `import { strict as assert } from 'node:assert';\nassert.throws(load);`,
	},
	{
		effect: 'promise', from: 'node:assert/strict', path: '{rejects,doesNotReject}()', asserts: true,
		see: 'https://nodejs.org/api/assert.html#assertrejectsasyncfn-error-message',
		flaky: `import assert from 'node:assert/strict';\nassert.rejects(load());`,
		steady: `import assert from 'node:assert/strict';\nassert.throws(load);`,
	},
	{
		effect: 'promise', from: 'node:test', path: 'TestContext.assert.{rejects,doesNotReject}()', asserts: true,
		see: 'https://nodejs.org/api/test.html#contextassert',
		flaky: `import { test } from 'node:test';\ntest('x', t => {\n\tt.assert.rejects(load());\n});`,
		steady: `import { test } from 'node:test';\ntest('x', t => {\n\tt.assert.throws(load);\n});`,
	},
	{
		effect: 'promise', from: '@japa/runner', path: 'TestContext.assert.{rejects,doesNotReject,doesNotRejects}()', asserts: true,
		see: 'https://japa.dev/docs/plugins/assert',
		flaky: `import { test } from '@japa/runner';\ntest('x', ({ assert }) => {\n\tassert.rejects(load);\n});`,
		steady: `import { test } from '@japa/runner';\ntest('x', ({ assert }) => {\n\tassert.throws(load);\n});`,
	},

	// Waiting for what will be there
	{
		effect: 'promise', from: testingLibrary, path: '{waitFor,waitForElementToBeRemoved,waitForElement}()',
		see: 'https://testing-library.com/docs/dom-testing-library/api-async/',
		flaky: `import { waitFor } from '@testing-library/react';\nwaitFor(() => expect(save).toHaveBeenCalled());`,
		steady: `import { fireEvent } from '@testing-library/react';\nfireEvent.click(button);`,
	},
	{
		effect: 'promise', from: testingLibrary, path: `screen.{${finders}}()`,
		see: 'https://testing-library.com/docs/queries/about#types-of-queries',
		flaky: `import { screen } from '@testing-library/react';\nscreen.findByText('x');`,
		steady: `import { screen } from '@testing-library/react';\nscreen.getByText('x');`,
	},
	{
		effect: 'promise', from: testingLibrary, path: `{render,within}().{${finders}}()`,
		see: 'https://testing-library.com/docs/queries/about#types-of-queries',
		flaky: `import { render } from '@testing-library/react';\nrender(element).findByText('x');`,
		steady: `import { render } from '@testing-library/react';\nrender(element).getByText('x');`,
	},
	{
		effect: 'promise', from: userEvent,
		path: `setup().{${userActions.join(',')}}()`,
		see: 'https://testing-library.com/docs/user-event/setup',
		flaky: `import userEvent from '@testing-library/user-event';\nconst user = userEvent.setup();\nuser.click(button);`,
		steady: `import userEvent from '@testing-library/user-event';\nuserEvent.setup();`,
	},
	{
		effect: 'promise', from: ['vitest', 'global'], path: '{vi,vitest}.{waitFor,waitUntil,advanceTimersByTimeAsync,runAllTimersAsync,runOnlyPendingTimersAsync,advanceTimersToNextTimerAsync,dynamicImportSettled}()',
		see: 'https://vitest.dev/api/vi.html#vi-waitfor',
		flaky: `import { vi } from 'vitest';\nvi.waitFor(() => expect(save).toHaveBeenCalled());`,
		steady: `import { vi } from 'vitest';\nvi.advanceTimersByTime(100);`,
	},
	{
		effect: 'promise', from: ['@jest/globals', 'global'], path: 'jest.{advanceTimersByTimeAsync,runAllTimersAsync,runOnlyPendingTimersAsync,advanceTimersToNextTimerAsync}()',
		see: 'https://jestjs.io/docs/jest-object#jestadvancetimersbytimeasyncmstorun',
		flaky: `jest.advanceTimersByTimeAsync(100);`,
		steady: `jest.advanceTimersByTime(100);`,
	},

	// Parts of a test
	{
		effect: 'promise', from: playwrightPackages, path: 'test.**.step()', ofCallback: 1,
		see: 'https://playwright.dev/docs/api/class-test#test-step',
		flaky: `import { test } from '@playwright/test';\ntest.step('sign in', async () => {\n\tawait load();\n});`,
		steady: `import { test } from '@playwright/test';\ntest.info();`,
	},
	{
		effect: 'promise', from: ['allure-js-commons', 'allure-playwright', 'allure-vitest', 'allure-jest', 'allure-mocha'], path: '{step,allure.step}()', ofCallback: 1,
		see: 'https://allurereport.org/docs/playwright-reference/#steps',
		flaky: `import { step } from 'allure-js-commons';\nstep('sign in', async () => {\n\tawait load();\n});`,
		steady: `import { label } from 'allure-js-commons';\nlabel('epic', 'a');`,
	},

	// Browsers
	{
		effect: 'promise', from: playwright, path: `{page,context,browser}.**.${driven}`,
		see: 'https://playwright.dev/docs/api/class-page',
		flaky: `import { test } from '@playwright/test';\ntest('x', async ({ page }) => {\n\tpage.getByRole('button').click();\n});`,
		steady: `import { test } from '@playwright/test';\ntest('x', async ({ page }) => {\n\tpage.getByRole('button');\n});`,
	},
	{
		effect: 'promise', from: playwright, path: 'request.{get,post,put,patch,delete,head,fetch}()',
		see: 'https://playwright.dev/docs/api/class-apirequestcontext',
		flaky: `import { test } from '@playwright/test';\ntest('x', async ({ request }) => {\n\trequest.post('/users');\n});`,
		steady: `import { test } from '@playwright/test';\ntest('x', async ({ request }) => {\n\trequest.storageState;\n});`,
	},
	{
		effect: 'promise', from: puppeteer, path: `{page,context,browser}.**.${puppets}`,
		see: 'https://pptr.dev/api/puppeteer.page',
		flaky: `import puppeteer from 'puppeteer';\nconst browser = await puppeteer.launch();\nconst page = await browser.newPage();\npage.goto('/');`,
		steady: `import puppeteer from 'puppeteer';\nconst browser = await puppeteer.launch();\nbrowser.isConnected();`,
	},
	{
		effect: 'promise', from: '@wdio/globals', path: `{browser,driver}.${browserCommands}`,
		see: 'https://webdriver.io/docs/api/browser',
		flaky: `import { browser } from '@wdio/globals';\nbrowser.scroll(0, 10);`,
		steady: `import { browser } from '@wdio/globals';\nbrowser.on('dialog', close);`,
	},
	{
		effect: 'promise', from: '@wdio/globals', path: `{$,$$}().**.${elementCommands}`,
		see: 'https://webdriver.io/docs/api/element',
		flaky: `import { $ } from '@wdio/globals';\n$('button').click();`,
		steady: `import { $ } from '@wdio/globals';\n$('button').$('span');`,
	},

	// Servers
	{
		effect: 'promise', from: 'fastify', path: '().{listen,ready,close,inject}()', unless: called,
		see: 'https://fastify.dev/docs/latest/Reference/Server/#listen',
		flaky: `import fastify from 'fastify';\nfastify().listen({ port: 0 });`,
		steady: `import fastify from 'fastify';\nfastify().listen({ port: 0 }, error => done(error));`,
	},
	{
		effect: 'promise', from: 'fastify', path: '{fastify,default}().{listen,ready,close,inject}()', unless: called,
		see: 'https://fastify.dev/docs/latest/Reference/Server/#listen',
		flaky: `import { fastify } from 'fastify';\nfastify().listen({ port: 0 });`,
		steady: `import { fastify } from 'fastify';\nfastify().register(plugin);`,
	},
	{
		effect: 'promise', from: '@nestjs/testing', path: 'Test.createTestingModule().**.compile()',
		see: 'https://docs.nestjs.com/fundamentals/testing',
		flaky: `import { Test } from '@nestjs/testing';\nTest.createTestingModule({}).compile();`,
		steady: `import { Test } from '@nestjs/testing';\nTest.createTestingModule({});`,
	},
	{
		effect: 'promise', from: '@nestjs/testing', path: 'Test.createTestingModule().**.compile().createNestApplication().{init,listen,close}()',
		see: 'https://docs.nestjs.com/fundamentals/testing#end-to-end-testing',
		flaky: `import { Test } from '@nestjs/testing';\nconst module = await Test.createTestingModule({}).compile();\nmodule.createNestApplication().init();`,
		steady: `import { Test } from '@nestjs/testing';\nconst module = await Test.createTestingModule({}).compile();\nmodule.createNestApplication();`,
	},
	{
		effect: 'promise', from: '@nestjs/common', path: 'new INestApplication.{init,listen,close}()',
		see: 'https://docs.nestjs.com/fundamentals/testing#end-to-end-testing',
		flaky: `import type { INestApplication } from '@nestjs/common';\nasync function stop(app: INestApplication) {\n\tapp.close();\n}`,
		steady: `import type { INestApplication } from '@nestjs/common';\nasync function stop(app: INestApplication) {\n\tapp.getHttpServer();\n}`,
	},

	// Databases
	{
		effect: 'promise', from: 'mongoose', path: '{connect,disconnect,syncIndexes}()', unless: called,
		see: 'https://mongoosejs.com/docs/connections.html',
		flaky: `import mongoose from 'mongoose';\nmongoose.disconnect();`,
		steady: `import mongoose from 'mongoose';\nmongoose.model('User');`,
	},
	{
		effect: 'promise', from: 'mongoose', path: 'new Connection.{close,dropDatabase,syncIndexes}()', unless: called,
		see: 'https://mongoosejs.com/docs/api/connection.html',
		flaky: `import mongoose from 'mongoose';\nmongoose.connection.dropDatabase();`,
		steady: `import mongoose from 'mongoose';\nmongoose.connection.on('open', ready);`,
	},
	{
		effect: 'promise', from: 'mongoose', path: 'Model.{create,insertMany,insertOne,bulkWrite,syncIndexes,createIndexes,ensureIndexes,init}()',
		unless: called,
		see: 'https://mongoosejs.com/docs/api/model.html',
		flaky: `import mongoose from 'mongoose';\nmongoose.model('User').create({ name: 'a' });`,
		steady: `import mongoose from 'mongoose';\nmongoose.model('User').find();`,
	},
	{
		effect: 'promise', lazy: true, from: 'mongoose', path: 'Model.{deleteMany,deleteOne,updateMany,updateOne,findByIdAndDelete,findByIdAndUpdate,findOneAndDelete,findOneAndUpdate}()',
		unless: called,
		see: 'https://mongoosejs.com/docs/queries.html#executing',
		flaky: `import mongoose from 'mongoose';\nmongoose.model('User').deleteMany({});`,
		steady: `import mongoose from 'mongoose';\nmongoose.model('User').find();`,
	},
	{
		effect: 'promise', lazy: true, from: '@prisma/client', path: 'new PrismaClient.*.{create,createMany,createManyAndReturn,update,updateMany,upsert,delete,deleteMany}()',
		see: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference#model-queries',
		flaky: `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nprisma.user.deleteMany();`,
		steady: `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nprisma.$on('query', log);`,
	},
	{
		effect: 'promise', from: '@prisma/client', path: 'new PrismaClient.{$connect,$disconnect,$transaction}()',
		see: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference#client-methods',
		flaky: `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nprisma.$disconnect();`,
		steady: `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nprisma.$on('query', log);`,
	},
	{
		effect: 'promise', lazy: true, from: '@prisma/client', path: 'new PrismaClient.{$executeRaw,$executeRawUnsafe,$queryRaw,$queryRawUnsafe}()',
		see: 'https://www.prisma.io/docs/orm/prisma-client/using-raw-sql/raw-queries',
		flaky: `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nprisma.$executeRawUnsafe('DELETE FROM users');`,
		steady: `import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nprisma.$on('query', log);`,
	},
	{
		effect: 'promise', from: ['sequelize', '@sequelize/core'], path: 'new Sequelize.{sync,drop,truncate,close,authenticate,query,transaction}()',
		see: 'https://sequelize.org/api/v6/class/src/sequelize.js~sequelize',
		flaky: `import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize();\nsequelize.sync({ force: true });`,
		steady: `import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize();\nsequelize.define('User', {});`,
	},
	{
		effect: 'promise', from: ['sequelize', '@sequelize/core'], path: 'Model.{sync,drop,truncate,create,bulkCreate,update,upsert,destroy}()',
		see: 'https://sequelize.org/api/v6/class/src/model.js~model',
		flaky: `import { Sequelize } from 'sequelize';\nconst User = new Sequelize().define('User', {});\nUser.create({});`,
		steady: `import { Sequelize } from 'sequelize';\nconst User = new Sequelize().define('User', {});\nUser.build({});`,
	},
	{
		effect: 'promise', from: 'typeorm', path: 'new {Repository,EntityManager}.{save,insert,update,upsert,delete,remove,clear,softDelete,restore,query}()',
		see: 'https://typeorm.io/docs/working-with-entity-manager/repository-api',
		flaky: `import { Repository } from 'typeorm';\nasync function add(users: Repository<User>) {\n\tusers.save({});\n}`,
		steady: `import { Repository } from 'typeorm';\nasync function add(users: Repository<User>) {\n\tusers.create({});\n}`,
	},
	{
		effect: 'promise', from: 'typeorm', path: 'new {DataSource,Connection}.{initialize,connect,destroy,close,synchronize,dropDatabase,query,transaction,runMigrations}()',
		see: 'https://typeorm.io/docs/data-source/data-source-api',
		flaky: `import { DataSource } from 'typeorm';\nconst source = new DataSource({});\nsource.destroy();`,
		steady: `import { DataSource } from 'typeorm';\nconst source = new DataSource({});\nsource.getRepository(User);`,
	},
	{
		effect: 'promise', from: 'knex', path: 'new Knex.{destroy,transaction}()', unless: called,
		see: 'https://knexjs.org/guide/',
		flaky: `import knex from 'knex';\nconst db = knex({});\ndb.destroy();`,
		steady: `import knex from 'knex';\nconst db = knex({});\ndb.ref('a');`,
	},
	{
		effect: 'promise', lazy: true, from: 'knex', path: 'new Knex.raw()', unless: called,
		see: 'https://knexjs.org/guide/raw.html',
		flaky: `import knex from 'knex';\nconst db = knex({});\ndb.raw('DELETE FROM users');`,
		steady: `import knex from 'knex';\nconst db = knex({});\ndb.ref('a');`,
	},
	{
		effect: 'promise', from: 'knex', path: 'new Knex.{migrate,seed}.{latest,rollback,up,down,run}()',
		see: 'https://knexjs.org/guide/migrations.html',
		flaky: `import knex from 'knex';\nconst db = knex({});\ndb.migrate.latest();`,
		steady: `import knex from 'knex';\nconst db = knex({});\ndb.schema;`,
	},
	{
		effect: 'promise', from: 'knex', path: 'new Knex().**.then()', unless: handled,
		see: 'https://knexjs.org/guide/interfaces.html#then',
		flaky: `import knex from 'knex';\nconst db = knex({});\ndb('users').insert({ id: 1 }).then(() => {});`,
		steady: `import knex from 'knex';\nconst db = knex({});\ndb('users').insert({ id: 1 });`,
	},
	{
		effect: 'promise', from: 'knex', path: 'new Knex.{schema,insert,select,from,into,table,with,withSchema,raw}.**.then()', unless: handled,
		see: 'https://knexjs.org/guide/interfaces.html#then',
		flaky: `import knex from 'knex';\nconst db = knex({});\ndb.schema.dropTable('users').then(() => {});`,
		steady: `import knex from 'knex';\nconst db = knex({});\ndb.schema.dropTable('users');`,
	},
	{
		effect: 'promise', from: 'objection', path: 'Model.query().**.then()', unless: handled,
		see: 'https://vincit.github.io/objection.js/api/query-builder/other-methods.html#then',
		flaky: `import { Model } from 'objection';\nModel.query().insert({ id: 1 }).then(() => {});`,
		steady: `import { Model } from 'objection';\nModel.query().insert({ id: 1 });`,
	},
	{
		effect: 'promise', from: 'mongoose', path: 'Model.{find,findOne,findById,countDocuments,estimatedDocumentCount,distinct,exists,aggregate}().**.{then,exec}()', unless: handled,
		see: 'https://mongoosejs.com/docs/queries.html#queries-are-not-promises',
		flaky: `import mongoose from 'mongoose';\nmongoose.model('User').find().then(() => {});`,
		steady: `import mongoose from 'mongoose';\nmongoose.model('User').find();`,
	},
	{
		effect: 'promise', inTurn: true, from: 'pg', path: 'new Client.{connect,query,end}()', unless: called,
		see: 'https://node-postgres.com/apis/client',
		flaky: `import { Client } from 'pg';\nconst client = new Client();\nclient.connect();`,
		steady: `import { Client } from 'pg';\nconst client = new Client();\nclient.connect(error => done(error));`,
	},
	{
		effect: 'promise', from: 'pg', path: 'new Pool.{connect,query,end}()', unless: called,
		see: 'https://node-postgres.com/apis/pool',
		flaky: `import { Pool } from 'pg';\nconst pool = new Pool();\npool.query('DELETE FROM users');`,
		steady: `import { Pool } from 'pg';\nconst pool = new Pool();\npool.connect(error => done(error));`,
	},
	{
		effect: 'promise', from: 'mongodb', path: 'new MongoClient.close()', unless: called,
		see: 'https://mongodb.github.io/node-mongodb-native/6.0/classes/MongoClient.html',
		flaky: `import { MongoClient } from 'mongodb';\nconst client = new MongoClient(url);\nclient.close();`,
		steady: `import { MongoClient } from 'mongodb';\nconst client = new MongoClient(url);\nclient.db();`,
	},
	{
		effect: 'promise', from: 'mongodb', path: 'new {Db,Collection}.{insertOne,insertMany,updateOne,updateMany,replaceOne,deleteOne,deleteMany,bulkWrite,drop,dropDatabase,dropCollection,createIndex,createCollection}()', unless: called,
		see: 'https://mongodb.github.io/node-mongodb-native/6.0/classes/Collection.html',
		flaky: `import { MongoClient } from 'mongodb';\nconst client = new MongoClient(url);\nclient.db().collection('a').deleteMany({});`,
		steady: `import { MongoClient } from 'mongodb';\nconst client = new MongoClient(url);\nclient.db().collection('a').find();`,
	},
	{
		effect: 'promise', inTurn: true, from: 'ioredis', path: `new {Redis,default}.{connect,${redisCommands.join(',')}}()`, unless: called,
		see: 'https://github.com/redis/ioredis#basic-usage',
		flaky: `import { Redis } from 'ioredis';\nconst redis = new Redis();\nredis.flushall();`,
		steady: `import { Redis } from 'ioredis';\nconst redis = new Redis();\nredis.disconnect();`,
	},
	{
		effect: 'promise', inTurn: true, from: ['redis', '@redis/client'], path: `new RedisClient.{disconnect,${redisCommands.map(each => nodeRedis[each] ?? each).join(',')}}()`, unless: [{ argument: 0, callable: true }],
		see: 'https://github.com/redis/node-redis#usage',
		flaky: `import { createClient } from 'redis';\nconst client = createClient();\nclient.flushAll();`,
		steady: `import { createClient } from 'redis';\nconst client = createClient();\nclient.on('error', log);`,
	},

	// Queues
	{
		effect: 'promise', from: 'bullmq', path: 'new {Queue,FlowProducer}.{add,addBulk,close,drain,clean,obliterate,pause,resume,waitUntilReady,remove,retryJobs,promoteJobs}()',
		see: 'https://docs.bullmq.io/guide/queues',
		flaky: `import { Queue } from 'bullmq';\nconst queue = new Queue('paint');\nqueue.add('car', {});`,
		steady: `import { Queue } from 'bullmq';\nconst queue = new Queue('paint');\nqueue.on('error', log);`,
	},
	{
		effect: 'promise', from: 'bullmq', path: 'new {Worker,QueueEvents}.{close,pause,waitUntilReady,disconnect}()',
		see: 'https://docs.bullmq.io/guide/workers',
		flaky: `import { Worker } from 'bullmq';\nconst worker = new Worker('paint', work);\nworker.close();`,
		steady: `import { Worker } from 'bullmq';\nconst worker = new Worker('paint', work);\nworker.run();`,
	},
	{
		effect: 'promise', from: 'kafkajs', path: 'new Kafka.{producer,consumer,admin}().{connect,disconnect,send,sendBatch,subscribe,createTopics,deleteTopics,stop}()',
		see: 'https://kafka.js.org/docs/getting-started',
		flaky: `import { Kafka } from 'kafkajs';\nconst producer = new Kafka({}).producer();\nproducer.connect();`,
		steady: `import { Kafka } from 'kafkajs';\nconst producer = new Kafka({}).producer();\nproducer.events;`,
	},

	// A function that is handed an async one waits for it
	{
		effect: 'promise', from: ['react', 'react-dom/test-utils', 'react-test-renderer', '@testing-library/react', '@testing-library/react-native', '@testing-library/react-hooks', '@testing-library/preact'],
		path: '{act,unstable_act}()', when: [{ argument: 0, asynchronous: true }],
		see: 'https://react.dev/reference/react/act',
		flaky: `import { act } from 'react';\nact(async () => { await load(); });`,
		steady: `import { act } from 'react';\nact(() => { render(); });`,
	},
	{
		effect: 'promise', from: 'node:async_hooks', path: 'new AsyncLocalStorage.run()', when: [{ argument: 1, asynchronous: true }],
		see: 'https://nodejs.org/api/async_context.html#asynclocalstoragerunstore-callback-args',
		flaky: `import { AsyncLocalStorage } from 'node:async_hooks';\nnew AsyncLocalStorage().run(store, async () => { await load(); });`,
		steady: `import { AsyncLocalStorage } from 'node:async_hooks';\nnew AsyncLocalStorage().run(store, () => { render(); });`,
	},
	{
		effect: 'promise', from: 'node:async_hooks', path: 'new AsyncLocalStorage.exit()', when: [{ argument: 0, asynchronous: true }],
		see: 'https://nodejs.org/api/async_context.html#asynclocalstorageexitcallback-args',
		flaky: `import { AsyncLocalStorage } from 'node:async_hooks';\nnew AsyncLocalStorage().exit(async () => { await load(); });`,
		steady: `import { AsyncLocalStorage } from 'node:async_hooks';\nnew AsyncLocalStorage().exit(() => { render(); });`,
	},
	{
		effect: 'promise', from: 'node:async_hooks', path: 'new AsyncResource.runInAsyncScope()', when: [{ argument: 0, asynchronous: true }],
		see: 'https://nodejs.org/api/async_context.html#asyncresourceruninasyncscopefn-thisarg-args',
		flaky: `import { AsyncResource } from 'node:async_hooks';\nnew AsyncResource('job').runInAsyncScope(async () => { await load(); });`,
		steady: `import { AsyncResource } from 'node:async_hooks';\nnew AsyncResource('job').runInAsyncScope(() => { render(); });`,
	},
	{
		effect: 'promise', from: '@opentelemetry/api', path: 'context.with()', when: [{ argument: 1, asynchronous: true }],
		see: 'https://open-telemetry.github.io/opentelemetry-js/classes/_opentelemetry_api._opentelemetry_api.ContextAPI.html',
		flaky: `import { context } from '@opentelemetry/api';\ncontext.with(context.active(), async () => { await load(); });`,
		steady: `import { context } from '@opentelemetry/api';\ncontext.with(context.active(), () => { render(); });`,
	},
	{
		effect: 'promise', from: 'mobx', path: '{runInAction,untracked,transaction}()', when: [{ argument: 0, asynchronous: true }],
		see: 'https://mobx.js.org/actions.html#runinaction',
		flaky: `import { runInAction } from 'mobx';\nrunInAction(async () => { await load(); });`,
		steady: `import { runInAction } from 'mobx';\nrunInAction(() => { rename(store); });`,
	},
	{
		effect: 'promise', from: 'zx', path: 'within()', when: [{ argument: 0, asynchronous: true }],
		see: 'https://google.github.io/zx/api#within',
		flaky: `import { within } from 'zx';\nwithin(async () => { await load(); });`,
		steady: `import { within } from 'zx';\nwithin(() => { render(); });`,
	},

	// Queues, clouds and other services
	{
		effect: 'promise', from: 'pg-boss', path: 'new .{start,stop,send,sendAfter,sendOnce,sendSingleton,sendThrottled,sendDebounced,insert,fetch,complete,cancel,resume,fail,publish,subscribe,schedule,unschedule,createQueue,deleteQueue,purgeQueue,clearStorage,getQueueSize}()',
		see: 'https://timgit.github.io/pg-boss/#/./api/jobs',
		flaky: `import PgBoss from 'pg-boss';\nnew PgBoss('x').send('mails');`,
		steady: `import PgBoss from 'pg-boss';\nnew PgBoss('x').on('error', log);`,
	},
	{
		effect: 'promise', from: 'pg-boss', path: 'new PgBoss.{start,stop,send,sendAfter,sendOnce,sendSingleton,sendThrottled,sendDebounced,insert,fetch,complete,cancel,resume,fail,publish,subscribe,schedule,unschedule,createQueue,deleteQueue,purgeQueue,clearStorage,getQueueSize}()',
		see: 'https://timgit.github.io/pg-boss/#/./api/jobs',
		flaky: `import { PgBoss } from 'pg-boss';\nnew PgBoss('x').send('mails');`,
		steady: `import { PgBoss } from 'pg-boss';\nnew PgBoss('x').on('error', log);`,
	},
	{
		effect: 'promise', from: ['@aws-sdk/client-s3', '@aws-sdk/client-dynamodb', '@aws-sdk/client-sqs', '@aws-sdk/client-sns', '@aws-sdk/client-lambda', '@aws-sdk/client-eventbridge', '@aws-sdk/client-kinesis', '@aws-sdk/client-ses', '@aws-sdk/client-secrets-manager', '@aws-sdk/client-ssm', '@aws-sdk/client-cloudformation', '@aws-sdk/lib-dynamodb'], path: 'new *.send()', unless: [{ argument: 1, callable: true }, { argument: 2, callable: true }],
		see: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/s3/',
		flaky: `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({}).send(command);`,
		steady: `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({}).destroy();`,
	},
	{
		effect: 'promise', from: '@google-cloud/pubsub', path: 'new PubSub.**.{publish,publishMessage,publishJSON,createTopic,createSubscription,createSchema,setMetadata,modifyPushConfig,seek,getTopics,getSubscriptions}()', unless: called,
		see: 'https://cloud.google.com/nodejs/docs/reference/pubsub/latest',
		flaky: `import { PubSub } from '@google-cloud/pubsub';\nnew PubSub().topic('a').publishMessage({});`,
		steady: `import { PubSub } from '@google-cloud/pubsub';\nnew PubSub().topic('a');`,
	},
	{
		effect: 'promise', from: '@google-cloud/storage', path: 'new Storage.**.{upload,save,createBucket,deleteFiles,makePublic,makePrivate,download,copy,move,setMetadata,getFiles,getBuckets}()', unless: called,
		see: 'https://cloud.google.com/nodejs/docs/reference/storage/latest',
		flaky: `import { Storage } from '@google-cloud/storage';\nnew Storage().bucket('a').upload('b');`,
		steady: `import { Storage } from '@google-cloud/storage';\nnew Storage().bucket('a').file('b');`,
	},
	{
		effect: 'promise', from: '@google-cloud/bigquery', path: 'new BigQuery.**.{createDataset,createTable,insert,query,createQueryJob,load,getDatasets,getTables}()', unless: called,
		see: 'https://cloud.google.com/nodejs/docs/reference/bigquery/latest',
		flaky: `import { BigQuery } from '@google-cloud/bigquery';\nnew BigQuery().createDataset('a');`,
		steady: `import { BigQuery } from '@google-cloud/bigquery';\nnew BigQuery().dataset('a');`,
	},
	{
		effect: 'promise', from: '@google-cloud/datastore', path: 'new Datastore.{save,insert,update,upsert,merge,delete,get,runQuery}()', unless: called,
		see: 'https://cloud.google.com/nodejs/docs/reference/datastore/latest',
		flaky: `import { Datastore } from '@google-cloud/datastore';\nnew Datastore().save(entity);`,
		steady: `import { Datastore } from '@google-cloud/datastore';\nnew Datastore().key('a');`,
	},
	{
		effect: 'promise', lazy: true, from: '@supabase/supabase-js', path: 'new SupabaseClient.from().{insert,update,upsert,delete}()',
		see: 'https://supabase.com/docs/reference/javascript/insert',
		flaky: `import { createClient } from '@supabase/supabase-js';\ncreateClient('a', 'b').from('c').insert({});`,
		steady: `import { createClient } from '@supabase/supabase-js';\ncreateClient('a', 'b').from('c');`,
	},
	{
		effect: 'promise', from: '@apollo/server', path: 'new ApolloServer.{start,stop,executeOperation}()',
		see: 'https://www.apollographql.com/docs/apollo-server/api/apollo-server',
		flaky: `import { ApolloServer } from '@apollo/server';\nnew ApolloServer({}).start();`,
		steady: `import { ApolloServer } from '@apollo/server';\nnew ApolloServer({}).assertStarted('a');`,
	},
	{
		effect: 'promise', from: '@elastic/elasticsearch', path: 'new Client.**.{index,bulk,create,update,delete,deleteByQuery,updateByQuery,search,count,refresh,putMapping,reindex}()', unless: called,
		see: 'https://www.elastic.co/docs/reference/elasticsearch/clients/javascript',
		flaky: `import { Client } from '@elastic/elasticsearch';\nnew Client({}).index({});`,
		steady: `import { Client } from '@elastic/elasticsearch';\nnew Client({}).child({});`,
	},
	{
		effect: 'promise', from: ['mongodb-memory-server', 'mongodb-memory-server-core'], path: '{MongoMemoryServer,MongoMemoryReplSet}.create()',
		see: 'https://typegoose.github.io/mongodb-memory-server/docs/api/classes/mongo-memory-server',
		flaky: `import { MongoMemoryServer } from 'mongodb-memory-server';\nMongoMemoryServer.create();`,
		steady: `import { MongoMemoryServer } from 'mongodb-memory-server';\nnew MongoMemoryServer();`,
	},
	{
		effect: 'promise', from: 'esbuild', path: '{build,transform}()',
		see: 'https://esbuild.github.io/api/',
		flaky: `import esbuild from 'esbuild';\nesbuild.build({});`,
		steady: `import esbuild from 'esbuild';\nesbuild.buildSync({});`,
	},
	{
		effect: 'promise', from: 'vite', path: '{build,createServer,preview,transformWithEsbuild,loadConfigFromFile}()',
		see: 'https://vite.dev/guide/api-javascript.html',
		flaky: `import { build } from 'vite';\nbuild({});`,
		steady: `import { defineConfig } from 'vite';\ndefineConfig({});`,
	},
	{
		effect: 'promise', from: 'rollup', path: 'rollup()',
		see: 'https://rollupjs.org/javascript-api/',
		flaky: `import { rollup } from 'rollup';\nrollup({});`,
		steady: `import { watch } from 'rollup';\nwatch({});`,
	},
	{
		effect: 'promise', from: 'mongoose', path: 'new Model.{save,deleteOne,updateOne}()', unless: called,
		see: 'https://mongoosejs.com/docs/api/document.html',
		flaky: `import mongoose from 'mongoose';\nconst User = mongoose.model('User');\nnew User().save();`,
		steady: `import mongoose from 'mongoose';\nconst User = mongoose.model('User');\nnew User().toObject();`,
	},
	// Other runtimes
	{
		effect: 'promise', from: 'global',
		path: 'Deno.{chmod,chown,copyFile,create,link,lstat,makeTempDir,makeTempFile,mkdir,open,readFile,readLink,readTextFile,realPath,remove,rename,stat,symlink,truncate,utime,writeFile,writeTextFile}()',
		see: 'https://docs.deno.com/api/deno/file-system',
		flaky: `Deno.remove('a');`,
		steady: `Deno.removeSync('a');`,
	},
	{
		effect: 'promise', from: 'global', path: 'Bun.write()',
		see: 'https://bun.com/docs/runtime/file-io#writing-files-bun-write',
		flaky: `Bun.write('a', 'b');`,
		steady: `Bun.file('a');`,
	},
	// Assertions and stores that are packages of their own
	{
		effect: 'promise', asserts: true, from: 'chai',
		path: 'expect().**.{revertedWith,revertedWithCustomError,revertedWithPanic,revertedWithoutReason,changeEtherBalance,changeEtherBalances,changeTokenBalance,changeTokenBalances}()',
		see: 'https://hardhat.org/hardhat-chai-matchers/docs/overview',
		flaky: `import { expect } from 'chai';\nexpect(token.transfer(1)).to.be.revertedWith('too much');`,
		steady: `import { expect } from 'chai';\nexpect(1).to.equal(1);`,
	},
	{
		effect: 'promise', from: ['pouchdb', 'pouchdb-core', 'pouchdb-node', 'pouchdb-browser'], path: 'new .{put,post,get,remove,bulkDocs,bulkGet,allDocs,destroy,compact,query,close,info}()', unless: called,
		see: 'https://pouchdb.com/api.html',
		flaky: `import PouchDB from 'pouchdb';\nnew PouchDB('a').put({ _id: 'b' });`,
		steady: `import PouchDB from 'pouchdb';\nnew PouchDB('a').on('created', listener);`,
	},
	{
		effect: 'promise', from: ['level', 'classic-level', 'memory-level', 'browser-level'], path: 'new {Level,ClassicLevel,MemoryLevel,BrowserLevel}.{open,close,put,get,del,clear}()', unless: called,
		see: 'https://github.com/Level/abstract-level#public-api-for-consumers',
		flaky: `import { Level } from 'level';\nnew Level('a').put('b', 'c');`,
		steady: `import { Level } from 'level';\nnew Level('a').iterator();`,
	},
	{
		effect: 'promise', from: 'kysely', path: 'new Kysely.**.{execute,executeTakeFirst,executeTakeFirstOrThrow}()',
		see: 'https://kysely-org.github.io/kysely-apidoc/classes/Kysely.html',
		flaky: `import { Kysely } from 'kysely';\nnew Kysely(config).deleteFrom('users').execute();`,
		steady: `import { Kysely } from 'kysely';\nnew Kysely(config).deleteFrom('users').compile();`,
	},
] as const satisfies readonly ApiRow[];
