import type { Influence } from '../../effects/model.ts';
import { overwrittenIn, type Replacement, replacementIn } from '../../effects/random/replacements.ts';
import { bytes, type Scrambled, scrambledAt } from '../../effects/random/scrambled.ts';
import { valuesIn, valuesInside } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import { at, seenThrough } from '../../provenance/walker.ts';
import type { Call, Span, Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** A copy of a text, or bytes, that are to differ from what they were in one piece. */
export interface Spoiled {
	readonly place: Span;
	readonly read: Influence;
	/** What comes there, and in some runs stood there before; of `isSought`, what something else takes the place of. */
	readonly by: string | number;
	readonly isSought: boolean;
	/** How likely it changes nothing; undefined where that hangs on how long the text is. */
	readonly missed: number | undefined;
}

/** More seldom than this nobody will see it. */
const rare = 1e-5;
/** So many characters of base64 stand for the same bytes at the end of a text. */
const slack = 4;
/** Of all texts in base64 of whose length nothing is known, the ends may be every sixteenth character only. */
const sureEnds = 16;

/** What a test spoils by writing a fixed piece into a value that differs from run to run: now and then that stands there already. */
export function* spoiledTexts(models: Models, scope: Scope): Iterable<Spoiled> {
	const { module, fact, frame } = scope.body;
	if (module !== models.module) return;
	const claims = models.assertionsIn(scope);
	const isTest = models.tests.some(test => test === scope);
	const seen: Span[] = [];
	for (const body of functionsWithin(module.facts, fact)) {
		for (const value of valuesIn(body, module.facts)) {
			if (isInside(value, seen) || !mayReplace(value) || isWanted(models, claims, value)) continue;
			const site: Site<Value> = { module, fact: value, frame };
			const found = copiesOf(models, site)
				.map(copy => ifSpoiled(models, scope, copy, value))
				.find(each => each !== undefined);
			if (found === undefined || (isTest && !claims.some(({ place }) => place.end > value.start))) continue;
			seen.push(value);
			yield found;
		}
		for (const replaced of overwrittenIn(models.provenance, { module, fact: body, frame })) {
			const found = ifSpoiled(models, scope, replaced, replaced.place);
			if (found !== undefined && (!isTest || claims.some(({ place }) => place.end > replaced.place.start))) yield found;
		}
	}
}

const isInside = ({ start, end }: Span, spans: readonly Span[]): boolean => spans.some(span => span.start <= start && end <= span.end);

const mayReplace = ({ kind }: Value): boolean => kind === 'template' || kind === 'operation' || kind === 'call';

/** What a value is a copy of, where it stands or in the function of the project that makes it. */
function copiesOf(models: Models, site: Site<Value>): readonly Replacement[] {
	const here = replacementIn(models.provenance, site);
	if (here !== undefined) return [here];
	const made = site.fact.kind === 'call' && site.fact.form === 'call' ? resultOf(models, at(site.fact, site)) : undefined;
	const there = made === undefined ? undefined : replacementIn(models.provenance, made);
	return there === undefined ? [] : [there];
}

/** The one value that a function of the project gives for a call. */
function resultOf({ provenance }: Models, call: Site<Call>): Site<Value> | undefined {
	const [root, ...others] = provenance.roots(at(call.fact.callee, call));
	if (root?.kind !== 'function' || root.path.length > 0 || others.length > 0 || root.site.fact.returns.length !== 1) return undefined;
	const frame = entered(root.site, call, root.receiver);
	const [result] = root.site.fact.returns;
	return frame === undefined || result === undefined ? undefined : at(result.value, seenThrough(root.site, frame));
}

/** Whether an assertion expects the value, or what a variable holds that is given it, or others besides. */
function isWanted({ module }: Models, claims: readonly Claim[], value: Value): boolean {
	const bindings = module.facts.bindings.flatMap(({ definitions }, index) =>
		definitions.some(each => each.kind === 'value' && each.value === value) ? [{ index, definitions }] : [],
	);
	if (bindings.some(({ definitions }) => definitions.filter(each => each.kind === 'value' && !isNothing(each.value)).length > 1))
		return true;
	return claims.some(
		({ expected, negated }) =>
			!negated &&
			expected !== undefined &&
			valuesInside(expected.fact).some(
				each => each === value || (each.kind === 'reference' && bindings.some(({ index }) => index === each.binding)),
			),
	);
}

/** `let spoiled;` */
const isNothing = (value: Value): boolean => value.kind === 'literal' && (value.value === undefined || value.value === null);

function ifSpoiled(models: Models, scope: Scope, { of, spot, by }: Replacement, place: Span): Spoiled | undefined {
	const missed = spot === 'anywhere' ? undefined : likelihood(scrambledAt(models, of, spot), by);
	const isOpen = spot === 'anywhere' ? mayLack(models, of, by) : missed !== undefined && missed > rare;
	if (!isOpen || (spot === 'start' && !isKept(models, of, place))) return undefined;
	const read = models.effects
		.behind(of, [{ kind: 'parts' }])
		.find(influence => (influence.kind === 'random' || influence.kind === 'clock') && !models.isControlled(influence, scope, place));
	return read === undefined ? undefined : { place, read, by, isSought: spot === 'anywhere', missed };
}

/** Whether a variable holds the value that something else mentions as well: a text may be changed only to begin with a letter. */
function isKept({ module }: Models, { fact }: Site<Value>, place: Span): boolean {
	if (fact.kind !== 'reference') return false;
	return module.facts.functions.some(body =>
		[...valuesIn(body, module.facts)].some(
			value => value.kind === 'reference' && value.binding === fact.binding && !isInside(value, [place]),
		),
	);
}

/** Whether all of a text is left to chance, so that it need not have a character. */
function mayLack(models: Models, of: Site<Value>, sought: string | number): boolean {
	const [start, end] = (['start', 'end'] as const).map(spot => scrambledAt(models, of, spot));
	return start !== undefined && start.letters !== bytes && start.letters === end?.letters && start.letters.includes(String(sought));
}

/** How likely something stands at a place already. */
function likelihood(scrambled: Scrambled | undefined, by: string | number): number | undefined {
	if (scrambled === undefined) return undefined;
	const { letters, slack: kind } = scrambled;
	if (letters === bytes) return typeof by === 'number' ? 1 / 256 : undefined;
	const places = typeof by === 'string' ? Array.from(by, letter => letters.indexOf(letter)) : [-1];
	const last = places.at(-1);
	if (places.includes(-1) || last === undefined) return undefined;
	const all = letters.length ** -places.length;
	if (kind === undefined) return all;
	if (kind === 'unknown' && last % sureEnds !== 0) return undefined;
	return kind === 'compared' && last % slack !== 0 ? undefined : all * slack;
}
