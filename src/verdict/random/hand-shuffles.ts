import { FormulaReader } from '../../effects/random/formula.ts';
import { handShuffleOf } from '../../effects/random/hand-shuffles.ts';
import type { Influence } from '../../effects/model.ts';
import type { Site } from '../../project/model.ts';
import { entered } from '../../provenance/frames.ts';
import { at, seenThrough } from '../../provenance/walker.ts';
import type { Call, Value } from '../../syntax/facts.ts';
import type { Chance } from './chance.ts';
import type { Claim, Models, Scope } from '../models.ts';

/** Longer lists hardly ever come out as they were. */
const longest = 9;

/** A list that a function shuffles, element by element, and an assertion on the order that comes out. */
export function shuffledByHand(models: Models, scope: Scope, claim: Claim): Chance | undefined {
	const { relation, actual, expected, part } = claim;
	if ((relation !== 'deep-equal' && relation !== 'identical') || expected === undefined || part.length > 0) return undefined;
	const { list: asked, index } = takenFrom(actual);
	const call = index === undefined && relation === 'identical' ? undefined : shuffling(models, scope, claim, asked);
	const list = call === undefined ? undefined : plainList(models, call.fact.args[0], call);
	if (call === undefined || list === undefined || list.length > longest || new Set(list).size < 2) return undefined;
	const wanted = index === undefined ? plainList(models, expected.fact, expected) : plain(models, expected.fact, expected);
	const read = drawBehind(models, call).find(influence => !models.isControlled(influence, scope, claim.place));
	if (read === undefined || !isPossible(list, wanted)) return undefined;
	const other = list.find(each => each !== wanted);
	const failing = index === undefined ? (claim.negated ? wanted : otherOrder(list, wanted)) : claim.negated ? wanted : other;
	return { read, passing: [], failing: [failing], isMade: false, seen: undefined };
}

/** `shuffle(list)[0]` */
function takenFrom(site: Site<Value>): { readonly list: Site<Value>; readonly index: string | undefined } {
	const { fact } = site;
	return fact.kind === 'member' && typeof fact.property === 'string' && /^\d+$/.test(fact.property)
		? { list: at(fact.object, site), index: fact.property }
		: { list: site, index: undefined };
}

/** The call that gives the list, or the last one before the assertion that shuffles it where it is. */
function shuffling(models: Models, scope: Scope, claim: Claim, { fact, ...place }: Site<Value>): Site<Call> | undefined {
	if (
		place.module !== models.module ||
		(place.frame !== undefined && place.frame !== scope.body.frame) ||
		scope.body.module !== models.module
	)
		return undefined;
	if (fact.kind === 'call') return shufflesBy(models, at(fact, place)) === undefined ? undefined : at(fact, place);
	if (fact.kind !== 'reference') return undefined;
	const [definition, ...others] = place.module.facts.bindings[fact.binding]?.definitions.filter(({ kind }) => kind === 'value') ?? [];
	if (definition?.kind !== 'value' || others.length > 0 || definition.path.length > 0) return undefined;
	if (definition.value.kind === 'call') return shuffling(models, scope, claim, at(definition.value, place));
	const calls = scope.body.fact.calls.filter(
		({ start, args: [first] }) => start < claim.place.start && first?.kind === 'reference' && first.binding === fact.binding,
	);
	return calls.map(call => at(call, place)).findLast(call => shufflesBy(models, call)?.inPlace === true);
}

function shufflesBy(models: Models, call: Site<Call>): ReturnType<typeof handShuffleOf> {
	if (call.fact.form !== 'call' || call.fact.args.length === 0) return undefined;
	const [root, ...others] = models.provenance.roots(at(call.fact.callee, call));
	if (root?.kind !== 'function' || root.path.length > 0 || others.length > 0) return undefined;
	const frame = entered(root.site, call, undefined);
	return frame === undefined ? undefined : handShuffleOf(models, seenThrough(root.site, frame));
}

function drawBehind(models: Models, call: Site<Call>): readonly Influence[] {
	return (shufflesBy(models, call)?.drawn ?? []).flatMap(place => models.effects.behind(place)).filter(({ kind }) => kind === 'random');
}

/** What is written down; undefined for everything else. */
function plain(models: Models, fact: Value | undefined, place: Site<Value>): unknown {
	return fact === undefined ? undefined : new FormulaReader(models, () => false).read(at(fact, place))(new Map());
}

function plainList(models: Models, fact: Value | undefined, place: Site<Value>): readonly unknown[] | undefined {
	const value = plain(models, fact, place);
	return Array.isArray(value) && value.every(each => typeof each === 'number' || typeof each === 'string') ? value : undefined;
}

/** Whether what is expected may come out. */
function isPossible(list: readonly unknown[], wanted: unknown): boolean {
	if (!Array.isArray(wanted)) return list.includes(wanted);
	const [one, other] = [list, wanted].map(each => each.map(String).toSorted().join());
	return one === other;
}

function otherOrder(list: readonly unknown[], wanted: unknown): readonly unknown[] {
	const turned = list.toReversed();
	return String(turned) === String(wanted) ? list : turned;
}
