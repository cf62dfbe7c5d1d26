import { toleranceOf } from '../../assertions/tolerance.ts';
import type { Draw, Drawn, Formula } from '../../effects/random/draw.ts';
import { FormulaReader } from '../../effects/random/formula.ts';
import { mayBeGivenUp } from '../../effects/given-up.ts';
import type { Influence } from '../../effects/model.ts';
import { lists } from '../../effects/random/drawn-lists.ts';
import { samplesOf } from '../../effects/random/samples.ts';
import { functionAt } from '../../provenance/walker.ts';
import type { Site } from '../../project/model.ts';
import type { Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { claimOfText } from '../shown-claims.ts';
import { outcomeOf } from './outcome.ts';

/** What a generator may draw that an assertion holds for, and what it fails for. */
export interface Chance {
	readonly read: Influence;
	readonly passing: readonly unknown[];
	/** Of the draws that decide it, at these values of the others. */
	readonly failing: readonly unknown[];
	/** What fails is what the code makes of many draws, not what they draw. */
	readonly isMade: boolean;
	/** The text or number that the assertion then sees, where the code makes something else of what is drawn. */
	readonly seen: string | number | undefined;
}

/** How many combinations of what several generators draw are tried. */
const maxTrials = 2_000;
/** Two generators of more values than this never draw the same one. */
const many = 1_000_000;

/**
 * Whether a random value decides an assertion, or what it says of a text that a component shows: it is worked out for values that the generator draws, and
 * holds for some and not for others.
 */
export function chanceBehind(models: Models, scope: Scope, claim: Claim): Chance | undefined {
	const found = chanceOf(models, scope, claim);
	const shown = found === undefined ? claimOfText(models, scope, claim) : undefined;
	return shown === undefined ? found : chanceOf(models, scope, shown);
}

function chanceOf(models: Models, scope: Scope, claim: Claim): Chance | undefined {
	if (isAskedFirst(claim)) return undefined;
	const open = randomBehind(models, claim).filter(influence => !models.isControlled(influence, scope, claim.place));
	if (open.length === 0) return undefined;
	const reader = new FormulaReader(models, call => open.some(({ source }) => source.fact === call.fact));
	const read = (site: Site<Value> | undefined): Formula => (site === undefined ? () => undefined : reader.read(site));
	const [actual, expected, upper] = [reader.readPart(claim.actual, claim.part), read(claim.expected), read(claim.upper)];
	const tolerance = toleranceOf(claim, models.provenance);

	const outcome = (drawn: Drawn): boolean | undefined =>
		outcomeOf({ ...claim, tolerance, actual: actual(drawn), expected: expected(drawn), upper: upper(drawn) });
	const seen = new Map<boolean, Drawn>();
	const choices = choicesOf(reader);
	for (const drawn of trials(choices)) {
		const holds = outcome(drawn);
		if (holds === undefined) return undefined;
		if (!seen.has(holds)) seen.set(holds, drawn);
	}
	const [passing, failing] = [seen.get(true), seen.get(false)];
	if (passing === undefined || failing === undefined) return undefined;
	const decisive = decisiveOf(choices, failing, outcome);
	const [draw] = decisive;
	const first = open.find(
		({ source }) => source.fact === draw?.call.fact || draw?.sources.some(({ fact }) => fact === source.fact) === true,
	);
	if (first === undefined) return undefined;
	return {
		read: first,
		passing: [...passing.values()],
		failing: decisive.map(each => failing.get(each)),
		isMade: draw?.drawing?.draws.of === 'list',
		seen: madeOf(failing, actual(failing)),
	};
}

/** The draws without which it would not fail, each by itself; all of them where none of them is enough. */
function decisiveOf(choices: readonly Choice[], failing: Drawn, outcome: (drawn: Drawn) => boolean | undefined): readonly Draw[] {
	const decides = ({ draw, values }: Choice): boolean =>
		values.slice(0, maxTrials / choices.length).some(value => outcome(new Map([...failing, [draw, value]])) === true);
	const drawn = choices.filter(({ draw }) => failing.has(draw));
	const found = drawn.length > 1 ? drawn.filter(decides) : drawn;
	return (found.length > 0 ? found : drawn).map(({ draw }) => draw);
}

function madeOf(drawn: Drawn, value: unknown): string | number | undefined {
	const isTold = typeof value === 'string' || typeof value === 'number';
	return isTold && ![...drawn.values()].includes(value) ? value : undefined;
}

/** Whether the test makes the assertion only for some values: a branch around it, or an exit before it, may have asked for them. */
function isAskedFirst({ site: { module, fact } }: Claim): boolean {
	if (fact.kind !== 'call') return false;
	const owner = functionAt(module, fact.function);
	if (owner === undefined) return false;
	if (mayBeGivenUp(owner, fact.region)) return true;
	for (let index = fact.region; index !== undefined; index = owner.regions[index]?.parent)
		if (owner.regions[index]?.kind === 'after-exit') return true;
	return false;
}

/** A random value that stands in a snapshot, where nothing masks it. */
export function randomInSnapshot(models: Models, scope: Scope, claim: Claim): Influence | undefined {
	if (claim.relation !== 'snapshot' || masksSnapshots(models)) return undefined;
	const open = models
		.behindActual(claim)
		.filter(
			influence => influence.kind === 'random' && influence.measured !== true && !models.isControlled(influence, scope, claim.place),
		);
	if (open.length === 0) return undefined;
	const held = models.provenance
		.origins(claim.actual, [...claim.part, { kind: 'parts' }])
		.flatMap(({ steps }) => steps.flatMap(step => ('site' in step && step.site !== undefined ? [step.site.fact] : [])));
	return open.find(({ source }) => held.some(call => call === source.fact));
}

/** Serializers may show random values as something else. */
function masksSnapshots({ module }: Models): boolean {
	return module.facts.functions.some(({ calls }) =>
		calls.some(({ callee }) => callee.kind === 'member' && callee.property === 'addSnapshotSerializer'),
	);
}

/** Generators behind either side; what stands for several values leaves a part of the subject open, and still looks at it. */
function randomBehind(models: Models, claim: Claim): readonly Influence[] {
	const { actual, expected, upper } = claim;
	const others = [expected, upper].flatMap(site =>
		site === undefined || site.fact.kind === 'literal' ? [] : models.effects.behind(site, [{ kind: 'parts' }]),
	);
	const isMatched = expected !== undefined && ['call', 'object', 'array'].includes(expected.fact.kind);
	const own = isMatched ? models.effects.behind(actual, [...claim.part, { kind: 'parts' }]) : models.behindActual(claim);
	return [...own, ...others].filter(({ kind }) => kind === 'random');
}

/** What each of the generators may draw. */
function choicesOf({ draws, constants }: FormulaReader): readonly Choice[] {
	return draws.flatMap(draw => {
		const of = draw.drawing === undefined ? undefined : samplesOf(draw.drawing, [...constants], lists);
		return of === undefined || of.values.length === 0 ? [] : [{ draw, ...of }];
	});
}

/** What the generators may draw together. Where that is too much, each is tried with a few values only. */
function* trials(choices: readonly Choice[]): Iterable<Drawn> {
	if (choices.length === 0) return;
	const all = choices.reduce((product, { values }) => product * values.length, 1);
	const each = all <= maxTrials ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(maxTrials ** (1 / choices.length)));
	let left = maxTrials;
	for (const drawn of combined(choices.map(choice => ({ ...choice, values: choice.values.slice(0, each) })))) {
		if (left-- <= 0) return;
		yield drawn;
	}
}

interface Choice {
	readonly draw: Draw;
	readonly size: number;
	readonly values: readonly unknown[];
}

function* combined([first, ...others]: readonly Choice[]): Iterable<Map<Draw, unknown>> {
	if (first === undefined) {
		yield new Map();
		return;
	}
	for (const rest of combined(others)) {
		for (const value of first.values) {
			const isSame = others.some(({ draw, size }) => size > many && first.size > many && rest.get(draw) === value);
			if (!isSame) yield new Map([[first.draw, value], ...rest]);
		}
	}
}
