import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { FrameworkName, Modifier } from '../knowledge/frameworks/row.ts';
import type { Hook, Suite, TestCase } from './model.ts';
import { suitesAround, testsIn } from './suite-draft.ts';

/** What else runs while a test does, and why. */
export interface Overlap {
	readonly kind: TestCase['concurrency'];
	readonly reason: string | undefined;
}

/** What a runner's configuration says of the tests of a file; undefined where it says nothing, or cannot be read. */
export type Configured = (framework: FrameworkName) => 'concurrent' | 'serial' | undefined;

const none: Overlap = { kind: 'none', reason: undefined };

/** Which tests of a file run beside others of it. */
export class Concurrency {
	readonly #configured: Configured;
	readonly #reasons = new Map<ReadonlySet<Modifier>, string>();
	/** Answers about tests, for as long as no more words are noted. */
	#answers = new Map<TestCase, Overlap>();
	#siblings = new Map<Suite, readonly (TestCase | Suite)[]>();

	constructor(configured: Configured) {
		this.#configured = configured;
	}

	/** Keeps the words that made the tests concurrent. */
	note(modifiers: ReadonlySet<Modifier>, words: string): void {
		this.#reasons.set(modifiers, words);
		this.#answers = new Map();
		this.#siblings = new Map();
	}

	of(test: TestCase, root: Suite): Overlap {
		const known = this.#answers.get(test) ?? this.#overlapOf(test, root);
		this.#answers.set(test, known);
		return known;
	}

	#overlapOf(test: TestCase, root: Suite): Overlap {
		if (!runs(test)) return none;
		if (frameworks[test.framework].concurrency.overlap === 'neighbours') return this.#beside(test);
		const asked = this.#asked(test);
		return asked.kind !== 'none' && this.#overlapsInFile(test, root) ? asked : none;
	}

	/** Hooks around each test run while other concurrent tests do; those around all, where their suite runs beside another. */
	ofHook({ phase, suite }: Hook, root: Suite): boolean {
		const tests = [...testsIn(suite)];
		if (phase.endsWith('each')) return tests.some(test => this.of(test, root).kind === 'process');
		const [first] = tests;
		if (first === undefined || suite === root || frameworks[first.framework].concurrency.overlap === 'file') return false;
		return this.#askedOfSuite(suite, first.framework).kind !== 'none' && this.#hasNeighbour(suite, first.framework);
	}

	/** What is asked for the test, whether or not there is another to run beside it. */
	#asked(test: TestCase): Overlap {
		const { concurrency } = frameworks[test.framework];
		const levels = [
			...(concurrency.about === 'itself' ? [test.modifiers] : []),
			...[...suitesAround(test.suite)].map(({ modifiers }) => modifiers),
		];
		return this.#decided(levels, test.framework);
	}

	#askedOfSuite(suite: Suite, framework: FrameworkName): Overlap {
		const levels = [...suitesAround(suite)]
			.slice(frameworks[framework].concurrency.about === 'itself' ? 0 : 1)
			.map(({ modifiers }) => modifiers);
		return this.#decided(levels, framework);
	}

	#decided(levels: readonly ReadonlySet<Modifier>[], framework: FrameworkName): Overlap {
		const { standard, asked, reason, settings } = frameworks[framework].concurrency;
		const configured = settings.length === 0 ? undefined : this.#configured(framework);
		if (configured === 'serial') return none;
		const level = levels.find(each => each.has('concurrent') || each.has('serial'));
		if (level !== undefined) return level.has('serial') ? none : { kind: asked, reason: this.#reasons.get(level) ?? '`concurrent`' };
		return configured === 'concurrent' ? { kind: asked, reason } : { kind: standard, reason };
	}

	#overlapsInFile(test: TestCase, root: Suite): boolean {
		if (isRepeated(test) || [...suitesAround(test.suite)].some(({ modifiers }) => modifiers.has('each'))) return true;
		for (const other of testsIn(root)) if (other !== test && runs(other) && this.#asked(other).kind !== 'none') return true;
		return false;
	}

	/** A test runs beside its neighbours, and beside those of each suite around it that is concurrent itself. */
	#beside(test: TestCase): Overlap {
		const asked = this.#asked(test);
		if (asked.kind !== 'none' && (isRepeated(test) || this.#hasNeighbour(test, test.framework))) return asked;
		for (const suite of suitesAround(test.suite)) {
			if (suite.parent === undefined) continue;
			const around = this.#askedOfSuite(suite, test.framework);
			if (around.kind !== 'none' && (suite.modifiers.has('each') || this.#hasNeighbour(suite, test.framework))) return around;
		}
		return none;
	}

	/** A test or suite that stands next to it, with nothing serial between, and is concurrent too. */
	#hasNeighbour(item: TestCase | Suite, framework: FrameworkName): boolean {
		const parent = 'suite' in item ? item.suite : item.parent;
		if (parent === undefined) return false;
		const siblings = this.#siblings.get(parent) ?? childrenOf(parent);
		this.#siblings.set(parent, siblings);
		const index = siblings.indexOf(item);
		return [siblings[index - 1], siblings[index + 1]].some(
			each =>
				each !== undefined &&
				('suite' in each ? this.#asked(each).kind !== 'none' : this.#askedOfSuite(each, framework).kind !== 'none'),
		);
	}
}

/** The tests and suites that stand directly in a suite and run, in source order. */
function childrenOf(parent: Suite): readonly (TestCase | Suite)[] {
	return [
		...parent.tests.filter(runs),
		...parent.suites.filter(suite => !isSubtests(suite, parent) && [...testsIn(suite)].length > 0),
	].sort((one, other) => startOf(one) - startOf(other));
}

/** The suite that stands for the tests inside a test. */
function isSubtests(suite: Suite, parent: Suite): boolean {
	return parent.tests.some(test => test.call === suite.call);
}

function startOf({ call }: TestCase | Suite): number {
	return call?.start ?? 0;
}

function runs({ modifiers }: TestCase): boolean {
	return !modifiers.has('skip') && !modifiers.has('todo');
}

/** Defined several times: it runs beside itself. */
function isRepeated({ modifiers }: TestCase): boolean {
	return modifiers.has('each');
}
