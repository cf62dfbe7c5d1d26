import type { Site } from '../project/model.ts';
import { constructorOf } from '../provenance/class-members.ts';
import { entered } from '../provenance/frames.ts';
import type { Path, Root } from '../provenance/model.ts';
import { at, frameOf, functionAt, property } from '../provenance/walker.ts';
import { isGiving } from '../syntax/definitions.ts';
import type { Binding, Call, ClassFacts, Definition, FunctionFacts, ObjectValue, ReferenceValue, Value } from '../syntax/facts.ts';
import { calledBy } from './called-bodies.ts';
import { Steps } from './steps.ts';
import { type Knowing, rowsOfCall } from './knowing.ts';

/** A value that stands in the project's text, or what `path` takes from it. */
export interface Field {
	readonly site: Site<Value>;
	readonly path: Path;
}

/**
 * What the keys of a record hold. Where a later spread could hold anything, no key before it is told of: what is told of is what the
 * record holds when it is complete, or one of several such values.
 */
export interface Fields {
	readonly known: ReadonlyMap<string, Known>;
	/** It may hold keys that are not told of. */
	readonly open: boolean;
}

interface Known {
	readonly values: readonly Field[];
	/** The key is there in any case. */
	readonly certain: boolean;
}

const nothing: Fields = { known: new Map(), open: false };
const anything: Fields = { known: new Map(), open: true };

/** The record that a value is, through variables, spreads, factories, constructors and later assignments. */
export function fieldsOf(knowing: Knowing, site: Site<Value>): Fields {
	return fieldsAt(knowing, site, new Steps(16), 0);
}

function fieldsAt(knowing: Knowing, site: Site<Value>, steps: Steps, depth: number): Fields {
	if (!steps.take(depth)) return anything;
	const next: Next = further => fieldsAt(knowing, further, steps, depth + 1);
	const { fact: value } = site;
	switch (value.kind) {
		case 'object':
			return ofObject(at(value, site), next);
		case 'literal':
			return nothing;
		case 'await':
			return next(at(value.value, site));
		case 'choice':
			return either(value.options.map(option => next(at(option, site))));
		case 'reference':
			return ofReference(knowing, at(value, site), next);
		case 'call':
			return ofCall(knowing, at(value, site), next);
		default:
			return ofRoots(knowing, site, next);
	}
}

type Next = (site: Site<Value>) => Fields;

function ofObject(site: Site<ObjectValue>, next: Next): Fields {
	return site.fact.entries.reduce((before, entry): Fields => {
		if (entry.kind === 'spread') return after(before, next(at(entry.value, site)));
		if (entry.accessor !== undefined || typeof entry.key !== 'string') return after(before, anything);
		return set(before, entry.key, at(entry.value, site));
	}, nothing);
}

function set({ known, open }: Fields, key: string, site: Site<Value>): Fields {
	return { known: new Map([...known, [key, { values: [{ site, path: [] }], certain: true }]]), open };
}

/** What is there once `later` is spread over it. */
function after(before: Fields, later: Fields): Fields {
	const known = new Map(later.open ? [] : before.known);
	for (const [key, { values, certain }] of later.known) {
		const earlier = known.get(key);
		known.set(
			key,
			certain || earlier === undefined ? { values, certain } : { values: [...earlier.values, ...values], certain: earlier.certain },
		);
	}
	return { known, open: before.open || later.open };
}

function either(options: readonly Fields[]): Fields {
	const keys = new Set(options.flatMap(({ known }) => [...known.keys()]));
	const known = new Map<string, Known>();
	for (const key of keys) {
		const found = options.flatMap(option => option.known.get(key) ?? []);
		known.set(key, {
			values: found.flatMap(({ values }) => values),
			certain: found.length === options.length && found.every(({ certain }) => certain),
		});
	}
	return { known, open: options.length === 0 || options.some(({ open }) => open) };
}

/** The variable's value when it was made, and what is written to its properties afterwards. */
function ofReference(knowing: Knowing, site: Site<ReferenceValue>, next: Next): Fields {
	const binding = site.module.facts.bindings[site.fact.binding];
	const [first, ...others] = binding?.definitions.filter(isGiving) ?? [];
	if (binding === undefined || first === undefined || others.length > 0) return ofRoots(knowing, site, next);
	return written(binding, site, ofDefinition(knowing, first, site, next));
}

function ofDefinition(knowing: Knowing, definition: Definition, site: Site<Value>, next: Next): Fields {
	if (definition.kind === 'value' && definition.path.length === 0) return next(siteIn(definition.function, definition.value, site));
	if (definition.kind !== 'parameter' || definition.path.length > 0 || definition.rest) return ofRoots(knowing, site, next);

	const target = functionAt(site.module, definition.function);
	const frame = target === undefined ? undefined : frameOf(target, site.frame);
	const call = frame?.call;
	if (target === undefined || call === undefined) return ofRoots(knowing, site, next);
	if (call.fact.args.slice(0, definition.index + 1).some(argument => argument.kind === 'spread')) return anything;
	const argument = call.fact.args[definition.index];
	const standard = target.parameters[definition.index]?.default;
	if (argument !== undefined && !(argument.kind === 'literal' && argument.value === undefined)) return next(at(argument, call));
	return standard === undefined ? nothing : next({ module: site.module, fact: standard, frame });
}

/** A value written in a function around the site, looked at through the call that entered that function. */
function siteIn(index: number, value: Value, site: Site<unknown>): Site<Value> {
	const owner = functionAt(site.module, index);
	return { module: site.module, fact: value, frame: owner === undefined ? undefined : frameOf(owner, site.frame) };
}

/** What other functions write, or what is written under a condition, may be there or not. */
function written({ definitions, function: owner }: Binding, site: Site<Value>, made: Fields): Fields {
	return definitions.reduce((before, definition): Fields => {
		if (definition.kind !== 'member' || definition.into.length !== 1) return before;
		const [key = '*'] = definition.into;
		if (key === '*') return after(before, anything);
		const field = set(nothing, key, siteIn(definition.function, definition.value, site));
		const certain = definition.function === owner && definition.region === undefined;
		return after(before, certain ? field : either([field, nothing]));
	}, made);
}

function ofCall(knowing: Knowing, site: Site<Call>, next: Next): Fields {
	if (site.fact.form === 'new') return ofRoots(knowing, site, next);
	const flow = rowsOfCall(knowing, site).find(({ row }) => row.effect === 'flow')?.row;
	if (flow?.effect === 'flow') return ofFlow(site, flow.carries, next);

	const results = knowing.provenance.roots(at(site.fact.callee, site)).map(root => {
		const body = root.kind === 'function' ? calledBy(root) : undefined;
		const frame =
			body === undefined || root.kind !== 'function' || body.fact.generator ? undefined : entered(body, site, root.receiver);
		return frame === undefined || body === undefined
			? anything
			: either(body.fact.returns.map(({ value }) => next({ ...body, fact: value, frame })));
	});
	return either(results);
}

/** `Object.assign(a, b)` and what else gives back its arguments, or a copy of them. */
function ofFlow(site: Site<Call>, carries: readonly (number | 'all' | 'receiver')[], next: Next): Fields {
	const { args } = site.fact;
	if (args.some(argument => argument.kind === 'spread')) return anything;
	const carried = carries.flatMap(each => (each === 'all' ? args : each === 'receiver' ? [] : args.slice(each, each + 1)));
	if (carried.length === 0) return anything;
	return carried.map(argument => next(at(argument, site))).reduce(after, nothing);
}

function ofRoots(knowing: Knowing, site: Site<Value>, next: Next): Fields {
	return either(knowing.provenance.roots(site).map(root => ofRoot(root, site, next)));
}

function ofRoot(root: Root, site: Site<Value>, next: Next): Fields {
	if (root.kind === 'made')
		return root.path.length === 0 && root.site.fact.kind === 'object' && root.site !== site ? next(root.site) : anything;
	if (root.kind === 'instance') return root.path.length === 0 ? ofInstance(root, site, next) : anything;
	const made = root.kind === 'origin' ? root.origin.steps.findLast(step => step.kind !== 'await') : undefined;
	if (made?.kind !== 'construct' || made.site === undefined) return anything;
	return ofArguments(made.site, next);
}

/** Models of packages are made from their first argument: `new User({ … })`. */
function ofArguments(construction: Site<Call>, next: Next): Fields {
	const [argument] = construction.fact.args;
	return argument === undefined ? nothing : argument.kind === 'spread' ? anything : next(at(argument, construction));
}

/** How many ancestors of a class are looked at. */
const maxAncestors = 6;

function ofInstance(
	{ site: { module, fact: index }, construction }: Extract<Root, { kind: 'instance' }>,
	site: Site<Value>,
	next: Next,
): Fields {
	let facts: ClassFacts | undefined = module.facts.classes[index];
	let fields = nothing;
	for (let level = 0; facts !== undefined && level < maxAncestors; level++) {
		const names = facts.members
			.filter(member => !member.static && (member.kind === 'field' || member.kind === 'assigned'))
			.map(({ name }) => name);
		const own = new Map(names.map((name): [string, Known] => [name, { values: [{ site, path: [property(name)] }], certain: true }]));
		fields = after({ known: own, open: false }, fields);
		const body = constructorOf(module, facts);
		if (body !== undefined) return after(fields, assignedIn(body, construction, module, next));
		const parent: Value | undefined = facts.superClass;
		if (parent === undefined) return fields;
		if (parent.kind !== 'reference') break;
		facts = ownClass(module.facts.bindings[parent.binding], module.facts.classes);
	}
	return construction === undefined ? { known: fields.known, open: true } : after(ofArguments(construction, next), fields);
}

/** A parent in another module may be a class of a package: its constructor takes the record. */
function ownClass(binding: Binding | undefined, classes: readonly ClassFacts[]): ClassFacts | undefined {
	const [definition] = binding?.definitions ?? [];
	return definition?.kind === 'value' && definition.value.kind === 'class' ? classes[definition.value.class] : undefined;
}

/** `Object.assign(this, attributes)` in a constructor. */
function assignedIn(body: FunctionFacts, construction: Site<Call> | undefined, module: Site<unknown>['module'], next: Next): Fields {
	const frame = construction === undefined ? undefined : entered({ module, fact: body }, construction, construction);
	const calls = body.calls.filter(
		({ callee, args }) => callee.kind === 'member' && callee.property === 'assign' && args[0]?.kind === 'this',
	);
	return calls
		.flatMap(({ args }) => args.slice(1))
		.map(fact => (frame === undefined ? anything : next({ module, fact, frame })))
		.reduce(after, nothing);
}
