import { describe } from 'vitest';

import rule from '../../rules/no-exact-log-equality.ts';
import { type Case, type Mends, casesOf } from '../support/rule-cases.ts';

const plain = casesOf('no-exact-log-equality', rule);

/** With the calls of spies. */
const flags = (title: string, files: Case | string, { options = {}, mends = {} }: { readonly options?: object; readonly mends?: Mends } = {}): void => plain.flags(title, files, { options: { spies: true, ...options }, mends });
const allows = (title: string, files: Case | string, { options = {} }: { readonly options?: object } = {}): void => plain.allows(title, files, { options: { spies: true, ...options } });

describe('spies', () => {
	flags('how often Jest saw the console called', `it('warns', async () => {
	const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
	run();
	expect(warn).toHaveBeenCalledTimes(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ jest.spyOn
});`);
	flags('a spy that hooks put on the console', `describe('run', () => {
	let warn;
	beforeEach(() => {
		warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
	});
	it('warns', async () => {
		run();
		expect(warn.mock.calls.length).toBe(1);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		expect(warn.mock.calls).toHaveLength(1);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		expect(warn.mock.calls).toEqual([['careful']]);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		expect(warn.mock.calls[0][0]).toBe('careful');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		expect(warn.mock.calls).toMatchSnapshot();
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	});
});`);
	flags('the global itself, where a spy was put', `it('warns', async () => {
	jest.spyOn(console, 'error').mockImplementation(() => {});
	run();
	expect(console.error).toHaveBeenCalledTimes(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ console.error
	expect(console.error).toHaveBeenLastCalledWith('broken');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(console.error).toHaveBeenNthCalledWith(1, 'broken');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);
	flags('Vitest', `import { expect, test, vi } from 'vitest';
test('writes', async () => {
	const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
	run();
	expect(write).toHaveBeenCalledOnce();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ vi.spyOn
});`);
	flags('sinon', `import sinon from 'sinon';
import { expect } from 'chai';
describe('run', () => {
	let log;
	beforeEach(() => { log = sinon.stub(console, 'log'); });
	it('logs', async () => {
		run();
		expect(log.callCount).to.equal(2);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ stub
		sinon.assert.calledOnce(log);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		expect(log.calledOnce).to.be.true;
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		expect(log).to.have.been.calledOnce;
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		expect(log.firstCall.args).to.deep.equal(['hello']);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	});
});`);
	flags('node:test', `import { mock, test } from 'node:test';
import assert from 'node:assert/strict';
test('logs', async t => {
	const log = t.mock.method(console, 'log', () => {});
	run();
	assert.equal(log.mock.callCount(), 1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ mock.method
	assert.strictEqual(log.mock.calls.length, 1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);
	flags('Jasmine', {
		'a.spec.js': `describe('run', () => {
	it('logs', async () => {
		spyOn(console, 'log');
		run();
		expect(console.log).toHaveBeenCalledTimes(1);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		expect(console.log.calls.count()).toBe(1);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	});
});`,
		'package.json': '{ "devDependencies": { "jasmine": "^5.0.0" } }',
	});
	flags('Bun', `import { expect, spyOn, test } from 'bun:test';
test('logs', async () => {
	const log = spyOn(console, 'log');
	run();
	expect(log).toHaveBeenCalledTimes(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ spyOn
});`);
	flags('a spy that a helper makes', {
		'a.test.ts': `import { silence } from './silence';
it('warns', async () => {
	const warn = silence();
	run();
	expect(warn).toHaveBeenCalledTimes(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ silence (silence.ts:2) → jest.spyOn
});`,
		'silence.ts': `export function silence() {
	return jest.spyOn(console, 'warn').mockImplementation(() => undefined);
}`,
	});
	flags('a logger that the program shares', {
		'a.test.ts': `import { logger } from './logger';
import { run } from './run';
it('logs', async () => {
	const info = jest.spyOn(logger, 'info');
	run();
	expect(info).toHaveBeenCalledTimes(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		'logger.ts': `import winston from 'winston';
export const logger = winston.createLogger({ transports: [new winston.transports.Console()] });`,
		'run.ts': `import { logger } from './logger';
export const run = () => logger.info('run');`,
	});
	flags('a shared logger of pino', {
		'a.test.ts': `import { logger } from './logger';
it('logs', async () => {
	vi.spyOn(logger, 'error').mockImplementation(() => {});
	run();
	expect(logger.error).toHaveBeenCalledTimes(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`,
		'logger.ts': `import pino from 'pino';
export const logger = pino({ level: 'info' });`,
	});
});

describe('collected output', () => {
	flags('lines that a replaced console collects', `it('logs', async () => {
	const lines = [];
	const original = console.log;
	console.log = line => { lines.push(line); };
	try { run(); } finally { console.log = original; }
	expect(lines).toEqual(['one', 'two']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);
	flags('lines that a stand-in of the spy collects', `it('logs', async () => {
	const lines = [];
	jest.spyOn(console, 'log').mockImplementation(line => lines.push(line));
	run();
	expect(lines).toEqual(['one', 'two']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(lines).toHaveLength(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(lines.join('\\n')).toMatchInlineSnapshot(\`one\`);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);
	flags('what a replaced process.stdout.write collects', `it('writes', async () => {
	let output = '';
	process.stdout.write = chunk => { output += chunk; return true; };
	run();
	expect(output).toBe('hello');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);
});

describe('collected lines that are picked by what they say', () => {
	const collecting = (pick: string, rest: string): string => `import { expect, test } from '@playwright/test';
test('warns', async ({ page }) => {
	const warnings = [];
	page.on('console', message => {
		if (message.type() !== 'warning') return;
		const text = message.text();
		${pick} warnings.push(text);
	});
	await page.goto('/');
	await page.click('#next');
	${rest}
});`;
	const exact = `expect(warnings).toEqual(['missing data']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await page.close();`.replace(/~+/, '~'.repeat(42));
	flags('all of one kind', collecting('', exact));
	allows('those with a text', collecting(`if (text.includes('missing'))`, exact.replace(/\n\t~.*/, '')));
	allows('those left by an early end', collecting('if (!/missing/.test(text)) return;', exact.replace(/\n\t~.*/, '')));
	allows('a claim that lets others be there', collecting('', `expect(warnings).toEqual(expect.arrayContaining(['missing data', 'old data']));`));
});

describe('the console that the program hands around', () => {
	allows('as a part of something else', {
		'a.test.ts': `import { expect, it } from 'vitest';
import { optionsOf } from './options';
it('has a name', async () => {
	await work();
	expect(optionsOf('a')).toMatchInlineSnapshot();
});`,
		'options.ts': `export function optionsOf(name) {
	return { name, logger: console.log.bind(console) };
}`,
	});
});

describe('child processes', () => {
	flags('what a command that failed has written, of the error that is caught', {
		'a.test.js': `const { run } = require('./run');
test('fails', async () => {
	try {
		await run('publish');
	} catch (error) {
		expect(error.stderr).toMatchInlineSnapshot('');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ run (run.js:2) → stderr
		expect(error.stderr.trim()).toBe('no');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	}
	await run('bump').catch(failure => {
		expect(failure.stderr).toBe('no');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	});
});`,
		'run.js': `const execa = require('execa');
exports.run = command => execa('node', ['cli.js', command]);`,
	});
	allows('other errors that are caught, and a part of what was written', `import { execa } from 'execa';
import { load } from './load';
test('fails', async () => {
	try {
		await execa('node', ['cli.js']);
	} catch (error) {
		expect(error.stderr).toContain('no');
		expect(error.exitCode).toBe(1);
	}
	try {
		await load();
	} catch (error) {
		expect(error.stderr).toBe('no');
	}
	await load().catch(error => { expect(error.stderr).toBe('no'); });
	await each(error => { expect(error.stderr).toBe('no'); });
});`);
	flags('standard error by execa', `import { execa } from 'execa';
it('warns', async () => {
	const { stderr } = await execa('node', ['cli.js']);
	expect(stderr).toBe('careful');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ execa.stderr
	expect(stderr).toMatchSnapshot();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);
	flags('standard error through a helper', {
		'cli.test.ts': `import { runCli } from './run-cli';
it('warns', async () => {
	const result = await runCli(['--old']);
	expect(result.stderr).toEqual('careful');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ runCli (run-cli.ts:3) → execa.stderr
});`,
		'run-cli.ts': `import { execa } from 'execa';
export function runCli(args: string[]) {
	return execa('node', ['cli.js', ...args], { reject: false });
}`,
	});
	flags('standard error gathered from events', `import { spawn } from 'node:child_process';
import { once } from 'node:events';
it('warns', async () => {
	const child = spawn('node', ['cli.js']);
	let stderr = '';
	child.stderr.on('data', chunk => { stderr += chunk; });
	await once(child, 'close');
	expect(stderr).toBe('careful');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);
	flags('standard error that a promise made by hand settles with', {
		'a.test.ts': `import { run } from './run';
it('warns', async () => {
	const { stdout, stderr } = await run(['--old']);
	expect(stdout).toBe('1');
	expect(stderr).toBe('careful');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	expect(stderr).toMatch(/careful/);
});`,
		'run.ts': `import { spawn } from 'node:child_process';
export function run(args) {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['cli.js', ...args]);
		let stdout = '';
		let stderr = '';
		child.stdout.on('data', data => { stdout += data; });
		child.stderr.on('data', data => { stderr += data.toString(); });
		child.on('error', reject);
		child.on('close', code => resolve({ code, stdout, stderr }));
	});
}`,
	});
	flags('chunks of standard error', `const { spawn } = require('child_process');
it('warns', async done => {
	const chunks = [];
	const child = spawn('node', ['cli.js']);
	child.stderr.on('data', chunk => chunks.push(chunk));
	child.on('close', () => {
		expect(chunks.length).toBe(1);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		expect(Buffer.concat(chunks).toString()).toBe('careful');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		done();
	});
});`);
	flags('standard error of exec', `const { exec } = require('node:child_process');
it('warns', async done => {
	exec('node cli.js', (error, stdout, stderr) => {
		expect(stderr).toBe('careful');
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
		done();
	});
});`);
	flags('standard error of spawnSync', `import { spawnSync } from 'node:child_process';
it('warns', async () => {
	const { stderr } = spawnSync('node', ['cli.js'], { encoding: 'utf8' });
	expect(stderr.trim()).toBe('careful');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});`);
	allows('standard output, the answer of the program', `import { execa } from 'execa';
import { execSync } from 'node:child_process';
it('answers', async () => {
	const { stdout } = await execa('node', ['cli.js']);
	expect(stdout).toBe('3');
	expect(execSync('node cli.js').toString()).toBe('3');
});`);
	allows('no standard error', `import { execa } from 'execa';
it('is quiet', async () => {
	const { stderr } = await execa('node', ['cli.js']);
	expect(stderr).toBe('');
	expect(stderr.length).toBe(0);
	expect(stderr).toHaveLength(0);
});`);
	allows('what standard error contains', `import { execa } from 'execa';
it('warns', async () => {
	const { stderr } = await execa('node', ['cli.js']);
	expect(stderr).toContain('careful');
	expect(stderr).toMatch(/careful/);
	expect(stderr.includes('careful')).toBe(true);
	expect(stderr).toEqual(expect.stringContaining('careful'));
	expect(stderr).not.toBe('fine');
});`);
	allows('the lines that the test looks for', `import { execa } from 'execa';
it('warns', async () => {
	const { stderr } = await execa('node', ['cli.js']);
	expect(stderr.split('\\n').filter(line => line.startsWith('warning'))).toEqual(['warning: careful']);
	expect(stderr.split('\\n').find(line => line.startsWith('warning'))).toBe('warning: careful');
	expect(/warning: (.*)/.exec(stderr)[1]).toBe('careful');
	expect(stderr.match(/warning/g)).toHaveLength(1);
});`);
	allows('an exit code', `import { execa } from 'execa';
it('fails', async () => {
	const result = await execa('node', ['cli.js'], { reject: false });
	expect(result.exitCode).toBe(1);
});`);
});

describe('silences', () => {
	allows('that a message was logged', `it('logs', async () => {
	const log = jest.spyOn(console, 'log').mockImplementation(() => {});
	run();
	expect(log).toHaveBeenCalled();
	expect(log).toHaveBeenCalledWith('hello');
	expect(log).toHaveBeenCalledWith(expect.stringMatching(/hello/));
	expect(log.mock.calls).toContainEqual(['hello']);
	expect(log.mock.calls.flat().join(' ')).toMatch(/hello/);
	expect(log.mock.calls.some(([text]) => text === 'hello')).toBe(true);
});`);
	allows('that nothing was logged', `it('is quiet', async () => {
	const warn = jest.spyOn(console, 'warn');
	run();
	expect(warn).not.toHaveBeenCalled();
	expect(warn).toHaveBeenCalledTimes(0);
	expect(warn.mock.calls).toEqual([]);
	expect(warn.mock.calls).toHaveLength(0);
	expect(warn.mock.calls.length).toBe(0);
});`);
	allows('that nothing was logged, by sinon', `import sinon from 'sinon';
import { expect } from 'chai';
it('is quiet', async () => {
	const warn = sinon.stub(console, 'warn');
	run();
	expect(warn.called).to.be.false;
	expect(warn.callCount).to.equal(0);
	expect(warn).to.not.have.been.called;
	sinon.assert.notCalled(warn);
	sinon.assert.calledWith(warn, 'hello');
});`);
	allows('a logger that the test made for itself', `it('logs', async () => {
	const logger = { info: jest.fn(), error: jest.fn() };
	run({ logger });
	expect(logger.info).toHaveBeenCalledTimes(1);
	expect(logger.info.mock.calls).toEqual([['hello']]);
});`);
	allows('a spy on the test\'s own object', `it('logs', async () => {
	const logger = { info() {} };
	const info = jest.spyOn(logger, 'info');
	run(logger);
	expect(info).toHaveBeenCalledTimes(1);
});`);
	allows('a pino with a destination of its own', `import pino from 'pino';
import { Writable } from 'node:stream';
it('logs', async () => {
	const lines = [];
	const stream = new Writable({ write(chunk, encoding, next) { lines.push(chunk.toString()); next(); } });
	const logger = pino({}, stream);
	logger.info('hello');
	expect(lines).toHaveLength(1);
	const info = jest.spyOn(logger, 'info');
	run(logger);
	expect(info).toHaveBeenCalledTimes(1);
});`);
	allows('a winston with a transport of its own', `import winston from 'winston';
import { PassThrough } from 'node:stream';
it('logs', async () => {
	const stream = new PassThrough();
	const logger = winston.createLogger({ transports: [new winston.transports.Stream({ stream })] });
	const info = jest.spyOn(logger, 'info');
	run(logger);
	expect(info).toHaveBeenCalledTimes(1);
});`);
	allows('a logger module that the test replaces', {
		'a.test.ts': `import { logger } from './logger';
jest.mock('./logger', () => ({ logger: { info: jest.fn() } }));
it('logs', async () => {
	run();
	expect(logger.info).toHaveBeenCalledTimes(1);
});`,
		'logger.ts': `import winston from 'winston';
export const logger = winston.createLogger();`,
	});
	allows('mocks of the unit', `it('calls', async () => {
	const send = jest.fn();
	run(send);
	expect(send).toHaveBeenCalledTimes(2);
	const save = jest.spyOn(store, 'save');
	expect(save).toHaveBeenCalledTimes(1);
});`);
	allows('what a logger is set to', `it('has a level', async () => {
	expect(console).toBeDefined();
	expect(process.stdout.isTTY).toBe(false);
	expect(typeof console.log).toBe('function');
});`);
	allows('a claim about one line where it is handed over', `it('logs', async () => {
	const log = console.log;
	console.log = line => {
		expect(line).toBe('hello');
		console.log = log;
	};
	run();
	jest.spyOn(console, 'warn').mockImplementation(line => expect(line).toBe('careful'));
	run();
});`);
	allows('a claim that is tried again', `it('warns', async () => {
	const warn = vi.spyOn(console, 'warn');
	await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(1));
});`);
});

describe('suggestions', () => {
	const contain = 'Look for it among all that is written.';
	const called = 'Ask whether it was called, and not how often.';
	const calledWith = 'Ask whether it was called with this, and not in which place.';
	const mended = (title: string, head: string, before: string, mends: Readonly<Record<string, string>>): void => {
		const file = (body: string): string => `${head}\nit('x', async () => {\n${body}\n});`;
		const outputs = Object.fromEntries(Object.entries(mends).map(([text, after]) => [text, file(`\t${after};`)]));
		flags(title, file(`\t${before};\n\t${'~'.repeat(before.length)}`), { mends: outputs });
	};
	const run = `import { execa } from 'execa';\nconst { stderr } = await execa('node', ['cli.js']);`;
	const spied = `const warn = jest.spyOn(console, 'warn');`;

	mended('a text', run, `expect(stderr).toBe('careful')`, { [contain]: `expect(stderr).toContain('careful')` });
	mended('a template', run, 'expect(stderr.trim()).toEqual(`careful ${1}`)', { [contain]: 'expect(stderr.trim()).toContain(`careful ${1}`)' });
	mended('a text in chai', run, `expect(stderr).to.equal('careful')`, { [contain]: `expect(stderr).to.contain('careful')` });
	mended('a list of calls', spied, `expect(warn.mock.calls).toEqual([['a'], ['b']])`, { [contain]: `expect(warn.mock.calls).toEqual(expect.arrayContaining([['a'], ['b']]))` });
	mended('a count', spied, `expect(warn).toHaveBeenCalledTimes(2)`, { [called]: `expect(warn).toHaveBeenCalled()` });
	mended('one call', spied, `expect(warn).toHaveBeenCalledOnce()`, { [called]: `expect(warn).toHaveBeenCalled()` });
	mended('the last call', spied, `expect(warn).toHaveBeenLastCalledWith('a', 1)`, { [calledWith]: `expect(warn).toHaveBeenCalledWith('a', 1)` });
	mended('a call by its number', spied, `expect(warn).toHaveBeenNthCalledWith(2, 'a', 1)`, { [calledWith]: `expect(warn).toHaveBeenCalledWith('a', 1)` });
});

describe('loggers that the program wrote for itself', () => {
	const logger = `class Logger {
	error(message: string) {
		process.stderr.write(message);
	}
	info(...words: string[]) {
		console.log('info', ...words);
	}
}
export const logger = new Logger();`;

	flags('the count of calls of a shared one', {
		'a.test.ts': `import { expect, test, vi } from 'vitest';
import { logger } from './logger';
test('warns', async () => {
	const error = vi.spyOn(logger, 'error').mockImplementation(() => {});
	expect(error).toHaveBeenCalledTimes(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (error (logger.ts:2) → process.stderr.write)
});`,
		'logger.ts': logger,
	});

	flags('a method of an object, stubbed with sinon', {
		'a.test.js': `import sinon from 'sinon';
import { expect } from 'chai';
import log from './log.js';
it('warns', async () => {
	const stub = sinon.stub(log, 'warn');
	expect(stub.calledOnce).to.be.true;
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ (warn (log.js:1) → console.warn)
});`,
		'log.js': `export default { warn(...words) { console.warn(...words); }, error(...words) { console.error(...words); } };`,
	});

	allows('that it was called, that it was not, one that is mocked, and what prints but is no logger', {
		'a.test.ts': `import { expect, test, vi } from 'vitest';
import { program } from './program';
import { logger } from './logger';
import { logger as mocked } from './mocked';
vi.mock('./mocked');
test('warns', async () => {
	const error = vi.spyOn(logger, 'error').mockImplementation(() => {});
	const help = vi.spyOn(program, 'help');
	expect(error).toHaveBeenCalledWith('gone');
	expect(help).toHaveBeenCalledTimes(1);
	expect(mocked.error).toHaveBeenCalledTimes(1);
});
test('is silent', async () => {
	const error = vi.spyOn(logger, 'error').mockImplementation(() => {});
	expect(error).not.toHaveBeenCalled();
});`,
		'logger.ts': logger,
		'mocked.ts': logger,
		'program.ts': `export const program = { help(name: string) { console.log('usage: ' + name); }, run() {} };`,
	});
});

describe('durations in the output', () => {
	flags('one that is written down, and digits too few', `import { execa } from 'execa';
test('builds', async () => {
	const { stdout } = await execa('tool', ['build']);
	expect(stdout).toContain('built in 12ms');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ expects built in 12ms
	expect(stdout).toMatch(/finished in \\dms/);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ tells how long something took
	expect(stdout).toMatchInlineSnapshot(\`"ok (3 ms)"\`);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ expects (3 ms)
});`);

	allows('patterns for any duration, limits that somebody chose, and texts that are no output', `import { execa } from 'execa';
import { format } from './format';
test('builds', async () => {
	const { stdout } = await execa('tool', ['build']);
	expect(stdout).toMatch(/built in \\d+(\\.\\d+)?m?s/);
	expect(stdout).toContain('timed out after 100ms');
	expect(stdout).toContain('passed: retrying in 2s');
	expect(stdout).toContain('12 messages');
	expect(format(12)).toBe('built in 12ms');
	expect(format(3)).toMatch(/\\dms/);
});`);
});

describe('listeners that count', () => {
	flags('warnings of the process, and lines of a replaced console', `import { run } from 'library';
test('warns once', async () => {
	let warnings = 0;
	process.on('warning', () => {
		warnings++;
	});
	await run();
	expect(warnings).toBe(1);
	~~~~~~~~~~~~~~~~~~~~~~~~ (process.on)
});
test('logs twice', async () => {
	let lines = 0;
	console.log = () => {
		lines += 1;
	};
	await run();
	expect(lines).toBe(2);
	~~~~~~~~~~~~~~~~~~~~~ (console.log)
});`);

	allows('that nothing came, at least one, and what else is counted', `import { run } from 'library';
test('warns', async () => {
	let warnings = 0;
	let calls = 0;
	process.on('warning', () => {
		warnings++;
	});
	await run(() => {
		calls++;
	});
	expect(warnings).toBe(0);
	expect(warnings).toBeGreaterThan(0);
	expect(calls).toBe(1);
});`);
});

describe('a test that never waits', () => {
	const file = (async: string): string => `
import { beforeEach, expect, test, vi } from 'vitest';
import { warn } from './warn';
beforeEach(() => {
	vi.spyOn(console, 'warn').mockImplementation(() => {});
});
test('a', ${async}() => {
	warn('a');
	expect(console.warn).toHaveBeenCalledTimes(1);
${async === '' ? '' : '\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n'}});
`;
	allows('alone writes what its spies see', file(''));
	flags('is reported where it is asked for', file('').replace('toHaveBeenCalledTimes(1);', 'toHaveBeenCalledTimes(1);\n\t~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~'), { options: { synchronous: true } });
	flags('is not one that others can run beside', file('async ').replace("warn('a');", "await warn('a');"));
	flags('may run a child, which writes what it likes', `
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
test('a', () => {
	const { stderr } = spawnSync('node', ['a.js'], { encoding: 'utf8' });
	expect(stderr).toBe('warning');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
});
`);

	allows('another property of an object that holds a logger', {
		'test/service.test.ts': `
import { expect, test } from 'vitest';
import { settingsOf } from '../src/service';
test('a', () => {
	const settings = { logger: console.log.bind(console) };
	expect(settings.level).toEqual('debug');
	expect(settingsOf({ id: 'own' }).id).toEqual('own');
});`,
		'src/service.ts': `const defaults = { execute: true, logger: console.log.bind(console) };
export const settingsOf = (options = defaults) => ({ ...defaults, ...options });`,
	}, { options: { synchronous: true } });
});

describe('spies that are put in the place of what writes', () => {
	flags('one under a name', `import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { run } from './run';
const original = console.warn;
const warn = vi.fn();
beforeEach(() => { console.warn = warn; });
afterEach(() => { console.warn = original; });
test('warns', async () => {
	await run();
	expect(warn).toHaveBeenCalledTimes(1);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Any code can write to this output (console.warn)
	expect(warn.mock.calls[0][0]).toBe('late');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Any code can write to this output (console.warn)
	expect(warn).toHaveBeenCalledWith('late');
});`);

	flags('one that is made on the spot, in a test of its own', `const sinon = require('sinon');
const { expect } = require('chai');
it('prints', async () => {
	const write = process.stdout.write = sinon.stub();
	await run();
	expect(write.callCount).to.equal(2);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Any code can write to this output (process.stdout.write)
});`);

	flags('one that gathers what it is handed', `import { expect, test, vi } from 'vitest';
import { run } from './run';
let output = '';
const store = (line: string) => { output += line; };
test('prints', async () => {
	console.log = vi.fn(store);
	await run();
	expect(output).toBe('done');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~ Any code can write to this output (console)
});`);

	flags('a function under a name that gathers', `const lines = [];
const keep = line => lines.push(line);
it('prints', async () => {
	process.stderr.write = keep;
	await run();
	expect(lines).toEqual(['done']);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Any code can write to this output (stderr)
});`);

	allows('a spy that is put elsewhere, one that is nowhere, and what another function makes of one', `import { expect, test, vi } from 'vitest';
import { run, wrap } from './run';
const save = vi.fn();
const own = vi.fn();
const store = { save: () => {} };
const lines: string[] = [];
const keep = (line: string) => { lines.push(line); };
test('saves', async () => {
	store.save = save;
	globalThis.fetch = vi.fn(keep);
	console.log = wrap(own);
	await run(own);
	expect(save).toHaveBeenCalledTimes(1);
	expect(own).toHaveBeenCalledTimes(1);
	expect(lines).toEqual(['done']);
});`);
});

describe('a list of matchers', () => {
	const logged = (claim: string): string => `
import { expect, test } from 'vitest';
import { save } from './save';
test('logs', async () => {
	const log = console.log;
	const lines: string[][] = [];
	console.log = (...args) => { lines.push(args.map(arg => arg.trim())); };
	try {
		await save();
		${claim}
	} finally {
		console.log = log;
	}
});
`;

	flags('that stand for one line each', logged(`expect(lines).toEqual([[expect.stringContaining('saved')]]);
		~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));

	allows('that may stand anywhere', logged(`expect(lines).toEqual(expect.arrayContaining([[expect.stringContaining('saved')]]));`));
});

describe('the calls of a spy', () => {
	const spied = (claim: string): string => `it('warns', async () => {
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
	await run();
	${claim}
});`;

	for (const claim of [
		'expect(warn).toHaveBeenCalledTimes(1);',
		`expect(warn).toHaveBeenNthCalledWith(1, 'old');`,
		`expect(warn.mock.calls[0][0]).toBe('old');`,
		`expect(warn.mock.calls.length).toBe(1);`,
		`expect(warn.mock.lastCall).toEqual(['old']);`,
	]) {
		plain.allows(`${claim}, where nobody asks for it`, spied(claim));
		flags(`${claim}, with the option`, spied(`${claim}\n\t${'~'.repeat(claim.length - 1)}`));
	}

	plain.allows('one of them by its place, where nobody asks for it, whatever else stands on the way', `const sinon = require('sinon');
const { expect } = require('chai');
it('warns', async () => {
	const warn = sinon.stub(console, 'warn');
	sinon.stub(console, 'log');
	await run();
	expect(warn.firstCall.args).to.deep.equal(['old']);
	expect(warn.getCall(1).args[0].trim()).to.equal('old');
	expect(console.log.args[0][0]).to.equal('new');
});`);
	plain.flags('all of them', spied(`expect(warn.mock.calls).toEqual([['old']]);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));
	plain.flags('what all of them say, in a snapshot', spied(`expect(warn.mock.calls.map(([line]) => line)).toMatchInlineSnapshot();
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`));
});

describe('nothing at all', () => {
	const files = `import { expect, test, vi } from 'vitest';
import { execa } from 'execa';
import { run } from '../src/run';

test('is quiet', async () => {
	const error = vi.spyOn(console, 'error').mockImplementation(() => {});
	await run();
	expect(error).not.toHaveBeenCalled();
	expect(error).toHaveBeenCalledTimes(0);
	expect(error.mock.calls).toEqual([]);
	const { stderr } = await execa('node', ['bin/tool.js']);
	expect(stderr).toBe('');
	expect(stderr).not.toContain('failed');
	expect(error).not.toHaveBeenCalledWith('failed');
	const ask = vi.fn();
	expect(ask).not.toHaveBeenCalled();
});`;
	const underlined = (text: string): string => text.replaceAll(/^\texpect\((?:error(?:\)\.not\.toHaveBeenCalled\(\)|\)\.toHaveBeenCalledTimes|\.mock)|stderr\)\.toBe).*$/gm, line => `${line}\n\t${'~'.repeat(line.length - 2)}`);

	allows('unless it is asked for', files);
	flags('where it is asked for, and not that one line or call is not there', underlined(files), { options: { absence: true } });
});

describe('the standard output of a child process', () => {
	const files = `import { expect, test } from 'vitest';
import { execa } from 'execa';
import { execSync } from 'node:child_process';

test('prints', async () => {
	const { stdout } = await execa('node', ['bin/tool.js']);
	expect(stdout).toBe('hello');
	expect(stdout.split('\\n')).toHaveLength(3);
	expect(stdout).toMatchInlineSnapshot();
	expect(stdout).toContain('hello');
	expect(execSync('node bin/tool.js').toString()).toBe('hello');
});`;
	const underlined = (text: string): string => text.replaceAll(/^\texpect\(.*(?:toBe\('|toHaveLength|Snapshot).*$/gm, line => `${line}\n\t${'~'.repeat(line.length - 2)}`);

	allows('unless it is asked for', files);
	flags('where it is asked for', underlined(files), { options: { answers: true } });
});
