import { globalName } from '../../syntax/global-name.ts';
import { listMakers, promiseJoins } from '../../knowledge/global-objects.ts';
import type { Site } from '../../project/model.ts';
import { dotted } from '../../provenance/match.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Definition, FunctionFacts, ModuleFacts, Value } from '../../syntax/facts.ts';
import { namedMethod } from './dropped-calls.ts';
import type { Models } from '../models.ts';

/** Methods of lists that call what they are handed for each element. */
export const overLists: ReadonlySet<string> = new Set(['forEach', 'map']);

/**
 * Whether what a call gives ends in a list whose promises nobody waits for: `await list.map(…)`, `await [save(), load()]`, `Promise.all([list.map(…)])`. To await a
 * list, or to hand it over inside another, waits for none of them (https://tc39.es/ecma262/#sec-promise-resolve-functions).
 */
export function isAwaitedAsList({ fact }: Site<FunctionFacts>, call: Call): boolean {
	if (call.usage === 'awaited') return overLists.has(namedMethod(call) ?? '');
	return isNested(call) || (call.usage === 'kept' && fact.awaits.some(({ value }) => isElement(value, call)));
}

/** `Promise.all([list.map(…)])`, for `Promise.all(list.map(…))`. */
export function isNested(call: Call): boolean {
	const { usage, outer } = call;
	if (usage !== 'argument' || outer === undefined || namedMethod(call) !== 'map') return false;
	const { callee, args } = outer;
	const [of, method = ''] = globalName(callee)?.split('.') ?? [];
	return of === 'Promise' && promiseJoins.has(method) && isElement(args[0], call);
}

function isElement(value: Value | undefined, call: Call): boolean {
	return value?.kind === 'array' && value.elements.includes(call);
}

/** A list that is written down, or read from a file, or what the language makes one of. */
export function isList({ provenance }: Models, call: Site<Call>, methods = overLists): boolean {
	const { callee } = call.fact;
	if (callee.kind !== 'member' || !methods.has(namedMethod(call.fact) ?? '')) return false;
	if (isOfData(call.module.facts, callee.object)) return true;
	const roots = provenance.roots(at(callee.object, call));
	return (
		roots.length > 0 &&
		roots.every(root =>
			root.kind === 'made'
				? root.path.length === 0 && root.site.fact.kind === 'array'
				: root.kind === 'origin' && root.origin.from === 'global' && listMakers.has(dotted(root.origin)),
		)
	);
}

/** `import { items } from './items.json'`: the only `map` in there is that of a list. */
function isOfData(facts: ModuleFacts, value: Value): boolean {
	if (value.kind === 'member') return isOfData(facts, value.object);
	if (value.kind !== 'reference') return false;
	const definitions = givenTo(facts, value.binding);
	return (
		definitions.length > 0 &&
		definitions.every(each =>
			each.kind === 'import'
				? isData(each.source)
				: each.kind === 'value' && each.value.kind === 'module' && isData(each.value.source),
		)
	);
}

function isData(source: string): boolean {
	return source.endsWith('.json');
}

/** What a variable is given, without what its methods may change. */
function givenTo({ bindings }: ModuleFacts, binding: number): readonly Definition[] {
	return (bindings[binding]?.definitions ?? []).filter(({ kind }) => kind !== 'method');
}
