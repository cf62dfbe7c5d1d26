import type { Site } from '../../project/model.ts';
import type { Provenance } from '../../provenance/provenance.ts';
import type { MemberValue, Value } from '../../syntax/facts.ts';

/** The one value that a field of the object is given whose method is looked at: `this.rate`, as its constructor was handed it. */
export function fieldValue({ roots }: Pick<Provenance, 'roots'>, site: Site<MemberValue>): Site<Value> | undefined {
	if (site.fact.object.kind !== 'this' || typeof site.fact.property !== 'string') return undefined;
	const [root, ...others] = roots(site);
	return root?.kind === 'made' && root.path.length === 0 && others.length === 0 && root.site.fact !== site.fact ? root.site : undefined;
}
