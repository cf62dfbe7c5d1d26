import type { Rows } from '../../provenance/rows.ts';
import type { Call, Value } from '../../syntax/facts.ts';

/** What is done to a variable, or to a field, and to which part of it. */
export interface Change {
	/** Names that lead to the part; a key of a map is one; `*` where it is not known, empty for all of it. */
	readonly path: readonly string[];
	/**
	 * `set`: it holds something else from here on; `add`: it counts on, or holds more; `take`: it holds less, or the same in another order;
	 * `use`: it is handed to code that nobody knows.
	 */
	readonly does: 'set' | 'add' | 'take' | 'use';
	/** What it is set to, where that is written down. */
	readonly value: Value | undefined;
	/** The method that is called on it, or the function that it is handed to. */
	readonly by?: string | undefined;
}

/** Methods of lists and maps after which nothing of what was there is left. */
const emptying: ReadonlySet<string> = new Set(['clear', 'fill']);

/** Methods that lists alone have. */
const ofLists: ReadonlySet<string> = new Set(['push', 'unshift', 'pop', 'shift', 'splice']);

/**
 * What a method of the language does to what it is called on; nothing where it only reads. `isCollection`: it is called on a list, map or
 * set of the language; of others only methods that lists alone have are known.
 */
export function changeByMethod(
	{ args }: Call,
	method: string,
	into: readonly string[],
	rows: Rows,
	isCollection: boolean,
): readonly Change[] {
	const [first] = args;
	const change = (does: Change['does'], path: readonly string[], value?: Value): readonly Change[] => [{ path, does, value, by: method }];
	const row = rows.method(method);
	if (row === undefined || (row.mutates !== undefined && !isCollection && !ofLists.has(method))) return change('use', into);
	if (emptying.has(method) || (method === 'splice' && args.length === 1 && first?.kind === 'literal' && first.value === 0))
		return change('set', into);
	if (method === 'set' && args.length === 2) return change('set', [...into, keyOf(first)], args[1]);
	if (method === 'add' && args.length === 1) return change('add', [...into, keyOf(first)]);
	if (method === 'delete' && args.length === 1) return change('take', [...into, keyOf(first)]);
	return row.mutates === undefined ? [] : change(row.mutates === 'adds' ? 'add' : 'take', into);
}

/** What an assignment does: `n = n + 1` and `n += 1` count on. */
export function changeByAssignment(value: Value, path: readonly string[], isItself: (value: Value) => boolean): Change {
	if (value.kind === 'operation' && value.operands.some(isItself)) return { path, does: 'add', value: undefined };
	if (path.at(-1) === 'length') return { path: path.slice(0, -1), does: 'set', value: undefined };
	return { path, does: 'set', value };
}

/** A key that is written down, or any. */
export function keyOf(value: Value | undefined): string {
	return value?.kind === 'literal' ? String(value.value) : '*';
}

/** Whether two parts overlap: one holds the other. */
export function overlap(one: readonly string[], other: readonly string[]): boolean {
	return one.every((name, index) => index >= other.length || name === '*' || other[index] === '*' || other[index] === name);
}
