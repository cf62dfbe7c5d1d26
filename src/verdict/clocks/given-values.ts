import type { Site } from '../../project/model.ts';
import type { Path, Root } from '../../provenance/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at, property } from '../../provenance/walker.ts';
import type { Call, LiteralValue, Value } from '../../syntax/facts.ts';
import type { Claim, Models } from '../models.ts';

/**
 * A value that is said to be a constant which it may be without the clock: a field, or a part of what a field holds, that one method of a class sets to it and another one to the time,
 * or what gives back what it is handed unless it has to read the clock (`valid(id) ? id : Date.now()`).
 */
export function isGiven(models: Models, claim: Claim): boolean {
	return isFieldGiven(models, claim) || isHandedBack(models, claim);
}

function isFieldGiven({ provenance }: Models, { actual, expected }: Claim): boolean {
	const constants = expected === undefined || !isOfInstance(provenance, actual) ? [] : provenance.roots(expected).map(root => constantOf(provenance, root));
	const [constant, ...others] = new Set(constants);
	if (constant === undefined || others.length > 0) return false;
	return provenance.roots(actual).some(root => root.conditions.length === 0 && constantOf(provenance, root) === constant);
}

/** Whether each entry that a reading may stand behind is said to be something else that a condition may pick: the reading itself would never be that. */
function isHandedBack({ provenance, effects }: Models, { actual, expected }: Claim): boolean {
	if (expected === undefined) return false;
	const timed = entriesOf(provenance, expected).filter(({ path }) => effects.behind(actual, [...path, { kind: 'parts' }]).some(({ kind }) => kind === 'clock'));
	return timed.length > 0 && timed.every(({ path, value }) => {
		const { form } = effects.clockReading(actual, path);
		const own = new Set(provenance.roots(actual, path).flatMap(root => (root.conditions.length === 0 ? [] : [constantOf(provenance, root)])));
		const said = provenance.roots(value).map(root => constantOf(provenance, root));
		return (form === 'read' || form === 'moved') && said.length > 0 && said.every(constant => constant !== undefined && own.has(constant));
	});
}

/** The entries of an object that is written down, each by itself; else the value as a whole. */
function entriesOf({ roots }: Provenance, site: Site<Value>): readonly { readonly path: Path; readonly value: Site<Value> }[] {
	const [root, ...others] = roots(site);
	const { entries } = root?.kind === 'made' && root.path.length === 0 && others.length === 0 && root.site.fact.kind === 'object' ? root.site.fact : { entries: [] };
	const listed = entries.flatMap(entry => (root?.kind === 'made' && entry.kind === 'property' && typeof entry.key === 'string' ? [{ path: [property(entry.key)], value: at(entry.value, root.site) }] : []));
	return listed.length === 0 || listed.length < entries.length ? [{ path: [], value: site }] : listed;
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
