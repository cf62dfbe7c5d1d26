import type { Value } from './facts.ts';

/** What a value is called that is a global which nothing in the file shadows, or a member of one by a written name: `fetch`, `Math.abs`. Undefined for any other value. */
export function globalName(value: Value): string | undefined {
	if (value.kind === 'global') return value.name;
	return value.kind === 'member' && value.object.kind === 'global' && typeof value.property === 'string'
		? `${value.object.name}.${value.property}`
		: undefined;
}
