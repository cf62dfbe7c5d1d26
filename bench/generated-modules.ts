/** What all generated tests share, by the name of the module. Some of it waits, reads the clock or makes ids; most does not. */
export const sharedModules: Readonly<Record<string, string>> = {
	clock: `export interface Clock { now(): Date }

export const systemClock: Clock = { now: () => new Date() };

export const fixedClock = (iso: string): Clock => ({ now: () => new Date(iso) });

export function partOfDay(now: Date = new Date()): string {
	const hour = now.getHours();
	if (hour < 12) return 'morning';
	return hour < 18 ? 'afternoon' : 'evening';
}

export const daysBetween = (from: Date, to: Date): number => Math.round((to.getTime() - from.getTime()) / 86_400_000);
`,
	ids: `import { randomUUID } from 'node:crypto';

let last = 0;

export const nextId = (prefix: string): string => \`\${prefix}-\${++last}\`;

export const token = (): string => randomUUID();

export const shortCode = (): string => Math.random().toString(36).slice(2, 8);
`,
	waiting: `import { setTimeout as delay } from 'node:timers/promises';

export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

export async function until(condition: () => boolean, timeout = 1_000): Promise<void> {
	const end = Date.now() + timeout;
	while (!condition()) {
		if (Date.now() > end) throw new Error('It never came true');
		await delay(5);
	}
}

export async function retried<T>(action: () => Promise<T>, times = 3): Promise<T> {
	for (let left = times; ; left--) {
		try {
			return await action();
		} catch (error) {
			if (left <= 1) throw error;
		}
	}
}
`,
	logging: `export interface Log { info(line: string): void; readonly lines: string[] }

export function memoryLog(): Log {
	const lines: string[] = [];
	return { lines, info: line => { lines.push(line); } };
}

export const consoleLog: Pick<Log, 'info'> = { info: line => console.log(line) };

export const withoutTimes = (lines: readonly string[]): string[] => lines.map(line => line.replace(/^\\S+Z /, ''));
`,
	text: `export const capitalized = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

export const slugOf = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

export function wrapped(text: string, width: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const line = lines.at(-1);
		if (line !== undefined && line.length + word.length < width) lines[lines.length - 1] = \`\${line} \${word}\`;
		else lines.push(word);
	}
	return lines;
}
`,
	money: `export interface Money { readonly cents: number; readonly currency: 'EUR' | 'USD' }

export const euros = (amount: number): Money => ({ cents: Math.round(amount * 100), currency: 'EUR' });

export const sum = (all: readonly Money[]): Money => all.reduce((left, { cents }) => ({ ...left, cents: left.cents + cents }), euros(0));

export const printed = ({ cents, currency }: Money): string => \`\${(cents / 100).toFixed(2)} \${currency}\`;
`,
	people: `import { type Clock, systemClock } from './clock.ts';
import { nextId } from './ids.ts';
import { capitalized } from './text.ts';

export interface Person { readonly id: string; readonly name: string; readonly email: string; readonly since: Date }

export function person(name: string, clock: Clock = systemClock): Person {
	return { id: nextId('person'), name: capitalized(name), email: \`\${name}@example.org\`, since: clock.now() };
}

export const people = (names: readonly string[], clock?: Clock): Person[] => names.map(name => person(name, clock));
`,
	store: `export class Store<Row extends { readonly id: string }> {
	readonly #rows = new Map<string, Row>();

	async insert(row: Row): Promise<Row> {
		await Promise.resolve();
		if (this.#rows.has(row.id)) throw new Error(\`There is a \${row.id}\`);
		this.#rows.set(row.id, row);
		return row;
	}

	async find(id: string): Promise<Row | undefined> {
		await Promise.resolve();
		return this.#rows.get(id);
	}

	async all(): Promise<Row[]> {
		await Promise.resolve();
		return [...this.#rows.values()].sort((a, b) => a.id.localeCompare(b.id));
	}

	clear(): void {
		this.#rows.clear();
	}
}
`,
	orders: `import { type Clock, systemClock } from './clock.ts';
import { nextId } from './ids.ts';
import { euros, type Money, sum } from './money.ts';
import { type Person, person } from './people.ts';

export interface Line { readonly article: string; readonly price: Money }
export interface Order { readonly id: string; readonly buyer: Person; readonly lines: readonly Line[]; readonly placed: Date }

export const line = (article: string, price: number): Line => ({ article, price: euros(price) });

export function order(lines: readonly Line[], clock: Clock = systemClock): Order {
	return { id: nextId('order'), buyer: person('ada', clock), lines, placed: clock.now() };
}

export const totalOf = ({ lines }: Order): Money => sum(lines.map(({ price }) => price));
`,
	requests: `import { memoryLog, type Log } from './logging.ts';
import { Store } from './store.ts';
import { retried } from './waiting.ts';

export interface Reply { readonly status: number; readonly body: unknown }

export class FakeServer {
	readonly log: Log = memoryLog();
	readonly #pages = new Store<{ readonly id: string; readonly body: unknown }>();

	async put(path: string, body: unknown): Promise<void> {
		await this.#pages.insert({ id: path, body });
	}

	async get(path: string): Promise<Reply> {
		this.log.info(\`GET \${path}\`);
		const page = await retried(() => this.#pages.find(path));
		return page === undefined ? { status: 404, body: null } : { status: 200, body: page.body };
	}
}
`,
};

/** What the tests of one area share, two and three modules above what all share. */
export const areaModule = (area: number): string => `import { type Clock, fixedClock, partOfDay } from '../shared/clock.ts';
import { type Order, line, order, totalOf } from '../shared/orders.ts';
import { printed } from '../shared/money.ts';
import { people } from '../shared/people.ts';
import { FakeServer } from '../shared/requests.ts';
import { Store } from '../shared/store.ts';
import { capitalized, slugOf } from '../shared/text.ts';
import { pause } from '../shared/waiting.ts';

export const noon: Clock = fixedClock('2024-05-0${(area % 9) + 1}T12:00:00Z');

export const greeting = (name: string, now?: Date): string => \`Good \${partOfDay(now)}, \${capitalized(name)} of area ${area}\`;

export const settle = (): Promise<void> => pause(${20 + (area % 5) * 10});

export class Shop {
	readonly orders = new Store<Order>();
	readonly server = new FakeServer();
	readonly #clock: Clock | undefined;

	constructor(clock?: Clock) {
		this.#clock = clock;
	}

	async buy(...articles: string[]): Promise<Order> {
		const bought = order(articles.map(article => line(article, article.length)), this.#clock);
		await this.orders.insert(bought);
		await this.server.put(\`/area-${area}/\${slugOf(articles.join(' '))}\`, bought);
		return bought;
	}

	async revenue(): Promise<string[]> {
		const all = await this.orders.all();
		return all.map(each => printed(totalOf(each)));
	}
}

export const team = (clock?: Clock): string[] => people(['grace', 'edsger', 'barbara'], clock).map(({ name }) => name);
`;
