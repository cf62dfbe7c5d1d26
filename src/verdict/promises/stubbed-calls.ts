import type { Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import { at } from '../../provenance/walker.ts';
import type { Call } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';

/** Whether the test has put something of its own where a call leads to, as far as that is done before a place of the test. */
export function isStubbedCall({ framework, provenance }: Models, scope: Scope, call: Site<Call>, place = call.fact.start): boolean {
	return provenance.roots(at(call.fact.callee, call)).some(root => {
		if (root.kind === 'function') return framework.isStubbed(root.site, scope, place);
		return root.kind === 'origin' && framework.isStubbed(root.origin, scope, place);
	});
}

/** `spyOn(build, 'run').andCallFake(callback => callbacks.push(callback))`: the test itself says when what the call starts is done. */
export function startsStub(models: Models, scope: Scope, call: Site<Call>): boolean {
	return models.provenance.roots(at(call.fact.callee, call)).some(root => {
		if (root.kind !== 'function') return false;
		const { module, fact } = root.site;
		const frame = entered(root.site, call, root.receiver);
		return functionsWithin(module.facts, fact).some(({ calls }) =>
			calls.some(inner => isStubbedCall(models, scope, { module, fact: inner, frame }, call.fact.start)),
		);
	});
}
