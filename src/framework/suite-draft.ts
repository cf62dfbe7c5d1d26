import type { Module, Site } from '../project/model.ts';
import type { Call, FunctionFacts } from '../syntax/facts.ts';
import type { Hook, Modifier, Suite, TestCase } from './model.ts';

/** A suite while it is being read. */
export interface SuiteDraft extends Suite {
	readonly parent: SuiteDraft | undefined;
	readonly modifiers: Set<Modifier>;
	readonly hooks: Hook[];
	readonly tests: TestCase[];
	readonly suites: SuiteDraft[];
	readonly steps: Hook[];
}

export function draftSuite(
	parent: SuiteDraft | undefined,
	call: Call | undefined,
	title: string | undefined,
	body: Site<FunctionFacts>,
	modifiers: Set<Modifier>,
): SuiteDraft {
	return { call, title, parent, body, modifiers, hooks: [], tests: [], suites: [], steps: [] };
}

export function bodyOfModule(module: Module): Site<FunctionFacts> {
	const [fact] = module.facts.functions;
	if (fact === undefined) throw new Error(`${module.path} has no body`);
	return { module, fact };
}

/** The suite and those around it, innermost first. */
export function* suitesAround(suite: Suite): Iterable<Suite> {
	for (let current: Suite | undefined = suite; current !== undefined; current = current.parent) yield current;
}

export function* testsIn(suite: Suite): Iterable<TestCase> {
	yield* suite.tests;
	for (const inner of suite.suites) yield* testsIn(inner);
}

export function* suitesIn(suite: Suite): Iterable<Suite> {
	for (const inner of suite.suites) {
		yield inner;
		yield* suitesIn(inner);
	}
}

/** The hooks and fixtures of a file; a fixture of another file only where a test asks for it, for else no runner makes it. */
export function hooksIn(root: Suite): readonly Hook[] {
	const isUnused = (hook: Hook): boolean =>
		hook.fixture !== undefined && hook.definition.module !== root.body.module && firstWith(hook, root) === undefined;
	return [root, ...suitesIn(root)].flatMap(({ hooks }) => hooks).filter(hook => !isUnused(hook));
}

/** The first test that a hook runs for. */
export function firstWith(hook: Hook, root: Suite): TestCase | undefined {
	return [...testsIn(root)].find(test => test.hooks.includes(hook));
}
