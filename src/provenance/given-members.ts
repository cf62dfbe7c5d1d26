import type { Site } from '../project/model.ts';
import { soleValue } from '../syntax/definitions.ts';
import type { Binding, ModuleFacts, Value } from '../syntax/facts.ts';
import type { Path, Root } from './model.ts';
import type { Walker } from './walker.ts';

/** What a class's own module writes to the instances that it makes, as factories do: `const it = new Browser(); it.page = await …`. */
export function walkGiven(walker: Walker, { module, fact }: Site<number>, name: string, path: Path): Root[] {
	return holdersOf(module.facts, fact).flatMap(({ definitions }) =>
		definitions.flatMap(definition => {
			const isIt = definition.kind === 'member' && definition.into.length === 1 && definition.into[0] === name;
			return isIt ? walker.walk({ module, fact: definition.value }, path) : [];
		}),
	);
}

const known = new WeakMap<ModuleFacts, ReadonlyMap<number, readonly Binding[]>>();

/** The variables that hold a new instance of a class. */
function holdersOf(facts: ModuleFacts, index: number): readonly Binding[] {
	const holders = known.get(facts) ?? readHolders(facts);
	known.set(facts, holders);
	return holders.get(index) ?? [];
}

function readHolders(facts: ModuleFacts): ReadonlyMap<number, readonly Binding[]> {
	const found = new Map<number, readonly Binding[]>();
	for (const binding of facts.bindings) {
		if (!binding.definitions.some(({ kind }) => kind === 'member')) continue;
		for (const definition of binding.definitions) {
			const made = definition.kind === 'value' && definition.path.length === 0 ? classOf(definition.value, facts) : undefined;
			if (made !== undefined) found.set(made, [...(found.get(made) ?? []), binding]);
		}
	}
	return found;
}

/** The class of `new Browser()`, and of `new this()` in a static method. */
function classOf(value: Value, facts: ModuleFacts): number | undefined {
	if (value.kind !== 'call' || value.form !== 'new') return undefined;
	const { callee } = value;
	if (callee.kind === 'this') return callee.class;
	const held = soleValue(facts, callee);
	return held?.kind === 'class' ? held.class : undefined;
}
