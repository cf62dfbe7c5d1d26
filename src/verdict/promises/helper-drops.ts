import { regionsAround } from '../../effects/loops.ts';
import { type Promised, promisedBy } from '../../effects/waits/promised.ts';
import { witnessOf } from '../../effects/witness.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { isAwaitedAsList } from './awaited-lists.ts';
import { isBarrier } from './barriers.ts';
import { droppedByList } from './list-callbacks.ts';
import type { Models } from '../models.ts';
import { actsOnPage } from './page-commands.ts';
import { isToldByParameter } from './unheard-callbacks.ts';

/** A promise that a function of another file drops, and whether it is that of something done to a page. */
interface HelperDrop {
	readonly promised: Promised;
	readonly isAction: boolean;
}

/** The first promise that a function of another file drops, on each of its ways, and that nothing behind it in the function may be a wait for: its caller cannot wait. */
export function dropIn(models: Models, helper: Site<FunctionFacts>): HelperDrop | undefined {
	for (const call of helper.fact.calls) {
		const listed = isAwaitedAsList(helper, call);
		const around = regionsAround(helper.fact, call.region);
		if ((call.usage !== 'discarded' && !listed) || !around.every(({ loop }) => loop?.form === 'for-of')) continue;
		const promised = (listed ? undefined : promisedBy(models, at(call, helper))) ?? ofList(models, at(call, helper));
		if (
			promised === undefined ||
			promised.lazy === true ||
			promised.handled ||
			promised.sleeps ||
			promised.asserts ||
			isMarked(models, helper, call) ||
			isToldByParameter(helper, call)
		)
			continue;
		const next = [...helper.fact.awaits, ...helper.fact.returns.filter(({ value }) => value.kind !== 'literal')].filter(
			({ start }) => start >= (around.at(-1)?.start ?? call.end) && start !== call.start,
		);
		if (!next.some(({ value }) => isBarrier(models, at(value, helper), call)))
			return { promised, isAction: actsOnPage(models, at(call, helper)) };
	}
	return undefined;
}

/** `rows.forEach(async row => { await db('orders').insert(row); })`, as it comes from the helper. */
function ofList(models: Models, call: Site<Call>): Promised | undefined {
	const promised = droppedByList(models, call)?.promised;
	return promised === undefined || promised.witness.steps.length > 0
		? promised
		: { ...promised, witness: witnessOf(promised.witness.api, call) };
}

/** `void start()`: whoever wrote it does not mean to wait. */
function isMarked({ project }: Models, { module: { file } }: Site<FunctionFacts>, { start }: Call): boolean {
	return /\bvoid\s+$/.test(project.text(file)?.slice(Math.max(0, start - 40), start) ?? '');
}
