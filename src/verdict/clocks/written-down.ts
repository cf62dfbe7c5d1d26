import { deepest, shapeOf } from '../../assertions/shape.ts';
import type { Site } from '../../project/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';
import { isFilledLater } from './given-values.ts';

/** Whether all of a value is written down, but for the parts of it that anything fits: `{ at: expect.any(Date), took: 0 }`. */
export function isWrittenDown(provenance: Provenance, site: Site<Value>, depth = 0): boolean {
	const shape = depth > deepest ? undefined : shapeOf(site, provenance);
	if (shape?.kind === 'asymmetric') return shape.means === 'open';
	if (shape?.kind === 'object' && shape.whole)
		return [...shape.entries.values()].every(entry => isWrittenDown(provenance, entry, depth + 1));
	return provenance.roots(site, [{ kind: 'parts' }]).every(root => root.kind === 'made' && !isFilledLater(root));
}

/** Whether nothing but readings of the clock tells a text from others: all else in it is written down. */
export function isStamped(models: Models, site: Site<Value>, depth = 0): boolean {
	if (models.effects.clockReading(site).form === 'read') return true;
	const [root, ...others] = depth > deepest ? [] : models.provenance.roots(site);
	if (root?.kind !== 'made' || root.path.length > 0 || others.length > 0) return false;
	const { fact } = root.site;
	const inside = fact.kind === 'template' ? fact.parts : fact.kind === 'operation' && fact.operator === '+' ? fact.operands : [];
	const texts = inside.filter(({ kind }) => kind === 'literal');
	const stamps = inside.filter(({ kind }) => kind !== 'literal');
	if (fact.kind !== 'template' && !texts.every(each => each.kind === 'literal' && typeof each.value === 'string')) return false;
	return stamps.length > 0 && stamps.every(each => isStamped(models, at(each, root.site), depth + 1));
}
