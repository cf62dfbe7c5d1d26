import { staysWithin } from '../../effects/destinations.ts';
import type { Influence } from '../../effects/model.ts';
import { rowsOfCall } from '../../effects/knowing.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import type { Site } from '../../project/model.ts';
import { identityOf } from '../../provenance/identity.ts';
import type { Value } from '../../syntax/facts.ts';
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
	const claims = models.scopes.flatMap(scope => models.assertionsIn(scope)).filter(({ site }) => isInOwnText(models, site));
	const ends = claims.flatMap(claim => [
		...messagesOf(claim),
		...sidesOf(claim).flatMap(site => (site !== undefined && isInOwnText(models, site) ? [site.fact] : [])),
	]);
	return staysWithin(models, module, fact, ({ start, end }) => ends.some(each => each.start <= start && end <= each.end));
}

/** What the call of an assertion is handed beside its subject: the text that it fails with. */
function messagesOf({ site: { fact }, actual }: Claim): readonly Value[] {
	return fact.kind === 'call' ? fact.args.filter(({ start, end }) => end <= actual.fact.start || actual.fact.end <= start) : [];
}

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
