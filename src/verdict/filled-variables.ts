import { valuesInside } from '../effects/value-parts.ts';
import { addingMethods } from '../knowledge/event-words.ts';
import type { Module } from '../project/model.ts';
import { at } from '../provenance/walker.ts';
import type { Binding, FunctionFacts, ModuleFacts } from '../syntax/facts.ts';
import { functionsWithin } from '../syntax/functions-within.ts';
import type { Claim, Models } from './models.ts';

/** A variable, by the module that has it. */
export interface HeldVariable {
	readonly module: Module;
	readonly binding: number;
}

/** Variables outside a function that it writes, or whose lists it adds to. */
export function filledBy(callback: FunctionFacts, { facts }: Module): readonly number[] {
	const inside = functionsWithin(facts, callback);
	const written = inside.flatMap(({ writes }) => writes.flatMap(({ target }) => (target.kind === 'reference' ? [target.binding] : [])));
	const added = inside.flatMap(({ calls }) =>
		calls.flatMap(({ callee }) =>
			callee.kind === 'member' &&
			callee.object.kind === 'reference' &&
			typeof callee.property === 'string' &&
			addingMethods.has(callee.property)
				? [callee.object.binding]
				: [],
		),
	);
	return [...new Set([...written, ...added])].filter(binding => isOuter(facts, callback, binding));
}

function isOuter({ bindings }: ModuleFacts, callback: FunctionFacts, binding: number): boolean {
	const start = bindings[binding]?.start ?? callback.start;
	return start < callback.start || start >= callback.end;
}

/** Variables outside a function that it calls with something, as it does what records its calls. */
export function toldBy(callback: FunctionFacts, { facts }: Module): readonly number[] {
	const called = functionsWithin(facts, callback).flatMap(({ calls }) =>
		calls.flatMap(({ callee, args }) => (callee.kind === 'reference' && args.length > 0 ? [callee.binding] : [])),
	);
	return [...new Set(called)].filter(binding => isOuter(facts, callback, binding));
}

/** Whether an assertion is about what the variable holds, under this name or another. */
export function isAboutVariable({ provenance }: Models, { actual }: Claim, { module, binding }: HeldVariable): boolean {
	const given =
		module.facts.bindings[binding]?.definitions.flatMap(definition =>
			definition.kind === 'value' && definition.path.length === 0 ? [definition.value] : [],
		) ?? [];
	return [...valuesInside(actual.fact)].some(value => {
		if (value.kind !== 'reference') return false;
		if (actual.module === module && (value.binding === binding || isTakenFrom(binding, module.facts.bindings[value.binding])))
			return true;
		return provenance
			.roots(at(value, actual))
			.some(
				root =>
					root.kind === 'made' &&
					root.path.length === 0 &&
					given.some(each => each === root.site.fact && each.kind !== 'literal'),
			);
	});
}

/** `const { title } = sent` */
function isTakenFrom(binding: number, taken: Binding | undefined): boolean {
	const [definition, ...others] = taken?.definitions ?? [];
	return (
		definition?.kind === 'value' &&
		others.length === 0 &&
		definition.path.length > 0 &&
		definition.value.kind === 'reference' &&
		definition.value.binding === binding
	);
}
