import type { ApiRow, Place } from '../../knowledge/row.ts';
import { tableMethods } from '../../knowledge/unique-columns.ts';
import type { Site } from '../../project/model.ts';
import { placeOf } from '../../provenance/match.ts';
import type { Match } from '../../provenance/pattern.ts';
import type { Origin, Path, Root, Step } from '../../provenance/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { isTableDeclaration } from './column-declarations.ts';
import type { Deed } from '../model.ts';
import { type Knowing, rowsOfCall } from '../knowing.ts';

export type Store = Extract<Deed, { readonly kind: 'store' }>;

/** A call that stores into a table, or takes away what is in it, and where its row says that the table is named. */
export interface OfTable {
	readonly row: ApiRow;
	readonly table: { readonly step: number } | Place | undefined;
	readonly call: Site<Call>;
}

/** What says which columns a table has. */
export type Declarer =
	/** An entity or model class. */
	| { readonly kind: 'class'; readonly site: Site<number> }
	/** `pgTable(…)`, `new Schema(…)`, `sequelize.define(…)`. */
	| { readonly kind: 'call'; readonly site: Site<Call> };

export interface Table {
	/** As the code calls it; undefined where it has no name. */
	readonly name: string | undefined;
	readonly declarer: Declarer | undefined;
	/** The name is a property of the client itself, as the schema's generator made it. */
	readonly generated: boolean;
}

/** The table, collection or model that a store writes into. */
export function tableOf(knowing: Knowing, { row, table, call }: OfTable, record: Site<Value>): Table {
	if (table !== undefined && 'step' in table)
		return { name: stepName(knowing, row, call, table.step), declarer: undefined, generated: true };
	const place = table === undefined ? undefined : placeOf(table, call);
	const found =
		(place === undefined ? undefined : tableIn(knowing, place.site, 0, place.path)) ??
		tableOfCalls(knowing, call) ??
		modelOf(knowing, call) ??
		classOf(knowing, record);
	return { name: undefined, declarer: undefined, generated: false, ...found };
}

type Found = { readonly name: string | undefined; readonly declarer?: Declarer };

function stepName(knowing: Knowing, row: OfTable['row'], call: Site<Call>, step: number): string | undefined {
	const match: Match | undefined = rowsOfCall(knowing, call).find(each => each.row === row)?.match;
	return match?.properties.filter((name, index) => index > 0 || name !== 'default')[step];
}

/** How deep tables are looked for in arguments: `model('User', new Schema(…))`. */
const maxDepth = 4;

/** What a value names: a table by its name, a class, or a call that declares one. */
function tableIn(knowing: Knowing, site: Site<Value>, depth: number, path: Path = []): Found | undefined {
	if (depth > maxDepth) return undefined;
	const name = staticValue(knowing.provenance.roots, site, path);
	if (typeof name === 'string') return { name };
	for (const root of knowing.provenance.written(site, path)) {
		const found = root.kind === 'origin' ? tableOfOrigin(knowing, root.origin, depth) : classOfRoot(root);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The calls of the chain that stores, the nearest first: `db('users').insert`, `getRepository(User).save`, `db.insert(users).values`. */
function tableOfCalls(knowing: Knowing, call: Site<Call>): Found | undefined {
	for (const root of knowing.provenance.written(at(call.fact.callee, call))) {
		const found = root.kind === 'origin' ? tableOfOrigin(knowing, root.origin, 0) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
}

function tableOfOrigin(knowing: Knowing, { from, steps }: Origin, depth: number): Found | undefined {
	for (let index = steps.length - 1; index >= 0; index--) {
		const step = steps[index];
		if ((step?.kind !== 'call' && step?.kind !== 'construct') || step.site === undefined) continue;
		const { site } = step;
		const name = namedBy(knowing, steps[index - 1], step);
		if (isTableDeclaration({ from, steps: steps.slice(0, index + 1) }))
			return { name: name ?? keptAs(site), declarer: { kind: 'call', site } };
		const inside = site.fact.args
			.flatMap(argument => (isPlain(argument) ? tableIn(knowing, at(argument, site), depth + 1) : undefined) ?? [])
			.find(({ declarer }) => declarer !== undefined);
		if (inside !== undefined || name !== undefined)
			return { name: name ?? inside?.name, ...(inside?.declarer === undefined ? {} : { declarer: inside.declarer }) };
	}
	return undefined;
}

/** `db('users')`, `collection('users')`: the name of a table that a call is given. */
function namedBy({ provenance }: Knowing, before: Step | undefined, step: Step): string | undefined {
	const [first] = step.kind === 'call' ? step.site.fact.args : [];
	const names = before?.kind === 'property' ? tableMethods.includes(before.name) : before !== undefined;
	if (step.kind !== 'call' || first === undefined || !names) return undefined;
	const name = staticValue(provenance.roots, at(first, step.site));
	return typeof name === 'string' ? name : undefined;
}

/** A record or a callback names no table. */
function isPlain({ kind }: Value): boolean {
	return kind === 'reference' || kind === 'member' || kind === 'call' || kind === 'class';
}

/** The variable that a call's result is put into. */
function keptAs({ module, fact }: Site<Call>): string | undefined {
	return module.facts.bindings.find(({ definitions }) =>
		definitions.some(each => each.kind === 'value' && each.value === fact && each.path.length === 0),
	)?.word;
}

function classOfRoot(root: Root): Found | undefined {
	if (root.kind !== 'class' && root.kind !== 'instance') return undefined;
	if (root.path.length > 0) return undefined;
	const { module, fact } = root.site;
	return { name: module.facts.classes[fact]?.name, declarer: { kind: 'class', site: { module, fact } } };
}

/** What the record itself is an instance of, or was made by: `Object.assign(new User(), …)`, `getRepository(User).create(…)`. */
function classOf(knowing: Knowing, record: Site<Value>): Found | undefined {
	return knowing.provenance
		.written(record)
		.flatMap(root => (root.kind === 'origin' ? tableOfOrigin(knowing, root.origin, 0) : classOfRoot(root)) ?? [])[0];
}

/** `User.create(…)`, `User.query().insert(…)`, `user.save()`, where the class is a model: it has a class of a package above it. */
function modelOf(knowing: Knowing, call: Site<Call>): Found | undefined {
	const roots = knowing.provenance.roots(at(headOf(call.fact.callee), call));
	return roots.flatMap(root => (isModel(knowing, root, 0) ? (classOfRoot(root) ?? []) : []))[0];
}

function headOf(value: Value): Value {
	if (value.kind === 'member') return headOf(value.object);
	return value.kind === 'call' ? headOf(value.callee) : value;
}

function isModel(knowing: Knowing, root: Root, depth: number): boolean {
	if (root.kind === 'origin') return depth > 0;
	if ((root.kind !== 'class' && root.kind !== 'instance') || depth > maxDepth) return false;
	const { module, fact } = root.site;
	const superClass = module.facts.classes[fact]?.superClass;
	return (
		superClass !== undefined &&
		knowing.provenance.roots({ module, fact: superClass }).some(parent => isModel(knowing, parent, depth + 1))
	);
}
