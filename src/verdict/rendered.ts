import type { Influence } from '../effects/model.ts';
import type { PackagePath } from '../knowledge/package-paths.ts';
import { renderings } from '../knowledge/rendering.ts';
import type { Site } from '../project/model.ts';
import { matchPattern, parsePattern } from '../provenance/pattern.ts';
import { at } from '../provenance/walker.ts';
import type { Value } from '../syntax/facts.ts';
import type { Claim, Models } from './models.ts';

const rows = renderings.flatMap((row: PackagePath) => [row.from].flat().map(from => ({ from, pattern: parsePattern(row.path) })));

/** What the components depend on that a snapshot shows all of: `expect(render(<Clock />).container).toMatchSnapshot()`. A calendar that nobody has opened is not shown. */
export function behindRendered(models: Models, claim: Claim): readonly Influence[] {
	if (claim.relation !== 'snapshot' || claim.part.length > 0) return [];
	return renderedIn(models, claim.actual).flatMap(element => models.effects.behind(element, [{ kind: 'parts' }])).filter(({ row }) => row?.effect !== 'clock' || row.calendar !== true);
}

function renderedIn({ provenance }: Models, site: Site<Value>): readonly Site<Value>[] {
	return provenance.origins(site).flatMap(origin => {
		const match = rows.filter(({ from }) => from === origin.from).map(({ pattern }) => matchPattern(pattern, origin)).find(each => each?.length === origin.steps.length);
		const call = match?.calls[0]?.site;
		const element = call?.fact.args[0];
		return call === undefined || element === undefined ? [] : [at(element, call)];
	});
}
