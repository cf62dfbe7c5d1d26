import type { Site } from '../project/model.ts';
import type { Call, Value } from '../syntax/facts.ts';
import { at } from './walker.ts';

const direct = new WeakMap<Call, Call>();

/** `define.call(self, a)` and `define.apply(self, [a])` as the call `define(a)` that they make, and what that is called on; undefined where the arguments are not written there. */
export function directCall(site: Site<Call>): { readonly call: Site<Call>; readonly receiver: Site<Value> | undefined } | undefined {
	const {
		callee,
		args: [self, ...others],
	} = site.fact;
	const args = self?.kind === 'spread' ? undefined : argumentsOf(callee, others);
	if (args === undefined || callee.kind !== 'member') return undefined;
	const call = direct.get(site.fact) ?? { ...site.fact, callee: callee.object, args };
	direct.set(site.fact, call);
	return { call: at(call, site), receiver: self === undefined ? undefined : at(self, site) };
}

function argumentsOf(callee: Value, others: readonly Value[]): readonly Value[] | undefined {
	if (callee.kind !== 'member') return undefined;
	if (callee.property === 'call') return others;
	const [list] = others;
	if (callee.property !== 'apply' || (list !== undefined && list.kind !== 'array')) return undefined;
	return list?.elements ?? [];
}
