import { chainOf } from '../../effects/value-parts.ts';
import { underWayAfter } from '../../effects/waits/under-way.ts';
import { clockGlobals } from '../../knowledge/date-words.ts';
import type { Module } from '../../project/model.ts';
import type { LoopFacts, Value } from '../../syntax/facts.ts';
import { functionsAround } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/** Loops that may go on until the clock says something. */
const open: ReadonlySet<LoopFacts['form'] | undefined> = new Set(['while', 'do-while']);

/**
 * Whether nothing that a test does, and nothing that this mentions in turn, is known to take a millisecond: it computes at once or in microtasks, and no loop that
 * goes on until something holds reads the clock. Whatever is not known may take time.
 */
export function isQuick({ project, framework }: Models, { body }: Scope): boolean {
	return underWayAfter({ project, isLeftOut: isReading, ms: undefined, isReplaced: framework.isReplaced }, [body]) === 'nothing';
}

function isReading(value: Value, module: Module): boolean {
	if (value.kind !== 'global' && value.kind !== 'member' && value.kind !== 'call') return false;
	const { root } = chainOf(value.kind === 'call' ? value.callee : value);
	if (root.kind !== 'global' || !clockGlobals.has(root.name)) return false;
	const [around] = functionsAround(module.facts, value);
	return around?.regions.some(({ loop }) => open.has(loop?.form)) !== true;
}
