import type { Module, Project, Resolution, Site } from '../project/model.ts';
import type { Origin } from '../provenance/model.ts';
import type { Provenance } from '../provenance/provenance.ts';
import type { Call, FunctionFacts } from '../syntax/facts.ts';
import { Acts } from './acts.ts';
import { type Bound, boundsIn } from './bounds.ts';
import { clockAfter } from './clock.ts';
import { Concurrency } from './concurrency.ts';
import { type ConfiguredMocks, configuredMocks } from './configured-mocks.ts';
import { type Detected, detectFrameworks } from './detect.ts';
import { History } from './history.ts';
import { KeptAnswers } from './kept-answers.ts';
import { canRegisterHooks } from './mentions.ts';
import type { Clock, FileRun, Framework, Hook, OuterHook, PutBack, Restore, Suite, TestCase } from './model.ts';
import { type ModuleMock, isMocked, readModuleMocks } from './module-mocks.ts';
import { movesOthersClock } from './moved-clocks.ts';
import { runsOnNode } from './node-version.ts';
import { type PinnedEnvironment, pinnedEnvironment } from './pinned-environment.ts';
import { presetsEnv } from './preset-env.ts';
import { readSuites } from './read-suites.ts';
import { putBackIn, restoresAround } from './restores.ts';
import type { RunnerConfig } from './runner-config.ts';
import { RunnerConfigs } from './runner-configs.ts';
import { type Generator, isSeededAfter } from './seeds.ts';
import { bareImports, setupModules, withBareImports } from './setup-files.ts';
import { scriptBodies } from './scripts.ts';
import { type StubTarget, apiTarget, covers, stubbedAfter } from './stubs.ts';
import { hooksIn, suitesIn, testsIn } from './suite-draft.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import { type SerialChoice, serialChoices } from './serial-choices.ts';
import { isSynchronousBody } from './synchronous.ts';
import { isTelling, mayTell } from './telling.ts';
import { Timeline } from './timeline.ts';
import { type Vocabulary, createVocabulary } from './vocabulary.ts';

export interface FrameworkOptions {
	readonly project: Project;
	/** Sees through everything: what tests replace is told by the answers here. */
	readonly provenance: Provenance;
	/** The file lies where tests lie, and may be one without a runner. */
	readonly mayBeScript?: boolean;
}

/** What the tests of a file are, and what surrounds them. */
export function readFramework(module: Module, options: FrameworkOptions): FrameworkModel {
	return new FrameworkModel(module, options);
}

/** Answers are computed when they are first asked for, and kept. */
export class FrameworkModel {
	readonly #module: Module;
	readonly #project: Project;
	readonly #provenance: Provenance;
	readonly #mayBeScript: boolean;
	readonly #configs: RunnerConfigs;
	readonly #tellers = new Map<Module, boolean>();
	readonly #once = new KeptAnswers();
	readonly #othersClocks = new Map<TestCase | Hook, boolean>();

	constructor(module: Module, { project, provenance, mayBeScript }: FrameworkOptions) {
		this.#module = module;
		this.#project = project;
		this.#provenance = provenance;
		this.#mayBeScript = mayBeScript ?? false;
		this.#configs = new RunnerConfigs(project, provenance, () => this.#surroundings);
	}

	/** By import first, then by the globals that the file uses and what the project is set up for. */
	get frameworks(): readonly Framework[] {
		return this.#detected.frameworks;
	}

	/** The file itself as a suite. */
	get root(): Suite {
		return this.#once.get('root', () =>
			readSuites(
				this.#module,
				{ ...this.#reading, exporting: this.#detected.exporting },
				this.#mayBeScript ? scriptBodies(this.#module, this.#provenance) : [],
			),
		);
	}

	/** Every test, in source order of suites. */
	get tests(): readonly TestCase[] {
		return this.#once.get('tests', () => [...testsIn(this.root)]);
	}

	get suites(): readonly Suite[] {
		return this.#once.get('suites', () => [...suitesIn(this.root)]);
	}

	get hooks(): readonly Hook[] {
		return this.#once.get('hooks', () => hooksIn(this.root));
	}

	/** What test code says about how long something may take, or how often it is tried again. */
	get bounds(): readonly Bound[] {
		return this.#once.get('bounds', () => {
			const { tests, hooks, suites } = this;
			return boundsIn({
				module: this.#module,
				provenance: this.#provenance,
				vocabulary: this.#vocabulary,
				used: this.frameworks.map(({ name }) => name),
				tests,
				hooks,
				suites,
			});
		});
	}

	/** Tests and suites that are made to run after their neighbours and not beside them. */
	get serialChoices(): readonly SerialChoice[] {
		const { tests, suites } = this;
		return serialChoices({ module: this.#module, provenance: this.#provenance, vocabulary: this.#vocabulary, tests, suites });
	}

	/** Hooks that setup files, and modules imported for what they do, register for every test. */
	get outerHooks(): readonly OuterHook[] {
		return this.#once.get('outerHooks', () =>
			this.outsideModules
				.filter(module => canRegisterHooks(module, this.#project))
				.flatMap(module => readSuites(module, this.#reading).hooks),
		);
	}

	/** Whether a call defines a suite, test or hook: the function that it is handed is not run by the code around it. */
	defines(site: Site<Call>): boolean {
		return this.#vocabulary.said(site) !== undefined;
	}

	/** Whether a call fakes the clock, moves a fake one, or puts the real one back. */
	clockActOf(site: Site<Call>): string | undefined {
		return this.#acts.ofClock(site);
	}

	/** What of the clock is under control at a place: an offset in the module of the scope's body. */
	clockAt(scope: TestCase | Hook, position: number): Clock {
		const before = this.#timeline.before(scope, position);
		const clock = clockAfter(before, { acts: this.#acts, provenance: this.#provenance, configs: this.#usedConfigs });
		return clock.timers || !this.#movesOthersClock(scope) ? clock : { ...clock, stopped: true, timers: true };
	}

	#movesOthersClock(scope: TestCase | Hook): boolean {
		const known =
			this.#othersClocks.get(scope) ?? movesOthersClock(scope, this.#timeline.before(scope, scope.body.fact.end), this.#acts);
		this.#othersClocks.set(scope, known);
		return known;
	}

	/** Modules that are replaced for all tests of the file. */
	get mocks(): readonly ModuleMock[] {
		return this.#once.get('mocks', () =>
			readModuleMocks([...this.outsideModules, this.#module], {
				acts: this.#acts,
				provenance: this.#provenance,
				project: this.#project,
			}),
		);
	}

	/** Whether a module, or its export of that name, is replaced. */
	isMocked(resolution: Resolution, name?: string): boolean {
		return (resolution.kind === 'file' && this.#configuredMocks.all) || isMocked(this.mocks, resolution, name);
	}

	/** Whether any module may be replaced. */
	get replacesModules(): boolean {
		return this.mocks.length > 0 || this.#configuredMocks.all || this.#configuredMocks.some;
	}

	/** Whether the module that a specifier means is replaced, or its export of that name. */
	readonly isReplaced = (source: string, from: Module, name?: string): boolean =>
		((this.mocks.length > 0 || this.#configuredMocks.all) && this.isMocked(this.#project.resolve(source, from.file), name)) ||
		this.#configuredMocks.standsInFor(source);

	/** Whether an API or a function is replaced by a stub at a place: effects end there. */
	isStubbed(target: Origin | Site<FunctionFacts>, scope: TestCase | Hook, position: number): boolean {
		const asked: StubTarget | undefined = 'steps' in target ? apiTarget(target) : { kind: 'function', fact: target.fact };
		return (
			asked !== undefined &&
			stubbedAfter(this.#timeline.before(scope, position), this.#acts, this.#provenance).some(stub => covers(stub, asked))
		);
	}

	/** Whether a generator of random values gives the same ones in each run at a place. */
	isSeeded(generator: Generator, scope: TestCase | Hook, position: number): boolean {
		return isSeededAfter(this.#timeline.before(scope, position), generator, this.#provenance);
	}

	/** The settings of the machine that the project pins for its tests, or the file for its own. */
	get pinned(): PinnedEnvironment {
		return this.#once.get('pinned', () => pinnedEnvironment(this.#surroundings, [this.#module, ...this.outsideModules], this.#project));
	}

	/** What is put back around a test. */
	restoresAround(test: TestCase): readonly Restore[] {
		return restoresAround(test, {
			acts: this.#acts,
			history: this.#history,
			outerHooks: this.outerHooks,
			configOf: name => this.#configs.of(name),
			frameworks: this.frameworks,
		});
	}

	/** The calls with which a function puts back all of some kinds: `vi.restoreAllMocks()`. */
	putBackIn(body: Site<FunctionFacts>): readonly PutBack[] {
		return putBackIn(body, { acts: this.#acts, history: this.#history });
	}

	/** Whether a script, the runner's configuration or a setup file sets an environment variable, to that very value where one is asked for. */
	presetsEnv(name: string, value?: string): boolean {
		return presetsEnv(name, { configs: this.#usedConfigs, surroundings: this.#surroundings, outside: this.outsideModules }, value);
	}

	/** Whether nothing can run between the statements of a test or hook. */
	isSynchronous({ body, doneParameter, ending }: TestCase | Hook): boolean {
		return doneParameter === undefined && !ending.isLater && isSynchronousBody(body, this.#provenance);
	}

	/** How the runner runs the project's test files; undefined where it may be one of two that do not do it alike. */
	get fileRun(): FileRun | undefined {
		return this.#configs.fileRunOf([...this.frameworks.slice(0, 1).map(({ name }) => name), ...this.#detected.rivals]);
	}

	/** Whether the project is for no older Node.js than that. */
	runsOnNode(major: number, minor: number): boolean {
		return runsOnNode(this.#surroundings, major, minor);
	}

	get #detected(): Detected {
		return this.#once.get('detected', () => detectFrameworks(this.#module, this.#surroundings, this.#project, this.#provenance));
	}

	get #surroundings(): readonly Surroundings[] {
		return this.#once.get('surroundings', () => surroundingsOf(this.#module.file, this.#project));
	}

	get #vocabulary(): Vocabulary {
		return this.#once.get('vocabulary', () => createVocabulary(this.#provenance, this.#detected.globals));
	}

	get #acts(): Acts {
		return this.#once.get('acts', () => new Acts(this.#provenance, this.frameworks));
	}

	get #history(): History {
		return this.#once.get(
			'history',
			() =>
				new History(this.#provenance, {
					isDefinition: site => this.defines(site),
					isTelling: site => isTelling(site, this.#acts),
					mayTell: target => target === this.#module || this.#mayTell(target),
				}),
		);
	}

	get #timeline(): Timeline {
		return this.#once.get(
			'timeline',
			() => new Timeline(this.#history, this.root, () => ({ modules: this.outsideModules, hooks: this.outerHooks })),
		);
	}

	get #configuredMocks(): ConfiguredMocks {
		return this.#once.get('configuredMocks', () => configuredMocks(this.#usedConfigs));
	}

	get #usedConfigs(): readonly RunnerConfig[] {
		return this.#once.get('usedConfigs', () => this.frameworks.map(({ name }) => this.#configs.of(name)));
	}

	/** Setup files, and modules of the project that the file imports for what they do. */
	get outsideModules(): readonly Module[] {
		return this.#once.get('outside', () => {
			const setup = this.#usedConfigs.flatMap(config => setupModules(config, this.#project));
			return [...new Set([...setup, ...withBareImports(bareImports(this.#module, this.#project), this.#project)])].filter(
				module => module !== this.#module,
			);
		});
	}

	get #reading(): Parameters<typeof readSuites>[1] {
		return this.#once.get('reading', () => ({
			provenance: this.#provenance,
			vocabulary: this.#vocabulary,
			concurrency: new Concurrency(name => this.#configs.concurrencyOf(name)),
		}));
	}

	#mayTell(target: Module): boolean {
		const known = this.#tellers.get(target) ?? mayTell(target, this.#project);
		this.#tellers.set(target, known);
		return known;
	}
}
