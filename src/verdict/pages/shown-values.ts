import type { Site } from '../../project/model.ts';
import { chainOf } from '../../effects/value-parts.ts';
import { at } from '../../provenance/walker.ts';
import { definitionsOf } from '../../syntax/definitions.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { type Read, placeOf } from './ui-readings.ts';
import { holds } from '../../syntax/spans.ts';

/**
 * Whether a claim on a variable that is written several times is about another of its values than a reading gave: the last one that is written in front of the
 * claim counts, and where that is read off another variable (`width = box.width`), the last one of that in front of it.
 */
export function isOfOther(read: Read, { actual: { fact, module } }: Claim, scope: Scope): boolean {
	const place = placeOf(read, scope);
	let value: Value = fact;
	for (let hop = 0; hop < maxHops; hop++) {
		const { root } = chainOf(value);
		const definitions = definitionsOf(module.facts, root);
		const values = definitions.flatMap(each => (each.kind === 'value' && each.path.length === 0 ? [each] : []));
		const before: Value = value;
		const last = values.findLast(each => each.value.end <= before.start);
		if (last === undefined || values.some(each => each.function !== last.function || each.region !== last.region)) return false;
		const own = values.find(each => holds(each.value, place));
		if (own !== undefined) return own !== last;
		value = last.value;
	}
	return false;
}

/** Whether a value is what was read, or computed from it by the language: what a call answers that is only handed it is another matter. */
export function shows(site: Site<Value>, read: Read, models: Models, hops = 0): boolean {
	if (hops > maxHops) return false;
	if (addedTo(site, models).some(each => shows(at(each, site), read, models, hops + 1))) return true;
	return models.provenance.roots(site).some(root => {
		if (root.kind === 'made') return partsOf(root.site.fact).some(part => shows(at(part, root.site), read, models, hops + 1));
		if (root.kind !== 'origin') return false;
		if (
			root.origin.steps.some(
				step => step.kind === 'call' && mappedTo(step.site, models).some(each => shows(each, read, models, hops + 1)),
			)
		)
			return true;
		const made = root.origin.steps.findIndex(step => step.kind === 'call' && step.site.fact === read.call.fact);
		if (made !== -1)
			return root.origin.steps.slice(made + 1).every(step => step.kind !== 'call' || isOfLanguage(step.site.fact, models));
		const [first] = root.origin.steps;
		const last = root.origin.steps.findLast(({ kind }) => kind === 'call');
		const isBuiltIn = root.origin.from === 'global' && first?.kind === 'property' && /^[A-Z]|^parse/.test(first.name);
		return (
			isBuiltIn &&
			last?.kind === 'call' &&
			last.site.fact.args.some(argument => shows(at(argument, last.site), read, models, hops + 1))
		);
	});
}

/** What a list is mapped to by a function that is written on the spot: `rows.map(row => row.textContent())`. */
function mappedTo(call: Site<Call> | undefined, { rows }: Models): readonly Site<Value>[] {
	if (call === undefined) return [];
	const { callee, args } = call.fact;
	const row = callee.kind === 'member' && typeof callee.property === 'string' ? rows.method(callee.property) : undefined;
	const given = row?.result === 'mapped' && row.callback !== undefined ? args[row.callback.argument] : undefined;
	const mapping = given?.kind === 'function' ? call.module.facts.functions[given.function] : undefined;
	return mapping === undefined ? [] : mapping.returns.map(({ value }) => at(value, call));
}

/** What is put into a list of the function's own, one after the other: `titles.push(await title.textContent())`. */
function addedTo({ fact, module }: Site<Value>, { rows }: Models): readonly Value[] {
	const definitions = definitionsOf(module.facts, fact);
	return definitions.flatMap(each =>
		each.kind === 'method' && each.into.length === 0 && rows.method(each.method)?.mutates === 'adds' ? each.call.args : [],
	);
}

/** `text.trim()`; what is read off a frame that was looked up is another reading. */
function isOfLanguage({ callee }: Call, { rows }: Models): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && rows.method(callee.property) !== undefined;
}

const maxHops = 6;

function partsOf(value: Value): readonly Value[] {
	if (value.kind === 'template') return value.parts;
	if (value.kind === 'operation') return value.operands;
	return value.kind === 'array' ? value.elements : [];
}
