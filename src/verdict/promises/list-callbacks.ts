import { type Promised, promisedBy } from '../../effects/waits/promised.ts';
import { listMakers } from '../../knowledge/global-objects.ts';
import type { Site } from '../../project/model.ts';
import { dotted } from '../../provenance/match.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import { namedMethod } from './dropped-calls.ts';
import type { Models } from '../models.ts';

/** Methods of lists that call what they are handed for each element. */
export const overLists: ReadonlySet<string> = new Set(['forEach', 'map']);

/** `items.forEach(item => …)`: a list calls it and drops what it gives. Where that is awaited, what it is called on must be seen to be a list. */
export function callbackOfList(models: Models, call: Site<Call>): FunctionFacts | undefined {
	const [argument] = call.fact.args;
	const isListed = call.fact.usage === 'awaited' ? isList(models, call) : isOfList(models, call);
	return argument?.kind === 'function' && isListed ? functionAt(call.module, argument.function) : undefined;
}

/** A list that is written down, or what the language makes one of. */
function isList({ provenance }: Models, call: Site<Call>): boolean {
	const { callee } = call.fact;
	const roots = callee.kind === 'member' && overLists.has(namedMethod(call.fact) ?? '') ? provenance.roots(at(callee.object, call)) : [];
	return roots.length > 0 && roots.every(root => (root.kind === 'made' ? root.path.length === 0 && root.site.fact.kind === 'array' : root.kind === 'origin' && root.origin.from === 'global' && listMakers.has(dotted(root.origin))));
}

/** Whether it is called on a list, for all that is known. */
export function isOfList({ provenance }: Models, call: Site<Call>): boolean {
	if (!overLists.has(namedMethod(call.fact) ?? '')) return false;
	return provenance.roots(at(call.fact.callee, call)).every(root => root.kind !== 'function' && (root.kind !== 'origin' || root.origin.from === 'global'));
}

/** The promise that a function gives back whenever it is called: `item => save(item)`. */
export function givenBy(models: Models, callback: Site<FunctionFacts>): Promised | undefined {
	const [result, ...others] = callback.fact.returns;
	if (result?.value.kind !== 'call' || others.length > 0) return undefined;
	const promised = promisedBy(models, at(result.value, callback));
	return promised?.handled === true || promised?.sleeps === true ? undefined : promised;
}
