import { describe, expect, test } from 'vitest';

import { functionsAround, functionsWithin } from '../../src/syntax/functions-within.ts';
import { openProject } from '../support/memory-project.ts';

const text = 'function a() { (() => {})(); function b() {} }\nconst c = (d = () => 1) => 2;\nfunction e() {}\n';

describe('functionsWithin', () => {
	const { module } = openProject({ 'a.ts': text });
	const textsIn = (start: number, end: number): string[] => functionsWithin(module.facts, { start, end }).map(each => text.slice(each.start, each.end));

	test('gives a function and those inside it, in source order', () => {
		expect(textsIn(0, text.indexOf('\n'))).toEqual([text.slice(0, text.indexOf('\n')), '() => {}', 'function b() {}']);
	});

	test('leaves out what reaches beyond the span, and what lies before and behind it', () => {
		expect(textsIn(text.indexOf('(d'), text.indexOf(' => 2'))).toEqual(['() => 1']);
	});

	test('gives nothing where nothing is', () => {
		expect(textsIn(text.length, text.length)).toEqual([]);
	});
});

describe('functionsAround', () => {
	const { module } = openProject({ 'a.ts': text });
	const formsAround = (mark: string): string[] => {
		const start = text.indexOf(mark);
		return [...functionsAround(module.facts, { start, end: start + mark.length })].map(each => (each.form === 'module' ? 'module' : text.slice(each.start, each.end).slice(0, 12)));
	};

	test('gives the functions around a span, the innermost first, and the module last', () => {
		expect(formsAround('=> {}')).toEqual(['() => {}', 'function a()', 'module']);
		expect(formsAround('=> 1')).toEqual(['() => 1', '(d = () => 1', 'module']);
	});

	test('gives a function that is the span itself', () => {
		expect(formsAround('function b() {}')).toEqual(['function b()', 'function a()', 'module']);
	});

	test('leaves out functions that end before the span does', () => {
		expect(formsAround('function b() {} }\nconst')).toEqual(['module']);
		expect(formsAround('=> 2')).toEqual(['(d = () => 1', 'module']);
	});
});
