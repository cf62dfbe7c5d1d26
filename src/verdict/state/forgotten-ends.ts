import { type Use, usesOf } from '../../effects/uses.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { closings, keeping, registering, takingOver } from '../../knowledge/ending-words.ts';
import type { TestCase } from '../../framework/model.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { lineAt } from '../../syntax/lower.ts';
import { holds } from '../../syntax/spans.ts';
import { nameOf } from '../customs.ts';
import type { Models } from '../models.ts';

/** Something that a test makes and leaves as it is, where other tests of the file end what they make in the same way. */
export interface ForgottenEnd {
	readonly scope: TestCase;
	readonly call: Call;
	/** How the others end theirs, and where the first of them does. */
	readonly method: string;
	readonly line: number;
}

/** A variable of a test, and what made what it holds. */
interface Made {
	readonly scope: TestCase;
	readonly binding: number;
	readonly call: Call;
	readonly uses: readonly Use[];
	/** The call that ends it, as the last that is done to it. */
	readonly ending: { readonly name: string; readonly start: number } | undefined;
}

/** How many other tests must end theirs, and how many of all things that are made so must be ended. */
const atLeast = 2;
const mostly = 0.75;

export function* forgottenEnds(models: Models): Iterable<ForgottenEnd> {
	for (const made of kindsOf(models).values()) {
		const ended = made.filter(({ ending }) => ending !== undefined);
		const [first] = ended;
		if (first?.ending === undefined || new Set(ended.map(({ scope }) => scope)).size < atLeast || ended.length < made.length * mostly) continue;
		for (const { scope, call, uses, ending } of made) {
			if (ending !== undefined || uses.length === 0 || uses.some(use => isOutOfSight(use, models) || isToFail(use, scope, models)) || isEndedWith(call, scope, models)) continue;
			if (models.effects.openingsIn(scope.body).some(opening => holds(opening.call, call) || holds(call, opening.call))) continue;
			yield { scope, call, method: first.ending.name, line: lineAt(models.module.facts, first.ending.start) };
		}
	}
}

/** What the tests make, by what makes it. */
function kindsOf(models: Models): ReadonlyMap<string, readonly Made[]> {
	const kinds = new Map<string, Made[]>();
	for (const made of madeIn(models)) {
		const maker = makerOf(made.call, models);
		if (maker !== undefined) kinds.set(maker, [...(kinds.get(maker) ?? []), made]);
	}
	return kinds;
}

/** What the tests make and put into variables of their own. */
function madeIn({ module, tests }: Models): readonly Made[] {
	const { bindings, functions } = module.facts;
	const own = tests.filter(({ body, modifiers }) => body.module === module && !modifiers.has('skip') && !modifiers.has('todo'));
	return bindings.flatMap((each, binding) => {
		const [only, ...others] = each.definitions.filter(({ kind }) => kind !== 'method' && kind !== 'member');
		const owner = functions[each.function];
		const scope = owner === undefined ? undefined : own.find(({ body }) => body.fact.start <= owner.start && owner.end <= body.fact.end);
		if (scope === undefined || each.disposed === true || only?.kind !== 'value' || only.path.length > 0 || others.length > 0) return [];
		const call = only.value.kind === 'await' ? only.value.value : only.value;
		if (call.kind !== 'call' || call.args.some(argument => isHanded(argument, module.facts.bindings))) return [];
		const uses = usesOf(module, binding);
		return [{ scope, binding, call, uses, ending: endingOf(uses) }];
	});
}

/** `create(t)`: what is handed the context of the test may end itself with it. */
function isHanded(argument: Value, bindings: Models['module']['facts']['bindings']): boolean {
	return valuesInside(argument).some(value => value.kind === 'reference' && bindings[value.binding]?.kind === 'parameter');
}

function endingOf(uses: readonly Use[]): Made['ending'] {
	const last = uses.toSorted((one, other) => one.place.start - other.place.start).at(-1);
	return last?.kind === 'method' && isEnding(last.name) ? { name: last.name, start: last.place.start } : undefined;
}

/** What `end` is called on is mostly a request or a stream that is sent with it. */
function isEnding(name: string): boolean {
	return closings.has(name) && name !== 'end';
}

/** `new Client`, `createServer()`, `session()` of whatever it is called on. */
function makerOf({ callee, form }: Call, { module }: Models): string | undefined {
	if (callee.kind === 'member') return typeof callee.property === 'string' ? `${form} .${callee.property}` : undefined;
	const name = nameOf(callee, module);
	return name === undefined ? undefined : `${form} ${name}`;
}

/** Whether it goes where it may be ended, or is ended in the middle. */
function isOutOfSight(use: Use, models: Models): boolean {
	if (use.kind === 'returned' || use.kind === 'escapes') return true;
	if (use.kind === 'method' || use.kind === 'read') return closings.has(use.name) || registering.test(use.name);
	const name = nameOf(use.call.callee, models.module)?.split('.').at(-1) ?? '';
	return use.call.form === 'new' || use.call.usage === 'kept' || registering.test(name) || keeping.has(name) || takingOver.test(name);
}

/** `expect(client.open()).rejects…`: what cannot be opened need not be ended. */
function isToFail({ place }: Use, scope: TestCase, models: Models): boolean {
	return models.assertionsIn(scope).some(claim => (claim.relation === 'rejects' || claim.relation === 'throws') && holds(claim.place, place));
}

/** Whether the test ends what it was made from, and perhaps it with that. */
function isEndedWith(call: Call, { body }: TestCase, { module }: Models): boolean {
	const sources = valuesInside(call).flatMap(value => (value.kind === 'reference' ? [value.binding] : []));
	return sources.some(source => usesOf(module, source).some(use => use.kind === 'method' && closings.has(use.name) && holds(body.fact, use.place)));
}
