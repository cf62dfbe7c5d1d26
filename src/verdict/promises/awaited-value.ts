import { globalName } from '../../syntax/global-name.ts';
import { joining } from '../../knowledge/promise-classes.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import { soleValue } from '../../syntax/definitions.ts';
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
	const held = soleValue(module.facts, value);
	return held?.kind === 'call' && held.function === dropped.function && held.start >= dropped.end ? held : undefined;
}

/** The list of `Promise.all([…])`. */
function listOf({ callee, args: [list] }: Call): Value | undefined {
	const [of, method = ''] = globalName(callee)?.split('.') ?? [];
	return of === 'Promise' && joining.has(method) && list?.kind === 'array' ? list : undefined;
}
