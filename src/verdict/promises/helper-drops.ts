import { type Promised, promisedBy } from '../../effects/waits/promised.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { isBarrier } from './barriers.ts';
import type { Models } from '../models.ts';

/** The first promise that a function of another file drops, on each of its ways, and that nothing behind it in the function may be a wait for: its caller cannot wait. */
export function dropIn(models: Models, helper: Site<FunctionFacts>): Promised | undefined {
	for (const call of helper.fact.calls) {
		if (call.usage !== 'discarded' || call.region !== undefined) continue;
		const promised = promisedBy(models, at(call, helper));
		if (promised === undefined || promised.handled || promised.sleeps || promised.asserts || isMarked(models, helper, call)) continue;
		const next = [...helper.fact.awaits, ...helper.fact.returns.filter(({ value }) => value.kind !== 'literal')].filter(({ start }) => start >= call.end);
		if (!next.some(({ value }) => isBarrier(models, at(value, helper), call))) return promised;
	}
	return undefined;
}

/** `void start()`: whoever wrote it does not mean to wait. */
function isMarked({ project }: Models, { module: { file } }: Site<FunctionFacts>, { start }: Call): boolean {
	return /\bvoid\s+$/.test(project.text(file)?.slice(Math.max(0, start - 40), start) ?? '');
}
