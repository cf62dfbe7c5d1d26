import { restoring } from '../../knowledge/stub-words.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts, Value } from '../../syntax/facts.ts';
import { stateOfObject } from './shared-state.ts';
import type { Knowing } from '../knowing.ts';

/** A call that puts back one thing: `spy.mockRestore()`, `console.warn.restore()`, `clock.uninstall()`. */
export interface PutBackHandle {
	readonly site: Site<Call>;
	/** The calls that made what it is a method of: `jest.spyOn(…)`. */
	readonly of: readonly Call[];
	/** The shared state that it is a method of, where that is one. */
	readonly key: string | undefined;
	/** The property that it is read from: `this.clock.restore()`. */
	readonly property: string | undefined;
}

/** The calls in a function's own text with which it puts single things back. */
export function putBackHandlesIn({ provenance }: Knowing, body: Site<FunctionFacts>): readonly PutBackHandle[] {
	return body.fact.calls.flatMap((call): readonly PutBackHandle[] => {
		const { callee } = call;
		if (callee.kind !== 'member' || typeof callee.property !== 'string' || !restoring.has(callee.property)) return [];
		const holder = mockedOf(callee.object);
		const of = provenance
			.origins(at(holder, body))
			.flatMap(({ steps }) =>
				steps.flatMap(step =>
					step.kind === 'call' || (step.kind === 'construct' && step.site !== undefined) ? [step.site?.fact] : [],
				),
			);
		return [
			{
				site: at(call, body),
				of: of.filter(each => each !== undefined),
				key: stateOfObject(provenance, body, at(holder, body))?.key,
				property: holder.kind === 'member' && typeof holder.property === 'string' ? holder.property : undefined,
			},
		];
	});
}

/** `vi.mocked(console.warn)` is `console.warn`, with other types. */
function mockedOf(value: Value): Value {
	const [argument] = value.kind === 'call' ? value.args : [];
	const isMocked = value.kind === 'call' && value.callee.kind === 'member' && value.callee.property === 'mocked';
	return isMocked && argument !== undefined ? argument : value;
}

/** Whether what a call gives is put into a property, or a variable, of that name. */
export function isKeptAs(name: string, { module, fact: { start, end } }: Site<Call>): boolean {
	const holds = (value: Value | undefined): boolean =>
		value !== undefined && value.start <= start && end <= value.end && value.kind === 'call';
	return (
		module.facts.functions.some(({ writes }) =>
			writes.some(({ target, value }) => target.kind === 'member' && target.property === name && holds(value)),
		) ||
		module.facts.bindings.some(
			binding => binding.word === name && binding.definitions.some(each => each.kind === 'value' && holds(each.value)),
		)
	);
}
