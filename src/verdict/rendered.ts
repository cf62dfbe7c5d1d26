import type { Influence } from '../effects/model.ts';
import type { PackagePath } from '../knowledge/package-paths.ts';
import { renderings, wholeDocuments } from '../knowledge/rendering.ts';
import type { Site } from '../project/model.ts';
import { matchPattern, parsePattern } from '../provenance/pattern.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';
import type { Claim, Models, Scope } from './models.ts';
import { renderedFor } from './rendered-elements.ts';

const rows = renderings.flatMap((row: PackagePath) => [row.from].flat().map(from => ({ from, pattern: parsePattern(row.path) })));

const wholePages = wholeDocuments.map(parsePattern);

/** What the components depend on that a snapshot shows all of: `expect(render(<Clock />).container).toMatchSnapshot()`. A calendar that nobody has opened is not shown. */
export function behindRendered(models: Models, scope: Scope, claim: Claim): readonly Influence[] {
	if (claim.relation !== 'snapshot' || claim.part.length > 0) return [];
	const elements = isWholePage(models, claim.actual) ? renderedFor(models, scope) : renderedIn(models, claim.actual);
	return elements
		.flatMap(element => models.effects.behind(element, [{ kind: 'parts' }]))
		.filter(({ row }) => row?.effect !== 'clock' || row.calendar !== true);
}

/** `document.body`, in which everything stands that the test renders. */
function isWholePage({ provenance }: Models, site: Site<Value>): boolean {
	return provenance
		.origins(site)
		.some(
			origin => origin.from === 'global' && wholePages.some(pattern => matchPattern(pattern, origin)?.length === origin.steps.length),
		);
}

function renderedIn({ provenance }: Models, site: Site<Value>): readonly Site<Value>[] {
	return provenance.origins(site).flatMap(origin => {
		const match = rows
			.filter(({ from }) => from === origin.from)
			.map(({ pattern }) => matchPattern(pattern, origin))
			.find(each => each?.length === origin.steps.length);
		const call = match?.calls[0]?.site;
		const element = call?.fact.args[0];
		return call === undefined || element === undefined ? [] : [at(element, call)];
	});
}
