import type { Module, Site } from '../../project/model.ts';
import type { Definition, FunctionFacts, Value } from '../../syntax/facts.ts';

/** Whether a function may wait for something that it is handed. */
export function awaitsHanded({ module, fact }: Site<FunctionFacts>): boolean {
	return [...fact.awaits, ...fact.returns].some(({ value }) => parameterIn(value, module) !== undefined);
}

/** The parameter that a value is, waited for or not; undefined where it is none, or only a part of one. */
export function parameterIn(value: Value, { facts }: Module): Extract<Definition, { kind: 'parameter' }> | undefined {
	const awaited = value.kind === 'await' ? value.value : value;
	const definitions = awaited.kind === 'reference' ? facts.bindings[awaited.binding]?.definitions : undefined;
	const [definition] = definitions ?? [];
	return definition?.kind === 'parameter' && definition.path.length === 0 && !definition.rest ? definition : undefined;
}
