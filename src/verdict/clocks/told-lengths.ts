import { valuesIn, valuesInside } from '../../effects/value-parts.ts';
import { lengthNames, lengthMethods } from '../../knowledge/wait-words.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import type { FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/** Less than this many is mostly seconds, or a count. */
const least = 10;

/** The lengths of time, in milliseconds, that a test or a hook of it tells the code under test: `connect({ timeout: 500 })`, `expect.element('p').present.before(110)`. */
export function toldLengths(models: Models, scope: Scope): readonly number[] {
	const { module } = models;
	const bodies = [scope, ...('hooks' in scope ? scope.hooks : [])].map(({ body }) => body).filter(body => body.module === module);
	const texts = bodies.flatMap(body => functionsWithin(module.facts, body.fact)).map(fact => ({ module, fact }));
	const told = texts.flatMap(site => [...optionsIn(models, site), ...argumentsIn(site)]);
	return told.map(site => staticValue(models.provenance.roots, site)).filter(value => typeof value === 'number').filter(ms => ms >= least);
}

function optionsIn({ module }: Models, { fact }: Site<FunctionFacts>): readonly Site<Value>[] {
	const values = [...valuesIn(fact, module.facts)].flatMap(valuesInside);
	const entries = values.flatMap(value => (value.kind === 'object' ? value.entries : []));
	return entries.flatMap(entry => (entry.kind === 'property' && typeof entry.key === 'string' && lengthNames.test(entry.key) ? [{ module, fact: entry.value }] : []));
}

function argumentsIn({ module, fact: { calls } }: Site<FunctionFacts>): readonly Site<Value>[] {
	return calls.flatMap(({ callee, args: [first] }) => (callee.kind === 'member' && typeof callee.property === 'string' && lengthMethods.test(callee.property) && first !== undefined ? [{ module, fact: first }] : []));
}
