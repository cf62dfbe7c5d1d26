import { isYear } from '../../effects/clocks/clock-forms.ts';
import { staysWithin } from '../../effects/destinations.ts';
import type { Influence } from '../../effects/model.ts';
import { rowsOfCall } from '../../effects/knowing.ts';
import { partsOf, valuesInside } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import { at, frameOf, functionAt } from '../../provenance/walker.ts';
import { soleGiving } from '../../syntax/definitions.ts';
import type { ReferenceValue, Value } from '../../syntax/facts.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { isInOwnText } from '../own-text.ts';

/** Whether a reading of the clock goes nowhere but into what assertions expect: whatever it is compared with is another one. */
export function isOnlyCompared(models: Models, read: Influence): boolean {
	return goesInto(models, read, ({ expected, upper }) => [expected, upper]);
}

/** Whether a reading of the clock goes nowhere but into assertions, on whichever side. */
export function isOnlyClaimed(models: Models, read: Influence): boolean {
	return goesInto(models, read, ({ actual, expected, upper }) => [actual, expected, upper]);
}

function goesInto(models: Models, { source }: Influence, sidesOf: (claim: Claim) => readonly (Site<Value> | undefined)[]): boolean {
	const { module, fact } = source;
	if (!isInOwnText(models, source)) return false;
	const isHere = (site: Site<unknown>): boolean => site.module === models.module;
	const claims = models.scopes.flatMap(scope => models.assertionsIn(scope)).filter(({ site }) => isHere(site));
	const ends = claims.flatMap(claim => [
		...messagesOf(claim),
		...sidesOf(claim).flatMap(site => (site !== undefined && isHere(site) ? [site.fact] : [])),
	]);
	return staysWithin(models, module, fact, ({ start, end }) => ends.some(each => each.start <= start && end <= each.end));
}

/** What the call of an assertion is handed beside its subject: the text that it fails with. */
function messagesOf({ site: { fact }, actual }: Claim): readonly Value[] {
	return fact.kind === 'call' ? fact.args.filter(({ start, end }) => end <= actual.fact.start || actual.fact.end <= start) : [];
}

/** How far a value is followed to its parts and to what helpers are handed. */
const maxDepth = 12;

const equalities: ReadonlySet<Claim['relation']> = new Set([
	'identical',
	'deep-equal',
	'includes-structure',
	'same-members',
	'called-with',
	'nth-called-with',
]);

/** A reading in the text of what is expected, where that of the subject has one too: code that nobody sees makes each side from its own. */
export function unseenReading(models: Models, { actual, expected, relation, negated }: Claim): Influence | undefined {
	if (negated || expected === undefined || !equalities.has(relation)) return undefined;
	const other = readingIn(models, expected);
	return other !== undefined && readingIn(models, actual) !== undefined ? other : undefined;
}

/**
 * A reading that a test hands to a helper in the text of what is expected, where it hands it another one to make the subject of:
 * `assertPrinted(new Date(), `on ${new Date().toISOString()}`)`.
 */
export function readingHandedBeside(models: Models, { site, actual, expected, relation, negated }: Claim): Influence | undefined {
	if (negated || expected === undefined || site.frame?.call === undefined || !equalities.has(relation)) return undefined;
	const reading = models.effects.clockReading(expected);
	if (reading.form === 'elapsed' || isYear(reading)) return undefined;
	const [made, wanted] = [readingsHanded(models, actual, 0), readingsHanded(models, expected, 0)];
	const [read] = wanted;
	const isApart = made.length > 0 && !made.some(one => wanted.some(other => one.fact === other.fact));
	return isApart && read !== undefined ? models.effects.behind(read).find(({ kind }) => kind === 'clock') : undefined;
}

/** The clocks that a test reads in the text of what stands for a value, by way of what helpers are handed. */
function readingsHanded(models: Models, site: Site<Value>, depth: number): readonly Site<Value>[] {
	const { fact } = site;
	if (depth > maxDepth) return [];
	if (fact.kind === 'reference') {
		const given = givenTo(at(fact, site));
		return given === undefined ? [] : readingsHanded(models, given, depth + 1);
	}
	if (fact.kind === 'call' && fact.args.length === 0 && isInOwnText(models, site)) {
		if (isYear(models.effects.clockReading(site))) return [];
		const reads = rowsOfCall(models, at(fact, site)).some(({ row }) => row.effect === 'clock');
		if (reads) return [site];
	}
	return partsOf(fact).flatMap(part => readingsHanded(models, at(part, site), depth + 1));
}

/** The one value of a variable, or what the call that is looked at hands over for a parameter. */
export function givenTo({ fact, module, frame }: Site<ReferenceValue>): Site<Value> | undefined {
	const only = soleGiving(module.facts, fact);
	if ((only?.kind !== 'parameter' && only?.kind !== 'value') || only.path.length > 0) return undefined;
	const owner = functionAt(module, only.function);
	const inner = owner === undefined ? undefined : frameOf(owner, frame);
	if (only.kind === 'value') return { module, fact: only.value, frame: inner };
	const call = only.rest ? undefined : inner?.call;
	const argument = call?.fact.args[only.index];
	return call === undefined || argument === undefined || argument.kind === 'spread' ? undefined : at(argument, call);
}

/** A clock that is read between the parentheses of a call. */
function readingIn(models: Models, site: Site<Value>): Influence | undefined {
	const { fact: value } = site;
	if (!isInOwnText(models, site) || value.kind !== 'call') return undefined;
	for (const fact of valuesInside(value)) {
		if (fact.kind !== 'call' || fact.args.length > 0) continue;
		const found = rowsOfCall(models, { module: models.module, fact }).some(({ row }) => row.effect === 'clock');
		if (found) return models.effects.behind({ module: models.module, fact }).find(({ kind }) => kind === 'clock');
	}
	return undefined;
}

const opposite: Readonly<Record<string, readonly Claim['relation'][]>> = {
	greater: ['less', 'less-or-equal'],
	less: ['greater', 'greater-or-equal'],
};

/** Whether another assertion of the test holds the same subject against a reading, from the other side: it was read in between. */
export function isHeldBetween(models: Models, scope: Scope, { actual, relation }: Claim): boolean {
	const name = nameOf(actual);
	const others = models.assertionsIn(scope).filter(each => opposite[relation]?.includes(each.relation) === true && !each.negated);
	return (
		name !== undefined &&
		others.some(({ actual: subject, expected }) => {
			if (expected === undefined || nameOf(subject) !== name) return false;
			return (
				models.effects.clockReading(expected).form === 'read' &&
				models.effects.behind(expected, [{ kind: 'parts' }]).some(({ kind }) => kind === 'clock')
			);
		})
	);
}

function nameOf(site: Site<Value>): string | undefined {
	return identityOf(site, 'ways');
}
