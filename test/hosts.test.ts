import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'tsdown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deflake } from './cli/run-command.ts';
import { scratch } from './support/scratch.ts';
import { root } from './house/source.ts';

// Inside the repository, so that what is left outside of the bundle is found.
const caches = join(root, 'node_modules/.cache');
mkdirSync(caches, { recursive: true });
const folder = mkdtempSync(join(caches, 'deflake-hosts-'));

interface Found {
	readonly rule: string;
	readonly line: number;
	readonly message: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const list = (value: unknown, key: string): Record<string, unknown>[] => {
	const items = isRecord(value) ? value[key] : undefined;
	return Array.isArray(items) ? items.filter(isRecord) : [];
};

function inOxlint(cwd: string, file: string): Found[] {
	const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['-c', 'oxlint.json', '-f', 'json', file], { cwd, encoding: 'utf8' });
	const output: unknown = JSON.parse(stdout);
	return list(output, 'diagnostics').map(({ code, message, labels }) => {
		const [label] = list({ labels }, 'labels');
		const span = isRecord(label) && isRecord(label['span']) ? label['span'] : {};
		return { rule: String(code).replace(/^deflake\((.*)\)$/u, '$1'), line: Number(span['line']), message: String(message) };
	});
}

async function inEslint(cwd: string, file: string): Promise<Found[]> {
	const { out } = await deflake(cwd, '--format', 'json', '--preset', 'all', file);
	const output: unknown = JSON.parse(out);
	return list({ results: output }, 'results')
		.flatMap(result => list(result, 'messages'))
		.map(({ ruleId, line, message }) => ({ rule: String(ruleId).replace('deflake/', ''), line: Number(line), message: String(message) }));
}

const byLine = (a: Found, b: Found): number => a.line - b.line || a.rule.localeCompare(b.rule);

describe('the same build', () => {
	beforeAll(async () => {
		await build({ cwd: root, outDir: folder, logLevel: 'silent', dts: false });
	});

	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	it('finds the same in oxlint as in ESLint', async () => {
		const cwd = scratch({
			'package.json': '{ "devDependencies": { "vitest": "^4.0.0" } }',
			'oxlint.json': JSON.stringify({
				jsPlugins: [{ name: 'deflake', specifier: join(folder, 'index.js') }],
				categories: { correctness: 'off' },
				rules: { 'deflake/no-sleep': 'error', 'deflake/no-unfrozen-clock': 'error' },
			}),
			'src/settle.ts': 'export const settle = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 100));\n',
			'src/part-of-day.ts': `export const partOfDay = (now = new Date()): string => (now.getHours() < 12 ? 'morning' : 'evening');\n`,
			'test/day.test.ts': `
				import { expect, it } from 'vitest';
				import { partOfDay } from '../src/part-of-day.ts';
				import { settle } from '../src/settle.ts';

				it('has parts', async () => {
					await settle();
					expect(partOfDay()).toBe('morning');
				});
			`,
		});
		const found = await inEslint(cwd, 'test/day.test.ts');
		expect(found.map(({ rule, line }) => `${rule}:${line}`)).toEqual(['no-sleep:7', 'no-unfrozen-clock:8']);
		expect(inOxlint(cwd, 'test/day.test.ts').sort(byLine)).toEqual(found.sort(byLine));
	});
});
