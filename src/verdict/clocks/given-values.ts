import { expectedParts } from '../../assertions/expected-parts.ts';
import type { MayBe } from '../../effects/clocks/sure-readings.ts';
import { constantText } from '../../effects/constants.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import type { Path, Root } from '../../provenance/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import type { Call } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';

/**
 * Whether what an assertion says of something may hold, or not, without the clock: each part that a reading may stand behind may be something else as well, which the
 * code has been handed, or a constant that the assertion says it is: `at ?? Date.now()`, a field that one method sets to the time and another one to zero.
 */
export function isGiven(models: Models, claim: Claim): boolean {
	const { effects, provenance } = models;
	const timed = partsOf(models, claim).filter(path =>
		effects.behind(claim.actual, [...path, { kind: 'parts' }]).some(({ kind }) => kind === 'clock'),
	);
	return (
		timed.length > 0 &&
		!isOfEach(models, claim) &&
		timed.every(path => !effects.isSurelyRead(claim.actual, path, constantsOf(provenance, claim, path)))
	);
}

/** The same of what something is compared with, where that is one value. */
export function isExpectedGiven({ effects }: Models, { expected, upper }: Claim): boolean {
	return expected !== undefined && upper === undefined && !effects.isSurelyRead(expected, [], () => false);
}

/** What is compared, entry by entry where entries are listed. */
function partsOf({ provenance }: Models, claim: Claim): readonly Path[] {
	const { parts } = expectedParts(claim.relation === 'deep-equal' ? { ...claim, relation: 'includes-structure' } : claim, provenance);
	return parts.length === 0 ? [claim.part] : parts;
}

/** The constants that fit what an assertion says of a part. */
function constantsOf(provenance: Provenance, { relation, negated, expected, part }: Claim, path: Path): MayBe {
	const isWanted = (relation === 'truthy') !== negated;
	if (relation === 'truthy' || relation === 'falsy') return text => falsy.has(text) !== isWanted;
	if (expected === undefined || !equalities.has(relation)) return () => false;
	const said = new Set(
		provenance
			.roots(expected, path.slice(part.length))
			.map(root => (root.kind === 'made' && root.path.length === 0 ? constantText(provenance, root.site) : undefined)),
	);
	return text => said.has(text) !== negated;
}

const falsy: ReadonlySet<string> = new Set(['boolean false', 'number 0', 'string ']);
const equalities: ReadonlySet<Claim['relation']> = new Set([
	'identical',
	'deep-equal',
	'includes-structure',
	'includes-subset',
	'same-members',
	'called-with',
	'nth-called-with',
	'contains',
]);

/** Whether what is asserted is asserted of each element of a list, or of each row of a table: none of them is another way. */
function isOfEach({ rows }: Models, { actual: { fact, module } }: Claim): boolean {
	const { bindings, functions } = module.facts;
	return valuesInside(fact).some(
		value =>
			value.kind === 'reference' &&
			(bindings[value.binding]?.definitions ?? []).some(definition => {
				if (definition.kind === 'iteration') return true;
				const callee = definition.kind === 'parameter' ? functions[definition.function]?.passedTo?.call.callee : undefined;
				return (
					callee?.kind === 'call' ||
					(callee?.kind === 'member' &&
						typeof callee.property === 'string' &&
						rows.method(callee.property)?.callback?.element !== undefined)
				);
			}),
	);
}

/** A part of an object or list that code fills later with what another object has: `Object.assign(overrides, { at })`. */
export function isFilledLater({ path, site: { fact, module } }: Extract<Root, { kind: 'made' }>): boolean {
	if (path.length === 0 || (fact.kind !== 'object' && fact.kind !== 'array')) return false;
	const holder = module.facts.bindings.findIndex(({ definitions }) =>
		definitions.some(each => each.kind === 'value' && each.path.length === 0 && each.value === fact),
	);
	return holder !== -1 && module.facts.functions.some(({ calls }) => calls.some(call => isFilling(call, holder)));
}

function isFilling({ callee, args: [target] }: Call, holder: number): boolean {
	return (
		callee.kind === 'member' &&
		callee.property === 'assign' &&
		callee.object.kind === 'global' &&
		callee.object.name === 'Object' &&
		target?.kind === 'reference' &&
		target.binding === holder
	);
}
