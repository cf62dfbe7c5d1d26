import type { Module, Site } from '../project/model.ts';
import type { FunctionFacts } from '../syntax/facts.ts';
import type { Happening, History } from './history.ts';
import type { Hook, OuterHook, Phase, Suite, TestCase } from './model.ts';
import { suitesAround } from './suite-draft.ts';

/** What setup files and imported modules do before the tests of a file. */
export interface Outside {
	/** Modules whose bodies run first, in order. */
	readonly modules: readonly Module[];
	readonly hooks: readonly OuterHook[];
}

/** Something that happened before a place; `encloses`: the place is inside the call. */
export type Event = Happening & { readonly encloses: boolean };

/** Puts what runs before a place of a test or hook in order. */
export class Timeline {
	readonly #history: History;
	readonly #root: Suite;
	readonly #outside: () => Outside;
	readonly #before = new Map<TestCase | Hook, readonly Event[]>();

	constructor(history: History, root: Suite, outside: () => Outside) {
		this.#history = history;
		this.#root = root;
		this.#outside = outside;
	}

	/** Everything that ran before a place, an offset in the module of the scope's body; outside its text, all that runs before it. */
	before(scope: TestCase | Hook, position: number): readonly Event[] {
		const known = this.#before.get(scope) ?? this.#beforeBody(scope);
		this.#before.set(scope, known);
		const { fact } = scope.body;
		return position < fact.start || position > fact.end ? known : [...known, ...this.#upTo(scope.body, position)];
	}

	#beforeBody(scope: TestCase | Hook): readonly Event[] {
		const outside = this.#outside();
		const suites = [...suitesAround(scope.suite)].reverse();
		const bodies = [
			...outside.modules.flatMap(module => module.facts.functions.slice(0, 1).map(fact => ({ module, fact }))),
			this.#root.body,
		];
		const inner = suites.slice(1).filter(suite => !isSubtests(suite) && suite.body.fact !== this.#root.body.fact);
		return [
			...[...bodies, ...inner.map(({ body }) => body)].flatMap(body => this.#whole(body)),
			...this.#hooksBefore(scope, suites, outside.hooks),
			...suites.filter(isSubtests).flatMap(({ body }) => this.#upTo(body, scope.call.start)),
			...('around' in scope ? this.#around(scope) : []),
		];
	}

	#hooksBefore(scope: TestCase | Hook, suites: readonly Suite[], outer: readonly OuterHook[]): readonly Event[] {
		const phase = 'phase' in scope ? scope.phase : undefined;
		const phases: readonly Phase[] =
			phase?.endsWith('all') === true ? ['around-all', 'before-all'] : ['around-all', 'before-all', 'around-each', 'before-each'];
		const own = 'phase' in scope ? scope : undefined;
		const run: OuterHook[] = [];
		for (const each of phases) {
			run.push(...outer.filter(hook => hook.phase === each));
			for (const hook of suites.flatMap(({ hooks }) => hooks)) {
				if (hook.phase !== each) continue;
				if (hook === own) return run.flatMap(before => this.#hook(before));
				if (hook.fixture === undefined) run.push(hook);
			}
		}
		if ('hooks' in scope) run.push(...scope.hooks.filter(({ fixture }) => fixture !== undefined));
		return run.flatMap(before => this.#hook(before));
	}

	#hook({ phase, body }: OuterHook): readonly Event[] {
		return phase.startsWith('around') ? this.#underWay(body) : this.#whole(body);
	}

	/** Functions that call the body, and calls that it is handed through: they are under way while it runs. */
	#around({ around, wrappers }: TestCase): readonly Event[] {
		const handed = wrappers.map((site): Event => ({
			kind: 'call',
			site,
			within: site.fact,
			entered: false,
			certain: true,
			later: false,
			encloses: true,
		}));
		return [...around.flatMap(body => this.#underWay(body)), ...handed];
	}

	/** What a function does that calls the body: what it puts back, it puts back behind it. */
	#underWay(body: Site<FunctionFacts>): readonly Event[] {
		return this.#history.of(body).map(happening => ({ encloses: true, ...happening, entered: true }));
	}

	#whole(body: Site<FunctionFacts>): readonly Event[] {
		return this.#history.of(body).map(happening => ({ encloses: false, ...happening }));
	}

	#upTo(body: Site<FunctionFacts>, position: number): readonly Event[] {
		return this.#history.of(body).flatMap((happening): readonly Event[] => {
			if (happening.within.end <= position) return [{ encloses: false, ...happening }];
			return happening.within.start < position ? [{ encloses: true, ...happening }] : [];
		});
	}
}

/** The suite that stands for the tests inside a test: its body is the test's. */
function isSubtests(suite: Suite): boolean {
	return suite.parent?.tests.some(test => test.call === suite.call) === true;
}
