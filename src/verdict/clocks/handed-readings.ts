import type { Influence } from '../../effects/model.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import { soleValue } from '../../syntax/definitions.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';

/** How far names, records and lists are followed to the times in them. */
const maxDepth = 4;

interface Time {
	readonly read: Influence;
	/** Milliseconds that the reading was moved by. */
	readonly offset: number;
}

/**
 * One of two readings that code which nobody sees is handed, where the assertion wants it to tell how far they were moved apart, to the
 * millisecond: `duration(Date.now() - 1000, Date.now())` is 1000 or a little more.
 */
export function handedApart(models: Models, { relation, negated, actual, expected }: Claim): Influence | undefined {
	if (negated || (relation !== 'identical' && relation !== 'deep-equal') || expected === undefined) return undefined;
	const call = called(actual, 0);
	const distance = call === undefined ? undefined : staticValue(models.provenance.roots, expected);
	if (call?.fact.kind !== 'call' || typeof distance !== 'number' || distance < 1) return undefined;
	const times = call.fact.args.flatMap(argument => timesIn(models, at(argument, call), 0));
	return times.find((one, index) =>
		times
			.slice(index + 1)
			.some(other => other.read.source.fact !== one.read.source.fact && Math.abs(other.offset - one.offset) === distance),
	)?.read;
}

/** The call that gives a value, by way of variables of one value. */
function called(site: Site<Value>, depth: number): Site<Value> | undefined {
	const { fact } = site;
	if (fact.kind === 'await') return called(at(fact.value, site), depth);
	if (fact.kind === 'call') return fact.form === 'call' ? site : undefined;
	const given = depth > maxDepth ? undefined : givenTo(site);
	return given === undefined ? undefined : called(given, depth + 1);
}

/** What the variable holds that is given one value, and never changed. */
function givenTo({ fact, ...place }: Site<Value>): Site<Value> | undefined {
	const held = soleValue(place.module.facts, fact);
	return held === undefined ? undefined : at(held, place);
}

function timesIn(models: Models, site: Site<Value>, depth: number): readonly Time[] {
	const { fact } = site;
	if (depth > maxDepth) return [];
	if (fact.kind === 'object') return fact.entries.flatMap(({ value }) => timesIn(models, at(value, site), depth + 1));
	if (fact.kind === 'array') return fact.elements.flatMap(element => timesIn(models, at(element, site), depth + 1));
	const given = givenTo(site);
	if (given?.fact.kind === 'object' || given?.fact.kind === 'array') return timesIn(models, given, depth + 1);
	const [read, ...others] = models.effects.behind(site, [{ kind: 'parts' }]).filter(({ kind }) => kind === 'clock');
	const { form, offset } = read === undefined ? { form: 'computed', offset: undefined } : models.effects.clockReading(site);
	return read === undefined || others.length > 0 || offset === undefined || (form !== 'read' && form !== 'moved')
		? []
		: [{ read, offset }];
}
