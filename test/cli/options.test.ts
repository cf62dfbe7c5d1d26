import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { help, parseOptions } from '../../src/cli/options.ts';
import { chosenRules, parseRuleChoice } from '../../src/cli/rule-choice.ts';
import deflake from '../../src/index.ts';

describe('parseOptions', () => {
	it('has a meaning for everything that was left out', () => {
		expect(parseOptions([])).toEqual({
			paths: [],
			preset: undefined,
			rules: [],
			format: undefined,
			fix: false,
			maxWarnings: undefined,
			exitZero: false,
			cache: true,
			concurrency: 'auto',
			listInputs: undefined,
			help: false,
			version: false,
		});
	});

	it('reads everything that can be said', () => {
		const args = ['a', '--preset', 'strict', '--rule', 'no-sleep', '--format=json', '--fix', '--max-warnings', '0', '--exit-zero', '--no-cache', '--concurrency', '3', '--list-inputs', 'b', '-h', '-v', 'c'];
		expect(parseOptions(args)).toEqual({
			paths: ['a', 'c'],
			preset: 'strict',
			rules: [{ rule: 'no-sleep', setting: undefined }],
			format: 'json',
			fix: true,
			maxWarnings: 0,
			exitZero: true,
			cache: false,
			concurrency: 3,
			listInputs: 'b',
			help: true,
			version: true,
		});
	});

	it.each([
		[['--colour'], `Unknown option '--colour'`],
		[['--fromat', 'json'], `Unknown option '--fromat', did you mean '--format'?`],
		[['--preset'], `Option '--preset <value>' argument missing`],
		[['--preset', 'loud'], `there is no preset 'loud', but recommended, strict, all`],
		[['--max-warnings', 'few'], `--max-warnings wants a number, not 'few'`],
		[['--max-warnings=-1'], `--max-warnings wants a number, not '-1'`],
		[['--concurrency', '0'], `--concurrency wants a number, auto or off, not '0'`],
		[['--preset', 'strct'], `there is no preset 'strct', but recommended, strict, all, did you mean 'strict'?`],
		[['--rule', 'no-slep'], `there is no rule 'no-slep', did you mean 'no-sleep'? (--help names all)`],
		[['--rule', 'sleep'], `there is no rule 'sleep', did you mean 'no-sleep'? (--help names all)`],
		[['--rule', 'no-fixed-prot'], `there is no rule 'no-fixed-prot', did you mean 'no-fixed-port'? (--help names all)`],
		[['--rule', 'fixed'], `there is no rule 'fixed', did you mean 'no-fixed-path' or 'no-fixed-port'? (--help names all)`],
		[['--rule', 'tidy-imports'], `there is no rule 'tidy-imports' (--help names all)`],
		[['--rule', 'no-sleep: loud'], `--rule wants off, warn, error or ["error", {options}] after the colon, not 'loud'`],
	])('refuses %j in one line', (args, message) => {
		expect(() => parseOptions(args)).toThrow(new Error(message));
	});

	it.each(Object.keys(deflake.rules))('is helped with the rule %s', rule => {
		expect(help).toMatch(new RegExp(`  ${rule}\\b| ${rule}(,|$)`, 'mu'));
	});

	it.each(['preset', 'rule', 'format', 'fix', 'max-warnings', 'exit-zero', 'no-cache', 'list-inputs', 'help', 'version'])('is helped with --%s', option => {
		expect(help).toContain(`--${option}`);
	});
});

describe('parseRuleChoice', () => {
	it.each([
		['no-sleep', undefined],
		['deflake/no-sleep', undefined],
		['no-sleep: warn', 'warn'],
		['no-sleep:2', 2],
		['no-sleep: ["error", { "a": 1 }]', ['error', { a: 1 }]],
	])('reads %s', (text, setting) => {
		expect(parseRuleChoice(text)).toEqual({ rule: 'no-sleep', setting });
	});
});

describe('chosenRules', () => {
	const preset: Record<string, Linter.RuleEntry> = { 'no-sleep': ['error', { a: 1 }], 'no-unfrozen-clock': 'error' };

	it('is the preset when nothing is chosen', () => {
		expect(chosenRules(preset, [])).toEqual(preset);
	});

	it('is only what was named alone, with the options of the preset', () => {
		expect(chosenRules(preset, [{ rule: 'no-sleep', setting: undefined }])).toEqual({ 'no-sleep': ['error', { a: 1 }] });
		expect(chosenRules(preset, [{ rule: 'no-other', setting: undefined }])).toEqual({ 'no-other': 'error' });
	});

	it('changes one rule of the preset when it has a setting', () => {
		expect(chosenRules(preset, [{ rule: 'no-sleep', setting: 'warn' }])).toMatchObject({ 'no-sleep': ['warn', { a: 1 }] });
		expect(chosenRules(preset, [{ rule: 'no-sleep', setting: ['warn'] }])).toMatchObject({ 'no-sleep': ['warn'] });
		expect(chosenRules(preset, [{ rule: 'no-unfrozen-clock', setting: 'off' }])).toEqual({ ...preset, 'no-unfrozen-clock': 'off' });
	});
});
