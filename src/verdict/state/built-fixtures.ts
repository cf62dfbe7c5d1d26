import type { Module } from '../../project/model.ts';
import type { Touches } from '../../effects/state/touches.ts';
import { type Touch } from '../../effects/state/touches.ts';
import type { Hook, TestCase } from '../../framework/model.ts';
import type { Span, Value } from '../../syntax/facts.ts';

/** Where what tests change is built, once for all of them, and the hook that does so. */
export interface Build {
	readonly hook: Hook | undefined;
	readonly place: Span;
}

interface Change {
	readonly touch: Touch;
	readonly writer: TestCase;
	readonly reader: TestCase;
}

/** The hook that builds what the writer changes: a part of it, not all. */
export function buildOf(module: Module, touches: Touches, { touch, writer, reader }: Change): Build | undefined {
	for (const hook of writer.hooks.filter(each => each.phase === 'before-all' && reader.hooks.includes(each)).reverse()) {
		const built = touches
			.of(hook.body)
			.find(
				each =>
					each.variable.binding === touch.variable.binding &&
					each.does === 'set' &&
					(touch.does !== 'set' || each.path.length < touch.path.length),
			);
		if (built !== undefined && hook.body.module === module) return { hook, place: built.site };
	}
	return declared(module, touch);
}

/** A fixture that the file itself builds, outside its tests: an object with something in it, of which a part is changed. */
function declared(linted: Module, { variable: { binding, module }, does, path }: Touch): Build | undefined {
	const first = binding.definitions.find(({ kind }) => kind === 'value');
	if (module !== linted || first?.kind !== 'value' || first.function !== binding.function || (does === 'set' && path.length === 0))
		return undefined;
	return isFilled(first.value) ? { hook: undefined, place: { start: binding.start, end: first.value.end } } : undefined;
}

/** Whether a value is an object or a list with something in it, or is made by a class of the project or of a package. */
function isFilled(value: Value): boolean {
	if (value.kind === 'object') return value.entries.length > 0;
	if (value.kind === 'array') return value.elements.length > 0;
	return value.kind === 'call' && value.form === 'new' && value.callee.kind !== 'global';
}
