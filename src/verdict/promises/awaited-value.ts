import { joining } from '../../knowledge/promise-classes.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';

/**
 * What is waited for behind a dropped call: the call that a constant holds, where that is made behind the dropped one in the same function, `const opened = page.goto('/'); await opened`, and
 * what a written list has in it that is waited for as a whole. What was begun before stays a name, of which nobody knows.
 */
export function awaitedValue(site: Site<Value>, dropped: Call): Site<Value> {
	const { fact: value } = site;
	const inner = innerOf(site, value, dropped);
	return inner === undefined ? site : awaitedValue(at(inner, site), dropped);
}

function innerOf({ module }: Site<Value>, value: Value, dropped: Call): Value | undefined {
	if (value.kind === 'await') return value.value;
	if (value.kind === 'call') return listOf(value);
	if (value.kind === 'array') return value.elements.length === 1 ? value.elements[0] : undefined;
	if (value.kind !== 'reference') return undefined;
	const [only, ...others] = module.facts.bindings[value.binding]?.definitions ?? [];
	const isOwn = only?.kind === 'value' && others.length === 0 && only.path.length === 0 && only.function === dropped.function;
	return isOwn && only.value.kind === 'call' && only.value.start >= dropped.end ? only.value : undefined;
}

/** The list of `Promise.all([…])`. */
function listOf({ callee, args: [list] }: Call): Value | undefined {
	const isJoin =
		callee.kind === 'member' &&
		callee.object.kind === 'global' &&
		callee.object.name === 'Promise' &&
		typeof callee.property === 'string' &&
		joining.has(callee.property);
	return isJoin && list?.kind === 'array' ? list : undefined;
}
