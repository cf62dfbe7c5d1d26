import type { AssertionLibrary, MatcherRow } from './row.ts';

/** https://www.chaijs.com/plugins/sinon-chai/ */
export const sinonChaiMatchers: readonly MatcherRow[] = [
	{ matcher: 'called', relation: 'called', property: true },
	{ matcher: 'calledOnce', relation: 'called-times', is: 1, property: true },
	{ matcher: 'calledTwice', relation: 'called-times', is: 2, property: true },
	{ matcher: 'calledThrice', relation: 'called-times', is: 3, property: true },
	{ matcher: 'callCount', relation: 'called-times', expected: 0 },
	{ matcher: ['calledWith', 'calledWithExactly', 'calledWithMatch', 'calledOnceWith', 'calledOnceWithExactly', 'calledOnceWithMatch'], relation: 'called-with', rest: 0 },
	{ matcher: ['calledBefore', 'calledAfter', 'calledImmediatelyBefore', 'calledImmediatelyAfter', 'calledOn', 'returned', 'thrown'], relation: 'other', expected: 0 },
	{ matcher: 'calledWithNew', relation: 'other', property: true },
];

/** What is asserted of spies; `sinon.assert.expose` gives them to another object as well. */
export const spyAssertions: readonly MatcherRow[] = [
	{ matcher: 'called', relation: 'called' },
	{ matcher: 'notCalled', relation: 'called', negated: true },
	{ matcher: 'calledOnce', relation: 'called-times', is: 1 },
	{ matcher: 'calledTwice', relation: 'called-times', is: 2 },
	{ matcher: 'calledThrice', relation: 'called-times', is: 3 },
	{ matcher: 'callCount', relation: 'called-times', expected: 1 },
	{
		matcher: [
			'calledWith',
			'alwaysCalledWith',
			'calledWithExactly',
			'alwaysCalledWithExactly',
			'calledWithMatch',
			'alwaysCalledWithMatch',
			'calledOnceWithExactly',
			'calledOnceWithMatch',
		],
		relation: 'called-with',
		rest: 1,
	},
	{ matcher: ['neverCalledWith', 'neverCalledWithMatch'], relation: 'called-with', rest: 1, negated: true },
	{ matcher: ['callOrder', 'calledOn', 'alwaysCalledOn', 'calledWithNew', 'threw', 'alwaysThrew'], relation: 'other', expected: 1 },
];

export const sinonAssert: AssertionLibrary = {
	name: 'sinon assert',
	see: 'https://sinonjs.org/releases/latest/assertions/',
	entries: [
		{ kind: 'members', from: 'sinon', path: 'assert' },
		{ kind: 'members', from: 'sinon', path: '{createSandbox,sandbox}().assert' },
		{ kind: 'members', from: 'sinon', path: 'sandbox.create().assert' },
		{ kind: 'members', from: 'global', path: 'sinon.assert' },
	],
	matchers: [...spyAssertions, { matcher: 'match', relation: 'includes-structure', expected: 1 }],
};
