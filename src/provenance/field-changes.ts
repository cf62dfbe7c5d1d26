import type { Frame, Module, Site } from '../project/model.ts';
import type { Call, ClassFacts, FunctionFacts, ModuleFacts, Value } from '../syntax/facts.ts';
import { walkChange } from './changes.ts';
import { changesOf } from './class-members.ts';
import { entered } from './frames.ts';
import { withoutMadeUp } from './made-up.ts';
import type { Path, Root } from './model.ts';
import { type Walker, functionAt } from './walker.ts';

type Change = ClassFacts['changes'][number];

/** Calls of a method on one variable: what is looked at for more of them says nothing of any one. */
const maxCalls = 12;

/**
 * What members bring into what a field of an instance holds, as the calls have it that the module which makes the instance has for them. Where it has none,
 * what the member itself may have been handed is left out: a time that it reads only where it is given none.
 */
export function walkFieldChanges(walker: Walker, site: Site<number>, asked: Path, construction: Site<Call> | undefined): Root[] {
	const facts = site.module.facts.classes[site.fact];
	const [first] = asked;
	const name = first?.kind === 'property' ? first.name : undefined;
	if (facts === undefined) return [];
	return changesOf(facts, name).flatMap(change => {
		const [field, ...into] = change.into;
		const held = (): Value[] =>
			facts.members
				.filter(member => member.name === field && (member.kind === 'field' || member.kind === 'assigned'))
				.map(({ value }) => value);
		const walk = (frame: Frame | undefined): Root[] =>
			walkChange(
				walker,
				{ ...change, into },
				name === undefined ? asked : asked.slice(1),
				{ module: site.module, fact: change.kind === 'method' ? change.call : change.value, frame },
				held,
			);
		const owner = ownerOf(site.module, facts, change);
		const calls = owner === undefined || construction === undefined ? [] : callsOf(owner, construction);
		if (calls.length > maxCalls) return [];
		const frames =
			owner === undefined ? [] : calls.flatMap(call => entered({ module: site.module, fact: owner }, call, construction) ?? []);
		if (frames.length > 0) return frames.flatMap(walk);
		return owner === undefined ? walk(undefined) : withoutMadeUp(walk(undefined), site.module, owner);
	});
}

const owners = new WeakMap<Change, FunctionFacts | 'none'>();

/** The method, or constructor, that a change stands in. */
function ownerOf(module: Module, { members }: ClassFacts, change: Change): FunctionFacts | undefined {
	const { start } = change;
	const known =
		owners.get(change) ??
		members
			.flatMap(({ value }) => (value.kind === 'function' ? (functionAt(module, value.function) ?? []) : []))
			.find(each => each.start <= start && start < each.end) ??
		'none';
	owners.set(change, known);
	return known === 'none' ? undefined : known;
}

const called = new WeakMap<Call, ReadonlyMap<string, readonly Call[]>>();

/** The calls of a method on the variables that the instance is given to, or its construction. */
function callsOf({ form, name }: FunctionFacts, construction: Site<Call>): readonly Site<Call>[] {
	if (form === 'constructor') return [construction];
	const calls = called.get(construction.fact) ?? readCalls(construction);
	called.set(construction.fact, calls);
	return name === undefined ? [] : (calls.get(name) ?? []).map(fact => ({ module: construction.module, fact }));
}

function readCalls({ module, fact: made }: Site<Call>): ReadonlyMap<string, readonly Call[]> {
	const { bindings } = module.facts;
	const holders = new Set(
		bindings.flatMap(({ definitions }, index) =>
			definitions.some(each => each.kind === 'value' && each.path.length === 0 && each.value === made) ? [index] : [],
		),
	);
	const found = new Map<string, Call[]>();
	for (const { holder, name, call } of holders.size === 0 ? [] : methodCallsIn(module.facts))
		if (holders.has(holder)) found.set(name, [...(found.get(name) ?? []), call]);
	return found;
}

interface MethodCall {
	readonly holder: number;
	readonly name: string;
	readonly call: Call;
}

const methodCalls = new WeakMap<ModuleFacts, readonly MethodCall[]>();

/** Each call of a method on a variable. */
function methodCallsIn(facts: ModuleFacts): readonly MethodCall[] {
	const known =
		methodCalls.get(facts) ??
		facts.functions.flatMap(each =>
			each.calls.flatMap(call => {
				const { callee } = call;
				return callee.kind === 'member' && typeof callee.property === 'string' && callee.object.kind === 'reference'
					? [{ holder: callee.object.binding, name: callee.property, call }]
					: [];
			}),
		);
	methodCalls.set(facts, known);
	return known;
}
