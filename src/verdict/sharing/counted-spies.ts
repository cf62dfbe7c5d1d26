import type { TestCase } from '../../framework/model.ts';
import type { Module } from '../../project/model.ts';
import type { Value } from '../../syntax/facts.ts';
import { holds } from '../../syntax/spans.ts';
import { lineAt } from '../../syntax/lower.ts';
import type { Claim, Models } from '../models.ts';

/** An assertion on how often a spy was called, which counts the calls of another test as well. */
export interface CountedSpy {
	readonly scope: TestCase;
	readonly claim: Claim;
	/** As it is written: `send`, `deps.send`. */
	readonly name: string;
	/** The line of an assertion of another test, which runs at the same time, that says it calls the spy too. */
	readonly line: number;
}

/**
 * `describe.concurrent` over tests that count the calls of one spy, which is made once for all of them: the count holds what the others called by
 * then. Of each spy and test the first assertion.
 */
export function* countedSpies(models: Models): Iterable<CountedSpy> {
	const running = models.tests.filter(test => test.concurrency === 'process' && isRun(test) && !models.framework.isSynchronous(test));
	for (const scope of running) {
		const told = new Set<string>();
		for (const claim of models.assertionsIn(scope)) {
			const name = counts(claim) ? sharedName(models, claim) : undefined;
			const rival = name === undefined || told.has(name) ? undefined : rivalOf(models, running, scope, name);
			if (name === undefined || rival === undefined) continue;
			told.add(name);
			yield { scope, claim, name, line: lineAt(models.module.facts, rival.place.start) };
		}
	}
}

function isRun({ modifiers }: TestCase): boolean {
	return !modifiers.has('skip') && !modifiers.has('todo');
}

/** Whether one more call of the spy fails the assertion. */
function counts({ relation, negated }: Claim): boolean {
	return negated ? relation === 'called' : relation === 'called-times' || relation === 'nth-called-with';
}

/** An assertion of a test beside it, in the same suite, that holds only when that test has the spy called. */
function rivalOf(models: Models, running: readonly TestCase[], test: TestCase, name: string): Claim | undefined {
	return running
		.filter(other => other !== test && other.suite === test.suite)
		.flatMap(other => models.assertionsIn(other))
		.find(claim => calls(claim) && sharedName(models, claim) === name);
}

function calls({ relation, negated, expected }: Claim): boolean {
	const isNever = expected?.fact.kind === 'literal' && expected.fact.value === 0;
	return !negated && (relation === 'called' || (relation === 'called-times' && !isNever) || relation.endsWith('called-with'));
}

/** What a spy is called that is kept outside of all tests and hooks, in a variable that is written once. */
function sharedName({ module, scopes }: Models, { actual }: Claim): string | undefined {
	if (actual.module !== module) return undefined;
	const { root, path } = partsOf(actual.fact);
	const [definition, ...others] = root === undefined ? [] : (module.facts.bindings[root]?.definitions ?? []);
	if (root === undefined || definition?.kind !== 'value' || others.length > 0) return undefined;
	const { value } = definition;
	if (scopes.some(({ body }) => body.module === module && holds(body.fact, value))) return undefined;
	return isWritten(module, root) ? undefined : [module.facts.bindings[root]?.name ?? '', ...path].join('.');
}

/** `deps.mailer.send` */
function partsOf(value: Value): { readonly root: number | undefined; readonly path: readonly string[] } {
	if (value.kind === 'reference') return { root: value.binding, path: [] };
	if (value.kind !== 'member' || typeof value.property !== 'string') return { root: undefined, path: [] };
	const { root, path } = partsOf(value.object);
	return { root, path: [...path, value.property] };
}

/** Whether a part of what a variable holds is set somewhere: `deps.send = vi.fn()`. */
function isWritten({ facts }: Module, binding: number): boolean {
	return facts.functions.some(({ writes }) => writes.some(({ target }) => target.kind === 'member' && partsOf(target).root === binding));
}
