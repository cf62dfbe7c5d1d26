import {
	type AttributesDeclaration,
	type ColumnChain,
	type ColumnsDeclaration,
	type UniqueDeclaration,
	uniqueDeclarations,
} from '../../knowledge/unique-columns.ts';
import type { Module, Site } from '../../project/model.ts';
import type { Origin } from '../../provenance/model.ts';
import { type Match, type Pattern, matchPattern, parsePattern } from '../../provenance/pattern.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { callStep } from '../../provenance/walk-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { fieldsOf } from '../record.ts';
import { recordsOf } from '../records.ts';
import type { Knowing } from '../knowing.ts';

/** Columns that one call makes unique. */
export interface CallDeclaration {
	readonly call: Site<Call>;
	/** The way to the call, as the code takes it. */
	readonly origin: Origin;
	readonly columns: readonly string[];
}

const declarations: readonly UniqueDeclaration[] = uniqueDeclarations;
const compiled = declarations.flatMap(declaration =>
	'path' in declaration ? [{ declaration, pattern: parsePattern(declaration.path) }] : [],
);

const tables = declarations.flatMap(declaration => {
	const paths = declaration.kind === 'chain' ? (declaration.tables ?? []) : declaration.kind === 'attributes' ? [declaration.path] : [];
	return paths.map(path => ({ from: [declaration.from].flat(), pattern: parsePattern(path) }));
});

/** Whether the last call of a path says which columns a table has. */
export function isTableDeclaration(origin: Origin): boolean {
	return tables.some(({ from, pattern }) => from.includes(origin.from) && matchPattern(pattern, origin)?.length === origin.steps.length);
}

/** Names that a call ends with which may declare a column: no other call is looked at. */
const callNames: ReadonlySet<string> = new Set(
	compiled.flatMap(({ declaration, pattern }) =>
		declaration.kind === 'chain' ? declaration.methods : pattern.flatMap(step => (step.kind === 'property' ? [...step.names] : [])),
	),
);

/** What the calls of a module declare unique. */
export function callDeclarations(knowing: Knowing, module: Module): CallDeclaration[] {
	const calls = module.facts.functions.flatMap(each => each.calls);
	return calls.flatMap(fact =>
		mayDeclare(fact) ? [...declaredBy(knowing, { module, fact }), ...declaredInCallback(knowing, { module, fact })] : [],
	);
}

/** `addColumn('email', 'text', column => column.unique())` */
function declaredInCallback(knowing: Knowing, call: Site<Call>): CallDeclaration[] {
	const adding = handedOver(knowing, call)?.passedTo?.call;
	if (adding === undefined) return [];
	const method = lastName(call.fact.callee) ?? '';
	return originsOf(knowing, at(adding, call)).flatMap(origin =>
		compiled.flatMap(({ declaration, pattern }): CallDeclaration[] => {
			if (declaration.kind !== 'chain' || declaration.column !== 'callback' || !declaration.methods.includes(method)) return [];
			if (matched(knowing, declaration, pattern, origin) === undefined || !endsLike(pattern, adding)) return [];
			return [{ call, origin, columns: adding.args.slice(0, 1).flatMap(name => alone(namesIn(knowing, at(name, call)))) }];
		}),
	);
}

/** Of several calls in a chain a pattern matches the first; the others have its name. */
function endsLike(pattern: Pattern, { callee }: Call): boolean {
	const last = pattern.findLast(step => step.kind === 'property');
	return last?.kind === 'property' && last.names.has(lastName(callee) ?? '');
}

/** The function whose first parameter the call's chain hangs on. */
function handedOver({ provenance }: Knowing, call: Site<Call>): FunctionFacts | undefined {
	const root = provenance.written(at(call.fact.callee, call)).find(each => each.kind === 'parameter' && each.index === 0);
	return root?.kind === 'parameter' ? root.site.fact : undefined;
}

/** A call by a local name may be one under another name. */
function mayDeclare({ callee, form }: Call): boolean {
	return form === 'new' || callee.kind !== 'member' || (typeof callee.property === 'string' && callNames.has(callee.property));
}

/** What one call declares. */
function declaredBy(knowing: Knowing, call: Site<Call>): CallDeclaration[] {
	return originsOf(knowing, call).flatMap(origin =>
		compiled.flatMap(({ declaration, pattern }): CallDeclaration[] => {
			const found = matched(knowing, declaration, pattern, origin);
			if (found === undefined) return [];
			if (declaration.kind === 'chain')
				return found.rest > 0 ? [{ call, origin, columns: chained(knowing, declaration, call, found.match) }] : [];
			if (found.rest > 0 && !endsLike(pattern, call.fact)) return [];
			return [
				{
					call,
					origin,
					columns:
						declaration.kind === 'attributes'
							? ofAttributes(knowing, declaration, call)
							: ofColumns(knowing, declaration, call),
				},
			];
		}),
	);
}

/** Matches the way that the code takes, or what rows call it. */
function matched(
	{ rows }: Knowing,
	{ from }: UniqueDeclaration,
	pattern: Pattern,
	origin: Origin,
): { readonly match: Match; readonly rest: number } | undefined {
	if (![from].flat().includes(origin.from)) return undefined;
	for (const way of [origin, rows.canonical(origin)]) {
		const match = matchPattern(pattern, way);
		if (match !== undefined) return { match, rest: way.steps.length - match.length };
	}
	return undefined;
}

/** The parameter of a migration that has no type is taken for what migrations are given. */
function originsOf({ provenance }: Knowing, call: Site<Call>): Origin[] {
	return provenance.written(at(call.fact.callee, call)).flatMap((root): Origin[] => {
		if (root.kind === 'origin') return [{ from: root.origin.from, steps: [...root.origin.steps, callStep(call)] }];
		if (root.kind !== 'parameter' || root.index !== 0) return [];
		const builder = builders.get(
			root.site.fact.passedTo === undefined ? (root.site.fact.name ?? '') : (lastName(root.site.fact.passedTo.call.callee) ?? ''),
		);
		return builder === undefined ? [] : builder.map(({ from, steps }) => ({ from, steps: [...steps, ...root.path, callStep(call)] }));
	});
}

const tableBuilder: readonly Origin[] = [
	{
		from: 'knex',
		steps: [
			{ kind: 'property', name: 'TableBuilder' },
			{ kind: 'construct', site: undefined },
		],
	},
];
const clients: readonly Origin[] = [
	{
		from: 'knex',
		steps: [
			{ kind: 'property', name: 'Knex' },
			{ kind: 'construct', site: undefined },
		],
	},
	{
		from: 'kysely',
		steps: [
			{ kind: 'property', name: 'Kysely' },
			{ kind: 'construct', site: undefined },
		],
	},
];
const builders: ReadonlyMap<string, readonly Origin[]> = new Map([
	...['createTable', 'createTableIfNotExists', 'alterTable', 'table'].map(name => [name, tableBuilder] as const),
	['up', clients],
]);

function lastName(callee: Value): string | undefined {
	return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
}

/** Columns whose entry has an option that makes them unique; columns that share a name for it are unique together only. */
function ofAttributes(knowing: Knowing, { argument, key, options }: AttributesDeclaration, call: Site<Call>): string[] {
	const whole = call.fact.args[argument];
	const sites = whole === undefined ? [] : key === undefined ? [at(whole, call)] : valuesAt(knowing, at(whole, call), key);
	const found = sites
		.flatMap(site => [...fieldsOf(knowing, site).known])
		.map(([column, { values }]) => {
			const [mark] = values.flatMap(({ site }) => options.flatMap(option => valuesAt(knowing, site, option)));
			return { column, mark, name: mark === undefined ? undefined : staticValue(knowing.provenance.roots, mark) };
		});
	const marked = found.filter(({ mark, name }) => mark !== undefined && name !== false);
	return marked
		.filter(({ name }) => typeof name !== 'string' || marked.filter(other => other.name === name).length === 1)
		.map(({ column }) => column);
}

export function valuesAt(knowing: Knowing, site: Site<Value>, key: string): Site<Value>[] {
	return (
		fieldsOf(knowing, site)
			.known.get(key)
			?.values.flatMap(({ site: value, path }) => (path.length === 0 ? [value] : [])) ?? []
	);
}

function isTrue(knowing: Knowing, site: Site<Value>, key: string): boolean {
	return valuesAt(knowing, site, key).some(value => staticValue(knowing.provenance.roots, value) === true);
}

/** One column alone; none where several are named. */
function ofColumns(knowing: Knowing, { names, argument, key, when }: ColumnsDeclaration, call: Site<Call>): string[] {
	const { args } = call.fact;
	const condition = when === undefined ? undefined : args[when.argument];
	if (when !== undefined && (condition === undefined || !isTrue(knowing, at(condition, call), when.key))) return [];
	const whole = args[argument];
	if (whole === undefined) return [];
	const sites = key === undefined ? [at(whole, call)] : valuesAt(knowing, at(whole, call), key);
	if (names === 'members') return alone(args.slice(argument).map(value => lastName(value)));
	if (names === 'keys') return sites.flatMap(site => alone([...fieldsOf(knowing, site).known.keys()]));
	if (names === 'names') return sites.flatMap(site => alone(namesIn(knowing, site)));
	const entries = sites
		.flatMap(site => recordsOf(knowing, site))
		.filter(entry => names.option === undefined || isTrue(knowing, entry, names.option));
	return entries.flatMap(entry => valuesAt(knowing, entry, names.fields).flatMap(list => alone(namesIn(knowing, list))));
}

export function namesIn(knowing: Knowing, site: Site<Value>): (string | undefined)[] {
	return recordsOf(knowing, site).map(each => {
		const name = staticValue(knowing.provenance.roots, each);
		return typeof name === 'string' ? name : undefined;
	});
}

export function alone([name, ...others]: readonly (string | undefined)[]): string[] {
	return name === undefined || others.length > 0 ? [] : [name];
}

function chained(knowing: Knowing, { column, methods }: ColumnChain, call: Site<Call>, match: Match): string[] {
	const begun = match.calls.at(-1)?.site;
	if (!methods.includes(lastName(call.fact.callee) ?? '') || begun === undefined) return [];
	const [first] = begun.fact.args;
	if (column === 'argument') return first === undefined ? [] : alone(namesIn(knowing, at(first, begun)));
	return column === 'key' ? alone([keyOf(call.fact)]) : [];
}

/** The property that a chain of calls is the value of, in an argument of the call around it. */
function keyOf(call: Call): string | undefined {
	for (let { outer } = call; outer !== undefined; { outer } = outer) {
		for (const argument of outer.args) {
			const entry =
				argument.kind === 'object'
					? argument.entries.find(({ value }) => value.start <= call.start && call.end <= value.end)
					: undefined;
			if (entry?.kind === 'property' && typeof entry.key === 'string') return nestedKey(entry.value, call) ?? entry.key;
		}
	}
	return undefined;
}

function nestedKey(value: Value, call: Call): string | undefined {
	const entry =
		value.kind === 'object' ? value.entries.find(each => each.value.start <= call.start && call.end <= each.value.end) : undefined;
	return entry?.kind === 'property' && typeof entry.key === 'string' ? (nestedKey(entry.value, call) ?? entry.key) : undefined;
}
