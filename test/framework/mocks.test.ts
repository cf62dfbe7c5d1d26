import { describe, expect, it } from 'vitest';

import type { Origin, Step } from '../../src/provenance/model.ts';
import { manifest, open } from './reading.ts';

const jest = { 'package.json': manifest({ devDependencies: { jest: '^30.0.0' } }), 'api.js': 'export const load = () => 1; export const save = () => 2;', 'subject.js': `import { load } from './api'; export const run = () => load();` };
const test = `it('a', () => { HERE; });`;

describe('modules that are replaced', () => {
	it.each<readonly [string, string, { readonly whole: boolean; readonly load: boolean }]>([
		['nothing', '', { whole: false, load: false }],
		['jest.mock', `jest.mock('./api');`, { whole: true, load: true }],
		['jest.mock with a factory', `jest.mock('./api', () => ({ load: () => 3 }));`, { whole: true, load: true }],
		['jest.mock of a part', `jest.mock('./api', () => ({ ...jest.requireActual('./api'), load: jest.fn() }));`, { whole: false, load: true }],
		['jest.mock of another part', `jest.mock('./api', () => ({ ...jest.requireActual('./api'), save: jest.fn() }));`, { whole: false, load: false }],
		['jest.mock of a part of the default', `jest.mock('./api', () => ({ __esModule: true, default: { ...jest.requireActual('./api'), load: jest.fn() } }));`, { whole: false, load: true }],
		['jest.mock inside a test', `it('b', () => { jest.doMock('./api'); });`, { whole: true, load: true }],
		['jest.mock of another module', `jest.mock('./other');`, { whole: false, load: false }],
		['jest.unmock', `jest.mock('./api'); jest.unmock('./api');`, { whole: false, load: false }],
		['jest.unstable_mockModule', `jest.unstable_mockModule('./api.js', () => ({ load: () => 1 }));`, { whole: true, load: true }],
		['jest.mock by import', `import { jest as j } from '@jest/globals'; j.mock('./api');`, { whole: true, load: true }],
		['vi.mock', `import { vi } from 'vitest'; vi.mock('./api.js');`, { whole: true, load: true }],
		['vi.mock of an import', `import { vi } from 'vitest'; vi.mock(import('./api.js'), () => ({ load: () => 1 }));`, { whole: true, load: true }],
		['vi.mock of a part', `import { vi } from 'vitest'; vi.mock('./api.js', async importOriginal => { const real = await importOriginal(); return { ...real, load: vi.fn() } });`, { whole: false, load: true }],
		['vi.mock that spies', `import { vi } from 'vitest'; vi.mock('./api.js', { spy: true });`, { whole: false, load: false }],
		['vi.doMock', `import { vi } from 'vitest'; it('b', () => { vi.doMock('./api.js') });`, { whole: true, load: true }],
		['mock.module of node:test', `import { mock } from 'node:test'; mock.module('./api.js', { namedExports: { load() {} } });`, { whole: true, load: true }],
		['mock.module of a test context', `import nodeTest from 'node:test'; nodeTest('b', t => { t.mock.module('./api.js') });`, { whole: true, load: true }],
		['mock.module of Bun', `import { mock } from 'bun:test'; mock.module('./api', () => ({ load: () => 1 }));`, { whole: true, load: true }],
		['proxyquire', `const proxyquire = require('proxyquire'); proxyquire('./subject', { './api': { load: () => 1 } });`, { whole: false, load: true }],
		['proxyquire without the rest', `const proxyquire = require('proxyquire').noCallThru(); proxyquire('./subject', { './api': { load: () => 1, '@noCallThru': true } });`, { whole: true, load: true }],
		['proxyquire of another export', `const proxyquire = require('proxyquire'); proxyquire('./subject', { './api': { save: () => 1 } });`, { whole: false, load: false }],
		['esmock', `import esmock from 'esmock'; it('b', async () => { await esmock('./subject.js', { './api.js': { load: () => 1 } }) });`, { whole: false, load: true }],
		['testdouble', `const td = require('testdouble'); td.replace('./api');`, { whole: true, load: true }],
		['testdouble for modules', `import * as td from 'testdouble'; it('b', async () => { await td.replaceEsm('./api.js', { load() {} }) });`, { whole: true, load: true }],
		['quibble', `const quibble = require('quibble'); quibble('./api', {});`, { whole: true, load: true }],
		['mock-require', `const mock = require('mock-require'); mock('./api', {});`, { whole: true, load: true }],
		['mockery', `const mockery = require('mockery'); mockery.registerMock('./api', {});`, { whole: true, load: true }],
		['tap', `const t = require('tap'); t.test('b', t => { t.mockRequire('./subject', { './api': { load() {} } }) });`, { whole: false, load: true }],
		['a local jest', `const jest = { mock() {} }; jest.mock('./api');`, { whole: false, load: false }],
	])('%s', (_, text, { whole, load }) => {
		const { model, project, module } = open({ 'a.test.js': `${text}\n${test}`, ...jest });
		const resolution = project.resolve('./api', module.file);
		expect({ whole: model.isMocked(resolution), load: model.isMocked(resolution, 'load') }).toEqual({ whole, load });
		expect(model.isReplaced('./api', module)).toBe(whole);
	});

	it('knows packages', () => {
		const { model, module } = open({ 'a.test.js': `jest.mock('axios'); jest.mock('node:fs'); ${test}`, ...jest });
		expect(['axios', 'fs', 'node:fs', 'got'].map(source => model.isReplaced(source, module))).toEqual([true, true, true, false]);
	});

	it('knows what a loader of the tests gives for a package', () => {
		const loader = (name: string): string => `const Module = require('module'); const load = Module._load; function answer() { ${name} = (request, parent) => { if (request === 'dgram') return { createSocket: () => ({}) }; if (request === 'net') return load(request, parent); if (parent === 'http') { return {}; } return load(request, parent); }; }`;
		const replaced = (text: string): readonly boolean[] => {
			const { model, module } = open({ 'a.test.js': `${text} ${test}`, ...jest });
			return ['dgram', 'node:dgram', 'net', 'http'].map(source => model.isReplaced(source, module));
		};
		expect(replaced(loader('Module._load'))).toEqual([true, true, false, false]);
		expect(replaced(loader('Module.prototype.require'))).toEqual([true, true, false, false]);
		expect(replaced(loader('other._load'))).toEqual([false, false, false, false]);
		expect(replaced(loader('Module.other'))).toEqual([false, false, false, false]);
	});

	it.each([
		['automock', `automock: true`, './api', true],
		['automock, but not packages', `automock: true`, 'axios', false],
		['a map to a stand-in', `moduleNameMapper: { '^db$': '<rootDir>/test/__mocks__/db.js' }`, 'db', true],
		['a map to a package of stand-ins', `moduleNameMapper: { '\\\\.css$': 'identity-obj-proxy' }`, './a.css', true],
		['a map to the sources', `moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' }`, '@/api', false],
		['a map that is no pattern', `moduleNameMapper: { '(': './mocks/x.js' }`, '(', true],
	])('knows what the configuration replaces: %s', (_, config, source, expected) => {
		const { model, module } = open({ 'a.test.js': test, ...jest, 'jest.config.js': `module.exports = { ${config} };` });
		expect(model.isReplaced(source, module)).toBe(expected);
	});

	it('knows what a setup file replaces', () => {
		const { model, module } = open({ 'a.test.js': test, ...jest, 'jest.config.js': `module.exports = { setupFiles: ['./setup.js'] };`, 'setup.js': `jest.mock('./api');` });
		expect(model.isReplaced('./api', module)).toBe(true);
	});
});

const property = (name: string): Step => ({ kind: 'property', name });
const api = (...names: readonly string[]): Origin => ({ from: 'global', steps: names.map(property) });

describe('functions that are replaced', () => {
	it.each<readonly [string, string, boolean]>([
		['nothing', '', false],
		['jest.spyOn', `jest.spyOn(Math, 'random').mockReturnValue(0.5);`, true],
		['jest.spyOn that calls through', `jest.spyOn(Math, 'random');`, false],
		['jest.spyOn with an implementation, later', `const spy = jest.spyOn(Math, 'random'); spy.mockImplementation(() => 1);`, true],
		['jest.spyOn, restored', `jest.spyOn(Math, 'random').mockReturnValue(0.5); jest.restoreAllMocks();`, false],
		['jest.spyOn of another', `jest.spyOn(Math, 'round').mockReturnValue(0.5);`, false],
		['jest.spyOn on a global object', `jest.spyOn(global.Math, 'random').mockReturnValueOnce(0.5);`, true],
		['jest.replaceProperty', `jest.replaceProperty(Math, 'random', () => 1);`, true],
		['an assignment', `Math.random = () => 0.5;`, true],
		['an assignment of a mock', `Math.random = jest.fn();`, true],
		['an assignment of no function', `Math.random = undefined;`, false],
		['sinon.stub', `import sinon from 'sinon'; sinon.stub(Math, 'random').returns(1);`, true],
		['sinon.stub of the whole object', `import sinon from 'sinon'; sinon.stub(Math);`, true],
		['sinon.stub that calls through', `import sinon from 'sinon'; sinon.stub(Math, 'random').callThrough();`, false],
		['sinon.stub, restored', `import sinon from 'sinon'; sinon.stub(Math, 'random'); sinon.restore();`, false],
		['a stub of a sandbox', `import sinon from 'sinon'; const box = sinon.createSandbox(); box.stub(Math, 'random');`, true],
		['sinon.replace', `import sinon from 'sinon'; sinon.replace(Math, 'random', () => 1);`, true],
		['node:test mock.method', `import { mock } from 'node:test'; mock.method(Math, 'random', () => 1);`, true],
		['node:test mock.method that calls through', `import { mock } from 'node:test'; mock.method(Math, 'random');`, false],
		['Deno stub', `import { stub } from '@std/testing/mock'; stub(Math, 'random', () => 1);`, true],
		['Bun spyOn', `import { spyOn } from 'bun:test'; spyOn(Math, 'random').mockReturnValue(1);`, true],
		['testdouble', `import td from 'testdouble'; td.replace(Math, 'random');`, true],
	])('%s', (_, text, expected) => {
		const [imports = ''] = /^import [^;]*;/.exec(text) ?? [];
		const { model, here } = open({ 'a.test.js': `${imports}\nit('a', () => { ${text.slice(imports.length)}\nHERE; });`, ...jest });
		expect(model.isStubbed(api('Math', 'random'), here.scope, here.position)).toBe(expected);
	});

	it.each([
		['luxon', `import { Settings } from 'luxon'; it('a', () => { Settings.now = () => 0; HERE; });`, { from: 'luxon', steps: [property('DateTime'), property('now')] }, true],
		['moment', `import moment from 'moment'; it('a', () => { moment.now = () => 0; HERE; });`, { from: 'moment', steps: [] }, true],
		['another property', `import { Settings } from 'luxon'; it('a', () => { Settings.later = () => 0; HERE; });`, { from: 'luxon', steps: [property('DateTime'), property('now')] }, false],
	] as const)('the clock of a date library: %s', (_, text, origin, expected) => {
		const { model, here } = open({ 'a.test.js': text, ...jest });
		expect(model.isStubbed(origin, here.scope, here.position)).toBe(expected);
	});

	it('Jasmine stubs by spying', () => {
		const jasmine = { 'package.json': manifest({ devDependencies: { jasmine: '5' } }) };
		const random = (text: string): boolean => {
			const { model, here } = open({ 'a.spec.js': `it('a', () => { ${text}\nHERE; });`, ...jasmine });
			return model.isStubbed(api('Math', 'random'), here.scope, here.position);
		};
		expect(random(`spyOn(Math, 'random');`)).toBe(true);
		expect(random(`spyOn(Math, 'random').and.returnValue(1);`)).toBe(true);
		expect(random(`spyOn(Math, 'random').and.callThrough();`)).toBe(false);
	});

	it.each<readonly [string, string, boolean]>([
		['a function of a namespace', `import * as api from './api'; it('a', () => { jest.spyOn(api, 'load').mockReturnValue(1); HERE; });`, true],
		['another function of a namespace', `import * as api from './api'; it('a', () => { jest.spyOn(api, 'save').mockReturnValue(1); HERE; });`, false],
		['in a hook', `import * as api from './api'; beforeEach(() => { jest.spyOn(api, 'load').mockReturnValue(1) }); it('a', () => { HERE; });`, true],
		['in a function of the project', `import { stubApi } from './stubs'; it('a', () => { stubApi(); HERE; });`, true],
		['afterwards', `import * as api from './api'; it('a', () => { HERE; jest.spyOn(api, 'load').mockReturnValue(1); });`, false],
	])('of the project: %s', (_, text, expected) => {
		const files = { 'a.test.js': text, ...jest, 'stubs.js': `import * as api from './api'; export function stubApi() { jest.spyOn(api, 'load').mockResolvedValue(1) }` };
		const { model, project, here } = open(files);
		const module = project.load('/project/api.js');
		const fact = module?.facts.functions.find(({ name }) => name === 'load') ?? module?.facts.functions[1];
		if (module === undefined || fact === undefined) throw new Error('api.js has no functions');
		expect(model.isStubbed({ module, fact }, here.scope, here.position)).toBe(expected);
	});

	it('finds methods of a class by its prototype', () => {
		const { model, module, here } = open({ 'a.test.js': `class Users { save() {} } it('a', () => { jest.spyOn(Users.prototype, 'save').mockReturnValue(1); HERE; });`, ...jest });
		const fact = module.facts.functions.find(({ name, form }) => name === 'save' || form === 'method');
		if (fact === undefined) throw new Error('there is no method');
		expect(model.isStubbed({ module, fact }, here.scope, here.position)).toBe(true);
	});
});

describe('random generators that are seeded', () => {
	const faker = { from: '@faker-js/faker', seededBy: ['faker.seed()', 'seed()'] };
	it.each<readonly [string, Record<string, string>, boolean]>([
		['never', { 'a.test.js': `import { faker } from '@faker-js/faker'; ${test}` }, false],
		['in the test', { 'a.test.js': `import { faker } from '@faker-js/faker'; it('a', () => { faker.seed(1); HERE; });` }, true],
		['after the place', { 'a.test.js': `import { faker } from '@faker-js/faker'; it('a', () => { HERE; faker.seed(1); });` }, false],
		['in a hook', { 'a.test.js': `import { faker } from '@faker-js/faker'; beforeEach(() => { faker.seed(1) }); ${test}` }, true],
		['at the top', { 'a.test.js': `import { faker } from '@faker-js/faker'; faker.seed(1); ${test}` }, true],
		['in another generator', { 'a.test.js': `import { faker } from './faker'; faker.seed(1); ${test}`, 'faker.js': `export const faker = { seed() {} };` }, false],
		['in a setup file', { 'a.test.js': test, 'jest.config.js': `module.exports = { setupFilesAfterEnv: ['./setup.js'] };`, 'setup.js': `const { faker } = require('@faker-js/faker'); faker.seed(123);` }, true],
	])('%s', (_, files, expected) => {
		const { model, here } = open({ ...files, ...jest });
		expect(model.isSeeded(faker, here.scope, here.position)).toBe(expected);
	});
});
