import { clientPorts, portOption } from '../../knowledge/clients.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { property } from '../../provenance/walker.ts';
import type { ObjectEntry, Span, Value } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/** A port of a server's settings that keeps its fixed number, where those beside it are set to 0. */
export interface ForgottenPort {
	/** The last of those that are set. */
	readonly at: Span;
	readonly name: string;
	readonly port: number;
}

/** Settings of which a test file sets two ports or more to 0, on a record of the project that has another one. */
export function* forgottenPorts(models: Models): Iterable<ForgottenPort> {
	const { module, tests } = models;
	if (tests.length === 0) return;
	for (const [binding, { definitions }] of module.facts.bindings.entries()) {
		if (definitions.length < atLeast) continue;
		const written = definitions.flatMap(each =>
			each.kind === 'member' && each.into.length === 1
				? [{ name: each.into[0] ?? '', value: each.value, function: each.function, start: each.start }]
				: [],
		);
		const free = written.filter(({ name, value }) => portOption.test(name) && isZero(value));
		if (new Set(free.map(({ name }) => name)).size < atLeast) continue;
		for (const inside of new Set(free.map(each => each.function))) {
			const own = free.filter(each => each.function === inside);
			const last = own.toSorted((one, other) => one.start - other.start).at(-1);
			if (last === undefined || new Set(own.map(({ name }) => name)).size < atLeast) continue;
			const record: Site<Value> = {
				module,
				fact: { kind: 'reference', binding, start: last.start, end: last.value.end },
				frame: undefined,
			};
			yield* leftAt(
				models,
				record,
				written.map(({ name }) => name),
				{ start: last.start, end: last.value.end },
			);
		}
	}
	yield* inRecords(models);
}

/** `{ ...defaults, apiPort: 0, adminPort: 0 }`. */
function* inRecords(models: Models): Iterable<ForgottenPort> {
	const { module } = models;
	const told = new Set<Value>();
	for (const value of module.facts.functions
		.flatMap(({ calls }) => calls.flatMap(({ args }) => args))
		.concat(
			module.facts.bindings.flatMap(({ definitions }) => definitions.flatMap(each => (each.kind === 'value' ? [each.value] : []))),
		)) {
		if (value.kind !== 'object' || told.has(value)) continue;
		told.add(value);
		const free = value.entries.length < atLeast ? [] : value.entries.filter(isFreePort);
		const last = free.at(-1);
		if (free.length < atLeast || last === undefined) continue;
		const names = value.entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key === 'string' ? [entry.key] : []));
		for (const entry of value.entries)
			if (entry.kind === 'spread') yield* leftAt(models, { module, fact: entry.value, frame: undefined }, names, last);
	}
}

const atLeast = 2;

function isFreePort(entry: ObjectEntry): entry is Extract<ObjectEntry, { kind: 'property' }> {
	return entry.kind === 'property' && typeof entry.key === 'string' && portOption.test(entry.key) && isZero(entry.value);
}

function isZero(value: Value): boolean {
	return value.kind === 'literal' && (value.value === 0 || value.value === '0');
}

/** The first port of a record that nothing else is put in the place of. */
function* leftAt({ provenance }: Models, record: Site<Value>, set: readonly string[], at: Span): Iterable<ForgottenPort> {
	const made = provenance.roots(record).filter(root => root.kind === 'made' && root.path.length === 0);
	const names = new Set(
		made.flatMap(root =>
			root.kind === 'made' && root.site.fact.kind === 'object'
				? root.site.fact.entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key === 'string' ? [entry.key] : []))
				: [],
		),
	);
	for (const name of names) {
		if (set.includes(name) || !portOption.test(name) || clientPorts.test(name)) continue;
		const port = staticValue(provenance.roots, record, [property(name)]);
		if (typeof port !== 'number' || port < 1024 || port > 65_535) continue;
		yield { at, name, port };
		return;
	}
}
