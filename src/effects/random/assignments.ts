import type { Module, Site } from '../../project/model.ts';
import { frameOf, functionAt } from '../../provenance/walker.ts';
import type { Definition, FunctionFacts, ReferenceValue, Value } from '../../syntax/facts.ts';
import { functionsAround } from '../../syntax/functions-within.ts';
import { mayBeGivenUp } from '../given-up.ts';
import { regionFormula } from './called-formulas.ts';
import { firstOf } from './compound.ts';
import type { Formula } from './draw.ts';
import { unknown } from './samples.ts';

type Given = Extract<Definition, { kind: 'value' | 'parameter' }>;

/** Regions that run at most once, and that nothing leaves in the middle. */
const plain: ReadonlySet<string> = new Set(['then', 'else', 'after-exit']);

/**
 * What a variable has been given where it is mentioned: the one value that it ever has, or of what its own function gave it before, under whatever conditions,
 * the last. `give` works out one of them, `read` a condition.
 */
export function assigned(
	site: Site<ReferenceValue>,
	definitions: readonly Definition[],
	give: (definition: Definition) => Formula,
	read: (test: Site<Value>) => Formula,
): Formula {
	const [only] = definitions;
	if (only !== undefined && isSole(site.module, definitions)) return give(only);
	const [fact] = functionsAround(site.module.facts, site.fact);
	const before = fact === undefined ? undefined : givenBefore(site, fact, definitions);
	if (fact === undefined || before === undefined) return () => unknown;
	const owner: Site<FunctionFacts> = { module: site.module, fact, frame: frameOf(fact, site.frame) };
	return firstOf(before.map(each => ({ when: regionFormula(owner, regionOf(each), read), value: give(each) })));
}

/** The last one first; undefined where something else gives it a value, or in an order that cannot be told. */
function givenBefore(
	{ module, fact: mention }: Site<ReferenceValue>,
	owner: FunctionFacts,
	definitions: readonly Definition[],
): readonly Given[] | undefined {
	const index = module.facts.functions.indexOf(owner);
	const given = definitions.filter((each): each is Given => isGivenIn(each, index) && isPlain(owner, regionOf(each)));
	const before = given.filter(each => each.kind === 'parameter' || each.value.end <= mention.start);
	return given.length < definitions.length ? undefined : before.toReversed();
}

function isSole(module: Module, [only, ...others]: readonly Definition[]): boolean {
	if (only?.kind !== 'value' || others.length > 0) return others.length === 0;
	const owner = functionAt(module, only.function);
	return owner === undefined || !mayBeGivenUp(owner, only.region);
}

function regionOf(definition: Definition): number | undefined {
	return 'region' in definition ? definition.region : undefined;
}

function isGivenIn(definition: Definition, index: number): boolean {
	return (definition.kind === 'value' || definition.kind === 'parameter') && definition.function === index;
}

function isPlain({ regions }: FunctionFacts, region: number | undefined): boolean {
	for (let index = region; index !== undefined; index = regions[index]?.parent) if (!plain.has(regions[index]?.kind ?? '')) return false;
	return true;
}
