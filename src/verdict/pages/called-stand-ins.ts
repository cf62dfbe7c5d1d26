import { makingCall } from '../../effects/waits/taken-time.ts';
import { valuesIn } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models } from '../models.ts';
import { type Done, waitsBefore } from './component-states.ts';

/** A call that a component makes of a stand-in which the test hands it. */
export interface StandInCall extends Done {
	readonly component: Site<FunctionFacts>;
}

/** All calls of a stand-in that components make; undefined where one hands it on, to something that may call it at any time. */
export function callsOf(models: Models, components: readonly Site<FunctionFacts>[], made: Call): readonly StandInCall[] | undefined {
	const found: StandInCall[] = [];
	for (const component of components) {
		const { module, fact } = component;
		const isIt = (value: Value): boolean =>
			(value.kind === 'reference' || value.kind === 'member') &&
			models.provenance.origins(at(value, component)).some(origin => makingCall(origin)?.fact === made);
		for (const inside of functionsWithin(module.facts, fact)) {
			const harmless = new Set<Value>(inside.calls.map(({ callee }) => callee));
			const values = [...valuesIn(inside, module.facts)];
			for (const list of values) if (list.kind === 'array') for (const element of list.elements) harmless.add(element);
			if (values.some(value => !harmless.has(value) && isIt(value))) return undefined;
			for (const call of inside.calls)
				if (call.form === 'call' && isIt(call.callee)) found.push({ component, call, behind: waitsBefore(module, inside, call) });
		}
	}
	return found;
}

/** What a component calls it: `onSaved`. */
export function nameOf({ component: { module }, call: { callee } }: StandInCall): string {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? callee.property : '';
	return callee.kind === 'reference' ? (module.facts.bindings[callee.binding]?.word ?? '') : '';
}
