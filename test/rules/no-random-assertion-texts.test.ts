import { describe } from 'vitest';

import rule from '../../rules/no-random-assertion.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-random-assertion', rule);

const codes = {
	'codes.js': `const { randomBytes } = require('node:crypto');
exports.makeKey = size => {
	let bytes;
	let letters;
	if (typeof size === 'number') {
		bytes = Math.ceil(size / 2);
		letters = size;
	} else {
		bytes = 40;
		letters = 80;
	}
	return randomBytes(bytes).toString('hex').slice(0, letters);
};
exports.makeTag = (length, loud) => {
	if (!length) length = 5;
	let tag = randomBytes(20).toString('hex');
	tag = tag.slice(0, length);
	if (loud) tag = tag.toUpperCase();
	return tag;
};
exports.makeTail = last => {
	let tail = '';
	for (const each of [1, 2]) tail = randomBytes(each).toString('hex');
	if (last) tail = last;
	return tail;
};
let prefix = 'a';
exports.rename = name => { prefix = name; };
exports.makeName = () => prefix + randomBytes(2).toString('hex');
exports.makeId = (length = 9) => Math.random().toString(36).slice(2, 2 + length);
exports.makeHex = () => Math.random().toString(16).slice(2, 8);
`,
};

const asserting = (claim: string, mark = ''): string => `const { expect } = require('chai');
const { makeHex, makeId, makeKey, makeName, makeTag, makeTail } = require('./codes');
it('makes a text', () => {
	${claim}
	${mark}
});
`;

describe('a text that is made of a length which a branch gives', () => {
	for (const claim of [
		'expect(makeKey(8)).to.match(/[0-9][a-f]/);',
		'expect(makeKey(9)).to.match(/[a-f]/);',
		'expect(makeTag()).to.match(/[a-f]/);',
		'expect(makeTag(6, true)).to.match(/[A-F]/);',
		`expect(makeTag(6)).not.to.contain('ff');`,
	])
		flags(`in ${claim}`, { 'a.test.js': asserting(claim, underlined(claim)), ...codes });

	for (const claim of [
		'expect(makeKey()).to.match(/[0-9][a-f]/);',
		'expect(makeKey(8)).to.match(/^[0-9a-f]{8}$/);',
		'expect(makeTag(6, true)).to.match(/^[0-9A-F]{6}$/);',
		`expect(makeTag(6, true)).not.to.contain('f');`,
		'expect(makeTail()).to.match(/[a-f]/);',
		'expect(makeName()).to.match(/[b-f]/);',
	])
		allows(`in ${claim}`, { 'a.test.js': asserting(claim), ...codes });
});

describe('a fraction that is written in another base', () => {
	for (const claim of [
		`expect(makeId()).not.to.contain('sex');`,
		'expect(makeId()).to.match(/[0-9]/);',
		'expect(makeId()).to.have.lengthOf(9);',
		'expect(makeId(10)).to.match(/^[a-z0-9]{10}$/);',
		'expect(makeHex()).to.match(/[a-f]/);',
		`expect(makeHex()).not.to.contain('bad');`,
	])
		flags(`in ${claim}`, { 'a.test.js': asserting(claim, underlined(claim)), ...codes });

	for (const claim of [
		`expect(makeId()).not.to.contain('user');`,
		`expect(makeId()).not.to.contain('-');`,
		'expect(makeId()).to.match(/^[a-z0-9]+$/);',
		'expect(makeId(6)).to.have.lengthOf(6);',
		'expect(makeHex()).to.match(/^[0-9a-f]{6}$/);',
		`expect(makeHex()).not.to.contain('sex');`,
	])
		allows(`in ${claim}`, { 'a.test.js': asserting(claim), ...codes });
});

describe('should that a helper gives every value', () => {
	const claim = 'Math.random().toString(16).should.match(/[a-f]/);';
	const test = (helper: string, mark = ''): string => `${helper}
it('makes a text', () => {
	${claim}
	${mark}
});
`;
	const helpers = { 'test/set-up.js': `require('./words');`, 'test/words.js': `require('should').extend();`, 'test/http.js': `exports.get = () => 1;` };

	flags('which is loaded for what it does', { 'test/a.test.js': test(`require('./set-up');`, underlined(claim)), ...helpers });
	flags('which hands over something as well', {
		'test/a.test.js': test(`const { url } = require('./chained');`, underlined(claim)),
		'test/chained.js': `const chai = require('chai');\nchai.should();\nexports.url = '/';\n`,
	});
	flags('which the runner loads', {
		'test/a.test.js': test('', underlined(claim)),
		'.mocharc.json': '{ "require": ["./test/set-up.js"] }',
		'package.json': '{ "devDependencies": { "mocha": "10" } }',
		...helpers,
	});
	allows('where no helper loads it', { 'test/a.test.js': test(`const { get } = require('./http');`), ...helpers });
});

describe('the mend', () => {
	const test = (imports: string, value: string, words: string): string => `
${imports}
import { expect, test } from 'vitest';
test('draws a number', () => {
	expect(${value}).toBeLessThan(10);
	${'~'.repeat(`expect(${value}).toBeLessThan(10)`.length)} Use a fixed value${words}.
});`;

	flags('seeds a generator that takes a seed', test("import { faker } from '@faker-js/faker';", 'faker.number.int({ max: 10 })', ', or seed the generator'));
	flags('seeds none that takes no seed', test("import { randomInt } from 'node:crypto';", 'randomInt(11)', ''));
});
