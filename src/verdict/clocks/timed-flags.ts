import type { Influence } from '../../effects/model.ts';
import type { Site } from '../../project/model.ts';
import { at, functionAt } from '../../provenance/walker.ts';
import type { Definition, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { isRealClock } from './real-clock.ts';

type Given = Extract<Definition, { kind: 'value' }>;

const claimed: ReadonlySet<Claim['relation']> = new Set(['truthy', 'falsy', 'identical', 'deep-equal']);

/** The reading that sets a variable of yes or no, where how long something took decides that, and an assertion asks for it: `if (delay <= last) grows = false`. */
export function timedFlag(models: Models, scope: Scope, claim: Claim, generous: number): Influence | undefined {
	const { actual, relation } = claim;
	if (!claimed.has(relation) || actual.fact.kind !== 'reference') return undefined;
	const definitions = actual.module.facts.bindings[actual.fact.binding]?.definitions ?? [];
	const given = definitions.filter(
		(each): each is Given =>
			each.kind === 'value' && each.path.length === 0 && each.value.kind === 'literal' && typeof each.value.value === 'boolean',
	);
	if (given.length < 2 || given.length < definitions.length) return undefined;
	for (const definition of given) {
		const test = testOf(definition, actual);
		if (test !== undefined && isTimed(models, test, generous)) return readBehind(models, scope, claim, test);
	}
	return undefined;
}

/** The condition that the variable gets a value under. */
function testOf({ function: owner, region }: Given, { module }: Site<Value>): Site<Value> | undefined {
	const facts = region === undefined ? undefined : functionAt(module, owner);
	const branch = facts?.regions[region ?? -1];
	return branch?.test === undefined || (branch.kind !== 'then' && branch.kind !== 'else') ? undefined : { module, fact: branch.test };
}

function isTimed({ effects }: Models, test: Site<Value>, generous: number): boolean {
	if (test.fact.kind !== 'operation') return false;
	const { form, limit } = effects.clockReading(test);
	const isElapsed = test.fact.operands.some(operand => effects.clockReading(at(operand, test)).form === 'elapsed');
	return form === 'decision' && isElapsed && (limit === undefined || (limit.ms > 0 && limit.ms < generous));
}

function readBehind({ effects, framework }: Models, scope: Scope, { place }: Claim, test: Site<Value>): Influence | undefined {
	const clock = framework.clockAt(scope, place.start);
	const operands = test.fact.kind === 'operation' ? test.fact.operands : [];
	return clock.stopped
		? undefined
		: operands
				.flatMap(operand => effects.behind(at(operand, test), [{ kind: 'parts' }]))
				.find(influence => isRealClock(influence, clock));
}
