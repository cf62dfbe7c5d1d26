import type { Frame, Module, Site } from '../project/model.ts';
import type { Call, ClassFacts, FunctionFacts, Value } from '../syntax/facts.ts';
import { walkChange } from './changes.ts';
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
	return (facts?.changes ?? []).flatMap(change => {
		const [field, ...into] = change.into;
		if (facts === undefined || (name !== undefined && field !== name)) return [];
		const held = (): Value[] => facts.members.filter(member => member.name === field && (member.kind === 'field' || member.kind === 'assigned')).map(({ value }) => value);
		const walk = (frame: Frame | undefined): Root[] =>
			walkChange(walker, { ...change, into }, name === undefined ? asked : asked.slice(1), { module: site.module, fact: change.kind === 'method' ? change.call : change.value, frame }, held);
		const owner = ownerOf(site.module, facts, change);
		const calls = owner === undefined || construction === undefined ? [] : callsOf(owner, construction);
		if (calls.length > maxCalls) return [];
		const frames = owner === undefined ? [] : calls.flatMap(call => entered({ module: site.module, fact: owner }, call, construction) ?? []);
		if (frames.length > 0) return frames.flatMap(walk);
		return owner === undefined ? walk(undefined) : withoutMadeUp(walk(undefined), site.module, owner);
	});
}

/** The method, or constructor, that a change stands in. */
function ownerOf(module: Module, { members }: ClassFacts, { start }: Change): FunctionFacts | undefined {
	const functions = members.flatMap(({ value }) => (value.kind === 'function' ? (functionAt(module, value.function) ?? []) : []));
	return functions.find(each => each.start <= start && start < each.end);
}

/** The calls of a method on the variables that the instance is given to, or its construction. */
function callsOf(owner: FunctionFacts, construction: Site<Call>): Site<Call>[] {
	if (owner.form === 'constructor') return [construction];
	const { module, fact: made } = construction;
	const holders = new Set(module.facts.bindings.flatMap(({ definitions }, index) => (definitions.some(each => each.kind === 'value' && each.path.length === 0 && each.value === made) ? [index] : [])));
	const calls = module.facts.functions.flatMap(each => each.calls).filter(({ callee }) => callee.kind === 'member' && callee.property === owner.name && callee.object.kind === 'reference' && holders.has(callee.object.binding));
	return calls.map(fact => ({ module, fact }));
}
