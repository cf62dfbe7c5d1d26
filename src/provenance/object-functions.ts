import type { Site } from '../project/model.ts';
import type { Call, ObjectValue } from '../syntax/facts.ts';
import type { Path, Root } from './model.ts';
import { type Walker, at } from './walker.ts';

/** Functions of `Object` that give back what they are handed (https://tc39.es/ecma262/#sec-object.freeze). */
const handedBack: ReadonlySet<string> = new Set(['freeze', 'preventExtensions', 'seal']);

const merged = new WeakMap<Call, ObjectValue>();

/**
 * What a part of `Object.assign(a, b)`, `Object.freeze(a)` or `Object.create(a)` is, as if all were spread into one object
 * (https://tc39.es/ecma262/#sec-object.assign, https://tc39.es/ecma262/#sec-object.create). Undefined for other calls, and where no part is asked for.
 */
export function walkObjectFunction(walker: Walker, site: Site<Call>, path: Path): Root[] | undefined {
	const { callee, args } = site.fact;
	const [first] = path;
	if (
		callee.kind !== 'member' ||
		callee.object.kind !== 'global' ||
		callee.object.name !== 'Object' ||
		typeof callee.property !== 'string'
	)
		return undefined;
	if ((first?.kind !== 'property' && first?.kind !== 'position') || args.some(({ kind }) => kind === 'spread')) return undefined;
	const [object] = args;
	const isMadeOf = callee.property === 'create' && object?.kind !== 'literal';
	if ((handedBack.has(callee.property) || isMadeOf) && object !== undefined) return walker.walk(at(object, site), path);
	return callee.property === 'assign' ? walker.walk(at(mergedBy(site.fact), site), path) : undefined;
}

function mergedBy(call: Call): ObjectValue {
	const known = merged.get(call) ?? {
		kind: 'object',
		entries: call.args.flatMap(value => (value.kind === 'object' ? value.entries : [{ kind: 'spread', value }])),
		start: call.start,
		end: call.end,
	};
	merged.set(call, known);
	return known;
}
