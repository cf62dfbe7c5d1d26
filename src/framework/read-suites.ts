import { frameworks } from '../knowledge/frameworks/all-frameworks.ts';
import type { FrameworkName, Modifier } from '../knowledge/frameworks/row.ts';
import type { Module, Site } from '../project/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import { staticValue } from '../provenance/static-value.ts';
import { at, functionAt, property } from '../provenance/walker.ts';
import type { Call, FunctionFacts } from '../syntax/facts.ts';
import type { Concurrency } from './concurrency.ts';
import { asTests, exportedBodies, exportedTests } from './exported-suites.ts';
import { type Fixture, fixturesOf } from './fixtures.ts';
import { definersCalled, handedDefiners, isInLoop, mayDefineInTest, repeats, wrappersOf } from './followed-calls.ts';
import { fixtureHook } from './hooks-around.ts';
import type { Phase, Suite } from './model.ts';
import { hookOption, innerBody } from './inner-bodies.ts';
import { heldByCall, maxNested } from './object-suites.ts';
import { type Surrounding, hookOf, testOf } from './read-definitions.ts';
import { type Body, bodiesOf, bodyOf, optionsOf, titleOf } from './registration.ts';
import { type SuiteDraft, bodyOfModule, draftSuite, suitesAround } from './suite-draft.ts';
import type { Said, Vocabulary } from './vocabulary.ts';

export interface ReadSuitesOptions {
	readonly provenance: Provenance;
	readonly vocabulary: Vocabulary;
	readonly concurrency: Concurrency;
	/** Runners that find tests in what the module exports, where it does not mention them. */
	readonly exporting?: readonly FrameworkName[];
}

/** The suites, tests and hooks that a module defines when it is loaded, those of the project's functions that it calls included; `scripts` are tests that no runner defines. */
export function readSuites(module: Module, options: ReadSuitesOptions, scripts: readonly Site<FunctionFacts>[] = []): Suite {
	const root = draftSuite(undefined, undefined, undefined, bodyOfModule(module), new Set());
	const reader = new SuiteReader(options, root);
	const place: Place = { suite: root, via: undefined, repeated: false, helpers: 0, inTest: false };
	reader.walk(root.body, place);
	for (const { site, said } of exportedTests(module, options.provenance, options.exporting ?? [])) reader.define(site, said, place);
	const isTest = (call: Site<Call>): boolean => options.vocabulary.said(call)?.role === 'test';
	if (root.tests.length + root.suites.length === 0)
		for (const body of exportedBodies(module, options.provenance, isTest)) reader.walk(body, place);
	if (root.tests.length + root.suites.length === 0) for (const { site, said } of asTests(scripts)) reader.define(site, said, place);
	return root;
}

/** Where the reader is. */
interface Place {
	readonly suite: SuiteDraft;
	/** The call in the linted file that led into a function of the project. */
	readonly via: Call | undefined;
	/** In a loop or a callback: what is defined here may be defined several times. */
	readonly repeated: boolean;
	/** Functions of the project entered on the way, callbacks that they call not counted. */
	readonly helpers: number;
	readonly inTest: boolean;
}

/** Functions of the project inside one another that are followed for what they define. */
const maxHelpers = 3;
/** Functions walked for one file. */
const budget = 3_000;

class SuiteReader {
	readonly #options: ReadSuitesOptions;
	readonly #root: SuiteDraft;
	readonly #fixtures = new Map<Call, readonly Fixture[]>();
	/** The functions that were walked, and as which walk the last time. */
	readonly #walked = new Map<FunctionFacts, number>();
	#walks = 0;

	constructor(options: ReadSuitesOptions, root: SuiteDraft) {
		this.#options = options;
		this.#root = root;
	}

	get #surrounding(): Surrounding {
		const { provenance, concurrency } = this.#options;
		return { provenance, concurrency, root: this.#root };
	}

	walk(body: Site<FunctionFacts>, from: Place): void {
		if (this.#walked.size > budget) return;
		this.#walked.set(body.fact, this.#walks++);
		const place = this.#isHandedBack(body, from) ? { ...from, via: undefined } : from;
		let { suite } = place;
		const said = (site: Site<Call>): Said | undefined =>
			place.inTest && !mayDefineInTest(site.fact) ? undefined : this.#options.vocabulary.said(site);
		const wrappers = new Set(
			body.fact.calls.flatMap(call => (wrappersOf(call).length > 0 && said(at(call, body)) !== undefined ? wrappersOf(call) : [])),
		);
		for (const call of body.fact.calls) {
			if (wrappers.has(call) || this.#options.provenance.isRuledOut(body, call.region)) continue;
			const site = at(call, body);
			const here: Place = {
				suite,
				via: place.via,
				repeated: place.repeated || isInLoop(body.fact, call),
				helpers: place.helpers,
				inTest: place.inTest,
			};
			const role = said(site);
			if (role === undefined) this.#follow(site, here);
			else suite = this.define(site, role, here) ?? suite;
		}
	}

	/** A function that the linted file hands to the project's function it calls: what it defines stands in the linted file. */
	#isHandedBack({ module, fact }: Site<FunctionFacts>, { via }: Place): boolean {
		return via !== undefined && module === this.#root.body.module && fact.start >= via.start && fact.end <= via.end;
	}

	/** What a call that defines nothing itself leads to: functions of the project, and callbacks (`cases.forEach(…)`) that those do not call. */
	#follow(site: Site<Call>, place: Place): void {
		const before = this.#walks;
		const definers = place.inTest || place.helpers >= maxHelpers ? [] : definersCalled(this.#options.provenance, site);
		for (const definer of definers)
			this.walk(definer, {
				...place,
				via: place.via ?? site.fact,
				helpers: place.helpers + (definer.fact.passedTo === undefined ? 1 : 0),
			});
		for (const argument of site.fact.args) {
			const fact = argument.kind === 'function' ? functionAt(site.module, argument.function) : undefined;
			if (fact === undefined || fact.calls.length === 0 || (this.#walked.get(fact) ?? -1) >= (site.frame === undefined ? 0 : before))
				continue;
			this.walk(at(fact, site), { ...place, repeated: place.repeated || repeats(site.fact) });
		}
		if (place.inTest || site.module !== this.#root.body.module) return;
		for (const handed of handedDefiners(this.#options.provenance, site, each => this.#isDefining(each))) {
			if (!this.#walked.has(handed.fact))
				this.walk(handed, { ...place, via: handed.module === site.module ? place.via : (place.via ?? site.fact), repeated: true });
		}
	}

	#isDefining(site: Site<Call>): boolean {
		const role = this.#options.vocabulary.said(site)?.role;
		return role === 'test' || role === 'suite';
	}

	/** The suite that what follows belongs to, where that changes. */
	define(site: Site<Call>, said: Said, place: Place): SuiteDraft | undefined {
		this.#declareFixtures(said, place.via ?? site.fact);
		switch (said.role) {
			case 'suite':
				return this.#suite(site, said, place);
			case 'object-suite':
				this.#objectSuite(site, said, place);
				return undefined;
			case 'test':
				for (const body of bodiesOf(this.#options.provenance, site)) this.#test(site, said, body, place);
				return undefined;
			case 'configure':
				this.#configure(site, place.suite);
				return undefined;
			case 'step':
				this.#step(site, said, place);
				return undefined;
			default:
				this.#hook(site, said, said.role, place);
				return undefined;
		}
	}

	#suite(site: Site<Call>, said: Said, place: Place): SuiteDraft | undefined {
		const { provenance } = this.#options;
		const body = bodyOf(provenance, site);
		const row = frameworks[said.framework];
		const hooks = Object.entries(row.hookOptions ?? {}).flatMap(([key, phase]) =>
			hookOption(provenance, site, key).map(fact => ({ fact, phase })),
		);
		if (body === undefined && row.flatSuites !== true) return undefined;

		const parent = body === undefined ? this.#root : place.suite;
		const suite = draftSuite(
			parent,
			place.via ?? site.fact,
			titleOf(provenance, site),
			body?.function ?? parent.body,
			this.#modifiers(site, said, place),
		);
		parent.suites.push(suite);
		for (const { fact, phase } of hooks)
			suite.hooks.push(hookOf(this.#surrounding, { site, said, suite, via: place.via }, phase, fact));
		if (body === undefined) return suite;
		this.#walkSuite(site, body, { ...place, suite, repeated: false });
		return undefined;
	}

	#objectSuite(site: Site<Call>, said: Said, place: Place): void {
		const { module } = this.#root.body;
		const suite = draftSuite(
			place.suite,
			place.via ?? site.fact,
			titleOf(this.#options.provenance, site),
			place.suite.body,
			this.#modifiers(site, said, place),
		);
		if ([...suitesAround(suite)].length > maxNested) return;
		for (const held of heldByCall(this.#options.provenance, site, said.framework)) {
			this.define(held.site, held.said, {
				...place,
				suite,
				repeated: false,
				via: held.site.module === module ? place.via : (place.via ?? site.fact),
			});
		}
		if (suite.tests.length + suite.hooks.length + suite.suites.length > 0) place.suite.suites.push(suite);
	}

	/** What is wrapped around the body is what runs, and calls it: `describe('x', withServer(() => {}))`. */
	#walkSuite({ fact }: Site<Call>, { function: body, around }: Body, place: Place): void {
		const before = this.#walks;
		for (const outer of around.slice(0, 1)) this.walk(outer, { ...place, via: place.via ?? fact, helpers: place.helpers + 1 });
		if (around.length === 0 || (this.#walked.get(body.fact) ?? -1) < before) this.walk(body, place);
	}

	#test(site: Site<Call>, said: Said, body: Body, place: Place): void {
		const inner =
			place.via === undefined ? undefined : innerBody(this.#options.provenance, body.function, this.#root.body.module, place.via);
		const modifiers = this.#modifiers(site, said, place);
		const whole = inner === undefined ? body : { ...body, function: inner, around: [...body.around, body.function] };
		const test = testOf(this.#surrounding, { site, said, suite: place.suite, via: place.via }, whole, modifiers);
		place.suite.tests.push(test);
		if (frameworks[said.framework].subtests !== true || test.body.fact.parameters.length === 0) return;

		const subtests = draftSuite(place.suite, test.call, test.title, test.body, modifiers);
		this.walk(test.body, { suite: subtests, via: place.via, repeated: false, helpers: place.helpers, inTest: true });
		if (subtests.tests.length + subtests.hooks.length + subtests.suites.length > 0) place.suite.suites.push(subtests);
	}

	#modifiers(site: Site<Call>, said: Said, { repeated, inTest, suite }: Place): Set<Modifier> {
		const options = optionsOf(this.#options.provenance, site, said);
		const modifiers = new Set<Modifier>([
			...said.modifiers,
			...options.map(({ modifier }) => modifier),
			...(repeated && !inTest ? ['each' as const] : []),
			...(suite.modifiers.has('skip') ? ['skip' as const] : []),
		]);
		const option = options.find(({ modifier }) => modifier === 'concurrent');
		if (said.modifiers.has('concurrent')) this.#options.concurrency.note(modifiers, `\`${said.words}\``);
		else if (option !== undefined) this.#options.concurrency.note(modifiers, `\`${option.text}\``);
		return modifiers;
	}

	#hook(site: Site<Call>, said: Said, phase: Phase, place: Place): void {
		const body = bodyOf(this.#options.provenance, site);
		if (body === undefined) return;
		const { suite, via } = place;
		suite.hooks.push(hookOf(this.#surrounding, { site, said, suite, via }, phase, body.function));
	}

	#step(site: Site<Call>, said: Said, place: Place): void {
		const body = bodyOf(this.#options.provenance, site)?.function;
		if (body === undefined) return;
		const registration = { site, said, suite: this.#root, via: place.via };
		this.#root.steps.push(hookOf(this.#surrounding, registration, 'before-each', body));
	}

	/** Playwright's `test.describe.configure({ mode })`. */
	#configure(site: Site<Call>, suite: SuiteDraft): void {
		const [options] = site.fact.args;
		const mode = options === undefined ? undefined : staticValue(this.#options.provenance.roots, at(options, site), [property('mode')]);
		if (typeof mode !== 'string') return;
		suite.modifiers.delete(mode === 'parallel' ? 'serial' : 'concurrent');
		suite.modifiers.add(mode === 'parallel' ? 'concurrent' : 'serial');
		this.#options.concurrency.note(suite.modifiers, `\`mode: '${mode}'\``);
	}

	#declareFixtures({ fixtures }: Said, call: Call): void {
		for (const site of fixtures) {
			if (this.#fixtures.has(site.fact)) continue;
			const declared = fixturesOf(this.#options.provenance, site);
			this.#fixtures.set(site.fact, declared);
			this.#root.hooks.push(...declared.map(fixture => fixtureHook(fixture, { root: this.#root, call })));
		}
	}
}
