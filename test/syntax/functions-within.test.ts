import { describe, expect, test } from 'vitest';

import { functionsWithin } from '../../src/syntax/functions-within.ts';
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
