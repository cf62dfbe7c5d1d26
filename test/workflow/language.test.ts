import { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import deflake from '../../src/index.ts';
import { readYaml } from '../../src/workflow/yaml.ts';

const lint = (text: string): Linter.LintMessage[] => new Linter({ configType: 'flat', cwd: '/project' }).verify(text, [deflake.configs.workflows], { filename: '/project/.github/workflows/ci.yml' });

describe('the language of workflows', () => {
	it('needs no other plugin', async () => {
		const eslint = new ESLint({ cwd: '/project', overrideConfigFile: true, overrideConfig: [deflake.configs.workflows] });
		const [result] = await eslint.lintText('jobs:\n  a:\n    steps:\n      - run: npm ci\n', { filePath: '.github/workflows/ci.yml' });
		expect(result?.messages.map(({ ruleId, line, column, endColumn }) => ({ ruleId, line, column, endColumn }))).toEqual([{ ruleId: 'deflake/require-ci-cache', line: 4, column: 14, endColumn: 20 }]);
	});

	it('says where a text is no YAML', () => {
		const [message, ...others] = lint('jobs:\n  a: [1\n  b: }\n');
		expect(others).toEqual([]);
		expect(message).toMatchObject({ fatal: true, line: 3 });
		expect(message?.message).toContain('The YAML cannot be read: ');
	});

	it.each([
		['nothing', ''],
		['a comment', '# later\n'],
		['a list', '- a\n- b\n'],
		['a number', '1'],
		['several documents', 'a: 1\n---\nb: 2\n'],
		['an alias of nothing', 'jobs: {}\n'],
		['carriage returns', 'jobs:\r\n  a:\r\n    steps: []\r\n'],
		['a key that is a map', '? { a: 1 }\n: b\n'],
		['tags of others', 'a: !reference [b, c]\nd: !!binary aGk=\n'],
		['an anchor inside itself', 'a: &a\n  b: *a\n'],
	])('reads %s', (_, text) => {
		expect(lint(text)).toEqual([]);
	});

	it('bounds what a few lines of anchors can stand for', () => {
		const levels = Array.from({ length: 12 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array.from({ length: 9 }, () => `*a${level}`).join(', ')}]`);
		const read = readYaml(['a0: &a0 [x]', ...levels].join('\n'));
		expect('documents' in read && read.documents).toHaveLength(1);
	});

	it('bounds how deep a text goes', () => {
		for (const part of ['[', '{a: ', '- ', '? ', '\t- ']) expect(readYaml(part.repeat(20_000))).toEqual({ documents: [] });
		expect(readYaml(Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'))).toEqual({ documents: [] });
		expect(readYaml('[]'.repeat(300))).toHaveProperty('error');
		expect(readYaml(`a: ${'['.repeat(100)}${']'.repeat(100)}`)).toHaveProperty('documents');
	});

	it('leaves what is too long', () => {
		expect(readYaml(`a: ${'x'.repeat(600_000)}`)).toEqual({ documents: [] });
	});

	it('counts lines whose end is a carriage return too', () => {
		expect(lint('jobs:\r\n  a:\r\n    steps:\r\n      - run: npm ci\r\n')).toMatchObject([{ line: 4, column: 14 }]);
	});
});
