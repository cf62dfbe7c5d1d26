import type { SpyRow } from './row.ts';

const jest = 'https://jestjs.io/docs/mock-function-api';
const node = 'https://nodejs.org/api/test.html#class-mockfunctioncontext';
const sinon = 'https://sinonjs.org/releases/latest/spies/';
const jasmine = 'https://jasmine.github.io/api/edge/Spy_calls.html';
const std = 'https://jsr.io/@std/testing/doc/mock';
const stdPackages: readonly string[] = ['@std/testing/mock', 'jsr:@std/testing/mock'];

export const spyRows: readonly SpyRow[] = [
	{ path: 'mock.calls.length', tells: 'count', see: jest },
	{ path: 'mock.results.length', tells: 'count', see: jest },
	{ path: 'mock.calls', tells: 'calls', see: jest },
	{ path: 'mock.results', tells: 'calls', see: jest },
	{ path: 'mock.lastCall', tells: 'nth', see: jest },
	{ path: 'mock.callCount()', tells: 'count', see: node },
	{ path: 'callCount', tells: 'count', see: sinon },
	{ path: 'called', tells: 'called', see: sinon },
	{ path: 'notCalled', tells: 'called', negated: true, see: sinon },
	{ path: 'calledOnce', tells: 'called-times', times: 1, see: sinon },
	{ path: 'calledTwice', tells: 'called-times', times: 2, see: sinon },
	{ path: 'calledThrice', tells: 'called-times', times: 3, see: sinon },
	{ path: '{calledWith,calledWithExactly,calledWithMatch,calledOnceWith,calledOnceWithExactly,alwaysCalledWith}()', tells: 'called-with', see: sinon },
	{ path: '{neverCalledWith,neverCalledWithMatch}()', tells: 'called-with', negated: true, see: sinon },
	{ path: '{firstCall,secondCall,thirdCall,lastCall}', tells: 'nth', see: sinon },
	{ path: 'getCall()', tells: 'nth', see: sinon },
	{ path: 'getCalls().length', tells: 'count', see: sinon },
	{ path: 'getCalls()', tells: 'calls', see: sinon },
	{ path: 'args', tells: 'calls', from: ['sinon'], see: sinon },
	{ path: 'args.length', tells: 'count', from: ['sinon'], see: sinon },
	{ path: 'calls.count()', tells: 'count', see: jasmine },
	{ path: 'calls.any()', tells: 'called', see: jasmine },
	{ path: 'calls.{all,allArgs}()', tells: 'calls', see: jasmine },
	{ path: 'calls.{first,mostRecent,argsFor,thisFor}()', tells: 'nth', see: jasmine },
	{ path: 'calls', tells: 'calls', from: stdPackages, see: std },
	{ path: 'calls.length', tells: 'count', from: stdPackages, see: std },
];
