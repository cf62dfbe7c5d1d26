import { repeatOf } from '../../effects/random/repeats.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, Definition, Value } from '../../syntax/facts.ts';
import { roundsOf } from './loop-rounds.ts';
import type { Models } from '../models.ts';

/** Values that are made the same way so many times, and kept where none stands twice. */
export interface RepeatedDraws {
	readonly value: Site<Value>;
	readonly times: number;
}

/** How far one name is followed to another. */
const maxHops = 4;

/** What fills a set: `new Set(Array.from({ length: 100 }, () => makeId()))`, or `set.add(makeId())` in a loop. */
export function drawsOfSet(models: Models, site: Site<Value>, hops = 0): RepeatedDraws | undefined {
	const { fact } = site;
	if (hops > maxHops) return undefined;
	if (fact.kind === 'array') {
		const [only, ...others] = fact.elements;
		return only?.kind === 'spread' && others.length === 0 ? drawsOfSet(models, at(only.value, site), hops + 1) : undefined;
	}
	if (fact.kind === 'call' && fact.callee.kind === 'global' && fact.callee.name === 'Set') {
		const [list] = fact.args;
		return list === undefined ? undefined : drawsOfList(models, at(list, site), hops + 1);
	}
	if (fact.kind === 'call') {
		const list = argumentOf(fact, 'Array', 'from');
		return list === undefined || fact.args.length > 1 ? undefined : drawsOfSet(models, at(list, site), hops + 1);
	}
	if (fact.kind !== 'reference') return undefined;
	return (
		addedInLoop(models, site, fact.binding, 'add') ??
		given(models, site, fact.binding, (value, further) => drawsOfSet(models, value, further), hops)
	);
}

/** What fills a list: one callback for each of its places, or `list.push(makeId())` in a loop. */
function drawsOfList(models: Models, site: Site<Value>, hops: number): RepeatedDraws | undefined {
	const { fact } = site;
	if (hops > maxHops) return undefined;
	if (fact.kind === 'reference')
		return (
			addedInLoop(models, site, fact.binding, 'push') ??
			given(models, site, fact.binding, (value, further) => drawsOfList(models, value, further), hops)
		);
	if (fact.kind !== 'call') return undefined;
	const repeat = repeatOf(at(fact, site), models.provenance, value => numberAt(models, value));
	if (repeat === undefined) return undefined;
	const { called, times } = repeat;
	if (called.kind === 'named') return { value: called.site, times };
	const [only, ...others] = called.site.fact.returns;
	return only === undefined || others.length > 0 ? undefined : { value: at(only.value, called.site), times };
}

function numberAt({ provenance }: Models, site: Site<Value>): number | undefined {
	const value = staticValue(provenance.roots, site);
	return typeof value === 'number' && value > 1 ? value : undefined;
}

/** The one thing that a loop of so many rounds puts into a variable, which began empty. */
function addedInLoop(models: Models, site: Site<Value>, binding: number, method: string): RepeatedDraws | undefined {
	const definitions = site.module.facts.bindings[binding]?.definitions ?? [];
	const [added, ...others] = definitions.filter(
		(each): each is Extract<Definition, { kind: 'method' }> => each.kind === 'method' && each.method === method,
	);
	const value = added?.call.args[0];
	const owner = added === undefined ? undefined : functionAt(site.module, added.function);
	const loop = owner === undefined || added?.region === undefined ? undefined : owner.regions[added.region];
	if (value === undefined || others.length > 0 || owner === undefined || loop?.loop?.form !== 'for' || loop.parent !== undefined)
		return undefined;
	const times = roundsOf(models, loop, at(owner, site));
	return times === undefined ? undefined : { value: at(value, site), times };
}

function given(
	models: Models,
	site: Site<Value>,
	binding: number,
	ask: (value: Site<Value>, hops: number) => RepeatedDraws | undefined,
	hops: number,
): RepeatedDraws | undefined {
	const [only, ...others] = (site.module.facts.bindings[binding]?.definitions ?? []).filter(({ kind }) => kind !== 'method');
	return only?.kind === 'value' && only.path.length === 0 && others.length === 0 ? ask(at(only.value, site), hops + 1) : undefined;
}

function argumentOf({ callee, args }: Call, object: string, method: string): Value | undefined {
	return callee.kind === 'member' && callee.property === method && callee.object.kind === 'global' && callee.object.name === object
		? args[0]
		: undefined;
}
