import type { Relation } from '../knowledge/assertions/row.ts';
import type { Site } from '../project/model.ts';
import type { Path } from '../provenance/model.ts';
import type { Value } from '../syntax/facts.ts';

export type { Relation };

/** What a test claims, in the one form that all libraries share. */
export interface Assertion {
	/**
	 * Where it is made: the outermost call, the property that claims (`to.be.true`), or the comparison of an `if` that throws. Its
	 * frame tells the calls that lead there from the test.
	 */
	readonly site: Site<Value>;
	/**
	 * What is checked, awaits and `resolves` taken away, and comparisons looked through: `x` of `expect(x.length === 2).toBe(true)`.
	 * The value may be made up where the text has none, such as `x.length` of chai's `lengthOf.above(2)`.
	 */
	readonly actual: Site<Value>;
	/** The part of `actual` that is compared: `a.b` of `toHaveProperty('a.b', 1)`. Empty: all of it. */
	readonly part: Path;
	/** What it is compared with, made up where the name of the matcher says it: `2` of `calledTwice`. */
	readonly expected: Site<Value> | undefined;
	readonly upper: Site<Value> | undefined;
	readonly tolerance: Tolerance | undefined;
	/** The text of an inline snapshot. */
	readonly text: string | undefined;
	readonly relation: Relation;
	readonly negated: boolean;
	/** The framework keeps trying until it holds: `expect.poll`, `waitFor`, Playwright's locators, `cy.should`. */
	readonly retried: boolean;
	/** It is a promise itself, which the test has to wait for: chai's `eventually` and `rejected`. */
	readonly promised: boolean;
	readonly library: string;
	/** The name of the matcher as written; of a plain comparison, its operator. */
	readonly matcher: string;
}

export interface Tolerance {
	/** Undefined where the library's standard holds. */
	readonly value: Site<Value> | undefined;
	/** `digits`: so many decimals are the same. */
	readonly unit: 'delta' | 'digits';
}
