import type { Drawn } from './draw.ts';
import { callFunction, isPure } from './pure-functions.ts';
import { thrown, unknown } from './samples.ts';

/** A function that is handed to a method, worked out for what it is called with. */
export type Callback = (drawn: Drawn, args: readonly unknown[]) => unknown;

/** Methods of lists that call a function for their elements (ECMAScript 23.1.3). */
const methods: ReadonlySet<string> = new Set(['map', 'filter', 'some', 'every', 'find', 'findIndex', 'reduce', 'sort', 'toSorted']);

export function callsBack(name: string): boolean {
	return methods.has(name);
}

/** A function of the language that is handed over by its name: `filter(Boolean)`. */
export function functionNamed(name: string): Callback | undefined {
	return isPure(name) ? (_, args) => callFunction(name, args.slice(0, 2)) : undefined;
}

/** What such a method gives; `unknown` where one of the calls cannot be told. */
export function callBack(
	list: unknown,
	name: string,
	callback: (...args: readonly unknown[]) => unknown,
	further: readonly unknown[],
): unknown {
	if (list === undefined || list === null || list === thrown) return thrown;
	if (!Array.isArray(list) || list.includes(unknown)) return unknown;
	const elements: readonly unknown[] = list;
	const results: unknown[] = [];
	const method: unknown = Reflect.get(list, name);
	if (typeof method !== 'function' || (name === 'reduce' && list.length === 0 && further.length === 0)) return unknown;
	const value: unknown = Reflect.apply(
		method,
		[...elements],
		[
			(...args: readonly unknown[]): unknown => {
				const result = callback(...args);
				results.push(result);
				return result;
			},
			...further,
		],
	);
	return results.includes(unknown) ? unknown : results.includes(thrown) ? thrown : value;
}
