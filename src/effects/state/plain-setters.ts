import type { Site } from '../../project/model.ts';
import type { FunctionFacts, Value, Write } from '../../syntax/facts.ts';

/** What a function of the program does that puts its argument into a variable of its module, and nothing else: `setTopic(name) { topic = name; }`. */
export interface PlainSetter {
	readonly write: Write;
	/** The position of the argument. */
	readonly parameter: number;
	/** What the variable holds when the module is loaded: what has no value before somebody sets it is no setting. */
	readonly initial: Value;
}

export function plainSetter({ module: { facts }, fact }: Site<FunctionFacts>): PlainSetter | undefined {
	const [write, ...others] = fact.writes;
	if (write === undefined || others.length > 0 || fact.calls.length > 0 || write.operator !== '=' || write.region !== undefined)
		return undefined;
	const { target, value } = write;
	if (target.kind !== 'reference' || value?.kind !== 'reference') return undefined;
	const parameter = fact.parameters.findIndex(({ binding, rest }) => binding === value.binding && !rest);
	const binding = facts.bindings[target.binding];
	const first = binding?.function === 0 ? binding.definitions.find(each => each.kind === 'value' && each.function === 0) : undefined;
	return parameter === -1 || first?.kind !== 'value' || isNothing(first.value) ? undefined : { write, parameter, initial: first.value };
}

function isNothing(value: Value): boolean {
	return value.kind === 'literal' && (value.value === undefined || value.value === null);
}
