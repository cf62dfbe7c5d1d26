import type { Influence } from '../../effects/model.ts';
import { valuesIn } from '../../effects/value-parts.ts';
import { witnessOf } from '../../effects/witness.ts';
import { sameInstant } from '../../knowledge/date-words.ts';
import { changedTimes, creationTimes, goneOnTimes, storedTimes } from '../../knowledge/record-words.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { at } from '../../provenance/walker.ts';
import { soleDefinition } from '../../syntax/definitions.ts';
import type { FunctionFacts, ModuleFacts, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import { holds } from '../../syntax/spans.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** Whether a value is the time at which a record was stored, which the test has not set itself. */
export function isTimeStamp(models: Models, scope: Scope, site: Site<Value>): boolean {
	const stamp = stampOf(site.fact);
	return stamp !== undefined && storedTimes.test(stamp.name) && !isGiven(models, scope, stamp.name);
}

/** Whether the test waits between a place and an assertion. */
export function isWaitedFor({ effects }: Models, scope: Scope, start: number, { place }: Claim): boolean {
	return effects.sleepsIn(scope.body).some(({ ms, site }) => ms !== 0 && site.start >= start && site.start <= place.end);
}

/** The times of two changes that an assertion wants to differ, though nothing keeps them apart; undefined for everything else. */
export function comparedStamps(models: Models, scope: Scope, claim: Claim): Influence | undefined {
	const { actual, expected, relation, negated } = claim;
	if (expected === undefined) return undefined;
	const [one, other] = [stampAt(actual), stampAt(expected)];
	if (one === undefined || other === undefined) return undefined;
	const isUnequal = ['identical', 'deep-equal'].includes(relation) && negated;
	const isOrdered = !negated && (relation === 'greater' || relation === 'less');
	if (!isUnequal && !isOrdered) return undefined;
	const [later, earlier] = relation === 'less' ? [other, one] : [one, other];
	const isChange =
		one.name === other.name
			? changedTimes.test(one.name) && areApart(models, earlier, later, claim)
			: isOrdered && (changedTimes.test(later.name) || goneOnTimes.test(later.name)) && creationTimes.test(earlier.name);
	if (
		!isChange ||
		[one, other].some(({ name }) => isGiven(models, scope, name) || isGivenBefore(models, scope, name)) ||
		isWaitedFor(models, scope, scope.body.fact.start, claim)
	)
		return undefined;
	return {
		kind: 'clock',
		row: undefined,
		api: one.name,
		origin: undefined,
		source: actual,
		call: undefined,
		witness: witnessOf(one.name, actual),
		picked: false,
		joined: false,
		narrowed: false,
	};
}

/** Whether they are of two records, or of one that the test has looked at before something was done. */
function areApart({ module }: Models, earlier: PlacedStamp, later: PlacedStamp, { place }: Claim): boolean {
	const [left, right] = [earlier, later].map(({ record }) => identityOf(record, 'ways'));
	if (left === undefined || right === undefined) return false;
	if (left !== right) return true;
	const { keptAt } = earlier;
	if (keptAt === undefined || later.keptAt !== undefined || earlier.record.module !== module) return false;
	return module.facts.functions.some(({ calls }) =>
		calls.some(({ start, end, usage }) => start > keptAt && end < place.start && (usage === 'discarded' || usage === 'awaited')),
	);
}

/** `record.name`, in whichever form, and whatever stands in for it where it is not there: `record.name ?? 0`. */
interface Stamp {
	readonly name: string;
	readonly record: Value;
}

interface PlacedStamp {
	readonly name: string;
	readonly record: Site<Value>;
	/** Where it was put into a variable, if it was. */
	readonly keptAt: number | undefined;
}

/** The same of a variable that is given one once: `const before = record.updatedAt`, `const { updatedAt } = record`. */
function stampAt(site: Site<Value>): PlacedStamp | undefined {
	const { fact } = site;
	if (fact.kind !== 'reference') return placed(stampOf(fact), site, undefined);
	const only = soleDefinition(site.module.facts, fact);
	if (only?.kind !== 'value') return undefined;
	const [step, ...further] = only.path;
	if (step === undefined) return placed(stampOf(only.value), site, only.value.end);
	return step.kind === 'property' && further.length === 0
		? placed({ name: step.name, record: only.value }, site, only.value.end)
		: undefined;
}

function placed(stamp: Stamp | undefined, site: Site<Value>, keptAt: number | undefined): PlacedStamp | undefined {
	return stamp === undefined ? undefined : { name: stamp.name, record: at(stamp.record, site), keptAt };
}

function stampOf(value: Value): Stamp | undefined {
	switch (value.kind) {
		case 'member':
			return typeof value.property === 'string' ? { name: value.property, record: value.object } : undefined;
		case 'choice': {
			const [one, other, ...others] = value.options;
			return value.operator !== '?:' && one !== undefined && other?.kind === 'literal' && others.length === 0
				? stampOf(one)
				: undefined;
		}
		case 'operation':
			return value.operator === '+' && value.operands.length === 1 && value.operands[0] !== undefined
				? stampOf(value.operands[0])
				: undefined;
		case 'call': {
			const {
				callee,
				args: [first, ...others],
			} = value;
			if (callee.kind === 'member' && typeof callee.property === 'string' && sameInstant.has(callee.property) && first === undefined)
				return stampOf(callee.object);
			const isDate =
				callee.kind === 'global'
					? callee.name === 'Date' || callee.name === 'Number'
					: callee.kind === 'member' &&
						callee.object.kind === 'global' &&
						callee.object.name === 'Date' &&
						callee.property === 'parse';
			return isDate && first !== undefined && others.length === 0 ? stampOf(first) : undefined;
		}
		default:
			return undefined;
	}
}

/** Whether the test itself says when: it writes the property, or an object with it. */
export function isGiven({ module: { facts } }: Models, { body }: Scope, name: string): boolean {
	return functionsWithin(facts, body.fact).some(each => gives(facts, each, name));
}

/** The same of the hooks in front of it. */
function isGivenBefore({ module }: Models, scope: Scope, name: string): boolean {
	return (
		'hooks' in scope &&
		scope.hooks.some(
			({ phase, body }) =>
				phase.startsWith('before') &&
				body.module === module &&
				functionsWithin(module.facts, body.fact).some(each => gives(module.facts, each, name)),
		)
	);
}

/** The same of the code around the tests of the linted file. */
export function isGivenAround({ module, tests }: Models, name: string): boolean {
	const bodies = tests.map(({ body }) => body).filter(body => body.module === module);
	return module.facts.functions.some(each => gives(module.facts, each, name) && !bodies.some(({ fact }) => holds(fact, each)));
}

function gives(facts: ModuleFacts, inside: FunctionFacts, name: string): boolean {
	const isWritten = (value: Value): boolean =>
		value.kind === 'object' && value.entries.some(entry => entry.kind === 'property' && entry.key === name);
	return (
		inside.writes.some(({ target }) => target.kind === 'member' && target.property === name) ||
		[...valuesIn(inside, facts)].some(isWritten)
	);
}
