import { readdirSync } from 'node:fs';

import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

import { allRows } from '../../src/knowledge/all-rows.ts';
import type { ApiRow } from '../../src/knowledge/row.ts';
import { mistakeInRow } from '../../src/knowledge/row-shape.ts';
import { matchRows } from '../../src/provenance/match.ts';
import { rowsOfCall } from '../../src/effects/knowing.ts';
import { analyse } from '../support/analysis.ts';

/** The rows that match in the last statement of a snippet: its value, or any call in it. */
function rowsIn(snippet: string): readonly ApiRow[] {
	const { program } = parseSync('row.tsx', snippet, { lang: 'tsx', range: true });
	const last = program.body.at(-1);
	if (last?.type !== 'ExpressionStatement' && last?.type !== 'FunctionDeclaration') throw new Error('a snippet ends with an expression statement or a function');
	const shown = last.type === 'FunctionDeclaration' ? snippet.slice(last.start) : `(${snippet.slice(last.start, last.end).replace(/;$/, '')});`;
	const text = `${snippet.slice(0, last.start)}\nexport default ${shown}`;

	const { module, provenance, rows } = analyse({ 'row.test.tsx': text });
	const value = module.facts.exports.find(each => each.name === 'default');
	const origins = value?.kind === 'value' ? provenance.origins({ module, fact: value.value }) : [];
	const calls = module.facts.functions.flatMap(each => each.calls).filter(call => call.start >= last.start);
	return [
		...origins.flatMap(origin => matchRows(rows, provenance.roots, origin)),
		...calls.flatMap(fact => rowsOfCall({ provenance, rows }, { module, fact })).filter(({ row }) => row.effect !== 'order'),
	].map(match => match.row);
}

const title = ({ from, path, effect }: ApiRow): string => `${effect} ${[from].flat().join(', ')} ${path}`;

describe('a row matches its own flaky code and not its steady code', () => {
	test.each(allRows.filter(row => row.effect !== 'alias').map(row => [title(row), row] as const))('%s', (_, row) => {
		expect(rowsIn(row.flaky)).toContain(row);
		if (row.steady !== undefined) expect(rowsIn(row.steady)).not.toContain(row);
	});
});

test.each(allRows.map(row => [title(row), row] as const))('has the shape that a user may write: %s', (_, row) => {
	expect(mistakeInRow({ ...row })).toBeUndefined();
});

test('every file of rows is in the list of all rows', async () => {
	const files = readdirSync(new URL('../../src/knowledge/apis/', import.meta.url));
	for (const file of files) {
		const exported: Record<string, unknown> = await import(`../../src/knowledge/apis/${file.replace(/\.ts$/u, '')}.ts`);
		for (const rows of Object.values(exported)) if (Array.isArray(rows)) for (const row of rows) expect(allRows, file).toContain(row);
	}
});
