import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

const bdd = "import { expect } from 'chai'; ";

describe('expect of chai', () => {
	it.each([
		['expect(a).to.equal(1)', 'a identical 1'],
		['expect(a).to.not.equal(1)', 'not a identical 1'],
		['expect(a).not.to.be.equal(1)', 'not a identical 1'],
		['expect(a).to.deep.equal(b)', 'a deep-equal b'],
		['expect(a).to.eql(b)', 'a deep-equal b'],
		['expect(a).to.have.members(b)', 'a same-members b'],
		['expect(a).to.have.ordered.members(b)', 'a deep-equal b'],
		['expect(a).to.have.deep.members(b)', 'a same-members b'],
		['expect(a).to.include.members(b)', 'a contains b'],
		['expect(a).to.include(1)', 'a contains 1'],
		['expect(a).to.contain(1)', 'a contains 1'],
		["expect(a).to.have.property('b')", 'a at b contains'],
		["expect(a).to.have.property('b', 1)", 'a at b identical 1'],
		["expect(a).to.have.deep.property('b', c)", 'a at b deep-equal c'],
		["expect(a).to.have.nested.property('b.c[0]', 1)", 'a at b.c.0 identical 1'],
		['expect(a).to.have.lengthOf(2)', 'a length 2'],
		['expect(a).to.have.length(2)', 'a length 2'],
		['expect(a).to.have.lengthOf.above(2)', 'a at length greater 2'],
		['expect(a).to.have.length.of.at.least(2)', 'a at length greater-or-equal 2'],
		['expect(a).to.be.above(2)', 'a greater 2'],
		['expect(a).to.be.at.most(2)', 'a less-or-equal 2'],
		['expect(a).to.be.within(1, 3)', 'a within 1 to 3'],
		['expect(a).to.be.closeTo(1, 0.5)', 'a close-to 1 ± 0.5 delta'],
		['expect(a).to.be.approximately(1, 0.5)', 'a close-to 1 ± 0.5 delta'],
		['expect(a).to.match(/x/)', 'a matches /x/'],
		["expect(a).to.be.a('string')", "a type 'string'"],
		['expect(a).to.be.an.instanceof(B)', 'a type B'],
		["expect(a).to.have.all.keys('b', 'c')", "a same-members ['b', 'c']"],
		["expect(a).to.have.any.keys('b')", "a contains ['b']"],
		['expect(a).to.throw(/x/)', 'a throws /x/'],
		['expect(a).to.be.true()', 'a identical true'],
		['await expect(a).to.eventually.equal(1)', 'a identical 1'],
		['await expect(a).to.be.rejectedWith(/x/)', 'a rejects /x/'],
		['await expect(a).to.become(1)', 'a deep-equal 1'],
		['expect(a).to.equalInAnyOrder(b)', 'a same-members b'],
		['expect(a).to.containSubset({ b: 1 })', 'a includes-subset { b: 1 }'],
	])('%s', (code, sentence) => {
		expect(said(bdd + code)).toEqual([sentence]);
	});

	it('reads what goes on after a first claim', () => {
		expect(said(`${bdd}expect(a).to.be.an('array').that.includes(2)`)).toEqual(["a type 'array'", 'a contains 2']);
		expect(said(`${bdd}expect(a).to.have.property('b').that.equals(2)`)).toEqual(['a at b contains', 'a at b identical 2']);
		expect(said(`${bdd}expect(a).to.be.ok.and.equal(2)`)).toEqual(['a identical 2']);
	});

	it.each([
		['to.be.true', 'a identical true'],
		['to.not.be.false', 'not a identical false'],
		['to.be.null', 'a nothing'],
		['to.exist', 'not a nothing'],
		['to.not.exist', 'a nothing'],
		['to.be.empty', 'a length 0'],
		['to.be.ok', 'a truthy'],
		['to.have.been.called', 'a called'],
		['to.have.been.calledOnce', 'a called-times 1'],
		['to.have.beenCalled', 'a called'],
		['to.be.rejected', 'a rejects'],
	])('claims without a call: %s', (words, sentence) => {
		expect(said(`${bdd}const f = () => expect(a).${words}`)).toEqual([sentence]);
		expect(said(`${bdd}expect(a).${words};`)).toEqual([sentence]);
	});

	it.each([
		['sinon-chai', 'expect(a).to.have.been.calledWith(1, 2)', 'a called-with [1, 2]'],
		['sinon-chai counts', 'expect(a).to.have.callCount(3)', 'a called-times 3'],
		['chai-jest', 'expect(a).to.have.beenCalledWith(1, 2)', 'a called-with [1, 2]'],
		['chai-jest counts', 'expect(a).to.have.beenCalledTimes(3)', 'a called-times 3'],
		['chai-jest-mocks', 'expect(a).to.have.beenCalled()', 'a called'],
		['chai-jquery', "expect(a).to.have.text('b')", "a identical 'b'"],
		['chai-dom', "expect(a).to.contain.text('b')", "a contains 'b'"],
	])('%s', (_, code, sentence) => {
		expect(said(bdd + code)).toEqual([sentence]);
	});

	it.each([
		['through the package', "import chai from 'chai'; chai.expect(a).to.equal(1)"],
		['with a plugin', "import * as chai from 'chai'; import p from 'p'; const { expect } = chai.use(p); expect(a).to.equal(1)"],
		['required', "const expect = require('chai').expect; expect(a).to.equal(1)"],
		['from Vitest', "import { expect } from 'vitest'; expect(a).to.equal(1)"],
		['as a global', 'expect(a).to.equal(1)'],
	])('knows it %s', (_, code) => {
		expect(said(code)).toEqual(['a identical 1']);
	});

	it.each([
		['a word alone', `${bdd}const f = () => expect(a).to.be`],
		['an unknown word', `${bdd}expect(a).to.perhaps.equal(1)`],
		['an unknown matcher', `${bdd}expect(a).to.frobnicate(1)`],
		['another package', "import { expect } from 'mine'; expect(a).to.equal(1)"],
	])('hears nothing in %s', (_, code) => {
		expect(said(code)).toEqual([]);
	});
});

describe('should', () => {
	const chai = "import chai from 'chai'; chai.should(); ";
	const shouldJs = "require('should'); ";

	it.each([
		[chai, 'a.b.should.equal(1)', 'a.b identical 1'],
		[chai, 'a.should.not.deep.equal(b)', 'not a deep-equal b'],
		[chai, "a.should.have.property('b').with.lengthOf(2)", 'a at b contains', 'a at b length 2'],
		[chai, 'spy.should.have.been.calledWith(1)', 'spy called-with [1]'],
		[chai, 'const f = () => spy.should.have.been.calledOnce', 'spy called-times 1'],
		[chai, 'spy.should.have.been.calledOnce', 'spy called-times 1'],
		[chai, 'f(x).should.equal(1)', 'f(x) identical 1'],
		[chai, 'a.should.eventually.equal(1)', 'a identical 1'],
		[shouldJs, 'a.should.equal(1)', 'a identical 1'],
		[shouldJs, 'a.should.be.eql(b)', 'a deep-equal b'],
		[shouldJs, 'a.should.be.true()', 'a identical true'],
		[shouldJs, 'a.should.be.an.Array()', 'a type'],
		[shouldJs, 'a.should.have.length(2)', 'a length 2'],
		[shouldJs, 'a.should.be.approximately(1, 0.5)', 'a close-to 1 ± 0.5 delta'],
		[shouldJs, 'a.should.containDeep([1, 2])', 'a contains [1, 2]'],
		["const should = require('should'); ", 'should(a).equal(1)', 'a identical 1'],
		["const should = require('should'); ", 'should.equal(a, 1)', 'a identical 1'],
		["const should = require('should'); ", 'should.not.exist(a)', 'a nothing'],
		["const should = require('should'); ", 'should.exist(a)', 'not a nothing'],
		["const should = require('chai').should(); ", 'should.not.exist(a)', 'a nothing'],
		["const should = require('chai').should(); ", 'should.equal(a, 1)', 'a identical 1'],
	])('%s%s', (setup, code, ...sentences) => {
		expect(said(setup + code)).toEqual(sentences);
	});

	it('needs the library, or a set-up that loads it', () => {
		const loaded = (): ReadonlySet<string> => new Set(['chai']);
		expect(said('a.should.equal(1)')).toEqual([]);
		expect(said('a.should.equal(1)', { loaded })).toEqual(['a identical 1']);
		expect(said('const f = { should: g => g }; f.should.run(1)', { loaded })).toEqual([]);
	});
});

describe('assert of chai', () => {
	it.each([
		['assert(a)', 'a truthy'],
		['assert.isOk(a)', 'a truthy'],
		['assert.equal(a, 1)', 'a identical 1'],
		['assert.notStrictEqual(a, 1)', 'not a identical 1'],
		["assert.deepEqual(a, b, 'why')", 'a deep-equal b'],
		['assert.sameMembers(a, b)', 'a same-members b'],
		['assert.sameOrderedMembers(a, b)', 'a deep-equal b'],
		['assert.include(a, 1)', 'a contains 1'],
		['assert.lengthOf(a, 2)', 'a length 2'],
		['assert.isTrue(a)', 'a identical true'],
		['assert.isNull(a)', 'a nothing'],
		['assert.exists(a)', 'not a nothing'],
		['assert.isAbove(a, 2)', 'a greater 2'],
		['assert.closeTo(a, 1, 0.5)', 'a close-to 1 ± 0.5 delta'],
		["assert.propertyVal(a, 'b', 1)", 'a at b identical 1'],
		["assert.deepNestedPropertyVal(a, 'b.c', d)", 'a at b.c deep-equal d'],
		['assert.throws(a, /x/)', 'a throws /x/'],
		['assert.isArray(a)', 'a type'],
	])('%s', (code, sentence) => {
		expect(said(`import { assert } from 'chai'; ${code}`)).toEqual([sentence]);
		expect(said(`import { assert } from 'vitest'; ${code}`)).toEqual([sentence]);
		expect(said(code)).toEqual([sentence]);
	});

	it('hears nothing in a function of the file', () => {
		expect(said('function assert(x) {} assert.equal = () => {}; assert(a); assert.equal(a, 1)')).toEqual([]);
	});
});
