import { clockOverrides } from '../knowledge/frameworks/clock-libraries.ts';
import type { StubRow } from '../knowledge/frameworks/row.ts';
import type { Site } from '../project/model.ts';
import type { Origin, Path, Root } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at, functionAt, property } from '../provenance/walker.ts';
import type { FunctionFacts, Value } from '../syntax/facts.ts';
import type { Act, Acts } from './acts.ts';
import type { Restored } from './model.ts';
import type { Event } from './timeline.ts';

/** What can be replaced: an API of the world, or a function of the project. */
export type StubTarget =
	| { readonly kind: 'api'; readonly from: string; readonly names: readonly string[] }
	| { readonly kind: 'function'; readonly fact: FunctionFacts };

interface Stub {
	readonly targets: readonly StubTarget[];
	readonly undoneBy: Restored;
}

/** What is replaced once the events have happened. */
export function stubbedAfter(events: readonly Event[], acts: Acts, provenance: Provenance): readonly StubTarget[] {
	let stubs: readonly Stub[] = [];
	for (const event of events) {
		if (event.encloses && !event.entered) continue;
		if (event.kind === 'write') {
			stubs = afterWrite(stubs, event, provenance);
			continue;
		}
		for (const act of acts.of(event.site)) {
			if (act.row.act === 'stub') stubs = [...stubs, ...stubOf(act, act.row, provenance)];
			const { row } = act;
			if (row.act === 'restore' && event.certain && !event.later && !event.encloses)
				stubs = stubs.filter(({ undoneBy }) => !row.restores.includes(undoneBy));
		}
	}
	return stubs.flatMap(({ targets }) => targets);
}

function stubOf({ site, at: placed }: Act, { object, member, unlessThen = [] }: StubRow, provenance: Provenance): readonly Stub[] {
	if (site.fact.outer !== undefined && isThen(site.fact.outer.callee, unlessThen)) return [];
	const named = member === undefined ? undefined : placed(member);
	const name = named === undefined ? undefined : staticValue(provenance.roots, named);
	if (object === undefined)
		return typeof name === 'string' ? [{ targets: [{ kind: 'api', from: 'global', names: [name] }], undoneBy: 'globals' }] : [];
	const holder = placed(object);
	if (holder === undefined || (member !== undefined && typeof name !== 'string')) return [];
	const targets = targetsOf(provenance, holder, typeof name === 'string' ? [property(name)] : []);
	return [{ targets, undoneBy: 'spies' }];
}

function isThen(callee: Value, names: readonly string[]): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && names.includes(callee.property);
}

/** `Date.now = () => 1` replaces; `Date.now = realNow` puts back, if not behind a place that it encloses. */
function afterWrite(
	stubs: readonly Stub[],
	{ site, encloses }: Extract<Event, { kind: 'write' }>,
	provenance: Provenance,
): readonly Stub[] {
	const { target, value, operator } = site.fact;
	if (target.kind === 'reference' || value === undefined || operator !== '=') return stubs;
	const written = provenance.roots(at(value, site));
	const [first] = targetsOf(provenance, at(target, site), []);
	if (first === undefined || !written.some(isCallable)) return stubs;
	const isItself = written.some(root =>
		first.kind === 'api'
			? root.kind === 'origin' && isSameApi(first, root.origin)
			: root.kind === 'function' && root.site.fact === first.fact,
	);
	const others = encloses ? stubs : stubs.filter(({ targets }) => !targets.some(each => covers(each, first) && covers(first, each)));
	return isItself ? others : [...others, { targets: [first, ...overriddenBy(first)], undoneBy: 'properties' }];
}

/** All of a date library that tells the time by a property that is replaced: `Settings.now = () => 0`. */
function overriddenBy(target: StubTarget): readonly StubTarget[] {
	if (target.kind !== 'api') return [];
	return clockOverrides.flatMap(({ from, names }) =>
		from === target.from && names.join('.') === target.names.join('.') ? [{ kind: 'api' as const, from, names: [] }] : [],
	);
}

function isCallable(root: Root): boolean {
	return root.kind === 'function' || root.kind === 'class' || root.kind === 'origin';
}

function isSameApi({ from, names }: Extract<StubTarget, { kind: 'api' }>, origin: Origin): boolean {
	const other = namesOf(origin.steps);
	return origin.from === from && other !== undefined && other.join('.') === names.join('.');
}

/** What a value, or a member of it, names. */
function targetsOf(provenance: Provenance, site: Site<Value>, path: Path): readonly StubTarget[] {
	return provenance.roots(site, path).flatMap((root): readonly StubTarget[] => {
		if (root.kind === 'origin') {
			const names = namesOf(root.origin.steps);
			return names === undefined ? [] : [{ kind: 'api', from: root.origin.from, names }];
		}
		if (root.kind === 'function' && root.path.length === 0) return [{ kind: 'function', fact: root.site.fact }];
		return root.kind === 'class' ? methodOf(root) : [];
	});
}

/** `Users.prototype.save`. */
function methodOf({ site, path }: Extract<Root, { kind: 'class' }>): readonly StubTarget[] {
	const [first, second] = path;
	if (first?.kind !== 'property' || first.name !== 'prototype' || second?.kind !== 'property') return [];
	const members = site.module.facts.classes[site.fact]?.members ?? [];
	return members.flatMap(({ name, value }) => {
		const fact = name === second.name && value.kind === 'function' ? functionAt(site.module, value.function) : undefined;
		return fact === undefined ? [] : [{ kind: 'function' as const, fact }];
	});
}

/** The names of a path that only reads properties; calls are kept as `()`. */
function namesOf(steps: Path): readonly string[] | undefined {
	const names: string[] = [];
	for (const step of steps) {
		if (step.kind === 'property') names.push(step.name);
		else if (step.kind === 'call') names.push('()');
		else if (step.kind === 'construct') names.push('new');
		else if (step.kind !== 'await') return undefined;
	}
	return names[0] === 'default' ? names.slice(1) : names;
}

/** The target of an origin: what a rule or an effect asks about. */
export function apiTarget({ from, steps }: Origin): StubTarget | undefined {
	const names = namesOf(steps);
	return names === undefined ? undefined : { kind: 'api', from, names };
}

/** Whether a replaced target is the asked one, or holds it: with `Date` replaced, `Date.now` is too, and with `Date.prototype.getDay` that of each date. */
export function covers(stub: StubTarget, asked: StubTarget): boolean {
	if (stub.kind === 'function' || asked.kind === 'function')
		return stub.kind === 'function' && asked.kind === 'function' && stub.fact === asked.fact;
	return (
		stub.from === asked.from &&
		stub.names.length <= asked.names.length &&
		stub.names.every((name, index) => name === asked.names[index] || (name === 'prototype' && asked.names[index] === 'new'))
	);
}
