import type { Call, Value } from '../syntax/facts.ts';
import type { Module, Site } from '../project/model.ts';
import { type Edit, replace } from './edit.ts';
import type { Editable } from './import.ts';

/** Port 0 in the place of one that is written in the call that listens, and nowhere else in the file. */
export function usePortZero(file: Editable, call: Site<Call>, { module, fact: { start, end, ...value } }: Site<Value>): Edit | undefined {
	if (module !== file.module || value.kind !== 'literal' || !isInside(call, module, start, end)) return undefined;
	const digits = String(value.value);
	const isPlain = /^\d+$/.test(digits) && file.text.slice(start, end).includes(digits);
	return isPlain && file.text.split(digits).length === 2 ? replace({ start, end }, '0') : undefined;
}

function isInside(call: Site<Call>, module: Module, start: number, end: number): boolean {
	return call.module === module && call.fact.start <= start && end <= call.fact.end;
}
