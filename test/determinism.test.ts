import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { findTests } from '../src/cli/find-tests.ts';
import { ownConfig } from '../src/cli/own-config.ts';
import { root } from './house/source.ts';

const files = findTests(['node_modules/avvio/test', 'node_modules/thread-stream/test'], root).map(({ file }) => file);

async function lint(order: readonly string[]): Promise<Map<string, unknown>> {
	const eslint = new ESLint({ cwd: root, globInputPaths: false, overrideConfigFile: true, overrideConfig: ownConfig('all', [], {}) });
	const found = new Map<string, unknown>();
	// One by one, for ESLint itself promises no order.
	for (const file of order) found.set(file, (await eslint.lintFiles([file])).flatMap(({ messages }) => messages));
	return found;
}

describe('the result for a file', () => {
	it('does not depend on what was linted before it', async () => {
		const inOrder = await lint(files);
		expect([...inOrder.values()].flat()).not.toEqual([]);
		expect(await lint(files.toReversed())).toEqual(inOrder);
		const [some = ''] = files.slice(files.length / 2);
		expect((await lint([some])).get(some)).toEqual(inOrder.get(some));
	});
});
