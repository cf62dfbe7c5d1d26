import { describe } from 'vitest';

import rule from '../../rules/no-sleep.ts';
import { casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-sleep', rule);

describe('a loop that pauses and only counts', () => {
	const pause = 'await new Promise(resolve => setTimeout(resolve, 20));';
	const inTest = (loop: string): string => `
import { test, expect } from 'vitest';
import { feed, refresh } from './feed';
test('is filled', async () => {
	refresh();
	${loop}
	expect(feed.items).toHaveLength(1);
});`;
	const marked = (loop: string): string => {
		const start = loop.indexOf(pause) + 'await '.length;
		return `${loop}\n\t${' '.repeat(start)}${'~'.repeat(pause.length - 'await ;'.length)} This waits 20 ms (setTimeout)`;
	};

	for (const loop of [
		`let turns = 0; while (turns++ < 5) ${pause}`,
		`let turns = 0; while (turns < 5) { ${pause} turns++; }`,
		`let left = 5; while (left-- > 0) { ${pause} }`,
		`let left = 5; while (left) { left -= 1; ${pause} }`,
		`const most = 5; let turns = 0; do { turns += 1; ${pause} } while (turns < most);`,
		`let turns = 0; for (; turns++ < 5;) { ${pause} }`,
	])
		flags(loop, inTest(marked(loop)));

	for (const loop of [
		`while (feed.items.length < 1) { ${pause} }`,
		`let turns = 0; while (turns++ < 5 && !feed.isOpen) { ${pause} }`,
		`let turns = 0; while (turns++ < 5) { ${pause} if (feed.isOpen) break; }`,
		`let come = 0; feed.on('item', () => { come++; }); while (come < 1) { ${pause} }`,
		`let come = 0; while (come < 1) { come = feed.items.length; ${pause} }`,
		`let come = 0; while (come < 1) { come += feed.items.length; ${pause} }`,
		`let come = 0; while (come < 1) { if (feed.isOpen) come++; ${pause} }`,
		`let left = 5; while (left > 0) { try { await feed.open(); left = 0; } catch { left--; ${pause} } }`,
	])
		allows(loop, inTest(loop));
});
