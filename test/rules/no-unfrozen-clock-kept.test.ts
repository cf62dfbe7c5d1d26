import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { casesOf, underlined } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

/** A test that keeps something with a time in it in a store, and asks the store for it again. */
const asserting = (store: string, claims: string): Record<string, string> => ({
	'a.test.ts': `
import { expect, it } from 'vitest';
import * as notes from './src/notes';
it('keeps notes', async () => {
	${claims}
});`,
	'src/notes.ts': store,
});
const told = (claim: string): string => `${claim}\n\t${underlined(claim)}`;

const mapOfClass = `
export class Notes {
	private kept = new Map<string, { text: string; at: number }>();
	add(text: string) { const note = { text, at: Date.now() }; this.kept.set(text, note); return note; }
	get(text: string) { return this.kept.get(text); }
	all() { return [...this.kept.values()]; }
}`;
const datesOfClass = `
export class Notes {
	private kept = new Map<string, { text: string; at: Date }>();
	async add(text: string) { const note = { text, at: new Date() }; this.kept.set(text, note); return note; }
	async get(text: string) { return this.kept.get(text); }
}`;
const listOfClass = `
export class Notes {
	private kept: { text: string; at: number }[] = [];
	add(text: string) { const note = { text, at: Date.now() }; this.kept.push(note); return note; }
	all() { return this.kept; }
	last() { return this.kept[this.kept.length - 1]; }
	first() { return this.kept[0]; }
}`;
const mapOfModule = `
const kept = new Map<string, { text: string; at: number }>();
export const add = (text: string) => { const note = { text, at: Date.now() }; kept.set(text, note); return note; };
export const get = (text: string) => kept.get(text);
`;
const listOfModule = `
const kept: { text: string; at: number }[] = [];
export const add = (text: string) => { const note = { text, at: Date.now() }; kept.push(note); return note; };
export const first = () => kept[0];
export const all = () => kept;
`;
const variableOfModule = `
let last: { text: string; at: number } | undefined;
export const add = (text: string) => { last = { text, at: Date.now() }; return last; };
export const get = () => last;
`;
const closure = `
export const make = () => {
	const kept: { text: string; at: number }[] = [];
	return {
		add(text: string) { const note = { text, at: Date.now() }; kept.push(note); return note; },
		all: () => [...kept],
	};
};`;
const seeded = `
import { randomUUID } from 'node:crypto';
export class Notes {
	private readonly kept = new Map<string, { id: string; text: string; at: string }>();
	create({ text }: { text: string }) {
		const id = randomUUID();
		const note = { id, text, at: new Date().toISOString() };
		this.kept.set(id, note);
		return note;
	}
	find(id: string) { const note = this.kept.get(id); if (!note) throw new Error('none'); return { ...note }; }
	list() { return [...this.kept.values()].sort((a, b) => a.text.localeCompare(b.text)); }
}`;
const changing = `
export class Notes {
	private kept = new Map<string, { text: string; at: number }>();
	add(text: string) { const note = { text, at: Date.now() }; this.kept.set(text, note); return note; }
	get(text: string) { return { text, at: Date.now() }; }
}`;

describe('a reading that is kept, and given back by what keeps it', () => {
	const forms: Record<string, readonly [string, string]> = {
		'in a map of a class': [mapOfClass, `const s = new notes.Notes(); const a = s.add('a'); expect(s.get('a')).toEqual(a);`],
		'in a map, by itself': [mapOfClass, `const s = new notes.Notes(); const a = s.add('a'); expect(s.get('a')!.at).toBe(a.at);`],
		'in a map, strictly': [mapOfClass, `const s = new notes.Notes(); const a = s.add('a'); expect(s.get('a')).toStrictEqual(a);`],
		'in a map, under a key of the record': [mapOfClass, `const s = new notes.Notes(); const a = s.add('a'); expect(s.get(a.text)).toEqual(a);`],
		'the other way round': [mapOfClass, `const s = new notes.Notes(); const a = s.add('a'); expect(a).toEqual(s.get('a'));`],
		'in a map, listed': [mapOfClass, `const s = new notes.Notes(); const a = s.add('a'); const b = s.add('b'); expect(s.all()).toEqual([a, b]);`],
		'in a map, one of all': [mapOfClass, `const s = new notes.Notes(); const a = s.add('a'); s.add('b'); expect(s.all()).toContainEqual(a);`],
		'by promises': [datesOfClass, `const s = new notes.Notes(); const a = await s.add('a'); expect(await s.get('a')).toEqual(a);`],
		'by promises that the assertion waits for': [datesOfClass, `const s = new notes.Notes(); const a = await s.add('a'); await expect(s.get('a')).resolves.toEqual(a);`],
		'as the time of both': [datesOfClass, `const s = new notes.Notes(); const a = await s.add('a'); expect((await s.get('a'))!.at.getTime()).toBe(a.at.getTime());`],
		'in a list of a class': [listOfClass, `const s = new notes.Notes(); const a = s.add('a'); expect(s.last()).toEqual(a);`],
		'first in a list of a class': [listOfClass, `const s = new notes.Notes(); const a = s.add('a'); expect(s.first()).toEqual(a);`],
		'in a list of a class, all': [listOfClass, `const s = new notes.Notes(); const a = s.add('a'); const b = s.add('b'); expect(s.all()).toEqual([a, b]);`],
		'in a map of a module': [mapOfModule, `const a = notes.add('a'); expect(notes.get('a')).toEqual(a);`],
		'in a list of a module': [listOfModule, `const a = notes.add('a'); expect(notes.first()).toEqual(a);`],
		'in a list of a module, all': [listOfModule, `const a = notes.add('a'); const b = notes.add('b'); expect(notes.all()).toEqual([a, b]);`],
		'in a variable of a module': [variableOfModule, `const a = notes.add('a'); expect(notes.get()).toEqual(a);`],
		'in what a function closes over': [closure, `const s = notes.make(); const a = s.add('a'); expect(s.all()).toEqual([a]);`],
		'under a random key': [seeded, `const s = new notes.Notes(); const a = s.create({ text: 'a' }); expect(s.find(a.id)).toEqual(a);`],
		'in an order of its own': [seeded, `const s = new notes.Notes(); const b = s.create({ text: 'b' }); const a = s.create({ text: 'a' }); expect(s.list()).toEqual([a, b]);`],
		'in an order, against one': [seeded, `const s = new notes.Notes(); const made = ['b', 'a'].map(text => s.create({ text })); expect(s.list()).toEqual([...made].sort((a, b) => a.text.localeCompare(b.text)));`],
	};
	for (const [name, [store, claims]] of Object.entries(forms)) allows(name, asserting(store, claims));

	flags('but two that are made', asserting(mapOfClass, `const s = new notes.Notes(); const a = s.add('a'); const b = s.add('a');\n\t${told('expect(b).toEqual(a);')}`));
	flags('but two that a module makes', asserting(mapOfModule, told(`expect(notes.add('a')).toEqual(notes.add('a'));`)));
	flags('but one that is made anew when it is asked for', asserting(changing, `const s = new notes.Notes(); const a = s.add('a');\n\t${told(`expect(s.get('a')).toEqual(a);`)}`));
	flags('but one that the test reads itself', asserting(mapOfClass, `const s = new notes.Notes(); s.add('a');\n\t${told(`expect(s.get('a')!.at).toBe(Date.now());`)}`));
	flags('but one of two stores and what the other one was given', asserting(closure, `const s = notes.make(); const t = notes.make(); const a = s.add('a'); t.add('a');\n\t${told('expect(t.all()).toEqual([a]);')}`));
	flags('but one that the test makes twice', `
import { expect, it } from 'vitest';
const kept: { at: number }[] = [];
const add = () => { const note = { at: Date.now() }; kept.push(note); return note; };
it('adds', () => {
	const a = add();
	expect(add()).toEqual(a);
	~~~~~~~~~~~~~~~~~~~~~~~~
});`);
	allows('in the file of the test', `
import { expect, it } from 'vitest';
class Notes {
	private kept = new Map<string, { at: number }>();
	add() { const note = { at: Date.now() }; this.kept.set('a', note); return note; }
	get() { return this.kept.get('a'); }
}
const log: { at: number }[] = [];
const write = () => { const line = { at: Date.now() }; log.push(line); return line; };
it('keeps', () => {
	const s = new Notes();
	const a = s.add();
	expect(s.get()).toEqual(a);
	expect(s.get()!.at).toBe(a.at);
	const line = write();
	expect(log).toEqual([line]);
	expect(log[0]).toEqual(line);
});`);
});

/** A route that keeps what it is sent. */
const server = (test: string, framework: string): Record<string, string> => ({ 'a.test.ts': test, 'src/app.ts': framework });

describe('a reading that is kept behind a route', () => {
	allows('of Express', server(`
import request from 'supertest';
import { expect, it } from 'vitest';
import { app } from './src/app';
it('keeps notes', async () => {
	const made = await request(app).post('/notes').send({ text: 'a' });
	const got = await request(app).get('/notes/' + made.body.id);
	expect(got.body).toEqual(made.body);
});`, `
import express from 'express';
import { randomUUID } from 'node:crypto';
export const app = express();
const kept = new Map();
app.post('/notes', (req, res) => { const note = { id: randomUUID(), at: new Date().toISOString() }; kept.set(note.id, note); res.status(201).json(note); });
app.get('/notes/:id', (req, res) => { res.json(kept.get(req.params.id)); });
`));
	allows('of Fastify, in a list', server(`
import { expect, it } from 'vitest';
import { build } from './src/app';
const app = build();
const create = (text: string) => app.inject({ method: 'POST', url: '/notes', payload: { text } }).then(answer => answer.json());
it('keeps notes', async () => {
	const first = await create('a');
	const second = await create('b');
	expect((await app.inject('/notes')).json()).toEqual([first, second]);
});`, `
import Fastify from 'fastify';
export function build({ now = () => new Date() } = {}) {
	const app = Fastify();
	const kept = new Map();
	app.post('/notes', async (request, reply) => {
		const note = { text: request.body.text, at: now().toISOString() };
		kept.set(note.text, note);
		return reply.code(201).send(note);
	});
	app.get('/notes', async () => [...kept.values()]);
	return app;
}
`));
	allows('of Fastify', server(`
import { expect, it } from 'vitest';
import { build } from './src/app';
it('keeps notes', async () => {
	const app = build();
	const made = await app.inject({ method: 'POST', url: '/notes', payload: { text: 'a' } });
	const got = await app.inject({ method: 'GET', url: '/notes/' + made.json().id });
	expect(got.json()).toEqual(made.json());
});`, `
import Fastify from 'fastify';
import { randomUUID } from 'node:crypto';
export const build = () => {
	const app = Fastify();
	const kept = new Map();
	app.post('/notes', async () => { const note = { id: randomUUID(), at: new Date().toISOString() }; kept.set(note.id, note); return note; });
	app.get('/notes/:id', async (req) => kept.get(req.params.id));
	return app;
};
`));
});
