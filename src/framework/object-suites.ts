import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { FrameworkName, ObjectSuites, Role } from '../knowledge/frameworks/row.ts';
import type { Module, Site } from '../project/model.ts';
import type { Root } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { at } from '../provenance/walker.ts';
import type { Call, ObjectValue, Span, Value } from '../syntax/facts.ts';
import type { Said } from './vocabulary.ts';

/** A test, hook or suite that an object holds, as if a call had defined it. */
export interface Held {
	readonly site: Site<Call>;
	readonly said: Said;
}

/** Suites inside one another. */
export const maxNested = 12;
/** How deep objects are looked into. */
const maxDepth = 12;

/** What the objects hold that a call hands over: `suite.addBatch({ 'a list': { topic() {}, 'is empty'() {} } })`, `registerSuite('a list', () => ({ tests: {} }))`. */
export function heldByCall(provenance: Provenance, site: Site<Call>, framework: FrameworkName): readonly Held[] {
	return site.fact.args.flatMap(argument =>
		objectsIn(provenance, at(argument, site)).flatMap(object => heldBy(provenance, object, framework, 0)),
	);
}

/** What one object holds: functions are tests, or hooks by their names; other objects are suites. */
function heldBy(provenance: Provenance, object: Site<ObjectValue>, framework: FrameworkName, depth: number): readonly Held[] {
	const { objects } = frameworks[framework];
	if (objects === undefined || depth > maxDepth) return [];
	return object.fact.entries.flatMap(entry => {
		if (entry.kind === 'spread')
			return objectsIn(provenance, at(entry.value, object)).flatMap(each => heldBy(provenance, each, framework, depth + 1));
		const { key, value } = entry;
		if (typeof key !== 'string' || entry.accessor !== undefined) return [];
		if (objects.holders?.includes(key) === true)
			return objectsIn(provenance, at(value, object)).flatMap(each => heldBy(provenance, each, framework, depth + 1));
		return heldAs(provenance, { module: object.module, name: key, value: at(value, object), span: entry }, framework, objects);
	});
}

/** A value and the name that it has. */
export interface Named {
	readonly module: Module;
	readonly name: string;
	readonly value: Site<Value>;
	readonly span: Span;
}

/** What a value is under its name: a hook, a test, a suite, or nothing of these. */
export function heldAs(
	provenance: Provenance,
	{ module, name, value, span }: Named,
	framework: FrameworkName,
	objects: ObjectSuites,
): readonly Held[] {
	const hook = objects.hooks[name];
	const isFunction = value.fact.kind === 'function';
	const isSuite = hook === undefined && !isFunction && objectsIn(provenance, value).length > 0;
	if (!isSuite && !isFunction && value.fact.kind !== 'call' && value.fact.kind !== 'reference' && value.fact.kind !== 'member') return [];
	if (hook === undefined && !isSuite && objects.tests?.test(name) === false) return [];
	return [asIfDefined(module, framework, hook ?? (isSuite ? 'object-suite' : 'test'), name, value, span)];
}

function asIfDefined(
	module: Module,
	framework: FrameworkName,
	role: Role,
	name: string,
	{ fact, frame }: Site<Value>,
	{ start, end }: Span,
): Held {
	const title: Value = { kind: 'literal', value: name, start, end: start };
	return {
		site: { module, fact: definingCall([title, fact], start, end), ...(frame === undefined ? {} : { frame }) },
		said: { framework, role, modifiers: new Set(), words: name, fixtures: [] },
	};
}

/** A call that would have defined something. */
export function definingCall(args: readonly Value[], start: number, end: number): Call {
	const nobody: Value = { kind: 'unknown', parts: [], start, end: start };
	return {
		kind: 'call',
		form: 'call',
		callee: nobody,
		args,
		usage: 'discarded',
		outer: undefined,
		function: 0,
		region: undefined,
		start,
		end,
	};
}

/** The objects that a value is, or that a function gives which makes them when it is called. */
function objectsIn(provenance: Provenance, site: Site<Value>): readonly Site<ObjectValue>[] {
	if (site.fact.kind === 'literal' || site.fact.kind === 'template' || site.fact.kind === 'array') return [];
	const roots = provenance.roots(site);
	const made = objectsOf(roots);
	if (made.length > 0 || site.fact.kind !== 'function') return made;
	return roots.flatMap(root =>
		root.kind === 'function' && root.path.length === 0
			? root.site.fact.returns.flatMap(({ value }) => objectsOf(provenance.roots(at(value, root.site))))
			: [],
	);
}

function objectsOf(roots: readonly Root[]): readonly Site<ObjectValue>[] {
	return roots.flatMap(root =>
		root.kind === 'made' && root.path.length === 0 && root.site.fact.kind === 'object' ? [at(root.site.fact, root.site)] : [],
	);
}
