import type { Site } from '../project/model.ts';
import type { Call, Value } from '../syntax/facts.ts';

/** What an assertion says about `actual`, whichever library says it. */
export type Relation =
	/** The same value (`toBe`, `strictEqual`, `===`). */
	| 'identical'
	/** The same structure (`toEqual`, `deep.equal`). */
	| 'deep-equal'
	/** The listed parts are the same (`toMatchObject`). */
	| 'includes-structure'
	/** One element, substring or key is there (`toContain`, `include`). */
	| 'contains'
	/** The same elements in any order (`have.members`, `toHaveSameMembers`). */
	| 'same-members'
	/** A pattern (`toMatch`, `match`). */
	| 'matches'
	| 'snapshot'
	| 'truthy'
	| 'falsy'
	/** `null`, `undefined`, `NaN`, defined. */
	| 'nothing'
	| 'greater'
	| 'greater-or-equal'
	| 'less'
	| 'less-or-equal'
	/** Within bounds: `expected` is the lower, `upper` the upper bound. */
	| 'within'
	/** Near a number (`toBeCloseTo`). */
	| 'close-to'
	/** The number of elements (`toHaveLength`, `lengthOf`). */
	| 'length'
	/** An instance of, or a type. */
	| 'type'
	| 'throws'
	/** A spy was called at all (`toHaveBeenCalled`). */
	| 'called'
	/** How often a spy was called (`toHaveBeenCalledTimes`, `calledOnce`). */
	| 'called-times'
	/** Some call of a spy had these arguments. */
	| 'called-with'
	/** The first, last or n-th call of a spy had these arguments. */
	| 'nth-called-with'
	| 'resolves'
	| 'rejects'
	| 'other';

export interface Assertion {
	/** The outermost call that makes the assertion. */
	readonly site: Site<Call>;
	/** What is checked, awaits and `resolves` taken away. */
	readonly actual: Value;
	readonly expected: Value | undefined;
	readonly upper: Value | undefined;
	readonly relation: Relation;
	readonly negated: boolean;
	/** The framework keeps trying until it holds: `expect.poll`, `waitFor`, Playwright's locators, `cy.should`. */
	readonly retried: boolean;
	/** Matchers inside `expected` that leave a part open, such as `expect.any(Date)`, taken as values that match anything. */
	readonly library: string;
	/** How to say it in the library's own words: the name of the matcher as written. */
	readonly matcher: string;
}
