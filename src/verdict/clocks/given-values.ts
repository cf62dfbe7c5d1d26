import type { Site } from '../../project/model.ts';
import type { Root } from '../../provenance/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, LiteralValue, Value } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';

/** A field, or a part of what a field holds, that one method of a class sets to a constant and another one to the time, and that is said to be the constant. */
export function isGiven({ provenance }: Models, { actual, expected }: Claim): boolean {
	const constants = expected === undefined || !isOfInstance(provenance, actual) ? [] : provenance.roots(expected).map(root => constantOf(provenance, root));
	const [constant, ...others] = new Set(constants);
	if (constant === undefined || others.length > 0) return false;
	return provenance.roots(actual).some(root => root.conditions.length === 0 && constantOf(provenance, root) === constant);
}

function isOfInstance(provenance: Provenance, { fact, ...place }: Site<Value>): boolean {
	if (fact.kind !== 'member' || typeof fact.property !== 'string' || /^\d/.test(fact.property)) return false;
	const object = at(fact.object, place);
	return provenance.roots(object).some(({ kind }) => kind === 'instance') || isOfInstance(provenance, object);
}

/** A constant, or a list of nothing but constants, as text. */
function constantOf(provenance: Provenance, root: Root): string | undefined {
	if (root.kind !== 'made' || root.path.length > 0) return undefined;
	const { fact } = root.site;
	if (fact.kind !== 'array') return textOf(staticValue(provenance.roots, root.site));
	const elements = fact.elements.map(element => textOf(staticValue(provenance.roots, at(element, root.site))));
	return elements.includes(undefined) ? undefined : `[${elements.join()}]`;
}

const textOf = (value: LiteralValue['value']): string | undefined => (value === undefined ? undefined : `${typeof value} ${String(value)}`);

/** A part of an object or list that code fills later with what another object has: `Object.assign(overrides, { at })`. */
export function isFilledLater({ path, site: { fact, module } }: Extract<Root, { kind: 'made' }>): boolean {
	if (path.length === 0 || (fact.kind !== 'object' && fact.kind !== 'array')) return false;
	const holder = module.facts.bindings.findIndex(({ definitions }) => definitions.some(each => each.kind === 'value' && each.path.length === 0 && each.value === fact));
	return holder !== -1 && module.facts.functions.some(({ calls }) => calls.some(call => isFilling(call, holder)));
}

function isFilling({ callee, args: [target] }: Call, holder: number): boolean {
	return callee.kind === 'member' && callee.property === 'assign' && callee.object.kind === 'global' && callee.object.name === 'Object' && target?.kind === 'reference' && target.binding === holder;
}
