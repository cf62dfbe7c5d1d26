import type { Phase } from '../knowledge/frameworks/row.ts';
import type { Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at, functionAt, property } from '../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../syntax/facts.ts';

/** A function that makes something for tests and, around its `use`, runs before and after them. */
export interface Fixture {
	readonly name: string;
	readonly phase: Extract<Phase, 'around-each' | 'around-all'>;
	/** Runs for every test, asked for or not. */
	readonly auto: boolean;
	readonly body: Site<FunctionFacts>;
	/** The call of `extend`. */
	readonly definition: Site<Call>;
}

/** What `test.extend({ name: fn, other: [fn, options] })` or `test.extend('name', options, fn)` declares. */
export function fixturesOf(provenance: Provenance, site: Site<Call>): readonly Fixture[] {
	const [first, ...rest] = site.fact.args;
	if (first === undefined) return [];
	const name = staticValue(provenance.roots, at(first, site));
	if (typeof name === 'string') {
		const last = rest.at(-1);
		const options = rest.length > 1 ? rest[0] : undefined;
		return last === undefined
			? []
			: fixtureAt(provenance, site, name, at(last, site), options === undefined ? undefined : at(options, site));
	}
	return provenance.roots(at(first, site)).flatMap(root => {
		if (root.kind !== 'made' || root.path.length > 0 || root.site.fact.kind !== 'object') return [];
		return root.site.fact.entries.flatMap(entry =>
			entry.kind === 'property' && typeof entry.key === 'string'
				? fixtureOf(provenance, site, entry.key, at(entry.value, root.site))
				: [],
		);
	});
}

function fixtureOf(provenance: Provenance, site: Site<Call>, name: string, value: Site<Value>): readonly Fixture[] {
	if (value.fact.kind !== 'array') return fixtureAt(provenance, site, name, value, undefined);
	const [body, options] = value.fact.elements;
	return body === undefined
		? []
		: fixtureAt(provenance, site, name, at(body, value), options === undefined ? undefined : at(options, value));
}

function fixtureAt(
	provenance: Provenance,
	definition: Site<Call>,
	name: string,
	value: Site<Value>,
	options: Site<Value> | undefined,
): readonly Fixture[] {
	const said = (key: string): unknown => (options === undefined ? undefined : staticValue(provenance.roots, options, [property(key)]));
	const scope = said('scope');
	const phase = scope === 'worker' || scope === 'file' ? 'around-all' : 'around-each';
	const functions = provenance.roots(value).flatMap(root => (root.kind === 'function' && root.path.length === 0 ? [root.site] : []));
	return functions.slice(0, 1).map(body => ({ name, phase, auto: said('auto') === true, body, definition }));
}

/** The fixtures that a function asks for: the names that its first parameter is taken apart into. */
function namesAskedBy({ module, fact }: Site<FunctionFacts>): ReadonlySet<string> {
	const names = module.facts.bindings.flatMap(({ definitions }) =>
		definitions.flatMap(definition => {
			if (definition.kind !== 'parameter' || definition.index !== 0 || functionAt(module, definition.function) !== fact) return [];
			const [first] = definition.path;
			return first?.kind === 'property' ? [first.name] : [];
		}),
	);
	return new Set(names);
}

/** Everything asked for, and what that asks for in turn. */
export function usedFixtures(
	bodies: readonly Site<FunctionFacts>[],
	fixtures: readonly { readonly fixture: string | undefined; readonly body: Site<FunctionFacts> }[],
): ReadonlySet<string> {
	const used = new Set<string>();
	const queue = [...bodies];
	for (let body = queue.pop(); body !== undefined; body = queue.pop()) {
		for (const name of namesAskedBy(body)) {
			if (used.has(name)) continue;
			used.add(name);
			queue.push(...fixtures.filter(each => each.fixture === name).map(each => each.body));
		}
	}
	return used;
}
