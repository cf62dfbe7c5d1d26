import { injection } from '../knowledge/frameworks/injection.ts';
import type { Module } from '../project/model.ts';
import type { Call, Value } from '../syntax/facts.ts';

const keys: ReadonlySet<string> = new Set(injection.keys);
const methods: ReadonlySet<string> = new Set(injection.methods);

/** Whether a module tells a container what to hand out: what an annotation names may then be something else. */
export function tellsContainer({ facts }: Module): boolean {
	return facts.functions.some(({ calls }) => calls.some(call => isTold(call) || call.args.some(holdsProvider)));
}

function isTold({ callee }: Call): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && methods.has(callee.property);
}

function holdsProvider(value: Value): boolean {
	if (value.kind === 'array') return value.elements.some(holdsProvider);
	if (value.kind !== 'object') return false;
	return value.entries.some(entry => (entry.kind === 'property' && typeof entry.key === 'string' && keys.has(entry.key)) || holdsProvider(entry.value));
}
