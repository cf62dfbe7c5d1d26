import { type Use, usesOf } from '../../effects/uses.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { closings, keeping, registering, takingOver } from '../../knowledge/ending-words.ts';
import type { TestCase } from '../../framework/model.ts';
import { isGiving } from '../../syntax/definitions.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import { nameOf } from '../customs.ts';
import type { Models } from '../models.ts';

/** A variable of a test, and what made what it holds. */
export interface Made {
	readonly scope: TestCase;
	readonly binding: number;
	readonly call: Call;
	readonly uses: readonly Use[];
	/** The call that ends it, as the last that is done to it. */
	readonly ending: { readonly name: string; readonly start: number } | undefined;
}

/** What the tests make and put into variables of their own. */
export function madeIn({ module, tests }: Models): readonly Made[] {
	const { bindings, functions } = module.facts;
	const own = tests.filter(({ body, modifiers }) => body.module === module && !modifiers.has('skip') && !modifiers.has('todo'));
	return bindings.flatMap((each, binding) => {
		const [only, ...others] = each.definitions.filter(isGiving);
		const owner = functions[each.function];
		const scope =
			owner === undefined ? undefined : own.find(({ body }) => body.fact.start <= owner.start && owner.end <= body.fact.end);
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

/** Whether it goes where it may be ended. */
export function isOutOfSight(use: Use, models: Models): boolean {
	if (use.kind === 'returned' || use.kind === 'escapes') return true;
	if (use.kind === 'method' || use.kind === 'read') return registering.test(use.name);
	const name = nameOf(use.call.callee, models.module)?.split('.').at(-1) ?? '';
	return use.call.form === 'new' || use.call.usage === 'kept' || registering.test(name) || keeping.has(name) || takingOver.test(name);
}

/** Whether it is ended there. */
export function isClosing(use: Use): boolean {
	return (use.kind === 'method' || use.kind === 'read') && closings.has(use.name);
}

/** `expect(client.open()).rejects…`: what cannot be opened need not be ended. */
export function isToFail({ place }: Use, scope: TestCase, models: Models): boolean {
	return models
		.assertionsIn(scope)
		.some(claim => (claim.relation === 'rejects' || claim.relation === 'throws') && holds(claim.place, place));
}
