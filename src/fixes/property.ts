import type { ObjectValue } from '../syntax/facts.ts';
import { type Edit, insert } from './edit.ts';

/** Writes a property at the beginning of an object, in the layout of those that are there. */
export function withProperty(text: string, { start, entries }: ObjectValue, property: string): Edit | undefined {
	if (text[start] !== '{') return undefined;
	const inside = /^\{([\t ]*(?:\/\/[^\n]*)?)(\r?\n([\t ]*))?/.exec(text.slice(start));
	const [, , line, indent = ''] = inside ?? [];
	if (entries.length === 0) return line === undefined ? insert(start + 1, ` ${property} `) : undefined;
	return line === undefined ? insert(start + 1, ` ${property},`) : insert(start + (inside?.[0].length ?? 1), `${property},\n${indent}`);
}
