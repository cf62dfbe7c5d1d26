import { withSearches } from '../../assertions/expected-parts.ts';
import { type EnvironmentUse, environmentBehind } from '../../effects/environment.ts';
import { callsWithin } from '../../effects/stores/made-records.ts';
import { valuesInside } from '../../effects/value-parts.ts';
import { engineTexts, localTexts } from '../../knowledge/zones.ts';
import type { Site } from '../../project/model.ts';
import { staticValue } from '../../provenance/static-value.ts';
import { at } from '../../provenance/walker.ts';
import type { Value } from '../../syntax/facts.ts';
import { functionsWithin } from '../../syntax/functions-within.ts';
import type { Claim, Models, Scope } from '../models.ts';
import { isInOtherTest } from '../other-tests.ts';
import { claimOfText } from '../shown-claims.ts';
import { zonelessDate } from './zoneless-dates.ts';

/** What of the machine decides an assertion. */
export type EnvironmentDependence = (EnvironmentUse & { readonly both: boolean }) | { readonly of: 'engine'; readonly text: string };

const equalities: ReadonlySet<Claim['relation']> = new Set([
	'identical',
	'deep-equal',
	'includes-structure',
	'includes-subset',
	'snapshot',
	'same-members',
]);
const worded: ReadonlySet<Claim['relation']> = new Set([...equalities, 'throws', 'rejects', 'contains', 'matches']);

/** How the time zone, the locale or the engine decides an assertion that nothing pins it for. */
export function environmentDependence(models: Models, scope: Scope, claim: Claim): EnvironmentDependence | undefined {
	for (const each of withSearches(claim, models.provenance)) {
		const found = ofEngine(models, scope, each) ?? ofSettings(models, scope, each);
		if (found !== undefined) return found;
	}
	const shown = claimOfText(models, scope, claim);
	const found = shown?.isTold === true ? ofSettings(models, scope, shown) : undefined;
	const date = found === undefined && !isPinned(models, 'zone') ? zonelessDate(models, scope, claim) : undefined;
	return found ?? (date === undefined ? undefined : { ...date, both: false });
}

/** `both`: the same call asks for the other setting of the machine as well. */
function ofSettings(models: Models, scope: Scope, claim: Claim): (EnvironmentUse & { readonly both: boolean }) | undefined {
	const { actual, expected, part, relation, negated, matcher } = claim;
	const isSubject = expected === undefined ? relation === 'snapshot' : isFixed(models, expected);
	const isEquality = equalities.has(relation) || (relation === 'contains' && expected !== undefined && isTime(models, expected));
	if (negated || !isEquality || !isSubject || matcher === '==' || isFixed(models, actual)) return undefined;
	const [use, ...others] = environmentBehind(models, actual, part).filter(
		({ of, call }) => !isPinned(models, of) && !isInOtherTest(models, scope, call),
	);
	return use === undefined ? undefined : { ...use, both: others.some(({ of, call }) => of !== use.of && call.fact === use.call.fact) };
}

/** Texts of a test's own that go into what a later snapshot shows, mostly by way of the code under test. */
export function* shownInSnapshots(models: Models, scope: Scope): Iterable<EnvironmentUse> {
	const views = callsWithin(scope.body).filter(
		({ module, fact }) => module === models.module && fact.usage === 'argument' && isView(fact.callee),
	);
	if (views.length === 0) return;
	const snapshots = models.assertionsIn(scope).filter(({ relation, negated }) => relation === 'snapshot' && !negated);
	const claimed = models.assertionsIn(scope).map(({ place }) => place);
	for (const view of views) {
		const isAhead =
			snapshots.some(({ place }) => place.start > view.fact.end) &&
			!claimed.some(place => place.start <= view.fact.start && view.fact.end <= place.end);
		const found = isAhead
			? environmentBehind(models, view, []).find(({ of, call }) => call.fact === view.fact && !isPinned(models, of))
			: undefined;
		if (found !== undefined) yield found;
	}
}

function isView(callee: Value): boolean {
	return callee.kind === 'member' && typeof callee.property === 'string' && localTexts.has(callee.property);
}

/** Bun sets the zone itself: https://bun.com/docs/test/runtime-behavior#environment-variables */
function isPinned({ framework }: Models, of: EnvironmentUse['of']): boolean {
	return (of === 'zone' && framework.frameworks.some(({ name }) => name === 'bun')) || framework.pinned[of];
}

/** A text that is written down, with a time of the day in it. */
function isTime({ provenance }: Models, site: Site<Value>): boolean {
	const value = staticValue(provenance.roots, site);
	return typeof value === 'string' && /\d:\d\d/.test(value);
}

/** Written down, all of it. */
function isFixed({ provenance }: Models, site: Site<Value>): boolean {
	const roots = provenance.roots(site, [{ kind: 'parts' }]);
	return (
		roots.length > 0 &&
		roots.every(root => root.kind === 'made' && isWhole(root.site.fact) && root.path.every(({ kind }) => kind === 'parts'))
	);
}

function isWhole(value: Value): boolean {
	return value.kind !== 'operation' && (value.kind !== 'template' || value.parts.length === 0);
}

/** A message that is expected as V8 words it, and that the test does not word itself. */
function ofEngine(models: Models, scope: Scope, { expected, relation, negated }: Claim): EnvironmentDependence | undefined {
	const { provenance, module, framework } = models;
	if (negated || expected === undefined || !worded.has(relation) || framework.frameworks.some(({ name }) => name === 'bun'))
		return undefined;
	const found = textsIn(expected).find(text => engineTexts.some(pattern => pattern.test(text)));
	const isMade =
		found !== undefined &&
		module.facts.functions.some(({ calls }) =>
			calls.some(
				({ form, args }) => form === 'new' && args.some(argument => argument.kind === 'literal' && argument.value === found),
			),
		);
	return found === undefined || isMade || handsOver(models, scope, found) ? undefined : { of: 'engine', text: found };

	function textsIn(site: Site<Value>): readonly string[] {
		const { fact } = site;
		if (fact.kind === 'regexp') return [fact.pattern.replaceAll('\\', '')];
		if (fact.kind === 'object')
			return fact.entries
				.filter(entry => entry.kind === 'property' && entry.key === 'message')
				.flatMap(entry => textsIn(at(entry.value, site)));
		const value = staticValue(provenance.roots, site);
		return typeof value === 'string' ? [value] : [];
	}
}

/** Whether what an expected text ends with is the engine's only in the test's own words: `report({ message: 'Cannot read property …' })`. */
function handsOver(models: Models, scope: Scope, found: string): boolean {
	const { module, fact } = scope.body;
	const expected = models.assertionsIn(scope).flatMap(claim => (claim.expected?.module === module ? [claim.expected.fact] : []));
	const isExpected = (value: Value): boolean => expected.some(({ start, end }) => start <= value.start && value.end <= end);
	const given = functionsWithin(module.facts, fact).flatMap(({ calls }) => calls.flatMap(({ args }) => args.flatMap(valuesInside)));
	return given.some(value => {
		const text = isExpected(value) ? undefined : staticValue(models.provenance.roots, at(value, scope.body));
		return typeof text === 'string' && found.endsWith(text) && engineTexts.some(pattern => pattern.test(text));
	});
}
