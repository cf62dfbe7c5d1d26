import type { Influence } from '../effects/model.ts';
import { type RenderingRow, renderings, wholeDocuments } from '../knowledge/rendering.ts';
import type { Site } from '../project/model.ts';
import { matchPattern, parsePattern } from '../provenance/pattern.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';
import type { Claim, Models, Scope } from './models.ts';
import { renderedFor } from './rendered-elements.ts';

const rows = renderings.flatMap((row: RenderingRow) =>
	[row.from].flat().map(from => ({ from, pattern: parsePattern(row.path), beforeEffects: row.beforeEffects === true })),
);

const wholePages = wholeDocuments.map(parsePattern);

/** What the components depend on that a snapshot shows all of: `expect(render(<Clock />).container).toMatchSnapshot()`. A calendar that nobody has opened is not shown. */
export function behindRendered(models: Models, scope: Scope, claim: Claim): readonly Influence[] {
	return shownWhole(models, scope, claim)
		.flatMap(({ element, beforeEffects }) =>
			models.effects.behind(element, [{ kind: 'parts' }]).filter(({ later }) => later === undefined || !beforeEffects),
		)
		.filter(({ row }) => row?.effect !== 'clock' || row.calendar !== true);
}

/** An element that is shown, and whether that is looked at before its effects have run. */
interface Shown {
	readonly element: Site<Value>;
	readonly beforeEffects: boolean;
}

/** The elements that a snapshot shows all of. */
function shownWhole(models: Models, scope: Scope, claim: Claim): readonly Shown[] {
	if (claim.relation !== 'snapshot' || claim.part.length > 0) return [];
	if (!isWholePage(models, claim.actual)) return renderedIn(models, claim.actual);
	return renderedFor(models, scope).map(element => ({ element, beforeEffects: false }));
}

/** `document.body`, in which everything stands that the test renders. */
function isWholePage({ provenance }: Models, site: Site<Value>): boolean {
	return provenance
		.origins(site)
		.some(
			origin => origin.from === 'global' && wholePages.some(pattern => matchPattern(pattern, origin)?.length === origin.steps.length),
		);
}

function renderedIn({ provenance }: Models, site: Site<Value>): readonly Shown[] {
	return provenance.origins(site).flatMap(origin => {
		const found = rows
			.filter(({ from }) => from === origin.from)
			.map(({ pattern, beforeEffects }) => ({ match: matchPattern(pattern, origin), beforeEffects }))
			.find(({ match }) => match?.length === origin.steps.length);
		const call = found?.match?.calls[0]?.site;
		const element = call?.fact.args[0];
		if (found === undefined || call === undefined || element === undefined) return [];
		return [{ element: at(element, call), beforeEffects: found.beforeEffects }];
	});
}
