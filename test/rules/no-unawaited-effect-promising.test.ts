import { describe } from 'vitest';

import rule from '../../rules/no-unawaited-effect.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unawaited-effect', rule);

const chai = `
import chai, { expect } from 'chai';
import chaiAsPromised from 'chai-as-promised';
import { load } from '../src/load';
chai.use(chaiAsPromised);
chai.should();`;
const should = `
const should = require('should');
const { load } = require('../src/load');`;
const test = (before: string, body: string, title = 'async () =>'): string => `${before}
it('loads', ${title} {
	${body}
});`;
const marked = (line: string, message: string): string => `${line}\n\t${'~'.repeat(line.length - 1)} ${message}`;

describe('an assertion that is a promise by one of its words', () => {
	for (const [line, words] of [
		[`expect(load(1)).to.be.rejected;`, 'expect.to.be.rejected'],
		[`expect(load(1)).to.be.fulfilled;`, 'expect.to.be.fulfilled'],
		[`expect(load(1)).to.eventually.be.true;`, 'expect.to.eventually.be.true'],
		[`load(1).should.be.rejected;`, 'should.be.rejected'],
		[`load(1).should.be.rejectedWith(TypeError);`, 'should.be.rejectedWith'],
		[`load(1).should.eventually.equal('a');`, 'should.eventually.equal'],
		[`load(1).should.become('a');`, 'should.become'],
	] as const)
		flags(`chai-as-promised: ${line}`, test(chai, marked(line, `Nobody waits for this assertion (${words})`)));

	for (const [line, words] of [
		[`load(1).should.be.rejected();`, 'should.be.rejected'],
		[`load(1).should.be.rejectedWith({ code: 404 });`, 'should.be.rejectedWith'],
		[`load(1).should.be.fulfilledWith('a');`, 'should.be.fulfilledWith'],
		[`load(1).should.not.be.resolved();`, 'should.not.be.resolved'],
		[`should(load(1)).be.resolved();`, 'be.resolved'],
		[`load(1).should.finally.equal('a');`, 'should.finally.equal'],
	] as const)
		flags(`should.js: ${line}`, test(should, marked(line, `Nobody waits for this assertion (${words})`)));

	for (const [before, line, words] of [
		[chai, `expect(wallet.pay(1)).to.be.reverted;`, 'expect.to.be.reverted'],
		[`import { load } from '../src/load';`, `assert.isRejected(load(1), /no/);`, 'isRejected'],
		[`import { load } from '../src/load';`, `assert.eventually.equal(load(1), 'a');`, 'eventually.equal'],
		[`import { expect } from '@hapi/code';\nimport { load } from '../src/load';`, `expect(load(1)).to.reject(/no/);`, 'expect.to.reject'],
		[`import { assertRejects } from '@std/assert';\nimport { it } from '@std/testing/bdd';\nimport { load } from '../src/load';`, `assertRejects(() => load(1), TypeError);`, 'assertRejects'],
	] as const)
		flags(`others: ${line}`, test(before, marked(line, `Nobody waits for this assertion (${words})`)));
	allows('what other libraries wait for themselves', `import { test } from 'tap';\nimport { load } from '../src/load';\ntest('loads', async t => {\n\tt.rejects(load(1));\n});`);

	flags('what is known as a promise by a row is told of once', test(chai, marked(`expect(load(1)).to.be.rejectedWith(TypeError);`, 'Nobody waits for this assertion (expect.to.be.rejectedWith)')));
	flags('in a test that waits for nothing', test(chai, marked(`load(1).should.be.rejected;`, 'Nobody waits for this assertion'), '() =>'), {
		mends: { 'Wait for it with `await`.': test(chai, `await load(1).should.be.rejected;`, 'async () =>') },
	});
	flags('in a callback of a chain, which hands it on to nobody', `${chai}
it('loads', () => load(1).then(next => {
	load(next).should.be.rejected;
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
}));`);
	flags('about one promise, where another is awaited', test(chai, `const [one, other] = [load(1), load(2)];
	${marked(`one.should.be.rejected;`, 'Nobody waits for this assertion')}
	await other;`));
	flags('in a hook', `${chai}
beforeEach(async () => {
	load(1).should.be.fulfilled;
	~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
});
it('loads', () => {});`);
	flags('in a function of the file that several tests call, once', `${chai}
function rejects(id) {
	load(id).should.be.rejected;
	~~~~~~~~~~~~~~~~~~~~~~~~~~~ Nobody waits for this assertion
}
it('loads 1', () => { rejects(1); });
it('loads 2', () => { rejects(2); });`);

	for (const [what, line, title] of [
		['is awaited', `await expect(load(1)).to.be.rejected;\n\tawait load(1).should.eventually.equal('a');`],
		['is returned', `return load(1).should.be.rejected;`, '() =>'],
		['is one of those that are waited for', `await Promise.all([load(1).should.be.rejected, expect(load(2)).to.eventually.be.true]);`],
		['tells its end', `load(1).should.be.rejected.notify(done);`, 'done =>'],
		['tells its end behind an aside', `load(1).should.be.rejectedWith(TypeError).and.notify(done);`, 'done =>'],
		['ends the test in a chain', `load(1).should.be.rejectedWith(TypeError).then(() => done(), done);`, 'done =>'],
		['is kept, and awaited later', `const rejected = load(1).should.be.rejected;\n\tawait load(2);\n\tawait rejected;`],
		['is about what is awaited next', `const loading = load(1);\n\tloading.should.be.rejected;\n\tawait loading.catch(() => {});`],
		['is about what is awaited itself later', `const loading = load(1);\n\tloading.should.eventually.equal('a');\n\tawait loading;`],
		['is made of a value that is there', `const value = await load(1);\n\tvalue.should.equal('a');\n\texpect(value).to.be.true;`],
		['is about promises that nobody takes up', `process.once('unhandledRejection', () => {});\n\tload(1).should.be.rejected;`],
	] as const)
		allows(`that ${what}`, test(chai, line, title));

	allows('that an arrow function gives back', `${chai}\nit('loads', () => load(1).should.be.rejected);`);
	allows('where a runner settles promises itself', test(`${chai}\nimport { browser } from 'protractor';`, `expect(browser.isOpen()).to.eventually.be.true;\n\tload(1).should.be.rejected;`));
	allows('of a subject that only has a property of that name', test(`import { load } from '../src/load';`, `const state = await load(1);\n\tstate.rejected;\n\tstate.should.be.rejected;`));
});
