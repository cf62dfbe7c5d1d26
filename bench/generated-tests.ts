/** How a runner spells the words of a test. */
interface Dialect {
	readonly head: string;
	readonly same: (actual: string, expected: string) => string;
	readonly holds: (condition: string) => string;
}

const expecting = (from: string): Dialect => ({
	head: `import { beforeEach, describe, expect, it } from '${from}';`,
	same: (actual, expected) => `expect(${actual}).toEqual(${expected});`,
	holds: condition => `expect(${condition}).toBe(true);`,
});

const dialects: readonly Dialect[] = [
	expecting('vitest'),
	expecting('@jest/globals'),
	{
		head: `import assert from 'node:assert/strict';\nimport { beforeEach, describe, it } from 'node:test';`,
		same: (actual, expected) => `assert.deepEqual(${actual}, ${expected});`,
		holds: condition => `assert.ok(${condition});`,
	},
];

type Body = (dialect: Dialect, index: number) => string;

const steady: readonly Body[] = [
	({ same }, index) => `it('adds up what was bought', async () => {
		await shop.buy('tea', 'cake ${index}');
		const revenue = await shop.revenue();
		${same('revenue.length', '1')}
		${same('(await shop.orders.all()).length', '1')}
	});`,
	({ same }) => `it('greets at noon', () => {
		${same(`greeting('ada', noon.now()).slice(0, 5)`, `'Good '`)}
	});`,
	({ same }, index) => `it('serves what was put', async () => {
		await shop.server.put('/page-${index}', { title: 'Page' });
		const { status, body } = await shop.server.get('/page-${index}');
		${same('status', '200')}
		${same('body', `{ title: 'Page' }`)}
	});`,
	({ holds }) => `it('asks the server', async () => {
		await shop.server.get('/missing');
		${holds(`shop.server.log.lines.includes('GET /missing')`)}
	});`,
	({ same }) => `it('knows the team', () => {
		${same('team(noon)', `['Grace', 'Edsger', 'Barbara']`)}
	});`,
	({ same }) => `it('waits for the order', async () => {
		let bought = 0;
		void shop.buy('tea').then(() => { bought += 1; });
		await until(() => bought > 0);
		${same('bought', '1')}
	});`,
	({ same }, index) => `for (const [title, slug] of Object.entries({ 'A B': 'a-b', 'C ${index}': 'c-${index}' }))
		it(\`makes a slug of \${title}\`, () => {
			${same('slugOf(title)', 'slug')}
		});`,
	({ same }) => `it('counts days', () => {
		const start = noon.now();
		const end = new Date(start.getTime() + 3 * 86_400_000);
		${same('daysBetween(start, end)', '3')}
	});`,
];

const flaky: readonly Body[] = [
	({ same }) => `it('has settled', async () => {
		void shop.buy('tea');
		await settle();
		${same('(await shop.revenue()).length', '1')}
	});`,
	({ same }) => `it('greets', () => {
		${same(`greeting('ada')`, `'Good morning, Ada'`)}
	});`,
	({ same }) => `it('places the order today', async () => {
		const { placed } = await new Shop().buy('tea');
		${same('placed.getDay()', '1')}
	});`,
	({ holds }) => `it('is fast', async () => {
		const start = Date.now();
		await shop.buy('tea');
		${holds('Date.now() - start < 20')}
	});`,
	({ same }) => `it('gathers', async () => {
		const done: string[] = [];
		await Promise.all(['tea', 'cake'].map(async article => { done.push((await shop.buy(article)).id); }));
		${same('done', `['order-1', 'order-2']`)}
	});`,
];

/** Tests of a file, and every how manyth file has one that is flaky. */
const testsPerFile = 4;
const flakyEvery = 8;

function chosen<Item>(items: readonly Item[], index: number): Item {
	const item = items[index % items.length];
	if (item === undefined) throw new RangeError('there is nothing to choose from');
	return item;
}

export function testFile(index: number): string {
	const dialect = chosen(dialects, index);
	const bodies = Array.from({ length: testsPerFile }, (_, at) => chosen(steady, index * 3 + at));
	if (index % flakyEvery === 0) bodies[index % testsPerFile] = chosen(flaky, index / flakyEvery);
	return `${dialect.head}
import { daysBetween } from '../shared/clock.ts';
import { slugOf } from '../shared/text.ts';
import { until } from '../shared/waiting.ts';
import { greeting, noon, settle, Shop, team } from './support.ts';

describe('case ${index}', () => {
	let shop: Shop;

	beforeEach(() => {
		shop = new Shop(noon);
	});

	${bodies.map(body => body(dialect, index)).join('\n\n\t')}
});
`;
}
