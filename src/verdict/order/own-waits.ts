import type { Knowing } from '../../effects/knowing.ts';
import type { Influence } from '../../effects/model.ts';
import { promisedBy } from '../../effects/waits/promised.ts';
import type { Module, Site } from '../../project/model.ts';
import { isMadeFunction } from '../../provenance/made-functions.ts';
import type { Root } from '../../provenance/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';

/** Whether callbacks that overlap wait for nothing but functions that the test made, which answer one after the other as they are called. */
export function waitsForOwn({ row, call }: Influence, provenance: Provenance, isTest: (module: Module) => boolean): boolean {
	if (row !== undefined || call === undefined) return false;
	const waits = awaitedBefore(call);
	return waits.length > 0 && waits.every(value => isOwn(at(value, call), provenance, isTest));
}

/** Whether callbacks that overlap wait for what answers from outside, each when it likes: a request, a file, a store. */
export function waitsForOutside(call: Site<Call>, knowing: Knowing): boolean {
	return awaitedBefore(call).some(value => {
		const awaited = value.kind === 'await' ? value.value : value;
		return awaited.kind === 'call' && promisedBy(knowing, at(awaited, call))?.outside === true;
	});
}

/** What the callback waits for before it makes a call; of a callback of `then`, the promise. */
function awaitedBefore(call: Site<Call>): readonly Value[] {
	const writer = functionAt(call.module, call.fact.function);
	const callee = writer?.passedTo?.call.callee;
	if (writer === undefined) return [];
	return callee?.kind === 'member' && callee.property === 'then'
		? [callee.object]
		: writer.awaits.filter(({ start, value }) => start < call.fact.end && value !== call.fact).map(({ value }) => value);
}

function isOwn(site: Site<Value>, provenance: Provenance, isTest: (module: Module) => boolean): boolean {
	const value = site.fact.kind === 'await' ? site.fact.value : site.fact;
	if (value.kind !== 'call') return false;
	const roots = provenance.roots(at(value.callee, site));
	return roots.length > 0 && roots.every(root => isMadeFunction(root) || isAnswer(root, isTest));
}

/** A function of the test that waits for nothing itself. */
function isAnswer(root: Root, isTest: (module: Module) => boolean): boolean {
	return (
		root.kind === 'function' &&
		root.path.length === 0 &&
		isTest(root.site.module) &&
		root.site.fact.awaits.length === 0 &&
		root.site.fact.returns.every(({ value }) => value.kind !== 'call')
	);
}
