import { overlap } from '../../effects/state/changing.ts';
import type { KeptVariable } from '../../effects/state/kept-variables.ts';
import type { Touch, Touches } from '../../effects/state/touches.ts';
import type { Hook, TestCase } from '../../framework/model.ts';
import type { Module, Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import { chainOf } from '../../effects/value-parts.ts';
import type { Binding, FunctionFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models } from '../models.ts';
import { isOfOtherThings } from './known-put-backs.ts';

/** A variable, or a part of what it holds. */
export interface Part {
	readonly variable: KeptVariable;
	readonly path: readonly string[];
}

/** Names of functions that bring things back to where they began. */
const resetting =
	/reset|clear|restore|clean|init|set_?up|tear_?down|destroy|dispose|flush|truncate|empty|wipe|purge|unregister|unsubscribe|seed|assign/i;

/** Whether something between two tests, or in doubt what nobody can see into, brings a part back to where it began. */
export function isResetBetween(models: Models, touches: Touches, part: Part, writer: TestCase, reader: TestCase): boolean {
	const bodies = betweenTests(models, writer, reader);
	if (bodies.some(body => resets(touches, body, part))) return true;
	if (part.variable.module === models.module) return false;
	return bodies.some(body => callsByName(body, models)) || models.framework.restoresAround(reader).some(({ what }) => what === 'modules');
}

/** What runs between two tests: hooks around each, and those of suites that only one of them is in. */
export function betweenTests(models: Models, writer: TestCase, reader: TestCase): readonly Site<FunctionFacts>[] {
	const after = writer.hooks.filter(({ phase }) => phase === 'after-each' || phase === 'around-each');
	const before = reader.hooks.filter(({ phase, fixture }) => phase === 'before-each' || phase === 'around-each' || fixture !== undefined);
	const left = writer.hooks.filter(hook => phaseIs(hook, 'after-all') && !reader.hooks.includes(hook));
	const entered = reader.hooks.filter(
		hook => (phaseIs(hook, 'before-all') || phaseIs(hook, 'around-all')) && !writer.hooks.includes(hook),
	);
	const outer = models.framework.outerHooks.filter(({ phase }) => phase.endsWith('each'));
	return [...after, ...before, ...left, ...entered, ...outer].map(({ body }) => body);
}

function phaseIs({ phase }: Hook, wanted: Hook['phase']): boolean {
	return phase === wanted;
}

/** What a hook does to the part, adding to it apart. */
function resets(touches: Touches, body: Site<FunctionFacts>, part: Part): boolean {
	return touches
		.of(body)
		.some(touch => touch.variable.binding === part.variable.binding && touch.does !== 'add' && overlap(touch.path, part.path));
}

/** Whether a function calls something that, by its name, brings things back to where they began, and that is not known to bring back other things. */
export function callsByName(body: Site<FunctionFacts>, models: Models): boolean {
	const { module, fact } = body;
	const calls = functionsWithin(module.facts, fact).flatMap(each =>
		each.calls.filter(({ callee }) => resetting.test(nameOf(callee, module))),
	);
	const isKnown = isOfOtherThings(models, body);
	return calls.some(call => !isKnown(at(call, body)));
}

function nameOf(
	callee: { readonly kind: string; readonly property?: unknown; readonly binding?: number; readonly name?: string },
	{ facts }: Module,
): string {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? callee.property : '';
	return (callee.binding === undefined ? callee.name : facts.bindings[callee.binding]?.word) ?? '';
}

/** Whether a test gives the part a value of its own before it reads it, or hands it to what may. */
export function isOwn(touch: Touch): boolean {
	return touch.does === 'set' || (touch.does === 'use' && touch.by !== undefined && resetting.test(touch.by));
}

/** Whether a function, by its index, is a test's. */
export type IsTests = (index: number) => boolean;

/** Whether a test takes back what it did: it sets the part again to what was written down at first or saved, or removes what it added. */
export function isPutBack(touch: Touch, all: readonly Touch[], isTests: IsTests): boolean {
	if (touch.does === 'set' && isBefore(touch, isTests)) return true;
	const later = all.filter(
		other =>
			other.variable.binding === touch.variable.binding && other.site.start > touch.site.start && overlap(other.path, touch.path),
	);
	return later.some(other => {
		if (other.does === 'use') return other.by !== undefined && resetting.test(other.by);
		return other.does === 'set' ? isBefore(other, isTests) : touch.does === 'add' && other.does === 'take';
	});
}

/** Whether something that stands outside the tests makes the value in the same way: it is built anew. */
function isBuiltAlike(value: Value, { binding }: KeptVariable, isTests: IsTests): boolean {
	const maker = makerOf(value);
	return (
		maker !== undefined &&
		binding.definitions.some(
			definition => definition.kind === 'value' && !isTests(definition.function) && makerOf(definition.value) === maker,
		)
	);
}

function makerOf(value: Value): string | undefined {
	if (value.kind === 'await') return makerOf(value.value);
	if (value.kind !== 'call') return undefined;
	const { root, path } = chainOf(value.callee);
	return root.kind === 'reference'
		? [root.binding, ...path].join('.')
		: root.kind === 'global'
			? [root.name, ...path].join('.')
			: undefined;
}

/** A constant, or a variable that is given nothing but the value that the part has: `let saved = config.port`. */
function isKept(binding: Binding | undefined, { path }: Touch): boolean {
	if (binding === undefined || binding.kind === 'const') return binding !== undefined;
	const [first, ...others] = binding.definitions;
	if (others.length > 0 || first?.kind !== 'value') return false;
	const saved = chainOf(first.value);
	return path.length === 0 ? saved.root.kind === 'reference' && saved.path.length === 0 : saved.path.at(-1) === path.at(-1);
}

/** A value from before: another variable's, the one that the declaration has, or one that is made as elsewhere. */
function isBefore(touch: Touch, isTests: IsTests): boolean {
	const { value, module, variable } = touch;
	if (value === undefined) return false;
	if (value.kind === 'call' || value.kind === 'await') return isBuiltAlike(value, variable, isTests);
	if (value.kind === 'reference') return isKept(module.facts.bindings[value.binding], touch);
	const first = variable.binding.definitions.find(({ kind }) => kind === 'value');
	const initial = first?.kind === 'value' && first.function === variable.binding.function ? first.value : undefined;
	if (value.kind === 'literal')
		return initial === undefined
			? value.value === undefined || value.value === null
			: initial.kind === 'literal' && initial.value === value.value;
	return (
		initial?.kind === value.kind &&
		((value.kind === 'array' && value.elements.length === 0) || (value.kind === 'object' && value.entries.length === 0))
	);
}
