import type { FunctionFacts, ModuleFacts, Value } from '../syntax/facts.ts';
import { functionsDirectlyIn, functionsWithin } from '../syntax/functions-within.ts';

/** What a helper gives to its caller in an object. */
export interface Offer {
	/** The names under which it does. */
	readonly names: ReadonlySet<string>;
	/** Functions inside it that run only where somebody calls them, if at all: they are in the object, or the helper calls them by name, and it hands them to nobody else. */
	readonly functions: ReadonlySet<FunctionFacts>;
}

const offers = new WeakMap<FunctionFacts, Offer>();

const none: Offer = { names: new Set(), functions: new Set() };

export function offerOf(facts: ModuleFacts, helper: FunctionFacts): Offer {
	const known = offers.get(helper) ?? readOffer(facts, helper);
	offers.set(helper, known);
	return known;
}

function readOffer(facts: ModuleFacts, helper: FunctionFacts): Offer {
	const given = givenObjects(facts, helper);
	if (given.length === 0) return none;
	const names = given.flatMap(({ entries }) =>
		entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key === 'string' ? [entry.key] : [])),
	);
	return {
		names: new Set(names),
		functions: new Set(functionsDirectlyIn(facts, helper).filter(inner => isOnlyOffered(facts, helper, inner, given))),
	};
}

function isOnlyOffered(facts: ModuleFacts, helper: FunctionFacts, inner: FunctionFacts, given: readonly Value[]): boolean {
	const own = bindingsOf(facts, inner);
	const isIt = (value: Value): boolean =>
		value.kind === 'function' ? facts.functions[value.function] === inner : value.kind === 'reference' && own.has(value.binding);
	const within = functionsWithin(facts, helper);
	const calls = within.flatMap(each => each.calls);
	const isHandedOn =
		calls.some(call => call.args.some(argument => mentions(argument, isIt))) ||
		within.some(each =>
			each.writes.some(({ target, value }) => value !== undefined && target.kind !== 'reference' && mentions(value, isIt)),
		);
	if (isHandedOn || within.some(each => each.returns.some(({ value }) => isIt(value)))) return false;
	return given.some(object => mentions(object, isIt)) || calls.some(({ callee }) => isIt(callee));
}

/** Objects written in a function that it returns, by a name or at once. */
function givenObjects({ bindings }: ModuleFacts, { returns }: FunctionFacts): readonly Extract<Value, { kind: 'object' }>[] {
	return returns
		.flatMap(({ value }) =>
			value.kind === 'reference'
				? (bindings[value.binding]?.definitions ?? []).flatMap(each =>
						each.kind === 'value' && each.path.length === 0 ? [each.value] : [],
					)
				: [value],
		)
		.filter(value => value.kind === 'object');
}

function bindingsOf({ bindings, functions }: ModuleFacts, inner: FunctionFacts): ReadonlySet<number> {
	return new Set(
		bindings.flatMap(({ definitions }, index) =>
			definitions.some(
				each =>
					each.kind === 'value' &&
					each.path.length === 0 &&
					each.value.kind === 'function' &&
					functions[each.value.function] === inner,
			)
				? [index]
				: [],
		),
	);
}

/** Whether a value is, or holds in what is written there, what is asked for. */
function mentions(value: Value, isIt: (value: Value) => boolean): boolean {
	if (isIt(value)) return true;
	if (value.kind === 'object') return value.entries.some(entry => mentions(entry.value, isIt));
	if (value.kind === 'array') return value.elements.some(element => mentions(element, isIt));
	return value.kind === 'spread' && mentions(value.value, isIt);
}
