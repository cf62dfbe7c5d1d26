import { earlyReturn, functionExpression, namedBody, rethrow, tryFinally } from './bodies.ts';
import type { Change } from './change.ts';
import { alias, namespace, reExport, required } from './imports.ts';
import { loop, outerSuite, suiteFunction } from './suites.ts';
import { claimedConstant, expectedConstant, literalConstant, template } from './values.ts';
import { declaredFirst, destructured, objectField, objectProperty } from './variables.ts';
import { promiseConstant, promiseList, resultConstant, stepFunction } from './waits.ts';

/** Each kind of change by the name that the command knows it by. */
export const allChanges: Readonly<Record<string, Change>> = {
	'suite-function': suiteFunction,
	'outer-suite': outerSuite,
	loop,
	'try-finally': tryFinally,
	rethrow,
	'early-return': earlyReturn,
	'function-expression': functionExpression,
	'named-body': namedBody,
	require: required,
	namespace,
	alias,
	're-export': reExport,
	'declared-first': declaredFirst,
	'object-field': objectField,
	'object-property': objectProperty,
	destructured,
	'literal-constant': literalConstant,
	template,
	'claimed-constant': claimedConstant,
	'expected-constant': expectedConstant,
	'promise-constant': promiseConstant,
	'result-constant': resultConstant,
	'promise-list': promiseList,
	'step-function': stepFunction,
};
