import type { Site } from '../project/model.ts';
import { at, frameOf, functionAt } from '../provenance/walker.ts';
import { givenValue, soleDefinition } from '../syntax/definitions.ts';
import type { Value } from '../syntax/facts.ts';

/** How many names are followed. */
const hops = 4;

/** The value that a constant name of the same module was given, awaits taken away; other values are themselves. */
export function namedValue(site: Site<Value>, left = hops): Site<Value> {
	const { fact: value } = site;
	if (value.kind === 'await') return namedValue(at(value.value, site), left);
	if (value.kind !== 'reference' || left === 0) return site;
	const binding = site.module.facts.bindings[value.binding];
	const given = binding?.kind === 'const' ? givenValue(site.module.facts, value) : undefined;
	return given === undefined ? site : namedValue(at(given, site), left - 1);
}

/** What the call that is looked at hands over for a parameter that is never given anything else; other values are themselves. */
export function handedValue(site: Site<Value>): Site<Value> {
	const { module, fact, frame } = site;
	const definition = soleDefinition(module.facts, fact);
	if (definition?.kind !== 'parameter' || definition.path.length > 0 || definition.rest) return site;
	const owner = functionAt(module, definition.function);
	const call = owner === undefined ? undefined : frameOf(owner, frame)?.call;
	const argument = call?.fact.args.some(({ kind }) => kind === 'spread') === false ? call.fact.args[definition.index] : undefined;
	return call === undefined || argument === undefined ? site : at(argument, call);
}
