import type { Frame, Site } from '../project/model.ts';
import { functionAt } from '../provenance/walker.ts';
import type { Call, FunctionFacts } from '../syntax/facts.ts';
import { branches } from '../syntax/region-kinds.ts';

const conditional: ReadonlySet<string> = new Set([...branches, 'loop']);

/**
 * Whether a call is made whenever the asked function gets to the line that leads to it. The asked function itself may ask before it
 * calls; of what it calls, nobody knows which way it takes. `past: 'guards'`: what throws before is taken not to.
 */
export function isCertain(call: Site<Call>, past?: 'guards'): boolean {
	let here: Site<Call> = call;
	for (let frame: Frame | undefined = call.frame; frame !== undefined; frame = frame.call.frame) {
		if (isConditional(here, past === 'guards')) return false;
		if (frame.call === undefined) return true;
		here = frame.call;
	}
	return true;
}

function isConditional({ module, fact: { function: owner, region } }: Site<Call>, guarded: boolean): boolean {
	const body = functionAt(module, owner);
	if (body === undefined) return true;
	for (let index = region; index !== undefined; index = body.regions[index]?.parent) {
		const kind = body.regions[index]?.kind;
		if (kind !== undefined && conditional.has(kind)) return true;
		if (kind === 'after-exit' && !(guarded && isGuarded(body, index))) return true;
	}
	return false;
}

/** `if (…) throw …` stands before the region, and nothing else leaves. */
function isGuarded({ regions, throws }: FunctionFacts, index: number): boolean {
	const { test } = regions[index] ?? {};
	const branch = regions.findIndex(({ kind, test: asked }) => kind === 'then' && asked !== undefined && asked === test);
	return branch !== -1 && throws.some(({ region }) => region === branch);
}
