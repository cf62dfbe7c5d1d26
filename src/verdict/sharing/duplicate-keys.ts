import type { Effects } from '../../effects/effects.ts';
import type { Influence } from '../../effects/model.ts';
import type { StoredValue } from '../../effects/stores/stored-values.ts';
import type { Hook, TestCase } from '../../framework/model.ts';
import { frameworks } from '../../knowledge/frameworks/all-frameworks.ts';

type Scope = TestCase | Hook;

/** A value under a unique key that two records can get. */
export type DuplicateKey = { readonly scope: Scope; readonly stored: StoredValue } & (
	| { readonly kind: 'generated'; readonly generator: Influence }
	/** `rival` stores it too, at the same time; the same test where it runs several times. */
	| { readonly kind: 'fixed'; readonly value: string | number; readonly rival: TestCase; readonly reason: string }
);

interface GeneratedOptions {
	readonly scopes: readonly Scope[];
	readonly tests: readonly TestCase[];
	readonly effects: Effects;
	/** Also values that come twice only improbably. */
	readonly improbable: boolean;
	readonly isControlled: (generator: Influence, scope: Scope, stored: StoredValue) => boolean;
	/** Hooks of other files that run around every test. */
	readonly outer: readonly Pick<Hook, 'phase' | 'body'>[];
}

/** Values from generators that can make the same one twice; of several under one key in one call the first. */
export function* generatedKeys({ scopes, tests, effects, improbable, isControlled, outer }: GeneratedOptions): Iterable<DuplicateKey> {
	for (const scope of scopes) {
		const seen = new Set<string>();
		for (const stored of effects.storesIn(scope.body)) {
			const { generator, site, table, key } = stored;
			const place = `${site.start}:${table ?? ''}.${key}`;
			if (generator === undefined || (stored.improbable && !improbable) || seen.has(place) || isControlled(generator, scope, stored))
				continue;
			seen.add(place);
			const around = 'hooks' in scope ? [scope] : tests.filter(({ hooks }) => hooks.includes(scope));
			if (!around.every(test => isAlone(test, stored, effects, outer))) yield { kind: 'generated', scope, stored, generator };
		}
	}
}

/** Nothing is left of earlier tests, and the test makes one such value: there is none to be the same. */
function isAlone(test: TestCase, stored: StoredValue, effects: Effects, outer: GeneratedOptions['outer']): boolean {
	if (stored.repeated || test.concurrency !== 'none') return false;
	const hooks = [...outer, ...test.hooks].filter(({ phase }) => phase.endsWith('each'));
	if (stored.database !== 'own' && !hooks.some(({ body }) => effects.emptiesTables(body))) return false;
	const before = [...outer, ...test.hooks].filter(({ phase }) => phase.startsWith('before'));
	const made = [...before, test]
		.flatMap(({ body }) => effects.storesIn(body))
		.filter(other => other.table === stored.table && other.key === stored.key);
	return !made.some(other => other.generator !== undefined && (other.repeated || !isSameRun(other.generator, stored.generator)));
}

/** One call of the generator, stored twice: the value is the same in each run. */
function isSameRun(one: Influence, other: Influence | undefined): boolean {
	return one.source.fact === other?.source.fact && one.source.frame === other.source.frame;
}

/** Values that are written down and stored by two tests that run at once: the later place of each two. */
export function* clashingKeys(tests: readonly TestCase[], effects: Effects): Iterable<DuplicateKey> {
	const told = new Set<StoredValue>();
	const earlier: { readonly test: TestCase; readonly stored: StoredValue }[] = [];
	for (const test of tests.filter(({ concurrency }) => concurrency !== 'none')) {
		const own = storedBeside(test, effects);
		for (const { scope, stored } of own) {
			const rival = test.modifiers.has('each')
				? test
				: earlier.find(other => runTogether(test, other.test) && isSame(stored, other.stored))?.test;
			if (rival === undefined || stored.fixed === undefined || told.has(stored)) continue;
			told.add(stored);
			yield { kind: 'fixed', scope, stored, value: stored.fixed, rival, reason: test.concurrencyReason ?? 'its tests run at once' };
		}
		earlier.push(...own.map(({ stored }) => ({ test, stored })));
	}
}

/** What the test, and the hooks around it alone, store where other tests store too. */
function storedBeside(test: TestCase, effects: Effects): { readonly scope: Scope; readonly stored: StoredValue }[] {
	const scopes: readonly Scope[] = [...test.hooks.filter(({ phase }) => phase === 'before-each'), test];
	const isShared = ({ database, fixed, table }: StoredValue): boolean =>
		fixed !== undefined && table !== undefined && (database === 'shared' || (database === 'memory' && test.concurrency === 'process'));
	return scopes.flatMap(scope =>
		effects
			.storesIn(scope.body)
			.filter(isShared)
			.map(stored => ({ scope, stored })),
	);
}

function isSame(one: StoredValue, other: StoredValue): boolean {
	return one.table === other.table && one.key === other.key && one.fixed === other.fixed;
}

/** Tests of different suites run at once only where the framework starts all concurrent tests of a file together. */
function runTogether(one: TestCase, other: TestCase): boolean {
	return one.suite === other.suite || one.concurrency === 'machine' || frameworks[one.framework].concurrency.overlap === 'file';
}
