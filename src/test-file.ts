import path from 'node:path';

import { claimsAbsence } from './assertions/absence.ts';
import { type Assertions, createAssertions, enteredBy } from './assertions/assertions.ts';
import { checksExpectations } from './assertions/expectations.ts';
import type { Assertion } from './assertions/model.ts';
import { orderedParts } from './assertions/order.ts';
import { type SpyAspect, spyAspect } from './assertions/spy-aspect.ts';
import { isRepeatable } from './assertions/repeatable.ts';
import { type Effects, createEffects } from './effects/effects.ts';
import type { Influence } from './effects/model.ts';
import type { StoredValue } from './effects/stores/stored-values.ts';
import { rowsOfCall } from './effects/knowing.ts';
import { type AddedCommands, addedCommands } from './framework/added-commands.ts';
import { type FrameworkModel, readFramework } from './framework/framework.ts';
import { endsOf } from './framework/endings.ts';
import { tellsContainer } from './provenance/containers.ts';
import { mentionsTests } from './framework/mentions.ts';
import { givenNames } from './framework/given-names.ts';
import type { Clock, Hook, Suite, TestCase } from './framework/model.ts';
import { frameworks } from './knowledge/frameworks/all-frameworks.ts';
import type { Module, Project, Site } from './project/model.ts';
import { isShipped } from './project/shipped-tools.ts';
import { isTestSupport } from './project/test-support.ts';
import { type Provenance, createProvenance } from './provenance/provenance.ts';
import type { Rows } from './provenance/rows.ts';
import { callStep } from './provenance/walk-value.ts';
import { at } from './provenance/walker.ts';
import { linkOf } from './syntax/chain-link.ts';
import type { FunctionFacts, Span, Value } from './syntax/facts.ts';
import { isTestPath } from './test-globs.ts';
import { sleepsOf } from './verdict/waits/callback-waits.ts';
import { comparedInTurn } from './verdict/order/compared-in-turn.ts';
import { behindCompared } from './verdict/clocks/compared-values.ts';
import { type ConcurrentWrite, concurrentWrites } from './verdict/state/concurrent-writes.ts';
import { type DuplicateKey, clashingKeys, generatedKeys } from './verdict/sharing/duplicate-keys.ts';
import type { Claim, Models, OtherTests, Scope } from './verdict/models.ts';
import { pickedOfSeveral } from './verdict/order/several-elements.ts';
import { orderDependence } from './verdict/order/order-dependence.ts';
import { waitsForOwn } from './verdict/order/own-waits.ts';
import { isRealClock } from './verdict/clocks/real-clock.ts';
import { isOnlyRecord, isRecordedOrder } from './verdict/order/recorded-order.ts';
import { isAnyRow } from './verdict/order/any-row.ts';
import { loadedPackages } from './verdict/near-modules.ts';
import { ownPlace } from './verdict/told-places.ts';
import { type StandIns, isReached } from './verdict/stand-ins.ts';
import { isInRealTime } from './verdict/waits/real-waits.ts';
import { type Wait, waitsIn } from './verdict/waits/waits.ts';

interface Surrounding {
	readonly rows: Rows;
	/** The file lies where tests lie, and may be one without a runner. */
	readonly mayBeScript: boolean;
	readonly text: string;
	readonly others: OtherTests | undefined;
}

/** Everything a rule may ask about the linted file. Nothing is computed before it is asked for. */
export class TestFile implements Models {
	readonly module: Module;
	readonly text: string;
	readonly project: Project;
	readonly rows: Rows;
	readonly others: OtherTests | undefined;
	readonly framework: FrameworkModel;
	readonly provenance: Provenance;
	readonly assertions: Assertions;
	#added: AddedCommands | undefined;
	#tellsContainer: boolean | undefined;
	#loaded: ReadonlySet<string> | undefined;
	#scopes: readonly Scope[] | undefined;
	readonly #claims = new Map<Scope, readonly Claim[]>();
	readonly #influences = new Map<Assertion, readonly Influence[]>();
	readonly effects: Effects;

	constructor(module: Module, project: Project, { rows, text, others, mayBeScript }: Surrounding) {
		this.others = others;
		this.module = module;
		this.text = text;
		this.project = project;
		this.rows = rows;
		const provenance = createProvenance(project, { rows });
		this.framework = readFramework(module, { project, provenance, mayBeScript });
		const given = givenNames(this.framework.frameworks);
		this.provenance =
			this.framework.replacesModules || given.size > 0
				? createProvenance(project, { rows, isReplaced: this.framework.isReplaced, given })
				: provenance;
		const globals = [...new Set(given.values())];
		this.assertions = createAssertions(this.provenance, { globals, loaded: () => (this.#loaded ??= loadedPackages(this)) });
		this.effects = createEffects({
			module,
			project,
			provenance: this.provenance,
			rows,
			isTestSupport: each => isTestSupport(each) && !isShipped(each, project),
			replacesModules: this.framework.replacesModules,
			asserts: site => this.#asserts(site),
			addedAs: called => this.#addedCommands.as(called),
		});
	}

	get #addedCommands(): AddedCommands {
		return (this.#added ??= addedCommands(this.framework.frameworks, this.provenance, [...this.framework.outsideModules, this.module]));
	}

	get tests(): readonly TestCase[] {
		return this.framework.tests;
	}

	/** Whether nothing runs behind its tests that could meet what they leave. */
	get endsWithProcess(): boolean {
		return this.tests.some(({ framework }) => frameworks[framework].endsWhenIdle === true);
	}

	/** Parts of tests that are written elsewhere: of these alone only what they wait for can be told, and what they leave. */
	get steps(): readonly Hook[] {
		return this.framework.root.steps;
	}

	/** Every file that was read for the answers so far, absolute and sorted. */
	get inputs(): readonly string[] {
		return this.project.inputs;
	}

	/** Tests, hooks and fixtures, in source order; what is skipped, or told of in another file, is left out. */
	get scopes(): readonly Scope[] {
		return (this.#scopes ??= [
			...this.framework.hooks.filter(({ suite }) => !suite.modifiers.has('skip') && !this.#isEmpty(suite)),
			...this.framework.tests.filter(({ modifiers }) => !modifiers.has('skip')),
		]
			.filter(scope => !this.#isToldElsewhere(scope))
			.sort((one, other) => one.call.start - other.call.start));
	}

	/** Whether a suite has no test, and nothing in it that might define one unseen: no runner runs its hooks. */
	#isEmpty({ call, body, tests, suites, steps }: Suite): boolean {
		if (call === undefined || tests.length + steps.length > 0 || !suites.every(each => this.#isEmpty(each))) return false;
		return body.fact.calls.every(each => each.usage !== 'discarded' || this.framework.defines(at(each, body)));
	}

	/** Whether a suite of another file of tests has it, one that is linted itself: what is to be said is said there. */
	#isToldElsewhere({ body: { module }, suite }: Scope): boolean {
		return (
			module !== this.module &&
			suite.body.module === module &&
			mentionsTests(module.facts) &&
			isTestPath(path.relative(this.project.root, module.file).replaceAll(path.sep, '/'))
		);
	}

	/** What is under control at a place in a test or hook. */
	clockAt(scope: Scope, place: Span): Clock {
		return this.framework.clockAt(scope, place.start);
	}

	/** The assertions of a test or hook, those that functions of the project make for it included. */
	assertionsIn(scope: Scope): readonly Claim[] {
		const known = this.#claims.get(scope);
		if (known !== undefined) return known;
		const claims = this.assertions
			.within(scope.body)
			.filter(assertion => !this.#isOfOther(assertion, scope))
			.map(assertion => this.#placed(assertion, scope));
		this.#claims.set(scope, claims);
		return claims;
	}

	/** Whether another test makes the assertion: in a stand-in of its own for something that this test calls too. */
	#isOfOther({ site: { module, fact } }: Assertion, { body }: Scope): boolean {
		const holds = ({ start, end }: Span): boolean => start <= fact.start && fact.end <= end;
		return module === this.module && !holds(body.fact) && this.tests.some(test => test.body.module === module && holds(test.body.fact));
	}

	/** What the compared parts of an assertion's subject depend on. */
	behindActual(assertion: Assertion): readonly Influence[] {
		const known = this.#influences.get(assertion) ?? behindCompared(this, assertion);
		this.#influences.set(assertion, known);
		return known;
	}

	/** What leaves open the order that an assertion of a test or hook depends on. */
	orderBehind(scope: Scope, claim: Claim): Influence | undefined {
		const reached = this.#reachedAt(scope, claim.place);
		const found =
			orderDependence({
				claim,
				ordered: orderedParts(claim, this.provenance),
				actual: reached(this.behindActual(claim)),
				behind: (site, path) => reached(this.effects.behind(site, path)),
			}) ?? reached([...comparedInTurn(this, claim), ...pickedOfSeveral(this, scope, claim)])[0];
		return found === undefined || isAnyRow(this, scope, claim, found) ? undefined : found;
	}

	/** Keeps orders that no stub, and nothing that a container hands out instead, stands in for. */
	#reachedAt(scope: Scope, place: Span): (influences: readonly Influence[]) => Influence[] {
		const standIns: StandIns = {
			isStubbed: target => this.framework.isStubbed(target, scope, place.start),
			tellsContainer: () => (this.#tellsContainer ??= tellsContainer(this.module)),
		};
		const isTest = (module: Module): boolean => module === this.module || isTestSupport(module);
		return influences =>
			influences.filter(
				influence =>
					influence.kind === 'order' &&
					!isRecordedOrder(influence, isTest, this) &&
					!isOnlyRecord(influence, isTest) &&
					!waitsForOwn(influence, this.provenance, isTest) &&
					isReached(influence, standIns),
			);
	}

	/** Writes to shared state in tests and hooks that run beside others. */
	concurrentWrites(): Iterable<ConcurrentWrite> {
		const { effects, provenance, framework } = this;
		const { tests, hooks } = framework;
		return concurrentWrites({ tests, hooks, effects, provenance, isSynchronous: scope => framework.isSynchronous(scope) });
	}

	/** Values that tests and hooks store under unique keys, and that two records can get. */
	duplicateKeys(improbable: boolean): Iterable<DuplicateKey> {
		const { tests, outerHooks: outer } = this.framework;
		const isControlled = (generator: Influence, scope: Scope, { site }: StoredValue): boolean =>
			this.isControlled(generator, scope, site);
		return [
			...generatedKeys({ scopes: this.scopes, tests, effects: this.effects, improbable, isControlled, outer }),
			...clashingKeys(tests, this.effects),
		];
	}

	/** Whether a generator gives the same values in each run, or what the test says. */
	isControlled(influence: Influence, scope: Scope, { start }: Span): boolean {
		const { row, source, kind } = influence;
		const clock = this.framework.clockAt(scope, start);
		if (kind === 'clock') return clock.stopped || !isRealClock(influence, clock);
		if (row?.effect === 'random' && this.framework.isSeeded(row, scope, start)) return true;
		return this.provenance.origins(source).some(origin => this.framework.isStubbed(origin, scope, start));
	}

	/** Whether an assertion says that nothing happened. */
	claimsAbsence(assertion: Assertion): boolean {
		return claimsAbsence(assertion, this.provenance);
	}

	/** What of a spy's calls an assertion is about; undefined where it is not about a spy. */
	spyAspectOf(assertion: Assertion): SpyAspect['aspect'] | undefined {
		return spyAspect(assertion, this.provenance)?.aspect;
	}

	/** The fixed waits of a test or hook, in real time. */
	waitsIn(scope: Scope): readonly Wait[] {
		const [sleeps, timers] = [sleepsOf(this, scope), this.effects.verdictTimersIn(scope.body, endsOf(scope))];
		if (sleeps.length + timers.length === 0) return [];
		return waitsIn({
			scope,
			claimsOf: each => this.assertionsIn(each),
			sleeps,
			timers,
			claimsAbsence: claim => this.claimsAbsence(claim),
			readsClock: call => rowsOfCall(this, at(call, scope.body)).some(({ row }) => row.effect === 'clock'),
			checksExpectations: call =>
				this.provenance
					.origins(at(call.callee, scope.body))
					.some(({ from, steps }) => checksExpectations({ from, steps: [...steps, callStep(at(call, scope.body))] })),
			isFaked: place => this.clockAt(scope, place).timers,
			isReal: ({ call }) => isInRealTime(this, scope, call),
		});
	}

	/** Whether an assertion may be made again and again until it holds. */
	isRepeatable(claim: Assertion): boolean {
		return isRepeatable(claim, this.provenance, this.rows);
	}

	/** Whether `t.waitFor` of node:test is there, as far as the project says which Node.js it is for. */
	get hasContextWaitFor(): boolean {
		return this.framework.runsOnNode(22, 14);
	}

	/** The place of something in a test or hook, or its call where its function stands elsewhere. */
	placeIn(scope: Scope, place: Span): Span {
		return linkOf(this.module.facts, scope.body.module === this.module ? place : scope.call);
	}

	#placed(assertion: Assertion, scope: Scope): Claim {
		const [entry] = enteredBy(assertion, scope.body);
		const site: Site<Value> = entry ?? assertion.site;
		const place = site.module === this.module ? site.fact : scope.call;
		return { place, told: ownPlace(assertion, scope, this.module) ?? place, ...assertion };
	}

	#asserts(site: Site<FunctionFacts>): boolean {
		return this.assertions.in(site).length > 0;
	}
}
