import { isJoin } from '../../effects/promise-classes.ts';
import { type Promised, promisedBy } from '../../effects/waits/promised.ts';
import type { Witness } from '../../effects/witness.ts';
import type { Site } from '../../project/model.ts';
import type { Origin, Step } from '../../provenance/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { isList, isNested, overLists } from './awaited-lists.ts';
import { namedMethod } from './dropped-calls.ts';
import type { Models } from '../models.ts';

/** `items.forEach(item => …)`: a list calls it and drops what it gives. Where that is awaited, what it is called on must be seen to be a list. */
export function callbackOfList(models: Models, call: Site<Call>): FunctionFacts | undefined {
	const [argument] = call.fact.args;
	const isListed = call.fact.usage === 'awaited' || isNested(call.fact) ? isList(models, call) : isOfList(models, call);
	return argument?.kind === 'function' && isListed ? functionAt(call.module, argument.function) : undefined;
}

/** What a call of a list drops for each of its elements: `items.forEach(async item => …)`, `items.map(item => save(item))`. */
export function droppedByList(
	models: Models,
	call: Site<Call>,
): { readonly promised: Promised; readonly callback: FunctionFacts } | undefined {
	const callback = callbackOfList(models, call);
	if (callback === undefined) return undefined;
	if (!callback.async) {
		const given = givenBy(models, at(callback, call));
		return given === undefined ? undefined : { promised: given, callback };
	}
	const witness: Witness = { steps: [], api: `${namedMethod(call.fact) ?? ''}(async …)` };
	return callback.awaits.length > 0 ? { promised: { witness, asserts: false, sleeps: false, handled: false }, callback } : undefined;
}

/** Whether it is called on a list, for all that is known. */
export function isOfList(models: Models, call: Site<Call>): boolean {
	if (!overLists.has(namedMethod(call.fact) ?? '')) return false;
	return models.provenance
		.roots(at(call.fact.callee, call))
		.every(
			root =>
				root.kind !== 'function' && (root.kind !== 'origin' || root.origin.from === 'global' || isAnswered(models, root.origin)),
		);
}

/** `(await page.getByRole('row').all()).filter(Boolean)`: what was waited for, and what the language takes of it, is there, and begins nothing when it is asked. */
function isAnswered({ rows }: Models, { steps }: Origin): boolean {
	const answer = steps.findLastIndex(({ kind }) => kind === 'await');
	const taken = steps.slice(answer + 1);
	const isOfLanguage = (step: Step, index: number): boolean => {
		const before = taken[index - 1];
		return step.kind !== 'call' || (before?.kind === 'property' && rows.method(before.name) !== undefined);
	};
	return answer !== -1 && taken.every(isOfLanguage);
}

/** `await Promise.all(items.map(item => { save(item); }))`: the list is waited for, and nothing that the callback does not give back. */
export function isJoined({ provenance }: Models, { fact: { usage, outer }, ...place }: Site<Call>): boolean {
	return (
		usage === 'argument' &&
		outer !== undefined &&
		(outer.usage === 'awaited' || outer.usage === 'returned') &&
		provenance.roots(at(outer.callee, place)).some(isJoin)
	);
}

/** The promise that a function gives back whenever it is called: `item => save(item)`. */
export function givenBy(models: Models, callback: Site<FunctionFacts>): Promised | undefined {
	const [result, ...others] = callback.fact.returns;
	if (result?.value.kind !== 'call' || others.length > 0) return undefined;
	const promised = promisedBy(models, at(result.value, callback));
	return promised?.handled === true || promised?.sleeps === true ? undefined : promised;
}
