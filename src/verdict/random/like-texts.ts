import type { Draw } from '../../effects/random/draw.ts';
import { lists } from '../../effects/random/drawn-lists.ts';
import { FormulaReader } from '../../effects/random/formula.ts';
import type { Influence } from '../../effects/model.ts';
import { samplesOf } from '../../effects/random/samples.ts';
import { soleTextQueries, wholePages } from '../../knowledge/page-words.ts';
import { renderingPackages } from '../../knowledge/rendering.ts';
import type { Site } from '../../project/model.ts';
import { at } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Models, Scope } from '../models.ts';
import { textsShown } from '../shown-texts.ts';

/** An element that is looked for by its random text, on a page where another random text may be the same one. */
export interface LikeText {
	readonly query: Call;
	readonly read: Influence;
	/** How likely it is that another one is the same. */
	readonly missed: number;
}

/** More seldom than this nobody will see it. */
const rare = 1e-5;

/** The queries of a test that find two elements where a generator draws the same text twice, though they want one. */
export function* likeTexts(models: Models, scope: Scope): Iterable<LikeText> {
	const { module, fact, frame } = scope.body;
	if (module !== models.module) return;
	const queries = functionsWithin(module.facts, fact).flatMap(({ calls }) =>
		calls.filter(call => isSoleQuery(models, { module, fact: call, frame })),
	);
	if (queries.length === 0) return;
	const texts = textsShown(models, scope).texts.filter(({ pieces, conditions }) => pieces.length === 1 && conditions.length === 0);
	for (const query of queries) {
		const [asked] = query.args;
		const sought = asked === undefined ? undefined : drawnText(models, { module, fact: asked, frame });
		const read = sought === undefined ? undefined : openRead(models, scope, query, sought);
		if (sought === undefined || read === undefined) continue;
		const shown = texts.flatMap(({ pieces }) => pieces.flatMap(piece => drawnText(models, piece) ?? []));
		const others = new Set(shown.filter(each => isLike(each, sought)).map(({ draw }) => draw.call.fact));
		const isShown = others.delete(sought.draw.call.fact);
		const missed = 1 - (1 - 1 / sought.size) ** others.size;
		if (isShown && missed > rare) yield { query, read, missed };
	}
}

/** `screen.getByText(…)`, `render(…).getByText(…)`: not what is asked of a part of the page. */
function isSoleQuery(models: Models, call: Site<Call>): boolean {
	const { callee, args } = call.fact;
	if (args.length !== 1 || !soleTextQueries.has(nameOf(models.module, callee))) return false;
	return models.provenance.origins(at(callee, call)).some(origin => {
		const [first] = origin.steps;
		const last = origin.steps.at(-1);
		const isOfPage = first?.kind === 'property' && wholePages.has(first.name) && renderingPackages.has(origin.from);
		return isOfPage && last?.kind === 'property' && soleTextQueries.has(last.name);
	});
}

function nameOf({ facts }: Models['module'], callee: Value): string {
	if (callee.kind === 'reference') return facts.bindings[callee.binding]?.word ?? '';
	return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : '';
}

/** A text that is what one generator draws, as it is. */
interface DrawnText {
	readonly site: Site<Value>;
	readonly draw: Draw;
	readonly size: number;
}

function drawnText(models: Models, site: Site<Value>): DrawnText | undefined {
	const reader = new FormulaReader(models, () => true);
	const formula = reader.read(site);
	for (const draw of reader.draws) {
		const samples = draw.drawing === undefined ? undefined : samplesOf(draw.drawing, [], lists);
		const isItself = samples?.values.every(value => typeof value === 'string' && formula(new Map([[draw, value]])) === value);
		if (samples !== undefined && isItself === true && samples.values.length > 0) return { site, draw, size: samples.size };
	}
	return undefined;
}

/** Whether both are drawn from the same texts. */
function isLike({ draw: { drawing: one } }: DrawnText, { draw: { drawing: other } }: DrawnText): boolean {
	const isSame = one?.min === other?.min && one?.max === other?.max && one?.length === other?.length;
	return isSame && one?.draws === other?.draws && one?.draws.of !== 'element';
}

function openRead(models: Models, scope: Scope, query: Call, { site }: DrawnText): Influence | undefined {
	return models.effects
		.behind(site, [{ kind: 'parts' }])
		.find(influence => influence.kind === 'random' && !models.isControlled(influence, scope, query));
}
