import type { ApiRow, EffectKind } from '../src/knowledge/row.ts';

/** What rows of an effect say, in the words of the page; undefined for rows that only lead on to others. */
const meanings: Readonly<Record<EffectKind, string | undefined>> = {
	sleep: 'waits for a fixed time',
	timer: 'calls back after a time',
	deadline: 'fails after a time',
	clock: 'reads the clock',
	random: 'differs from run to run',
	draw: undefined,
	order: 'gives a list, or one of several, in no promised order',
	log: 'gives output that other code writes to as well',
	'shared-write': 'changes what all tests share',
	store: 'stores a record',
	take: 'takes a name or a place that others can take',
	flow: undefined,
	calls: undefined,
	'ui-action': 'acts on a page',
	'ui-read': 'reads a page once',
	'ui-wait': 'waits for a state of a page',
	'event-wait': 'waits for an event',
	empty: 'empties a table',
	request: 'sends a request',
	expensive: 'takes long on purpose',
	open: 'opens what somebody must close',
	promise: 'gives a promise',
	internal: 'shows private state',
	alias: undefined,
};

/** The page of all APIs that rows know; packages that share a row stand together. */
export function knownApis(rows: readonly ApiRow[]): string {
	const sections = new Map<string, Set<string>>();
	for (const { effect, from, path, see } of rows) {
		const meaning = meanings[effect];
		if (meaning === undefined) continue;
		const title = `## ${[from]
			.flat()
			.toSorted(compare)
			.map(name => `\`${name}\``)
			.join(', ')}`;
		const lines = sections.get(title) ?? new Set<string>();
		sections.set(title, lines.add(`- \`${path}\` ${meaning} ([source](${see}))`));
	}
	const sorted = [...sections].toSorted(([one], [other]) => compare(one, other));
	return [...head, ...sorted.flatMap(([title, lines]) => ['', title, '', ...[...lines].toSorted(compare)]), ''].join('\n');
}

/** By code units, so that the page is the same everywhere. */
function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}

const head: readonly string[] = [
	'# Known APIs',
	'',
	'What the plugin knows of packages, written from its rows (`npm run docs`). Paths are in [the row language](adding-an-api.md), where it is said how to add your own too.',
];
