import { chainOf } from '../../effects/value-parts.ts';
import { matchWhole } from '../../provenance/match.ts';
import { at } from '../../provenance/walker.ts';
import type { Site } from '../../project/model.ts';
import type { Call } from '../../syntax/facts.ts';
import type { Models } from '../models.ts';

/** Whether a call says more of what is only begun when somebody waits for it, and was made elsewhere: `const asked = request(app).get('/'); asked.expect(200); await asked;` */
export function addsToRequest({ provenance, rows }: Models, call: Site<Call>): boolean {
	const { root } = chainOf(call.fact.callee);
	if (root.kind !== 'reference') return false;
	return provenance
		.origins(at(root, call))
		.some(
			origin =>
				rows.knows(origin.from) &&
				matchWhole(rows, provenance.roots, origin).some(({ row }) => row.effect === 'promise' && row.lazy === true),
		);
}
