import type { Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import type { Root } from '../../provenance/model.ts';
import { at, functionAt, seenThrough } from '../../provenance/walker.ts';
import { soleGiving } from '../../syntax/definitions.ts';
import type { Call, FunctionFacts, ObjectValue, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Draw } from '../random/draw.ts';
import { FormulaReader } from '../random/formula.ts';
import type { Knowing } from '../knowing.ts';

/** What a factory's call puts into a record. */
export interface MadeRecord {
	readonly call: Site<Call>;
	/** The function of the project that makes it. */
	readonly factory: FunctionFacts;
	/** What is fixed is a text, number or truth value; what a generator draws is its draw. */
	readonly fields: ReadonlyMap<string, Draw | string | number | boolean>;
}

/** The records that a call makes through a function of the project: objects written in it, with what this call hands in. */
export function recordsMadeBy(knowing: Knowing, call: Site<Call>): readonly MadeRecord[] {
	return knowing.provenance.roots(at(call.fact.callee, call)).flatMap(root => {
		const factory = factoryOf(knowing, root, call);
		if (factory === undefined) return [];
		return objectsIn(factory).flatMap((object): readonly MadeRecord[] => {
			const fields = fieldsIn(knowing, object);
			return fields.size === 0 ? [] : [{ call, factory: factory.fact, fields }];
		});
	});
}

function factoryOf(knowing: Knowing, root: Root, call: Site<Call>): Site<FunctionFacts> | undefined {
	if (root.kind !== 'function' || root.path.length > 0 || !drawsSomething(knowing, root.site)) return undefined;
	const frame = entered(root.site, call, root.receiver);
	return frame === undefined ? undefined : seenThrough(root.site, frame);
}

/** Whether a function's module imports generators at all. */
function drawsSomething({ rows }: Knowing, { module }: Site<FunctionFacts>): boolean {
	const packages = rows.packagesOf('draw');
	return module.facts.sources.some(source => packages.has(source));
}

/** How many objects of one function are looked at, and how deep in one another they stand. */
const maxObjects = 12;
const maxDepth = 4;

function objectsIn(site: Site<FunctionFacts>): readonly Site<ObjectValue>[] {
	const { bindings, functions } = site.module.facts;
	const index = functions.indexOf(site.fact);
	const defined = bindings
		.filter(binding => binding.function === index)
		.flatMap(({ definitions }) => definitions.flatMap(each => (each.kind === 'value' ? [each.value] : [])));
	const values = [...site.fact.returns.map(({ value }) => value), ...site.fact.calls.flatMap(({ args }) => args), ...defined];
	return [...new Set(values.flatMap(value => objectsInside(value, 0)))].slice(0, maxObjects).map(fact => at(fact, site));
}

function objectsInside(value: Value, depth: number): readonly ObjectValue[] {
	if (depth > maxDepth) return [];
	if (value.kind === 'await' || value.kind === 'spread') return objectsInside(value.value, depth + 1);
	if (value.kind === 'call') return value.args.flatMap(argument => objectsInside(argument, depth + 1));
	if (value.kind !== 'object') return [];
	return [value, ...value.entries.flatMap(({ value: inner }) => objectsInside(inner, depth + 1))];
}

function fieldsIn(knowing: Knowing, object: Site<ObjectValue>): MadeRecord['fields'] {
	const reader = new FormulaReader(knowing, () => true);
	const formula = reader.read(object);
	const record = formula(new Map(reader.draws.map(draw => [draw, draw])));
	const fields = new Map<string, Draw | string | number | boolean>();
	if (!(record instanceof Map)) return fields;
	for (const [name, value] of record) {
		const draw = reader.draws.find(each => each === value);
		if (draw !== undefined) fields.set(String(name), draw);
		else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') fields.set(String(name), value);
	}
	return fields;
}

/** Calls in a function and in those inside it. */
export function callsWithin({ module, fact, frame }: Site<FunctionFacts>): readonly Site<Call>[] {
	return functionsWithin(module.facts, fact).flatMap(inner =>
		inner.calls.map(call => ({ module, fact: call, frame: inner === fact ? frame : undefined })),
	);
}

/** The calls that a value comes out of, as far as its own text and its variables tell: `response` of `const response = await get(…)`. */
export function callsBehind(site: Site<Value>, depth = 0): readonly Site<Call>[] {
	const { fact } = site;
	if (depth > 8) return [];
	switch (fact.kind) {
		case 'await':
			return callsBehind(at(fact.value, site), depth + 1);
		case 'member':
			return callsBehind(at(fact.object, site), depth + 1);
		case 'call':
			return [at(fact, site), ...(fact.callee.kind === 'member' ? callsBehind(at(fact.callee.object, site), depth + 1) : [])];
		case 'reference': {
			const definition = soleGiving(site.module.facts, fact);
			const isOwn = definition?.kind === 'value' && functionAt(site.module, definition.function) !== undefined;
			return isOwn ? callsBehind(at(definition.value, site), depth + 1) : [];
		}
		default:
			return [];
	}
}
