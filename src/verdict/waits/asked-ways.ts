import type { Sleep } from '../../effects/model.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import type { Module, Site } from '../../project/model.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Scope } from '../models.ts';

/**
 * Whether a wait of another file is only come to where something that this file awaits says so: `if (await panel.isVisible()) await close(panel)`.
 * Nothing tells that the test ever goes that way.
 */
export function isAskedFor({ call }: Sleep, { body: { module } }: Scope): boolean {
	for (let each: Site<Call> | undefined = call; each !== undefined; each = each.frame?.call)
		if (each.module !== module && isInAskedBranch(each)) return true;
	return false;
}

function isInAskedBranch({ module, fact: { function: owner, region } }: Site<Call>): boolean {
	const body = functionAt(module, owner);
	for (let index = region; index !== undefined; index = body?.regions[index]?.parent) {
		const { kind, test } = body?.regions[index] ?? {};
		if (
			(kind === 'then' || kind === 'else') &&
			test !== undefined &&
			[test, ...valuesInside(test)].some(value => isAnswer(value, module))
		)
			return true;
	}
	return false;
}

function isAnswer(value: Value, { facts }: Module): boolean {
	if (value.kind !== 'reference') return value.kind === 'await';
	const definitions = facts.bindings[value.binding]?.definitions ?? [];
	return definitions.length > 0 && definitions.every(each => each.kind === 'value' && each.value.kind === 'await');
}
