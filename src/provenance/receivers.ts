import type { Site } from '../project/model.ts';
import type { FunctionFacts, Value } from '../syntax/facts.ts';
import type { Root } from './model.ts';
import { onReceiver } from './roots.ts';

const known = new WeakMap<FunctionFacts, boolean>();

/** Whether `this` in a function is what its method is called on, and the function asks for it: one of an object that is written down, no class's. */
export function takesReceiver(facts: FunctionFacts): boolean {
	if (facts.class !== undefined || (facts.form !== 'function' && facts.form !== 'method')) return false;
	const answer =
		known.get(facts) ??
		[...facts.calls.flatMap(({ callee, args }) => [callee, ...args]), ...facts.returns.map(({ value }) => value)].some(isOfThis);
	known.set(facts, answer);
	return answer;
}

const heirs = new WeakMap<FunctionFacts, boolean>();

/** Whether a method of a class calls methods of its own `this` that only heirs of the class have. */
export function asksHeirs({ module, fact }: Site<FunctionFacts>): boolean {
	const own = fact.class === undefined ? undefined : module.facts.classes[fact.class];
	if (own === undefined) return false;
	const known =
		heirs.get(fact) ??
		fact.calls.some(
			({ callee }) =>
				callee.kind === 'member' &&
				callee.object.kind === 'this' &&
				own.superClass === undefined &&
				!own.members.some(({ name, kind }) => name === callee.property && kind !== 'type'),
		);
	heirs.set(fact, known);
	return known;
}

/** The function that a method names, with what it is called on. */
export function calledOn(root: Root, object: Site<Value>): Root {
	return root.kind === 'function' && root.receiver === undefined && root.path.length === 0 && takesReceiver(root.site.fact)
		? onReceiver(root, object)
		: root;
}

function isOfThis(value: Value): boolean {
	switch (value.kind) {
		case 'this':
			return value.class === undefined;
		case 'member':
			return isOfThis(value.object);
		case 'call':
			return isOfThis(value.callee);
		case 'await':
			return isOfThis(value.value);
		default:
			return false;
	}
}
