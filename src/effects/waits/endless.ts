import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, FunctionFacts } from '../../syntax/facts.ts';
import type { Knowing } from '../knowing.ts';

/** How many functions inside one another are looked through. */
const maxDepth = 3;

/** Whether a call may run until something stops it: a function of the project that it leads to loops without a list to go through. */
export function runsOn(knowing: Knowing, site: Site<Call>, depth = 0): boolean {
	return knowing.provenance.roots(at(site.fact.callee, site)).some(root => {
		if (root.kind !== 'function' || root.path.length > 0) return false;
		if (
			root.site.fact.regions.some(
				({ loop }) => loop !== undefined && (loop.form === 'while' || loop.form === 'do-while' || loop.form === 'for'),
			)
		)
			return true;
		return (
			depth < maxDepth && waitedFor(root.site.fact).some(call => runsOn(knowing, { module: root.site.module, fact: call }, depth + 1))
		);
	});
}

function waitedFor({ calls }: FunctionFacts): readonly Call[] {
	return calls.filter(({ usage }) => usage === 'awaited' || usage === 'returned' || usage === 'kept');
}
