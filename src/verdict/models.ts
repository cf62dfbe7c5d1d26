import type { Assertions } from '../assertions/assertions.ts';
import type { Assertion } from '../assertions/model.ts';
import type { Effects } from '../effects/effects.ts';
import type { Influence } from '../effects/model.ts';
import type { TableUse } from '../effects/stores/tables.ts';
import type { Taking } from '../effects/names/takings.ts';
import type { FrameworkModel } from '../framework/framework.ts';
import type { FrameworkName, Hook, TestCase } from '../framework/model.ts';
import type { Module, Project } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import type { Rows } from '../provenance/rows.ts';
import type { Span } from '../syntax/facts.ts';

/** What the runner calls: a test, or a hook or fixture around tests. */
export type Scope = TestCase | Hook;

/** An assertion, and where in the linted file the test makes it. */
export interface Claim extends Assertion {
	readonly place: Span;
	/** Where to speak of it: where it stands, if a function of the linted file makes it that is handed nothing. */
	readonly told: Span;
}

/** A name that a test file takes, as other files see it. */
export interface NameElsewhere {
	readonly what: Taking['what'] | 'table';
	readonly act: Taking['act'] | TableUse['act'];
	readonly name: string;
	/** As in `TakenName`. */
	readonly server?: string | undefined;
	/** Relative to the working directory, with forward slashes. */
	readonly path: string;
	/** 1-based. */
	readonly line: number;
	readonly framework: FrameworkName | undefined;
}

/** The other test files of the package. */
export interface OtherTests {
	/** The files whose text has all of the words, sorted. */
	mentioning(words: readonly string[]): readonly string[];
	/** What a file takes, by its own facts and those of what it imports. */
	namesIn(file: string): readonly NameElsewhere[];
	/** What it says; undefined where it cannot be read. */
	moduleOf(file: string): Module | undefined;
}

/** The models of a linted file side by side: what a join of them, and through it a rule, may ask. */
export interface Models {
	/** The linted file. */
	readonly module: Module;
	readonly project: Project;
	readonly rows: Rows;
	readonly framework: FrameworkModel;
	/** Does not look into what the tests replace. */
	readonly provenance: Provenance;
	readonly assertions: Assertions;
	readonly effects: Effects;
	/** The other test files of the package; undefined where the settings do not ask for them. */
	readonly others: OtherTests | undefined;
	readonly tests: readonly TestCase[];
	/** Tests, hooks and fixtures, in source order. */
	readonly scopes: readonly Scope[];
	/** Parts of tests that are written elsewhere: what comes before one, and what behind it, is not known. */
	readonly steps: readonly Scope[];
	/** The assertions of a test or hook, those that functions of the project make for it included. */
	assertionsIn(scope: Scope): readonly Claim[];
	/** What the compared parts of an assertion's subject depend on. */
	behindActual(assertion: Assertion): readonly Influence[];
	/** Whether a clock or generator gives the same values in each run at a place, or what the test says. */
	isControlled(influence: Influence, scope: Scope, place: Span): boolean;
	/** Whether an assertion says that nothing happened. */
	claimsAbsence(assertion: Assertion): boolean;
	/** The place of something in a test or hook, or its call where its function stands elsewhere. */
	placeIn(scope: Scope, place: Span): Span;
}
