import type { Effects } from '../effects/effects.ts';
import type { Influence } from '../effects/model.ts';
import type { StoredValue } from '../effects/stored-values.ts';
import type { Hook, TestCase } from '../framework/model.ts';
import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';

type Scope = TestCase | Hook;

/** A value under a unique key that two records can get. */
export type DuplicateKey = { readonly scope: Scope; readonly stored: StoredValue } & (
	| { readonly kind: 'generated'; readonly generator: Influence }
	/** `rival` stores it too, at the same time; the same test where it runs several times. */
	| { readonly kind: 'fixed'; readonly value: string | number; readonly rival: TestCase; readonly reason: string }
);

/** Values from generators that can make the same one twice; of several under one key in one call the first. */
export function* generatedKeys(scopes: readonly Scope[], effects: Effects, isControlled: (generator: Influence, scope: Scope, stored: StoredValue) => boolean): Iterable<DuplicateKey> {
	for (const scope of scopes) {
		const seen = new Set<string>();
		for (const stored of effects.storesIn(scope.body)) {
			const { generator, site, table, key } = stored;
			const place = `${site.start}:${table ?? ''}.${key}`;
			if (generator === undefined || seen.has(place) || isControlled(generator, scope, stored)) continue;
			seen.add(place);
			yield { kind: 'generated', scope, stored, generator };
		}
	}
}

/** Values that are written down and stored by two tests that run at once: the later place of each two. */
export function* clashingKeys(tests: readonly TestCase[], effects: Effects): Iterable<DuplicateKey> {
	const told = new Set<StoredValue>();
	const earlier: { readonly test: TestCase; readonly stored: StoredValue }[] = [];
	for (const test of tests.filter(({ concurrency }) => concurrency !== 'none')) {
		const own = storedBeside(test, effects);
		for (const { scope, stored } of own) {
			const rival = test.modifiers.has('each') ? test : earlier.find(other => runTogether(test, other.test) && isSame(stored, other.stored))?.test;
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
	const isShared = ({ database, fixed, table }: StoredValue): boolean => fixed !== undefined && table !== undefined && (database === 'shared' || (database === 'memory' && test.concurrency === 'process'));
	return scopes.flatMap(scope => effects.storesIn(scope.body).filter(isShared).map(stored => ({ scope, stored })));
}

function isSame(one: StoredValue, other: StoredValue): boolean {
	return one.table === other.table && one.key === other.key && one.fixed === other.fixed;
}

/** Tests of different suites run at once only where the framework starts all concurrent tests of a file together. */
function runTogether(one: TestCase, other: TestCase): boolean {
	return one.suite === other.suite || one.concurrency === 'machine' || frameworks[one.framework].concurrency.overlap === 'file';
}
